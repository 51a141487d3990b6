#include "pdf/conversation.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <thread>
#include <utility>

namespace winnow::pdf {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kPoll{50}; ///< how long a stop may go unnoticed
constexpr std::chrono::milliseconds kDying{500};
constexpr std::size_t kMostComplaints = 16U << 10U;
constexpr std::size_t kChunk = 1U << 20U;
constexpr std::size_t kLengthBytes = sizeof(std::uint32_t);

/// The length that a message begins with, once it is there.
std::optional<std::size_t> lengthOf(std::string_view received)
{
    std::uint32_t length = 0;
    if (received.size() < kLengthBytes) {
        return {};
    }
    std::memcpy(&length, received.data(), kLengthBytes);
    return length;
}

std::string framed(const std::string &message)
{
    const auto length = static_cast<std::uint32_t>(message.size());
    std::string frame(kLengthBytes, '\0');
    std::memcpy(frame.data(), &length, kLengthBytes);
    return frame + message;
}

} // namespace

Result<Conversation> Conversation::start(const std::filesystem::path &helper,
                                         const std::filesystem::path &file,
                                         const Limits &limits)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(limits.request).count();
    auto process = SpawnedProcess::start(helper.string(),
                                         {std::filesystem::absolute(file).string(),
                                          std::to_string(limits.memoryBytes),
                                          std::to_string(seconds)});
    if (!process) {
        return std::move(process).error();
    }
    // Pictures are megabytes; where the system does not give that much room, they come in smaller pieces.
    static_cast<void>(::fcntl(process->output.number(), F_SETPIPE_SZ, static_cast<int>(kChunk)));
    return Conversation(std::move(*process), limits.request);
}

Conversation::Conversation(SpawnedProcess process, std::chrono::milliseconds limit)
    : m_process(std::move(process))
    , m_limit(limit)
{}

Reply Conversation::ask(const Request &request, const Task &task)
{
    m_received.clear();
    Reply reply{.ending = exchange(framed(encode(request)), mostAnswerBytes(request), task)};
    if (reply.ending == Ending::Answered) {
        m_hasAnswered = true;
        m_received.erase(0, kLengthBytes);
        reply.message = std::move(m_received);
    } else if (reply.ending == Ending::Died) {
        waitForEnd();
        reply.exitCode = m_process.exitCode();
    } else {
        m_process.end();
    }
    reply.complaints = m_complaints;
    return reply;
}

Ending Conversation::exchange(std::string_view request, std::size_t most, const Task &task)
{
    const auto end = Clock::now() + m_limit;
    while (true) {
        if (task.isStopped()) {
            return Ending::Stopped;
        }
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
        if (left.count() <= 0) {
            return Ending::TooLong;
        }
        const int input = request.empty() ? -1 : m_process.input.number();
        std::array<pollfd, 3> waits{{{m_process.output.number(), POLLIN, 0},
                                     {m_process.complaints.number(), POLLIN, 0},
                                     {input, POLLOUT, 0}}};
        if (::poll(waits.data(), waits.size(), static_cast<int>(std::min(left, kPoll).count())) <= 0) {
            continue;
        }
        if (waits[1].revents != 0) {
            takeComplaints();
        }
        if (waits[2].revents != 0) {
            send(request);
        }
        if (waits[0].revents == 0) {
            continue;
        }
        takeOutput();
        const auto length = lengthOf(m_received);
        if (length && (*length > most || m_received.size() > *length + kLengthBytes)) {
            return Ending::Nonsense;
        }
        if (length && m_received.size() == *length + kLengthBytes) {
            return request.empty() ? Ending::Answered : Ending::Nonsense;
        }
        if (!m_process.output.isOpen()) {
            return Ending::Died;
        }
    }
}

void Conversation::send(std::string_view &rest)
{
    const ssize_t count = writeToPipe(m_process.input, rest);
    if (count > 0) {
        rest.remove_prefix(static_cast<std::size_t>(count));
    } else if (count < 0 && errno != EINTR && errno != EAGAIN) {
        m_process.input.close(); // it does not want the rest; its output will say the same
    }
}

void Conversation::takeOutput()
{
    const std::size_t had = m_received.size();
    const auto length = lengthOf(m_received);
    // No more room than what came already asks for, whatever length it claims; one byte more than a message
    // has shows that it is none.
    const std::size_t wanted = length ? std::min(*length + kLengthBytes + 1 - had, kChunk) : kLengthBytes;
    m_received.resize(had + wanted);
    const ssize_t count = ::read(m_process.output.number(), m_received.data() + had, wanted);
    m_received.resize(had + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    if (count == 0 || (count < 0 && errno != EINTR)) {
        m_process.output.close();
    }
}

void Conversation::takeComplaints()
{
    std::array<char, 4096> buffer{};
    const ssize_t count = ::read(m_process.complaints.number(), buffer.data(), buffer.size());
    if (count > 0) {
        const std::size_t room = kMostComplaints - std::min(kMostComplaints, m_complaints.size());
        m_complaints.append(buffer.data(), std::min(static_cast<std::size_t>(count), room));
    } else if (count == 0 || errno != EINTR) {
        m_process.complaints.close();
    }
}

void Conversation::waitForEnd()
{
    const auto end = Clock::now() + kDying;
    while (!m_process.hasEnded() && Clock::now() < end) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    m_process.end();
    while (m_process.complaints.isOpen() && m_complaints.size() < kMostComplaints) {
        pollfd wait{m_process.complaints.number(), POLLIN, 0};
        if (::poll(&wait, 1, 0) <= 0) {
            return;
        }
        takeComplaints();
    }
}

} // namespace winnow::pdf
