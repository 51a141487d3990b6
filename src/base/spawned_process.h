#pragma once

#include "base/result.h"

#include <sys/types.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace winnow {

/// A file descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int number = -1)
        : m_number(number)
    {}

    Descriptor(Descriptor &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {}

    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }

    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    ~Descriptor() { close(); }

    void close();

    [[nodiscard]] int number() const { return m_number; }

    [[nodiscard]] bool isOpen() const { return m_number >= 0; }

private:
    int m_number;
};

/// A program that was started, with a pipe to each of its three streams; writing to it never blocks. It is
/// killed when this object goes.
class SpawnedProcess
{
public:
    /// `program` is found on PATH unless its name holds a slash, and gets its arguments as they are: no shell
    /// sees them. Fails with NotFound where there is no such program.
    static Result<SpawnedProcess> start(const std::string &program,
                                        const std::vector<std::string> &arguments);

    SpawnedProcess(SpawnedProcess &&other) noexcept;
    SpawnedProcess &operator=(SpawnedProcess &&other) noexcept;
    SpawnedProcess(const SpawnedProcess &) = delete;
    SpawnedProcess &operator=(const SpawnedProcess &) = delete;

    ~SpawnedProcess() { end(); }

    /// Whether it is gone; does not wait for it.
    [[nodiscard]] bool hasEnded();

    /// Kills it, if it is still there, and waits until it is gone.
    void end();

    /// How it ended, 128 and the signal where a signal ended it; only to be called when it has.
    [[nodiscard]] int exitCode() const;

    [[nodiscard]] pid_t id() const { return m_pid; } ///< negative once it has ended

    Descriptor input;
    Descriptor output;
    Descriptor complaints;

private:
    SpawnedProcess() = default;

    pid_t m_pid = -1;
    int m_status = 0;
};

/// Like write() of POSIX, but a reader that is gone is only an error (EPIPE), not the end of this program.
[[nodiscard]] ssize_t writeToPipe(const Descriptor &pipe, std::string_view bytes);

} // namespace winnow
