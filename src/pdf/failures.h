#pragma once

#include "base/result.h"
#include "pdf/conversation.h"
#include "pdf/protocol.h"

#include <filesystem>

namespace winnow::pdf {

/// What was asked of which file, for sentences about what went wrong.
struct Asked
{
    const std::filesystem::path &file;
    const Request &request;
    std::chrono::milliseconds limit;
};

/// Why winnow-pdf would not do it.
[[nodiscard]] Error refusedError(const Asked &asked, const Refused &refused);

/// Why no answer came; not for one that did.
[[nodiscard]] Error replyError(const Asked &asked, const Reply &reply);

/// An answer came, but it is none to what was asked.
[[nodiscard]] Error nonsenseError(const Asked &asked);

[[nodiscard]] Error emptyFileError(const std::filesystem::path &file);

/// A picture of more pixels than may be.
[[nodiscard]] Error tooLargeError(const Asked &asked);

[[nodiscard]] Error noSuchPageError(const Asked &asked);

} // namespace winnow::pdf
