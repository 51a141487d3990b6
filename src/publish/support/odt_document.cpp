#include "publish/support/contents.h"
#include "publish/support/direction.h"
#include "publish/support/document_writers.h"
#include "publish/support/odt_table.h"
#include "publish/support/page_words.h"
#include "publish/support/picture.h"
#include "publish/support/table_grid.h"
#include "publish/support/web_address.h"
#include "publish/support/xml.h"
#include "text/printable_text.h"

#include <algorithm>
#include <set>

namespace winnow::publish {

namespace {

constexpr double kPictureDpi = 200;
constexpr double kCaptionHeight = 60; ///< points left for the caption of a figure
constexpr std::uint32_t kHighlightFill = 0xEAF1F8;
constexpr const char *kHighlightLine = "3pt solid #0b57a4";

std::string textOf(const std::vector<Run> &runs)
{
    std::string text;
    for (const Run &run : runs) {
        text += run.text;
    }
    return text;
}

class Writer
{
public:
    Writer(OdtPackage &package, const Document &document)
        : m_package(package)
        , m_document(document)
    {
        for (const Block &block : document.blocks) {
            if (const auto *references = std::get_if<References>(&block)) {
                for (const ReferenceEntry &entry : references->entries) {
                    m_bookmarks.try_emplace(entry.key, "ref_" + std::to_string(m_bookmarks.size() + 1));
                }
            }
        }
    }

    void addTitle()
    {
        addTextParagraph("Title", m_document.title);
        if (!m_document.subtitle.empty()) {
            addTextParagraph("Subtitle", m_document.subtitle);
        }
    }

    void addContents()
    {
        const std::vector<ContentsLine> lines = contentsOf(m_document);
        if (!m_document.hasContents || lines.empty()) {
            return;
        }
        const std::string_view word = pageWords(m_document.language).contents;
        m_package.addText(addStyled(m_package.body(), "Subtitle", word), word, {.isBold = true});
        for (const ContentsLine &line : lines) {
            pugi::xml_node paragraph = addStyled(m_package.body(), "Contents_20_1", line.text);
            m_package.addText(addOdtReference(paragraph, bookmarkOf(line.block)), line.text);
        }
    }

    void add(std::size_t index, bool isAcross)
    {
        m_package.turn(isAcross);
        m_at = index;
        std::visit(*this, m_document.blocks[index]);
    }

    void operator()(const Heading &heading)
    {
        pugi::xml_node element = m_package.addHeading(std::clamp(heading.level, 1, 3), heading.text);
        const std::string bookmark = bookmarkOf(m_at);
        addOdtBookmark(element, "text:bookmark-start", bookmark);
        m_package.addText(element, heading.text);
        addOdtBookmark(element, "text:bookmark-end", bookmark);
    }

    void operator()(const Paragraph &paragraph)
    {
        if (paragraph.runs.empty()) {
            addTextParagraph("Standard", paragraph.text);
        } else {
            addRuns(addStyled(m_package.body(), "Standard", textOf(paragraph.runs)), paragraph.runs);
        }
    }

    void operator()(const Verbatim &verbatim)
    {
        m_package.addText(m_package.addParagraph(m_package.body(), {"Listing"}), verbatim.text);
    }

    void operator()(const TextTable &table) { addOdtTable(m_package, printedFrom(table), m_bookmarks, 0); }

    void operator()(const ItemList &list)
    {
        addList(m_package.body(), list.items, list.isNumbered ? "Numbered" : "Dotted");
    }

    void operator()(const TableBlock &block)
    {
        addOdtTable(m_package, block.table, m_bookmarks, m_lastTable);
        m_lastTable = block.table.number > 0 ? block.table.number : m_lastTable;
    }

    void operator()(const Figure &figure)
    {
        const flow::Diagram &diagram = figure.diagram;
        auto png = asPng(diagram, kPictureDpi);
        if (!png) {
            m_failure = m_failure ? m_failure : png.error();
            return;
        }
        const OdtPage page = m_package.page();
        const double scale =
            std::min({1.0, page.width / diagram.width, (page.height - kCaptionHeight) / diagram.height});
        pugi::xml_node frame = m_package.addParagraph(m_package.body(), {"Standard", {}, false, true})
                                   .append_child("draw:frame");
        setAttribute(frame, "draw:name", m_package.newName("Diagram"));
        setAttribute(frame, "text:anchor-type", "as-char");
        setAttribute(frame, "svg:width", odtPoints(diagram.width * scale));
        setAttribute(frame, "svg:height", odtPoints(diagram.height * scale));
        pugi::xml_node image = frame.append_child("draw:image");
        setAttribute(image, "xlink:href", m_package.addPng(*std::move(png)));
        setAttribute(image, "xlink:type", "simple");
        setAttribute(image, "xlink:show", "embed");
        setAttribute(image, "xlink:actuate", "onLoad");
        addElement(frame, "svg:title", diagram.title);
        addElement(frame, "svg:desc", diagram.description);
        addOdtCaption(m_package,
                      pageWords(m_document.language).figure,
                      "Figure",
                      figure.number,
                      m_lastFigure,
                      figure.caption);
        m_lastFigure = figure.number > 0 ? figure.number : m_lastFigure;
    }

