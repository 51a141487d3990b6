#pragma once

#include "base/result.h"
#include "flow/numbers.h"

#include <string>
#include <string_view>

namespace winnow::publish {

/// Numbers of a flow diagram from the CSV of the R package PRISMA2020, in all its forms (30, 32 and 34 rows),
/// with commas or semicolons, its columns in any order; rows that it does not know are passed over. Which
/// diagram it is follows from the columns that have numbers.
[[nodiscard]] Result<flow::Numbers> numbersFromCsv(std::string_view bytes);

/// All 34 rows, as that package reads them. Its lists cannot hold commas and semicolons in a name: a dash
/// stands for them. Further sources, for which it has no row, go among the registers.
[[nodiscard]] std::string numbersToCsv(const flow::Numbers &numbers);

/// The same from JSON; of an older file of the form PRISMA 2009, too. Names the member that cannot be read.
[[nodiscard]] Result<flow::Numbers> numbersFromJson(std::string_view bytes);

/// As numbersFromJson() reads them; lines that are not drawn are left out.
[[nodiscard]] std::string numbersToJson(const flow::Numbers &numbers);

/// A number as people write it: "1,234", "NA" and nothing for none; anything else, and what is larger than
/// any number of records, is kept as unreadable.
[[nodiscard]] flow::Number numberFromText(std::string_view text);

/// A number that is none, with the beginning of what stands there.
[[nodiscard]] flow::Number unreadableNumber(std::string_view text);

} // namespace winnow::publish
