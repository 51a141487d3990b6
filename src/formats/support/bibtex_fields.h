#pragma once

#include "formats/support/bibtex_entries.h"

namespace winnow::formats {

/// How the braces of an entry are to be read.
enum class BraceReading {
    Usual,   ///< one behind a backslash is text
    Counted, ///< each one counts, as for BibTeX itself: {C:\folder\}
    Stray,   ///< they do not match; a closing one ends a value only where a comma, a field or the end follows
};

/// Divides the raw text of an entry into its type, key and fields. Sets `problem` where a value never ends or
/// where macros make too much of it.
void parseBibtexEntry(BibtexEntry &entry, const BibtexMacros &macros, BraceReading braces);

[[nodiscard]] bool isBibtexNameCharacter(char c);

} // namespace winnow::formats
