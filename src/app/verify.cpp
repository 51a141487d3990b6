#include "app/verify.h"

#include "index/index.h"

namespace winnow::app {

namespace {

void take(VerifyOutcome &outcome, std::vector<std::string> faults, std::string check)
{
    outcome.checks.push_back(std::move(check) + (faults.empty() ? ": sound" : ": faults found"));
    outcome.faults.insert(outcome.faults.end(), faults.begin(), faults.end());
}

Result<void> checkIndex(Workspace &workspace, VerifyOutcome &outcome)
{
    auto index = index::Index::open(workspace.indexFolder());
    if (!index && index.error().code == ErrorCode::NotFound) {
        outcome.checks.emplace_back("search index: not made yet; the first search makes it");
        return {};
    }
    if (!index) {
        take(outcome, {index.error().message}, "search index");
        return {};
    }
    auto last = workspace.records().last();
    auto count = workspace.records().countAll();
    if (!last || !count) {
        return !last ? std::move(last).error() : std::move(count).error();
    }
    const index::Stamp &stamp = index->stamp();
    std::vector<std::string> faults = index->check();
    if (stamp.review != workspace.info().uuid) {
        faults.emplace_back("The search index belongs to another review; the next search makes it anew.");
    } else if (stamp.lastRecord > last->value || stamp.recordCount > *count) {
        faults.emplace_back(
            "The search index knows records that the review has not; the next search makes it anew.");
    } else if (stamp.recordCount < *count) {
        outcome.checks.push_back("search index: " + std::to_string(*count - stamp.recordCount) +
                                 " records behind; the next search adds them");
    }
    take(outcome, std::move(faults), "search index, " + std::to_string(stamp.recordCount) + " records");
    return {};
}

} // namespace

Result<VerifyOutcome> verify(Workspace &workspace, Task &task)
{
    VerifyOutcome outcome;
    task.report({"checking the file", 0, 3});
    auto integrity = workspace.file().checkIntegrity();
    if (!integrity) {
        return std::move(integrity).error();
    }
    take(outcome, *std::move(integrity), "review file");
    task.report({"checking the event log", 1, 3});
    auto fold = workspace.log().checkFold();
    if (!fold) {
        return std::move(fold).error();
    }
    take(outcome, *std::move(fold), "event log against the current state");
    task.report({"checking the index", 2, 3});
    if (auto checked = checkIndex(workspace, outcome); !checked) {
        return std::move(checked).error();
    }
    return outcome;
}

} // namespace winnow::app
