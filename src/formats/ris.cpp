#include "formats/format.h"
#include "formats/support/identifiers.h"
#include "formats/support/normalise.h"
#include "formats/support/pubmed_terms.h"
#include "formats/support/record_builder.h"
#include "formats/support/ris_producers.h"
#include "formats/support/ris_writer.h"
#include "formats/support/strings.h"
#include "formats/support/tagged_text.h"
#include "formats/support/vocabulary.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace winnow::formats {

extern const Format ris;

namespace {

using enum FieldKind;

/// What the tags mean, over all the dialects of RIS that databases and reference managers write.
constexpr std::array kRules{
    FieldRule{"TI", Title, 0},       FieldRule{"T1", Title, 1},         FieldRule{"CT", Title, 2},
    FieldRule{"ST", Title, 5},       FieldRule{"AB", Abstract, 0},      FieldRule{"N2", Abstract, 1},
    FieldRule{"AU", Authors, 0},     FieldRule{"A1", Authors, 1},       FieldRule{"PY", Date, 0},
    FieldRule{"Y1", Date, 1},        FieldRule{"DA", Date, 2},          FieldRule{"T2", SourceTitle, 0},
    FieldRule{"JF", SourceTitle, 1}, FieldRule{"JO", SourceTitle, 2},   FieldRule{"BT", SourceTitle, 3},
    FieldRule{"JA", SourceTitle, 4}, FieldRule{"J2", SourceTitle, 5},   FieldRule{"J1", SourceTitle, 6},
    FieldRule{"VL", Volume, 0},      FieldRule{"IS", Issue, 0},         FieldRule{"CP", Issue, 1},
    FieldRule{"SP", PageFirst, 0},   FieldRule{"EP", PageLast, 0},      FieldRule{"C7", ArticleNumber, 0},
    FieldRule{"DO", Doi, 0},         FieldRule{"L3", Doi, 1},           FieldRule{"DI", Doi, 2},
    FieldRule{"UR", Url, 0},         FieldRule{"LK", Url, 1},           FieldRule{"KW", Keywords, 0},
    FieldRule{"K1", Keywords, 0},    FieldRule{"SN", SerialNumbers, 0}, FieldRule{"PB", Publisher, 0},
    FieldRule{"LA", Language, 0},    FieldRule{"M3", TypeLabel, 0},     FieldRule{"ID", Key, 0},
    FieldRule{"N1", Note, 0},
};

/// Where databases and tools write their number of a record that has no ID: most in AN, Embase in U2, EPPI in
/// U1.
constexpr std::size_t kLongestNumber = 40;
constexpr std::array<std::string_view, 3> kNumberTags{"AN", "U2", "U1"};

struct TypeRule
{
    std::string_view code;
    RecordType type;
};

/// TY codes beside those that the types' own names list.
constexpr std::array kTypes{
    TypeRule{"JOUR", RecordType::Article},
    TypeRule{"JFULL", RecordType::Article},
    TypeRule{"EJOUR", RecordType::Article},
    TypeRule{"MGZN", RecordType::Article},
    TypeRule{"NEWS", RecordType::Article},
    TypeRule{"INPR", RecordType::Article},
    TypeRule{"ABST", RecordType::Article},
    TypeRule{"CONF", RecordType::ConferencePaper},
    TypeRule{"CPAPER", RecordType::ConferencePaper},
    TypeRule{"BOOK", RecordType::Book},
    TypeRule{"EBOOK", RecordType::Book},
    TypeRule{"EDBOOK", RecordType::Book},
    TypeRule{"SER", RecordType::Book},
    TypeRule{"CHAP", RecordType::Chapter},
    TypeRule{"ECHAP", RecordType::Chapter},
    TypeRule{"RPRT", RecordType::Report},
    TypeRule{"THES", RecordType::Thesis},
    TypeRule{"DATA", RecordType::Dataset},
    TypeRule{"DBASE", RecordType::Dataset},
    TypeRule{"AGGR", RecordType::Dataset},
    TypeRule{"ELEC", RecordType::WebPage},
    TypeRule{"WEB", RecordType::WebPage},
    TypeRule{"BLOG", RecordType::WebPage},
    TypeRule{"UNPB", RecordType::Preprint},
    TypeRule{"UNPD", RecordType::Preprint},
};

constexpr std::size_t kDigitsAndLetters = 36;

/// 0 to 35 for A to Z and 0 to 9; kDigitsAndLetters for all else.
constexpr std::size_t placeOf(char c)
{
    if (c >= 'A' && c <= 'Z') {
        return static_cast<std::size_t>(c - 'A');
    }
    return c >= '0' && c <= '9' ? static_cast<std::size_t>(c - '0') + 26 : kDigitsAndLetters;
}

constexpr std::size_t placeOf(std::string_view tag)
{
    return placeOf(tag[0]) * kDigitsAndLetters + placeOf(tag[1]);
}

/// kRules by tag: index + 1, or 0.
constexpr auto kRuleByTag = [] {
    std::array<unsigned char, 26 * kDigitsAndLetters> table{};
    for (std::size_t i = 0; i < kRules.size(); ++i) {
        table.at(placeOf(kRules.at(i).name)) = static_cast<unsigned char>(i + 1);
    }
    return table;
}();

const FieldRule *ruleFor(std::string_view tag)
{
    const unsigned char number = kRuleByTag.at(placeOf(tag));
    return number == 0 ? nullptr : &kRules.at(number - 1U);
}

/// Where the value of a tagged line begins; 0 for a line without tag: two capitals (the second may be a
/// digit), one or two blanks, a hyphen, perhaps blanks.
std::size_t valueStart(std::string_view line)
{
    if (line.size() < 4 || placeOf(line[0]) >= 26 || placeOf(line[1]) == kDigitsAndLetters ||
        line[2] != ' ') {
        return 0;
    }
    const std::size_t hyphen = line[3] == ' ' ? 4 : 3;
    if (hyphen >= line.size() || line[hyphen] != '-') {
        return 0;
    }
    return hyphen + 1;
}

bool hasTwoBlanks(std::string_view line)
{
    return line[3] == ' ';
}

/// Where a second tag begins inside a line ("10.1000/1     LK  - https://..."), as Rayyan writes tags that it
/// does not know; 0 if none.
std::size_t gluedTag(std::string_view line)
{
    constexpr std::size_t kFirst = 12; // behind a tag, a value and two blanks
    std::size_t at = kFirst;
    while (at < line.size()) {
        const void *const found = std::memchr(line.data() + at, '-', line.size() - at);
        if (found == nullptr) {
            return 0;
        }
        at = static_cast<std::size_t>(static_cast<const char *>(found) - line.data());
        if (line[at - 1] == ' ' && line[at - 2] == ' ' && line[at - 5] == ' ' && line[at - 6] == ' ' &&
            valueStart(line.substr(at - 4)) == 5) {
            return at - 4;
        }
        ++at;
    }
    return 0;
}

/// "ER  - " in all its variants, also without its hyphen.
bool isEnd(std::string_view line)
{
    if (!line.starts_with("ER")) {
        return false;
    }
    const std::string_view rest = trimmed(line.substr(2));
    return rest.empty() || (rest.front() == '-' && line.size() > 2 && line[2] == ' ');
}

/// EBSCO puts it into an abstract of its own, perhaps over several lines.
bool isCopyrightNotice(std::string_view text)
{
    const std::string words = squeezed(text);
    return words.starts_with("Copyright of ") && words.find(" is the property of ") != std::string::npos;
}

RecordType typeFrom(std::string_view code)
{
    const auto *const found = std::ranges::find_if(
        kTypes, [&](const TypeRule &rule) { return equalsIgnoringCase(rule.code, code); });
    return found == kTypes.end() ? typeFromLabel(code).value_or(RecordType::Other) : found->type;
}

class RisReader
{
public:
    RisReader(TextInput &input, RecordSink &sink)
        : m_input(input)
        , m_sink(sink)
    {}

