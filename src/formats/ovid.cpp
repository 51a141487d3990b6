#include "formats/format.h"
#include "formats/support/normalise.h"
#include "formats/support/ovid_values.h"
#include "formats/support/record_builder.h"
#include "formats/support/strings.h"
#include "formats/support/tagged_text.h"

#include <algorithm>
#include <array>
#include <deque>
#include <vector>

namespace winnow::formats {

extern const Format ovid;

namespace {

using enum FieldKind;

/// Tags of Ovid's "citation" and "complete reference" exports. Each database has its own; these mean the same
/// in all that have them.
constexpr std::array kRules{
    FieldRule{"TI", Title, 0},         FieldRule{"OT", Title, 2},     FieldRule{"AB", Abstract, 0},
    FieldRule{"AU", Authors, 0},       FieldRule{"ED", Authors, 2},   FieldRule{"JN", SourceTitle, 0},
    FieldRule{"VO", Volume, 0},        FieldRule{"IP", Issue, 0},     FieldRule{"PG", Pages, 0},
    FieldRule{"YR", Date, 0},          FieldRule{"DP", Date, 1},      FieldRule{"LG", Language, 0},
    FieldRule{"PT", TypeLabel, 1},     FieldRule{"DT", TypeLabel, 0}, FieldRule{"IS", Issns, 0},
    FieldRule{"IB", SerialNumbers, 0}, FieldRule{"DI", Doi, 0},       FieldRule{"DO", Doi, 1},
    FieldRule{"PM", Pmid, 0},          FieldRule{"AN", Key, 0},       FieldRule{"UI", Key, 1},
    FieldRule{"KW", Keywords, 0},      FieldRule{"ID", Keywords, 0},  FieldRule{"MH", IndexTerms, 0},
    FieldRule{"SH", IndexTerms, 0},    FieldRule{"PB", Publisher, 0}, FieldRule{"PU", Publisher, 0},
    FieldRule{"XL", Url, 0},
};

/// Whether a line is the number that begins a record: "<12. >".
bool isNumberLine(std::string_view line)
{
    line = trimmed(line);
    if (line.size() < 3 || line.front() != '<' || line.back() != '>') {
        return false;
    }
    line = trimmed(line.substr(1, line.size() - 2));
    line = line.ends_with('.') ? line.substr(0, line.size() - 1) : line;
    return isDigits(line) && line.size() <= 7;
}

/// Where the value of a line "AU  - value" or "AU - value" begins; 0 for a line without tag.
std::size_t valueStart(std::string_view line)
{
    const std::size_t length = tagSize(line);
    for (const std::string_view mark : {"  - ", " - ", "  -", " -"}) {
        if (length >= 2 && length <= 5 && line.substr(length).starts_with(mark)) {
            return length + mark.size();
        }
    }
    return 0;
}

class OvidReader
{
public:
    OvidReader(TextInput &input, RecordSink &sink)
        : m_input(input)
        , m_sink(sink)
    {}

    void read()
    {
        while (m_goesOn && m_input.next()) {
            line(m_input.line());
        }
        if (m_goesOn && m_isOpen) {
            close();
        }
    }

private:
    void line(std::string_view line)
    {
        if (isNumberLine(line)) {
            if (m_isOpen) {
                close();
            }
            m_text.start(m_input.lineNumber());
            m_text.addLine(line);
            m_isOpen = true;
            return;
        }
        if (!m_isOpen) {
            return; // the search history before the first record, or the rest of what was too long
        }
        const std::size_t value = valueStart(line);
        if (value > 0) {
            m_text.addField(line.find(' '), line, value);
        } else {
            m_text.addContinuation(line);
        }
        if (m_text.isTooLong()) {
            m_goesOn = m_sink.rejected({m_text.line(), std::string(kTooLong), {}});
            m_isOpen = false;
        }
    }

