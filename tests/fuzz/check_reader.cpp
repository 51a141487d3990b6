#include "fuzz/check_reader.h"

#include "fuzz/check_record.h"

#include <algorithm>
#include <vector>

namespace winnow::fuzz {

namespace {

using namespace formats; // NOLINT(google-build-using-namespace): all of it is about formats

/// Reading records again and again would be quadratic in their number.
constexpr std::size_t kReadAgain = 8;

std::int64_t lineCount(std::string_view bytes)
{
    TextInput input = TextInput::fromBytes(std::string(bytes));
    while (input.next()) {
    }
    return input.lineNumber();
}

/// Looks at all that a reader says while it says it.
class CheckingSink final : public RecordSink
{
public:
    CheckingSink(Finding &finding, std::int64_t lines)
        : m_finding(finding)
        , m_lines(lines)
    {}

    bool record(ReadRecord &&record) override
    {
        expectLine(record.line);
        expectReadRecord(m_finding, record);
        if (records.size() < kReadAgain) {
            preambles.push_back(m_preamble);
            records.push_back(std::move(record));
        }
        return true;
    }

    bool rejected(RejectedRecord &&record) override
    {
        expectLine(record.line);
        expectText(m_finding, record.reason, "reason");
        expectText(m_finding, record.raw, "raw text of a rejected record");
        m_finding.expect(!record.reason.empty(), "a record was rejected without a reason");
        return true;
    }

    void diagnostic(Diagnostic &&diagnostic) override
    {
        m_finding.expect(diagnostic.line >= 0 && diagnostic.line <= m_lines,
                         "line of a diagnostic that the file has not",
                         diagnostic.text);
        expectText(m_finding, diagnostic.text, "diagnostic");
        expectText(m_finding, diagnostic.field, "field of a diagnostic");
    }

    void preamble(std::string_view text) override
    {
        expectText(m_finding, text, "preamble");
        m_preamble += text;
    }

    void columns(std::span<const ColumnChoice> choices) override
    {
        for (const ColumnChoice &choice : choices) {
            expectText(m_finding, choice.column, "name of a column");
            m_finding.expect(choice.field.empty() || std::ranges::count(fieldNames(), choice.field) == 1,
                             "is no field",
                             choice.field);
        }
        named.assign(choices.begin(), choices.end());
    }

    std::vector<ReadRecord> records;    ///< the first few
    std::vector<std::string> preambles; ///< as each of them was met
    std::vector<ColumnChoice> named;

private:
    void expectLine(std::int64_t line)
    {
        m_finding.expect(line >= m_line && line >= 1 && line <= m_lines,
                         "a record at line " + std::to_string(line) + " behind one at " +
                             std::to_string(m_line) + " in a file of " + std::to_string(m_lines));
        m_line = line;
    }

    Finding &m_finding;
    std::int64_t m_lines;
    std::int64_t m_line = 1;
    std::string m_preamble;
};

/// Refuses all after a number of records.
class RefusingSink final : public RecordSink
{
public:
    explicit RefusingSink(std::size_t wanted)
        : m_wanted(wanted)
    {}

    bool record(ReadRecord && /*record*/) override { return take(); }

    bool rejected(RejectedRecord && /*record*/) override { return take(); }

    void diagnostic(Diagnostic && /*diagnostic*/) override {}

    std::size_t taken = 0;

private:
    bool take() { return ++taken < m_wanted; }

    std::size_t m_wanted;
};

class FirstRecord final : public RecordSink
{
public:
    bool record(ReadRecord &&record) override
    {
        first = std::move(record);
        isThere = true;
        return false;
    }

    bool rejected(RejectedRecord && /*record*/) override { return true; }

    void diagnostic(Diagnostic && /*diagnostic*/) override {}

    ReadRecord first;
    bool isThere = false;
};

FirstRecord firstOf(const Format &format, std::string text, const ReadOptions &options = {})
{
    FirstRecord sink;
    TextInput input = TextInput::fromBytes(std::move(text));
    static_cast<void>(format.read(input, options, sink));
    return sink;
}

/// The text of a record must give it again. One without a title may be no record where it stands alone.
void expectReadableAlone(Finding &finding,
                         const Format &format,
                         const ReadRecord &read,
                         const std::string &preamble)
{
    if (read.record.title.empty()) {
        return;
    }
    const FirstRecord again =
        firstOf(format, preamble + read.raw, {.columns = {}, .beginsWithPreamble = true});
    finding.expect(again.isThere && again.first.record.title == read.record.title,
                   "the text of a record does not give its title again",
                   preamble + read.raw);
}

void expectRoundTrip(Finding &finding, const Format &format, const ReadRecord &read)
{
    const auto writer = format.writer();
    std::string text;
    writer->begin(text);
    writer->record({read.record, {}, "Source", {}}, text);
    finding.expect(writer->end(text).isOk(), "the writer did not come to its end", text);
    expectText(finding, text, "written file");
    const FirstRecord again = firstOf(format, text);
    finding.expect(again.isThere, "a written record cannot be read", text);
    finding.expect(again.first.record == read.record,
                   "\nbecame\n" + inWords(again.first.record) + "\nby\n" + text,
                   inWords(read.record));
}

void expectStopping(Finding &finding, const Format &format, std::string_view bytes, std::size_t wanted)
{
    RefusingSink sink(wanted);
    TextInput input = TextInput::fromBytes(std::string(bytes));
    static_cast<void>(format.read(input, {}, sink));
    finding.expect(sink.taken <= wanted, "the reader goes on when the sink has refused");
}

/// The user may choose any field for any column.
void expectChoosing(Finding &finding,
                    const Format &format,
                    std::string_view bytes,
                    const std::vector<ColumnChoice> &named,
                    std::int64_t lines)
{
    ReadOptions options;
    for (std::size_t i = bytes.size() % 3; i < named.size() && options.columns.size() < 3; i += 3) {
        const auto field = fieldNames()[(bytes.size() + i) % fieldNames().size()];
        options.columns.push_back({std::string(field), named[i].column});
    }
    CheckingSink sink(finding, lines);
    TextInput input = TextInput::fromBytes(std::string(bytes));
    if (const auto read = format.read(input, options, sink); !read) {
        expectText(finding, read.error().message, "error");
        finding.expect(!read.error().message.empty(), "an error without a message");
    }
}

} // namespace

std::string checkReader(const Format &format, std::string_view bytes)
{
    Finding finding;
    const std::int64_t lines = lineCount(bytes);
    CheckingSink sink(finding, lines);
    TextInput input = TextInput::fromBytes(std::string(bytes));
    if (const auto read = format.read(input, {}, sink); !read) {
        expectText(finding, read.error().message, "error");
        finding.expect(!read.error().message.empty(), "an error without a message");
    }
    for (std::size_t i = 0; i < sink.records.size() && !finding.isFound(); ++i) {
        expectReadableAlone(finding, format, sink.records[i], sink.preambles[i]);
        if (format.writer != nullptr) {
            expectRoundTrip(finding, format, sink.records[i]);
        }
    }
    expectStopping(finding, format, bytes, 1 + bytes.size() % 3);
    if (!sink.named.empty()) {
        expectChoosing(finding, format, bytes, sink.named, lines);
    }
    TextInput counted = TextInput::fromBytes(std::string(bytes));
    finding.expect(format.count(counted) >= 0, "a negative count");
    return finding.text();
}

} // namespace winnow::fuzz
