#pragma once

#include "formats/support/record_builder.h"
#include "model/record_type.h"

#include <optional>
#include <string>
#include <string_view>

namespace winnow::formats {

/// Names by which Winnow's own files keep what BibTeX has no place for.
inline constexpr std::string_view kKeyField =
    "winnow-key"; ///< the record's key where it cannot be the entry's
inline constexpr std::string_view kEidField = "winnow-eid";
inline constexpr std::string_view kOtherPrefix =
    "winnow-other-"; ///< before a name that would be read as more
inline constexpr std::string_view kDecisionPrefix = "winnow-decision-";

/// The value of an author field's extra that says that the list of names was cut.
inline constexpr std::string_view kAndOthers = "others";

/// How a field is read; nullptr for an extra. In lower case, with "-" for "_".
[[nodiscard]] const FieldRule *bibtexFieldRule(std::string_view name);

/// A field's name in that form.
[[nodiscard]] std::string bibtexFieldName(std::string_view name);

/// The type of record for an entry type in lower case; nothing where the type is not known.
[[nodiscard]] std::optional<RecordType> typeOfBibtexEntry(std::string_view name);

/// How records of a type are written.
struct BibtexShape
{
    std::string_view entry;                   ///< an entry type that BibTeX's own styles know
    std::string_view sourceTitle = "journal"; ///< the field for the title of the journal or book
    std::string_view publisher = "publisher"; ///< the field for who published it
};

[[nodiscard]] BibtexShape bibtexShape(RecordType type);

} // namespace winnow::formats
