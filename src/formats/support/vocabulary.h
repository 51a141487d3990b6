#pragma once

#include "model/record.h"

#include <optional>
#include <string>
#include <string_view>

namespace winnow::formats {

/// Words that databases print, in the terms of the model.

/// "2020/11/02", "2020///", "2017 Nov 15", "SEP 22", "Nov-Dec 2020", "2019 Winter"; parts not understood are
/// left out.
[[nodiscard]] PartialDate dateFrom(std::string_view text);

/// A month by name or number: "nov", "November", "11".
[[nodiscard]] std::optional<int> monthFrom(std::string_view text);

/// The English name of a month's first three letters: 1 -> "Jan".
[[nodiscard]] std::string_view monthName(int month);

/// A year in four digits.
[[nodiscard]] std::string yearText(int year);

/// Adds what `other` knows and `date` does not, unless the two contradict one another.
void refine(PartialDate &date, const PartialDate &other);

/// English name in lower case for codes and names: "eng", "en", "English" -> "english"; others in lower case
/// as they are.
[[nodiscard]] std::string languageFrom(std::string_view text);

/// The code that MEDLINE uses for a name of languageFrom(): "english" -> "eng"; others as they are.
[[nodiscard]] std::string languageCode(std::string_view name);

/// The type for a name that databases print ("Conference Paper", "Article; Early Access", "Journal Article");
/// nothing if unknown.
[[nodiscard]] std::optional<RecordType> typeFromLabel(std::string_view text);

} // namespace winnow::formats
