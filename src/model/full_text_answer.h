#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace winnow {

/// What came of asking one source for a copy of a report that everybody may read.
enum class FullTextStatus {
    Found,       ///< a file, which was attached
    LandingPage, ///< only the address of a page
    NotFound,
    Failed,     ///< a file is there, but could not be had; asking again would not help
    Unanswered, ///< the source, or who has the file, did not answer; the next run asks again
};

/// "found", "landing-page", "not-found", "failed", "unanswered"; never changes.
[[nodiscard]] std::string_view toString(FullTextStatus status);
[[nodiscard]] std::optional<FullTextStatus> fullTextStatusFromString(std::string_view name);

struct FullTextAnswer
{
    std::string source; ///< id
    FullTextStatus status = FullTextStatus::NotFound;
    std::string address{}; ///< of the file or the page; empty where none was told
    std::string licence{}; ///< as the source names it
    std::string version{}; ///< likewise: "publishedVersion", "acceptedVersion", "submittedVersion"
    std::string message{}; ///< why it failed

    bool operator==(const FullTextAnswer &) const = default;
};

} // namespace winnow
