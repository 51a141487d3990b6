#include "formats/support/identifiers.h"
#include "formats/support/strings.h"
#include "sources/locators/locator.h"
#include "sources/locators/support/copies.h"
#include "sources/locators/support/json_works.h"
#include "sources/locators/support/same_work.h"
#include "sources/support/refusal.h"
#include "sources/support/requests.h"

#include <algorithm>
#include <array>

namespace winnow::locators {

// NOLINTNEXTLINE(readability-identifier-naming): the table of locators goes by the names of the files
extern const Locator europepmc;

namespace {

using sources::Json;
using sources::Parameter;
using sources::textAt;

constexpr std::size_t kMostAtOnce = 25;
constexpr sources::Label kLabel{"Europe PMC"};

bool hasDoi(const Record &record)
{
    return !record.doi.empty() && record.doi.find_first_of("\"\\") == std::string::npos;
}

bool fits(const Record &record)
{
    return formats::isDigits(record.pmid) || !record.pmcid.empty() || hasDoi(record) ||
           isTelling(record.title);
}

/// By the surest of what the record has.
std::string conditionOf(const Record &record)
{
    if (formats::isDigits(record.pmid)) {
        return "(EXT_ID:" + record.pmid + " AND SRC:MED)";
    }
    if (!record.pmcid.empty()) {
        return "PMCID:\"" + phraseOf(record.pmcid) + '"';
    }
    return hasDoi(record) ? "DOI:\"" + record.doi + '"' : "TITLE:\"" + phraseOf(record.title) + '"';
}

Result<net::Request> request(const sources::Access &access, std::span<const Record> records)
{
    constexpr std::size_t kAlike = 4; // a title may be that of several, a DOI that of a preprint's versions
    std::string query;
    for (const Record &record : records) {
        query += (query.empty() ? "" : " OR ") + conditionOf(record);
    }
    const std::string base = access.baseUrl.empty() ? std::string(europepmc.baseUrl) : access.baseUrl;
    return sources::postRequest(
        base + "/searchPOST",
        std::array<Parameter, 5>{{{"query", std::move(query)},
                                  {"format", "json"},
                                  {"resultType", "core"},
                                  {"synonym", "false"},
                                  {"pageSize", std::to_string(records.size() * kAlike)}}});
}

Work workOf(const Json &entry)
{
    Work work{textAt(entry, "title"), {}, {}};
    if (const int year = formats::toNumber(textAt(entry, "pubYear")); year > 0) {
        work.year = year;
    }
    for (const Json *author : sources::valuesAt(entry, "authorList/author")) {
        work.authors.push_back(textAt(*author, "fullName"));
    }
    return work;
}

bool isOf(const Json &entry, const Record &record)
{
    if (formats::isDigits(record.pmid)) {
        return textAt(entry, "pmid") == record.pmid;
    }
    if (!record.pmcid.empty()) {
        return textAt(entry, "pmcid") == record.pmcid;
    }
    return hasDoi(record) ? formats::bareDoi(textAt(entry, "doi")) == record.doi
                          : isSameWork(record, workOf(entry));
}

/// Open access, or free to read; "S" takes a subscription.
bool isFree(const Json &address)
{
    const std::string code = textAt(address, "availabilityCode");
    return code == "OA" || code == "F";
}

/// The addresses of one site are those of one copy.
void addAll(std::vector<Copy> &copies, const Json &entry)
{
    const auto addresses = sources::valuesAt(entry, "fullTextUrlList/fullTextUrl");
    const std::string licence = textAt(entry, "license");
    for (const bool isPdf : {true, false}) {
        for (const Json *address : addresses) {
            if (!isFree(*address) || (textAt(*address, "documentStyle") == "pdf") != isPdf) {
                continue;
            }
            Copy copy{{}, {}, licence, {}};
            (isPdf ? copy.pdf : copy.landingPage) = textAt(*address, "url");
            addCopy(copies, std::move(copy));
        }
    }
}

Result<Copies> read(const net::Reply &reply, std::span<const Record> records)
{
    static constexpr std::array<std::string_view, 2> kPath{"resultList", "result"};
    return readWorks({.label = kLabel, .path = kPath, .isOf = isOf, .addCopies = addAll}, reply, records);
}

constexpr std::array kQuestions{Question{kMostAtOnce, fits, request, read}};

} // namespace

const Locator europepmc{.id = "europepmc",
                        .label = "Europe PMC",
                        .baseUrl = "https://www.ebi.ac.uk/europepmc/webservices/rest",
                        .filesUrl = "https://europepmc.org",
                        .rank = 3,
                        .pace = {1, 1},
                        .paceWithKey = {1, 1},
                        .questions = kQuestions};

} // namespace winnow::locators