    void read()
    {
        while (m_goesOn && m_input.next()) {
            line(m_input.line());
        }
        if (m_goesOn && m_state == State::Open) {
            m_isLast = true;
            close(false);
        }
        if (m_goesOn && m_junkLines > 0) {
            m_sink.diagnostic({Severity::Info,
                               m_junkAt,
                               {},
                               std::to_string(m_junkLines) +
                                   " lines between records belong to none and were passed over."});
        }
    }

private:
    enum class State { Outside, Open, Skipping };

    void line(std::string_view line)
    {
        const std::size_t value = valueStart(line);
        const bool isStart = value != 0 && line.starts_with("TY");
        if (isStart && m_state == State::Open) {
            close(false);
        }
        if (isStart || (m_state == State::Outside && value != 0 && !isEnd(line) &&
                        ruleFor(line.substr(0, 2)) != nullptr)) {
            open(isStart, value == 4);
        }
        switch (m_state) {
        case State::Outside:
            countJunk(trimmed(line).empty() ? 0 : 1, m_input.lineNumber());
            break;
        case State::Skipping:
            break;
        case State::Open:
            addLine(line, value);
            break;
        }
    }

    void open(bool isStart, bool hasShortTags)
    {
        m_state = State::Open;
        m_hasStart = isStart;
        m_hasShortTags = hasShortTags;
        m_text.start(m_input.lineNumber());
    }

