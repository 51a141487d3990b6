#include "app/simulate.h"

#include "app/labelled_records.h"
#include "app/ranking_models.h"
#include "rank/simulation.h"

#include <algorithm>
#include <chrono>

namespace winnow::app {

namespace {

Error badPrior(std::int64_t row, const std::string &what)
{
    return {ErrorCode::InvalidArgument,
            "Row " + std::to_string(row) + " cannot be known before screening: " + what,
            {},
            {}};
}

Result<void> checkPrior(const std::optional<std::int64_t> &row, int label, const std::vector<int> &labels)
{
    if (!row) {
        return {};
    }
    if (*row < 0 || *row >= static_cast<std::int64_t>(labels.size())) {
        return badPrior(*row,
                        "rows are counted from 0 to " + std::to_string(labels.size() - 1) +
                            ", without the line of column names.");
    }
    if (labels[static_cast<std::size_t>(*row)] != label) {
        return badPrior(*row,
                        label == 1 ? "its label_included is 0; choose a row with 1."
                                   : "its label_included is 1; choose a row with 0.");
    }
    return {};
}

double median(std::vector<double> values)
{
    if (values.empty()) {
        return 0;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

} // namespace

Result<SimulationOutcome> simulate(const SimulationRequest &request, Task &task)
{
    const auto model = chosenModel(request.model);
    if (!model) {
        return model.error();
    }
    auto records = readLabelledRecords(request.file, model->terms, task);
    if (!records) {
        return std::move(records).error();
    }
    for (const int label : {1, 0}) {
        const auto checked =
            checkPrior(label == 1 ? request.priorIncluded : request.priorExcluded, label, records->labels);
        if (!checked) {
            return checked.error();
        }
    }
    rank::Simulation simulation(rank::Trainer(records->features, model->ridge), records->labels);
    for (const auto &prior : {request.priorIncluded, request.priorExcluded}) {
        if (prior) {
            simulation.tell(static_cast<rank::Row>(*prior));
        }
    }
    std::vector<double> stepsMs;
    auto before = std::chrono::steady_clock::now();
    while (simulation.step()) {
        if (task.isStopped()) {
            return Task::stoppedError();
        }
        const auto now = std::chrono::steady_clock::now();
        stepsMs.push_back(std::chrono::duration<double, std::milli>(now - before).count());
        before = now;
        task.report({"Screening", static_cast<std::int64_t>(stepsMs.size()), 0});
    }
    SimulationOutcome outcome;
    outcome.model = request.model.empty() ? std::string(model->name) : request.model;
    outcome.records = records->labels.size();
    outcome.relevant = static_cast<std::size_t>(std::ranges::count(records->labels, 1));
    outcome.order.assign(simulation.order().begin(), simulation.order().end());
    outcome.metrics = rank::metricsOf(simulation.foundLabels(), simulation.records());
    outcome.stepMedianMs = median(std::move(stepsMs));
    return outcome;
}

} // namespace winnow::app
