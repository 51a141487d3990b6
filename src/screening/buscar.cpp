#include "screening/buscar.h"

#include "screening/hypergeometric.h"
#include "screening/wording.h"

#include <algorithm>
#include <cmath>

namespace winnow::screening {

namespace {

std::int64_t whole(std::size_t count)
{
    return static_cast<std::int64_t>(count);
}

Result<Buscar> started(const ScreenedOrder &isRelevant, std::size_t total, const RecallGoal &goal)
{
    if (const Result<void> checked = checkGoal(goal); !checked) {
        return checked.error();
    }
    if (isRelevant.size() > total) {
        return Error{ErrorCode::InvalidArgument,
                     "More records were screened than there are in all. Count the screened ones too.",
                     std::to_string(isRelevant.size()) + " of " + std::to_string(total),
                     {}};
    }
    Buscar test;
    test.goal = goal;
    test.total = total;
    test.screened = isRelevant.size();
    test.relevantFound = static_cast<std::size_t>(std::count(isRelevant.begin(), isRelevant.end(), true));
    const auto found = static_cast<double>(test.relevantFound);
    // 57 / 0.95 must count as 60, however it is rounded.
    test.leastMissed =
        static_cast<std::int64_t>(std::floor(found / goal.recall + 1e-9)) + 1 - whole(test.relevantFound);
    return test;
}

bool cannotMiss(const Buscar &test)
{
    return test.leastMissed > whole(test.total - test.screened);
}

/// Takes the sample since `place` if its p is smaller than what there is.
void consider(Buscar &test, std::size_t place, std::size_t relevantSince)
{
    const std::size_t drawn = test.screened - place;
    if (drawn == 0) {
        return;
    }
    const double p = probabilityOfAtMost(
        whole(relevantSince),
        {whole(test.total - place), whole(relevantSince) + test.leastMissed, whole(drawn)});
    if (test.sampleSize == 0 || p < test.p) {
        test.p = p;
        test.sampleSize = drawn;
        test.sampleRelevant = relevantSince;
    }
}

std::string outcomeInWords(const Buscar &test)
{
    const std::string level = probabilityInWords(1 - test.goal.confidence);
    return test.advice.saysStop
               ? "That is below " + level + ", so the rule says to stop: recall is at least " +
                     percent(test.goal.recall) + " with " + percent(test.goal.confidence) + " confidence."
               : "That is not below " + level + ", so the rule says to go on.";
}

std::string testInWords(const Buscar &test, const std::string &sample)
{
    const std::int64_t left = whole(test.total - test.screened);
    if (cannotMiss(test)) {
        return "Even if all of the " + counted(left, "record") +
               " not screened were relevant, recall would be at least " + percent(test.goal.recall) +
               ", so the rule says to stop.";
    }
    std::string text = "If recall were below " + percent(test.goal.recall) + ", there would be at least " +
                       counted(test.leastMissed, "relevant record") + " among the " +
                       counted(left, "record") + " not screened.";
    if (test.sampleSize == 0) {
        return text + " Nothing was screened yet that could speak against that, so the rule says to go on.";
    }
    return text + " " + sample + " Of the last " + counted(whole(test.sampleSize), "record") + " screened, " +
           countOrNone(whole(test.sampleRelevant)) + (test.sampleRelevant == 1 ? " was" : " were") +
           " relevant; as few would come up with a probability of " + probabilityInWords(test.p) + ". " +
           outcomeInWords(test);
}

void conclude(Buscar &test, const std::string &sample, const std::string &assumptions)
{
    if (cannotMiss(test)) {
        test.p = 0;
    }
    test.advice.saysStop = test.p < 1 - test.goal.confidence;
    test.advice.explanation = testInWords(test, sample) + " " + assumptions +
                              " Like every such rule it takes the decisions as right: a relevant record that "
                              "was excluded by mistake is not counted as missed.";
}

} // namespace

Result<Buscar> buscar(const ScreenedOrder &isRelevant, std::size_t total, const RecallGoal &goal)
{
    Result<Buscar> begun = started(isRelevant, total, goal);
    if (!begun) {
        return begun;
    }
    Buscar test = *std::move(begun);
    if (!cannotMiss(test)) {
        std::size_t relevantSince = 0;
        for (std::size_t place = test.screened; place > 0; --place) {
            if (isRelevant[place - 1]) {
                consider(test, place, relevantSince);
                ++relevantSince;
            }
        }
        consider(test, 0, relevantSince);
    }
    conclude(
        test,
        "The most telling stretch is taken.",
        "This is the test of Callaghan and Müller-Hansen (2020). It assumes that in that stretch relevant "
        "records came at least as often as by chance, which holds while the ranking is no worse than "
        "chance, and that the records not screened were there to be drawn all along. As the stretch is "
        "chosen for its small probability, and the test is made again and again, it is an approximation.");
    return test;
}

Result<Buscar> buscarOfRandomSample(const ScreenedOrder &isRelevant,
                                    std::size_t since,
                                    std::size_t total,
                                    const RecallGoal &goal)
{
    Result<Buscar> begun = started(isRelevant, total, goal);
    if (!begun) {
        return begun;
    }
    if (since > isRelevant.size()) {
        return Error{ErrorCode::InvalidArgument,
                     "The random sample begins after the last screened record. Screen the sample first.",
                     {},
                     {}};
    }
    Buscar test = *std::move(begun);
    if (!cannotMiss(test)) {
        const auto first = isRelevant.begin() + static_cast<std::ptrdiff_t>(since);
        consider(test, since, static_cast<std::size_t>(std::count(first, isRelevant.end(), true)));
    }
    conclude(
        test,
        "The random sample is judged by itself.",
        "This is the test of Callaghan and Müller-Hansen (2020) on a random sample. It assumes that the "
        "sample was drawn at random from all records that were not screened, that its size was set before, "
        "and that the test was made once, after the last of them.");
    return test;
}

} // namespace winnow::screening
