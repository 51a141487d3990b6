#pragma once

#include "net/message.h"
#include "sources/source.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::sources {

/// A reply of tests/data/sources/SOURCE/NAME.in, with the circumstances that NAME.expected.json gives.
struct RecordedReply
{
    std::string name; ///< "scopus/complete"
    const Source *source = nullptr;
    net::Reply reply;
    std::string at;
    nlohmann::ordered_json expected;
};

[[nodiscard]] std::vector<RecordedReply> recordedReplies();

/// A reply of the real services, which may be missing: "scopus-search-standard.json".
[[nodiscard]] std::filesystem::path realReply(const std::string &name);

[[nodiscard]] std::string contentOf(const std::filesystem::path &path);

[[nodiscard]] net::Reply replyOf(std::string body, int status = 200);

/// What a person checks of a page or an error; the same as in the files of expected results.
[[nodiscard]] nlohmann::ordered_json shown(const Result<Page> &page);

} // namespace winnow::sources
