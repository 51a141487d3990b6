#include "formats/format.h"
#include "formats/support/strings.h"
#include "formats/support/xml_tree.h"
#include "sources/source.h"
#include "sources/support/json_reply.h"
#include "sources/support/page_sink.h"
#include "sources/support/paging.h"
#include "sources/support/refusal.h"
#include "sources/support/requests.h"
#include "sources/support/xml_reply.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace winnow::sources {

// NOLINTNEXTLINE(readability-identifier-naming): the table of sources goes by the names of the files
extern const Source pubmed;

namespace {

constexpr std::int64_t kPage = 200;

/// E-utilities give no record of PubMed beyond this one, however it is asked for.
constexpr std::int64_t kMost = 9999;

constexpr std::size_t kMostLookUp = 200;

constexpr std::array kRefusals{
    RefusalRule{0, "api key invalid", ErrorCode::Denied, "key", "does not know the key."},
    RefusalRule{0, "api-key", ErrorCode::Denied, "key", "does not accept the key."},
    RefusalRule{0, "rate limit", ErrorCode::Busy, "pace", "asks to wait: it was asked too often."},
    RefusalRule{0,
                "webenv",
                ErrorCode::NotFound,
                "cursor",
                "has forgotten the search: it keeps one for some hours only. Start it again."},
    RefusalRule{0,
                "history data",
                ErrorCode::NotFound,
                "cursor",
                "has forgotten the search: it keeps one for some hours only. Start it again."},
    RefusalRule{0,
                "unable to obtain query",
                ErrorCode::NotFound,
                "cursor",
                "has forgotten the search: it keeps one for some hours only. Start it again."},
    RefusalRule{0, "backend failed", ErrorCode::Unreachable, "", "could not search. Try again later."},
    RefusalRule{0, "empty term", ErrorCode::InvalidArgument, "query", "does not accept the query."},
};

/// "history 200 53 1 MCID_6...": where the page begins, how many hits there are, and by which key and
/// environment the history server of NCBI knows the search.
struct History
{
    std::int64_t start = 0;
    std::int64_t hits = 0;
    std::string key;
    std::string environment;
};

std::string stateText(const History &history)
{
    return "history " + std::to_string(history.start) + ' ' + std::to_string(history.hits) + ' ' +
           history.key + ' ' + history.environment;
}

std::optional<std::int64_t> numberIn(std::string_view digits)
{
    constexpr std::size_t kMostDigits = 12;
    std::int64_t number = 0;
    if (!formats::isDigits(digits) || digits.size() > kMostDigits) {
        return std::nullopt;
    }
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

std::optional<History> historyAt(std::string_view at)
{
    constexpr std::size_t kMostState = 1000;
    const auto parts = at.size() <= kMostState ? formats::pieces(at, " ") : std::vector<std::string_view>();
    if (parts.size() != 5 || parts[0] != "history") {
        return std::nullopt;
    }
    const auto start = numberIn(parts[1]);
    const auto hits = numberIn(parts[2]);
    if (!start || *start >= kMost || !hits || !formats::isDigits(parts[3])) {
        return std::nullopt;
    }
    return History{*start, *hits, std::string(parts[3]), std::string(parts[4])};
}

/// The key goes into the body, as the service wants it, and never into the URL.
Result<net::Request> ask(const Access &access, std::string_view service, std::vector<Parameter> parameters)
{
    parameters.push_back({"tool", "winnow"});
    for (const auto &[name, value] : {std::pair{"email", &access.email}, std::pair{"api_key", &access.key}}) {
        if (!value->empty()) {
            parameters.push_back({name, *value});
        }
    }
    return postRequest(addressOf(pubmed, access, service), parameters);
}

Result<net::Request> request(const Access &access, const Search &search, std::string_view at)
{
    if (at.empty()) {
        const auto text = queryText(search.query, {});
        if (!text) {
            return text.error();
        }
        return ask(access,
                   "/esearch.fcgi",
                   {{"db", "pubmed"},
                    {"term", text->expression},
                    {"usehistory", "y"},
                    {"retmax", "0"},
                    {"retmode", "xml"}});
    }
    const auto history = historyAt(at);
    if (!history) {
        return badState(at);
    }
    return ask(access,
               "/efetch.fcgi",
               {{"db", "pubmed"},
                {"query_key", history->key},
                {"WebEnv", history->environment},
                {"retstart", std::to_string(history->start)},
                {"retmax", std::to_string(std::min(kPage, kMost - history->start))},
                {"retmode", "xml"}});
}

Result<net::Request> countRequest(const Access &access, const Search &search)
{
    const auto text = queryText(search.query, {});
    if (!text) {
        return text.error();
    }
    return ask(access,
               "/esearch.fcgi",
               {{"db", "pubmed"}, {"term", text->expression}, {"retmax", "0"}, {"retmode", "xml"}});
}

Result<net::Request> lookUp(const Access &access, std::span<const Record> records)
{
    std::string ids;
    std::size_t count = 0;
    for (const Record &record : records) {
        if (!record.pmid.empty() && count < kMostLookUp) {
            ids += (ids.empty() ? "" : ",") + record.pmid;
            ++count;
        }
    }
    if (ids.empty()) {
        return nothingToLookUp(pubmed, "PMID");
    }
    return ask(access, "/efetch.fcgi", {{"db", "pubmed"}, {"id", ids}, {"retmode", "xml"}});
}

struct Notice
{
    std::string_view path;
    std::string_view words;
    Severity severity = Severity::Warning;
};

/// PubMed leaves parts of a query out without failing.
constexpr std::array kNotices{
    Notice{"ErrorList/PhraseNotFound", "PubMed knows no such term and searched without it: "},
    Notice{"ErrorList/FieldNotFound", "PubMed knows no such field: "},
    Notice{"WarningList/QuotedPhraseNotFound",
           "PubMed does not index this phrase and searched for its words: "},
    Notice{"WarningList/PhraseIgnored", "PubMed ignored a word: "},
    Notice{"WarningList/OutputMessage", "PubMed says: ", Severity::Info},
};

Result<Page> readSearch(const net::Reply &reply)
{
    formats::XmlTree tree;
    constexpr std::size_t kMostBody = std::size_t{4} << 20U;
    if (reply.body.size() > kMostBody || formats::trimmed(reply.body).back() != '>' ||
        !tree.parse({reply.body, 1, formats::XmlElement::End::Closed})) {
        return notUnderstood(pubmed, "its reply is no XML or is cut off");
    }
    const Json found = jsonOf(tree.root());
    const auto hits = countAt(found, "Count");
    if (!hits || !textAt(found, "ERROR").empty()) {
        return refusal(pubmed, reply, kRefusals);
    }
    Page page;
    page.hits = hits;
    for (const Notice &notice : kNotices) {
        for (const Json *value : valuesAt(found, notice.path)) {
            const std::string text = formats::squeezed(textOf(*value)).substr(0, 200);
            if (!text.empty()) {
                page.diagnostics.push_back({notice.severity, 0, {}, std::string(notice.words) + text});
            }
        }
    }
    const std::string key = textAt(found, "QueryKey");
    const std::string environment = textAt(found, "WebEnv");
    const History history{0, *hits, key, environment};
    if (*hits > 0 && historyAt(stateText(history))) {
        page.next = stateText(history);
    } else if (*hits > 0 && (!key.empty() || !environment.empty())) {
        return notUnderstood(pubmed, "its reply does not say where the records are");
    }
    return page;
}

Result<Page> readRecords(const net::Reply &reply, std::string_view at)
{
    if (!formats::trimmed(reply.body).ends_with("</PubmedArticleSet>") &&
        !formats::trimmed(reply.body).ends_with("<PubmedArticleSet/>")) {
        return notUnderstood(pubmed, "its reply is cut off");
    }
    const formats::Format *const format = formats::findFormat("pubmed_xml");
    Page page;
    PageSink sink(page);
    auto input = formats::TextInput::fromBytes(reply.body);
    if (auto done = format->read(input, {}, sink); !done) {
        return std::move(done).error();
    }
    const auto history = historyAt(at);
    if (!history) {
        page.hits = static_cast<std::int64_t>(page.records.size());
        return page;
    }
    page.hits = history->hits;
    History next = *history;
    // By what was asked for, not by what came: a record that was taken back since leaves a gap.
    next.start += kPage;
    if (next.start < std::min(history->hits, kMost)) {
        page.next = stateText(next);
    }
    return page;
}

Result<Page> read(const net::Reply &reply, const Search & /*search*/, std::string_view at)
{
    const std::string_view root = xmlRootName(reply.body);
    if (isSuccess(reply) && root == "eSearchResult") {
        return readSearch(reply);
    }
    if (isSuccess(reply) && root == "PubmedArticleSet") {
        return readRecords(reply, at);
    }
    return refusal(pubmed, reply, kRefusals);
}

} // namespace

const Source pubmed{.id = "pubmed",
                    .label = "PubMed",
                    .dialect = "pubmed",
                    .baseUrl = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils",
                    .keyVariable = "WINNOW_PUBMED_KEY",
                    .pace = {3, 1},
                    .paceWithKey = {10, 2},
                    .pageSize = kPage,
                    .mostWithoutCursor = kMost,
                    .request = request,
                    .countRequest = countRequest,
                    .read = read,
                    .lookUp = lookUp,
                    .lookUpMost = kMostLookUp};

} // namespace winnow::sources
