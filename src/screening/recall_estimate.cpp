#include "screening/recall_estimate.h"

#include "screening/wording.h"

#include <algorithm>
#include <cmath>

namespace winnow::screening {

namespace {

double real(std::int64_t count)
{
    return static_cast<double>(count);
}

Error contradiction(std::string message)
{
    return {ErrorCode::InvalidArgument, std::move(message) + " Count the records anew.", {}, {}};
}

/// 1 when nothing is relevant at all.
double recallOf(std::int64_t found, double missed)
{
    return real(found) + missed > 0 ? real(found) / (real(found) + missed) : 1;
}

bool isReached(double recall, const RecallGoal &goal)
{
    return recall >= goal.recall - 1e-12; // 57 of 60 reach 0.95
}

std::string spanInWords(const CountRange &range)
{
    return range.low == range.high ? std::to_string(range.low)
                                   : std::to_string(range.low) + " to " + std::to_string(range.high);
}

std::string estimateInWords(const RecallEstimate &estimate)
{
    const std::string sure = percent(estimate.goal.confidence) + " confidence";
    std::string text =
        "About " + counted(std::llround(estimate.missed), "relevant record is", "relevant records are") +
        " expected among those not screened (" + sure + ": " + spanInWords(estimate.missedRange) + ").";
    if (estimate.recall && estimate.recallInterval) {
        text += " That makes recall about " + percent(*estimate.recall) + " (" + sure + ": " +
                percent(estimate.recallInterval->low) + " to " + percent(estimate.recallInterval->high) +
                ").";
    } else {
        text += " Nothing relevant was found, so nothing can be said of recall.";
    }
    text +=
        " With " + sure + " recall is at least " + percent(estimate.recallAtLeast) +
        (estimate.advice.saysStop ? ", which reaches the goal of " : ", which does not reach the goal of ") +
        percent(estimate.goal.recall) +
        (estimate.advice.saysStop ? ": the rule says to stop." : ": the rule says to go on.");
    return text;
}

/// All that follows from the numbers of relevant records not screened.
RecallEstimate estimateFrom(std::int64_t relevantFound,
                            double missed,
                            const CountRange &range,
                            std::int64_t mostMissed,
                            const RecallGoal &goal)
{
    RecallEstimate estimate;
    estimate.goal = goal;
    estimate.relevantFound = relevantFound;
    estimate.missed = missed;
    estimate.missedRange = range;
    if (relevantFound > 0) {
        estimate.recall = recallOf(relevantFound, missed);
        estimate.recallInterval =
            Interval{recallOf(relevantFound, real(range.high)), recallOf(relevantFound, real(range.low))};
    }
    estimate.recallAtLeast = recallOf(relevantFound, real(mostMissed));
    estimate.advice.saysStop = isReached(estimate.recallAtLeast, goal);
    return estimate;
}

CountRange less(const CountRange &range, std::int64_t found, std::int64_t most)
{
    return {std::clamp<std::int64_t>(range.low - found, 0, most),
            std::clamp<std::int64_t>(range.high - found, 0, most)};
}

constexpr std::string_view kDecisionsAreRight = " It takes the decisions as right: a relevant record that "
                                                "was excluded by mistake is not counted as missed.";

} // namespace

Result<RecallEstimate> recallFromTailSample(const TailSample &sample, const RecallGoal &goal)
{
    if (const Result<void> checked = checkGoal(goal); !checked) {
        return checked.error();
    }
    if (sample.found < 0 || sample.found > sample.drawn || sample.drawn > sample.unscreened ||
        sample.relevantBefore < 0) {
        return contradiction(
            "A sample cannot hold more records than were left, nor more relevant ones than it has.");
    }
    const std::int64_t left = sample.unscreened - sample.drawn;
    const double alpha = 1 - goal.confidence;
    const auto missedWithin = [&](double tail) {
        return less(
            relevantInPopulation(sample.unscreened, sample.drawn, sample.found, tail), sample.found, left);
    };
    const double missed = sample.drawn > 0 ? real(left) * real(sample.found) / real(sample.drawn) : 0;
    RecallEstimate estimate = estimateFrom(sample.relevantBefore + sample.found,
                                           missed,
                                           missedWithin(alpha / 2),
                                           missedWithin(alpha).high,
                                           goal);
    const std::string drawn =
        sample.drawn == 0
            ? "No sample was drawn from the " + counted(sample.unscreened, "record") + " that were left."
            : "Of " + counted(sample.drawn, "record") + " drawn from the " +
                  std::to_string(sample.unscreened) + " that were left, " + countOrNone(sample.found) +
                  (sample.found == 1 ? " was" : " were") + " relevant.";
    estimate.advice.explanation =
        drawn + " " + estimateInWords(estimate) +
        " The bounds are exact (hypergeometric). They assume only that the sample was drawn at random from "
        "all "
        "records that were left and screened in full, and that its size was set before." +
        std::string(kDecisionsAreRight);
    return estimate;
}

std::optional<std::int64_t>
tailSampleNeeded(std::int64_t unscreened, std::int64_t relevantFound, const RecallGoal &goal)
{
    if (!checkGoal(goal) || unscreened < 0 || relevantFound < 0) {
        return std::nullopt;
    }
    const auto isEnough = [&](std::int64_t drawn) {
        const std::int64_t most = relevantInPopulation(unscreened, drawn, 0, 1 - goal.confidence).high;
        return isReached(recallOf(relevantFound, real(most)), goal);
    };
    std::int64_t few = 0;
    std::int64_t enough = unscreened;
    while (few < enough) {
        const std::int64_t middle = few + (enough - few) / 2;
        if (isEnough(middle)) {
            enough = middle;
        } else {
            few = middle + 1;
        }
    }
    return enough;
}

Result<RecallEstimate> recallFromSampleOfAll(const SampleOfAll &sample, const RecallGoal &goal)
{
    if (const Result<void> checked = checkGoal(goal); !checked) {
        return checked.error();
    }
    if (sample.found < 0 || sample.found > sample.drawn || sample.drawn > sample.screened ||
        sample.screened > sample.total || sample.found > sample.relevantFound ||
        sample.relevantFound - sample.found > sample.screened - sample.drawn) {
        return contradiction(
            "A sample is a part of what was screened, and what was screened is a part of all.");
    }
    const std::int64_t left = sample.total - sample.screened;
    const double alpha = 1 - goal.confidence;
    const auto missedWithin = [&](double tail) {
        return less(
            relevantInPopulation(sample.total, sample.drawn, sample.found, tail), sample.relevantFound, left);
    };
    const double inAll = sample.drawn > 0 ? real(sample.total) * real(sample.found) / real(sample.drawn) : 0;
    const double missed = std::clamp(inAll - real(sample.relevantFound), 0.0, real(left));
    RecallEstimate estimate =
        estimateFrom(sample.relevantFound, missed, missedWithin(alpha / 2), missedWithin(alpha).high, goal);
    estimate.advice.explanation =
        "Of " + counted(sample.drawn, "record") + " drawn at random from all " +
        std::to_string(sample.total) + ", " + countOrNone(sample.found) +
        (sample.found == 1 ? " was" : " were") + " relevant; " +
        counted(sample.relevantFound, "relevant record was", "relevant records were") + " found in all. " +
        estimateInWords(estimate) +
        " The bounds are exact (hypergeometric) and wide where relevant records are rare. They assume that "
        "the "
        "sample was drawn at random from all records, whatever the ranking said, and that its size was set "
        "before." +
        std::string(kDecisionsAreRight);
    return estimate;
}

} // namespace winnow::screening