    void addLine(std::string_view line, std::size_t value)
    {
        if (isEnd(line)) {
            m_text.addLine(line);
            close(true);
            return;
        }
        // A tag with one blank may be a word of a broken line, unless the record writes its tags so.
        const bool isTag =
            value != 0 && (hasTwoBlanks(line) || m_hasShortTags || ruleFor(line.substr(0, 2)) != nullptr);
        if (isTag) {
            m_text.addField(2, line, value);
        } else {
            m_text.addContinuation(line);
        }
        if (const std::size_t glued = gluedTag(line); glued != 0) {
            m_text.divideLine(glued, 2, glued + 5);
        }
        if (m_text.isTooLong()) {
            m_goesOn =
                m_sink.rejected({m_text.line(), std::string(kTooLong), m_text.text().substr(0, kShownBytes)});
            m_state = State::Skipping;
        }
    }

    void countJunk(std::int64_t lines, std::int64_t at)
    {
        if (lines > 0) {
            m_junkAt = m_junkLines == 0 ? at : m_junkAt;
            m_junkLines += lines;
        }
    }

    void close(bool hasEnd)
    {
        m_state = State::Outside;
        ReadRecord read;
        build(read);
        read.line = m_text.line();
        read.raw = m_text.text();
        // Without TY, a lone link or number behind a record is no record.
        const Record &record = read.record;
        const bool isTelling =
            !record.title.empty() || !record.authors.empty() || !record.abstractText.empty();
        if (!m_hasStart && !isTelling) {
            countJunk(std::ranges::count(read.raw, '\n'), read.line);
            return;
        }
        if (m_isLast && isUsable(read.record) && read.record.title.empty()) {
            m_goesOn = m_sink.rejected({read.line, std::string(kCutOff), std::move(read.raw)});
            return;
        }
        if (!hasEnd && isUsable(read.record)) {
            m_sink.diagnostic({Severity::Warning,
                               read.line,
                               "ER",
                               m_isLast
                                   ? "The last record does not end with ER; it may be incomplete."
                                   : "A record does not end with ER; the next TY was taken as its end."});
        }
        m_goesOn = deliver(m_sink, std::move(read));
    }

    void build(ReadRecord &read)
    {
        m_indexTerms = 0;
        m_isFromMedline = false;
        m_hasEid = false;
        for (std::size_t i = 0; i < m_text.size(); ++i) {
            const auto field = m_text.field(i);
            m_isFromMedline =
                m_isFromMedline || ((field.tag == "DB" || field.tag == "DP") && namesMedline(field.value));
        }
        for (std::size_t i = 0; i < m_text.size(); ++i) {
            addField(m_text.field(i), read.record);
        }
        m_builder.finish(read);
        moveToIndexTerms(read.record, m_indexTerms);
    }

