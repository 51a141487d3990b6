#include "app/flow_diagram.h"

#include "app/flow_ledger.h"
#include "app/flow_records.h"
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

Result<FlowFile> publishFlow(Workspace &workspace, const std::filesystem::path &file, FlowStyle style)
{
    auto counted = countFlow(workspace);
    if (!counted) {
        return std::move(counted).error();
    }
    auto entries = showsEntries(file) ? boxEntries(workspace, *counted) : std::vector<FlowEntry>();
    if (!entries) {
        return std::move(entries).error();
    }
    const flow::Numbers numbers = flow::numbersOf(counted->counts);
    style.options.isDraft = !flow::isFinished(numbers);
    return publishNumbers(numbers, *entries, file, style);
}

} // namespace winnow::app
