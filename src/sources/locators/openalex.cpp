#include "formats/support/identifiers.h"
#include "formats/support/strings.h"
#include "sources/locators/locator.h"
#include "sources/locators/support/copies.h"
#include "sources/locators/support/json_works.h"
#include "sources/locators/support/same_work.h"
#include "sources/support/refusal.h"
#include "sources/support/requests.h"

#include <array>

namespace winnow::locators {

// NOLINTNEXTLINE(readability-identifier-naming): the table of locators goes by the names of the files
extern const Locator openalex;

namespace {

using sources::Json;
using sources::Parameter;
using sources::textAt;

constexpr std::size_t kMostAddress = 4096;
constexpr std::size_t kMostAtOnce = 50;
constexpr sources::Label kLabel{"OpenAlex"};

constexpr std::array kRefusals{
    sources::RefusalRule{401, "", ErrorCode::Denied, "key", "does not accept the key, or asks for one."},
    sources::RefusalRule{
        403, "api key", ErrorCode::Denied, "key", "does not accept the key, or asks for one."},
    sources::RefusalRule{
        403, "", ErrorCode::InvalidArgument, "query", "does not accept one of the identifiers."},
    sources::RefusalRule{429,
                         "budget",
                         ErrorCode::Busy,
                         "quota",
                         "gives no more today. A free key in WINNOW_OPENALEX_KEY gives more a day."},
};

/// A filter has no way to write a comma or a bar.
bool hasDoi(const Record &record)
{
    return !record.doi.empty() && record.doi.find_first_of(",|") == std::string::npos;
}

bool hasPmid(const Record &record)
{
    return formats::isDigits(record.pmid);
}

bool hasTitle(const Record &record)
{
    return isTelling(record.title);
}

Result<net::Request> ask(const sources::Access &access, std::string filter, std::size_t count)
{
    const std::string base = access.baseUrl.empty() ? std::string(openalex.baseUrl) : access.baseUrl;
    auto request = sources::getRequest(
        kLabel,
        base + "/works",
        std::array<Parameter, 3>{
            {{"filter", std::move(filter)},
             {"select", "doi,ids,title,publication_year,authorships,open_access,best_oa_location,locations"},
             {"per_page", std::to_string(count)}}},
        kMostAddress);
    if (request && !access.key.empty()) {
        if (auto added = sources::addSecret(*request, "Authorization", "Bearer " + access.key); !added) {
            return std::move(added).error();
        }
    }
    return request;
}

/// The values of all records in one filter, which is an OR.
std::string
filterOf(std::string_view name, std::span<const Record> records, const std::string Record::*identifier)
{
    std::string values;
    for (const Record &record : records) {
        values += (values.empty() ? "" : "|") + record.*identifier;
    }
    return std::string(name) + ':' + values;
}

Result<net::Request> byDoi(const sources::Access &access, std::span<const Record> records)
{
    return ask(access, filterOf("doi", records, &Record::doi), kMostAtOnce);
}

Result<net::Request> byPmid(const sources::Access &access, std::span<const Record> records)
{
    return ask(access, filterOf("pmid", records, &Record::pmid), kMostAtOnce);
}

Result<net::Request> byTitle(const sources::Access &access, std::span<const Record> records)
{
    constexpr std::size_t kMostAlike = 5;
    return ask(access, "title.search:\"" + phraseOf(records.front().title) + '"', kMostAlike);
}

/// "https://pubmed.ncbi.nlm.nih.gov/14907713" -> "14907713"
std::string lastPart(const std::string &address)
{
    return address.substr(address.rfind('/') + 1);
}

Work workOf(const Json &entry)
{
    Work work{textAt(entry, "title"), {}, {}};
    if (const int year = formats::toNumber(textAt(entry, "publication_year")); year > 0) {
        work.year = year;
    }
    for (const Json *name : sources::valuesAt(entry, "authorships/author/display_name")) {
        work.authors.push_back(sources::textOf(*name));
    }
    return work;
}

void add(std::vector<Copy> &copies, const Json &location)
{
    if (sources::isTrueAt(location, "is_oa")) {
        addCopy(copies,
                {textAt(location, "pdf_url"),
                 textAt(location, "landing_page_url"),
                 textAt(location, "license"),
                 textAt(location, "version")});
    }
}

void addAll(std::vector<Copy> &copies, const Json &entry)
{
    for (const std::string_view path : {"best_oa_location", "locations"}) {
        for (const Json *location : sources::valuesAt(entry, path)) {
            add(copies, *location);
        }
    }
    if (copies.empty() && sources::isTrueAt(entry, "open_access/is_oa")) {
        addCopy(copies, {{}, textAt(entry, "open_access/oa_url"), {}, {}});
    }
}

Result<Copies> readBy(bool (*isOf)(const Json &work, const Record &record),
                      const net::Reply &reply,
                      std::span<const Record> records)
{
    static constexpr std::array<std::string_view, 1> kPath{"results"};
    return readWorks(
        {.label = kLabel, .path = kPath, .refusals = kRefusals, .isOf = isOf, .addCopies = addAll},
        reply,
        records);
}

Result<Copies> readByDoi(const net::Reply &reply, std::span<const Record> records)
{
    return readBy([](const Json &work,
                     const Record &record) { return formats::bareDoi(textAt(work, "doi")) == record.doi; },
                  reply,
                  records);
}

Result<Copies> readByPmid(const net::Reply &reply, std::span<const Record> records)
{
    return readBy([](const Json &work,
                     const Record &record) { return lastPart(textAt(work, "ids/pmid")) == record.pmid; },
                  reply,
                  records);
}

Result<Copies> readByTitle(const net::Reply &reply, std::span<const Record> records)
{
    return readBy([](const Json &work, const Record &record) { return isSameWork(record, workOf(work)); },
                  reply,
                  records);
}

constexpr std::array kQuestions{Question{kMostAtOnce, hasDoi, byDoi, readByDoi},
                                Question{kMostAtOnce, hasPmid, byPmid, readByPmid},
                                Question{1, hasTitle, byTitle, readByTitle}};

} // namespace

const Locator openalex{.id = "openalex",
                       .label = "OpenAlex",
                       .baseUrl = "https://api.openalex.org",
                       .keyVariable = "WINNOW_OPENALEX_KEY",
                       .rank = 2,
                       .pace = {5, 1},
                       .paceWithKey = {10, 2},
                       .questions = kQuestions};

} // namespace winnow::locators
