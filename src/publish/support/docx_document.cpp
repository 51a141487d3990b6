#include "publish/support/contents.h"
#include "publish/support/direction.h"
#include "publish/support/document_writers.h"
#include "publish/support/docx_drawing.h"
#include "publish/support/docx_table.h"
#include "publish/support/docx_text.h"
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
constexpr double kWhole = 0.9999;
constexpr const char *kShade = "F2F2F0";
constexpr const char *kHighlightShade = "EAF1F8";

void set(pugi::xml_node node, const char *name, std::string_view value)
{
    setAttribute(node, name, value);
}

void shade(pugi::xml_node properties, const char *colour)
{
    pugi::xml_node element = properties.append_child("w:shd");
    set(element, "w:val", "clear");
    set(element, "w:color", "auto");
    set(element, "w:fill", colour);
}

void number(pugi::xml_node properties, int list)
{
    pugi::xml_node element = properties.append_child("w:numPr");
    set(element.append_child("w:ilvl"), "w:val", "0");
    set(element.append_child("w:numId"), "w:val", std::to_string(list));
}

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
    Writer(DocxPackage &package, const Document &document, const DocxPage &upright)
        : m_package(package)
        , m_document(document)
        , m_upright(upright)
        , m_page(document.isLandscape ? upright.turned() : upright)
    {
        if (!document.blocks.empty() && isPrintedAcross(document, 0)) { // its title goes with it
            m_page = upright.turned();
        }
        for (const Block &block : document.blocks) {
            if (const auto *references = std::get_if<References>(&block)) {
                for (const ReferenceEntry &entry : references->entries) {
                    m_bookmarks.try_emplace(entry.key, "ref_" + std::to_string(m_bookmarks.size() + 1));
                }
            }
        }
    }

    [[nodiscard]] const DocxPage &page() const { return m_page; }

    void addTitle()
    {
        addRun(addDocxTextParagraph(m_package.body(), "Title", m_document.title), m_document.title);
        if (!m_document.subtitle.empty()) {
            addRun(addDocxTextParagraph(m_package.body(), "Subtitle", m_document.subtitle),
                   m_document.subtitle);
        }
    }

    /// A field, so that Word lists the headings again when it is told to.
    void addContents()
    {
        const std::vector<ContentsLine> lines = contentsOf(m_document);
        if (!m_document.hasContents || lines.empty()) {
            return;
        }
        addDocxRun(addDocxParagraph(m_package.body(), "Subtitle"),
                   pageWords(m_document.language).contents,
                   {.isBold = true});
        for (std::size_t i = 0; i < lines.size(); ++i) {
            pugi::xml_node paragraph = addDocxTextParagraph(m_package.body(), "Contents", lines[i].text);
            if (i == 0) {
                addDocxFieldMark(paragraph, "begin");
                pugi::xml_node code = paragraph.append_child("w:r");
                set(addElement(code, "w:instrText", " TOC \\o \"1-1\" \\n \\h \\u "),
                    "xml:space",
                    "preserve");
                addDocxFieldMark(paragraph, "separate");
            }
            addRun(addDocxAnchor(paragraph, bookmarkOf(lines[i].block)), lines[i].text);
            if (i + 1 == lines.size()) {
                addDocxFieldMark(paragraph, "end");
            }
        }
    }

    void add(std::size_t index)
    {
        turnPage(isPrintedAcross(m_document, index));
        m_at = index;
        std::visit(*this, m_document.blocks[index]);
    }

    void operator()(const Heading &heading)
    {
        const int level = std::clamp(heading.level, 1, 3);
        pugi::xml_node paragraph =
            addDocxTextParagraph(m_package.body(), "Heading" + std::to_string(level), heading.text);
        m_package.addBookmark(paragraph, bookmarkOf(m_at), [&] { addRun(paragraph, heading.text); });
    }

    void operator()(const Paragraph &paragraph)
    {
        const std::string text = paragraph.runs.empty() ? paragraph.text : textOf(paragraph.runs);
        pugi::xml_node element = addDocxTextParagraph(m_package.body(), "BodyText", text);
        if (paragraph.runs.empty()) {
            addRun(element, paragraph.text);
        } else {
            addRuns(element, paragraph.runs);
        }
    }

    void operator()(const Verbatim &verbatim)
    {
        pugi::xml_node paragraph = addDocxParagraph(m_package.body(), "BodyText");
        shade(paragraph.child("w:pPr"), kShade);
        addDocxRun(paragraph, verbatim.text);
    }

    void operator()(const TextTable &source)
    {
        addDocxTable(m_package, printedFrom(source), {m_page.textWidth(), &m_bookmarks, 0});
    }

    void operator()(const ItemList &list)
    {
        const int numbering = list.isNumbered ? m_package.newNumbering() : DocxPackage::bullets();
        for (const auto &item : list.items) {
            pugi::xml_node paragraph = addDocxParagraph(m_package.body(), "List");
            number(paragraph.child("w:pPr"), numbering);
            if (isRightToLeft(textOf(item))) {
                paragraph.child("w:pPr").append_child("w:bidi");
            }
            addRuns(paragraph, item);
        }
    }

    void operator()(const TableBlock &block)
    {
        addDocxTable(m_package, block.table, {m_page.textWidth(), &m_bookmarks, m_lastTable});
        m_lastTable = block.table.number > 0 ? block.table.number : m_lastTable;
    }

    void operator()(const Figure &figure)
    {
        const flow::Diagram &diagram = figure.diagram;
        if (auto png = asPng(diagram, kPictureDpi)) {
            const double scale = std::min({1.0,
                                           m_page.textWidth() / diagram.width,
                                           (m_page.textHeight() - kCaptionHeight) / diagram.height});
            const DocxPicture picture{m_package.addPng(*std::move(png)),
                                      diagram.width * scale,
                                      diagram.height * scale,
                                      diagram.title,
                                      diagram.description};
            pugi::xml_node paragraph = addDocxParagraph(m_package.body());
            paragraph.append_child("w:pPr").append_child("w:keepNext");
            if (scale < kWhole) {
                addDocxPicture(m_package, paragraph, picture); // the type of shapes does not shrink with them
            } else {
                addDocxDrawing(m_package, paragraph, diagram, picture);
            }
        } else {
            addRun(addDocxParagraph(m_package.body()), diagram.description);
            m_failure = m_failure ? m_failure : png.error();
        }
        addDocxCaption(m_package,
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
            pugi::xml_node paragraph = addDocxParagraph(m_package.body(), "Reference");
            pugi::xml_node properties = paragraph.child("w:pPr");
            pugi::xml_node tab = properties.append_child("w:tabs").append_child("w:tab");
            set(tab, "w:val", "left");
            set(tab, "w:pos", "560");
            if (isRightToLeft(textOf(entry.runs))) {
                properties.append_child("w:bidi");
            }
            pugi::xml_node indent = properties.append_child("w:ind");
            set(indent, "w:left", "560");
            set(indent, "w:hanging", "560");
            const auto fill = [&] {
                addRun(paragraph, entry.label.empty() ? std::string() : entry.label + "\t");
                addRuns(paragraph, entry.runs);
            };
            const auto bookmark = m_bookmarks.find(entry.key);
            if (bookmark != m_bookmarks.end() && m_printed.insert(entry.key).second) {
                m_package.addBookmark(paragraph, bookmark->second, fill);
            } else {
                fill();
            }
        }
    }

    void operator()(const Highlight &highlight)
    {
        addDocxParagraph(m_package.body(), "Note");
        if (!highlight.title.empty()) {
            pugi::xml_node title = addBoxed();
            pugi::xml_node properties = title.child("w:pPr");
            properties.insert_child_before("w:keepNext", properties.child("w:keepLines"));
            set(properties.append_child("w:outlineLvl"), "w:val", "0");
            m_package.addBookmark(title, bookmarkOf(m_at), [&] {
                addDocxRun(title,
                           highlight.title,
                           {.isBold = true, .isRightToLeft = isRightToLeft(highlight.title), .size = 11});
            });
        }
        const int numbering = m_package.newNumbering();
        for (const auto &item : highlight.items) {
            addRuns(addBoxed(numbering), item);
        }
        set(addDocxParagraph(m_package.body(), "Note").child("w:pPr").append_child("w:spacing"),
            "w:after",
            "0");
    }

    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }

