#pragma once

#include "appraisal/appraisals.h"
#include "base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace winnow::appraisal {

/// One row of a table with the line of the file where it begins.
struct TableRow
{
    std::vector<std::string> fields;
    std::int64_t line = 0;
};

constexpr std::size_t kMostDomains = 20;
constexpr std::size_t kMostStudies = 1000;

/// Appraisals from a table in the form of robvis: Study, the domains, Overall and perhaps Weight, in any
/// order; the first row names them. Domains are called D1, D2 ..., or by their own names. `tool` nullptr:
/// what the number of domains and the words point to. Where Overall is missing it follows from the domains.
/// Fails on the first cell that cannot be read, naming its line and column.
[[nodiscard]] Result<Appraisals> appraisalsFrom(std::span<const TableRow> rows, const ToolPtr &tool);

/// The same as a table of robvis, the head first.
[[nodiscard]] std::vector<std::vector<std::string>> toTable(const Appraisals &appraisals);

} // namespace winnow::appraisal
