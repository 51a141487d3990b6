#include "model/full_text_answer.h"

#include <algorithm>
#include <array>

namespace winnow {

namespace {

constexpr std::array<std::string_view, 5> kNames{
    "found", "landing-page", "not-found", "failed", "unanswered"};

} // namespace

std::string_view toString(FullTextStatus status)
{
    return kNames.at(static_cast<std::size_t>(status));
}

std::optional<FullTextStatus> fullTextStatusFromString(std::string_view name)
{
    const auto *const found = std::ranges::find(kNames, name);
    return found == kNames.end() ? std::nullopt
                                 : std::optional(static_cast<FullTextStatus>(found - kNames.begin()));
}

} // namespace winnow
