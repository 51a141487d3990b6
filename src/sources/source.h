#pragma once

#include "base/result.h"
#include "formats/format.h"
#include "model/diagnostic.h"
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
    std::string baseUrl; ///< without a slash at its end; empty: that of the source
    std::string key;     ///< empty where the user has none
    std::string token;   ///< of an institution (Scopus)
    std::string email;   ///< for sources that ask who is calling
};

/// A search at a source.
struct Search
{
    /// In the source's own language, on any number of lines. Where the source takes filters beside the query
    /// (Source::parameters), each may follow as a line of its own at the end: "year=2016-2025".
    std::string query;
    bool isComplete = true; ///< ask for abstracts where the source has two views (Scopus: COMPLETE)
    bool usesCursor = true; ///< page by cursor where the source has both ways (Scopus, OpenAlex)
};

/// What a source says of how much may still be asked.
struct Quota
{
    std::optional<std::int64_t> limit;
    std::optional<std::int64_t> left;
    std::string reset; ///< for people: "on 2026-05-03 at 10:00 UTC", "in 3 h 20 min"; empty where not told

    bool operator==(const Quota &) const = default;
};

/// One page of a reply. It may have no records and still a next page. The `line` of a record, a rejected
/// entry or a diagnostic is the entry's number on the page, from 1 (PubMed: the line of the reply).
struct Page
{
    std::optional<std::int64_t> hits;              ///< all that the source claims to have for the query
    std::vector<formats::ReadRecord> records;      ///< each with what the source sent for it
    std::vector<formats::RejectedRecord> rejected; ///< entries that are no records
    std::vector<Diagnostic> diagnostics;           ///< what the source said of the query, or did to a record
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
/// of all is generated from the file list. No key is ever in a URL: keys are in headers marked as secret, or
/// (PubMed) in the body, which must be kept as secret as they.
struct Source
{
    std::string_view id{};            ///< for --source: "pubmed"
    std::string_view label{};         ///< "PubMed"
    std::string_view dialect{};       ///< id of the language its queries are written in, see query/dialects
    std::string_view baseUrl{};       ///< of the public service
    std::string_view keyVariable{};   ///< environment variable of its key; empty where it has none
    std::string_view tokenVariable{}; ///< of the institution's token; likewise
    bool needsKey = false;
    Pace pace{}; ///< as its rules allow without a key
    Pace paceWithKey{};
    std::int64_t pageSize = 0;                      ///< records asked for at once, at most
    std::int64_t completePageSize = 0;              ///< the same for the view with abstracts, where there are
                                                    ///< two; else 0
    std::int64_t mostWithoutCursor = 0;             ///< hits beyond these cannot be fetched but by parts or
                                                    ///< with a cursor; 0: no limit
    std::span<const std::string_view> parameters{}; ///< filters beside the query, see Search::query

    /// The request for one page; `at` is empty for the first, else Page::next of the page before. The same
    /// `at` always asks for the same page, also after a restart. Fails with words for people where the query
    /// cannot be asked: it is empty or too long, a key is missing, `at` is none of this source.
    Result<net::Request> (*request)(const Access &access,
                                    const Search &search,
                                    std::string_view at) = nullptr;

    /// Asks only how many hits there are; of what `read` makes of the reply only `hits` counts. nullptr: the
    /// first page tells.
    Result<net::Request> (*countRequest)(const Access &access, const Search &search) = nullptr;

    /// Reads a reply to either. Fails with words for people where the source refuses: with Denied for keys
    /// and rights, Busy where it asks to wait, InvalidArgument where it does not take the query, NotFound
    /// where it has forgotten the search, Unreachable where it does not answer as it should. Error::where
    /// then names what it is about: "key", "view", "field", "cursor", "count", "start", "query", "length",
    /// "quota" or "pace"; else it is empty.
    Result<Page> (*read)(const net::Reply &reply, const Search &search, std::string_view at) = nullptr;

    /// The request for what the source knows of some records, by DOI or PMID, and how many it takes at once;
    /// nullptr where it cannot be asked so. Read by `read` with an empty search; what the source does not
    /// know is missing from the page. Records without such an identifier are passed over; fails with
    /// NotFound when none has one.
    Result<net::Request> (*lookUp)(const Access &access, std::span<const Record> records) = nullptr;
    std::size_t lookUpMost = 0;
};

/// All sources, in order of their ids.
[[nodiscard]] std::span<const Source *const> allSources();

/// By id; nullptr when there is none.
[[nodiscard]] const Source *findSource(std::string_view id);

} // namespace winnow::sources
