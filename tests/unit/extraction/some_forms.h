#pragma once

#include "extraction/form.h"
#include "extraction/values.h"

#include <string>
#include <string_view>

namespace winnow::extraction::test {

/// A form of one section with these fields, in JSON.
[[nodiscard]] std::string formWith(const std::string &fields);

/// The same, read; a failed expectation where it cannot be.
[[nodiscard]] Form parsedFormWith(const std::string &fields);

/// A field of each type, with all that it may have: options, units, a tree, a matrix.
[[nodiscard]] Form formOfAllTypes();

/// Values as people type them, by path; a failed expectation where one does not fit.
[[nodiscard]] Values typed(const Form &form,
                           std::initializer_list<std::pair<std::string_view, std::string_view>> texts);

/// "value=12.5 unit=mg", for comparison.
[[nodiscard]] std::string partsOf(const Value &value);

} // namespace winnow::extraction::test
