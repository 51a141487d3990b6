#pragma once

#include "screening/stopping.h"

#include <cstdint>

namespace winnow::screening {

struct Buscar
{
    RecallGoal goal;
    std::size_t total = 0; ///< records, screened or not
    std::size_t screened = 0;
    std::size_t relevantFound = 0;
    /// If recall is below the goal, at least so many relevant records are not screened yet.
    std::int64_t leastMissed = 0;
    /// The probability of finding as few in the sample if so many are missed. 0 where that cannot be, as
    /// fewer are left.
    double p = 1;
    std::size_t sampleSize = 0;     ///< the last records screened, to which p belongs
    std::size_t sampleRelevant = 0; ///< relevant ones among them
    StoppingAdvice advice;
};

/// The test of Callaghan and Müller-Hansen (2020, Systematic Reviews 9:273), as their program Buscar makes
/// it. With r relevant records found, recall below t means at least K = floor(r / t) + 1 in all, so K - r
/// missed. For each place in the past, what was screened since then is taken for a random sample of what was
/// left then: n drawn of N, x relevant found of x + K - r. p is the smallest hypergeometric P(X <= x) over
/// all places; stop when p < 1 - confidence. Only samples that begin right after a relevant record, or with
/// the first record, can have the smallest p (one irrelevant record more in the sample makes it smaller), so
/// only these are computed.
///
/// What it rests on: since the place chosen, records came no less relevant than by chance. Being the smallest
/// of many, and looked at again and again, p is smaller than the level of one test; its authors rely on the
/// ranking being better than chance to make up for that. Simulated for a recall and a confidence of 0.95 and
/// looked at after every record, it missed the goal in up to 7.5 % of searches at random order, and in no
/// more than 1 % where relevant records had 1.5 times the odds of chance. Fails when more was screened than
/// there is, and for a goal that is none.
[[nodiscard]] Result<Buscar>
buscar(const ScreenedOrder &isRelevant, std::size_t total, const RecallGoal &goal);

/// The same for one sample that was drawn at random from all that was left: the records since place `since`
/// of the order. Looked at once, with its size set beforehand, this test keeps its level whatever the ranking
/// did.
[[nodiscard]] Result<Buscar> buscarOfRandomSample(const ScreenedOrder &isRelevant,
                                                  std::size_t since,
                                                  std::size_t total,
                                                  const RecallGoal &goal);

} // namespace winnow::screening
