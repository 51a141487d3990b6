#pragma once

#include "base/result.h"
#include "extraction/form.h"

#include <string>
#include <string_view>
#include <vector>

namespace winnow::extraction {

/// "Not reported" is something that was found out; nothing said yet is no value at all.
enum class ValueStatus { Extracted, NotReported, NotApplicable, Unclear, AuthorContacted };

/// "extracted", "not-reported" ...; people may also write NR, NA.
[[nodiscard]] std::string_view toString(ValueStatus status);
[[nodiscard]] std::optional<ValueStatus> valueStatusFromString(std::string_view name);

/// One named part of a value: "unit" of a number, "sd" of a mean. Fields with one part call it "value"; the
/// entries of a list are parts of the same name.
struct Part
{
    std::string name;
    std::string text; ///< in canonical form: 12.5, 2019-03, the id of an option

    bool operator==(const Part &) const = default;
};

/// Where a value stands in the report.
struct Quote
{
    std::string text;    ///< word for word; may be empty where only the page is known
    std::string page{};  ///< as printed: "12", "S4"
    std::string place{}; ///< in an attached PDF, see model/quote_place.h; empty where it is not known

    bool operator==(const Quote &) const = default;
};

/// What one extractor says of one field.
struct Value
{
    ValueStatus status = ValueStatus::Extracted;
    std::vector<Part> parts;
    std::vector<Quote> quotes{};
    std::string note{};

    bool operator==(const Value &) const = default;
};

/// A value as a person types it, such as "≤ 12.5 mg", "12.3 (4.5), n = 30", "NR", "yes" or "wood; bamboo".
/// Options may be given by id or label. Fails with InvalidArgument and says what the field takes.
[[nodiscard]] Result<Value> parseValue(const Field &field, std::string_view text);

/// The value as text for people, with the labels of options; parseValue() reads it again. A value that does
/// not fit the field (as its type was another once) is shown as its parts stand.
[[nodiscard]] std::string display(const Field &field, const Value &value);

/// Its entries: one of most values, several of Multiple and Code; ids of options.
[[nodiscard]] std::vector<std::string> entriesOf(const Value &value);

/// What does not fit the field any more, or is implausible (outside least and most, a lower limit above the
/// upper one, more events than people): a sentence each.
[[nodiscard]] std::vector<std::string> problemsOf(const Field &field, const Value &value);

} // namespace winnow::extraction
