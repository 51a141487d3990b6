#include "publish/output.h"
#include "publish/support/flow_numbers.h"

#include <nlohmann/json.hpp>

namespace winnow::publish {

extern const Output json;

namespace {

using nlohmann::ordered_json;

std::string dumped(const ordered_json &value)
{
    return value.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

Result<std::string> writeFlow(const FlowDocument &document)
{
    if (!document.numbers) {
        return holdsNoNumbers(json.extension);
    }
    return numbersToJson(*document.numbers);
}

Result<std::string> writeTable(const evidence::PrintedTable &table)
{
    ordered_json columns = ordered_json::array();
    for (const evidence::PrintedColumn &column : table.columns) {
        columns.push_back(column.name);
    }
    ordered_json rows = ordered_json::array();
    for (const auto &row : table.rows) {
        ordered_json cells = ordered_json::object();
        for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
            cells[table.columns[i].name] = row.cells[i].items.empty() ? ordered_json(row.cells[i].text)
                                                                      : ordered_json(row.cells[i].items);
        }
        rows.push_back(std::move(cells));
    }
    return dumped(
        {{"id", table.id}, {"caption", table.caption}, {"columns", columns}, {"rows", std::move(rows)}});
}

} // namespace

const Output json{"json", "JSON", "json", writeFlow, writeTable};

} // namespace winnow::publish
