#pragma once

#include "formats/support/bibtex_entries.h"

#include <map>
#include <string>

namespace winnow::formats {

/// Divides the raw text of an entry into its type, key and fields. Sets `problem` where a value never ends.
/// With `hasStrayBraces`, a closing brace ends a value only where a comma, a field or the end follows.
void parseBibtexEntry(BibtexEntry &entry,
                      const std::map<std::string, std::string> &macros,
                      bool hasStrayBraces);

[[nodiscard]] bool isBibtexNameCharacter(char c);

} // namespace winnow::formats
