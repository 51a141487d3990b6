#pragma once

#include "base/result.h"
#include "formats/format.h"
#include "net/message.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::sources {

/// What reaches a source beside the query. Never stored, never printed.
struct Access
{
    std::string baseUrl; ///< without a slash at its end
    std::string key;     ///< empty where the user has none
    std::string token;   ///< of an institution (Scopus)
    std::string email;   ///< for sources that ask who is calling
};

/// A search at a source.
struct Search
{
    std::string query;      ///< in the source's own language
    bool isComplete = true; ///< ask for abstracts where the source has two views (Scopus: COMPLETE)
    bool usesCursor = true; ///< page by cursor where the source has both ways (Scopus)
};

/// What a source says of how much may still be asked.
struct Quota
{
    std::optional<std::int64_t> limit;
    std::optional<std::int64_t> left;
    std::string reset; ///< as the source said it; empty where it did not
};

/// One page of a reply.
struct Page
{
    std::optional<std::int64_t> hits;              ///< all that the source claims to have for the query
    std::vector<formats::ReadRecord> records;      ///< each with what the source sent for it
    std::vector<formats::RejectedRecord> rejected; ///< entries that are no records
    std::optional<std::string> next;               ///< where the next page begins; nothing at the end
    Quota quota;
};

/// How often a source may be asked.
struct Pace
{
    double perSecond = 1;
    int atOnce = 1; ///< connections
};

/// One online source. Each lives in a file of its own, sources/ID.cpp, as `extern const Source ID`; the table
/// of all is generated from the file list.
struct Source
{
    std::string_view id;          ///< for --source: "pubmed"
    std::string_view label;       ///< "PubMed"
    std::string_view dialect;     ///< id of the language its queries are written in, see query/dialects
    std::string_view baseUrl;     ///< of the public service
    std::string_view keyVariable; ///< environment variable of its key; empty where it has none
    bool needsKey = false;
    Pace pace; ///< as its rules allow without a key
    Pace paceWithKey;
    std::int64_t pageSize = 0;          ///< records asked for at once
    std::int64_t mostWithoutCursor = 0; ///< hits beyond these cannot be fetched but by parts; 0: no limit

    /// The request for one page; `at` is empty for the first, else Page::next of the page before. The same
    /// `at` always asks for the same page, also after a restart.
    net::Request (*request)(const Access &access, const Search &search, std::string_view at) = nullptr;

    /// Asks only how many hits there are. nullptr: the first page tells.
    net::Request (*countRequest)(const Access &access, const Search &search) = nullptr;

    /// Reads a reply to either. Fails with words for people where the source refuses: with Denied for keys,
    /// Busy where it asks to wait, InvalidArgument where it does not take the query.
    Result<Page> (*read)(const net::Reply &reply, const Search &search, std::string_view at) = nullptr;

    /// The request for what the source knows of some records, by DOI or PMID, and how many it takes at once;
    /// nullptr where it cannot be asked so. Read by `read`.
    net::Request (*lookUp)(const Access &access, std::span<const Record> records) = nullptr;
    std::size_t lookUpMost = 0;
};

/// All sources, in order of their ids.
[[nodiscard]] std::span<const Source *const> allSources();

/// By id; nullptr when there is none.
[[nodiscard]] const Source *findSource(std::string_view id);

} // namespace winnow::sources
