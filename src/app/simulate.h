#pragma once

#include "base/result.h"
#include "base/task.h"
#include "rank/metrics.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace winnow::app {

/// Screening of records of which the labels are known, to measure a ranking.
struct SimulationRequest
{
    std::filesystem::path file;                ///< CSV with the columns title, abstract, label_included
    std::optional<std::int64_t> priorIncluded; ///< row known to be relevant before screening begins, from 0
    std::optional<std::int64_t> priorExcluded; ///< likewise, known to be irrelevant
    std::string model;                         ///< see chosenModel()
};

struct SimulationOutcome
{
    std::string model;
    std::size_t records = 0;
    std::size_t relevant = 0;             ///< among all records
    std::vector<std::int64_t> order;      ///< rows as screened, until the last relevant one, without priors
    std::optional<rank::Metrics> metrics; ///< none where no record but priors is relevant
    double stepMedianMs = 0;              ///< time of learning one label and finding the next record
};

/// Reads the file and screens it: after every label all is ranked anew. Without priors the records come in
/// the order of the file until one of each label is known. The same each time, on every machine.
[[nodiscard]] Result<SimulationOutcome> simulate(const SimulationRequest &request, Task &task);

} // namespace winnow::app