private:
    static std::string bookmarkOf(std::size_t block) { return "part_" + std::to_string(block + 1); }

    static void addRun(pugi::xml_node paragraph, std::string_view text)
    {
        addDocxRun(paragraph, text, {.isRightToLeft = isRightToLeft(text)});
    }

    void addRuns(pugi::xml_node paragraph, const std::vector<Run> &runs)
    {
        for (const Run &run : runs) {
            DocxRun style{.isBold = run.isBold,
                          .isItalic = run.isItalic,
                          .isSuperscript = run.isSuperscript,
                          .isRightToLeft = isRightToLeft(run.text)};
            pugi::xml_node parent = paragraph;
            const auto bookmark = m_bookmarks.find(run.reference);
            if (!run.reference.empty() && bookmark != m_bookmarks.end()) {
                parent = addDocxAnchor(paragraph, bookmark->second);
            } else if (isWebAddress(run.address)) {
                parent = paragraph.append_child("w:hyperlink");
                set(parent, "r:id", m_package.addHyperlink(run.address));
                style.style = "Hyperlink";
            }
            addDocxRun(parent, run.text, style);
        }
    }

    /// A paragraph of the box of a highlight; such paragraphs that follow one another are one box.
    [[nodiscard]] pugi::xml_node addBoxed(int list = 0)
    {
        pugi::xml_node paragraph = addDocxParagraph(m_package.body(), "List");
        pugi::xml_node properties = paragraph.child("w:pPr");
        properties.append_child("w:keepLines");
        if (list > 0) {
            number(properties, list);
        }
        pugi::xml_node borders = properties.append_child("w:pBdr");
        for (const auto &[side, size, colour] : {std::tuple{"w:top", "4", kHighlightShade},
                                                 {"w:left", "24", "0B57A4"},
                                                 {"w:bottom", "4", kHighlightShade},
                                                 {"w:right", "4", kHighlightShade}}) {
            pugi::xml_node border = borders.append_child(side);
            set(border, "w:val", "single");
            set(border, "w:sz", size);
            set(border, "w:space", "6");
            set(border, "w:color", colour);
        }
        shade(properties, kHighlightShade);
        pugi::xml_node indent = properties.append_child("w:ind"); // the same for all, or there would be boxes
        set(indent, "w:left", "560");
        set(indent, "w:right", "160");
        set(indent, "w:hanging", "400");
        return paragraph;
    }

    void turnPage(bool isAcross)
    {
        if (isAcross == (m_page.width > m_page.height)) {
            return;
        }
        if (m_package.body().first_child()) {
            m_package.endSection(m_page);
        }
        m_page = isAcross ? m_upright.turned() : m_upright;
    }

    DocxPackage &m_package;
    const Document &m_document;
    DocxPage m_upright;
    DocxPage m_page;
    DocxBookmarks m_bookmarks;
    std::set<std::string> m_printed; ///< keys of references
    std::size_t m_at = 0;            ///< block
    int m_lastTable = 0;
    int m_lastFigure = 0;
    std::optional<Error> m_failure;
};

} // namespace

Result<std::string> documentAsDocx(const Document &document)
{
    DocxPackage package({.title = text::printableLine(document.title),
                         .subject = text::printableLine(document.subtitle),
                         .description = {},
                         .language = text::printableLine(document.language)});
    package.numberPages();
    Writer writer(package, document, DocxPage{});
    writer.addTitle();
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        if (i == blocksBeforeContents(document)) {
            writer.addContents();
        }
        writer.add(i);
    }
    if (writer.failure()) {
        return *writer.failure();
    }
    return package.bytes(writer.page());
}

Result<std::string> tableAsDocx(const evidence::PrintedTable &table)
{
    DocxPackage package({.title = text::printableLine(tableCaption(table)),
                         .subject = {},
                         .description = {},
                         .language = text::printableLine(table.language)});
    const DocxPage page = table.isLandscape ? DocxPage{}.turned() : DocxPage{};
    addDocxTable(package, table, {page.textWidth(), nullptr, 0});
    return package.bytes(page);
}

} // namespace winnow::publish