    void close()
    {
        m_isOpen = false;
        ReadRecord read;
        read.line = m_text.line();
        bool hasJournal = false;
        for (std::size_t i = 0; i < m_text.size(); ++i) {
            hasJournal = hasJournal || m_text.field(i).tag == "JN";
        }
        for (std::size_t i = 0; i < m_text.size(); ++i) {
            const auto field = m_text.field(i);
            if (field.tag == "SO" && !hasJournal) {
                addSource(field.value);
            }
            addField(field);
        }
        m_builder.finish(read);
        m_values.clear();
        // Each database has its own names for the kinds of articles and books.
        if (read.record.type == RecordType::Other && !read.record.issn.empty()) {
            read.record.type = RecordType::Article;
        } else if (read.record.type == RecordType::Other && !read.record.isbn.empty()) {
            read.record.type = RecordType::Book;
        }
        read.raw = m_text.text();
        m_goesOn = deliver(m_sink, std::move(read));
    }

    void addField(const TaggedText::Field &field)
    {
        const auto *const rule = std::ranges::find(kRules, field.tag, &FieldRule::name);
        const FieldKind kind = rule == kRules.end() ? Extra : rule->kind;
        const int rank = rule == kRules.end() ? 0 : rule->rank;
        switch (kind) {
        case Title:
            m_builder.add(kind, rank, field.tag, kept(ovidTitle(squeezed(field.value))));
            break;
        case Authors: // a person in each, but all editors of a book in one
            for (const std::string_view name :
                 field.tag == "ED" ? pieces(field.value, ";") : std::vector{field.value}) {
                m_builder.add(kind, rank, field.tag, kept(ovidAuthor(squeezed(name))));
            }
            break;
        case Language:
        case Key:
        case TypeLabel: {
            std::string_view value = trimmed(field.value);
            value = value.ends_with('.') ? value.substr(0, value.size() - 1) : value;
            m_builder.add(kind, rank, field.tag, value);
            break;
        }
        case IndexTerms: {
            std::string value(trimmed(field.value));
            std::erase(value, '*'); // marks a major topic
            m_builder.add(kind, rank, field.tag, kept(std::move(value)));
            break;
        }
        case Pages: // "No Pagination Specified"
            m_builder.add(
                std::ranges::any_of(field.value, isDigit) ? kind : Extra, rank, field.tag, field.value);
            break;
        default:
            m_builder.add(kind, rank, field.tag, field.value);
            break;
        }
    }

    /// Where the journal has no field of its own, the source line tells all of it.
    void addSource(std::string_view value)
    {
        if (value.find("[Ed") != std::string_view::npos) {
            return; // of a chapter: editors, title and publisher of the book, in no order
        }
        constexpr int kRank = 3;
        OvidSource source = ovidSource(squeezed(value));
        m_builder.add(SourceTitle, kRank, "SO", kept(std::move(source.title)));
        m_builder.add(Volume, kRank, "SO", kept(std::move(source.volume)));
        m_builder.add(Issue, kRank, "SO", kept(std::move(source.issue)));
        m_builder.add(Pages, kRank, "SO", kept(std::move(source.pages)));
        m_builder.add(Date, kRank, "SO", kept(std::move(source.date)));
    }

    /// The builder only keeps views.
    std::string_view kept(std::string text) { return m_values.emplace_back(std::move(text)); }

    TextInput &m_input;
    RecordSink &m_sink;
    bool m_goesOn = true;
    bool m_isOpen = false;
    TaggedText m_text;
    std::deque<std::string> m_values;
    RecordBuilder m_builder{{addAuthor, true, true}};
};

Result<void> read(TextInput &input, const ReadOptions & /*options*/, RecordSink &sink)
{
    OvidReader(input, sink).read();
    return input.status();
}

Detection detect(std::string_view head)
{
    bool isBehindNumber = false;
    for (std::int64_t number = 1; !head.empty(); ++number) {
        const std::string_view line = takeLine(head);
        if (isBehindNumber && valueStart(line) > 0) {
            return {97, "line " + std::to_string(number - 1) + " is the number of a record of Ovid", "Ovid"};
        }
        isBehindNumber = isNumberLine(line);
    }
    return {};
}

/// A number in pointed brackets stands before each record.
std::int64_t count(TextInput &input)
{
    std::int64_t records = 0;
    while (input.next()) {
        const std::string_view line = input.line();
        const bool isNumber = line.size() > 2 && line[0] == '<' && isDigit(line[1]) &&
                              line.find_first_not_of("<>. 0123456789\t") == std::string_view::npos;
        records += static_cast<std::int64_t>(isNumber);
    }
    return records;
}

} // namespace

const Format ovid{"ovid", "Ovid (tagged)", "txt", detect, read, count, nullptr};

} // namespace winnow::formats
