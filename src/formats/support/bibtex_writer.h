#pragma once

#include "formats/format.h"

#include <memory>

namespace winnow::formats {

/// Writes entries that BibTeX, biber and JabRef take and from which Winnow's reader gets the same Record
/// back. Entry keys are unique without regard to letter case; a record's own key that cannot be used stands
/// in "winnow-key". As in files of Scopus, index terms are "keywords" and the authors' own then
/// "author_keywords". Decisions are fields "winnow-decision-1" and so on. Memory: some bytes a record, for
/// the keys.
[[nodiscard]] std::unique_ptr<RecordWriter> makeBibtexWriter();

} // namespace winnow::formats
