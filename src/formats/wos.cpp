#include "formats/format.h"
#include "formats/support/normalise.h"
#include "formats/support/record_builder.h"
#include "formats/support/strings.h"
#include "formats/support/tagged_text.h"
#include "formats/support/wos_fields.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

extern const Format wos;

namespace {

/// Whether a line begins with a tag: two capitals (the second may be a digit), then a blank or nothing.
bool hasTag(std::string_view line)
{
    return tagSize(line) == 2 && (line.size() == 2 || line[2] == ' ');
}

class WosReader
{
public:
    WosReader(TextInput &input, RecordSink &sink)
        : m_input(input)
        , m_sink(sink)
    {}

    void read()
    {
        while (m_goesOn && m_input.next()) {
            line(m_input.line());
        }
        if (m_goesOn && m_isOpen) {
            close(Ending::FileEnd);
        }
    }

private:
    enum class Ending { Er, NextRecord, FileEnd };

    void line(std::string_view line)
    {
        const std::string_view tag = hasTag(line) ? line.substr(0, 2) : std::string_view();
        if (tag == "PT") {
            if (m_isOpen) {
                close(Ending::NextRecord);
            }
            m_isOpen = true;
            m_isSkipping = false;
            m_text.start(m_input.lineNumber());
        }
        if (!m_isOpen || m_isSkipping) {
            return;
        }
        if (tag == "ER") {
            m_text.addLine(line);
            close(Ending::Er);
            return;
        }
        if (tag == "EF") {
            close(Ending::NextRecord);
            return;
        }
        if (tag.empty()) {
            m_text.addContinuation(line);
        } else {
            m_text.addField(2, line, 3);
        }
        if (m_text.isTooLong()) {
            m_goesOn = m_sink.rejected({m_text.line(), std::string(kTooLong), {}});
            m_isSkipping = true;
        }
    }

    void close(Ending ending)
    {
        m_isOpen = false;
        if (m_isSkipping) {
            return;
        }
        ReadRecord read;
        read.line = m_text.line();
        for (std::size_t i = 0; i < m_text.size(); ++i) {
            addField(m_text.field(i), read.record);
        }
        m_builder.finish(read);
        read.raw = m_text.text();
        if (ending == Ending::FileEnd && isUsable(read.record) && read.record.title.empty()) {
            m_goesOn = m_sink.rejected({read.line, std::string(kCutOff), std::move(read.raw)});
            return;
        }
        if (ending != Ending::Er && isUsable(read.record)) {
            m_sink.diagnostic({Severity::Warning,
                               read.line,
                               "ER",
                               ending == Ending::FileEnd
                                   ? "The last record does not end with ER; it may be incomplete."
                                   : "A record does not end with ER; the next PT was taken as its end."});
        }
        m_goesOn = deliver(m_sink, std::move(read));
    }

    void addField(const TaggedText::Field &field, Record &record)
    {
        if (field.tag == "PT") {
            record.type = typeFromWosCode(trimmed(field.value));
            return;
        }
        const std::string name = lowered(field.tag);
        const auto rules = wosFields();
        const auto rule = std::ranges::find(rules, std::string_view(name), &FieldRule::name);
        const bool isKnown = rule != rules.end();
        m_builder.add(
            isKnown ? rule->kind : FieldKind::Extra, isKnown ? rule->rank : 0, field.tag, field.value);
    }

    TextInput &m_input;
    RecordSink &m_sink;
    bool m_goesOn = true;
    bool m_isOpen = false;
    bool m_isSkipping = false;
    TaggedText m_text;
    RecordBuilder m_builder{{addAuthors, false, true}};
};

Result<void> read(TextInput &input, const ReadOptions & /*options*/, RecordSink &sink)
{
    WosReader(input, sink).read();
    return input.status();
}

Detection detect(std::string_view head)
{
    constexpr std::array<std::string_view, 5> kCodes{"J", "B", "S", "C", "P"};
    const bool isNamed = head.find("Web of Science") != std::string_view::npos ||
                         head.find("\nUT WOS:") != std::string_view::npos ||
                         head.find("\nUT ISI:") != std::string_view::npos;
    for (std::int64_t number = 1; !head.empty(); ++number) {
        const std::string_view line = takeLine(head);
        const bool isStart =
            line.starts_with("PT ") && std::ranges::find(kCodes, trimmed(line.substr(3))) != kCodes.end();
        if (isStart && hasTag(head)) {
            return {90,
                    "line " + std::to_string(number) + " is the tag PT with a code of Web of Science",
                    isNamed ? "Web of Science" : ""};
        }
    }
    return {};
}

/// Each record begins with PT.
std::int64_t count(TextInput &input)
{
    std::int64_t records = 0;
    while (input.next()) {
        records += static_cast<std::int64_t>(input.line().starts_with("PT "));
    }
    return records;
}

} // namespace

const Format wos{"wos", "Web of Science (tagged)", "ciw", detect, read, count, nullptr};

} // namespace winnow::formats
