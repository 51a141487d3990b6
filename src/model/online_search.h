#pragma once

#include "model/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace winnow {

/// One query as it was sent to a source, and how far its pages have come.
struct OnlinePart
{
    int number = 0;    ///< from 1
    std::string query; ///< in the source's own language
    std::optional<std::int64_t> hits;
    std::string next; ///< where the next page begins; empty for the first
    bool isDone = false;
};

/// A search that Winnow ran itself at an online source.
struct OnlineSearch
{
    SearchId search;
    ImportId import;        ///< of its records; live once all have come
    std::string source;     ///< id: "scopus"
    std::string query;      ///< as written
    std::string precedence; ///< "classic" or "standard"
    bool isComplete = true; ///< asked for abstracts where the source has two views
    bool usesCursor = true;
    std::string beganUtc;
    std::string endedUtc;             ///< empty until all pages have come
    std::optional<std::int64_t> hits; ///< that the source claimed for the whole query
    std::int64_t fetched = 0;         ///< records that came, each once
    std::int64_t unmatched = 0;       ///< of these: did not match the query as written and were left out
    std::int64_t undecided = 0;       ///< of these: could not be judged by it and were kept
    std::int64_t filled = 0;          ///< abstracts taken from another source
    std::vector<OnlinePart> parts;
};

} // namespace winnow
