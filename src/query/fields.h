#pragma once

#include "model/record.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace winnow::query {

/// The parts of a record that hold words. A set of them is a FieldSet.
enum class Field : std::uint32_t {
    Title = 1U << 0U,
    Abstract = 1U << 1U,
    Keywords = 1U << 2U, ///< of the authors
    Authors = 1U << 3U,  ///< whole names
    SourceTitle = 1U << 4U,
    IndexTerms = 1U << 5U,  ///< of the source
    FamilyNames = 1U << 6U, ///< of all authors
    FirstAuthor = 1U << 7U, ///< whole name
};

using FieldSet = std::uint32_t;

inline constexpr FieldSet kAllFields = 0xFF;

[[nodiscard]] constexpr FieldSet setOf(Field field)
{
    return static_cast<FieldSet>(field);
}

/// The fields that hold names of persons.
inline constexpr FieldSet kNameFields =
    setOf(Field::Authors) | setOf(Field::FamilyNames) | setOf(Field::FirstAuthor);

/// Words of names stand for themselves; all others, those of source titles too, stand for their plural and
/// spelling variants as well (Scopus Search Guide).
[[nodiscard]] constexpr bool hasVariants(Field field)
{
    return (setOf(field) & kNameFields) == 0;
}

/// The parts of a record that hold one value to be compared as a whole.
enum class ValueField { None, Doi, Pmid, Eid, DocumentType, Language };

/// How Winnow deals with a field code of Scopus.
enum class FieldUse { Words, Value, Year, NotHere };

/// One field code of the Scopus language.
struct FieldCode
{
    std::string_view code;
    FieldUse use = FieldUse::NotHere;
    FieldSet fields = 0;
    ValueField value = ValueField::None;
    std::string_view instead; ///< NotHere: what to write in its place, half a sentence; may be empty
};

/// By its code, letter case aside; nullptr when Scopus has no such code.
[[nodiscard]] const FieldCode *findFieldCode(std::string_view code);

/// The code that is spelled most alike; for messages.
[[nodiscard]] std::string_view nearestFieldCode(std::string_view code);

/// Calls `visit` for every stretch of words of a record that phrases do not cross: the title, each keyword,
/// each author ... A name comes once for each field that it belongs to.
void forEachSegment(const Record &record, const std::function<void(Field, std::string_view)> &visit);

/// The value of a record in the form in which values are compared; empty where it has none.
[[nodiscard]] std::string valueOf(const Record &record, ValueField field);

/// A value of a query in the same form ("https://doi.org/10.1/A" -> "10.1/a").
[[nodiscard]] std::string comparableValue(ValueField field, std::string_view text);

} // namespace winnow::query
