#pragma once

#include <cstddef>
#include <string_view>

namespace winnow::text {

/// Calls `visit` with each sign of a JSON text that stands outside of strings, in order, until it returns
/// false; says whether it never did.
template <class Visit>
[[nodiscard]] bool allOutsideStrings(std::string_view json, Visit visit)
{
    bool isInString = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (isInString) {
            i += c == '\\' ? 1 : 0;
            isInString = c != '"';
        } else if (c == '"') {
            isInString = true;
        } else if (!visit(c)) {
            return false;
        }
    }
    return true;
}

/// Whether brackets of a JSON text stand in brackets deeper than `levels`; those in strings do not count. To
/// be asked before a text from elsewhere is parsed, as what is written or taken apart by recursion would
/// overflow the stack.
[[nodiscard]] bool isDeeperThan(std::string_view json, std::size_t levels);

} // namespace winnow::text
