#pragma once

#include "base/result.h"
#include "base/spawned_process.h"
#include "base/task.h"
#include "pdf/limits.h"
#include "pdf/protocol.h"

#include <chrono>
#include <filesystem>
#include <string>

namespace winnow::pdf {

/// How a request ended.
enum class Ending {
    Answered,
    Stopped,  ///< by the task
    TooLong,  ///< it took more time than it may
    Died,     ///< the process ended by itself
    Nonsense, ///< it said what nobody can have asked for
};

struct Reply
{
    Ending ending = Ending::Died;
    std::string message{};    ///< where it answered
    int exitCode = 0;         ///< where it died; 128 and the signal where a signal ended it
    std::string complaints{}; ///< what the process wrote to its standard error
};

/// One process that reads one file. After a reply that is not Answered it is of no more use.
class Conversation
{
public:
    static Result<Conversation>
    start(const std::filesystem::path &helper, const std::filesystem::path &file, const Limits &limits);

    /// Returns within 50 ms of task.stop().
    [[nodiscard]] Reply ask(const Request &request, const Task &task);

    [[nodiscard]] bool isAlive() { return !m_process.hasEnded(); }

    [[nodiscard]] bool hasAnswered() const { return m_hasAnswered; } ///< at least once

private:
    Conversation(SpawnedProcess process, std::chrono::milliseconds limit);

    Ending exchange(std::string_view request, std::size_t most, const Task &task);
    void send(std::string_view &rest);
    void takeOutput();
    void takeComplaints();
    void waitForEnd();

    SpawnedProcess m_process;
    std::chrono::milliseconds m_limit;
    std::string m_received;   ///< of one message, with its length
    std::string m_complaints; ///< since the process began
    bool m_hasAnswered = false;
};

} // namespace winnow::pdf
