#pragma once

#include "model/record.h"

#include <string>
#include <string_view>

namespace winnow::formats {

/// Adds the names of an author field: divided at "and" outside of braces, written as BibTeX ("Family, Given",
/// "Family, Jr, Given", "Given von Family", "{Organisation}") or as biblatex does ("family=Berg, given=Anna,
/// prefix=van"). Returns whether the list ends with "and others", which is no name.
bool addBibtexAuthors(Record &record, std::string_view text);

/// A name as BibTeX and biblatex take it and addBibtexAuthors() reads it back.
[[nodiscard]] std::string bibtexName(const PersonName &name);

} // namespace winnow::formats
