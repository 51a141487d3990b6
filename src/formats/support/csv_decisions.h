#pragma once

#include "formats/format.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// The columns in which screening tools (Winnow, ASReview, Abstrackr and plain tables) write what was
/// decided.
class CsvDecisions
{
public:
    /// For the columns of a file, as it spells them.
    explicit CsvDecisions(std::span<const std::string> columns);

    /// Whether a column says what was decided, and nothing of the record itself.
    [[nodiscard]] bool holds(std::size_t column) const;

    /// The decisions of a row.
    [[nodiscard]] std::vector<ReadDecision> of(std::span<const std::string> row) const;

private:
    enum class Part { Verdict, Reason, Note, Reviewer };

    struct Role
    {
        std::string_view name; ///< as nameOfColumn()
        std::optional<Stage> stage;
        Part part;
    };

    struct Column
    {
        std::size_t index;
        std::optional<Stage> stage;
        Part part;
    };

    [[nodiscard]] std::vector<ReadDecision> ofReviewers(std::span<const std::string> row) const;

    static const Role kRoles[];

    std::vector<Column> m_columns;
    std::vector<std::pair<std::size_t, std::string>> m_reviewers; ///< of Abstrackr: each has a column
};

} // namespace winnow::formats
