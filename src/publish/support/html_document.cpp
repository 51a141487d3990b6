#include "publish/support/contents.h"
#include "publish/support/document_writers.h"
#include "publish/support/page_words.h"
#include "publish/support/report_page.h"
#include "publish/support/svg_diagram.h"
#include "publish/support/web_address.h"
#include "publish/support/xml.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <sstream>

namespace winnow::publish {

namespace {

/// A place of the document that cites.
struct Place
{
    std::string id;
    std::string name;

    bool operator==(const Place &) const = default;
};

/// What links lead to, known before anything is written.
struct Links
{
    std::vector<std::string> ids;                               ///< of the blocks
    std::vector<std::vector<std::string>> entries;              ///< of the entries of each block
    ReferenceIds references;                                    ///< by key
    std::unordered_map<std::string, std::vector<Place>> places; ///< that cite, by the id of the entry
};

class Planner
{
public:
    Planner(const Document &document, PageParts &parts)
        : m_document(document)
        , m_parts(parts)
        , m_words(pageWords(document.language))
    {}

    Links plan()
    {
        for (const Block &block : m_document.blocks) {
            m_links.entries.emplace_back();
            m_links.ids.push_back(std::visit([&](const auto &it) { return name(it); }, block));
        }
        for (std::size_t i = 0; i < m_document.blocks.size(); ++i) {
            m_at = i;
            std::visit([&](const auto &it) { cite(it); }, m_document.blocks[i]);
        }
        return std::move(m_links);
    }

private:
    std::string name(const Heading &heading) { return m_parts.id(heading.id.empty() ? "part" : heading.id); }

    std::string name(const TableBlock &block)
    {
        return m_parts.id(block.table.id.empty() ? "table" : block.table.id);
    }

    std::string name(const Figure & /*figure*/) { return m_parts.id("figure"); }

    std::string name(const Highlight & /*highlight*/) { return m_parts.id("key-messages"); }

    std::string name(const References &references)
    {
        for (const ReferenceEntry &entry : references.entries) {
            m_links.entries.back().push_back(m_parts.id("ref-" + std::to_string(++m_entries)));
            m_links.references.try_emplace(entry.key, m_links.entries.back().back());
        }
        return {};
    }

    static std::string name(const auto & /*block*/) { return {}; }

    void cite(const Heading &heading) { m_place = {m_links.ids[m_at], heading.text}; }

    void cite(const Paragraph &paragraph) { citeRuns(paragraph.runs); }

    void cite(const ItemList &list)
    {
        for (const auto &item : list.items) {
            citeRuns(item);
        }
    }

    void cite(const Highlight &highlight)
    {
        m_place = {m_links.ids[m_at], highlight.title};
        for (const auto &item : highlight.items) {
            citeRuns(item);
        }
    }

    void cite(const TableBlock &block)
    {
        const std::string number = captionOf(m_words.table, block.table.number, {});
        const Place place{m_links.ids[m_at], number.empty() ? block.table.caption : number};
        for (const evidence::PrintedRow &row : block.table.rows) {
            for (const evidence::PrintedCell &cell : row.cells) {
                for (const evidence::CitedText &piece : cell.cited) {
                    add(piece.key, place);
                }
            }
        }
    }

    static void cite(const auto & /*block*/) {}

    void citeRuns(const std::vector<Run> &runs)
    {
        for (const Run &run : runs) {
            add(run.reference, m_place);
        }
    }

    void add(const std::string &key, const Place &place)
    {
        if (key.empty() || place.id.empty() || place.name.empty()) {
            return;
        }
        if (const auto entry = m_links.references.find(key); entry != m_links.references.end()) {
            auto &places = m_links.places[entry->second];
            if (places.empty() || std::ranges::find(places, place) == places.end()) {
                places.push_back(place);
            }
        }
    }

    const Document &m_document;
    PageParts &m_parts;
    const PageWords &m_words;
    Links m_links;
    Place m_place;
    std::size_t m_at = 0;
    int m_entries = 0;
};

/// Names in a drawing are those of its boxes; on a page they begin with the name of the figure.
void prefixIds(pugi::xml_node node, const std::string &prefix)
{
    if (pugi::xml_attribute id = node.attribute("id")) {
        id = (prefix + id.value()).c_str();
    }
    if (pugi::xml_attribute label = node.attribute("aria-labelledby")) {
        std::istringstream names(label.value());
        std::string all;
        for (std::string name; names >> name;) {
            all += all.empty() ? "" : " ";
            all += prefix;
            all += name;
        }
        label = all.c_str();
    }
    for (const pugi::xml_node child : node.children()) {
        prefixIds(child, prefix);
    }
}

class Writer
{
public:
    Writer(HtmlWriter &html, const Document &document, const Links &links, PageParts &parts)
        : m_html(html)
        , m_document(document)
        , m_links(links)
        , m_parts(parts)
        , m_words(pageWords(document.language))
    {}

