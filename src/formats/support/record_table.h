#pragma once

#include "formats/format.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace winnow::formats {

/// Before the name of a column of which only the file that it came from knows the meaning, where the name
/// alone would be taken for one of ours.
inline constexpr std::string_view kExtraColumn = "extra: ";

/// Records as rows of a table, for files with named columns: Winnow's own columns first (README, "What export
/// writes"), then one for each field that Record has no place for. Read again by Winnow, a row gives the same
/// record.
class RecordTable
{
public:
    void add(const ExportRecord &exported);

    [[nodiscard]] std::vector<std::string> names() const;

    [[nodiscard]] std::size_t rows() const { return m_rows.size(); }

    /// As many cells as there are names.
    [[nodiscard]] std::vector<std::string> row(std::size_t index) const;

private:
    std::vector<std::vector<std::string>> m_rows; ///< later rows may have more cells than earlier ones
    std::map<std::pair<std::string, std::size_t>, std::size_t>
        m_extras; ///< column of the nth field of one name in a record
    std::vector<std::string> m_extraNames;
};

} // namespace winnow::formats
