#pragma once

#include "evidence/table.h"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace winnow::evidence {

/// Finds studies by the keys of their reports. Must not outlive the data.
class StudyIndex
{
public:
    explicit StudyIndex(const ReviewData &data);

    /// nullptr: no study has such a report. Of a report of several studies the first one.
    [[nodiscard]] const StudyData *find(std::string_view key) const;

    /// All that have it.
    [[nodiscard]] std::span<const StudyData *const> all(std::string_view key) const;

    [[nodiscard]] const ReviewData &data() const { return m_data; }

private:
    const ReviewData &m_data;
    std::unordered_map<std::string_view, std::vector<const StudyData *>> m_byKey;
};

/// A row with the studies behind it.
struct LinkedRow
{
    Row row;                                ///< with as many cells as the table has columns
    std::vector<std::string> keys;          ///< of the reports that it cites, each once
    std::vector<const StudyData *> studies; ///< each once, in the order of the keys
    std::vector<std::string> unknown;       ///< keys that no study has (any more)
};

/// The rows of a table as they are printed, in order; of a map one a row of the map, with all its studies.
[[nodiscard]] std::vector<LinkedRow> linkedRows(const Table &table, const StudyIndex &studies);

/// Whether a study was coded with an option of a field.
[[nodiscard]] bool hasCode(const StudyData &study, std::string_view field, std::string_view code);

/// The options of a field that can be rows or columns: those of the form, then others that occur.
[[nodiscard]] std::vector<CodeLabel> codesOf(const ReviewData &data, std::string_view field);

} // namespace winnow::evidence
