#pragma once

#include "formats/format.h"

#include <memory>
#include <string_view>

namespace winnow::formats {

/// Who owns a record that Winnow wrote into an NBIB file (OWN).
inline constexpr std::string_view kNbibOwner = "WINNOW";

/// Writes NBIB as PubMed does, so that Winnow's reader gets the same Record back. MEDLINE has no fields for
/// some things; these stand in tags of our own, which other programs pass over:
///
///     WKEY  key; without it a record that is owned by WINNOW has none, and others have their PMID
///     WART  article number
///     WPGF  first page, WPGL last page, where PG cannot say them exactly
///     WEID  EID of Scopus
///     WURL  address
///
/// In records that are owned by WINNOW an asterisk in MH or OT belongs to the term and marks no major topic.
/// Decisions go out as general notes: "GN  - WINNOW title-abstract: exclude (ann; reason: wrong population)".
[[nodiscard]] std::unique_ptr<RecordWriter> makeNbibWriter();

} // namespace winnow::formats
