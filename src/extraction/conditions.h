#pragma once

#include "extraction/form.h"
#include "extraction/values.h"

#include <string>
#include <string_view>
#include <vector>

namespace winnow::extraction {

/// The field that a condition names: one beside it in its group, or else one of the form's own. nullptr where
/// the field has no condition, or there is no such field.
[[nodiscard]] const Field *conditionField(const Form &form, const Field *group, const Field &field);

/// Whether a field is asked, given what was said already: its condition holds (a code also by one below it),
/// and the field that this names, and its group, are asked themselves. False where the form has no such
/// field.
[[nodiscard]] bool isAsked(const Form &form, const Values &values, std::string_view path);

/// What is asked and can be answered, in the order of the form: no groups and no computed fields as such, but
/// the fields of each instance of a group that has a value.
[[nodiscard]] std::vector<std::string> askedPaths(const Form &form, const Values &values);

/// How far a form is filled in for one study.
struct Completeness
{
    std::size_t asked = 0;
    std::size_t answered = 0;
    std::vector<std::string>
        missing{}; ///< required and asked, without a value; a group's id: it has no instance

    [[nodiscard]] bool isComplete() const { return missing.empty(); }

    /// "3 of 12 fields left; 1 of them is required"
    [[nodiscard]] std::string text() const;
};

[[nodiscard]] Completeness completenessOf(const Form &form, const Values &values);

} // namespace winnow::extraction
