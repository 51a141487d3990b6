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
extern const Source doaj;

namespace {

using enum formats::FieldKind;

constexpr std::int64_t kPage = 100;
constexpr std::int64_t kMost = 1000;
constexpr std::size_t kMostAddress = 4096;

/// "DOAJ API", search articles.
constexpr std::array kRules{
    ValueRule{"id", Key},
    ValueRule{"bibjson/title", Title},
    ValueRule{"bibjson/abstract", Abstract},
    ValueRule{"bibjson/journal/title", SourceTitle},
    ValueRule{"bibjson/journal/volume", Volume},
    ValueRule{"bibjson/journal/number", Issue},
    ValueRule{"bibjson/journal/issns", Issns},
    ValueRule{"bibjson/journal/publisher", Publisher},
    ValueRule{"bibjson/start_page", PageFirst},
    ValueRule{"bibjson/end_page", PageLast},
    ValueRule{"bibjson/year", Date},
    ValueRule{"bibjson/month", Month},
    ValueRule{"bibjson/keywords", Keywords},
    ValueRule{"bibjson/subject/term", IndexTerms},
};

struct Identifier
{
    std::string_view type;
    formats::FieldKind kind;
};

constexpr std::array kIdentifiers{Identifier{"doi", Doi},
                                  Identifier{"pissn", Issns},
                                  Identifier{"eissn", Issns},
                                  Identifier{"issn", Issns}};

std::string pathOf(const std::string &expression)
{
    return "/search/articles/" + net::percentEncoded(expression);
}

/// The languages of a journal are no statement about an article, unless there is only one.
std::string languageOf(const Json &entry)
{
    const auto languages = valuesAt(entry, "bibjson/journal/language");
    return languages.size() == 1 ? textOf(*languages.front()) : std::string();
}

void build(const Json &entry, formats::ReadRecord &read)
{
    addShownNames(entry, "bibjson/author/name", read.record);
    read.record.type = RecordType::Article;
    EntryBuilder builder(entry);
    builder.apply(kRules);
    builder.add(Language, 0, {}, languageOf(entry));
    for (const Json *identifier : valuesAt(entry, "bibjson/identifier")) {
        const std::string type = formats::lowered(textAt(*identifier, "type"));
        const auto *const known = std::ranges::find(kIdentifiers, std::string_view(type), &Identifier::type);
        if (known != kIdentifiers.end()) {
            builder.add(known->kind, 0, {}, textAt(*identifier, "id"));
        }
    }
    for (const Json *link : valuesAt(entry, "bibjson/link")) {
        builder.add(Url, textAt(*link, "type") == "fulltext" ? 0 : 1, {}, textAt(*link, "url"));
    }
    builder.finish(read);
}

Result<net::Request> ask(const Access &access, const Search &search, std::int64_t page, std::int64_t size)
{
    const auto text = queryText(search.query, {});
    if (!text) {
        return text.error();
    }
    return getRequest(
        doaj,
        addressOf(doaj, access, pathOf(text->expression)),
        std::array<Parameter, 2>{{{"page", std::to_string(page)}, {"pageSize", std::to_string(size)}}},
        kMostAddress);
}

Result<net::Request> request(const Access &access, const Search &search, std::string_view at)
{
    const auto page = offsetOf(at, "page", {1}, kMost / kPage);
    return page ? ask(access, search, page->number, kPage) : badState(at);
}

Result<net::Request> countRequest(const Access &access, const Search &search)
{
    return ask(access, search, 1, 1);
}

Result<Page> read(const net::Reply &reply, const Search & /*search*/, std::string_view at)
{
    static constexpr std::array<std::string_view, 1> kPath{"results"};
    if (!isSuccess(reply)) {
        return refusal(doaj, reply, {});
    }
    auto list = jsonEntries(doaj, reply.body, kPath);
    if (!list) {
        return std::move(list).error();
    }
    Page page;
    page.hits = countAt(list->envelope, "total");
    if (!list->hasList || !page.hits) {
        return notUnderstood(doaj, "its reply has no list of articles");
    }
    readEntries(*list, page, build);
    const std::int64_t number = offsetOf(at, "page", {1}, kMost / kPage).value_or(Offset{1}).number;
    page.next = nextOffset("page", {number + 1}, number * kPage, {list->entries.size(), page.hits}, kMost);
    return page;
}

} // namespace

const Source doaj{.id = "doaj",
                  .label = "DOAJ",
                  .dialect = "doaj",
                  .baseUrl = "https://doaj.org/api",
                  .keyVariable = {},
                  .pace = {2, 1},
                  .paceWithKey = {2, 1},
                  .pageSize = kPage,
                  .mostWithoutCursor = kMost,
                  .request = request,
                  .countRequest = countRequest,
                  .read = read};

} // namespace winnow::sources
