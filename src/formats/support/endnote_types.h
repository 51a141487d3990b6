#pragma once

#include "model/record_type.h"

#include <string_view>

namespace winnow::formats {

/// A reference type of EndNote.
struct EndnoteType
{
    std::string_view name;
    int number;
    RecordType type;
};

/// By name, letter case aside; where there is no name by number (programs other than EndNote
/// number them in their own ways). A type that is not known is Generic.
[[nodiscard]] const EndnoteType &endnoteType(std::string_view name, std::string_view number);

/// The type that a record is written as. Types that EndNote does not have are journal articles and the like,
/// with a label beside.
[[nodiscard]] const EndnoteType &endnoteTypeFor(RecordType type);

/// Whether the <work-type> of references of this type is their "type of article" and not one of theses or
/// reports.
[[nodiscard]] bool takesArticleType(RecordType type);

} // namespace winnow::formats
