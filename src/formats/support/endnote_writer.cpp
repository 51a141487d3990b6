#include "formats/support/endnote_writer.h"

#include "formats/support/decision_text.h"
#include "formats/support/endnote_notes.h"
#include "formats/support/endnote_types.h"
#include "formats/support/identifiers.h"
#include "formats/support/normalise.h"
#include "formats/support/ris_writer.h"
#include "formats/support/strings.h"
#include "formats/support/vocabulary.h"
#include "formats/support/xml_tree.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

namespace {

/// The children of <record> in the order in which EndNote writes them.
constexpr std::array<std::string_view, 53> kOrder{
    "rec-number",
    "contributors",
    "auth-address",
    "auth-affiliaton",
    "titles",
    "periodical",
    "alt-periodical",
    "pages",
    "volume",
    "number",
    "issue",
    "secondary-volume",
    "secondary-issue",
    "num-vols",
    "edition",
    "section",
    "reprint-edition",
    "reprint-status",
    "keywords",
    "dates",
    "pub-location",
    "publisher",
    "orig-pub",
    "isbn",
    "accession-num",
    "call-num",
    "report-id",
    "coden",
    "electronic-resource-num",
    "abstract",
    "label",
    "image",
    "caption",
    "notes",
    "research-notes",
    "work-type",
    "reviewed-item",
    "availability",
    "remote-source",
    "meeting-place",
    "work-location",
    "work-extent",
    "pack-method",
    "size",
    "repro-ratio",
    "remote-database-name",
    "remote-database-provider",
    "language",
    "urls",
    "access-date",
    "modified-date",
    "custom1",
    "custom2",
};

std::string_view topOf(std::string_view path)
{
    return path.substr(0, path.find('/'));
}

/// Whether a path can be written as elements.
bool isPath(std::string_view path)
{
    bool isAtStart = true;
    for (const char c : path) {
        if (!isLetter(c) && (isAtStart || !(isDigit(c) || c == '-' || c == '_' || c == '.' || c == '/'))) {
            return false;
        }
        isAtStart = c == '/';
    }
    return !isAtStart;
}

class EndnoteWriter final : public RecordWriter
{
public:
    void begin(std::string &out) override
    {
        out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xml><records>\n";
    }

    void record(const ExportRecord &exported, std::string &out) override
    {
        m_fields.clear();
        m_notes.clear();
        collect(exported);
        out += "<record><source-app name=\"Winnow\" version=\"" WINNOW_VERSION "\">Winnow</source-app>";
        type(exported, out);
        std::ranges::stable_sort(m_fields, {}, [](const RawField &field) {
            return std::ranges::find(kOrder, topOf(field.name)) - kOrder.begin();
        });
        write(out);
        out += "</record>\n";
    }

    Result<void> end(std::string &out) override
    {
        out += "</records></xml>\n";
        return {};
    }

private:
    void field(std::string_view path, std::string_view value)
    {
        if (!value.empty()) {
            m_fields.push_back({std::string(path), std::string(value)});
        }
    }

    void note(std::string_view line)
    {
        m_notes += m_notes.empty() ? "" : "\n";
        m_notes += line;
    }

    void note(FieldKind kind, std::string_view value)
    {
        if (!value.empty()) {
            const auto *const known = std::ranges::find(kEndnoteNotes, kind, &EndnoteNote::kind);
            note(std::string(known->begin) + std::string(value));
        }
    }

    [[nodiscard]] static std::string_view extra(const ExportRecord &exported, std::string_view name)
    {
        const auto found = std::ranges::find(exported.extras, name, &RawField::name);
        return found == exported.extras.end() ? std::string_view() : std::string_view(found->value);
    }

    void collect(const ExportRecord &exported)
    {
        const Record &record = exported.record;
        field(isDigits(record.key) ? "rec-number" : "label", record.key);
        for (const PersonName &author : record.authors) {
            field("contributors/authors/author", markedUp(nameText(author)));
        }
        field("titles/title", markedUp(record.title));
        publication(record);
        date(record.date);
        field("abstract", markedUp(record.abstractText));
        identifiers(exported);
        terms(record);
        remarks(exported);
    }

    /// EndNote takes the last word of a name for the family name where no comma tells.
    [[nodiscard]] static std::string nameText(const PersonName &name)
    {
        if (!name.given.empty() || name.family.find_first_of(" ,") == std::string::npos) {
            return printed(name);
        }
        std::string whole = name.family;
        whole.insert(std::min(whole.find(','), whole.size()), 1, ',');
        return whole;
    }

    void publication(const Record &record)
    {
        const std::string source = markedUp(record.sourceTitle);
        field("titles/secondary-title", source);
        if (endnoteTypeFor(record.type).type == RecordType::Article) {
            field("periodical/full-title", source);
        }
        field("volume", record.volume);
        field("number", record.issue);
        field("custom7", record.articleNumber);
        field("publisher", markedUp(record.publisher));
        field("language", record.language);
        const std::string both = record.issn + (record.isbn.empty() ? "" : " ") + record.isbn;
        std::string numbers;
        for (const std::string_view number : pieces(both, " ")) {
            numbers += numbers.empty() ? "" : "\n";
            numbers += number;
        }
        field("isbn", numbers);
        pages(record);
    }

