#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace winnow::screening {

/// The number of a category, from 0. The same number means the same category for every rater.
using Category = std::uint16_t;

/// What one rater said of one unit; none where the rater did not say.
using Rating = std::optional<Category>;

/// Units (such as records) by raters (such as reviewers), with gaps.
class Ratings
{
public:
    Ratings() = default;

    /// No units yet. `categories` counts those that could be given, whether or not they are: it matters to
    /// PABAK and AC1.
    Ratings(std::size_t raters, std::size_t categories);

    /// One row for each unit; a row that is short has gaps at its end. More categories than stated are taken
    /// as they come.
    [[nodiscard]] static Ratings fromRows(const std::vector<std::vector<Rating>> &rows,
                                          std::size_t categories = 0);

    /// Adds a unit; what a row has beyond the number of raters is not read.
    void add(std::span<const Rating> row);

    [[nodiscard]] std::size_t units() const { return m_units; }

    [[nodiscard]] std::size_t raters() const { return m_raters; }

    [[nodiscard]] std::size_t categories() const { return m_categories; }

    [[nodiscard]] Rating at(std::size_t unit, std::size_t rater) const
    {
        return m_cells[unit * m_raters + rater];
    }

    /// The ratings of one unit.
    [[nodiscard]] std::span<const Rating> row(std::size_t unit) const
    {
        return std::span(m_cells).subspan(unit * m_raters, m_raters);
    }

    /// The same units and categories with these raters only.
    [[nodiscard]] Ratings ofRaters(std::span<const std::size_t> raters) const;

private:
    std::size_t m_units = 0;
    std::size_t m_raters = 0;
    std::size_t m_categories = 0;
    std::vector<Rating> m_cells;
};

} // namespace winnow::screening
