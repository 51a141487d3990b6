#pragma once

#include "model/record.h"

#include <optional>
#include <string>
#include <vector>

namespace winnow::locators {

/// What a source says of a work that was asked for by its title.
struct Work
{
    std::string title;
    std::optional<int> year;
    std::vector<std::string> authors; ///< as printed, any way round
};

/// Whether a title is long enough to be asked for.
[[nodiscard]] bool isTelling(const std::string &title);

/// Whether it is the record's: the same title, a year that is at most one off, and an author in common, where
/// both say so; at least one of the two must be said.
[[nodiscard]] bool isSameWork(const Record &record, const Work &work);

/// The title as the text of a phrase: words of letters and digits only, and no more of them than any source
/// takes.
[[nodiscard]] std::string phraseOf(const std::string &title);

} // namespace winnow::locators
