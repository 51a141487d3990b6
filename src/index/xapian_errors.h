#pragma once

#include "base/result.h"

#include <xapian.h>

#include <exception>
#include <filesystem>
#include <string>

namespace winnow::index {

/// What Xapian threw, as an Error about the index in `folder`.
[[nodiscard]] Error errorFrom(const Xapian::Error &failure, const std::filesystem::path &folder);

/// What else came out of the library, such as a lack of memory over a damaged file.
[[nodiscard]] Error errorFrom(const std::exception &failure, const std::filesystem::path &folder);

/// Runs `work` and turns what Xapian throws into the error of a Result.
template <class Work>
auto guarded(const std::filesystem::path &folder, Work &&work) -> decltype(work())
{
    try {
        return work();
    } catch (const Xapian::Error &failure) {
        return errorFrom(failure, folder);
    } catch (const std::exception &failure) {
        return errorFrom(failure, folder);
    }
}

} // namespace winnow::index
