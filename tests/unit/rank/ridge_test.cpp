#include "rank/ridge.h"
#include "small_review.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace winnow::rank::test {

namespace {

constexpr TermScheme kTitles{4, true, true, true, 0.95, 1};

using Matrix = std::vector<std::vector<double>>;

/// Gauss with pivots: solves a x = b.
std::vector<double> solve(Matrix a, std::vector<double> b)
{
    const std::size_t n = b.size();
    for (std::size_t column = 0; column < n; ++column) {
        std::size_t pivot = column;
        for (std::size_t row = column; row < n; ++row) {
            pivot = std::abs(a[row][column]) > std::abs(a[pivot][column]) ? row : pivot;
        }
        std::swap(a[column], a[pivot]);
        std::swap(b[column], b[pivot]);
        for (std::size_t row = column + 1; row < n; ++row) {
            const double factor = a[row][column] / a[column][column];
            for (std::size_t i = column; i < n; ++i) {
                a[row][i] -= factor * a[column][i];
            }
            b[row] -= factor * b[column];
        }
    }
    for (std::size_t row = n; row-- > 0;) {
        for (std::size_t i = row + 1; i < n; ++i) {
            b[row] -= a[row][i] * b[i];
        }
        b[row] /= a[row][row];
    }
    return b;
}

double product(const Features &features, Row a, Row b)
{
    double sum = a == b ? features.ownShare(a) : 0;
    for (const TermWeight x : features.row(a)) {
        for (const TermWeight y : features.row(b)) {
            sum += x.term == y.term ? double{x.weight} * y.weight : 0;
        }
    }
    return sum;
}

struct Labels
{
    std::vector<Row> rows;
    std::vector<double> signs;
};

/// Scores of all records by the dense system with the constant feature as one more feature.
std::vector<double>
denseScores(const Features &features, const Labels &labels, const RidgeParameters &parameters)
{
    const std::size_t n = labels.rows.size();
    const auto relevant = static_cast<double>(std::ranges::count(labels.signs, 1.0));
    const double others = static_cast<double>(n) - relevant;
    const double relevantC = parameters.c * static_cast<double>(n) / (relevant * (1 + 1 / parameters.ratio));
    const double otherC = relevantC * relevant / (parameters.ratio * others);
    Matrix a(n, std::vector<double>(n));
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            a[i][j] = product(features, labels.rows[i], labels.rows[j]) + parameters.intercept;
        }
        a[i][i] += 1 / (2 * (labels.signs[i] > 0 ? relevantC : otherC));
    }
    const std::vector<double> dual = solve(a, labels.signs);
    std::vector<double> scores;
    for (Row row = 0; row < features.size(); ++row) {
        double score = 0;
        for (std::size_t i = 0; i < n; ++i) {
            // A record's own terms are no part of what it says about others.
            const double own = row == labels.rows[i] ? features.ownShare(row) : 0;
            score += dual[i] * (product(features, row, labels.rows[i]) - own + parameters.intercept);
        }
        scores.push_back(score);
    }
    return scores;
}

Labels labelsOf(std::size_t count)
{
    Labels labels;
    for (std::size_t i = 0; i < count; ++i) {
        const auto row = static_cast<Row>((i * 7 + 1) % 100);
        labels.rows.push_back(row);
        labels.signs.push_back(isAboutKilns(row) ? 1 : -1);
    }
    return labels;
}

void expectDenseScores(const RidgeParameters &parameters)
{
    const auto features = featuresOf(smallReview(100), kTitles);
    const Labels labels = labelsOf(60);
    Ridge ridge(features, parameters);
    for (std::size_t i = 0; i < labels.rows.size(); ++i) {
        ridge.add(labels.rows[i], labels.signs[i] > 0);
        if (ridge.isReady()) {
            ridge.fit();
        }
    }
    const std::vector<double> expected = denseScores(*features, labels, parameters);
    for (Row row = 0; row < features->size(); ++row) {
        EXPECT_NEAR(ridge.score(row), expected[row], 2 * parameters.tolerance) << row;
    }
}

} // namespace

TEST(Ridge, scoresAsTheDenseSystemDoes)
{
    expectDenseScores({});
    expectDenseScores({0.11, 9.8, 1, 1e-5});
    expectDenseScores({1.0, 3, 0.3, 1e-5});
}

TEST(Ridge, fittedOnceIsTheSameAsFittedAfterEachLabel)
{
    const RidgeParameters exact{0.11, 9.8, 1, 1e-6};
    const auto features = featuresOf(smallReview(100), kTitles);
    const Labels labels = labelsOf(60);
    Ridge step(features, exact);
    Ridge whole(features, exact);
    for (std::size_t i = 0; i < labels.rows.size(); ++i) {
        step.add(labels.rows[i], labels.signs[i] > 0);
        whole.add(labels.rows[i], labels.signs[i] > 0);
        if (step.isReady()) {
            step.fit();
        }
    }
    whole.fit();
    for (Row row = 0; row < features->size(); ++row) {
        EXPECT_NEAR(step.score(row), whole.score(row), 5e-6) << row;
    }
}

TEST(Ridge, hasNoLabelBeyondTheMarginAtItsOwnParameters)
{
    const auto features = featuresOf(smallReview(100), kTitles);
    const Labels labels = labelsOf(60);
    Ridge ridge(features, {});
    for (std::size_t i = 0; i < labels.rows.size(); ++i) {
        ridge.add(labels.rows[i], labels.signs[i] > 0);
    }
    ridge.fit();
    EXPECT_TRUE(ridge.fitsHinge());
}

TEST(Ridge, saysHowFarAScoreMayHaveRisen)
{
    const auto features = featuresOf(smallReview(100), kTitles);
    const Labels labels = labelsOf(60);
    Ridge ridge(features, {});
    std::vector<float> before(features->size());
    for (std::size_t i = 0; i < labels.rows.size(); ++i) {
        ridge.add(labels.rows[i], labels.signs[i] > 0);
        if (!ridge.isReady()) {
            continue;
        }
        ridge.fit();
        for (Row row = 0; row < features->size(); ++row) {
            const float score = ridge.score(row) - ridge.intercept();
            EXPECT_LE(score - before[row], ridge.rise() + 1e-5F);
            before[row] = score;
        }
    }
}

TEST(Ridge, isNotReadyBeforeBothKindsOfLabelAreThere)
{
    const auto features = featuresOf(smallReview(10), kTitles);
    Ridge ridge(features, {});
    EXPECT_FALSE(ridge.isReady());
    ridge.add(1, true);
    EXPECT_FALSE(ridge.isReady());
    ridge.add(2, false);
    EXPECT_TRUE(ridge.isReady());
}

} // namespace winnow::rank::test