    void write(std::size_t block)
    {
        m_at = block;
        std::visit([&](const auto &it) { write(it); }, m_document.blocks[block]);
        m_html.newLine();
    }

private:
    [[nodiscard]] const std::string &id() const { return m_links.ids[m_at]; }

    void writeItems(std::string_view tag, const std::vector<std::vector<Run>> &items)
    {
        m_html.open(tag);
        for (const auto &item : items) {
            m_html.open("li");
            writeRuns(m_html, item, m_links.references);
            m_html.close();
        }
        m_html.close();
    }

    void write(const Heading &heading)
    {
        constexpr std::array<std::string_view, 3> kTags{"h2", "h3", "h4"};
        m_heading = heading.text;
        m_html.element(kTags.at(static_cast<std::size_t>(std::clamp(heading.level, 1, 3)) - 1),
                       heading.text,
                       {{"id", id()}});
    }

    void write(const Paragraph &paragraph)
    {
        m_html.open("p");
        m_html.text(paragraph.text);
        writeRuns(m_html, paragraph.runs, m_links.references);
        m_html.close();
    }

    void write(const Verbatim &verbatim)
    {
        m_html.open("pre", {{"dir", "ltr"}});
        m_html.newLine(); // a line end that follows the tag is not part of the text
        m_html.text(verbatim.text);
        m_html.close();
    }

    void write(const ItemList &list) { writeItems(list.isNumbered ? "ol" : "ul", list.items); }

    void write(const Highlight &highlight)
    {
        const std::string title = highlight.title.empty() ? std::string() : m_parts.id(id() + "-title");
        m_html.open("section", {{"class", "highlight"}, {"id", id()}, {"aria-labelledby", title}});
        if (!title.empty()) {
            m_html.element("h2", highlight.title, {{"id", title}});
        }
        writeItems("ol", highlight.items);
        m_html.close();
    }

    void write(const TableBlock &block)
    {
        writeHtmlTable(m_html, block, id(), m_links.references, m_document.language, m_parts);
    }

    void write(const TextTable &table);
    void write(const Figure &figure);
    void write(const References &references);
    void writeEntry(const ReferenceEntry &entry, const std::string &id);

