#include "formats/support/strings.h"
#include "sources/source.h"
#include "sources/support/entry.h"
#include "sources/support/json_reply.h"
#include "sources/support/paging.h"
#include "sources/support/refusal.h"
#include "sources/support/requests.h"
#include "sources/support/xml_reply.h"

#include <algorithm>
#include <array>

namespace winnow::sources {

// NOLINTNEXTLINE(readability-identifier-naming): the table of sources goes by the names of the files
extern const Source arxiv;

namespace {

using enum formats::FieldKind;

constexpr std::int64_t kPage = 200;
constexpr std::int64_t kMost = 30'000;
constexpr std::size_t kMostAddress = 4096;

/// "arXiv API User's Manual", section 3.3.
constexpr std::array kRules{
    ValueRule{"title", Title},
    ValueRule{"summary", Abstract},
    ValueRule{"arxiv:doi", Doi},
    ValueRule{"id", Url},
    ValueRule{"published", Date},
    ValueRule{"category/@term", IndexTerms},
    ValueRule{"arxiv:journal_ref", Extra},
    ValueRule{"arxiv:comment", Extra},
};

constexpr std::string_view kErrors = "/api/errors";

/// "http://arxiv.org/abs/2008.11708v1" -> "2008.11708"; old ids have a slash: "math/0309136".
std::string identifier(std::string_view address)
{
    constexpr std::string_view kBefore = "/abs/";
    const std::size_t at = address.find(kBefore);
    std::string_view id = at == std::string_view::npos ? address : address.substr(at + kBefore.size());
    const std::size_t version = id.rfind('v');
    if (version != std::string_view::npos && version > 0 && formats::isDigits(id.substr(version + 1))) {
        id = id.substr(0, version);
    }
    return std::string(id);
}

void build(const Json &entry, formats::ReadRecord &read)
{
    read.record.type = RecordType::Preprint;
    addShownNames(entry, "author/name", read.record);
    EntryBuilder builder(entry);
    builder.apply(kRules);
    builder.add(Key, 0, {}, identifier(textAt(entry, "id")));
    builder.finish(read);
}

Result<net::Request> ask(const Access &access, const Search &search, std::int64_t start, std::int64_t count)
{
    const auto text = queryText(search.query, {});
    if (!text) {
        return text.error();
    }
    return getRequest(arxiv,
                      addressOf(arxiv, access, "/api/query"),
                      std::array<Parameter, 5>{{{"search_query", text->expression},
                                                {"start", std::to_string(start)},
                                                {"max_results", std::to_string(count)},
                                                {"sortBy", "submittedDate"},
                                                {"sortOrder", "ascending"}}},
                      kMostAddress);
}

Result<net::Request> request(const Access &access, const Search &search, std::string_view at)
{
    const auto start = offsetOf(at, "start", {}, kMost - 1);
    return start ? ask(access, search, start->number, std::min(kPage, kMost - start->number)) : badState(at);
}

Result<net::Request> countRequest(const Access &access, const Search &search)
{
    return ask(access, search, 0, 1);
}

/// Errors come as a feed with one entry.
bool isError(const EntryList &list)
{
    return list.entries.size() == 1 && list.entries.front().find(kErrors) != std::string::npos;
}

Result<Page> read(const net::Reply &reply, const Search & /*search*/, std::string_view at)
{
    static constexpr std::array kRefused{
        RefusalRule{0, "", ErrorCode::InvalidArgument, "query", "does not accept the query."}};
    static constexpr std::array<std::string_view, 1> kAround{"opensearch:totalResults"};
    if (!isSuccess(reply)) {
        return refusal(arxiv, reply, {});
    }
    auto list = xmlEntries(arxiv, reply.body, "entry", kAround);
    if (!list) {
        return std::move(list).error();
    }
    if (isError(*list)) {
        return refusal(arxiv, reply, kRefused);
    }
    Page page;
    page.hits = countAt(list->envelope, kAround[0]);
    if (!page.hits) {
        return notUnderstood(arxiv, "its reply has no list of papers");
    }
    const std::int64_t start = offsetOf(at, "start", {}, kMost).value_or(Offset()).number;
    if (list->entries.empty() && start < std::min(*page.hits, kMost)) {
        // It happens, and the same request gives the page a little later.
        return Error{ErrorCode::Busy, "arXiv sent an empty page. Try again in some seconds.", {}, "pace"};
    }
    readEntries(*list, page, build);
    const std::int64_t after = start + static_cast<std::int64_t>(list->entries.size());
    page.next = nextOffset("start", {after}, after, {list->entries.size(), page.hits}, kMost);
    return page;
}

} // namespace

const Source arxiv{.id = "arxiv",
                   .label = "arXiv",
                   .dialect = "arxiv",
                   .baseUrl = "https://export.arxiv.org",
                   .keyVariable = {},
                   .pace = {1.0 / 3, 1},
                   .paceWithKey = {1.0 / 3, 1},
                   .pageSize = kPage,
                   .mostWithoutCursor = kMost,
                   .request = request,
                   .countRequest = countRequest,
                   .read = read};

} // namespace winnow::sources
