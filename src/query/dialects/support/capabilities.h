#pragma once

#include "query/fields.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace winnow::query {

inline constexpr FieldSet kTextFields = setOf(Field::Title) | setOf(Field::Abstract);
inline constexpr FieldSet kKeywordFields = setOf(Field::Keywords) | setOf(Field::IndexTerms);

/// What Lucene, which most targets are built on, ignores beyond the words of isStopWord(). Sorted.
inline constexpr std::array<std::string_view, 5> kLuceneStopWords{"no", "such", "then", "there", "will"};

/// A way to look for words.
struct TargetField
{
    FieldSet covers = 0;     ///< the parts of a record that it surely looks in
    std::string_view keys;   ///< of the target, divided by spaces: any of them
    std::string_view misses; ///< why words there may be missed all the same; empty: they are found
    bool isPrecise = false;  ///< looks nowhere else, so that what it finds can be taken away
};

/// A way to look for values that are compared as a whole.
struct TargetValues
{
    ValueField field = ValueField::None;
    std::string_view key;

    /// A value in the words of the target, several of them divided by |; nothing where it has none. Only what
    /// needs no escaping may come back. `value` is in comparable form.
    std::optional<std::string> (*spell)(std::string_view value) = nullptr;
};

/// What a target can be asked.
struct Capabilities
{
    std::string_view name; ///< for people

    /// The narrower before the wider. Words asked of all fields at once go to the last one that fits.
    std::span<const TargetField> fields;
    std::span<const TargetValues> values;
    std::span<const std::string_view> stopWords; ///< that it ignores, beyond those of isStopWord(); sorted

    bool takesYears = true;
    bool stems = false;     ///< finds the plural too, and more
    bool subtracts = false; ///< finds no more words than asked for, so that they can be taken away

    /// Years and values are filters over the whole query, not operands.
    bool hasFilters = false;

    /// What is joined by OR must be asked of one field.
    bool asksOneField = false;

    std::size_t minPrefix = 0;   ///< letters that must stand before a * at the end of a word; 0: takes no *
    bool takesPrefixEnd = false; ///< the last word of a phrase may end in *
    std::size_t maxForms = 64;   ///< most phrases that one phrase may become for the variants of its words
    std::size_t maxAddressBytes = 0; ///< most bytes of the text in a web address; 0: is not sent in one
};

} // namespace winnow::query
