#include "formats/format.h"
#include "formats/support/normalise.h"
#include "formats/support/pubmed_terms.h"
#include "formats/support/record_builder.h"
#include "formats/support/strings.h"
#include "formats/support/tagged_text.h"
#include "formats/support/vocabulary.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

extern const Format enw;

namespace {

using enum FieldKind;

/// EndNote's tagged form, which grew out of refer and BibIX. %M, %2 and %F are told by their values.
constexpr std::array kRules{
    FieldRule{"%T", Title, 0},       FieldRule{"%!", Title, 5},         FieldRule{"%A", Authors, 0},
    FieldRule{"%J", SourceTitle, 0}, FieldRule{"%B", SourceTitle, 1},   FieldRule{"%S", SourceTitle, 7},
    FieldRule{"%D", Date, 0},        FieldRule{"%8", Date, 1},          FieldRule{"%V", Volume, 0},
    FieldRule{"%N", Issue, 0},       FieldRule{"%P", Pages, 0},         FieldRule{"%@", SerialNumbers, 0},
    FieldRule{"%R", Doi, 0},         FieldRule{"%U", Url, 0},           FieldRule{"%X", Abstract, 0},
    FieldRule{"%K", Keywords, 0},    FieldRule{"%I", Publisher, 0},     FieldRule{"%G", Language, 0},
    FieldRule{"%F", Key, 0},         FieldRule{"%2", Pmcid, 0},         FieldRule{"%0", TypeLabel, 1},
    FieldRule{"%9", TypeLabel, 0},   FieldRule{"%]", ArticleNumber, 0},
};

/// Whether a line begins with a tag: a per cent sign, one character that is no white space, then a blank or
/// nothing.
bool hasTag(std::string_view line)
{
    return line.size() >= 2 && line[0] == '%' && line[1] > ' ' && line[1] != '%' && line[1] < 0x7F &&
           (line.size() == 2 || line[2] == ' ');
}

class EnwReader
{
public:
    EnwReader(TextInput &input, RecordSink &sink)
        : m_input(input)
        , m_sink(sink)
    {}

    void read()
    {
        while (m_goesOn && m_input.next()) {
            line(m_input.line());
        }
        close();
    }

private:
    void line(std::string_view line)
    {
        if (trimmed(line).empty()) {
            m_isBlankBefore = true;
            return;
        }
        const bool isTag = hasTag(line);
        if (isTag && startsRecord(line.substr(0, 2))) {
            close();
            m_text.start(m_input.lineNumber());
            m_isSkipping = false;
        }
        if (m_isSkipping || !m_goesOn) {
            return;
        }
        if (m_isBlankBefore && m_text.size() > 0) {
            m_text.addContinuation({}); // a paragraph inside a field
        }
        m_isBlankBefore = false;
        if (isTag) {
            m_text.addField(2, line, 3);
        } else if (m_text.size() > 0) {
            m_text.addContinuation(line);
        }
        if (m_text.isTooLong()) {
            m_goesOn = m_sink.rejected({m_text.line(), std::string(kTooLong), {}});
            m_text.start(0);
            m_isSkipping = true;
        }
    }

    /// Records are divided by blank lines; where the first begins with %0, every one does, and a blank line
    /// may stand inside a record. No record has two of them.
    bool startsRecord(std::string_view tag)
    {
        if (m_text.size() == 0 && !m_isSkipping) {
            m_beginsWithType = m_beginsWithType || (!m_hasFirst && tag == "%0");
            m_hasFirst = true;
            m_hasType = tag == "%0";
            return true;
        }
        const bool isType = tag == "%0";
        const bool starts = m_beginsWithType ? isType : m_isBlankBefore || (isType && m_hasType);
        m_hasType = isType || (m_hasType && !starts);
        return starts;
    }

    void close()
    {
        if (m_text.size() == 0 || !m_goesOn) {
            return;
        }
        m_isBlankBefore = false;
        ReadRecord read;
        read.line = m_text.line();
        m_isFromMedline = false;
        for (std::size_t i = 0; i < m_text.size(); ++i) {
            const auto [tag, value] = m_text.field(i);
            m_isFromMedline = m_isFromMedline || ((tag == "%~" || tag == "%W") && namesMedline(value));
        }
        for (std::size_t i = 0; i < m_text.size(); ++i) {
            addField(m_text.field(i));
        }
        m_builder.finish(read);
        read.raw = m_text.text();
        m_text.start(0);
        m_goesOn = deliver(m_sink, std::move(read));
    }

    void addField(const TaggedText::Field &field)
    {
        const std::string_view value = trimmed(field.value);
        if (field.tag == "%M" && m_isFromMedline && isDigits(value)) {
            m_builder.add(Pmid, 0, field.tag, value);
            return;
        }
        const auto *const rule = std::ranges::find(kRules, field.tag, &FieldRule::name);
        const bool isKnown = rule != kRules.end();
        m_builder.add(isKnown ? rule->kind : Extra, isKnown ? rule->rank : 0, field.tag, value);
    }

    TextInput &m_input;
    RecordSink &m_sink;
    bool m_goesOn = true;
    bool m_isBlankBefore = false;
    bool m_isSkipping = false;
    bool m_hasFirst = false;
    bool m_beginsWithType = false;
    bool m_hasType = false; ///< the record that is read
    bool m_isFromMedline = false;
    TaggedText m_text;
    RecordBuilder m_builder{{addAuthors, true, false}};
};

Result<void> read(TextInput &input, const ReadOptions & /*options*/, RecordSink &sink)
{
    EnwReader(input, sink).read();
    return input.status();
}

Detection detect(std::string_view head)
{
    int tags = 0;
    int others = 0;
    std::string first;
    for (std::int64_t number = 1; !head.empty() && number <= 200; ++number) {
        const std::string_view line = takeLine(head);
        if (hasTag(line) && line.size() > 3) {
            ++tags;
            if (line.starts_with("%0 ") && typeFromLabel(line.substr(3))) {
                return {92, "line " + std::to_string(number) + " is the tag %0 with a type of EndNote", {}};
            }
            first = first.empty() ? "line " + std::to_string(number) + " begins with the tag " +
                                        std::string(line.substr(0, 2))
                                  : first;
        } else if (!trimmed(line).empty()) {
            ++others;
        }
    }
    return tags >= 3 && tags >= others ? Detection{60, first, {}} : Detection();
}

/// One %T for each record, or one %0 where there are more of them.
std::int64_t count(TextInput &input)
{
    std::int64_t titles = 0;
    std::int64_t types = 0;
    while (input.next()) {
        titles += static_cast<std::int64_t>(input.line().starts_with("%T "));
        types += static_cast<std::int64_t>(input.line().starts_with("%0 "));
    }
    return std::max(titles, types);
}

} // namespace

const Format enw{"enw", "EndNote (tagged)", "enw", detect, read, count, nullptr};

} // namespace winnow::formats
