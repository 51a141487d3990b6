#include "formats/format.h"
#include "formats/support/nbib_writer.h"
#include "formats/support/normalise.h"
#include "formats/support/pubmed_terms.h"
#include "formats/support/record_builder.h"
#include "formats/support/strings.h"
#include "formats/support/tagged_text.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

extern const Format nbib;

namespace {

using enum FieldKind;

/// "MEDLINE/PubMed Data Element (Field) Descriptions", National Library of Medicine; the ERIC flavour uses a
/// part of it.
constexpr std::array kRules{
    FieldRule{"GN", Note, 0},
    FieldRule{"ISSN", SerialNumbers, 0},
    FieldRule{"PMID", Pmid, 0},
    FieldRule{"TI", Title, 0},
    FieldRule{"BTI", Title, 2},
    FieldRule{"TT", Title, 3},
    FieldRule{"AB", Abstract, 0},
    FieldRule{"OAB", Abstract, 1},
    FieldRule{"FAU", Authors, 0},
    FieldRule{"AU", Authors, 1},
    FieldRule{"CN", Organisation, 0},
    FieldRule{"PMC", Pmcid, 0},
    FieldRule{"JT", SourceTitle, 0},
    FieldRule{"TA", SourceTitle, 1},
    FieldRule{"VI", Volume, 0},
    FieldRule{"IP", Issue, 0},
    FieldRule{"PG", Pages, 0},
    FieldRule{"DP", Date, 0},
    FieldRule{"IS", SerialNumbers, 0},
    FieldRule{"ISBN", SerialNumbers, 0},
    FieldRule{"LA", Language, 0},
    FieldRule{"MH", IndexTerms, 0},
    FieldRule{"OT", Keywords, 0},
    FieldRule{"PB", Publisher, 0},
    FieldRule{"PT", TypeLabel, 0},
    // Our own: nbib_writer.h.
    FieldRule{"WKEY", Key, 0},
    FieldRule{"WART", ArticleNumber, 0},
    FieldRule{"WPGF", PageFirst, 0},
    FieldRule{"WPGL", PageLast, 0},
    FieldRule{"WEID", Eid, 0},
    FieldRule{"WURL", Url, 0},
};

constexpr std::size_t kTagWidth = 4;

/// Where the hyphen behind the tag stands. ERIC writes two tags with a blank before it: "ISSN -
/// EISSN-2375-5636".
std::size_t hyphenAt(std::string_view line)
{
    return line.starts_with("ISSN -") || line.starts_with("ISBN -") ? kTagWidth + 1 : kTagWidth;
}

/// Length of the tag of a line like "PMID- 123" or "TI  - Title"; 0 for a line without.
std::size_t tagLength(std::string_view line)
{
    const std::size_t hyphen = hyphenAt(line);
    if (line.size() <= hyphen || line[hyphen] != '-') {
        return 0;
    }
    const std::string_view tag = line.substr(0, kTagWidth);
    const std::size_t length = tagSize(tag);
    return length >= 2 && trimmed(tag).size() == length ? length : 0;
}

bool isStartTag(std::string_view tag)
{
    return tag == "PMID" || tag == "OWN" || tag == "OID";
}

class NbibReader
{
public:
    NbibReader(TextInput &input, RecordSink &sink)
        : m_input(input)
        , m_sink(sink)
    {}

    void read()
    {
        while (m_goesOn && m_input.next()) {
            line(m_input.line());
        }
        if (m_goesOn && m_text.size() > 0) {
            close(true);
        }
    }

private:
    void line(std::string_view line)
    {
        if (line.empty()) {
            m_isBlankBefore = true;
            return;
        }
        const std::size_t length = tagLength(line);
        const std::string_view tag = line.substr(0, length);
        if (startsRecord(tag)) {
            if (m_text.size() > 0) {
                close(false);
            }
            m_text.start(m_input.lineNumber());
            m_startTag = tag;
            m_isSkipping = false;
        }
        m_isBlankBefore = false;
        if (m_isSkipping) {
            return;
        }
        if (length > 0) {
            m_text.addField(length, line, hyphenAt(line) + 1);
        } else if (m_text.size() > 0) {
            m_text.addContinuation(line);
        }
        if (m_text.isTooLong()) {
            m_goesOn = m_sink.rejected({m_text.line(), std::string(kTooLong), {}});
            m_text.start(m_input.lineNumber());
            m_isSkipping = true;
        }
    }

    /// Records are divided by blank lines. A blank line inside a record does no harm: each begins with the
    /// same tag.
    [[nodiscard]] bool startsRecord(std::string_view tag) const
    {
        if (tag.empty()) {
            return false;
        }
        if (m_text.size() == 0 && !m_isSkipping) {
            return true;
        }
        return tag == "PMID" || (m_isBlankBefore && (tag == m_startTag || isStartTag(tag)));
    }

