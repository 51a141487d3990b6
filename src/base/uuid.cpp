#include "base/uuid.h"

#include <array>
#include <cstdio>

namespace winnow {

namespace {

std::mt19937_64 seededEngine()
{
    std::random_device device;
    std::seed_seq seed{device(), device(), device(), device(), device(), device(), device(), device()};
    return std::mt19937_64(seed);
}

} // namespace

RandomUuidSource::RandomUuidSource()
    : m_engine(seededEngine())
{}

RandomUuidSource::RandomUuidSource(std::uint64_t seed)
    : m_engine(seed)
{}

std::string RandomUuidSource::next()
{
    // RFC 4122 section 4.4: four bits of version and two of variant, the rest random.
    const std::uint64_t high = (m_engine() & ~std::uint64_t{0xF000}) | 0x4000U;
    const std::uint64_t low = (m_engine() & ~(std::uint64_t{3} << 62U)) | (std::uint64_t{2} << 62U);
    std::array<char, 37> text{};
    std::snprintf(text.data(),
                  text.size(),
                  "%08llx-%04llx-%04llx-%04llx-%012llx",
                  static_cast<unsigned long long>(high >> 32U),
                  static_cast<unsigned long long>((high >> 16U) & 0xFFFFU),
                  static_cast<unsigned long long>(high & 0xFFFFU),
                  static_cast<unsigned long long>(low >> 48U),
                  static_cast<unsigned long long>(low & 0xFFFFFFFFFFFFULL));
    return text.data();
}

} // namespace winnow