    void pages(const Record &record)
    {
        const std::string text = record.pageFirst + (record.pageLast.empty() ? "" : "-") + record.pageLast;
        Record read;
        setPages(read, text);
        if (read.pageFirst == record.pageFirst && read.pageLast == record.pageLast) {
            field("pages", text);
        } else {
            note(FieldKind::PageFirst, record.pageFirst);
            note(FieldKind::PageLast, record.pageLast);
        }
    }

    void date(const PartialDate &date)
    {
        if (date.year) {
            field("dates/year", yearText(*date.year));
        }
        if (date.month) {
            field("dates/pub-dates/date",
                  std::string(monthName(*date.month)) + (date.day ? ' ' + std::to_string(*date.day) : ""));
        }
    }

    void identifiers(const ExportRecord &exported)
    {
        const Record &record = exported.record;
        field("electronic-resource-num", record.doi);
        field("urls/related-urls/url", record.url);
        field("custom2", record.pmcid);
        Record known;
        known.url = record.url;
        completeIdentifiers(known);
        if (known.eid != record.eid) {
            note(FieldKind::Eid, record.eid);
        }
        if (known.pmid != record.pmid) {
            pmid(exported);
        }
    }

    /// EndNote keeps it as the accession number of a reference whose database is that of the NLM.
    void pmid(const ExportRecord &exported)
    {
        const std::string databases = lowered(std::string(extra(exported, "remote-database-name")) + ' ' +
                                              std::string(extra(exported, "remote-database-provider")));
        const bool isMedline =
            std::ranges::any_of(std::array{"medline", "pubmed", "nlm"},
                                [&](const char *name) { return databases.find(name) != std::string::npos; });
        if (!extra(exported, "accession-num").empty() || (!isMedline && databases != " ")) {
            note(FieldKind::Pmid, exported.record.pmid);
            return;
        }
        field("accession-num", exported.record.pmid);
        if (!isMedline && !exported.record.pmid.empty()) {
            field("remote-database-provider", "NLM");
        }
    }

    void terms(const Record &record)
    {
        for (const std::string &keyword : record.keywords) {
            field("keywords/keyword", markedUp(keyword));
        }
        for (const std::string &term : record.indexTerms) {
            field("keywords/keyword", markedUp(term));
        }
        if (!record.indexTerms.empty()) {
            note(std::string(kIndexTermsNote) + ' ' + std::to_string(record.indexTerms.size()));
        }
    }

    void remarks(const ExportRecord &exported)
    {
        if (extra(exported, "remote-database-name").empty()) {
            field("remote-database-name", squeezed(exported.source));
        }
        for (const ReadDecision &decision : exported.decisions) {
            note(squeezed(decisionLine(decision)));
        }
        for (const RawField &field : exported.extras) {
            if (field.name == "research-notes") {
                note(field.value);
            } else if (field.name != "ref-type" && isPath(field.name)) {
                this->field(field.name, field.value);
            }
        }
        field("research-notes", m_notes);
    }

    /// A label says the types that EndNote does not have, and those that a label said when the reference was
    /// read.
    void type(const ExportRecord &exported, std::string &out)
    {
        const RecordType type = exported.record.type;
        const EndnoteType *written = &endnoteTypeFor(type);
        std::string_view name = written->name;
        if (const std::string_view before = extra(exported, "ref-type"); !before.empty()) {
            const EndnoteType &known = endnoteType(before, {});
            if (known.type == written->type || (takesArticleType(known.type) && type != RecordType::Other)) {
                written = &known;
                name = before;
            }
        }
        out += "<ref-type name=\"";
        appendXmlAttribute(out, name);
        out += "\">" + std::to_string(written->number) + "</ref-type>";
        if (type != written->type && typeFromLabel(extra(exported, "work-type")) != type) {
            field("work-type", namesOf(type).label);
        }
    }

    /// Elements that share a parent stand together where they follow one another.
    void write(std::string &out) const
    {
        std::vector<std::string_view> open;
        const auto close = [&](std::size_t depth) {
            for (; open.size() > depth; open.pop_back()) {
                out += "</";
                out += open.back();
                out += '>';
            }
        };
        for (const RawField &field : m_fields) {
            std::vector<std::string_view> names = pieces(field.name, "/");
            const std::string_view leaf = names.back();
            names.pop_back();
            const auto shared = std::ranges::mismatch(open, names).in1 - open.begin();
            close(static_cast<std::size_t>(shared));
            for (std::size_t i = open.size(); i < names.size(); ++i) {
                open.push_back(names[i]);
                out += '<';
                out += names[i];
                out += '>';
            }
            out += '<';
            out += leaf;
            out += '>';
            appendXmlText(out, field.value);
            out += "</";
            out += leaf;
            out += '>';
        }
        close(0);
    }

    static void appendXmlAttribute(std::string &out, std::string_view text)
    {
        std::string escaped;
        appendXmlText(escaped, text);
        for (const char c : escaped) {
            out += c == '"' ? "&quot;" : std::string(1, c);
        }
    }

    std::vector<RawField> m_fields; ///< names are paths
    std::string m_notes;
};

} // namespace

std::unique_ptr<RecordWriter> makeEndnoteWriter()
{
    return std::make_unique<EndnoteWriter>();
}

} // namespace winnow::formats