    void close(bool isLast)
    {
        ReadRecord read;
        read.line = m_text.line();
        bool hasEnd = false;
        m_isOurs = false;
        for (std::size_t i = 0; i < m_text.size(); ++i) {
            const auto field = m_text.field(i);
            hasEnd = hasEnd || field.tag == "SO";
            m_isOurs = m_isOurs || isOurs(field);
        }
        for (std::size_t i = 0; i < m_text.size(); ++i) {
            addField(m_text.field(i));
        }
        // Of PubMed, unless a type says more.
        read.record.type = m_startTag == "PMID" && !m_isOurs ? RecordType::Article : RecordType::Other;
        m_builder.finish(read);
        if (!m_isOurs) {
            dropMajorTopicMarks(read.record.indexTerms);
            dropMajorTopicMarks(read.record.keywords);
        }
        read.raw = m_text.text();
        m_text.start(0);
        // PubMed ends each record with SO: where others have it and the last has not, the file was cut.
        const bool isCut = isLast && !hasEnd && m_isEndUsual;
        m_isEndUsual = m_isEndUsual || hasEnd;
        if (isCut && read.record.title.empty()) {
            m_goesOn = m_sink.rejected({read.line, std::string(kCutOff), std::move(read.raw)});
            return;
        }
        if (isCut) {
            m_sink.diagnostic({Severity::Warning,
                               read.line,
                               {},
                               "The last record seems to be cut off; it may be incomplete."});
        }
        m_goesOn = deliver(m_sink, std::move(read));
    }

    /// Whether the field shows that Winnow wrote the record.
    [[nodiscard]] static bool isOurs(const TaggedText::Field &field)
    {
        return field.tag == "WKEY" || (field.tag == "OWN" && trimmed(field.value) == kNbibOwner);
    }

    void addField(const TaggedText::Field &field)
    {
        const std::string_view value = trimmed(field.value);
        if ((field.tag == "OWN" && isOurs(field)) || (field.tag == "TI" && !m_isOurs && isNoTitle(value))) {
            return;
        }
        if (field.tag == "LID" || field.tag == "AID") {
            m_builder.add(value.ends_with("[doi]") ? Doi : Extra, 0, field.tag, value);
            return;
        }
        const auto *const rule = std::ranges::find(kRules, field.tag, &FieldRule::name);
        if (rule == kRules.end()) {
            m_builder.add(Extra, 0, field.tag, value);
            return;
        }
        const int rank = rule->kind == TypeLabel ? publicationTypeRank(value) : rule->rank;
        m_builder.add(rule->kind, rank, field.tag, value);
        if (rule->kind == Pmid && !m_isOurs) {
            m_builder.add(Key, 0, field.tag, value);
        }
    }

    TextInput &m_input;
    RecordSink &m_sink;
    bool m_goesOn = true;
    bool m_isBlankBefore = false;
    bool m_isSkipping = false;
    bool m_isEndUsual = false;
    bool m_isOurs = false; ///< Winnow wrote the record at hand
    std::string m_startTag;
    TaggedText m_text;
    RecordBuilder m_builder{{addAuthor, false, true}};
};

Result<void> read(TextInput &input, const ReadOptions & /*options*/, RecordSink &sink)
{
    NbibReader(input, sink).read();
    return input.status();
}

Detection detect(std::string_view head)
{
    for (std::int64_t number = 1; !head.empty(); ++number) {
        const std::string_view line = takeLine(head);
        if (line.starts_with("PMID-") && isDigits(trimmed(line.substr(kTagWidth + 1)))) {
            return {95, "line " + std::to_string(number) + " is the tag PMID with a number", "PubMed"};
        }
        if (line.starts_with("OWN - ") || line.starts_with("FAU - ")) {
            return {70, "line " + std::to_string(number) + " is a tag of PubMed", {}};
        }
    }
    return {};
}

/// Each record of PubMed has a PMID, each of ERIC and of Winnow an owner.
std::int64_t count(TextInput &input)
{
    std::int64_t pmids = 0;
    std::int64_t owners = 0;
    while (input.next()) {
        pmids += static_cast<std::int64_t>(input.line().starts_with("PMID-"));
        owners += static_cast<std::int64_t>(input.line().starts_with("OWN -"));
    }
    return std::max(pmids, owners);
}

} // namespace

const Format nbib{"nbib", "PubMed (NBIB)", "nbib", detect, read, count, makeNbibWriter};

} // namespace winnow::formats
