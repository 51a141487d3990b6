#include "hits.h"

namespace winnow::crash {

std::string hits(std::uint64_t seed, int count)
{
    std::string text;
    for (int i = 0; i < count; ++i) {
        const std::string own = std::to_string(seed) + "-" + std::to_string(i);
        const std::string doi = i % 3 == 0 ? "shared-" + std::to_string(i) : own;
        text += "TY  - JOUR\nID  - k" + own + "\nTI  - Handicraft and its markets, study " +
                (i % 3 == 0 ? std::to_string(i) : own) + "\nAU  - Hassan, H.\nPY  - 2020\nDO  - 10.1000/" +
                doi + "\nAB  - " + std::string(400, 'x') + "\nER  - \n\n";
    }
    return text;
}

} // namespace winnow::crash
