#include "formats/support/csv_rows.h"

#include "formats/support/strings.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

namespace {

constexpr std::size_t kMaxRowBytes = std::size_t{4} << 20U;

/// Reading lines again costs time; a file in which this happens all the time is none that needs to be saved.
constexpr std::size_t kMaxBytesGivenBack = std::size_t{64} << 20U;

/// A row of more is no record; what follows these is only in its raw text.
constexpr std::size_t kMaxFields = 100'000;

/// From how many columns on a line inside quotes cannot look like a whole row by chance.
constexpr std::size_t kTellingColumns = 6;

} // namespace

/// Position of the delimiter or line end that follows a closing mark at `at`; npos when the mark is text.
std::size_t CsvFields::behindClosingMark(std::string_view line, std::size_t at) const
{
    std::size_t next = at + 1;
    while (next < line.size() && line[next] == ' ' && m_delimiter != ' ') {
        ++next;
    }
    return next >= line.size() || line[next] == m_delimiter ? next : std::string_view::npos;
}

/// Goes on with a quoted field from `at`; returns where it ends, or npos when it goes on in the next line.
std::size_t CsvFields::takeQuoted(std::string_view line, std::size_t at)
{
    std::string &field = m_fields.back();
    while (true) {
        const std::size_t mark = line.find('"', at);
        field += line.substr(at, mark - at);
        if (mark == std::string_view::npos) {
            return mark;
        }
        if (mark + 1 < line.size() && line[mark + 1] == '"') {
            field += '"';
            at = mark + 2;
            continue;
        }
        if (const std::size_t end = behindClosingMark(line, mark); end != std::string_view::npos) {
            m_isQuoted = false;
            return end;
        }
        m_hasStrayMarks = true;
        field += '"';
        at = mark + 1;
    }
}

bool CsvFields::take(std::string_view line)
{
    std::size_t at = 0;
    if (m_isQuoted) {
        m_fields.back() += '\n';
        at = takeQuoted(line, 0);
        if (at == std::string_view::npos) {
            return false;
        }
        if (at >= line.size()) {
            return true;
        }
        ++at;
    }
    while (true) {
        if (m_fields.size() == kMaxFields) {
            return true;
        }
        m_fields.emplace_back();
        std::size_t begin = at;
        while (begin < line.size() && line[begin] == ' ') {
            ++begin;
        }
        if (begin < line.size() && line[begin] == '"') {
            m_isQuoted = true;
            at = takeQuoted(line, begin + 1);
            if (at == std::string_view::npos) {
                return false;
            }
        } else {
            const std::size_t end = std::min(line.find(m_delimiter, at), line.size());
            const std::string_view value = line.substr(at, end - at);
            m_hasStrayMarks = m_hasStrayMarks || value.find('"') != std::string_view::npos;
            m_fields.back() = value;
            at = end;
        }
        if (at >= line.size()) {
            return true;
        }
        ++at;
    }
}

CsvReader::CsvReader(TextInput &input, char delimiter)
    : m_input(input)
    , m_delimiter(delimiter)
{}

bool CsvReader::nextLine()
{
    if (!m_back.empty()) {
        m_held = std::move(m_back.front());
        m_back.pop_front();
        m_line = m_held.text;
        m_lineNumber = m_held.number;
        return true;
    }
    if (!m_input.next()) {
        return false;
    }
    m_line = m_input.line();
    m_lineNumber = m_input.lineNumber();
    return true;
}

/// Whether a line that stands inside quotes looks like a row of its own, so that the quotes must be a
/// mistake. Prose may have the right number of commas by chance, but then blanks follow them.
bool CsvReader::looksLikeRow(std::string_view line) const
{
    // Most lines have too few delimiters, and counting them is quicker than dividing the line.
    const auto fewest = static_cast<std::ptrdiff_t>(std::min(m_columns, kTellingColumns));
    if (std::ranges::count(line, m_delimiter) + 1 < fewest) {
        return false;
    }
    std::vector<std::string> fields;
    CsvFields parser(m_delimiter, fields);
    const bool isWhole = parser.take(line);
    const bool hasColumns = fields.size() == m_columns ||
                            (!isWhole && fields.size() >= kTellingColumns && fields.size() < m_columns);
    return hasColumns && !parser.hasStrayMarks() &&
           std::ranges::none_of(fields, [](const std::string &field) { return field.starts_with(' '); });
}

