#include "app/flow_diagram.h"

#include "app/flow_ledger.h"
#include "base/file.h"
#include "flow/check.h"
#include "publish/output.h"
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

Result<FlowOutcome>
publishFlow(Workspace &workspace, const std::filesystem::path &file, const flow::DiagramOptions &options)
{
    auto output = publish::outputFor(file.filename().string(), publish::Subject::Flow);
    if (!output) {
        return std::move(output).error();
    }
    auto counts = flowCounts(workspace);
    if (!counts) {
        return std::move(counts).error();
    }
    flow::DiagramOptions chosen = options;
    chosen.isDraft = !counts->isFinished();
    auto bytes = (*output)->flow({*counts, flow::numbersOf(*counts), flow::layOut(*counts, chosen), {}});
    if (!bytes) {
        return std::move(bytes).error();
    }
    if (auto written = writeFile(file, *bytes); !written) {
        return std::move(written).error();
    }
    return FlowOutcome{*counts, flow::contradictions(*counts), file};
}

} // namespace winnow::app
