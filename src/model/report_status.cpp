#include "model/report_status.h"

#include <algorithm>
#include <array>

namespace winnow {

namespace {

constexpr std::array<std::string_view, 5> kNames{
    "sought", "not-retrieved", "duplicate", "awaiting-classification", "ongoing"};

} // namespace

std::string_view toString(ReportStatus status)
{
    return kNames.at(static_cast<std::size_t>(status));
}

std::optional<ReportStatus> reportStatusFromString(std::string_view name)
{
    const auto *const found = std::ranges::find(kNames, name);
    return found == kNames.end() ? std::nullopt
                                 : std::optional(static_cast<ReportStatus>(found - kNames.begin()));
}

} // namespace winnow
