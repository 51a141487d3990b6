#pragma once

#include "app/match_evidence.h"

#include <string_view>

namespace winnow::app {

/// How well the name of a file fits a report, 0 to 1: "Smith_2019_Sleep and memory.pdf" has the first author,
/// the year and words of the title. 0 where it has too little of them to be worth a look.
[[nodiscard]] double fileNameScore(std::string_view name, const Wording &wording);

} // namespace winnow::app
