#include "formats/support/csl_reader.h"
#include "formats/support/strings.h"
#include "sources/source.h"
#include "sources/support/entry.h"
#include "sources/support/json_reply.h"
#include "sources/support/paging.h"
#include "sources/support/refusal.h"
#include "sources/support/requests.h"

#include <algorithm>
#include <array>

namespace winnow::sources {

// NOLINTNEXTLINE(readability-identifier-naming): the table of sources goes by the names of the files
extern const Source crossref;

namespace {

constexpr std::int64_t kPage = 200;
constexpr std::size_t kMostAddress = 4096;
constexpr std::size_t kMostNames = 1000; ///< of one object: the reader looks them up in a list

constexpr std::array<std::string_view, 5> kParameters{
    "filter", "query.author", "query.container-title", "query.title", "sort"};

/// What is kept beside the record; all else is in its raw text.
constexpr std::array<std::string_view, 4> kExtras{"subtitle", "is-referenced-by-count", "update-to", "event"};

constexpr std::array kRefusals{
    RefusalRule{0,
                "cursor specified but it is invalid",
                ErrorCode::NotFound,
                "cursor",
                "has forgotten the search: it keeps the place for five minutes only. Start it again."},
};

/// What a service says of a record is not what a reviewer decided: the reader would obey Winnow's own part.
std::optional<nlohmann::ordered_json> itemIn(std::string_view text)
{
    if (!isFlat(text, kMostNames)) {
        return std::nullopt;
    }
    auto item = nlohmann::ordered_json::parse(text, nullptr, false);
    if (!item.is_object()) {
        return std::nullopt;
    }
    item.erase("custom");
    item.erase("reference");
    if (const auto abstract = item.find("abstract"); abstract != item.end() && abstract->is_string()) {
        *abstract = withBlanksBehindBlocks(abstract->get_ref<const std::string &>());
    }
    return item;
}

void build(const Json & /*entry*/, formats::ReadRecord &read)
{
    const auto item = itemIn(read.raw);
    if (!item) {
        return;
    }
    formats::readCslItem(*item, read);
    std::erase_if(read.extras, [](const RawField &extra) {
        return std::ranges::find(kExtras, std::string_view(extra.name)) == kExtras.end();
    });
    read.record.key = read.record.key.empty() ? read.record.doi : read.record.key;
}

Result<net::Request> ask(const Access &access, std::string_view path, std::vector<Parameter> parameters)
{
    if (!access.email.empty()) {
        parameters.push_back({"mailto", access.email});
    }
    auto request = getRequest(crossref, addressOf(crossref, access, path), parameters, kMostAddress);
    if (request) {
        request->headers.push_back({"Accept", "application/json", false});
    }
    return request;
}

Result<std::vector<Parameter>> parametersOf(const Search &search)
{
    auto text = queryText(search.query, kParameters);
    if (!text) {
        return std::move(text).error();
    }
    std::vector<Parameter> parameters = std::move(text->parameters);
    if (!text->expression.empty()) {
        parameters.insert(parameters.begin(), {"query.bibliographic", text->expression});
    }
    return parameters;
}

Result<net::Request> request(const Access &access, const Search &search, std::string_view at)
{
    auto parameters = parametersOf(search);
    if (!parameters) {
        return std::move(parameters).error();
    }
    const auto cursor = cursorOf(at);
    if (!cursor) {
        return badState(at);
    }
    parameters->push_back({"rows", std::to_string(kPage)});
    parameters->push_back({"cursor", cursor->mark});
    return ask(access, "/works", *std::move(parameters));
}

Result<net::Request> countRequest(const Access &access, const Search &search)
{
    auto parameters = parametersOf(search);
    if (!parameters) {
        return std::move(parameters).error();
    }
    parameters->push_back({"rows", "0"});
    return ask(access, "/works", *std::move(parameters));
}

Result<net::Request> lookUp(const Access &access, std::span<const Record> records)
{
    const auto found =
        std::ranges::find_if(records, [](const Record &record) { return !record.doi.empty(); });
    if (found == records.end()) {
        return nothingToLookUp(crossref, "DOI");
    }
    return ask(access, "/works/" + net::percentEncoded(found->doi), {});
}

Result<Page> pageOf(const EntryList &list)
{
    Page page;
    readEntries(list, page, build);
    return page;
}

Result<Page> read(const net::Reply &reply, const Search & /*search*/, std::string_view at)
{
    static constexpr std::array<std::string_view, 1> kOne{"message"};
    static constexpr std::array<std::string_view, 2> kMany{"message", "items"};
    if (reply.status == 404 && formats::containsIgnoringCase(reply.body, "resource not found")) {
        Page none; // of a look-up: no such DOI, or not registered with Crossref
        none.hits = 0;
        return none;
    }
    if (!isSuccess(reply)) {
        return refusal(crossref, reply, kRefusals);
    }
    auto list = jsonEntries(crossref, reply.body, kMany);
    if (!list) {
        return std::move(list).error();
    }
    if (textAt(list->envelope, "message-type") == "work") {
        const auto one = jsonEntries(crossref, reply.body, kOne);
        auto page = one ? pageOf(*one) : Result<Page>(one.error());
        if (page) {
            page->hits = static_cast<std::int64_t>(one->entries.size());
        }
        return page;
    }
    const auto hits = countAt(list->envelope, "message/total-results");
    if (!list->hasList || !hits) {
        return notUnderstood(crossref, "its reply has no list of works");
    }
    auto page = pageOf(*list);
    if (page) {
        page->hits = hits;
        const Cursor now = cursorOf(at).value_or(Cursor());
        // The same cursor may come with every page: Crossref keeps the place behind it.
        const std::string mark = textAt(list->envelope, "message/next-cursor");
        const PageSize size{list->entries.size(), hits};
        page->next = nextCursor(mark == now.mark ? Cursor{now.before, {}} : now, mark, size);
    }
    return page;
}

} // namespace

const Source crossref{.id = "crossref",
                      .label = "Crossref",
                      .dialect = "crossref",
                      .baseUrl = "https://api.crossref.org",
                      .keyVariable = {},
                      .pace = {5, 1},
                      .paceWithKey = {5, 1},
                      .pageSize = kPage,
                      .parameters = kParameters,
                      .request = request,
                      .countRequest = countRequest,
                      .read = read,
                      .lookUp = lookUp,
                      .lookUpMost = 1};

} // namespace winnow::sources
