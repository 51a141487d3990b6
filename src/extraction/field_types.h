#pragma once

#include "extraction/form.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace winnow::extraction {

/// What one part of a value may hold.
enum class Scalar {
    Text, ///< one line
    LongText,
    Count, ///< a whole number of 0 or more
    Integer,
    Number,
    Date,
    Choice, ///< one of PartType::choices
    Option, ///< the id of one of the field's options
    Unit,   ///< one of the field's units, where it lists some
    Measure,
};

struct PartType
{
    std::string_view name;  ///< "sd"
    std::string_view label; ///< "Standard deviation"
    Scalar scalar = Scalar::Text;
    bool isRequired = false; ///< without it there is no such value
    std::span<const std::string_view> choices{};
};

/// What a form may say of a field beside its label, as bits.
inline constexpr unsigned kOptions = 1;
inline constexpr unsigned kUnits = 2;
inline constexpr unsigned kMeasures = 4;
inline constexpr unsigned kLimits = 8;
inline constexpr unsigned kFormula = 16;
inline constexpr unsigned kFields = 32;
inline constexpr unsigned kGrid = 64;

/// All that is to be known of a type of fields.
struct TypeInfo
{
    FieldType type;
    std::string_view name;  ///< in files: "mean-sd"
    std::string_view label; ///< for people: "Mean and spread"
    std::string_view takes; ///< for messages: `a number, as "≤ 12.5 mg"`
    std::span<const PartType> parts{};
    unsigned settings = 0; ///< those that make sense
    unsigned required = 0; ///< those that it cannot do without
    bool isList = false;   ///< may have several parts of the same name
    std::string_view
        main{}; ///< the part that formulas mean by the field's id alone, and that limits hold for
};

/// One row for each type, in the order of FieldType.
[[nodiscard]] std::span<const TypeInfo> fieldTypes();

[[nodiscard]] const TypeInfo &infoOf(FieldType type);

[[nodiscard]] std::string_view toString(FieldType type);
[[nodiscard]] std::optional<FieldType> fieldTypeFromString(std::string_view name);

/// nullptr: values of this type have no such part. The cells of a matrix are no parts of its type.
[[nodiscard]] const PartType *partOf(FieldType type, std::string_view name);

[[nodiscard]] bool isNumeric(Scalar scalar);

} // namespace winnow::extraction
