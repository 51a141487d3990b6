#include "publish/support/web_address.h"

#include <algorithm>

namespace winnow::publish {

bool isWebAddress(std::string_view address)
{
    const auto startsWith = [&](std::string_view scheme) {
        return address.size() > scheme.size() &&
               std::equal(scheme.begin(), scheme.end(), address.begin(), [](char a, char b) {
                   return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + ('a' - 'A')) : b);
               });
    };
    return startsWith("https://") || startsWith("http://");
}

} // namespace winnow::publish
