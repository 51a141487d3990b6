#pragma once

#include "screening/hypergeometric.h"
#include "screening/stopping.h"

#include <cstdint>

namespace winnow::screening {

/// How much of what is relevant was found, as a random sample says.
struct RecallEstimate
{
    RecallGoal goal;
    std::int64_t relevantFound = 0; ///< in all, with those of the sample
    double missed = 0;              ///< expected number of relevant records not screened
    CountRange missedRange;         ///< two-sided, of the confidence of the goal
    std::optional<double> recall;   ///< none while nothing relevant was found or is expected
    std::optional<Interval> recallInterval;
    double recallAtLeast = 0; ///< one-sided, of the confidence of the goal
    StoppingAdvice advice;
};

/// A random sample of the records that were left when screening stopped.
struct TailSample
{
    std::int64_t unscreened = 0; ///< before the sample was drawn
    std::int64_t drawn = 0;      ///< and screened
    std::int64_t found = 0;      ///< relevant among them
    std::int64_t relevantBefore = 0;
};

/// If `found` of `drawn` are relevant, about found / drawn of the rest are too; the interval is exact (see
/// relevantInPopulation). recall = (before + found) / (before + relevant in the tail). Says stop when even
/// the one-sided lower bound reaches the goal. Rests on nothing but the sample being random and the decisions
/// right: the ranking does not enter. Fails when the numbers contradict one another.
[[nodiscard]] Result<RecallEstimate> recallFromTailSample(const TailSample &sample, const RecallGoal &goal);

/// The smallest sample of the tail after which recallFromTailSample would say stop if none of it were
/// relevant. All when no smaller one could; none when the goal or the numbers make no sense.
[[nodiscard]] std::optional<std::int64_t>
tailSampleNeeded(std::int64_t unscreened, std::int64_t relevantFound, const RecallGoal &goal);

/// A random sample of all records, drawn whatever the ranking said: screened before the ranking began, or
/// mixed in since. To mix it in without bias, fix a random order (randomOrder) and a size beforehand: the
/// sample is the first so many of that order, screened on whatever account.
struct SampleOfAll
{
    std::int64_t total = 0;
    std::int64_t drawn = 0;         ///< and screened
    std::int64_t found = 0;         ///< relevant among them
    std::int64_t screened = 0;      ///< of all, with the sample
    std::int64_t relevantFound = 0; ///< of all, with those of the sample
};

/// The share of relevant records in the sample tells how many there are in all ("baseline inclusion rate",
/// Shemilt et al. 2014), within exact bounds and within what is found and left; recall is what was found of
/// them. Where relevant records are rare the interval is wide, and it says so; no estimate that is narrower
/// by assuming a shape of the ranking is offered.
[[nodiscard]] Result<RecallEstimate> recallFromSampleOfAll(const SampleOfAll &sample, const RecallGoal &goal);

} // namespace winnow::screening
