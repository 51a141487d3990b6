#include "publish/support/contents.h"
#include "publish/support/direction.h"
#include "publish/support/document_writers.h"
#include "publish/support/page_words.h"
#include "publish/support/pdf_pages.h"
#include "publish/support/pdf_table.h"
#include "publish/support/web_address.h"
#include "text/printable_text.h"

#include <algorithm>
#include <numeric>

namespace winnow::publish {

namespace {

using evidence::Alignment;

constexpr double kMeasure = 372; ///< of text that is read in lines: about 75 characters
constexpr double kIndent = 18;
constexpr double kFigureSpace = 8; ///< above and below a figure
constexpr double kReduced = 0.75;  ///< the part of its size to which a figure may be drawn smaller to fit
constexpr TextStyle kText{};
constexpr TextStyle kSmall{.family = Family::Serif, .size = 9, .leading = 12.5};
constexpr TextStyle kTitle{.family = Family::Sans, .size = 22, .leading = 27, .isBold = true};
constexpr TextStyle kSubtitle{.family = Family::Sans, .size = 11, .leading = 15.5, .ink = kPdfQuiet};
constexpr TextStyle kHighlightTitle{.family = Family::Sans, .size = 12, .leading = 17, .isBold = true};
constexpr TextStyle kContents{.family = Family::Sans, .size = 9.5, .leading = 15};
constexpr TextStyle kCaption{.family = Family::Sans, .size = 9, .leading = 12.5};
constexpr TextStyle kVerbatim{.family = Family::Mono, .size = 8, .leading = 11.5};
constexpr TextStyle kLabel{.family = Family::Sans, .size = 8.5, .leading = 12.5, .ink = kPdfQuiet};
constexpr std::uint32_t kTint = 0xEEF3F8;
constexpr std::uint32_t kShade = 0xF5F5F2;

struct HeadingLook
{
    TextStyle style;
    double before;
    double after;
};

constexpr std::array<HeadingLook, 3> kHeadings{
    HeadingLook{{.family = Family::Sans, .size = 15, .leading = 19, .isBold = true}, 24, 7},
    HeadingLook{{.family = Family::Sans, .size = 11.5, .leading = 15, .isBold = true}, 16, 4},
    HeadingLook{{.family = Family::Sans, .size = 10, .leading = 14, .isBold = true}, 12, 3}};

double heightOf(const std::vector<PdfLine> &lines)
{
    return std::accumulate(
        lines.begin(), lines.end(), 0.0, [](double sum, const PdfLine &line) { return sum + line.height; });
}

std::vector<TextPiece> plainPiece(std::string_view text)
{
    return {{.text = std::string(text)}};
}

/// Cells that are empty at the start of a row belong to the cell above.
evidence::PrintedTable asPrinted(const TextTable &source, const std::string &language)
{
    evidence::PrintedTable table;
    table.language = language;
    table.isRightToLeft = isRightToLeftLanguage(language);
    for (std::size_t i = 0; i < source.columns.size(); ++i) {
        table.columns.push_back(
            {.name = source.columns[i], .share = i < source.widths.size() ? source.widths[i] : 1});
    }
    std::size_t first = 0; // the row whose first cell goes on
    for (const auto &row : source.rows) {
        std::vector<evidence::PrintedCell> cells(source.columns.size());
        for (std::size_t i = 0; i < std::min(row.size(), cells.size()); ++i) {
            cells[i].text = row[i];
        }
        if (isSection(row) && !cells.empty()) {
            cells.front().isHead = true;
            cells.front().columnSpan = static_cast<int>(cells.size());
            std::for_each(cells.begin() + 1, cells.end(), [](auto &cell) { cell.isCovered = true; });
            first = table.rows.size() + 1;
        } else if (!cells.empty() && cells.front().text.empty() && first < table.rows.size()) {
            cells.front().isCovered = true;
            ++table.rows[first].cells.front().rowSpan;
        } else {
            first = table.rows.size();
        }
        table.rows.push_back({.cells = std::move(cells), .note = {}});
    }
    return table;
}

class Writer
{
public:
    explicit Writer(const Document &document)
        : m_document(document)
        , m_words(pageWords(document.language))
        , m_isRightToLeft(isRightToLeftLanguage(document.language))
        , m_setter(document.language)
    {
        int entries = 0;
        for (const Block &block : document.blocks) {
            if (const auto *references = std::get_if<References>(&block)) {
                for (const ReferenceEntry &entry : references->entries) {
                    m_references.try_emplace(entry.key, "ref-" + std::to_string(++entries));
                }
            }
        }
    }

