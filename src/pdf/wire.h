#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace winnow::pdf {

/// Puts numbers and texts into bytes. Both sides run on one machine, so numbers are as they lie in memory.
class WireWriter
{
public:
    void flag(bool value);
    void byte(std::uint8_t value);
    void number(std::uint32_t value);
    void signedNumber(std::int32_t value);
    void longNumber(std::int64_t value);
    void real(double value);
    void text(std::string_view value);

    /// Bytes as they are; the reader must know how many.
    void raw(std::string_view bytes) { m_bytes += bytes; }

    [[nodiscard]] std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

/// Takes them out again. It trusts nothing: after something that is not there or not as it should be it has
/// failed, and from then on gives zeros and empty texts. Views the bytes, which must outlive it.
class WireReader
{
public:
    explicit WireReader(std::string_view bytes)
        : m_rest(bytes)
    {}

    bool flag();
    std::uint8_t byte();
    std::uint32_t number();
    std::int32_t signedNumber();
    std::int64_t longNumber();

    /// Fails unless it is finite and within -`most` to `most`.
    double real(double most);

    /// Fails unless it is UTF-8 without control characters, and no longer than `mostBytes`.
    std::string text(std::size_t mostBytes);

    /// A number of things of which each takes at least `leastBytes`: fails where the rest cannot hold them,
    /// so that nobody makes room for more.
    std::size_t count(std::size_t leastBytes, std::size_t most);

    /// All that is left.
    std::string_view rest();

    void fail();

    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

    /// Whether all was there, as it should be, and nothing is left.
    [[nodiscard]] bool isDone() const { return !m_hasFailed && m_rest.empty(); }

private:
    template <class T>
    T plain();

    std::string_view m_rest;
    bool m_hasFailed = false;
};

} // namespace winnow::pdf