    void addField(const TaggedText::Field &field, Record &record)
    {
        const auto value = trimmed(field.value);
        if (field.tag == "KW" && value == "eppi-reviewer") {
            return; // put there by the program, not by the authors
        }
        if ((field.tag == "AB" || field.tag == "N2") && isCopyrightNotice(value)) {
            return;
        }
        if (field.tag == "N1" && value.starts_with(kIndexTermsNote)) {
            m_indexTerms = static_cast<std::size_t>(toNumber(trimmed(value.substr(kIndexTermsNote.size()))));
        } else if (const FieldRule *const rule = ruleFor(field.tag)) {
            m_builder.add(rule->kind, rule->rank, field.tag, value);
            if (rule->kind == Url && !m_hasEid && !eidIn(value).empty()) {
                m_hasEid = true;
                m_builder.add(Eid, 1, field.tag, value);
            }
        } else if (field.tag == "TY") {
            // Lines without a tag that may follow belong to no type.
            record.type = typeFrom(trimmed(value.substr(0, value.find('\n'))));
        } else {
            const FieldKind kind = identifierKind(field.tag, value);
            m_builder.add(kind, kind == Eid ? 0 : 3, field.tag, value);
            // The source's own number of the record stays beside what its own tag says.
            const auto *const tag = std::ranges::find(kNumberTags, field.tag);
            if (tag != kNumberTags.end() && kind != Eid && value.size() <= kLongestNumber &&
                value.find_first_of(" \t\n") == std::string_view::npos) {
                m_builder.add(Key, 1 + static_cast<int>(tag - kNumberTags.begin()), {}, value);
            }
        }
    }

    /// Tags whose meaning depends on who wrote them, told by their values.
    [[nodiscard]] FieldKind identifierKind(std::string_view tag, std::string_view value) const
    {
        if (tag == "C2" || tag == "C5") { // Scopus, Embase: PMID; EndNote: PMCID
            const bool isPmid = isDigits(value) && value.size() <= 8;
            return isPmid ? Pmid : value == pmcidFrom(value) ? Pmcid : Extra;
        }
        if (tag == "C3") { // Cochrane
            return value.starts_with("PUBMED") ? Pmid : Extra;
        }
        if (tag == "AN") {
            if (value.starts_with("2-s2.0-")) {
                return Eid;
            }
            return value.starts_with("MEDLINE:") || (m_isFromMedline && isDigits(value)) ? Pmid : Extra;
        }
        return Extra;
    }

    static constexpr std::size_t kShownBytes = std::size_t{64} << 10U;

    TextInput &m_input;
    RecordSink &m_sink;
    State m_state = State::Outside;
    bool m_goesOn = true;
    bool m_isLast = false;
    bool m_hasStart = false;     ///< the open record begins with TY
    bool m_hasShortTags = false; ///< "TY - JOUR"
    bool m_isFromMedline = false;
    bool m_hasEid = false; ///< found in an address already
    std::size_t m_indexTerms = 0;
    std::int64_t m_junkLines = 0;
    std::int64_t m_junkAt = 0;
    TaggedText m_text;
    RecordBuilder m_builder{{addAuthors}};
};

Result<void> read(TextInput &input, const ReadOptions & /*options*/, RecordSink &sink)
{
    RisReader(input, sink).read();
    return input.status();
}

Detection detect(std::string_view head)
{
    const std::string_view producer = risProducerOf(head);
    const std::string looks =
        producer.empty() ? std::string() : ", and it seems to be written by " + std::string(producer);
    int tags = 0;
    for (std::int64_t number = 1; !head.empty(); ++number) {
        const std::string_view line = takeLine(head);
        const std::size_t value = valueStart(line);
        if (value != 0 && line.starts_with("TY")) {
            return {hasTwoBlanks(line) ? 95 : 85,
                    "line " + std::to_string(number) + " is the tag TY" + looks,
                    {}};
        }
        tags += static_cast<int>(value != 0 && ruleFor(line.substr(0, 2)) != nullptr);
    }
    return tags >= 3 ? Detection{40, "its lines begin with tags of RIS" + looks, {}} : Detection();
}

/// Each record begins with TY.
std::int64_t count(TextInput &input)
{
    std::int64_t records = 0;
    while (input.next()) {
        const std::string_view line = input.line();
        records += static_cast<std::int64_t>(line.starts_with("TY  -") || line.starts_with("TY -"));
    }
    return records;
}

} // namespace

const Format ris{"ris", "RIS", "ris", detect, read, count, makeRisWriter};

} // namespace winnow::formats
