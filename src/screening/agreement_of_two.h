#pragma once

#include "screening/coefficient.h"
#include "screening/ratings.h"

namespace winnow::screening {

/// How often two raters gave which pair of categories: rows are those of the first.
class CrossTable
{
public:
    explicit CrossTable(std::size_t categories);

    /// The 2x2 table of the textbooks: a both the first category, b the first rater alone, c the second
    /// alone, d neither.
    [[nodiscard]] static CrossTable of2x2(std::size_t a, std::size_t b, std::size_t c, std::size_t d);

    [[nodiscard]] std::size_t categories() const { return m_categories; }

    [[nodiscard]] std::size_t units() const { return m_units; }

    [[nodiscard]] std::size_t at(std::size_t first, std::size_t second) const
    {
        return m_counts[first * m_categories + second];
    }

    void add(std::size_t first, std::size_t second, std::size_t times = 1);

    [[nodiscard]] std::size_t ofFirst(std::size_t category) const;
    [[nodiscard]] std::size_t ofSecond(std::size_t category) const;

private:
    std::size_t m_categories;
    std::size_t m_units = 0;
    std::vector<std::size_t> m_counts;
};

/// Of the units that both rated.
[[nodiscard]] CrossTable crossTable(const Ratings &ratings, std::size_t first, std::size_t second);

/// The units of a table one by one, for the coefficients of many raters.
[[nodiscard]] Ratings ratingsOf(const CrossTable &table);

/// How much a disagreement counts: all alike, by |i - j|, or by (i - j)^2; categories in their order.
enum class Weights { Unweighted, Linear, Quadratic };

/// The share of units on which both gave the same category, with the interval of Wilson.
[[nodiscard]] Coefficient observedAgreement(const CrossTable &table, double confidence = kUsualConfidence);

/// Kappa of Cohen (1960), weighted kappa of Cohen (1968): 1 - sum w o / sum w e, where w are disagreements, o
/// the observed and e the expected shares. Standard errors of Fleiss, Cohen and Everitt (1969): the general
/// one for the interval, the one under kappa = 0 for z; unweighted, the former is sqrt(A + B - C) / ((1 - pe)
/// sqrt n). Not estimable without units and when chance alone would make both agree always (pe = 1).
[[nodiscard]] Coefficient cohenKappa(const CrossTable &table,
                                     Weights weights = Weights::Unweighted,
                                     double confidence = kUsualConfidence);

/// Prevalence- and bias-adjusted kappa (Byrt, Bishop and Carlin 1993), (k po - 1) / (k - 1), for k
/// categories; with k = 2, 2 po - 1. Its standard error is that of po times k / (k - 1).
[[nodiscard]] Coefficient pabak(const CrossTable &table, double confidence = kUsualConfidence);

/// (a - d) / n of a 2x2 table (Byrt, Bishop and Carlin 1993): far from 0 when one category is rare, which
/// makes kappa low. None for other tables.
[[nodiscard]] std::optional<double> prevalenceIndex(const CrossTable &table);

/// (b - c) / n of a 2x2 table: far from 0 when one rater gives the first category more often than the other.
[[nodiscard]] std::optional<double> biasIndex(const CrossTable &table);

} // namespace winnow::screening
