#include "app/flow_diagram.h"

#include "app/flow_ledger.h"
#include "publish/support/flow_numbers.h"

namespace winnow::app {

Result<flow::Counted> countFlow(Workspace &workspace)
{
    auto ledger = flowLedger(workspace);
    if (!ledger) {
        return std::move(ledger).error();
    }
    return flow::countWithRecords(*ledger);
}

Result<flow::Counts> flowCounts(Workspace &workspace)
{
    auto ledger = flowLedger(workspace);
    if (!ledger) {
        return std::move(ledger).error();
    }
    return flow::count(*ledger);
}

std::string flowNumbersAsJson(const flow::Numbers &numbers)
{
    return publish::numbersToJson(numbers);
}

} // namespace winnow::app
