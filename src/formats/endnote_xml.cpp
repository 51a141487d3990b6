#include "formats/format.h"
#include "formats/support/decision_text.h"
#include "formats/support/endnote_notes.h"
#include "formats/support/endnote_types.h"
#include "formats/support/endnote_writer.h"
#include "formats/support/identifiers.h"
#include "formats/support/normalise.h"
#include "formats/support/pubmed_terms.h"
#include "formats/support/record_builder.h"
#include "formats/support/ris_writer.h"
#include "formats/support/strings.h"
#include "formats/support/xml_reader.h"
#include "formats/support/xml_tree.h"

#include <algorithm>
#include <array>
#include <deque>

namespace winnow::formats {

// NOLINTNEXTLINE(readability-identifier-naming): the table of formats goes by the names of the files
extern const Format endnote_xml;

namespace {

using enum FieldKind;

constexpr std::array<std::string_view, 1> kRecords{"record"};

/// Elements by their paths below <record>; all others are extras.
constexpr std::array kRules{
    FieldRule{"database", Ignored}, // of the program that wrote the file, not of the record
    FieldRule{"source-app", Ignored},
    FieldRule{"foreign-keys/key", Ignored},
    FieldRule{"rec-number", Key, 0},
    FieldRule{"label", Key, 1},
    FieldRule{"contributors/authors/author", Authors, 0},
    FieldRule{"titles/title", Title, 0},
    FieldRule{"titles/short-title", Title, 1},
    FieldRule{"titles/secondary-title", SourceTitle, 0},
    FieldRule{"periodical/full-title", SourceTitle, 1},
    FieldRule{"titles/alt-title", SourceTitle, 2},
    FieldRule{"periodical/abbr-1", SourceTitle, 3},
    FieldRule{"volume", Volume, 0},
    FieldRule{"number", Issue, 0},
    FieldRule{"issue", Issue, 1},
    FieldRule{"pages", Pages, 0},
    FieldRule{"custom7", ArticleNumber, 0},
    FieldRule{"dates/year", Date, 0},
    FieldRule{"dates/pub-dates/date", Date, 1},
    FieldRule{"publisher", Publisher, 0},
    FieldRule{"isbn", SerialNumbers},
    FieldRule{"electronic-resource-num", Doi, 0},
    FieldRule{"keywords/keyword", Keywords, 0},
    FieldRule{"abstract", Abstract, 0},
    FieldRule{"language", Language, 0},
    FieldRule{"urls/related-urls/url", Url, 0},
    FieldRule{"urls/web-urls/url", Url, 1},
    FieldRule{"work-type", TypeLabel, 0},
};

/// How deep below <record> elements are told apart.
constexpr std::size_t kMaxDepth = 4;

/// EndNote marks the name of an organisation by a comma at its end, or by two in place of its first comma.
void addEndnoteAuthor(Record &record, std::string_view text)
{
    std::string name = squeezed(text);
    const std::size_t comma = name.find(',');
    const std::size_t two = name.find(",,");
    if (two != std::string::npos && two + 2 < name.size()) {
        name.erase(two, 1);
        name += ",,";
    } else if (comma != std::string::npos && comma + 1 == name.size()) {
        name += ',';
    }
    addAuthor(record, name);
}

class Reference
{
public:
    Reference(pugi::xml_node root, ReadRecord &read)
        : m_root(root)
        , m_read(read)
    {}

