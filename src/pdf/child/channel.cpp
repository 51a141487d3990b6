#include "pdf/child/channel.h"

#include "pdf/protocol.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace winnow::pdf {

namespace {

bool readAll(char *to, std::size_t size)
{
    while (size > 0) {
        const ssize_t count = ::read(STDIN_FILENO, to, size);
        if (count == 0 || (count < 0 && errno != EINTR)) {
            return false;
        }
        if (count > 0) {
            to += count;
            size -= static_cast<std::size_t>(count);
        }
    }
    return true;
}

bool writeAll(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) {
            return false;
        }
        if (count > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
    }
    return true;
}

} // namespace

std::optional<std::string> receive()
{
    std::uint32_t size = 0;
    if (!readAll(reinterpret_cast<char *>(&size), sizeof(size)) || size > kMostRequestBytes) {
        return {};
    }
    std::string message(size, '\0');
    return readAll(message.data(), size) ? std::optional(std::move(message)) : std::nullopt;
}

bool send(std::string_view message)
{
    const auto size = static_cast<std::uint32_t>(message.size());
    return writeAll({reinterpret_cast<const char *>(&size), sizeof(size)}) && writeAll(message);
}

} // namespace winnow::pdf
