#pragma once

#include "screening/coefficient.h"
#include "screening/ratings.h"

namespace winnow::screening {

/// The share of agreeing pairs of ratings, as a mean over the units with at least two; its standard error is
/// that of this mean. Of two raters it is the share of units on which they agree.
[[nodiscard]] Coefficient meanPairAgreement(const Ratings &ratings, double confidence = kUsualConfidence);

/// The share of units, of those with at least two ratings, whose ratings lie no more than `tolerance`
/// categories apart; none without such units.
[[nodiscard]] std::optional<double> unanimousShare(const Ratings &ratings, std::size_t tolerance = 0);

/// AC1 of Gwet (2008): pe = sum pi_j (1 - pi_j) / (k - 1), where pi_j is the mean share of category j over
/// units and k counts the categories that could be given. Gaps, the variance and its use of units rated once
/// are as in Gwet (2008, 2014): sum over units of (x_i - AC1)^2 / (n (n - 1)), each x_i linear in what unit i
/// says. The interval is normal. Not estimable for fewer than two categories or no unit rated twice.
[[nodiscard]] Coefficient gwetAc1(const Ratings &ratings, double confidence = kUsualConfidence);

struct FleissKappa
{
    /// Of Fleiss (1971): P = mean of agreeing pairs, pe = sum p_j^2. Units may be rated by different numbers
    /// of raters (then p_j is the mean share of category j, as in Gwet 2014). The interval comes from the
    /// variance of Gwet (2008), which does not assume that kappa is 0. `z` is that of Fleiss, Nee and Landis
    /// (1979): variance 2 (S2 + S2^2 - 2 S3) / (n m (m - 1) (1 - S2)^2), with Si = sum p_j^i; only where all
    /// units were rated by the same number m. Units rated once are left out.
    Coefficient kappa;

    /// For each category: agreement on giving it at all, (P_j - p_j) / (1 - p_j). None where no rater or
    /// every rater gave it.
    std::vector<std::optional<double>> ofCategories;
};

[[nodiscard]] FleissKappa fleissKappa(const Ratings &ratings, double confidence = kUsualConfidence);

/// The exact kappa of Conger (1980) for many raters: chance agreement is the mean over pairs of raters of
/// sum p_aj p_bj, so raters may differ in what they tend to give. Of two raters it is Cohen's. Only units
/// that all rated count; no interval.
[[nodiscard]] Coefficient congerKappa(const Ratings &ratings);

struct LightKappa
{
    Coefficient kappa;
    std::size_t pairs = 0;             ///< of raters whose kappa could be estimated
    std::size_t pairsNotEstimable = 0; ///< left out of the mean
};

/// The mean of Cohen's kappa over all pairs of raters (Light 1971), each on the units that both rated.
[[nodiscard]] LightKappa lightKappa(const Ratings &ratings);

} // namespace winnow::screening
