#pragma once

#include "base/result.h"
#include "extraction/form.h"
#include "extraction/value.h"

#include <string>
#include <string_view>
#include <vector>

/// How the values of each type are read and written, behind parseValue() and display().
namespace winnow::extraction {

/// The parts that somebody typed, or an error of which only the message counts: why it does not fit.
using Parts = Result<std::vector<Part>>;

[[nodiscard]] Error misfit(std::string why);

/// Whether words behind a number may be its unit, and not a second number, a comparison or the like.
[[nodiscard]] bool canBeUnit(std::string_view text);

/// Whether what stands behind a number ends a range, or is a second number otherwise: "\u201310", "mg to 10
/// mg".
[[nodiscard]] bool readsOnToNumber(std::string_view text);

/// By this units are compared: in words the case of letters does not matter, in signs such as mg and Mg it
/// does.
[[nodiscard]] std::string unitForm(std::string_view unit);
[[nodiscard]] bool isSameUnit(std::string_view one, std::string_view other);

/// A unit as the field writes it; nothing typed gives the only unit that there can be. A misfit lists those
/// that there are.
[[nodiscard]] Result<std::string> unitFrom(const Field &field, std::string_view text);

[[nodiscard]] Parts parseMean(const Field &field, std::string_view text);
[[nodiscard]] Parts parseEffect(const Field &field, std::string_view text);
[[nodiscard]] Parts parseTwoByTwo(const Field &field, std::string_view text);
[[nodiscard]] Parts parseRegion(const Field &field, std::string_view text);

[[nodiscard]] std::string meanText(const Field &field, const Value &value);
[[nodiscard]] std::string effectText(const Field &field, const Value &value);
[[nodiscard]] std::string twoByTwoText(const Field &field, const Value &value);
[[nodiscard]] std::string regionText(const Field &field, const Value &value);

} // namespace winnow::extraction
