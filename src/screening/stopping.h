#pragma once

#include "base/result.h"
#include "screening/coefficient.h"

#include <cstddef>
#include <string>
#include <vector>

namespace winnow::screening {

/// What a rule says of stopping: whether it is met, and why, in plain words with its assumptions.
struct StoppingAdvice
{
    bool saysStop = false;
    std::string explanation;
};

/// What a rule is to promise: at least this recall, with this confidence.
struct RecallGoal
{
    double recall = 0.95;
    double confidence = kUsualConfidence;
};

/// An error that says what to change unless recall is above 0 and at most 1, and confidence between 0 and 1.
[[nodiscard]] Result<void> checkGoal(const RecallGoal &goal);

/// Whether each record was relevant, in the order of screening.
using ScreenedOrder = std::vector<bool>;

struct IrrelevantRun
{
    std::size_t screened = 0;
    std::size_t relevantFound = 0;
    std::size_t run = 0;    ///< irrelevant records since the last relevant one, or since the start
    std::size_t needed = 0; ///< the run at which to stop
    StoppingAdvice advice;
};

/// Stops after `needed` irrelevant records in a row. Fails for 0.
[[nodiscard]] Result<IrrelevantRun> irrelevantRun(const ScreenedOrder &isRelevant, std::size_t needed);

} // namespace winnow::screening
