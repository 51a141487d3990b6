#include "pdf/document.h"

#include "base/readable.h"
#include "pdf/conversation.h"
#include "pdf/failures.h"
#include "pdf/helper_program.h"
#include "pdf/protocol.h"
#include "pdf/visible_region.h"

#include <algorithm>
#include <csignal>
#include <string>
#include <utility>

namespace winnow::pdf {

namespace {

constexpr int kKilled = 128 + SIGKILL;

/// As a request has it; one that is too large for it stays too large for any file.
std::uint32_t pageNumber(std::size_t page)
{
    return static_cast<std::uint32_t>(std::min<std::size_t>(page, kMostPages));
}

} // namespace

struct Document::Parts
{
    std::filesystem::path path;
    Limits limits;
    std::optional<Conversation> conversation{};
    About about{};

    /// The answer as `decode` reads it.
    template <class T>
    Result<T> ask(const Request &request, std::optional<T> (*decode)(std::string_view), const Task &task);

    /// The message of an answer, whatever it is.
    Result<std::string> converse(const Request &request, const Task &task);

    [[nodiscard]] Asked asked(const Request &request) const { return {path, request, limits.request}; }

    /// Fails where there is no such page, or nothing can be read of it.
    [[nodiscard]] Result<void> requirePage(const Request &request) const;
};

Result<std::string> Document::Parts::converse(const Request &request, const Task &task)
{
    for (bool isAgain = false;; isAgain = true) {
        if (task.isStopped()) {
            return Task::stoppedError();
        }
        if (!conversation || !conversation->isAlive()) {
            auto helper = limits.helper.empty() ? helperProgram() : Result(limits.helper);
            if (!helper) {
                return std::move(helper).error();
            }
            auto started = Conversation::start(*helper, path, limits);
            if (!started) {
                return std::move(started).error();
            }
            conversation.emplace(std::move(*started));
        }
        const bool wasIdle = conversation->hasAnswered();
        Reply reply = conversation->ask(request, task);
        if (reply.ending == Ending::Answered) {
            return std::move(reply.message);
        }
        conversation.reset();
        // Somebody else killed what did well so far, perhaps before it was asked this.
        const bool isToBeTriedAgain =
            !isAgain && wasIdle && reply.ending == Ending::Died && reply.exitCode == kKilled;
        if (!isToBeTriedAgain) {
            return replyError(asked(request), reply);
        }
    }
}

template <class T>
Result<T>
Document::Parts::ask(const Request &request, std::optional<T> (*decode)(std::string_view), const Task &task)
{
    auto message = converse(request, task);
    if (!message) {
        return std::move(message).error();
    }
    if (auto answer = decode(*message)) {
        return std::move(*answer);
    }
    if (const auto refused = decodeRefused(*message)) {
        return refusedError(asked(request), *refused);
    }
    conversation.reset(); // it is not to be trusted again
    return nonsenseError(asked(request));
}

Result<void> Document::Parts::requirePage(const Request &request) const
{
    if (about.isLocked) {
        return refusedError(asked(request), {Refusal::Locked, {}});
    }
    if (request.page >= about.pages.size()) {
        return noSuchPageError(asked(request));
    }
    return {};
}

Result<Document> Document::open(const std::filesystem::path &path, const Limits &limits, const Task &task)
{
    if (auto readable = requireReadable(path); !readable) {
        return std::move(readable).error();
    }
    std::error_code failure;
    if (std::filesystem::file_size(path, failure) == 0 && !failure) {
        return emptyFileError(path);
    }
    auto parts = std::make_unique<Parts>(Parts{.path = path, .limits = limits});
    auto about = parts->ask({.ask = Ask::About}, decodeAbout, task);
    if (!about) {
        return std::move(about).error();
    }
    if (!about->isLocked && about->pages.empty()) {
        return nonsenseError(parts->asked({.ask = Ask::About}));
    }
    parts->about = std::move(*about);
    return Document(std::move(parts));
}

Document::Document(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{}

Document::Document(Document &&) noexcept = default;
Document &Document::operator=(Document &&) noexcept = default;
Document::~Document() = default;

const About &Document::about() const
{
    return m_parts->about;
}

Result<Outline> Document::outline(const Task &task)
{
    return m_parts->ask({.ask = Ask::Outline}, decodeOutline, task);
}

Result<std::string> Document::identifiers(const Task &task)
{
    return m_parts->ask({.ask = Ask::Identifiers}, decodeIdentifiers, task);
}

Result<PageText> Document::text(std::size_t page, const Task &task)
{
    const Request request{.ask = Ask::Text, .page = pageNumber(page)};
    if (auto there = m_parts->requirePage(request); !there) {
        return std::move(there).error();
    }
    return m_parts->ask(request, decodeText, task);
}

Result<Picture>
Document::picture(std::size_t page, double scale, std::optional<PixelRegion> region, const Task &task)
{
    const Request request{.ask = Ask::Picture, .page = pageNumber(page), .scale = scale, .region = region};
    if (auto there = m_parts->requirePage(request); !there) {
        return std::move(there).error();
    }
    const Asked asked = m_parts->asked(request);
    if (!(scale > 0 && scale <= kMostScale)) {
        return refusedError(asked, {Refusal::BadRequest, {}});
    }
    const auto visible = visibleRegion(m_parts->about.pages[page], scale, region);
    if (!visible) {
        return refusedError(asked, {Refusal::BadRequest, {}});
    }
    const auto width = static_cast<std::size_t>(visible->width);
    const auto height = static_cast<std::size_t>(visible->height);
    if (width * height > std::min(m_parts->limits.mostPixels, kMostPixels)) {
        return tooLargeError(asked);
    }
    auto picture = m_parts->ask(request, decodePicture, task);
    if (picture && (picture->width != width || picture->height != height)) {
        m_parts->conversation.reset();
        return nonsenseError(asked);
    }
    return picture;
}

} // namespace winnow::pdf
