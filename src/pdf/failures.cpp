#include "pdf/failures.h"

#include <array>
#include <csignal>
#include <string>
#include <string_view>

namespace winnow::pdf {

namespace {

constexpr int kBySignal = 128;
constexpr std::string_view kGetAnother =
    " Download it again, or print it to a new PDF file in a program that shows it.";

std::string nameOf(const Asked &asked)
{
    return asked.file.filename().string();
}

/// "paper.pdf", or "Page 3 of paper.pdf".
std::string subject(const Asked &asked)
{
    const bool isOfPage = asked.request.ask == Ask::Text || asked.request.ask == Ask::Picture;
    return isOfPage ? "Page " + std::to_string(asked.request.page + 1) + " of " + nameOf(asked)
                    : nameOf(asked);
}

Error errorOf(const Asked &asked, ErrorCode code, std::string message, std::string detail = {})
{
    return {code, std::move(message), std::move(detail), asked.file.string()};
}

Error outOfMemoryError(const Asked &asked, std::string detail)
{
    return errorOf(asked,
                   ErrorCode::Unsupported,
                   subject(asked) + " takes more memory than a PDF file may, and was given up." +
                       std::string(kGetAnother),
                   std::move(detail));
}

Error tooLongError(const Asked &asked, std::string detail)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(asked.limit).count();
    return errorOf(asked,
                   ErrorCode::Busy,
                   subject(asked) + " could not be read in " + std::to_string(seconds) +
                       (seconds == 1 ? " second" : " seconds") + " and was given up." +
                       std::string(kGetAnother),
                   std::move(detail));
}

Error damagedError(const Asked &asked, std::string detail)
{
    return errorOf(asked,
                   ErrorCode::WrongFormat,
                   subject(asked) + " is damaged and cannot be read." + std::string(kGetAnother),
                   std::move(detail));
}

bool saysOutOfMemory(const Reply &reply)
{
    // The words of poppler and of the C++ library before they abort.
    constexpr std::array<std::string_view, 3> kWords{"Out of memory", "Bogus memory allocation", "bad_alloc"};
    for (const std::string_view words : kWords) {
        if (reply.complaints.find(words) != std::string::npos) {
            return true;
        }
    }
    return reply.exitCode == kExitOutOfMemory;
}

Error diedError(const Asked &asked, const Reply &reply)
{
    std::string detail = "winnow-pdf ended with " + std::to_string(reply.exitCode) + ". " + reply.complaints;
    if (saysOutOfMemory(reply)) {
        return outOfMemoryError(asked, std::move(detail));
    }
    if (reply.exitCode == kBySignal + SIGXCPU) {
        return tooLongError(asked, std::move(detail));
    }
    return damagedError(asked, std::move(detail));
}

} // namespace

Error refusedError(const Asked &asked, const Refused &refused)
{
    switch (refused.why) {
    case Refusal::NotPdf:
        return errorOf(
            asked,
            ErrorCode::WrongFormat,
            nameOf(asked) +
                " is not a PDF file; perhaps a web page was saved in its place. Download it again.",
            refused.detail);
    case Refusal::Damaged:
        return damagedError(asked, refused.detail);
    case Refusal::Locked:
        return errorOf(asked,
                       ErrorCode::Denied,
                       nameOf(asked) +
                           " can be read only with its password. Save a copy without password in a "
                           "program that shows it, and take that.",
                       refused.detail);
    case Refusal::NoSuchPage:
        return noSuchPageError(asked);
    case Refusal::TooLarge:
        return tooLargeError(asked);
    case Refusal::OutOfMemory:
        return outOfMemoryError(asked, refused.detail);
    case Refusal::BadRequest:
        break;
    }
    return errorOf(
        asked, ErrorCode::InvalidArgument, subject(asked) + " has nothing to show there.", refused.detail);
}

Error replyError(const Asked &asked, const Reply &reply)
{
    switch (reply.ending) {
    case Ending::Stopped:
        return Task::stoppedError();
    case Ending::TooLong:
        return tooLongError(asked, reply.complaints);
    case Ending::Died:
        return diedError(asked, reply);
    case Ending::Nonsense:
    case Ending::Answered:
        break;
    }
    return nonsenseError(asked);
}

Error nonsenseError(const Asked &asked)
{
    return errorOf(asked,
                   ErrorCode::Inconsistent,
                   subject(asked) + " confused the reader of PDF files, and was given up." +
                       std::string(kGetAnother),
                   "winnow-pdf gave no answer to what it was asked");
}

Error emptyFileError(const std::filesystem::path &file)
{
    return {ErrorCode::WrongFormat,
            file.filename().string() + " is empty. Download it again.",
            {},
            file.string()};
}

Error tooLargeError(const Asked &asked)
{
    return errorOf(asked,
                   ErrorCode::Unsupported,
                   asked.request.ask == Ask::About
                       ? nameOf(asked) + " has more pages than a file may have. Split it in a PDF program."
                       : subject(asked) + " is too large to be shown at this size. Make it smaller.");
}

Error noSuchPageError(const Asked &asked)
{
    return errorOf(asked,
                   ErrorCode::InvalidArgument,
                   nameOf(asked) + " has no page " + std::to_string(asked.request.page + 1) + ".");
}

} // namespace winnow::pdf