    void read()
    {
        const pugi::xml_node typeNode = m_root.child("ref-type");
        const std::string name = squeezed(typeNode.attribute("name").value());
        const EndnoteType &type = endnoteType(name, trimmed(xmlText(typeNode)));
        m_read.record.type = type.type;
        m_databases =
            xmlTextAt(m_root, "remote-database-name") + xmlTextAt(m_root, "remote-database-provider");
        for (const pugi::xml_node child : m_root.children()) {
            walk(child);
        }
        m_builder.finish(m_read);
        moveToIndexTerms(m_read.record, m_indexTerms);
        if (!name.empty() && name != endnoteTypeFor(m_read.record.type).name) {
            m_read.extras.push_back({"ref-type", name});
        }
    }

private:
    /// Takes the leaves below a child of the record: elements that have text, or no elements but those of
    /// formatted text.
    void walk(pugi::xml_node top)
    {
        std::string path = top.name();
        std::vector<std::size_t>
            parents; ///< sizes of the paths above; names in a damaged tree may be anything
        pugi::xml_node node = top;
        const auto moveTo = [&](pugi::xml_node next) {
            node = next;
            path.resize(parents.back());
            path += '/';
            path += node.name();
        };
        for (;;) {
            if (node.type() == pugi::node_element && path != "ref-type") {
                if (parents.size() + 1 < kMaxDepth && !isLeaf(node, path)) {
                    parents.push_back(path.size());
                    moveTo(node.first_child());
                    continue;
                }
                leaf(path, xmlText(node));
            }
            while (node != top && !node.next_sibling()) {
                node = node.parent();
                parents.pop_back();
            }
            if (node == top) {
                return;
            }
            moveTo(node.next_sibling());
        }
    }

    [[nodiscard]] static bool isLeaf(pugi::xml_node node, std::string_view path)
    {
        return std::ranges::find(kRules, path, &FieldRule::name) != kRules.end() ||
               std::ranges::all_of(node.children(),
                                   [](pugi::xml_node child) {
                                       return child.type() != pugi::node_element ||
                                              std::string_view(child.name()) == "style";
                                   }) ||
               std::ranges::any_of(node.children(), [](pugi::xml_node child) {
                   return child.type() != pugi::node_element && !trimmed(child.value()).empty();
               });
    }

    void leaf(std::string_view path, const std::string &text)
    {
        if (path == "research-notes") {
            researchNotes(text);
            return;
        }
        const auto *const rule = std::ranges::find(kRules, path, &FieldRule::name);
        if (rule == kRules.end()) {
            const FieldKind kind = identifierKind(path, trimmed(text));
            add(kind, kind == Extra || path == "accession-num" ? 0 : 1, path, text);
        } else if (rule->kind == Url) {
            for (const std::string_view line : pieces(text, "\n")) {
                url(line, *rule);
            }
        } else {
            // <isbn> may be the number of a patent, <work-type> "Ph.D." or "Technical report".
            const bool isOther = (rule->kind == SerialNumbers && !hasSerialNumber(text)) ||
                                 (rule->kind == TypeLabel && !takesArticleType(m_read.record.type));
            add(isOther ? Extra : rule->kind, rule->rank, path, text);
        }
    }

    void add(FieldKind kind, int rank, std::string_view path, std::string_view value)
    {
        m_builder.add(kind, rank, m_values.emplace_back(path), m_values.emplace_back(inLines(value)));
    }

    /// Line ends divide values; the other white space may be that of an indented file.
    [[nodiscard]] static std::string inLines(std::string_view text)
    {
        if (text.find('\n') == std::string_view::npos && text.find("  ") == std::string_view::npos) {
            return std::string(text);
        }
        std::string result;
        for (const std::string_view line : pieces(text, "\n")) {
            result += result.empty() ? "" : "\n";
            result += squeezed(line);
        }
        return result;
    }

    /// "<Go to ISI>://000200148800007" is none.
    void url(std::string_view value, const FieldRule &rule)
    {
        const bool isUrl = value.find(' ') == std::string_view::npos;
        add(isUrl ? rule.kind : Extra, rule.rank, rule.name, value);
        if (isUrl && !m_hasEid && !eidIn(value).empty()) {
            m_hasEid = true;
            add(Eid, 1, rule.name, eidIn(value));
        }
    }

    [[nodiscard]] static bool hasSerialNumber(std::string_view text)
    {
        Record record;
        addSerialNumbers(record, text);
        return !record.issn.empty() || !record.isbn.empty();
    }

