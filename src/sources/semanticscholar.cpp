#include "sources/source.h"
#include "sources/support/entry.h"
#include "sources/support/json_reply.h"
#include "sources/support/paging.h"
#include "sources/support/refusal.h"
#include "sources/support/requests.h"

#include <array>

namespace winnow::sources {

// NOLINTNEXTLINE(readability-identifier-naming): the table of sources goes by the names of the files
extern const Source semanticscholar;

namespace {

using enum formats::FieldKind;

constexpr std::int64_t kPage = 1000; ///< the service's own; it cannot be asked for fewer
constexpr std::size_t kMostAddress = 8000;

constexpr std::array<std::string_view, 8> kParameters{"year",
                                                      "publicationDateOrYear",
                                                      "publicationTypes",
                                                      "fieldsOfStudy",
                                                      "venue",
                                                      "minCitationCount",
                                                      "openAccessPdf",
                                                      "sort"};

constexpr std::string_view kFields =
    "title,abstract,authors,year,publicationDate,venue,journal,publicationVenue,externalIds,"
    "publicationTypes,url,citationCount,openAccessPdf";

/// "Academic Graph API", paper bulk search.
constexpr std::array kRules{
    ValueRule{"paperId", Key},
    ValueRule{"title", Title},
    ValueRule{"abstract", Abstract},
    ValueRule{"journal/name", SourceTitle, 0},
    ValueRule{"publicationVenue/name", SourceTitle, 1},
    ValueRule{"venue", SourceTitle, 2},
    ValueRule{"publicationVenue/issn", Issns},
    ValueRule{"journal/volume", Volume},
    ValueRule{"journal/pages", Pages},
    ValueRule{"publicationDate", Date, 0},
    ValueRule{"year", Date, 1},
    ValueRule{"externalIds/DOI", Doi},
    ValueRule{"externalIds/PubMed", Pmid},
    ValueRule{"url", Url},
    ValueRule{"externalIds/ArXiv", Extra},
    ValueRule{"openAccessPdf/url", Extra},
    ValueRule{"citationCount", Extra},
};

/// A paper may have several; the first here counts.
constexpr std::array kTypes{
    TypeWord{"Review", RecordType::Review},
    TypeWord{"MetaAnalysis", RecordType::Review},
    TypeWord{"Conference", RecordType::ConferencePaper},
    TypeWord{"BookSection", RecordType::Chapter},
    TypeWord{"Book", RecordType::Book},
    TypeWord{"Dataset", RecordType::Dataset},
    TypeWord{"Editorial", RecordType::Editorial},
    TypeWord{"LettersAndComments", RecordType::Letter},
    TypeWord{"JournalArticle", RecordType::Article},
    TypeWord{"CaseReport", RecordType::Article},
    TypeWord{"ClinicalTrial", RecordType::Article},
    TypeWord{"Study", RecordType::Article},
};

constexpr std::array kRefusals{
    RefusalRule{404, "", ErrorCode::InvalidArgument, "query", "does not accept the query."},
    RefusalRule{
        429,
        "",
        ErrorCode::Busy,
        "pace",
        "asks to wait: all who have no key share one allowance. Try again in some minutes, or give a key "
        "in WINNOW_SEMANTICSCHOLAR_KEY."},
};

void build(const Json &entry, formats::ReadRecord &read)
{
    addShownNames(entry, "authors/name", read.record);
    read.record.type = typeAt(entry, "publicationTypes", kTypes).value_or(RecordType::Other);
    EntryBuilder builder(entry);
    builder.apply(kRules);
    if (const std::string number = textAt(entry, "externalIds/PubMedCentral"); !number.empty()) {
        builder.add(Pmcid, 0, {}, number.starts_with("PMC") ? number : "PMC" + number);
    }
    builder.finish(read);
}

Result<net::Request> ask(const Access &access, std::span<const Parameter> parameters)
{
    auto request = getRequest(semanticscholar,
                              addressOf(semanticscholar, access, "/graph/v1/paper/search/bulk"),
                              parameters,
                              kMostAddress);
    if (request) {
        if (auto added = addSecret(*request, "x-api-key", access.key); !added) {
            return std::move(added).error();
        }
    }
    return request;
}

Result<net::Request> request(const Access &access, const Search &search, std::string_view at)
{
    auto text = queryText(search.query, kParameters);
    if (!text) {
        return std::move(text).error();
    }
    std::vector<Parameter> parameters{{"query", text->expression}, {"fields", std::string(kFields)}};
    parameters.insert(parameters.end(), text->parameters.begin(), text->parameters.end());
    if (!at.empty()) {
        const auto cursor = cursorAt(at);
        if (!cursor) {
            return badState(at);
        }
        parameters.push_back({"token", cursor->mark});
    }
    return ask(access, parameters);
}

/// The first page, as all pages; but nothing of its papers save their ids.
Result<net::Request> countRequest(const Access &access, const Search &search)
{
    auto text = queryText(search.query, kParameters);
    if (!text) {
        return std::move(text).error();
    }
    std::vector<Parameter> parameters{{"query", text->expression}, {"fields", "paperId"}};
    parameters.insert(parameters.end(), text->parameters.begin(), text->parameters.end());
    return ask(access, parameters);
}

Result<Page> read(const net::Reply &reply, const Search & /*search*/, std::string_view at)
{
    static constexpr std::array<std::string_view, 1> kPath{"data"};
    if (!isSuccess(reply)) {
        return refusal(semanticscholar, reply, kRefusals);
    }
    auto list = jsonEntries(semanticscholar, reply.body, kPath);
    if (!list) {
        return std::move(list).error();
    }
    Page page;
    page.hits = countAt(list->envelope, "total");
    const bool isEmpty = page.hits == 0;
    if (!list->hasList && !isEmpty) {
        return notUnderstood(semanticscholar, "its reply has no list of papers");
    }
    readEntries(*list, page, build);
    const Cursor now = cursorOf(at, {0, {}}).value_or(Cursor());
    constexpr bool kIsExact = false; // the service calls its total an estimate
    page.next = nextCursor(now, textAt(list->envelope, "token"), {list->entries.size(), page.hits, kIsExact});
    return page;
}

} // namespace

const Source semanticscholar{.id = "semanticscholar",
                             .label = "Semantic Scholar",
                             .dialect = "semanticscholar",
                             .baseUrl = "https://api.semanticscholar.org",
                             .keyVariable = "WINNOW_SEMANTICSCHOLAR_KEY",
                             .pace = {1, 1},
                             .paceWithKey = {1, 1},
                             .pageSize = kPage,
                             .parameters = kParameters,
                             .request = request,
                             .countRequest = countRequest,
                             .read = read};

} // namespace winnow::sources
