#include "formats/support/identifiers.h"
#include "formats/support/normalise.h"
#include "formats/support/strings.h"
#include "formats/support/vocabulary.h"
#include "sources/source.h"
#include "sources/support/entry.h"
#include "sources/support/json_reply.h"
#include "sources/support/paging.h"
#include "sources/support/quota.h"
#include "sources/support/refusal.h"
#include "sources/support/requests.h"
#include "sources/support/xml_reply.h"

#include <algorithm>
#include <array>

namespace winnow::sources {

// NOLINTNEXTLINE(readability-identifier-naming): the table of sources goes by the names of the files
extern const Source scopus;

namespace {

using enum formats::FieldKind;

constexpr std::int64_t kStandardPage = 200;
constexpr std::int64_t kCompletePage = 25;
constexpr std::int64_t kMostByStart = 5000;

/// The service says itself when an address is too long (HTTP 414); this only keeps the absurd away from it.
constexpr std::size_t kMostAddress = 16'000;

/// Names of "Scopus Search Views", Elsevier, views STANDARD and COMPLETE.
constexpr std::array kRules{
    ValueRule{"eid", Eid, 0},
    ValueRule{"eid", Key, 0},
    ValueRule{"dc:title", Title},
    ValueRule{"dc:description", Abstract},
    ValueRule{"prism:publicationName", SourceTitle},
    ValueRule{"prism:issn", Issns},
    ValueRule{"prism:eIssn", Issns},
    ValueRule{"prism:isbn", SerialNumbers},
    ValueRule{"prism:volume", Volume},
    ValueRule{"prism:issueIdentifier", Issue},
    ValueRule{"prism:pageRange", Pages},
    ValueRule{"article-number", ArticleNumber},
    ValueRule{"prism:doi", Doi},
    ValueRule{"pubmed-id", Pmid},
    ValueRule{"subtypeDescription", TypeLabel},
    ValueRule{"citedby-count", Extra},
    ValueRule{"affiliation/affilname", Extra},
    ValueRule{"fund-sponsor", Extra},
    ValueRule{"author-count", Extra}, // authors beyond the hundredth are not sent
    ValueRule{"openaccess", Extra},
};

constexpr std::array kRefusals{
    RefusalRule{
        429, "quota", ErrorCode::Busy, "quota", "gives no more this week: the quota of the key is spent."},
    RefusalRule{
        0,
        "cursor parameter",
        ErrorCode::Denied,
        "cursor",
        "does not allow this key to page by cursor. Search without it: then at most 5,000 records of a "
        "search can be fetched, and a larger one is divided by years."},
    RefusalRule{
        0,
        "field restrictions",
        ErrorCode::Denied,
        "field",
        "does not allow this key to search one of the fields of the query, such as INDEXTERMS or REF."},
    RefusalRule{
        0,
        "exceeds the maximum number allowed",
        ErrorCode::Denied,
        "count",
        "does not give this key so many records at once. Search without abstracts, or ask your library "
        "for an institution token."},
    RefusalRule{0,
                "exceeds the number of search results",
                ErrorCode::InvalidArgument,
                "start",
                "gives no more than 5,000 records of a search that is paged without a cursor. Divide the "
                "search by years."},
    RefusalRule{0,
                "error translating query",
                ErrorCode::InvalidArgument,
                "query",
                "does not accept the query. Check its syntax; a field that the key has no right to search is "
                "answered in the same way."},
    RefusalRule{0,
                "requested view",
                ErrorCode::Denied,
                "view",
                "does not allow this key, from this place, to see abstracts. Search without them (view "
                "STANDARD), or use your institution's network or token."},
    RefusalRule{0,
                "authorization_error",
                ErrorCode::Denied,
                "view",
                "does not allow this key, from this place, what was asked. Search without abstracts (view "
                "STANDARD), or use your institution's network or token."},
    RefusalRule{400, "invalid_input", ErrorCode::InvalidArgument, "query", "does not accept the query."},
    RefusalRule{0, "authentication_error", ErrorCode::Denied, "key", "does not know the key."},
    RefusalRule{401, "", ErrorCode::Denied, "key", "does not accept the key."},
};

/// "2026-01-01" is also what Scopus writes for "2026": the date for display tells how much of it is known.
std::string dateOf(const Json &entry)
{
    const std::string cover = textAt(entry, "prism:coverDate");
    const std::string shown = textAt(entry, "prism:coverDisplayDate");
    const auto year = formats::dateFrom(shown).year;
    return year && (cover.empty() || year == formats::dateFrom(cover).year) ? shown : cover;
}

/// "SCOPUS_ID:85063484708" is the EID without its beginning.
std::string eidOf(const Json &entry)
{
    constexpr std::string_view kMark = "SCOPUS_ID:";
    const std::string id = textAt(entry, "dc:identifier");
    return id.starts_with(kMark) ? "2-s2.0-" + id.substr(kMark.size()) : std::string();
}

std::string addressOfRecord(const Json &entry)
{
    for (const Json *link : valuesAt(entry, "link")) {
        if (textAt(*link, "@ref") == "scopus") {
            return textAt(*link, "@href");
        }
    }
    return {};
}

/// STANDARD has the first author alone, in one piece.
void addAuthors(const Json &entry, Record &record)
{
    for (const Json *author : valuesAt(entry, "author")) {
        std::string given = textAt(*author, "given-name");
        given = given.empty() ? textAt(*author, "initials") : given;
        auto name = formats::personFrom({formats::plainText(textAt(*author, "surname")), given});
        name = name ? name : formats::authorFrom(textAt(*author, "authname"));
        if (name) {
            record.authors.push_back(*std::move(name));
        }
    }
    if (record.authors.empty()) {
        if (auto name = formats::authorFrom(textAt(entry, "dc:creator"))) {
            record.authors.push_back(*std::move(name));
        }
    }
}

void build(const Json &entry, formats::ReadRecord &read)
{
    addAuthors(entry, read.record);
    EntryBuilder builder(entry);
    builder.apply(kRules);
    builder.add(Eid, 1, {}, eidOf(entry));
    builder.add(Key, 1, {}, eidOf(entry));
    builder.add(Date, 0, {}, dateOf(entry));
    builder.add(Url, 0, {}, addressOfRecord(entry));
    const std::string keywords = textAt(entry, "authkeywords");
    for (const std::string_view keyword : formats::pieces(keywords, "|")) {
        builder.add(Keywords, 0, {}, std::string(keyword));
    }
    builder.finish(read);
}

std::int64_t pageSize(const Search &search)
{
    return search.isComplete ? kCompletePage : kStandardPage;
}

Result<net::Request> ask(const Access &access, std::span<const Parameter> parameters)
{
    if (access.key.empty()) {
        return keyMissing(scopus);
    }
    auto request =
        getRequest(scopus, addressOf(scopus, access, "/content/search/scopus"), parameters, kMostAddress);
    if (!request) {
        return request;
    }
    request->headers.push_back({"Accept", "application/json", false});
    for (const auto &[name, secret] :
         {std::pair{"X-ELS-APIKey", &access.key}, std::pair{"X-ELS-Insttoken", &access.token}}) {
        if (auto added = addSecret(*request, name, *secret); !added) {
            return std::move(added).error();
        }
    }
    return request;
}

Result<net::Request> request(const Access &access, const Search &search, std::string_view at)
{
    const auto text = queryText(search.query, {});
    if (!text) {
        return text.error();
    }
    std::vector<Parameter> parameters{{"query", text->expression},
                                      {"view", search.isComplete ? "COMPLETE" : "STANDARD"}};
    std::int64_t count = pageSize(search);
    if (at.empty() ? search.usesCursor : hasKind(at, "cursor")) {
        const auto cursor = cursorOf(at);
        if (!cursor) {
            return badState(at);
        }
        parameters.push_back({"cursor", cursor->mark});
    } else {
        const auto start = offsetOf(at, "start", {}, kMostByStart - 1);
        if (!start) {
            return badState(at);
        }
        count = std::min(count, kMostByStart - start->number);
        parameters.push_back({"start", std::to_string(start->number)});
    }
    parameters.push_back({"count", std::to_string(count)});
    return ask(access, parameters);
}

Result<net::Request> countRequest(const Access &access, const Search &search)
{
    const auto text = queryText(search.query, {});
    if (!text) {
        return text.error();
    }
    // In the view and the way of paging that will be asked for, so that a key which opens neither is known
    // before.
    std::vector<Parameter> parameters{
        {"query", text->expression}, {"view", search.isComplete ? "COMPLETE" : "STANDARD"}, {"count", "1"}};
    if (search.usesCursor) {
        parameters.push_back({"cursor", Cursor().mark});
    }
    return ask(access, parameters);
}

/// Nothing where the reply is no list of results, in JSON or in Atom.
Result<std::optional<EntryList>> listIn(const net::Reply &reply)
{
    static constexpr std::array<std::string_view, 2> kPath{"search-results", "entry"};
    static constexpr std::array<std::string_view, 2> kAround{"opensearch:totalResults", "cursor"};
    if (formats::trimmed(reply.body).starts_with('<')) {
        if (xmlRootName(reply.body) != "feed") {
            return std::optional<EntryList>();
        }
        auto list = xmlEntries(scopus, reply.body, "entry", kAround);
        return list ? Result<std::optional<EntryList>>(*std::move(list)) : std::move(list).error();
    }
    auto list = jsonEntries(scopus, reply.body, kPath);
    if (!list) {
        return std::move(list).error();
    }
    const auto results = valuesAt(list->envelope, kPath[0]);
    if (results.empty() || !results.front()->is_object()) {
        return std::optional<EntryList>();
    }
    Json around = *results.front();
    list->envelope = std::move(around);
    return std::optional(*std::move(list));
}

/// An empty result has one entry, which says so.
void dropEmptyEntry(EntryList &list)
{
    std::erase_if(list.entries, [&](const std::string &text) {
        const auto entry = list.parsed(text);
        return entry && formats::containsIgnoringCase(textAt(*entry, "error"), "result set was empty");
    });
}

/// A first page without a cursor goes on by numbers, whatever was asked for.
std::optional<std::string> next(const EntryList &list, const Page &page, std::string_view at)
{
    const std::size_t entries = list.entries.size();
    const std::string mark = textAt(list.envelope, "cursor/@next");
    if (at.empty() ? !mark.empty() : hasKind(at, "cursor")) {
        const Cursor now = cursorOf(at).value_or(Cursor());
        return nextCursor(now, mark, {entries, page.hits});
    }
    const std::int64_t start = offsetOf(at, "start", {}, kMostByStart).value_or(Offset()).number;
    const std::int64_t after = start + static_cast<std::int64_t>(entries);
    return nextOffset("start", {after}, after, {entries, page.hits}, kMostByStart);
}

Result<Page> read(const net::Reply &reply, const Search & /*search*/, std::string_view at)
{
    Page page;
    page.quota = quotaOf(reply);
    if (!isSuccess(reply)) {
        if (!formats::containsIgnoringCase(saidBy(reply), "result set was empty")) {
            return refusal(scopus, reply, kRefusals);
        }
        page.hits = 0; // how older versions of the service say it
        return page;
    }
    auto found = listIn(reply);
    if (!found) {
        return std::move(found).error();
    }
    if (!*found) {
        return refusal(scopus, reply, kRefusals);
    }
    EntryList list = **std::move(found);
    dropEmptyEntry(list);
    page.hits = countAt(list.envelope, "opensearch:totalResults");
    if (!page.hits) {
        return notUnderstood(scopus, "its reply does not say how many records there are");
    }
    readEntries(list, page, build);
    page.next = next(list, page, at);
    return page;
}

} // namespace

const Source scopus{.id = "scopus",
                    .label = "Scopus",
                    .dialect = "scopus",
                    .baseUrl = "https://api.elsevier.com",
                    .keyVariable = "WINNOW_SCOPUS_KEY",
                    .tokenVariable = "WINNOW_SCOPUS_TOKEN",
                    .needsKey = true,
                    .pace = {8, 2},
                    .paceWithKey = {8, 2},
                    .pageSize = kStandardPage,
                    .completePageSize = kCompletePage,
                    .mostWithoutCursor = kMostByStart,
                    .request = request,
                    .countRequest = countRequest,
                    .read = read};

} // namespace winnow::sources
