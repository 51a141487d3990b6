#include "formats/support/csv_records.h"

#include "formats/support/csv_authors.h"
#include "formats/support/csv_decisions.h"
#include "formats/support/csv_rows.h"
#include "formats/support/normalise.h"
#include "formats/support/record_builder.h"
#include "formats/support/record_table.h"
#include "formats/support/strings.h"
#include "text/encoding.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

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

/// Lower than any rank of the tables: what the user chose wins.
constexpr int kChosen = 0;

template <class Range>
std::string listOf(const Range &names)
{
    std::string list;
    for (const auto &name : names) {
        list += (list.empty() ? "" : ", ") + std::string(name);
    }
    return list;
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

const ColumnChoice *choiceFor(const ReadOptions &options, std::string_view column)
{
    const auto found = std::ranges::find_if(options.columns, [&](const ColumnChoice &choice) {
        return nameOfColumn(choice.column) == nameOfColumn(column);
    });
    return found == options.columns.end() ? nullptr : &*found;
}

std::vector<Column> meaningOf(const CsvHeader &header, const ReadOptions &options)
{
    const CsvDialect &dialect = *header.dialect;
    std::vector<Column> columns;
    bool hasSourceTitle = false;
    for (const std::string &name : header.names) {
        const std::string plain = nameOfColumn(name);
        Column column{name, {}};
        if (name.starts_with(kExtraColumn)) {
            columns.push_back({name.substr(kExtraColumn.size()), {{{}, FieldKind::Extra, 0}}});
            continue;
        }
        if (const ColumnChoice *const choice = choiceFor(options, name)) {
            column.rules.push_back({{}, kindOfField(choice->field).value_or(FieldKind::Extra), kChosen});
        } else if (const FieldRule *const rule = csvColumnRule(dialect, plain)) {
            column.rules.push_back(*rule);
        }
        const auto key = std::ranges::find(dialect.keyColumns, std::string_view(plain));
        if (key != dialect.keyColumns.end()) {
            column.rules.push_back({{}, FieldKind::Key, static_cast<int>(key - dialect.keyColumns.begin())});
        }
        if (column.rules.empty()) {
            column.rules.push_back({{}, FieldKind::Extra, 0});
        }
        hasSourceTitle = hasSourceTitle || column.rules.front().kind == FieldKind::SourceTitle;
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

/// What the user chose must be there, and must be something.
Result<void> checkChoices(const CsvHeader &header, const ReadOptions &options)
{
    for (const ColumnChoice &choice : options.columns) {
        if (!kindOfField(choice.field)) {
            return Error{ErrorCode::InvalidArgument,
                         "There is no field " + choice.field + "; choose one of " + listOf(fieldNames()) +
                             ".",
                         {},
                         {}};
        }
        const auto isIt = [&](const std::string &name) {
            return nameOfColumn(name) == nameOfColumn(choice.column);
        };
        if (std::ranges::none_of(header.names, isIt)) {
            return Error{ErrorCode::InvalidArgument,
                         "The file has no column " + choice.column + "; its columns are " +
                             listOf(header.names) + ".",
                         {},
                         {}};
        }
    }
    return {};
}

/// Tells what each column was taken for.
void tellColumns(const std::vector<Column> &columns, RecordSink &sink)
{
    std::vector<ColumnChoice> meanings;
    meanings.reserve(columns.size());
    for (const Column &column : columns) {
        meanings.push_back({std::string(nameOfField(column.rules.front().kind)), column.name});
    }
    sink.columns(meanings);
}

CsvHeader headerIn(std::string_view line, char delimiter, const ReadOptions &options)
{
    CsvHeader header;
    header.delimiter = delimiter;
    CsvFields(delimiter, header.names).take(line);
    std::vector<std::string> plain(header.names.size());
    std::ranges::transform(header.names, plain.begin(), nameOfColumn);
    header.dialect = &csvDialectOf(plain);
    std::set<std::string_view> known;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const FieldRule *const rule = csvColumnRule(*header.dialect, plain[i]);
        const bool isChosen = choiceFor(options, header.names[i]) != nullptr;
        if (rule != nullptr || isChosen) {
            known.insert(plain[i]);
        }
        header.hasTitle = header.hasTitle || isChosen || (rule != nullptr && rule->kind == FieldKind::Title);
    }
    header.known = known.size();
    return header;
}

class CsvRecordReader
{
public:
    CsvRecordReader(TextInput &input, const CsvHeader &header, std::vector<Column> columns, RecordSink &sink)
        : m_sink(sink)
        , m_dialect(*header.dialect)
        , m_columns(std::move(columns))
        , m_decisions(header.names)
        , m_rows(input, header.delimiter)
    {
        m_rows.expectColumns(m_columns.size());
    }

    void read()
    {
        CsvRow row;
        while (m_goesOn && m_rows.next(row)) {
            take(row);
        }
        if (m_goesOn && m_unsureNames > 0) {
            m_sink.diagnostic(
                {Severity::Warning,
                 m_unsureAt,
                 {},
                 "In " + std::to_string(m_unsureNames) +
                     " records, the source wrote names with nothing between them and Winnow could "
                     "not tell all of them apart; check the authors."});
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
            m_goesOn = m_sink.rejected({row.line, std::string(kCutOff), std::move(row.raw)});
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
        read.decisions = m_decisions.of(row.fields);
        for (std::size_t i = 0; i < std::min(row.fields.size(), m_columns.size()); ++i) {
            if (!read.decisions.empty() && m_decisions.holds(i)) {
                continue;
            }
            std::string &field = row.fields[i];
            if (m_dialect.hasUnicodeEscapes && field.find("\\u") != std::string::npos) {
                field = withoutEscapes(field);
            }
            if (m_dialect.names != nullptr && m_columns[i].rules.front().kind == FieldKind::Authors) {
                field = dividedNames(field, row.line);
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

    std::string dividedNames(std::string_view cell, std::int64_t line)
    {
        const CsvNames divided = m_dialect.names(cell);
        if (!divided.areSure) {
            m_unsureAt = m_unsureNames == 0 ? line : m_unsureAt;
            ++m_unsureNames;
        }
        return csvAuthorCell(divided.names);
    }

    RecordSink &m_sink;
    const CsvDialect &m_dialect;
    std::vector<Column> m_columns;
    CsvDecisions m_decisions;
    CsvReader m_rows;
    RecordBuilder m_builder{{addCsvAuthors, true, false}};
    bool m_goesOn = true;
    std::int64_t m_unsureNames = 0; ///< records whose names could not all be told apart
    std::int64_t m_unsureAt = 0;    ///< line of the first
};

} // namespace

std::optional<CsvHeader> findCsvHeader(std::string_view head, const ReadOptions &options)
{
    std::optional<CsvHeader> best;
    const std::int64_t lines = options.beginsWithPreamble ? 1 : kHeaderLines;
    for (std::int64_t number = 0; number < lines && !head.empty(); ++number) {
        const std::string_view line = takeLine(head);
        for (const char delimiter : {',', ';', '\t'}) {
            if (delimiter != ',' && line.find(delimiter) == std::string_view::npos) {
                continue; // one column, as a comma may have found
            }
            CsvHeader header = headerIn(line, delimiter, options);
            header.linesBefore = number;
            if (header.hasTitle && (!best || header.known > best->known)) {
                best = std::move(header);
            }
        }
    }
    return best;
}

Result<void> readCsv(TextInput &input, const ReadOptions &options, RecordSink &sink)
{
    const auto header = findCsvHeader(input.head(), options);
    if (!header) {
        return Error{ErrorCode::WrongFormat,
                     "No line at the beginning names a column of titles; say which one it is, as with --map "
                     "title=COLUMN.",
                     {},
                     {}};
    }
    if (auto checked = checkChoices(*header, options); !checked) {
        return checked;
    }
    for (std::int64_t line = 0; line < header->linesBefore && input.next(); ++line) {
    }
    if (header->linesBefore > 0) {
        sink.diagnostic({Severity::Info, 1, {}, "Lines above the names of the columns were passed over."});
    }
    if (!header->dialect->remark.empty()) {
        sink.diagnostic({Severity::Warning, 0, {}, std::string(header->dialect->remark)});
    }
    std::vector<Column> columns = meaningOf(*header, options);
    tellColumns(columns, sink);
    // The header is one line, whatever its quotation marks say.
    input.next();
    sink.preamble(std::string(input.line()) + '\n');
    CsvRecordReader(input, *header, std::move(columns), sink).read();
    return input.status();
}

std::int64_t countCsvRows(TextInput &input)
{
    const auto header = findCsvHeader(input.head());
    const std::int64_t before = header ? header->linesBefore : 0;
    const std::string nothing = std::string(" \",;\t");
    std::int64_t rows = 0;
    bool isOpen = false;
    bool isEmpty = true;
    while (input.next()) {
        const std::string_view line = input.line();
        if (input.lineNumber() <= before) {
            continue;
        }
        isEmpty = isEmpty && line.find_first_not_of(nothing) == std::string_view::npos;
        isOpen = isOpen != (std::ranges::count(line, '"') % 2 != 0);
        if (!isOpen) {
            rows += static_cast<std::int64_t>(!isEmpty);
            isEmpty = true;
        }
    }
    return std::max<std::int64_t>(0, rows + static_cast<std::int64_t>(isOpen && !isEmpty) - 1);
}

} // namespace winnow::formats