/// Number of the last line inside the quotes of `row` that looks like a row of its own; 0 when none does.
std::int64_t CsvReader::lastSwallowedRow(const CsvRow &row) const
{
    std::string_view rest = row.raw;
    static_cast<void>(takeLine(rest));
    std::int64_t last = 0;
    for (std::int64_t number = row.line + 1; !rest.empty() && m_columns > 1; ++number) {
        last = looksLikeRow(takeLine(rest)) ? number : last;
    }
    return last;
}

/// Whether the quotes that are open behind the line at hand were followed to the end of the file before, and
/// a row stands in what they would swallow.
bool CsvReader::isKnownToSwallow(const CsvRow &row) const
{
    return m_lineNumber >= m_openFrom && m_lineNumber < m_lastSwallowed &&
           (m_columns < kTellingColumns || row.fields.size() == 1);
}

/// Lets reading go on behind the first line of a broken row, unless that has happened too often.
void CsvReader::giveBackAllButFirst(CsvRow &row)
{
    std::string_view rest = row.raw;
    const std::size_t first = takeLine(rest).size() + 1;
    m_bytesGivenBack += rest.size();
    if (m_bytesGivenBack > kMaxBytesGivenBack) {
        return;
    }
    std::deque<Line> lines;
    for (std::int64_t number = row.line + 1; !rest.empty(); ++number) {
        lines.push_back({std::string(takeLine(rest)), number});
    }
    m_back.insert(
        m_back.begin(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
    row.raw.resize(first);
}

bool CsvReader::next(CsvRow &row)
{
    row.fields.clear();
    row.raw.clear();
    row.isBroken = row.isCut = false;
    do {
        if (!nextLine()) {
            return false;
        }
    } while (trimmed(m_line).empty());
    row.line = m_lineNumber;
    CsvFields parser(m_delimiter, row.fields);
    while (true) {
        row.raw += m_line;
        row.raw += '\n';
        if (parser.take(m_line)) {
            return true;
        }
        if (isKnownToSwallow(row)) {
            row.isBroken = true;
            return true;
        }
        if (row.raw.size() > kMaxRowBytes) {
            row.isBroken = true;
            giveBackAllButFirst(row);
            return true;
        }
        if (!nextLine()) {
            m_lastSwallowed = lastSwallowedRow(row);
            row.isBroken = m_lastSwallowed > 0;
            row.isCut = !row.isBroken;
            if (row.isBroken) {
                m_openFrom = row.line;
                giveBackAllButFirst(row);
            }
            return true;
        }
        // A text that goes over several lines in the first column ends in the middle of a whole row, too.
        if (m_columns >= kTellingColumns && row.fields.size() > 1 && looksLikeRow(m_line)) {
            m_back.push_front({std::string(m_line), m_lineNumber});
            row.isBroken = true;
            return true;
        }
    }
}

void appendCsvField(std::string &out, std::string_view field)
{
    // White space at the ends is quoted too: some programs drop it otherwise.
    const bool isPlain =
        field.find_first_of(",;\"\r\n\t") == std::string_view::npos && trimmed(field) == field;
    if (isPlain) {
        out += field;
        return;
    }
    out += '"';
    for (const char c : field) {
        out += c;
        if (c == '"') {
            out += '"';
        }
    }
    out += '"';
}

std::string withoutFormula(std::string_view cell)
{
    // Programs look past white space, and take the wide signs of East Asia for the narrow ones.
    constexpr std::array<std::string_view, 8> kSigns{
        "=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    constexpr std::array<std::string_view, 4> kWideSpaces{"\u00A0", "\u3000", "\u200B", "\uFEFF"};
    std::string_view text = trimmed(cell);
    for (bool isFound = true; isFound;) {
        isFound = false;
        for (const std::string_view space : kWideSpaces) {
            if (text.starts_with(space)) {
                text = trimmed(text.substr(space.size()));
                isFound = true;
            }
        }
    }
    const bool isSigned =
        std::ranges::any_of(kSigns, [&](std::string_view sign) { return text.starts_with(sign); });
    const bool isNumber = (text.starts_with('+') || text.starts_with('-')) &&
                          text.find_first_not_of("0123456789.", 1) == std::string_view::npos;
    return (isSigned && !isNumber ? " " : "") + std::string(cell);
}

} // namespace winnow::formats
