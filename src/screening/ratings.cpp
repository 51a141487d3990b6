#include "screening/ratings.h"

#include <algorithm>

namespace winnow::screening {

Ratings::Ratings(std::size_t raters, std::size_t categories)
    : m_raters(raters)
    , m_categories(categories)
{}

Ratings Ratings::fromRows(const std::vector<std::vector<Rating>> &rows, std::size_t categories)
{
    std::size_t widest = 0;
    for (const std::vector<Rating> &row : rows) {
        widest = std::max(widest, row.size());
    }
    Ratings ratings(widest, categories);
    for (const std::vector<Rating> &row : rows) {
        ratings.add(row);
    }
    return ratings;
}

void Ratings::add(std::span<const Rating> row)
{
    for (std::size_t rater = 0; rater < m_raters; ++rater) {
        const Rating rating = rater < row.size() ? row[rater] : std::nullopt;
        if (rating) {
            m_categories = std::max(m_categories, std::size_t{*rating} + 1);
        }
        m_cells.push_back(rating);
    }
    ++m_units;
}

Ratings Ratings::ofRaters(std::span<const std::size_t> raters) const
{
    Ratings chosen(raters.size(), m_categories);
    std::vector<Rating> row(raters.size());
    for (std::size_t unit = 0; unit < m_units; ++unit) {
        std::ranges::transform(raters, row.begin(), [&](std::size_t rater) {
            return rater < m_raters ? at(unit, rater) : std::nullopt;
        });
        chosen.add(row);
    }
    return chosen;
}

} // namespace winnow::screening
