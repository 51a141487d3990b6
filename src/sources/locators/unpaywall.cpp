#include "formats/support/identifiers.h"
#include "sources/locators/locator.h"
#include "sources/locators/support/copies.h"
#include "sources/support/json_reply.h"
#include "sources/support/refusal.h"
#include "sources/support/requests.h"

#include <array>

namespace winnow::locators {

// NOLINTNEXTLINE(readability-identifier-naming): the table of locators goes by the names of the files
extern const Locator unpaywall;

namespace {

using sources::Json;
using sources::Parameter;
using sources::textAt;

constexpr std::size_t kMostAddress = 2000;
constexpr sources::Label kLabel{"Unpaywall"};

/// It answers 422 for an e-mail that it does not take, "user@example.com" among them.
constexpr std::array kRefusals{
    sources::RefusalRule{
        422, "email", ErrorCode::Denied, "email", "does not take the e-mail address in WINNOW_EMAIL."},
    sources::RefusalRule{422, "", ErrorCode::InvalidArgument, "query", "does not take the DOI."},
};

bool fits(const Record &record)
{
    return !record.doi.empty();
}

Result<net::Request> request(const sources::Access &access, std::span<const Record> records)
{
    if (access.email.empty()) {
        return Error{ErrorCode::Denied,
                     "Unpaywall asks who is calling; put your e-mail address into WINNOW_EMAIL.",
                     {},
                     "email"};
    }
    const std::string base = access.baseUrl.empty() ? std::string(unpaywall.baseUrl) : access.baseUrl;
    return sources::getRequest(kLabel,
                               base + "/v2/" + net::percentEncoded(records.front().doi),
                               std::array<Parameter, 1>{{{"email", access.email}}},
                               kMostAddress);
}

void add(std::vector<Copy> &copies, const Json &location)
{
    std::string page = textAt(location, "url_for_landing_page");
    addCopy(copies,
            {textAt(location, "url_for_pdf"),
             page.empty() ? textAt(location, "url") : std::move(page),
             textAt(location, "license"),
             textAt(location, "version")});
}

Result<Copies> read(const net::Reply &reply, std::span<const Record> records)
{
    constexpr int kUnknownDoi = 404;
    if (reply.status == kUnknownDoi) {
        return Copies(1);
    }
    if (!sources::isSuccess(reply)) {
        return sources::refusal(kLabel, reply, kRefusals);
    }
    const std::string text = sources::mended(reply.body);
    const auto work = sources::isFlat(text) ? sources::parsedJson(text) : std::nullopt;
    if (!work || !work->is_object() || !work->contains("is_oa")) {
        return sources::notUnderstood(kLabel, "its reply has no locations");
    }
    if (formats::bareDoi(textAt(*work, "doi")) != records.front().doi) {
        return sources::notUnderstood(kLabel, "its reply is about another DOI");
    }
    Copies copies(1);
    if (sources::isTrueAt(*work, "is_oa")) {
        for (const std::string_view path : {"best_oa_location", "oa_locations"}) {
            for (const Json *location : sources::valuesAt(*work, path)) {
                add(copies.front(), *location);
            }
        }
    }
    return copies;
}

constexpr std::array kQuestions{Question{1, fits, request, read}};

} // namespace

const Locator unpaywall{.id = "unpaywall",
                        .label = "Unpaywall",
                        .baseUrl = "https://api.unpaywall.org",
                        .needsEmail = true,
                        .rank = 1,
                        .pace = {5, 1},
                        .paceWithKey = {5, 1},
                        .questions = kQuestions};

} // namespace winnow::locators
