#include "formats/support/csv_records.h"

#include "formats/support/csv_authors.h"
#include "formats/support/csv_columns.h"
#include "formats/support/csv_rows.h"
#include "formats/support/normalise.h"
#include "formats/support/record_builder.h"
#include "formats/support/strings.h"
#include "text/encoding.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace winnow::formats {

namespace {

constexpr std::int64_t kHeaderLines = 20;

/// "\u2019" written out becomes the character.
std::string withoutEscapes(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned code = 0;
        const std::string_view digits = text.substr(std::min(text.size(), i + 2), 4);
        const bool isEscape =
            text.substr(i, 2) == "\\u" && digits.size() == 4 &&
            std::from_chars(digits.data(), digits.data() + 4, code, 16).ptr == digits.data() + 4;
        if (isEscape && code >= 0x20) {
            text::appendUtf8(out, code);
            i += 5;
        } else {
            out += text[i];
        }
    }
    return out;
}

/// ="19326203", as a spreadsheet is told to keep a number as text.
std::string_view withoutFormula(std::string_view cell)
{
    cell = trimmed(cell);
    const bool isFormula = cell.size() >= 3 && cell.starts_with("=\"") && cell.back() == '"';
    return isFormula ? cell.substr(2, cell.size() - 3) : cell;
}

/// What a column of this file means.
struct Column
{
    std::string name;
    std::vector<FieldRule> rules; ///< a column may be the key and something else
};

std::vector<Column> meaningOf(const CsvHeader &header, const CsvDialect &dialect)
{
    std::vector<Column> columns;
    bool hasSourceTitle = false;
    for (const std::string &name : header.names) {
        const std::string plain = nameOfColumn(name);
        Column column{name, {}};
        if (const FieldRule *const rule = csvColumnRule(plain)) {
            column.rules.push_back(*rule);
            hasSourceTitle = hasSourceTitle || rule->kind == FieldKind::SourceTitle;
        }
        const auto key = std::ranges::find(dialect.keyColumns, std::string_view(plain));
        if (key != dialect.keyColumns.end()) {
            column.rules.push_back({{}, FieldKind::Key, static_cast<int>(key - dialect.keyColumns.begin())});
        }
        if (column.rules.empty()) {
            column.rules.push_back({{}, FieldKind::Extra, 0});
        }
        columns.push_back(std::move(column));
    }
    // "Source" is the journal in Cochrane's files, and the database where the journal has a column of its
    // own.
    for (Column &column : columns) {
        if (!hasSourceTitle && nameOfColumn(column.name) == "source") {
            column.rules = {{{}, FieldKind::SourceTitle, 0}};
        }
    }
    return columns;
}

class CsvRecordReader
{
public:
    CsvRecordReader(TextInput &input, RecordSink &sink, const CsvHeader &header, const CsvDialect &dialect)
        : m_sink(sink)
        , m_dialect(dialect)
        , m_columns(meaningOf(header, dialect))
        , m_rows(input, header.delimiter)
    {
        m_rows.expectColumns(m_columns.size());
    }

    void read()
    {
        CsvRow row;
        m_rows.next(row); // the header itself
        while (m_goesOn && m_rows.next(row)) {
            take(row);
        }
    }

private:
    void take(CsvRow &row)
    {
        if (row.isBroken) {
            m_goesOn =
                m_sink.rejected({row.line, "has a quotation mark that never closes", std::move(row.raw)});
            return;
        }
        // Spreadsheets write rows of nothing but delimiters.
        if (std::ranges::all_of(row.fields,
                                [](const std::string &field) { return trimmed(field).empty(); })) {
            return;
        }
        ReadRecord read;
        build(row, read);
        if (row.isCut && read.record.title.empty()) {
            m_goesOn = m_sink.rejected(
                {row.line, "is cut off by the end of the file and has no title", std::move(row.raw)});
            return;
        }
        if (row.isCut) {
            warn(row, "The file ends inside a quoted field; the last record may be incomplete.");
        } else if (row.fields.size() != m_columns.size()) {
            warn(row,
                 row.fields.size() > m_columns.size() ? "A row has more fields than there are columns."
                                                      : "A row has fewer fields than there are columns.");
        }
        read.raw = std::move(row.raw);
        m_goesOn = deliver(m_sink, std::move(read));
    }

    void warn(const CsvRow &row, std::string_view text)
    {
        m_sink.diagnostic({Severity::Warning, row.line, {}, std::string(text)});
    }

    void build(CsvRow &row, ReadRecord &read)
    {
        read.line = row.line;
        for (std::size_t i = 0; i < std::min(row.fields.size(), m_columns.size()); ++i) {
            std::string &field = row.fields[i];
            if (m_dialect.hasUnicodeEscapes && field.find("\\u") != std::string::npos) {
                field = withoutEscapes(field);
            }
            const std::string_view value = withoutFormula(field);
            for (const FieldRule &rule : m_columns[i].rules) {
                if (const auto own = recordTypeFromId(value); own && rule.kind == FieldKind::TypeLabel) {
                    read.record.type = *own; // written by Winnow
                    continue;
                }
                m_builder.add(rule.kind, rule.rank, m_columns[i].name, value);
            }
        }
        m_builder.finish(read);
    }

    RecordSink &m_sink;
    const CsvDialect &m_dialect;
    std::vector<Column> m_columns;
    CsvReader m_rows;
    RecordBuilder m_builder{{addCsvAuthors, true, false}};
    bool m_goesOn = true;
};

} // namespace

std::string nameOfColumn(std::string_view column)
{
    std::string name;
    for (const char c : lowered(column)) {
        if (isLetter(c) || isDigit(c)) {
            name += c;
        }
    }
    return name;
}

std::optional<CsvHeader> findCsvHeader(std::string_view head)
{
    std::optional<CsvHeader> best;
    for (std::int64_t number = 0; number < kHeaderLines && !head.empty(); ++number) {
        const std::string_view line = takeLine(head);
        for (const char delimiter : {',', ';', '\t'}) {
            CsvHeader header{delimiter, number, {}, 0, false};
            CsvFields(delimiter, header.names).take(line);
            for (const std::string &name : header.names) {
                const FieldRule *const rule = csvColumnRule(nameOfColumn(name));
                header.known += static_cast<std::size_t>(rule != nullptr);
                header.hasTitle = header.hasTitle || (rule != nullptr && rule->kind == FieldKind::Title);
            }
            if (header.hasTitle && (!best || header.known > best->known)) {
                best = std::move(header);
            }
        }
    }
    return best;
}

Result<void> readCsv(TextInput &input, RecordSink &sink, const CsvDialect &dialect)
{
    const auto header = findCsvHeader(input.head());
    if (!header) {
        return Error{ErrorCode::WrongFormat,
                     "No line at the beginning names the columns; the first line must have a column Title.",
                     {},
                     {}};
    }
    for (std::int64_t line = 0; line < header->linesBefore && input.next(); ++line) {
    }
    if (header->linesBefore > 0) {
        sink.diagnostic({Severity::Info, 1, {}, "Lines above the names of the columns were passed over."});
    }
    CsvRecordReader(input, sink, *header, dialect).read();
    return input.status();
}

} // namespace winnow::formats
