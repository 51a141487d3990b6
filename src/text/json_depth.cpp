#include "text/json_depth.h"

namespace winnow::text {

bool isDeeperThan(std::string_view json, std::size_t levels)
{
    std::size_t depth = 0;
    return !allOutsideStrings(json, [&](char c) {
        if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && depth > 0) {
            --depth;
        }
        return depth <= levels;
    });
}

} // namespace winnow::text
