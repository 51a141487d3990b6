#include "query/problem.h"

namespace winnow::query {

Edit openedAt(std::string_view query, std::size_t at, std::string_view opening)
{
    constexpr std::string_view kDivides = " \t\r\n(";
    const bool isGlued = at > 0 && kDivides.find(query[at - 1]) == std::string_view::npos;
    return {at, at, (isGlued ? " " : "") + std::string(opening)};
}

std::string withFix(std::string_view query, const Fix &fix)
{
    std::string result;
    std::size_t at = 0;
    for (const Edit &edit : fix.edits) {
        result += query.substr(at, edit.from - at);
        result += edit.text;
        at = edit.to;
    }
    result += query.substr(at);
    return result;
}

} // namespace winnow::query
