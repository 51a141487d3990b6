#pragma once

#include <cstdint>
#include <string_view>

namespace winnow::screening {

/// SplitMix64 (Steele, Lea and Flood 2014). Written here because the distributions of the standard library
/// differ between libraries: the same seed must draw the same records on every machine.
class SplitMix64
{
public:
    explicit SplitMix64(std::uint64_t seed)
        : m_state(seed)
    {}

    [[nodiscard]] std::uint64_t next();

    /// Evenly one of 0 to `bound` - 1, without the bias of a plain remainder; `bound` above 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);

private:
    std::uint64_t m_state;
};

/// The last step of SplitMix64: a change of one bit of the input changes each bit of the output half the
/// time.
[[nodiscard]] std::uint64_t mixed(std::uint64_t bits);

/// A number that looks random and depends on nothing but the seed and the bytes of `key`: FNV-1a of 64 bits,
/// then mixed with the seed. Not proof against people who choose keys on purpose.
[[nodiscard]] std::uint64_t seededHash(std::uint64_t seed, std::string_view key);

/// FNV-1a of 64 bits (Fowler, Noll and Vo).
[[nodiscard]] std::uint64_t fnv1a(std::string_view bytes);

} // namespace winnow::screening
