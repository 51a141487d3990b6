#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace winnow::query {

/// The functions of TargetValues::spell() that several targets share. They take a value in comparable form
/// and give nothing back for one that a target could misread.

/// A value and what a target calls it, several names divided by |.
struct ValueName
{
    std::string_view value;
    std::string_view names;
};

/// By a table.
[[nodiscard]] std::optional<std::string> spelledBy(std::span<const ValueName> table, std::string_view value);

/// Letters, digits and - . _ ; ( ) / as they stand: identifiers.
[[nodiscard]] std::optional<std::string> plainValue(std::string_view value);

/// Digits.
[[nodiscard]] std::optional<std::string> digitsOnly(std::string_view value);

/// "1234567x" -> "1234-567X".
[[nodiscard]] std::optional<std::string> hyphenatedIssn(std::string_view value);

/// A language by its English name: "german" as it stands, "de" (ISO 639-1), "ger" (ISO 639-2, bibliographic).
[[nodiscard]] std::optional<std::string> languageName(std::string_view name);
[[nodiscard]] std::optional<std::string> languageOfTwoLetters(std::string_view name);
[[nodiscard]] std::optional<std::string> languageOfThreeLetters(std::string_view name);

} // namespace winnow::query
