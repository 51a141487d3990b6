#include "tables.h"

#include "screening/random.h"

#include <algorithm>

namespace winnow::screening::test {

namespace {

Ratings withRows(const Ratings &like, const std::vector<std::vector<Rating>> &rows)
{
    Ratings ratings(like.raters(), like.categories());
    for (const std::vector<Rating> &row : rows) {
        ratings.add(row);
    }
    return ratings;
}

std::vector<std::vector<Rating>> rowsOf(const Ratings &ratings)
{
    std::vector<std::vector<Rating>> rows;
    for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
        rows.emplace_back(ratings.row(unit).begin(), ratings.row(unit).end());
    }
    return rows;
}

} // namespace

Ratings byRater(const std::vector<std::vector<int>> &rows, std::size_t categories)
{
    Ratings ratings(rows.size(), categories);
    for (std::size_t unit = 0; unit < rows.front().size(); ++unit) {
        std::vector<Rating> row;
        row.reserve(rows.size());
        for (const std::vector<int> &rater : rows) {
            row.push_back(rater.at(unit) == 0 ? Rating() : Rating(static_cast<Category>(rater.at(unit) - 1)));
        }
        ratings.add(row);
    }
    return ratings;
}

Ratings krippendorffExample()
{
    return byRater({{1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
                    {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 0},
                    {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3},
                    {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0}});
}

Ratings randomRatings(std::uint64_t seed,
                      std::size_t units,
                      std::size_t raters,
                      std::size_t categories,
                      unsigned agreeing,
                      unsigned missing)
{
    SplitMix64 random(seed);
    Ratings ratings(raters, categories);
    for (std::size_t unit = 0; unit < units; ++unit) {
        std::vector<Rating> row(raters);
        auto last = static_cast<Category>(random.below(categories));
        for (Rating &rating : row) {
            if (random.below(100) >= agreeing) {
                last = static_cast<Category>(random.below(categories));
            }
            if (random.below(100) >= missing) {
                rating = last;
            }
        }
        ratings.add(row);
    }
    return ratings;
}

Ratings unitsShuffled(const Ratings &ratings, std::uint64_t seed)
{
    std::vector<std::vector<Rating>> rows = rowsOf(ratings);
    SplitMix64 random(seed);
    for (std::size_t left = rows.size(); left > 1; --left) {
        std::swap(rows[left - 1], rows[random.below(left)]);
    }
    return withRows(ratings, rows);
}

Ratings ratersReversed(const Ratings &ratings)
{
    std::vector<std::vector<Rating>> rows = rowsOf(ratings);
    for (std::vector<Rating> &row : rows) {
        std::ranges::reverse(row);
    }
    return withRows(ratings, rows);
}

Ratings relabelled(const Ratings &ratings, const std::vector<Category> &names)
{
    std::vector<std::vector<Rating>> rows = rowsOf(ratings);
    for (std::vector<Rating> &row : rows) {
        for (Rating &rating : row) {
            rating = rating ? Rating(names.at(*rating)) : Rating();
        }
    }
    return withRows(ratings, rows);
}

} // namespace winnow::screening::test
