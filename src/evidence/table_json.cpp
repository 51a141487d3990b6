#include "evidence/table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_set>

namespace winnow::evidence {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::string_view kReferences = "References";
/// Limits of what can be printed at all, so that a small hostile file cannot ask for a large amount of work.
constexpr std::size_t kMostColumns = 100;
constexpr std::size_t kMostCited = 1'000'000; ///< in all cells together

/// What is wrong, and where.
struct Fault
{
    std::string sentence;
};

std::string text(const json &object, const char *name, const std::string &where, bool isRequired)
{
    const auto found = object.find(name);
    if (found == object.end()) {
        if (isRequired) {
            throw Fault{where + " has no \"" + name + "\"."};
        }
        return {};
    }
    if (!found->is_string()) {
        throw Fault{where + ": \"" + name + "\" must be a text."};
    }
    return found->get<std::string>();
}

std::vector<std::string> texts(const json &value, const std::string &where)
{
    std::vector<std::string> list;
    if (!value.is_array()) {
        throw Fault{where + " must be a list of texts."};
    }
    for (const json &entry : value) {
        if (!entry.is_string()) {
            throw Fault{where + " must be a list of texts."};
        }
        list.push_back(entry.get<std::string>());
    }
    return list;
}

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
        readStyle();
        for (const json &table : m_root["tables"]) {
            m_set.tables.push_back(readTable(table));
        }
        if (m_set.tables.empty()) {
            throw Fault{"The list \"tables\" is empty."};
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
        if (!references->is_object()) {
            throw Fault{"\"references\" must be an object."};
        }
        const std::string numbering = text(*references, "numbering", "\"references\"", false);
        if (numbering == "fixed") {
            m_set.numbering = Numbering::Fixed;
            m_set.list = texts(references->value("list", json()), "\"list\" of \"references\"");
            for (const std::string &key : m_set.list) {
                if (!m_listed.insert(key).second) {
                    throw Fault{"\"list\" of \"references\" has " + key + " twice."};
                }
            }
        } else if (!numbering.empty() && numbering != "first-citation") {
            throw Fault{"\"numbering\" must be \"fixed\" or \"first-citation\", not \"" + numbering + "\"."};
        }
    }

    void readStyle()
    {
        const auto style = m_root.find("style");
        if (style == m_root.end()) {
            return;
        }
        if (!style->is_object()) {
            throw Fault{"\"style\" must be an object."};
        }
        const auto set = [&](const char *name, std::string &target) {
            if (style->contains(name)) {
                target = text(*style, name, "\"style\"", true);
            }
        };
        set("open", m_set.style.open);
        set("delimiter", m_set.style.delimiter);
        set("dash", m_set.style.dash);
        set("close", m_set.style.close);
    }

    Table readTable(const json &value)
    {
        if (!value.is_object()) {
            throw Fault{"Each of \"tables\" must be an object."};
        }
        Table table;
        table.id = text(value, "id", "A table", true);
        m_where = "Table " + table.id;
        if (!m_ids.insert(table.id).second) {
            throw Fault{"There are two tables " + table.id + "."};
        }
        table.caption = text(value, "caption", m_where, false);
        table.question = text(value, "question", m_where, false);
        readColumns(value, table);
        const json rows = value.value("rows", json());
        if (!rows.is_array()) {
            throw Fault{m_where + ": \"rows\" must be a list."};
        }
        for (const json &row : rows) {
            m_where = "Table " + table.id + ", row " + std::to_string(table.rows.size() + 1);
            table.rows.push_back(readRow(row, table.columns));
        }
        return table;
    }

    void readColumns(const json &value, Table &table) const
    {
        std::vector<std::string> names = texts(value.value("columns", json()), m_where + ": \"columns\"");
        if (names.size() > kMostColumns) {
            throw Fault{m_where + " has more than " + std::to_string(kMostColumns) + " columns."};
        }
        for (std::string &name : names) {
            if (std::ranges::find(table.columns, name, &Column::name) != table.columns.end()) {
                throw Fault{m_where + " has two columns \"" + name + "\"."};
            }
            const ColumnKind kind = name == kReferences ? ColumnKind::References : ColumnKind::Text;
            table.columns.push_back({std::move(name), kind});
        }
    }

    Row readRow(const json &value, const std::vector<Column> &columns)
    {
        if (!value.is_object()) {
            throw Fault{m_where + " must be an object."};
        }
        Row row;
        row.note = text(value, "note", m_where, false);
        for (const auto &[name, cell] : value.items()) {
            if (name != "note" && std::ranges::find(columns, name, &Column::name) == columns.end()) {
                throw Fault{m_where + " has a cell \"" + name + "\", which is no column of the table."};
            }
        }
        for (const Column &column : columns) {
            const auto cell = value.find(column.name);
            row.cells.push_back(cell == value.end() ? Cell{} : readCell(*cell, column));
        }
        return row;
    }

    Cell readCell(const json &value, const Column &column)
    {
        Cell cell;
        const std::string where = m_where + ", column \"" + column.name + "\"";
        if (value.is_string()) {
            cell.text = value.get<std::string>();
        } else {
            cell.items = texts(value, where);
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
                throw Fault{std::string(where).append(" cites ").append(key) +
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

ordered_json cellToJson(const Cell &cell, const Column &column)
{
    if (column.kind == ColumnKind::References) {
        return cell.references;
    }
    return cell.items.empty() ? ordered_json(cell.text) : ordered_json(cell.items);
}

ordered_json tableToJson(const Table &table)
{
    ordered_json columns = ordered_json::array();
    for (const Column &column : table.columns) {
        columns.push_back(column.name);
    }
    ordered_json rows = ordered_json::array();
    for (const Row &row : table.rows) {
        ordered_json cells = ordered_json::object();
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            cells[table.columns[i].name] = cellToJson(row.cells[i], table.columns[i]);
        }
        if (!row.note.empty()) {
            cells["note"] = row.note;
        }
        rows.push_back(std::move(cells));
    }
    return {{"id", table.id},
            {"caption", table.caption},
            {"question", table.question},
            {"columns", std::move(columns)},
            {"rows", std::move(rows)}};
}

} // namespace

Result<TableSet> parseTableSet(std::string_view text)
{
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

std::string toJson(const TableSet &set)
{
    ordered_json tables = ordered_json::array();
    for (const Table &table : set.tables) {
        tables.push_back(tableToJson(table));
    }
    const bool isFixed = set.numbering == Numbering::Fixed;
    ordered_json references{{"numbering", isFixed ? "fixed" : "first-citation"}};
    if (isFixed) {
        references["list"] = set.list;
    }
    const ordered_json root{{"tables", std::move(tables)},
                            {"references", std::move(references)},
                            {"style",
                             {{"open", set.style.open},
                              {"delimiter", set.style.delimiter},
                              {"dash", set.style.dash},
                              {"close", set.style.close}}}};
    return root.dump(1, ' ', false, ordered_json::error_handler_t::replace);
}

} // namespace winnow::evidence
