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
extern const Locator core;

namespace {

using sources::Json;
using sources::Parameter;
using sources::textAt;

constexpr std::size_t kMostAddress = 2000;
constexpr sources::Label kLabel{"CORE"};

bool hasDoi(const Record &record)
{
    return !record.doi.empty() && record.doi.find_first_of("\"\\") == std::string::npos;
}

bool fits(const Record &record)
{
    return hasDoi(record) || isTelling(record.title);
}

Result<net::Request> request(const sources::Access &access, std::span<const Record> records)
{
    constexpr std::string_view kMostAlike = "5";
    const Record &record = records.front();
    std::string query =
        hasDoi(record) ? "doi:\"" + record.doi + '"' : "title:\"" + phraseOf(record.title) + '"';
    const std::string base = access.baseUrl.empty() ? std::string(core.baseUrl) : access.baseUrl;
    auto request = sources::getRequest(
        kLabel,
        base + "/v3/search/works/",
        std::array<Parameter, 2>{{{"q", std::move(query)}, {"limit", std::string(kMostAlike)}}},
        kMostAddress);
    if (request) {
        if (auto added = sources::addSecret(*request, "Authorization", "Bearer " + access.key); !added) {
            return std::move(added).error();
        }
    }
    return request;
}

Work workOf(const Json &entry)
{
    Work work{textAt(entry, "title"), {}, {}};
    if (const int year = formats::toNumber(textAt(entry, "yearPublished")); year > 0) {
        work.year = year;
    }
    for (const Json *name : sources::valuesAt(entry, "authors/name")) {
        work.authors.push_back(sources::textOf(*name));
    }
    return work;
}

bool isOf(const Json &entry, const Record &record)
{
    return hasDoi(record) ? formats::bareDoi(textAt(entry, "doi")) == record.doi
                          : isSameWork(record, workOf(entry));
}

void add(std::vector<Copy> &copies, const Json &entry)
{
    std::string page;
    for (const Json *link : sources::valuesAt(entry, "links")) {
        if (textAt(*link, "type") == "display") {
            page = textAt(*link, "url");
        }
    }
    addCopy(copies, {textAt(entry, "downloadUrl"), std::move(page), textAt(entry, "license"), {}});
}

Result<Copies> read(const net::Reply &reply, std::span<const Record> records)
{
    static constexpr std::array<std::string_view, 1> kPath{"results"};
    return readWorks({.label = kLabel, .path = kPath, .isOf = isOf, .addCopies = add}, reply, records);
}

constexpr std::array kQuestions{Question{1, fits, request, read}};

} // namespace

const Locator core{.id = "core",
                   .label = "CORE",
                   .baseUrl = "https://api.core.ac.uk",
                   .filesUrl = "https://core.ac.uk",
                   .keyVariable = "WINNOW_CORE_KEY",
                   .needsKey = true,
                   .rank = 5,
                   .pace = {1.0 / 6, 1}, // "10 requests a minute" of registered users, with a margin
                   .paceWithKey = {1.0 / 6, 1},
                   .questions = kQuestions};

} // namespace winnow::locators
