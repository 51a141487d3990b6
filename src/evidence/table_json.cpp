#include "evidence/json_parts.h"
#include "evidence/table.h"
#include "text/json_depth.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_set>

namespace winnow::evidence {

namespace {

using nlohmann::json;

constexpr std::string_view kReferences = "References";
constexpr Words<ColumnKind, 7> kColumnKinds{{{"text", ColumnKind::Text},
                                             {"references", ColumnKind::References},
                                             {"field", ColumnKind::Field},
                                             {"fact", ColumnKind::Fact},
                                             {"study", ColumnKind::Study},
                                             {"count", ColumnKind::Count},
                                             {"reason", ColumnKind::Reason}}};
/// Limits of what can be printed at all, so that a small hostile file cannot ask for a large amount of work.
constexpr std::size_t kMostJsonDepth = 32; ///< also of an item of CSL-JSON
constexpr std::size_t kMostColumns = 100;
constexpr std::size_t kMostCited = 1'000'000; ///< in all cells together
constexpr double kMostShare = 1000;

/// The numbers of "[6, 11, 16-18]", with a hyphen or an en dash; nothing where the text has another form or
/// names more than `most`.
std::optional<std::vector<int>> numbersIn(std::string_view cell, std::size_t most)
{
    std::vector<int> numbers;
    std::optional<int> rangeFrom;
    for (std::size_t i = 0; i < cell.size();) {
        unsigned short number = 0;
        const auto [end, failure] = std::from_chars(cell.data() + i, cell.data() + cell.size(), number);
        if (failure == std::errc()) {
            const int first = rangeFrom ? *rangeFrom + 1 : number;
            if (number >= first && static_cast<std::size_t>(number - first) >= most - numbers.size()) {
                return std::nullopt;
            }
            for (int value = first; value <= number; ++value) {
                numbers.push_back(value);
            }
            rangeFrom.reset();
            i = static_cast<std::size_t>(end - cell.data());
        } else if (cell[i] == '-' || cell.substr(i).starts_with("\u2013")) {
            if (numbers.empty()) {
                return std::nullopt;
            }
            rangeFrom = numbers.back();
            i += cell[i] == '-' ? 1 : 3;
        } else if (std::string_view("[](), ;").find(cell[i]) != std::string_view::npos) {
            ++i;
        } else {
            return std::nullopt;
        }
    }
    return numbers;
}

class Reader
{
public:
    explicit Reader(const json &root)
        : m_root(root)
    {}

    TableSet read()
    {
        if (!m_root.is_object() || !m_root.contains("tables") || !m_root["tables"].is_array()) {
            throw Fault{"The file must hold an object with a list \"tables\"."};
        }
        readNumbering();
        if (m_root.contains("style")) {
            m_set.style = readStyle(m_root["style"]);
        }
        for (const json &table : m_root["tables"]) {
            m_set.tables.push_back(readTable(table));
        }
        return std::move(m_set);
    }

private:
    void readNumbering()
    {
        const auto references = m_root.find("references");
        if (references == m_root.end()) {
            return;
        }
        const std::string where = "\"references\"";
        if (!references->is_object()) {
            throw Fault{where + " must be an object."};
        }
        if (references->contains("numbering")) {
            m_set.numbering =
                wordIn(kNumberings, textIn(*references, "numbering", where), "numbering", where);
        }
        if (references->contains("bibliography")) {
            m_set.bibliographyStyle = textIn(*references, "bibliography", where);
        }
        readWorks(*references, where);
        if (m_set.numbering != Numbering::Fixed) {
            return;
        }
        m_set.list = textsOf(references->value("list", json()), "\"list\" of " + where);
        for (const std::string &key : m_set.list) {
            if (!m_listed.insert(key).second) {
                throw Fault{
                    std::string("\"list\" of ").append(where).append(" has ").append(text::forMessage(key)) +
                    " twice."};
            }
        }
    }

    void readWorks(const json &references, const std::string &where)
    {
        const auto works = references.find("works");
        if (works == references.end()) {
            return;
        }
        if (!works->is_array()) {
            throw Fault{"\"works\" of " + where + " must be a list of items of CSL-JSON."};
        }
        for (const json &work : *works) {
            if (!work.is_object()) {
                throw Fault{"Each of \"works\" must be an item of CSL-JSON."};
            }
            std::string key = textIn(work, "id", "An item of \"works\"", true);
            m_set.works.push_back({std::move(key), work.dump()});
        }
    }

