#pragma once

#include "extraction/form.h"
#include "extraction/values.h"

#include <string>
#include <vector>

namespace winnow::extraction {

enum class FormChangeKind {
    Added,
    Removed,
    Renamed, ///< has another id; the former one is named
    Moved,   ///< to another section
    TypeChanged,
    Reworded, ///< label or help
    OptionAdded,
    OptionRemoved,
    OptionReworded,
    RulesChanged, ///< required, limits, units, measures, condition, formula, rows or columns
};

/// One difference between two versions of a form.
struct FormChange
{
    FormChangeKind kind = FormChangeKind::Added;
    std::string field;  ///< its id now, of a removed one its id then: "age", "arms.n"
    std::string option; ///< id, where it is one that changed
    std::string text;   ///< a sentence for people
};

/// In the order of the later form, what was removed last. Fields are the same where the id or a former id
/// says so.
[[nodiscard]] std::vector<FormChange> changesBetween(const Form &before, const Form &after);

/// A value of any version under a field of the present form.
struct FittedValue
{
    std::string path;       ///< now
    std::string formerPath; ///< where it was given; equal to `path` for most
    Value value;
    std::vector<std::string> problems{}; ///< why it does not fit the field any more
};

/// A value for which the present form has no place.
struct LeftOver
{
    std::string path; ///< where it was given
    Value value;
    std::string reason; ///< a sentence
};

struct Fitted
{
    std::vector<FittedValue> values;
    std::vector<LeftOver> noLongerAsked;

    /// The values that have a place, by their present paths.
    [[nodiscard]] Values present() const;
};

/// Puts values of earlier versions under the present form. Each value given is in the result once: nothing is
/// dropped. Where two would stand at one place, that which was given under the present id stays.
[[nodiscard]] Fitted fitted(const Form &form, const Values &values);

} // namespace winnow::extraction
