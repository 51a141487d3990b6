#include "publish/support/colour.h"

#include "flow/theme.h"

#include <array>
#include <cstdio>

namespace winnow::publish {

std::string hexColour(std::uint32_t rgb)
{
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "%06X", rgb & 0xFFFFFFU);
    return text.data();
}

bool isDark(std::uint32_t ground, std::uint32_t ink)
{
    return flow::contrast(ground, 0xFFFFFF) > flow::contrast(ground, ink);
}

} // namespace winnow::publish
