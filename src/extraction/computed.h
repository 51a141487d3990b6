#pragma once

#include "base/result.h"
#include "extraction/form.h"
#include "extraction/formula.h"
#include "extraction/values.h"

#include <optional>
#include <string>
#include <vector>

namespace winnow::extraction {

/// What a name in a formula means.
struct FormulaTarget
{
    const Field *group = nullptr; ///< of which all instances are meant
    const Field *field = nullptr; ///< nullptr: the group as such, whose instances are counted
    std::string part{};
    bool isSibling = false; ///< a field of the group that the formula itself stands in
};

/// Looks a name up as it is meant in a formula of the form (`group` nullptr) or of a field in a group. Fails
/// with InvalidArgument and says what there is no field or number of.
[[nodiscard]] Result<FormulaTarget> targetOf(const Form &form, const Field *group, const FormulaName &name);

/// A computed field, and the group in which it stands.
struct ComputedField
{
    const Field *group = nullptr;
    const Field *field = nullptr;
    Formula formula;
};

/// All computed fields, each behind those that it needs. Fails with InvalidArgument where a formula cannot be
/// read, names what is not there or leads back to itself ("a -> b -> a").
[[nodiscard]] Result<std::vector<ComputedField>> computedFields(const Form &form);

struct ComputedValue
{
    std::string path;
    std::optional<double>
        number{};          ///< nothing where a value is missing, not reported or only a bound ("< 5")
    std::string problem{}; ///< why it cannot be worked out, such as a division by zero

    /// As a value of the computed field; nothing without a number.
    [[nodiscard]] std::optional<Value> value() const;
};

/// Works out all computed fields, those of groups for each instance. `form` must come from parseForm().
[[nodiscard]] std::vector<ComputedValue> compute(const Form &form, const Values &values);

} // namespace winnow::extraction
