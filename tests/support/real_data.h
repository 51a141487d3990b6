#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace winnow::test {

/// A file or folder of the real data: below $WINNOW_DATA, by default ../shared/data beside the source tree.
/// It may be missing.
[[nodiscard]] std::filesystem::path realData(const std::string &name);

/// A file of the real exports, as its manifest describes it.
struct ListedExport
{
    std::string path; ///< below exports/
    std::string kind; ///< "scopus_ris"
    std::int64_t records = 0;
};

/// All lines of exports/MANIFEST.tsv; empty where it is missing.
[[nodiscard]] std::vector<ListedExport> listedExports();

} // namespace winnow::test

/// Skips the running test by name when `path` of the real data is missing.
#define WINNOW_NEEDS_REAL_DATA(path)                                                                         \
    do {                                                                                                     \
        if (!std::filesystem::exists(path)) {                                                                \
            GTEST_SKIP() << "real data missing: " << (path).string() << " (set WINNOW_DATA)";                \
        }                                                                                                    \
    } while (false)