    /// Elements whose meaning depends on the database that the reference came from.
    [[nodiscard]] FieldKind identifierKind(std::string_view path, std::string_view value) const
    {
        const bool isNumber = isDigits(value) && value.size() <= 8;
        if (path == "accession-num") {
            if (value.starts_with("2-s2.0-")) {
                return Eid;
            }
            return value.starts_with("MEDLINE:") || (namesMedline(m_databases) && isNumber) ? Pmid : Extra;
        }
        if (path == "custom5") {
            return isNumber && containsIgnoringCase(m_databases, "embase") ? Pmid : Extra;
        }
        if (path == "custom2" || path == "custom3") { // EndNote; Cochrane
            const bool isPubmed = value.starts_with("PUBMED ") && !pmidFrom(value).empty();
            const bool isPmc = value == pmcidFrom(value);
            return isPubmed ? Pmid : isPmc ? Pmcid : Extra;
        }
        return Extra;
    }

    /// Our own lines say what EndNote has no field for; the others stay.
    void researchNotes(std::string_view text)
    {
        std::string others;
        while (!text.empty()) {
            const std::string_view line = trimmed(takeLine(text));
            const auto *const note = std::ranges::find_if(
                kEndnoteNotes, [&](const EndnoteNote &known) { return line.starts_with(known.begin); });
            if (line.starts_with(kIndexTermsNote)) {
                m_indexTerms =
                    static_cast<std::size_t>(toNumber(trimmed(line.substr(kIndexTermsNote.size()))));
            } else if (note != kEndnoteNotes.end()) {
                add(note->kind, 0, "research-notes", line.substr(note->begin.size()));
            } else if (!decisionsInNote(line).empty()) {
                add(Note, 0, "research-notes", line);
            } else {
                others += line;
                others += '\n';
            }
        }
        add(Extra, 0, "research-notes", others);
    }

    pugi::xml_node m_root;
    ReadRecord &m_read;
    std::string m_databases;
    std::size_t m_indexTerms = 0;
    bool m_hasEid = false;
    std::deque<std::string> m_values; ///< what the builder has views of
    RecordBuilder m_builder{{addEndnoteAuthor}};
};

void build(pugi::xml_node root, ReadRecord &read)
{
    Reference(root, read).read();
}

Result<void> read(TextInput &input, const ReadOptions & /*options*/, RecordSink &sink)
{
    return readXmlRecords(input, kRecords, sink, build);
}

std::int64_t count(TextInput &input)
{
    return countXmlTags(input, kRecords);
}

std::string_view producerOf(std::string_view head)
{
    constexpr std::array<std::string_view, 6> kPrograms{
        "EndNote", "Zotero", "Mendeley", "Bookends", "JabRef", "Winnow"};
    const std::size_t at = head.find("<source-app name=");
    const std::string_view name =
        at == std::string_view::npos ? std::string_view() : head.substr(at + 18, 20);
    const auto *const found =
        std::ranges::find_if(kPrograms, [&](std::string_view program) { return name.starts_with(program); });
    return found == kPrograms.end() ? std::string_view() : *found;
}

Detection detect(std::string_view head)
{
    const std::size_t at = head.find("<record>");
    const std::size_t rest = std::min(at, head.size());
    const bool isTelling = std::ranges::any_of(
        std::array{"<ref-type", "<contributors>", "<titles>", "<rec-number>"},
        [&](std::string_view tag) { return head.find(tag, rest) != std::string_view::npos; });
    if (!isTelling) {
        return {};
    }
    const auto line = 1 + std::ranges::count(head.substr(0, at), '\n');
    return {95, "line " + std::to_string(line) + " has the tag <record> of EndNote", producerOf(head)};
}

} // namespace

const Format endnote_xml{"endnote_xml", "EndNote XML", "xml", detect, read, count, makeEndnoteWriter};

} // namespace winnow::formats
