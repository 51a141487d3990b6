#include "publish/output.h"
#include "publish/support/flow_numbers.h"
#include "publish/table_json.h"

namespace winnow::publish {

extern const Output json;

namespace {

Result<std::string> writeFlow(const FlowDocument &document)
{
    if (!document.numbers) {
        return holdsNoNumbers(json.extension);
    }
    return numbersToJson(*document.numbers);
}

Result<std::string> writeTable(const evidence::PrintedTable &table)
{
    return tableToJson(table);
}

} // namespace

const Output json{"json", "JSON", "json", writeFlow, writeTable};

} // namespace winnow::publish
