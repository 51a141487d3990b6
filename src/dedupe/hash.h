#pragma once

#include <cstdint>
#include <string_view>

namespace winnow::dedupe {

constexpr std::uint64_t kHashStart = 0xCBF29CE484222325U;

/// Goes on with `hash`; the same on every machine (FNV-1a).
constexpr std::uint64_t hashOf(std::string_view text, std::uint64_t hash = kHashStart)
{
    constexpr std::uint64_t kPrime = 0x100000001B3U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
    }
    return hash;
}

} // namespace winnow::dedupe
