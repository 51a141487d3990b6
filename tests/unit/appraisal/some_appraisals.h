#pragma once

#include "appraisal/table.h"

#include <string>
#include <string_view>
#include <vector>

namespace winnow::appraisal::test {

/// Rows of a CSV without quotes, numbered from line 1.
[[nodiscard]] std::vector<TableRow> rowsOf(std::string_view csv);

/// Three studies by RoB 2.
[[nodiscard]] Appraisals threeTrials();

/// `studies` studies by a tool; their names have `letters` letters in words, and all judgements occur.
[[nodiscard]] Appraisals many(std::string_view tool, int studies, int letters, std::size_t domains = 6);

} // namespace winnow::appraisal::test
