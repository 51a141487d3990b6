#pragma once

#include "formats/format.h"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <vector>

namespace winnow::formats {

/// All fields of a record that are filled in, by the names of fieldNames(); authors as objects of family and
/// given, the date as an object of year, month and day, the type by its id.
[[nodiscard]] nlohmann::ordered_json toJson(const Record &record);

/// Sets the fields that `json` names; null empties one. What is of another kind than toJson() writes is
/// passed over. Values are brought into the form that
/// Record promises.
void setFromJson(Record &record, const nlohmann::ordered_json &json);

[[nodiscard]] nlohmann::ordered_json toJson(std::span<const ReadDecision> decisions);

/// The decisions of a list; entries that name no verdict are left out.
[[nodiscard]] std::vector<ReadDecision> decisionsFromJson(const nlohmann::ordered_json &json);

[[nodiscard]] nlohmann::ordered_json toJson(std::span<const RawField> extras);
[[nodiscard]] std::vector<RawField> extrasFromJson(const nlohmann::ordered_json &json);

} // namespace winnow::formats