    HtmlWriter &m_html;
    const Document &m_document;
    const Links &m_links;
    PageParts &m_parts;
    const PageWords &m_words;
    std::string m_heading;
    std::size_t m_at = 0;
};

void Writer::write(const TextTable &source)
{
    m_html.open("div",
                {{"class", "wide"},
                 {"role", "region"},
                 {"aria-label", m_heading.empty() ? m_words.table : m_heading},
                 {"tabindex", "0"}});
    m_html.open("table");
    double all = 0;
    for (const double width : source.widths) {
        all += width;
    }
    m_html.open("colgroup");
    for (const double width : source.widths) {
        m_html.raw("<col class=\"" + m_parts.width(all > 0 ? std::lround(100 * width / all) : 0) + "\">");
    }
    m_html.close();
    m_html.newLine();
    m_html.open("thead");
    m_html.open("tr");
    for (const std::string &column : source.columns) {
        m_html.element(column.empty() ? "td" : "th", column, {{"scope", column.empty() ? "" : "col"}});
    }
    m_html.close();
    m_html.close();
    m_html.newLine();
    m_html.open("tbody");
    m_html.newLine();
    for (const auto &row : source.rows) {
        if (isSection(row)) {
            m_html.open("tr", {{"class", "section"}});
            m_html.element(
                "th", row.front(), {{"scope", "col"}, {"colspan", std::to_string(source.columns.size())}});
        } else {
            m_html.open("tr", {{"class", !row.empty() && row.front().empty() ? "more" : ""}});
            for (std::size_t i = 0; i < source.columns.size(); ++i) {
                m_html.element("td", i < row.size() ? std::string_view(row[i]) : std::string_view());
            }
        }
        m_html.close();
        m_html.newLine();
    }
    m_html.close();
    m_html.close();
    m_html.close();
}

void Writer::write(const Figure &figure)
{
    pugi::xml_document drawing;
    const pugi::xml_node root = drawing.root();
    prefixIds(addSvg(root, figure.diagram), id() + "-");
    std::ostringstream svg;
    drawing.save(svg, "", pugi::format_raw | pugi::format_no_declaration);
    const std::string caption = captionOf(m_words.figure, figure.number, figure.caption);
    m_html.open("figure", {{"id", id()}});
    m_html.newLine();
    m_html.open("div",
                {{"class", "drawing"},
                 {"role", "region"},
                 {"aria-label", caption.empty() ? figure.diagram.title : caption},
                 {"tabindex", "0"}});
    m_html.raw(svg.str());
    m_html.close();
    m_html.newLine();
    if (!caption.empty()) {
        m_html.open("figcaption");
        const std::string number = captionOf(m_words.figure, figure.number, {});
        if (!number.empty()) {
            m_html.element("strong", number + (figure.caption.empty() ? "" : "."));
            m_html.text(figure.caption.empty() ? "" : " ");
        }
        m_html.text(figure.caption);
        m_html.close();
        m_html.newLine();
    }
    if (!figure.diagram.description.empty()) {
        m_html.open("details");
        m_html.element("summary", m_words.figureInWords);
        m_html.element("p", figure.diagram.description, {{"lang", figure.diagram.language}});
        m_html.close();
        m_html.newLine();
    }
    m_html.close();
}

void Writer::write(const References &references)
{
    m_html.open("ol", {{"class", "references"}, {"role", "list"}});
    m_html.newLine();
    for (std::size_t i = 0; i < references.entries.size(); ++i) {
        writeEntry(references.entries[i], m_links.entries[m_at][i]);
    }
    m_html.close();
}

void Writer::writeEntry(const ReferenceEntry &entry, const std::string &id)
{
    m_html.open("li", {{"id", id}, {"class", entry.label.empty() ? "bare" : ""}});
    if (!entry.label.empty()) {
        m_html.element("span", entry.label, {{"class", "label"}});
    }
    m_html.open("div");
    m_html.open("p", {{"dir", "auto"}});
    writeRuns(m_html, entry.runs, m_links.references);
    m_html.close();
    if (!entry.record.empty()) {
        m_html.open("details");
        m_html.element("summary", m_words.record);
        m_html.open("dl");
        for (const auto &[name, text] : entry.record) {
            m_html.element("dt", name);
            m_html.open("dd", {{"dir", "auto"}});
            const std::vector<Run> run{{.text = text, .address = isWebAddress(text) ? text : std::string()}};
            writeRuns(m_html, run, {});
            m_html.close();
        }
        m_html.close();
        m_html.close();
    }
    if (const auto places = m_links.places.find(id); places != m_links.places.end()) {
        m_html.open("div", {{"class", "cited"}});
        m_html.text(std::string(m_words.citedIn) + " ");
        for (std::size_t i = 0; i < places->second.size(); ++i) {
            const Place &place = places->second[i];
            m_html.text(i == 0 ? "" : ", ");
            m_html.element("a", place.name, {{"href", "#" + place.id}});
        }
        m_html.close();
    }
    m_html.close();
    m_html.close();
    m_html.newLine();
}

void writeContents(HtmlWriter &html, const Document &document, const Links &links)
{
    html.open("nav", {{"aria-labelledby", "contents"}});
    html.element("h2", pageWords(document.language).contents, {{"id", "contents"}});
    html.open("ol", {{"role", "list"}});
    for (const ContentsLine &line : contentsOf(document)) {
        html.open("li");
        html.element("a", line.text, {{"href", "#" + links.ids[line.block]}});
        html.close();
    }
    html.close();
    html.close();
    html.newLine();
}

/// Whether there is anything for the script to do.
bool needsScript(const Document &document)
{
    return std::ranges::any_of(document.blocks, [](const Block &block) {
        const auto *table = std::get_if<TableBlock>(&block);
        return std::holds_alternative<References>(block) || (table != nullptr && table->canBeFiltered);
    });
}

} // namespace

Result<std::string> documentAsHtml(const Document &document)
{
    PageParts parts;
    for (const char *taken : {"main", "contents", "arrows"}) {
        (void)parts.id(taken);
    }
    const Links links = Planner(document, parts).plan();
    HtmlWriter html;
    Writer writer(html, document, links, parts);
    html.element("a", pageWords(document.language).skip, {{"class", "skip"}, {"href", "#main"}});
    html.newLine();
    html.open("main",
              {{"id", "main"}, {"tabindex", "-1"}, {"class", document.hasContents ? "with-contents" : ""}});
    html.newLine();
    html.open("header");
    html.element("h1", document.title);
    if (!document.subtitle.empty()) {
        html.element("p", document.subtitle, {{"class", "subtitle"}});
    }
    html.close();
    html.newLine();
    std::size_t at = 0;
    for (; at < blocksBeforeContents(document); ++at) {
        writer.write(at);
    }
    if (document.hasContents) {
        writeContents(html, document, links);
    }
    html.open("div", {{"class", "text"}});
    html.newLine();
    for (; at < document.blocks.size(); ++at) {
        writer.write(at);
    }
    html.close();
    html.newLine();
    html.close();
    html.newLine();
    return pageAround(
        html.take(),
        parts,
        {.title = document.title, .language = document.language, .hasScript = needsScript(document)});
}

} // namespace winnow::publish