    Result<std::string> write();

private:
    struct Line
    {
        std::size_t page;
        double y;
        std::string place;
        double height;
        double baseline;
    };

    [[nodiscard]] std::vector<TextPiece> piecesOf(std::span<const Run> runs) const;

    [[nodiscard]] std::vector<PdfLine>
    set(std::span<const TextPiece> pieces, const TextStyle &style, double width) const
    {
        return m_setter.lines(pieces, style, width, Alignment::Start, m_isRightToLeft);
    }

    /// Whether the block stands on a turned page: a wide table, and the headings right above it.
    [[nodiscard]] bool isTurned() const
    {
        std::size_t at = m_at;
        while (at + 1 < m_document.blocks.size() && std::holds_alternative<Heading>(m_document.blocks[at])) {
            ++at;
        }
        const auto *table = std::get_if<TableBlock>(&m_document.blocks[at]);
        return m_document.isLandscape || (table != nullptr && table->table.isLandscape);
    }

    [[nodiscard]] double measure() const { return std::min(kMeasure, m_pages.width()); }

    /// The left edge of something that is narrower than the page.
    [[nodiscard]] double edge(double width) const
    {
        return m_isRightToLeft ? m_pages.left() + m_pages.width() - width : m_pages.left();
    }

    void
    addText(const std::string &tag, std::span<const TextPiece> pieces, const TextStyle &style, double width);
    void addItems(const std::vector<std::vector<Run>> &items, bool isNumbered, double inset, double space);
    [[nodiscard]] std::vector<PdfLine> captionOfFigure(const Figure &figure) const;
    [[nodiscard]] double captionHeight(const Figure &figure) const;
    [[nodiscard]] double scaleOf(const Figure &figure) const;

    /// What of a block must stand on the page of the heading above it.
    [[nodiscard]] double leastHeight(const Block &block) const;

    void addContents();
    void addContentsNumbers();

    void add(const Heading &heading);
    void add(const Paragraph &paragraph);
    void add(const Verbatim &verbatim);
    void add(const TextTable &table);
    void add(const ItemList &list);
    void add(const TableBlock &block);
    void add(const Figure &figure);
    void add(const References &references);
    void add(const Highlight &highlight);

