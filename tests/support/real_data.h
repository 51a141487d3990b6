#pragma once

#include <filesystem>
#include <string>

namespace winnow::test {

/// A file or folder of the real data: below $WINNOW_DATA, by default ../shared/data beside the source tree.
/// It may be missing.
[[nodiscard]] std::filesystem::path realData(const std::string &name);

} // namespace winnow::test

/// Skips the running test by name when `path` of the real data is missing.
#define WINNOW_NEEDS_REAL_DATA(path)                                                                         \
    do {                                                                                                     \
        if (!std::filesystem::exists(path)) {                                                                \
            GTEST_SKIP() << "real data missing: " << (path).string() << " (set WINNOW_DATA)";                \
        }                                                                                                    \
    } while (false)
