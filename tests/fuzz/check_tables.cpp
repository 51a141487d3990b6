#include "fuzz/check_tables.h"

#include "evidence/table.h"
#include "fuzz/check_record.h"

namespace winnow::fuzz {

std::string checkTables(std::string_view bytes)
{
    Finding finding;
    const auto set = evidence::parseTableSet(bytes);
    if (!set) {
        expectText(finding, set.error().message, "a refusal");
        return finding.text();
    }
    const std::string written = evidence::toJson(*set);
    const auto again = evidence::parseTableSet(written);
    finding.expect(again && evidence::toJson(*again) == written, "is not read as it is written", written);
    for (const evidence::Table &table : set->tables) {
        const auto printed = evidence::print(*set, table.id, {});
        finding.expect(printed.isOk(), "is a table that cannot be printed", table.id);
        if (!printed) {
            continue;
        }
        for (const evidence::PrintedRow &row : printed->rows) {
            finding.expect(row.cells.size() == printed->columns.size(),
                           "has a row without a cell for each column",
                           table.id);
        }
    }
    return finding.text();
}

} // namespace winnow::fuzz
