#include "sources/source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace winnow::sources {

namespace {

constexpr std::string_view kKey = "MARKERKEY0123456789";
constexpr std::string_view kToken = "MARKERTOKEN0123456789";

Access withKeys()
{
    return {{}, std::string(kKey), std::string(kToken), "reviewer@example.org"};
}

Search searchFor(std::string query)
{
    return {std::move(query), true, true};
}

/// All requests that a source makes, of each kind of page.
std::vector<net::Request> requestsOf(const Source &source, const Access &access, const std::string &query)
{
    std::vector<net::Request> requests;
    const auto add = [&](const Result<net::Request> &request) {
        if (request) {
            requests.push_back(*request);
        }
    };
    const std::array<std::string_view, 5> places{
        "", "start 200", "page 2", "cursor 100 Mark+/=", "history 200 500 1 MCID_1"};
    for (const bool isComplete : {true, false}) {
        for (const bool usesCursor : {true, false}) {
            const Search search{query, isComplete, usesCursor};
            for (const std::string_view at : places) {
                add(source.request(access, search, at));
            }
            if (source.countRequest != nullptr) {
                add(source.countRequest(access, search));
            }
        }
    }
    if (source.lookUp != nullptr) {
        Record record;
        record.doi = "10.5555/ponds.1";
        record.pmid = "38000001";
        add(source.lookUp(access, std::span(&record, 1)));
    }
    return requests;
}

TEST(Requests, haveNoKeyInTheirUrl)
{
    for (const Source *source : allSources()) {
        const auto requests = requestsOf(*source, withKeys(), "ponds AND tin");
        EXPECT_GE(requests.size(), 4U) << source->id;
        for (const net::Request &request : requests) {
            EXPECT_EQ(request.url.find("MARKER"), std::string::npos) << request.url;
            for (const net::Header &header : request.headers) {
                EXPECT_EQ(header.isSecret, header.value.find("MARKER") != std::string::npos) << header.name;
            }
        }
    }
}

TEST(Requests, sendTheKeyWhereThereIsOne)
{
    for (const Source *source : allSources()) {
        for (const net::Request &request : requestsOf(*source, withKeys(), "ponds")) {
            const bool isSent = request.body.find(kKey) != std::string::npos ||
                                std::ranges::any_of(request.headers, [](const net::Header &header) {
                                    return header.value.find(kKey) != std::string::npos;
                                });
            EXPECT_EQ(isSent, !source->keyVariable.empty()) << source->id;
        }
    }
}

TEST(Requests, areEqualForTheSamePlace)
{
    for (const Source *source : allSources()) {
        const auto once = requestsOf(*source, withKeys(), "ponds AND tin");
        const auto again = requestsOf(*source, withKeys(), "ponds AND tin");
        ASSERT_EQ(once.size(), again.size());
        for (std::size_t i = 0; i < once.size(); ++i) {
            EXPECT_EQ(once[i].url, again[i].url);
            EXPECT_EQ(once[i].body, again[i].body);
            EXPECT_EQ(once[i].headers.size(), again[i].headers.size());
        }
    }
}

TEST(Requests, goToAnotherAddressWhenAsked)
{
    Access access = withKeys();
    access.baseUrl = "http://127.0.0.1:8080/mirror";
    for (const Source *source : allSources()) {
        for (const net::Request &request : requestsOf(*source, access, "ponds")) {
            EXPECT_TRUE(request.url.starts_with("http://127.0.0.1:8080/mirror/")) << request.url;
        }
    }
}

TEST(Requests, encodeTheWholeQuery)
{
    for (const Source *source : allSources()) {
        for (const net::Request &request : requestsOf(*source, withKeys(), "\"a b\" & c=d#e?f/g\n%00+é")) {
            const bool isLookUp = request.url.find("10.5555") != std::string::npos ||
                                  request.body.find("38000001") != std::string::npos ||
                                  request.body.find("history") != std::string::npos;
            const std::string encoded = "%22a%20b%22%20%26%20c%3Dd%23e%3Ff%2Fg%20%2500%2B%C3%A9";
            const bool hasQuery = request.url.find(encoded) != std::string::npos ||
                                  request.body.find(encoded) != std::string::npos;
            EXPECT_TRUE(hasQuery || isLookUp || request.body.find("WebEnv") != std::string::npos)
                << request.url << ' ' << request.body;
        }
    }
}

TEST(Requests, refuseAnEmptyQuery)
{
    for (const Source *source : allSources()) {
        const auto request = source->request(withKeys(), searchFor(" \n "), {});
        ASSERT_FALSE(request) << source->id;
        EXPECT_EQ(request.error().code, ErrorCode::InvalidArgument);
        EXPECT_EQ(request.error().where, "query");
    }
}

TEST(Requests, refusePlacesOfOtherSources)
{
    for (const Source *source : allSources()) {
        for (const std::string_view at : {"nonsense",
                                          "start",
                                          "start -1",
                                          "start 1x",
                                          "start 99999999999999999999",
                                          "page 0x",
                                          "page 99999",
                                          "cursor",
                                          "cursor 1",
                                          "cursor 1 ",
                                          "cursor x y",
                                          "history 1 2 3",
                                          "history 10000 20000 1 E",
                                          "history 1 2 x E"}) {
            const auto request = source->request(withKeys(), searchFor("ponds"), at);
            EXPECT_FALSE(request) << source->id << ": " << at;
        }
    }
}

TEST(Requests, refuseAKeyThatWouldAddHeaders)
{
    Access access = withKeys();
    access.key = "abc\r\nX-Other: 1";
    for (const Source *source : allSources()) {
        const auto request = source->request(access, searchFor("ponds"), {});
        if (request) {
            for (const net::Header &header : request->headers) {
                EXPECT_EQ(header.value.find('\n'), std::string::npos) << source->id;
            }
            EXPECT_EQ(request->body.find('\n'), std::string::npos) << source->id;
        } else {
            EXPECT_EQ(request.error().where, "key");
            EXPECT_EQ(request.error().message.find("abc"), std::string::npos);
        }
    }
}

TEST(Requests, sayWhenTheQueryIsTooLong)
{
    const std::string query(20'000, 'x');
    for (const Source *source : allSources()) {
        const auto request = source->request(withKeys(), searchFor(query), {});
        if (request) {
            EXPECT_EQ(request->method, net::Method::Post) << source->id;
            EXPECT_LT(request->url.size(), 200U);
            EXPECT_NE(request->body.find(query), std::string::npos);
        } else {
            EXPECT_EQ(request.error().where, "length") << source->id;
            EXPECT_NE(request.error().message.find("too long"), std::string::npos);
        }
    }
}

TEST(Requests, ofScopusNeedAKey)
{
    const auto request = findSource("scopus")->request({}, searchFor("TITLE(x)"), {});
    ASSERT_FALSE(request);
    EXPECT_EQ(request.error().code, ErrorCode::Denied);
    EXPECT_NE(request.error().message.find("WINNOW_SCOPUS_KEY"), std::string::npos);
}

TEST(Requests, ofScopusAskForWhatTheViewAllows)
{
    const Source &scopus = *findSource("scopus");
    const auto urlOf = [&](bool isComplete, bool usesCursor, std::string_view at) {
        return scopus.request(withKeys(), {"TITLE(a+b)", isComplete, usesCursor}, at)->url;
    };
    const std::string begin = "https://api.elsevier.com/content/search/scopus?query=TITLE%28a%2Bb%29&view=";
    EXPECT_EQ(urlOf(true, true, ""), begin + "COMPLETE&cursor=%2A&count=25");
    EXPECT_EQ(urlOf(false, false, ""), begin + "STANDARD&start=0&count=200");
    EXPECT_EQ(urlOf(false, false, "start 4800"), begin + "STANDARD&start=4800&count=200");
    EXPECT_EQ(urlOf(false, false, "start 4900"), begin + "STANDARD&start=4900&count=100");
    EXPECT_EQ(urlOf(true, false, "cursor 25 a+b"), begin + "COMPLETE&cursor=a%2Bb&count=25");
    EXPECT_FALSE(scopus.request(withKeys(), searchFor("x"), "start 5000"));
}

TEST(Requests, ofOpenAlexPageByCursorOnlyWithAKey)
{
    const Source &openalex = *findSource("openalex");
    const Search search = searchFor("title_and_abstract.search:(a OR b),publication_year:2016-2025");
    const auto keyed = openalex.request(withKeys(), search, {});
    EXPECT_TRUE(keyed->url.ends_with("&per_page=100&cursor=%2A")) << keyed->url;
    const auto keyless = openalex.request({}, search, {});
    EXPECT_TRUE(keyless->url.ends_with("&per_page=100&page=1")) << keyless->url;
}

TEST(Requests, ofPubMedNeverGoPastItsLastRecord)
{
    const Source &pubmed = *findSource("pubmed");
    const auto last = pubmed.request({}, {}, "history 9800 20000 1 MCID_1");
    EXPECT_NE(last->body.find("&retstart=9800&retmax=199&"), std::string::npos) << last->body;
    EXPECT_FALSE(pubmed.request({}, {}, "history 9999 20000 1 MCID_1"));
}

TEST(Requests, takeFiltersOffTheEndOfAQuery)
{
    const Source &scholar = *findSource("semanticscholar");
    const auto request =
        scholar.request({}, searchFor("pond +tin\n(lake)\nyear=2016-2025\n publicationTypes = Review "), {});
    EXPECT_NE(request->url.find("?query=pond%20%2Btin%20%28lake%29&fields="), std::string::npos);
    EXPECT_TRUE(request->url.ends_with("&year=2016-2025&publicationTypes=Review")) << request->url;
    EXPECT_FALSE(scholar.request({}, searchFor("x\nyear=1\nyear=2"), {}));

    const auto crossref = findSource("crossref")->request({}, searchFor("query.title=ponds"), {});
    EXPECT_TRUE(crossref->url.ends_with("/works?query.title=ponds&rows=200&cursor=%2A")) << crossref->url;

    // What looks like a filter and is none of the source's belongs to the query.
    const auto scopus =
        findSource("scopus")->request(withKeys(), searchFor("TITLE(x)\nAND PUBYEAR\nyear=2016"), {});
    EXPECT_NE(scopus->url.find("=TITLE%28x%29%20AND%20PUBYEAR%20year%3D2016&"), std::string::npos)
        << scopus->url;
}

TEST(Sources, areFoundByTheirIds)
{
    EXPECT_EQ(allSources().size(), 8U);
    for (const Source *source : allSources()) {
        EXPECT_EQ(findSource(source->id), source);
        EXPECT_TRUE(source->baseUrl.starts_with("https://"));
        EXPECT_FALSE(source->baseUrl.ends_with('/'));
        EXPECT_GT(source->pageSize, 0);
        EXPECT_GT(source->pace.perSecond, 0);
        EXPECT_GE(source->pace.atOnce, 1);
    }
    EXPECT_EQ(findSource("nowhere"), nullptr);
}

} // namespace

} // namespace winnow::sources
