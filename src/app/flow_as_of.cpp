#include "app/flow_as_of.h"

#include <chrono>
#include <cstdlib>
#include <string>

namespace winnow::app {

namespace {

/// A digit stands for one at least as small: 24 hours, 60 minutes are found by reading them.
constexpr std::string_view kForm = "0000-00-00T00:00:00.000";

bool hasForm(std::string_view text)
{
    if (text.size() > kForm.size()) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isDigit = text[i] >= '0' && text[i] <= '9';
        if (kForm[i] == '0' ? !isDigit : text[i] != kForm[i]) {
            return false;
        }
    }
    return true;
}

unsigned partOf(const std::string &text, std::size_t from)
{
    return static_cast<unsigned>(std::strtoul(text.substr(from, 2).c_str(), nullptr, 10));
}

bool isReal(const std::string &time)
{
    const std::chrono::year_month_day day{
        std::chrono::year{static_cast<int>(std::strtol(time.substr(0, 4).c_str(), nullptr, 10))},
        std::chrono::month{partOf(time, 5)},
        std::chrono::day{partOf(time, 8)}};
    return day.ok() && partOf(time, 11) < 24 && partOf(time, 14) < 60 && partOf(time, 17) < 60;
}

} // namespace

Result<store::LogEnd> logEndOf(std::string_view date)
{
    constexpr std::size_t kDay = 10;
    constexpr std::size_t kMinutes = 16;
    constexpr std::size_t kSeconds = 19;
    constexpr std::string_view kLast = "9999-12-31T23:59:59.999";
    const bool isMarked = date.size() > kMinutes && date.ends_with('Z');
    std::string time(isMarked ? date.substr(0, date.size() - 1) : date);
    const bool isWhole = time.size() == kDay || time.size() == kMinutes || time.size() == kSeconds ||
                         time.size() > kSeconds + 1;
    if (isWhole && hasForm(time)) {
        // What is not said is as late as it can be: a day with all its hours.
        time += kLast.substr(time.size());
        if (isReal(time)) {
            return store::LogEnd(time + "Z");
        }
    }
    return Error{ErrorCode::InvalidArgument,
                 std::string(date) +
                     " is no date. Write a day as 2026-01-31, or a moment as 2026-01-31T14:30, in UTC.",
                 {},
                 {}};
}

Result<std::unique_ptr<Workspace>> reviewAsOf(Workspace &workspace, std::string_view date)
{
    auto end = logEndOf(date);
    return end ? workspace.asOf(*end) : Result<std::unique_ptr<Workspace>>(std::move(end).error());
}

} // namespace winnow::app
