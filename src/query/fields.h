#pragma once

#include <cstdint>
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
    GivenNames = 1U << 8U,  ///< of all authors
    Publisher = 1U << 9U,
    FullText = 1U << 10U, ///< of the report that belongs to the record, page by page
};

using FieldSet = std::uint32_t;

/// Those that a record holds itself: a full text is looked in only where it is asked for.
inline constexpr FieldSet kAllFields = 0x3FF;

[[nodiscard]] constexpr FieldSet setOf(Field field)
{
    return static_cast<FieldSet>(field);
}

/// The fields that hold names of persons.
inline constexpr FieldSet kNameFields =
    setOf(Field::Authors) | setOf(Field::FamilyNames) | setOf(Field::FirstAuthor) | setOf(Field::GivenNames);

/// Words of names stand for themselves; all others, those of source titles too, stand for their plural and
/// spelling variants as well (Scopus Search Guide).
[[nodiscard]] constexpr bool hasVariants(Field field)
{
    return (setOf(field) & kNameFields) == 0;
}

/// The parts of a record that hold values to be compared as a whole.
enum class ValueField {
    None,
    Doi,
    Pmid,
    Eid,
    DocumentType,
    Language,
    Issn,
    Isbn,
    Volume,
    Issue,
    PageFirst,
    PageLast,
    Pages, ///< first, last, and both with a hyphen
    ArticleNumber,
};

/// What stands behind a field code.
enum class FieldSyntax {
    Words,  ///< (words and phrases, with operators)
    Values, ///< (values, with operators)
    Ids,    ///< (one identifier): no operators
    Year,   ///< compared with a year
    Date,   ///< compared with a day: 20240131
};

/// One field code of the Scopus language, or Winnow's own beside them.
struct FieldCode
{
    std::string_view code;
    FieldSyntax syntax = FieldSyntax::Words;
    FieldSet fields = 0; ///< where its words are looked for in a record
    ValueField value = ValueField::None;
    std::string_view parents;  ///< codes whose parentheses it may stand in, divided by spaces
    bool takesVariants = true; ///< its words stand for their variants too
    bool isElement = false;    ///< all that is asked inside it is asked of one and the same element
    bool isOwn = false;        ///< of Winnow; no source knows it

    /// Whether records that were imported hold what it asks for. Where not, no record can be judged by it.
    [[nodiscard]] constexpr bool isHere() const
    {
        return fields != 0 || value != ValueField::None || code == "PUBYEAR";
    }

    /// Whether it looks into the full text of reports.
    [[nodiscard]] constexpr bool isOfFullText() const { return fields == setOf(Field::FullText); }

    [[nodiscard]] constexpr bool isCompared() const
    {
        return syntax == FieldSyntax::Year || syntax == FieldSyntax::Date;
    }
};

/// By its code, letter case aside; nullptr when there is no such code.
[[nodiscard]] const FieldCode *findFieldCode(std::string_view code);

/// The code that is spelled most alike; for messages.
[[nodiscard]] std::string_view nearestFieldCode(std::string_view code);

/// Whether `inner` may stand in the parentheses of `outer`.
[[nodiscard]] bool mayStandInside(const FieldCode &inner, const FieldCode &outer);

/// The field that LIMIT-TO and EXCLUDE ask with one of their facets: EXACTKEYWORD asks KEY. nullptr for words
/// that are no facet.
[[nodiscard]] const FieldCode *findFacet(std::string_view facet);

} // namespace winnow::query
