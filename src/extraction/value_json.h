#pragma once

#include "base/result.h"
#include "extraction/values.h"

#include <string>
#include <string_view>

namespace winnow::extraction {

/// One value as the event log and files keep it, on one line:
/// {"status": "extracted", "parts": [["value", "12.5"], ["unit", "mg"]], "quotes": [{"text": "...", "page":
/// "4", "place": "..."}], "note": "..."}. What is empty is left out.
[[nodiscard]] std::string toJson(const Value &value);

/// Reads that. Lenient: what it does not know is passed over; parts may also be an object
/// ({"value": ["wood", "bamboo"]}, in order of the names); numbers and true/false count as their texts, a
/// lone text as the part "value"; a status that is unknown counts as unclear where there are no parts. Fails
/// with WrongFormat where it is no JSON of a value or larger than a value may be.
[[nodiscard]] Result<Value> valueFromJson(std::string_view text);

/// An object of values by their paths.
[[nodiscard]] std::string toJson(const Values &values);
[[nodiscard]] Result<Values> valuesFromJson(std::string_view text);

} // namespace winnow::extraction
