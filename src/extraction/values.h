#pragma once

#include "extraction/form.h"
#include "extraction/value.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::extraction {

/// Longest name of an arm or outcome, in bytes.
inline constexpr std::size_t kMostInstanceBytes = 400;

/// What one extractor says of one study: values by path.
using Values = std::map<std::string, Value, std::less<>>;

/// Where a value belongs: "age" of the study, or "arms/intervention/n": the field n of an arm.
struct Path
{
    std::string group{};    ///< empty: the field is the form's own
    std::string instance{}; ///< as people named it: "Intervention (2 mg/day)"
    std::string field;

    bool operator==(const Path &) const = default;
};

/// In what people name, / is written ~1 and ~ is ~0 (RFC 6901), so that every name can stand in a path.
[[nodiscard]] std::string escaped(std::string_view name);
[[nodiscard]] std::string unescaped(std::string_view segment);

[[nodiscard]] std::string toString(const Path &path);

/// Nothing where the text has not one or three segments, or one of them is empty.
[[nodiscard]] std::optional<Path> pathFromString(std::string_view text);

/// The part of a matrix's value for a cell: "row/column".
[[nodiscard]] std::string cellName(std::string_view row, std::string_view column);

/// The names under which a group was filled in, in order of their paths, each once; also under former ids of
/// the group.
[[nodiscard]] std::vector<std::string> instancesOf(const Field &group, const Values &values);

/// Whether the field is called so, now or formerly.
[[nodiscard]] bool isCalled(const Field &field, std::string_view id);

/// The form's own fields, through all sections.
[[nodiscard]] std::vector<const Field *> fieldsOf(const Form &form);

/// By its present id only; nullptr where there is none.
[[nodiscard]] const Field *fieldCalled(const Form &form, std::string_view id);
[[nodiscard]] const Field *memberCalled(const Field &group, std::string_view id);

/// The part's text; nothing where the value has none of this name.
[[nodiscard]] std::optional<std::string_view> partText(const Value &value, std::string_view name);

} // namespace winnow::extraction