    Table readTable(const json &value)
    {
        if (!value.is_object()) {
            throw Fault{"Each of \"tables\" must be an object."};
        }
        Table table;
        table.id = textIn(value, "id", "A table", true);
        m_where = "Table " + text::forMessage(table.id);
        if (!m_ids.insert(table.id).second) {
            throw Fault{"There are two tables " + text::forMessage(table.id) + "."};
        }
        table.caption = textIn(value, "caption", m_where);
        table.question = textIn(value, "question", m_where);
        readLook(value, table);
        readSource(value, table);
        readColumns(value, table);
        const json rows = value.value("rows", json::array());
        if (!rows.is_array()) {
            throw Fault{m_where + ": \"rows\" must be a list."};
        }
        for (const json &row : rows) {
            m_where =
                "Table " + text::forMessage(table.id) + ", row " + std::to_string(table.rows.size() + 1);
            table.rows.push_back(readRow(row, table));
        }
        return table;
    }

    void readLook(const json &value, Table &table) const
    {
        if (value.contains("order")) {
            table.order = wordIn(kOrders, textIn(value, "order", m_where), "order", m_where);
        }
        if (value.contains("language")) {
            table.language = textIn(value, "language", m_where);
        }
        table.isLandscape = flagIn(value, "landscape", false, m_where);
        table.notes = textsOf(value.value("notes", json::array()), m_where + ": \"notes\"");
    }

    /// "studies", "excluded", a field, or one of the objects of maps and findings.
    void readSource(const json &value, Table &table) const
    {
        if (value.contains("findings")) {
            table.source = RowSource::Findings;
            table.head = readFindingsHead(value["findings"], m_where);
        } else if (value.contains("map")) {
            const json &map = value["map"];
            if (!map.is_object()) {
                throw Fault{m_where + ": \"map\" must be an object."};
            }
            table.source = RowSource::Map;
            table.rowsOf = field(map, "rows", true);
            table.columnsOf = field(map, "columns", true);
            table.dividedBy = field(map, "dividedBy", false);
        } else if (value.contains("rowsOf")) {
            const std::string name = textIn(value, "rowsOf", m_where);
            if (name.find('/') == std::string::npos) {
                table.source =
                    wordIn(kRowSources, name, "rowsOf", m_where + " (or a field, as \"form/field\")");
            } else {
                table.source = RowSource::Options;
                table.rowsOf = field(value, "rowsOf", true);
            }
        }
    }

    /// "form/field"
    std::string field(const json &value, const char *name, bool isRequired) const
    {
        std::string text = textIn(value, name, m_where, isRequired);
        const std::size_t slash = text.find('/');
        if ((isRequired || !text.empty()) &&
            (slash == std::string::npos || slash == 0 || slash + 1 == text.size())) {
            throw Fault{m_where + ": \"" + name +
                        "\" must name a form and its field, as \"policy/country\"."};
        }
        return text;
    }

    void readColumns(const json &value, Table &table) const
    {
        const json columns = value.value("columns", json::array());
        const bool bringsOwn = table.source == RowSource::Map || table.source == RowSource::Findings;
        if (!columns.is_array() || (columns.empty() && !bringsOwn)) {
            throw Fault{m_where + ": \"columns\" must be a list of names or objects."};
        }
        if (bringsOwn && !columns.empty()) {
            throw Fault{m_where + " makes its own columns; leave \"columns\" out."};
        }
        if (columns.size() > kMostColumns) {
            throw Fault{m_where + " has more than " + std::to_string(kMostColumns) + " columns."};
        }
        for (const json &entry : columns) {
            Column column = readColumn(entry);
            if (std::ranges::find(table.columns, column.name, &Column::name) != table.columns.end()) {
                throw Fault{m_where + " has two columns \"" + text::forMessage(column.name) + "\"."};
            }
            if (std::ranges::find(kRowNames, column.name) != kRowNames.end()) {
                throw Fault{m_where + ": rows use the name \"" + text::forMessage(column.name) +
                            "\" themselves; write that of the column with a capital letter."};
            }
            table.columns.push_back(std::move(column));
        }
    }

    Column readColumn(const json &entry) const
    {
        Column column;
        if (entry.is_string()) {
            column.name = textOf(entry);
            column.kind = column.name == kReferences ? ColumnKind::References : ColumnKind::Text;
            return column;
        }
        if (!entry.is_object()) {
            throw Fault{m_where + ": \"columns\" must be a list of names or objects."};
        }
        column.name = textIn(entry, "name", m_where + ": a column", true);
        const std::string where = m_where + ", column \"" + text::forMessage(column.name) + "\"";
        if (entry.contains("kind")) {
            column.kind = wordIn(kColumnKinds, textIn(entry, "kind", where), "kind", where);
        }
        const bool needsField = column.kind == ColumnKind::Field || column.kind == ColumnKind::Fact;
        column.field = textIn(entry, "field", where, needsField);
        if (needsField && column.field.empty()) {
            throw Fault{where + ": \"field\" is empty."};
        }
        column.group = textIn(entry, "group", where);
        column.isMerged = flagIn(entry, "merged", false, where);
        column.share = numberIn(entry, "share", where).value_or(0);
        if (column.share < 0 || column.share > kMostShare) {
            throw Fault{where + ": \"share\" must be between 0 and 1000."};
        }
        return column;
    }

