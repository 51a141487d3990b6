#include "formats/support/strings.h"
#include "sources/source.h"
#include "sources/support/entry.h"
#include "sources/support/inverted_index.h"
#include "sources/support/json_reply.h"
#include "sources/support/paging.h"
#include "sources/support/quota.h"
#include "sources/support/refusal.h"
#include "sources/support/requests.h"

#include <array>

namespace winnow::sources {

// NOLINTNEXTLINE(readability-identifier-naming): the table of sources goes by the names of the files
extern const Source openalex;

namespace {

using enum formats::FieldKind;

constexpr std::int64_t kPage = 100;
constexpr std::int64_t kMostPages = 100; ///< page * per_page must not exceed 10,000 without a cursor
constexpr std::size_t kMostAddress = 4096;
constexpr std::size_t kMostLookUp = 50;

/// "Work object", OpenAlex. Its keywords are found by a machine, so they are index terms.
constexpr std::array kRules{
    ValueRule{"title", Title, 0},
    ValueRule{"display_name", Title, 0},
    ValueRule{"doi", Doi, 0},
    ValueRule{"ids/pmid", Pmid},
    ValueRule{"primary_location/source/display_name", SourceTitle},
    ValueRule{"primary_location/source/issn", Issns},
    ValueRule{"primary_location/source/issn_l", Issns},
    ValueRule{"primary_location/source/host_organization_name", Publisher},
    ValueRule{"primary_location/landing_page_url", Url, 0},
    ValueRule{"biblio/volume", Volume},
    ValueRule{"biblio/issue", Issue},
    ValueRule{"biblio/first_page", PageFirst},
    ValueRule{"biblio/last_page", PageLast},
    ValueRule{"publication_date", Date, 0},
    ValueRule{"publication_year", Date, 1},
    ValueRule{"language", Language},
    ValueRule{"keywords/display_name", IndexTerms},
    ValueRule{"best_oa_location/pdf_url", Extra},
    ValueRule{"cited_by_count", Extra},
};

constexpr std::array kTypes{
    TypeWord{"article", RecordType::Article},
    TypeWord{"review", RecordType::Review},
    TypeWord{"preprint", RecordType::Preprint},
    TypeWord{"book", RecordType::Book},
    TypeWord{"book-chapter", RecordType::Chapter},
    TypeWord{"dissertation", RecordType::Thesis},
    TypeWord{"dataset", RecordType::Dataset},
    TypeWord{"report", RecordType::Report},
    TypeWord{"letter", RecordType::Letter},
    TypeWord{"editorial", RecordType::Editorial},
    TypeWord{"erratum", RecordType::Erratum},
    TypeWord{"retraction", RecordType::Erratum},
    TypeWord{"reference-entry", RecordType::Chapter},
};

constexpr std::array kRefusals{
    RefusalRule{403, "api key", ErrorCode::Denied, "key", "does not accept the key, or asks for one."},
    RefusalRule{0,
                "invalid query parameter",
                ErrorCode::InvalidArgument,
                "query",
                "does not accept the query or one of its filters."},
    RefusalRule{
        403, "", ErrorCode::InvalidArgument, "query", "does not accept the query or one of its filters."},
    RefusalRule{
        401,
        "",
        ErrorCode::Denied,
        "key",
        "does not accept the key, or asks for one: paging beyond the first pages takes a key. Keys are "
        "free."},
    RefusalRule{429,
                "budget",
                ErrorCode::Busy,
                "quota",
                "gives no more today. A free key in WINNOW_OPENALEX_KEY gives more a day."},
};

RecordType typeOf(const Json &entry)
{
    if (isTrueAt(entry, "is_retracted")) {
        return RecordType::Retracted;
    }
    const RecordType type = typeAt(entry, "type", kTypes).value_or(RecordType::Other);
    const bool isOfConference = textAt(entry, "primary_location/source/type") == "conference" ||
                                textAt(entry, "type_crossref") == "proceedings-article";
    return type == RecordType::Article && isOfConference ? RecordType::ConferencePaper : type;
}

/// Of an address.
std::string lastPart(const std::string &address)
{
    return address.substr(address.rfind('/') + 1);
}

void build(const Json &entry, formats::ReadRecord &read)
{
    addShownNames(entry, "authorships/author/display_name", read.record);
    if (read.record.authors.empty()) {
        addShownNames(entry, "authorships/raw_author_name", read.record);
    }
    read.record.type = typeOf(entry);
    EntryBuilder builder(entry);
    builder.apply(kRules);
    const std::string id = textAt(entry, "id");
    builder.add(Key, 0, {}, lastPart(id));
    builder.add(Url, 1, {}, id);
    if (const std::string pmcid = lastPart(textAt(entry, "ids/pmcid")); !pmcid.empty()) {
        builder.add(Pmcid, 0, {}, formats::isDigits(pmcid) ? "PMC" + pmcid : pmcid);
    }
    for (const Json *index : valuesAt(entry, "abstract_inverted_index")) {
        builder.add(Abstract, 0, {}, textOfInvertedIndex(*index));
    }
    for (const Json *heading : valuesAt(entry, "mesh")) {
        const std::string qualifier = textAt(*heading, "qualifier_name");
        builder.add(IndexTerms,
                    0,
                    {},
                    textAt(*heading, "descriptor_name") + (qualifier.empty() ? "" : '/' + qualifier));
    }
    builder.finish(read);
}

/// The service is documented to take a key as a parameter of the URL, and takes it as a bearer token, too.
Result<net::Request> ask(const Access &access, std::span<const Parameter> parameters)
{
    auto request = getRequest(openalex, addressOf(openalex, access, "/works"), parameters, kMostAddress);
    if (!request) {
        return request;
    }
    request->headers.push_back({"Accept", "application/json", false});
    if (!access.key.empty()) {
        if (auto added = addSecret(*request, "Authorization", "Bearer " + access.key); !added) {
            return std::move(added).error();
        }
    }
    return request;
}

/// Without a key the service refuses to page by cursor.
Result<net::Request> request(const Access &access, const Search &search, std::string_view at)
{
    const auto text = queryText(search.query, {});
    if (!text) {
        return text.error();
    }
    std::vector<Parameter> parameters{{"filter", text->expression}, {"per_page", std::to_string(kPage)}};
    if (at.empty() ? search.usesCursor && !access.key.empty() : hasKind(at, "cursor")) {
        const auto cursor = cursorOf(at);
        if (!cursor) {
            return badState(at);
        }
        parameters.push_back({"cursor", cursor->mark});
    } else {
        const auto page = offsetOf(at, "page", {1}, kMostPages);
        if (!page) {
            return badState(at);
        }
        parameters.push_back({"page", std::to_string(page->number)});
    }
    return ask(access, parameters);
}

Result<net::Request> countRequest(const Access &access, const Search &search)
{
    const auto text = queryText(search.query, {});
    if (!text) {
        return text.error();
    }
    std::vector<Parameter> parameters{{"filter", text->expression}, {"per_page", "1"}};
    if (search.usesCursor && !access.key.empty()) {
        parameters.push_back({"cursor", Cursor().mark});
    }
    return ask(access, parameters);
}

/// A filter has no way to write a comma or a bar.
Result<net::Request> lookUp(const Access &access, std::span<const Record> records)
{
    std::string dois;
    std::size_t count = 0;
    for (const Record &record : records) {
        if (!record.doi.empty() && record.doi.find_first_of(",|") == std::string::npos &&
            count < kMostLookUp) {
            dois += (dois.empty() ? "" : "|") + record.doi;
            ++count;
        }
    }
    if (dois.empty()) {
        return nothingToLookUp(openalex, "DOI");
    }
    return ask(
        access,
        std::array<Parameter, 2>{{{"filter", "doi:" + dois}, {"per_page", std::to_string(kMostLookUp)}}});
}

std::optional<std::string> next(const EntryList &list, const Page &page, std::string_view at)
{
    const std::string mark = textAt(list.envelope, "meta/next_cursor");
    const std::size_t entries = list.entries.size();
    if (at.empty() ? !mark.empty() : hasKind(at, "cursor")) {
        const Cursor now = cursorOf(at).value_or(Cursor());
        return nextCursor(now, mark, {entries, page.hits});
    }
    const std::int64_t number = offsetOf(at, "page", {1}, kMostPages).value_or(Offset{1}).number;
    return nextOffset("page", {number + 1}, number * kPage, {entries, page.hits}, kMostPages * kPage);
}

Result<Page> read(const net::Reply &reply, const Search & /*search*/, std::string_view at)
{
    static constexpr std::array<std::string_view, 1> kPath{"results"};
    if (!isSuccess(reply)) {
        return refusal(openalex, reply, kRefusals);
    }
    auto list = jsonEntries(openalex, reply.body, kPath);
    if (!list) {
        return std::move(list).error();
    }
    Page page;
    page.quota = quotaOf(reply);
    page.hits = countAt(list->envelope, "meta/count");
    if (!list->hasList || !page.hits) {
        return notUnderstood(openalex, "its reply has no list of works");
    }
    readEntries(*list, page, build);
    page.next = next(*list, page, at);
    return page;
}

} // namespace

const Source openalex{.id = "openalex",
                      .label = "OpenAlex",
                      .dialect = "openalex",
                      .baseUrl = "https://api.openalex.org",
                      .keyVariable = "WINNOW_OPENALEX_KEY",
                      .pace = {5, 1},
                      .paceWithKey = {10, 2},
                      .pageSize = kPage,
                      .mostWithoutCursor = kPage * kMostPages,
                      .request = request,
                      .countRequest = countRequest,
                      .read = read,
                      .lookUp = lookUp,
                      .lookUpMost = kMostLookUp};

} // namespace winnow::sources
