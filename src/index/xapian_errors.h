#pragma once

#include "base/result.h"

#include <xapian.h>

#include <filesystem>
#include <string>

namespace winnow::index {

/// What Xapian threw, as an Error about the index in `folder`.
[[nodiscard]] Error errorFrom(const Xapian::Error &failure, const std::filesystem::path &folder);

/// Runs `work` and turns what Xapian throws into the error of a Result.
template <class Work>
auto guarded(const std::filesystem::path &folder, Work &&work) -> decltype(work())
{
    try {
        return work();
    } catch (const Xapian::Error &failure) {
        return errorFrom(failure, folder);
    }
}

} // namespace winnow::index
