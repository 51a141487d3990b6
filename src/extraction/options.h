#pragma once

#include "extraction/form.h"

#include <string>
#include <string_view>
#include <vector>

namespace winnow::extraction {

/// All options of a field, parents before their children.
[[nodiscard]] std::vector<const Option *> allOptions(const Field &field);

/// nullptr: the field has none of this id.
[[nodiscard]] const Option *optionCalled(const Field &field, std::string_view id);

/// The options that somebody means by an id or a label, whatever their case: one, none, or several where a
/// label is not unique.
[[nodiscard]] std::vector<const Option *> optionsMeantBy(const Field &field, std::string_view text);

/// The label, or the id where the label could be taken for something else.
[[nodiscard]] std::string textOf(const Field &field, const Option &option);

/// The ids of an option and of those above it in the tree; the id alone where the field has none of it.
[[nodiscard]] std::vector<std::string> withParents(const Field &field, std::string_view id);

} // namespace winnow::extraction
