#include "hits.h"

namespace winnow::crash {

std::string hits(std::uint64_t seed, int count)
{
    std::string text;
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        std::string own = std::to_string(seed);
        own.append("-").append(number);
        const bool shared = i % 3 == 0;
        text.append("TY  - JOUR\nID  - k").append(own);
        text.append("\nTI  - Handicraft and its markets, study ").append(shared ? number : own);
        text.append("\nAU  - Hassan, H.\nPY  - 2020\nDO  - 10.1000/");
        text.append(shared ? "shared-" : "").append(shared ? number : own);
        text.append("\nAB  - ").append(400, 'x').append("\nER  - \n\n");
    }
    return text;
}

} // namespace winnow::crash
