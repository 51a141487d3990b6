#include "query/problem.h"

namespace winnow::query {

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