    Row readRow(const json &value, const Table &table)
    {
        if (!value.is_object()) {
            throw Fault{m_where + " must be an object."};
        }
        Row row;
        row.note = textIn(value, "note", m_where);
        row.code = textIn(value, "code", m_where);
        row.studies = textsOf(value.value("studies", json::array()), m_where + ": \"studies\"");
        m_cited += row.studies.size();
        if (value.contains("finding")) {
            row.finding = readFinding(value["finding"], m_where);
        }
        for (const auto &[name, cell] : value.items()) {
            const bool isKnown = std::ranges::find(kRowNames, name) != kRowNames.end() ||
                                 std::ranges::find(table.columns, name, &Column::name) != table.columns.end();
            if (!isKnown) {
                throw Fault{m_where + " has a cell \"" + text::forMessage(name) +
                            "\", which is no column of the table."};
            }
        }
        for (const Column &column : table.columns) {
            const auto cell = value.find(column.name);
            row.cells.push_back(cell == value.end() ? Cell{} : readCell(*cell, column));
        }
        return row;
    }

    Cell readCell(const json &value, const Column &column)
    {
        Cell cell;
        const std::string where = m_where + ", column \"" + text::forMessage(column.name) + "\"";
        if (column.kind != ColumnKind::Text && column.kind != ColumnKind::References) {
            throw Fault{where + " is computed; leave the cell out."};
        }
        if (value.is_string()) {
            cell.text = textOf(value);
        } else {
            cell.items = textsOf(value, where);
        }
        if (column.kind == ColumnKind::References) {
            cell.references = value.is_string() ? resolve(cell.text, where) : std::exchange(cell.items, {});
            cell.text.clear();
            checkListed(cell.references, where);
            m_cited += cell.references.size();
        }
        return cell;
    }

    /// Keys for a cell that was written with numbers.
    std::vector<std::string> resolve(std::string_view cell, const std::string &where) const
    {
        if (cell.empty()) {
            return {};
        }
        const auto numbers = numbersIn(cell, kMostCited - std::min(m_cited, kMostCited));
        if (!numbers || m_set.numbering != Numbering::Fixed) {
            throw Fault{where + " must be a list of keys; numbers such as [3, 4] need \"references\" with "
                                "\"numbering\": \"fixed\"."};
        }
        std::vector<std::string> keys;
        for (const int number : *numbers) {
            if (number < 1 || static_cast<std::size_t>(number) > m_set.list.size()) {
                throw Fault{where + " cites " + std::to_string(number) + ", but the list has " +
                            std::to_string(m_set.list.size()) + " references."};
            }
            keys.push_back(m_set.list[static_cast<std::size_t>(number) - 1]);
        }
        return keys;
    }

    void checkListed(const std::vector<std::string> &keys, const std::string &where) const
    {
        for (const std::string &key : keys) {
            if (m_set.numbering == Numbering::Fixed && !m_listed.contains(key)) {
                throw Fault{std::string(where).append(" cites ").append(text::forMessage(key)) +
                            ", which is not in the fixed list."};
            }
        }
    }

    const json &m_root;
    TableSet m_set;
    std::unordered_set<std::string> m_ids;
    std::unordered_set<std::string> m_listed;
    std::size_t m_cited = 0;
    std::string m_where;
};

} // namespace

std::string_view toString(ColumnKind kind)
{
    return wordFor(kColumnKinds, kind);
}

Result<TableSet> parseTableSet(std::string_view text)
{
    if (text::isDeeperThan(text, kMostJsonDepth)) {
        return Error{ErrorCode::WrongFormat,
                     "The file has brackets in brackets deeper than tables and works need.",
                     {},
                     {}};
    }
    try {
        const auto root = json::parse(text.begin(), text.end());
        return Reader(root).read();
    } catch (const Fault &fault) {
        return Error{ErrorCode::WrongFormat, fault.sentence, {}, {}};
    } catch (const json::exception &failure) {
        return Error{ErrorCode::WrongFormat,
                     "This is no JSON file, or it is damaged; check it with an editor that knows JSON.",
                     failure.what(),
                     {}};
    }
}

} // namespace winnow::evidence
