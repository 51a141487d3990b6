#pragma once

#include "evidence/table.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace winnow::evidence {

/// A field that can be a column: "policy/country" with its label.
struct FieldChoice
{
    std::string field;
    std::string label;
    bool hasCodes = false; ///< studies can be divided by it
};

/// A kind of table that can be begun with one command and then be changed.
struct ReadyMade
{
    std::string_view id;
    std::string_view label;
    /// NotFound where it needs fields that no form has.
    Result<Table> (*make)(std::span<const FieldChoice> fields);
};

/// "thematic", "characteristics", "excluded", "risk-of-bias", "gap-map", "summary-of-findings".
[[nodiscard]] std::span<const ReadyMade> readyMadeTables();

/// A table of that kind, with these fields as columns, in their order; of a thematic table and a map the
/// first two that have codes are what it is divided by. NotFound names the kinds that there are.
[[nodiscard]] Result<Table>
readyMade(std::string_view kind, std::string_view id, std::span<const FieldChoice> fields);

} // namespace winnow::evidence
