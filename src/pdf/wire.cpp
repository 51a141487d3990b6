#include "pdf/wire.h"

#include "pdf/utf8.h"

#include <cmath>
#include <cstring>
#include <utility>

namespace winnow::pdf {

namespace {

template <class T>
void appendPlain(std::string &to, T value)
{
    char bytes[sizeof(T)];
    std::memcpy(bytes, &value, sizeof(T));
    to.append(bytes, sizeof(T));
}

} // namespace

void WireWriter::flag(bool value)
{
    byte(value ? 1 : 0);
}

void WireWriter::byte(std::uint8_t value)
{
    appendPlain(m_bytes, value);
}

void WireWriter::number(std::uint32_t value)
{
    appendPlain(m_bytes, value);
}

void WireWriter::signedNumber(std::int32_t value)
{
    appendPlain(m_bytes, value);
}

void WireWriter::longNumber(std::int64_t value)
{
    appendPlain(m_bytes, value);
}

void WireWriter::real(double value)
{
    appendPlain(m_bytes, value);
}

void WireWriter::text(std::string_view value)
{
    number(static_cast<std::uint32_t>(value.size()));
    m_bytes += value;
}

template <class T>
T WireReader::plain()
{
    T value{};
    if (m_rest.size() < sizeof(T)) {
        fail();
        return value;
    }
    std::memcpy(&value, m_rest.data(), sizeof(T));
    m_rest.remove_prefix(sizeof(T));
    return value;
}

bool WireReader::flag()
{
    const std::uint8_t value = byte();
    if (value > 1) {
        fail();
    }
    return value == 1;
}

std::uint8_t WireReader::byte()
{
    return plain<std::uint8_t>();
}

std::uint32_t WireReader::number()
{
    return plain<std::uint32_t>();
}

std::int32_t WireReader::signedNumber()
{
    return plain<std::int32_t>();
}

std::int64_t WireReader::longNumber()
{
    return plain<std::int64_t>();
}

double WireReader::real(double most)
{
    const auto value = plain<double>();
    if (!std::isfinite(value) || std::abs(value) > most) {
        fail();
        return 0;
    }
    return value;
}

std::string WireReader::text(std::size_t mostBytes)
{
    const std::size_t size = count(1, mostBytes);
    const std::string_view value = m_rest.substr(0, size);
    if (!isPlainUtf8(value)) {
        fail();
        return {};
    }
    m_rest.remove_prefix(size);
    return std::string(value);
}

std::size_t WireReader::count(std::size_t leastBytes, std::size_t most)
{
    const std::size_t value = number();
    if (value > most || value > m_rest.size() / leastBytes) {
        fail();
        return 0;
    }
    return value;
}

std::string_view WireReader::rest()
{
    return std::exchange(m_rest, {});
}

void WireReader::fail()
{
    m_hasFailed = true;
    m_rest = {};
}

} // namespace winnow::pdf
