#include "screening/random.h"

namespace winnow::screening {

namespace {

constexpr std::uint64_t kGoldenGamma = 0x9e3779b97f4a7c15;

} // namespace

std::uint64_t mixed(std::uint64_t bits)
{
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
    return bits ^ (bits >> 31);
}

std::uint64_t SplitMix64::next()
{
    m_state += kGoldenGamma;
    return mixed(m_state);
}

std::uint64_t SplitMix64::below(std::uint64_t bound)
{
    // Draws below 2^64 mod bound would make the low remainders more likely.
    const std::uint64_t least = (0 - bound) % bound;
    std::uint64_t drawn = next();
    while (drawn < least) {
        drawn = next();
    }
    return drawn % bound;
}

std::uint64_t fnv1a(std::string_view bytes)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char byte : bytes) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    }
    return hash;
}

std::uint64_t seededHash(std::uint64_t seed, std::string_view key)
{
    return mixed(mixed(fnv1a(key)) ^ mixed(seed + kGoldenGamma));
}

} // namespace winnow::screening