    const Document &m_document;
    const PageWords &m_words;
    bool m_isRightToLeft;
    TextSetter m_setter;
    PdfPages m_pages;
    ReferencePlaces m_references;
    std::vector<Line> m_contents;
    std::size_t m_at = 0; ///< block
    int m_entry = 0;
};

std::vector<TextPiece> Writer::piecesOf(std::span<const Run> runs) const
{
    std::vector<TextPiece> pieces;
    for (const Run &run : runs) {
        TextPiece piece{.text = run.text,
                        .isBold = run.isBold,
                        .isItalic = run.isItalic,
                        .isSuperscript = run.isSuperscript};
        const auto place = run.reference.empty() ? m_references.end() : m_references.find(run.reference);
        if (place != m_references.end()) {
            piece.target = place->second;
        } else if (isWebAddress(run.address)) {
            piece.address = run.address;
        }
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

void Writer::addText(const std::string &tag,
                     std::span<const TextPiece> pieces,
                     const TextStyle &style,
                     double width)
{
    const std::vector<PdfLine> lines = set(pieces, style, width);
    if (lines.empty()) {
        return;
    }
    m_pages.need(lines.front().height);
    m_pages.begin(tag);
    m_pages.lines(lines, edge(width));
    m_pages.end();
}

void Writer::addItems(const std::vector<std::vector<Run>> &items, bool isNumbered, double inset, double space)
{
    const double width = measure() - kIndent - inset;
    m_pages.begin("L");
    for (std::size_t i = 0; i < items.size(); ++i) {
        std::vector<PdfLine> lines = set(piecesOf(items[i]), kText, width);
        if (lines.empty()) {
            continue;
        }
        m_pages.need(lines.front().height);
        const std::string mark = isNumbered ? std::to_string(i + 1) + "." : "\u2022";
        std::vector<PdfLine> marker = m_setter.lines(plainPiece(mark), kText, kIndent);
        if (m_isRightToLeft) {
            indent(marker, width + kIndent - m_setter.widthOf(mark, kText));
        } else {
            indent(lines, kIndent);
        }
        lines.front().parts.insert(lines.front().parts.begin(), marker.front().parts.front());
        m_pages.begin("LI");
        m_pages.lines(lines, edge(width + kIndent + inset) + (m_isRightToLeft ? 0 : inset));
        m_pages.end();
        m_pages.space(space);
    }
    m_pages.end();
}

double Writer::leastHeight(const Block &block) const
{
    constexpr double kLines = 50;
    constexpr double kHeadOfTable = 110;
    if (const auto *figure = std::get_if<Figure>(&block)) {
        return kReduced * scaleOf(*figure) * figure->diagram.height + kFigureSpace + captionHeight(*figure);
    }
    return std::holds_alternative<TableBlock>(block) || std::holds_alternative<TextTable>(block)
               ? kHeadOfTable
               : kLines;
}

void Writer::add(const Heading &heading)
{
    const int level = std::clamp(heading.level, 1, 3);
    const HeadingLook &look = kHeadings.at(static_cast<std::size_t>(level) - 1);
    const auto lines = set(plainPiece(heading.text), look.style, m_pages.width());
    const double following =
        m_at + 1 < m_document.blocks.size() ? leastHeight(m_document.blocks[m_at + 1]) : 0;
    const double height = look.before + heightOf(lines) + look.after;
    m_pages.need(std::min(height + following, m_pages.height()));
    m_pages.space(look.before);
    m_pages.begin("H" + std::to_string(level + 1));
    m_pages.place("part-" + std::to_string(m_at), level, heading.text);
    m_pages.lines(lines, edge(m_pages.width()));
    m_pages.end();
    m_pages.advance(look.after);
}

void Writer::add(const Paragraph &paragraph)
{
    std::vector<TextPiece> pieces = piecesOf(paragraph.runs);
    if (!paragraph.text.empty()) {
        pieces.insert(pieces.begin(), {.text = paragraph.text});
    }
    addText("P", pieces, kText, measure());
    m_pages.space(7);
}

void Writer::add(const Verbatim &verbatim)
{
    constexpr double kPad = 8;
    const double width = m_pages.width() - 2 * kPad;
    const std::vector<PdfLine> lines = m_setter.lines(plainPiece(verbatim.text), kVerbatim, width);
    m_pages.space(3);
    for (std::size_t i = 0; i < lines.size();) {
        m_pages.need(2 * kPad +
                     kVerbatim.leading * static_cast<double>(std::min<std::size_t>(lines.size() - i, 3)));
        std::size_t count = 0;
        double height = 2 * kPad;
        while (i + count < lines.size() && height + lines[i + count].height <= m_pages.room()) {
            height += lines[i + count++].height;
        }
        count = std::max<std::size_t>(count, 1);
        m_pages.add(Filling{{m_pages.left(), m_pages.y(), m_pages.width(), height}, kShade});
        m_pages.advance(kPad);
        m_pages.begin("P");
        for (const std::size_t end = i + count; i < end; ++i) {
            m_pages.add(PlacedLine{lines[i], m_pages.left() + kPad, m_pages.y()});
            m_pages.advance(lines[i].height);
        }
        m_pages.end();
        m_pages.advance(kPad);
    }
    m_pages.space(9);
}

void Writer::add(const TextTable &table)
{
    addPdfTable(m_pages, m_setter, asPrinted(table, m_document.language), m_references);
}

void Writer::add(const ItemList &list)
{
    addItems(list.items, list.isNumbered, 0, 3);
    m_pages.space(6);
}

void Writer::add(const TableBlock &block)
{
    addPdfTable(m_pages, m_setter, block.table, m_references);
}

std::vector<PdfLine> Writer::captionOfFigure(const Figure &figure) const
{
    return set(plainPiece(captionOf(m_words.figure, figure.number, figure.caption)), kCaption, measure());
}

double Writer::captionHeight(const Figure &figure) const
{
    return heightOf(captionOfFigure(figure)) + kFigureSpace;
}

/// As wide as the page, where that is not much more than its own size and leaves room for the caption.
double Writer::scaleOf(const Figure &figure) const
{
    constexpr double kLargest = 1.2;
    if (figure.diagram.width <= 0 || figure.diagram.height <= 0) {
        return 0;
    }
    return std::min({m_pages.width() / figure.diagram.width,
                     (m_pages.height() - captionHeight(figure)) / figure.diagram.height,
                     kLargest});
}

void Writer::add(const Figure &figure)
{
    const flow::Diagram &diagram = figure.diagram;
    if (double scale = scaleOf(figure); scale > 0) {
        m_pages.space(kFigureSpace);
        // Rather a little smaller than a page that ends half empty.
        const double left = (m_pages.room() - captionHeight(figure)) / diagram.height;
        if (left < scale && left >= kReduced * scale) {
            scale = left;
        }
        constexpr double kRounding = 0.01;
        m_pages.need(diagram.height * scale + captionHeight(figure) - kRounding);
        m_pages.begin("Figure");
        m_pages.add(PlacedDrawing{&diagram, edge(diagram.width * scale), m_pages.y(), scale});
        m_pages.end();
        m_pages.advance(diagram.height * scale + kFigureSpace);
    }
    if (const auto lines = captionOfFigure(figure); !lines.empty()) {
        m_pages.begin("Caption");
        m_pages.lines(lines, edge(measure()));
        m_pages.end();
    }
    m_pages.space(12);
}

void Writer::add(const References &references)
{
    double labels = 0;
    for (const ReferenceEntry &entry : references.entries) {
        labels = std::max(labels, m_setter.widthOf(entry.label, kLabel));
    }
    constexpr double kGap = 7;
    const double start = labels > 0 ? labels + kGap : 0;
    const double all = std::min(m_pages.width(), kMeasure + 50);
    for (const ReferenceEntry &entry : references.entries) {
        const double width = all - start;
        std::vector<PdfLine> lines = set(piecesOf(entry.runs), kSmall, width);
        if (lines.empty()) {
            lines = m_setter.lines(plainPiece(" "), kSmall, width);
        }
        std::vector<PdfLine> label = m_setter.lines(plainPiece(entry.label), kLabel, start + 1);
        indent(m_isRightToLeft ? label : lines, m_isRightToLeft ? width + kGap : start);
        if (!label.empty()) { // on one line with the entry
            auto &parts = lines.front().parts;
            parts.insert(parts.begin(), label.front().parts.front());
        }
        m_pages.need(heightOf(lines) < m_pages.height() / 3 ? heightOf(lines) : lines.front().height);
        m_pages.begin("P");
        m_pages.place("ref-" + std::to_string(++m_entry));
        m_pages.lines(lines, edge(all));
        m_pages.end();
        m_pages.space(3.5);
    }
}

void Writer::add(const Highlight &highlight)
{
    constexpr double kPad = 14;
    constexpr double kBar = 3.5;
    double height = 2 * kPad + kHighlightTitle.leading;
    for (const auto &item : highlight.items) {
        height += heightOf(set(piecesOf(item), kText, measure() - kIndent - kPad)) + 4;
    }
    m_pages.space(14);
    m_pages.need(std::min(height, m_pages.height()));
    const std::size_t page = m_pages.page();
    const double top = m_pages.y();
    m_pages.advance(kPad);
    const auto title = set(plainPiece(highlight.title), kHighlightTitle, measure() - kPad);
    m_pages.begin("H2");
    m_pages.place("part-" + std::to_string(m_at), 1, highlight.title);
    m_pages.lines(title, edge(measure()) + (m_isRightToLeft ? 0 : kPad));
    m_pages.end();
    m_pages.advance(3);
    addItems(highlight.items, true, kPad, 4);
    m_pages.advance(kPad - 4);
    if (m_pages.page() == page) { // one that is longer than a page has no ground
        const flow::Rect area{m_pages.left(), top, m_pages.width(), m_pages.y() - top};
        const double bar = m_isRightToLeft ? area.x + area.width - kBar : area.x;
        m_pages.addBehind(page, Filling{{bar, area.y, kBar, area.height}, kPdfLink});
        m_pages.addBehind(page, Filling{area, kTint});
    }
    m_pages.space(14);
}

void Writer::addContents()
{
    m_pages.space(16);
    const auto title = set(plainPiece(m_words.contents), kHighlightTitle, measure());
    m_pages.need(heightOf(title) + 3 * kContents.leading);
    m_pages.begin("H2");
    m_pages.lines(title, edge(measure()));
    m_pages.end();
    m_pages.advance(2);
    for (const ContentsLine &entry : contentsOf(m_document)) {
        const std::string place = "part-" + std::to_string(entry.block);
        const std::vector<TextPiece> pieces{{.text = std::string(entry.text), .target = place}};
        constexpr double kNumber = 40; ///< room for that of the page
        const auto lines = set(pieces, kContents, measure() - kNumber);
        if (lines.empty()) {
            continue;
        }
        m_pages.need(heightOf(lines));
        m_pages.begin("P");
        m_pages.lines(lines, edge(measure() - kNumber));
        m_pages.end();
        const PdfLine &last = lines.back();
        m_contents.push_back({m_pages.page(), m_pages.y() - last.height, place, last.height, last.baseline});
    }
    m_pages.space(10);
}

/// The pages that headings came to stand on.
void Writer::addContentsNumbers()
{
    for (const Line &line : m_contents) {
        const auto place = m_pages.places().find(line.place);
        if (place == m_pages.places().end()) {
            continue;
        }
        const std::vector<TextPiece> pieces{{.text = std::to_string(place->second + 1)}};
        auto lines =
            m_setter.lines(pieces, kContents, measure(), m_isRightToLeft ? Alignment::Start : Alignment::End);
        m_pages.addTo(line.page, PlacedLine{lines.front(), edge(measure()), line.y});
    }
}

Result<std::string> Writer::write()
{
    m_pages.turn(m_document.isLandscape);
    addText("H1", plainPiece(m_document.title), kTitle, m_pages.width());
    if (!m_document.subtitle.empty()) {
        m_pages.space(6);
        addText("P", plainPiece(m_document.subtitle), kSubtitle, measure());
    }
    m_pages.space(4);
    const auto &blocks = m_document.blocks;
    const auto addBlock = [&] {
        m_pages.turn(isTurned());
        std::visit([&](const auto &block) { add(block); }, blocks[m_at]);
    };
    for (; m_at < blocksBeforeContents(m_document); ++m_at) {
        addBlock();
    }
    if (m_document.hasContents) {
        addContents();
    }
    for (; m_at < blocks.size(); ++m_at) {
        addBlock();
    }
    addContentsNumbers();
    return m_pages.draw({.title = m_document.title,
                         .subject = m_document.subtitle,
                         .keywords = {},
                         .language = m_document.language},
                        m_document.title,
                        m_setter);
}

} // namespace

Result<std::string> documentAsPdf(const Document &document)
{
    return Writer(document).write();
}

Result<std::string> tableAsPdf(const evidence::PrintedTable &table)
{
    const TextSetter setter(table.language);
    PdfPages pages;
    pages.turn(table.isLandscape);
    addPdfTable(pages, setter, table, {});
    const std::string title = tableCaption(table);
    return pages.draw({.title = title.empty() ? table.id : title,
                       .subject = {},
                       .keywords = {},
                       .language = table.language},
                      title,
                      setter);
}

} // namespace winnow::publish
