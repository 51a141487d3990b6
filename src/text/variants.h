#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace winnow::text {

/// The forms that a word stands for in a loose search: itself, singular and plural, British and American
/// spelling, a Greek letter and its name. Sorted, without doubles, folded; some of them may be no words at
/// all, which finds nothing and does no harm.
[[nodiscard]] std::vector<std::string> variants(std::string_view foldedWord);

} // namespace winnow::text
