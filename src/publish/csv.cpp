#include "publish/output.h"
#include "publish/support/flat_table.h"
#include "publish/support/flow_numbers.h"

namespace winnow::publish {

extern const Output csv;

namespace {

Result<std::string> write(const evidence::PrintedTable &table)
{
    return separatedValues(table, ',');
}

/// As the R package PRISMA2020 reads them.
Result<std::string> writeNumbers(const FlowDocument &document)
{
    if (!document.numbers) {
        return holdsNoNumbers(csv.extension);
    }
    return numbersToCsv(*document.numbers);
}

} // namespace

const Output csv{"csv", "CSV", "csv", writeNumbers, write};

} // namespace winnow::publish
