#pragma once

#include "base/result.h"
#include "extraction/form.h"
#include "extraction/formula.h"
#include "extraction/values.h"

#include <optional>
#include <string>
#include <vector>

namespace winnow::extraction {

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