    void operator()(const References &references)
    {
        for (const ReferenceEntry &entry : references.entries) {
            pugi::xml_node paragraph = addStyled(m_package.body(), "Bibliography_20_1", textOf(entry.runs));
            const auto known = m_bookmarks.find(entry.key);
            const bool isFirst = known != m_bookmarks.end() && m_printed.insert(entry.key).second;
            if (isFirst) {
                addOdtBookmark(paragraph, "text:bookmark-start", known->second);
            }
            m_package.addText(paragraph, entry.label.empty() ? std::string() : entry.label + "\t");
            addRuns(paragraph, entry.runs);
            if (isFirst) {
                addOdtBookmark(paragraph, "text:bookmark-end", known->second);
            }
        }
    }

    /// A table of one cell: paragraphs and lists would each have a ground of their own.
    void operator()(const Highlight &highlight)
    {
        m_package.addParagraph(m_package.body(), {"Note"});
        const std::vector<double> widths{m_package.page().width};
        pugi::xml_node table = addOdtTableElement(m_package, widths, false);
        addOdtColumns(m_package, table, widths);
        pugi::xml_node cell = table.append_child("table:table-row").append_child("table:table-cell");
        setAttribute(
            cell,
            "table:style-name",
            addOdtCellStyle(m_package, {.fill = kHighlightFill, .left = kHighlightLine}, kHighlightPadding));
        setAttribute(cell, "office:value-type", "string");
        if (!highlight.title.empty()) {
            pugi::xml_node title = addStyled(cell, "List", highlight.title);
            addOdtBookmark(title, "text:bookmark-start", bookmarkOf(m_at));
            m_package.addText(title, highlight.title, {.isBold = true});
            addOdtBookmark(title, "text:bookmark-end", bookmarkOf(m_at));
        }
        addList(cell, highlight.items, "Numbered");
        if (!cell.first_child()) {
            m_package.addParagraph(cell, {"List"});
        }
        m_package.addParagraph(m_package.body(), {"Note"});
    }

    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }

private:
    static constexpr double kHighlightPadding = 8;

    static std::string bookmarkOf(std::size_t block) { return "part_" + std::to_string(block + 1); }

    pugi::xml_node addStyled(pugi::xml_node parent, const char *style, std::string_view text)
    {
        return m_package.addParagraph(parent, {style, {}, isRightToLeft(text)});
    }

    void addTextParagraph(const char *style, std::string_view text)
    {
        m_package.addText(addStyled(m_package.body(), style, text), text);
    }

    void addList(pugi::xml_node parent, const std::vector<std::vector<Run>> &items, const char *style)
    {
        if (items.empty()) {
            return;
        }
        pugi::xml_node list = parent.append_child("text:list");
        setAttribute(list, "text:style-name", style);
        for (const auto &item : items) {
            addRuns(addStyled(list.append_child("text:list-item"), "List", textOf(item)), item);
        }
    }

    void addRuns(pugi::xml_node paragraph, const std::vector<Run> &runs)
    {
        for (const Run &run : runs) {
            pugi::xml_node parent = paragraph;
            const auto bookmark = m_bookmarks.find(run.reference);
            if (!run.reference.empty() && bookmark != m_bookmarks.end()) {
                parent = addOdtReference(paragraph, bookmark->second);
            } else if (isWebAddress(run.address)) {
                parent = paragraph.append_child("text:a");
                setAttribute(parent, "xlink:type", "simple");
                setAttribute(parent, "xlink:href", run.address);
                setAttribute(parent, "text:style-name", "Internet_20_link");
            }
            m_package.addText(
                parent,
                run.text,
                {.isBold = run.isBold, .isItalic = run.isItalic, .isSuperscript = run.isSuperscript});
        }
    }

    OdtPackage &m_package;
    const Document &m_document;
    OdtBookmarks m_bookmarks;
    std::set<std::string> m_printed;
    std::size_t m_at = 0; ///< block
    int m_lastTable = 0;
    int m_lastFigure = 0;
    std::optional<Error> m_failure;
};

} // namespace

Result<std::string> documentAsOdt(const Document &document)
{
    const auto isAcross = [&](std::size_t index) { return isPrintedAcross(document, index); };
    OdtPackage package({.title = text::printableLine(document.title),
                        .subject = text::printableLine(document.subtitle),
                        .language = text::printableLine(document.language)},
                       document.blocks.empty() ? document.isLandscape : isAcross(0));
    Writer writer(package, document);
    writer.addTitle();
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        if (i == blocksBeforeContents(document)) {
            writer.addContents();
        }
        writer.add(i, isAcross(i));
    }
    if (writer.failure()) {
        return *writer.failure();
    }
    return package.bytes();
}

Result<std::string> tableAsOdt(const evidence::PrintedTable &table)
{
    OdtPackage package({.title = text::printableLine(tableCaption(table)),
                        .subject = {},
                        .language = text::printableLine(table.language)},
                       table.isLandscape);
    addOdtTable(package, table, {}, 0);
    return package.bytes();
}

} // namespace winnow::publish
