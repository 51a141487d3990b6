#include "formats/support/normalise.h"
#include "formats/support/pubmed_terms.h"
#include "formats/support/strings.h"
#include "formats/support/vocabulary.h"
#include "sources/source.h"
#include "sources/support/entry.h"
#include "sources/support/json_reply.h"
#include "sources/support/paging.h"
#include "sources/support/refusal.h"
#include "sources/support/requests.h"
#include "sources/support/xml_reply.h"

#include <array>

namespace winnow::sources {

// NOLINTNEXTLINE(readability-identifier-naming): the table of sources goes by the names of the files
extern const Source europepmc;

namespace {

using enum formats::FieldKind;

constexpr std::int64_t kPage = 500;

/// A longer address is asked by POST.
constexpr std::size_t kMostAddress = 2000;

/// "Europe PMC Web Service Reference Guide", resultType=core. Its XML spells some names in capitals.
constexpr std::array kRules{
    ValueRule{"pmid", Pmid},
    ValueRule{"pmcid", Pmcid},
    ValueRule{"doi", Doi},
    ValueRule{"title", Title},
    ValueRule{"journalInfo/journal/title", SourceTitle, 0},
    ValueRule{"bookOrReportDetails/comprisingTitle", SourceTitle, 1},
    ValueRule{"journalInfo/journal/issn", Issns},
    ValueRule{"journalInfo/journal/essn", Issns},
    ValueRule{"journalInfo/journal/ISSN", Issns},
    ValueRule{"journalInfo/journal/ESSN", Issns},
    ValueRule{"journalInfo/volume", Volume},
    ValueRule{"journalInfo/issue", Issue},
    ValueRule{"pageInfo", Pages},
    ValueRule{"language", Language},
    ValueRule{"bookOrReportDetails/publisher", Publisher},
    ValueRule{"bookOrReportDetails/isbn10", SerialNumbers},
    ValueRule{"bookOrReportDetails/isbn13", SerialNumbers},
    ValueRule{"keywordList/keyword", Keywords},
    ValueRule{"citedByCount", Extra},
    ValueRule{"isOpenAccess", Extra},
};

void addAuthors(const Json &entry, Record &record)
{
    for (const Json *author : valuesAt(entry, "authorList/author")) {
        std::string given = textAt(*author, "firstName");
        given = given.empty() ? textAt(*author, "initials") : given;
        std::string family = textAt(*author, "lastName");
        family = family.empty() ? textAt(*author, "collectiveName") : family;
        auto name = formats::personFrom({formats::plainText(family), family.empty() ? std::string() : given});
        name = name ? name : formats::authorFrom(textAt(*author, "fullName"));
        if (name) {
            record.authors.push_back(*std::move(name));
        }
    }
}

/// The printed date where there is one, as in PubMed; "printPublicationDate" makes up what it does not know.
std::string dateOf(const Json &entry)
{
    for (const std::string_view path : {"journalInfo/dateOfPublication",
                                        "firstPublicationDate",
                                        "pubYear",
                                        "journalInfo/yearOfPublication"}) {
        if (std::string text = textAt(entry, path); formats::dateFrom(text).year) {
            return text;
        }
    }
    return {};
}

void build(const Json &entry, formats::ReadRecord &read)
{
    addAuthors(entry, read.record);
    const std::string part = textAt(entry, "source");
    read.record.type = part == "PPR" ? RecordType::Preprint : RecordType::Article;
    EntryBuilder builder(entry);
    builder.apply(kRules);
    builder.add(Key, 0, {}, (part.empty() ? "" : part + ':') + textAt(entry, "id"));
    builder.add(Abstract, 0, {}, withBlanksBehindBlocks(textAt(entry, "abstractText")));
    builder.add(Date, 0, {}, dateOf(entry));
    for (const Json *type : valuesAt(entry, "pubTypeList/pubType")) {
        const std::string label = textOf(*type);
        builder.add(TypeLabel, formats::publicationTypeRank(label), "pubType", label);
    }
    for (const Json *heading : valuesAt(entry, "meshHeadingList/meshHeading")) {
        std::string term = textAt(*heading, "descriptorName");
        for (const Json *qualifier : valuesAt(*heading, "meshQualifierList/meshQualifier/qualifierName")) {
            term += '/' + textOf(*qualifier);
        }
        builder.add(IndexTerms, 0, {}, std::move(term));
    }
    builder.finish(read);
}

Result<net::Request> ask(const Access &access, std::span<const Parameter> parameters)
{
    auto request = getRequest(europepmc, addressOf(europepmc, access, "/search"), parameters, kMostAddress);
    if (!request) {
        return postRequest(addressOf(europepmc, access, "/searchPOST"), parameters);
    }
    return request;
}

Result<net::Request> request(const Access &access, const Search &search, std::string_view at)
{
    const auto text = queryText(search.query, {});
    if (!text) {
        return text.error();
    }
    const auto cursor = cursorOf(at);
    if (!cursor) {
        return badState(at);
    }
    return ask(access,
               std::array<Parameter, 6>{{{"query", text->expression},
                                         {"format", "json"},
                                         {"resultType", "core"},
                                         {"synonym", "false"},
                                         {"pageSize", std::to_string(kPage)},
                                         {"cursorMark", cursor->mark}}});
}

Result<net::Request> countRequest(const Access &access, const Search &search)
{
    const auto text = queryText(search.query, {});
    if (!text) {
        return text.error();
    }
    return ask(access,
               std::array<Parameter, 5>{{{"query", text->expression},
                                         {"format", "json"},
                                         {"resultType", "idlist"},
                                         {"synonym", "false"},
                                         {"pageSize", "1"}}});
}

Result<EntryList> listIn(const net::Reply &reply)
{
    static constexpr std::array<std::string_view, 2> kPath{"resultList", "result"};
    static constexpr std::array<std::string_view, 2> kAround{"hitCount", "nextCursorMark"};
    if (formats::trimmed(reply.body).starts_with('<')) {
        return xmlEntries(europepmc, reply.body, "result", kAround);
    }
    return jsonEntries(europepmc, reply.body, kPath);
}

Result<Page> read(const net::Reply &reply, const Search & /*search*/, std::string_view at)
{
    if (!isSuccess(reply)) {
        return refusal(europepmc, reply, {});
    }
    auto list = listIn(reply);
    if (!list) {
        return std::move(list).error();
    }
    Page page;
    page.hits = countAt(list->envelope, "hitCount");
    if (!page.hits) {
        // Errors come as a success, too.
        static constexpr std::array kRules{
            RefusalRule{0, "", ErrorCode::InvalidArgument, "query", "does not accept the query."}};
        return saidBy(reply).empty() ? notUnderstood(europepmc, "its reply has no list of results")
                                     : refusal(europepmc, reply, kRules);
    }
    readEntries(*list, page, build);
    const Cursor now = cursorOf(at).value_or(Cursor());
    page.next = nextCursor(now, textAt(list->envelope, "nextCursorMark"), {list->entries.size(), page.hits});
    return page;
}

} // namespace

const Source europepmc{.id = "europepmc",
                       .label = "Europe PMC",
                       .dialect = "europepmc",
                       .baseUrl = "https://www.ebi.ac.uk/europepmc/webservices/rest",
                       .keyVariable = {},
                       .pace = {5, 2},
                       .paceWithKey = {5, 2},
                       .pageSize = kPage,
                       .request = request,
                       .countRequest = countRequest,
                       .read = read};

} // namespace winnow::sources
