#include "replies.h"
#include "sources/support/refusal.h"

#include <gtest/gtest.h>

namespace winnow::sources {

namespace {

struct Case
{
    std::string_view source;
    int status;
    std::string body;
    ErrorCode code;
    std::string_view where;
    std::string_view words; ///< of the message
    std::vector<net::Header> headers;
};

constexpr std::string_view kKey = "c0ffee0123456789c0ffee0123456789";

std::string scopusError(const std::string &code, const std::string &text)
{
    return R"({"service-error":{"status":{"statusCode":")" + code + R"(","statusText":")" + text + "\"}}}";
}

using enum ErrorCode;

const std::string key(kKey);

const std::vector<Case> kCases{
    {"scopus",
     400,
     scopusError("INVALID_INPUT", "Error translating query"),
     InvalidArgument,
     "query",
     "Check its syntax",
     {}},
    {"scopus",
     400,
     scopusError("INVALID_INPUT", "Exceeds the maximum number allowed for the service level"),
     Denied,
     "count",
     "so many records",
     {}},
    {"scopus",
     400,
     scopusError("INVALID_INPUT", "Exceeds the number of search results"),
     InvalidArgument,
     "start",
     "5,000",
     {}},
    {"scopus",
     400,
     R"({"service-error":{"status":{"statusText":"Use of certain field restrictions in the search query is not allowed for this requestor."}}})",
     Denied,
     "field",
     "INDEXTERMS",
     {}},
    {"scopus",
     403,
     R"({"service-error":{"status":{"statusText":"Use of the cursor parameter is restricted"}}})",
     Denied,
     "cursor",
     "without it",
     {}},
    {"scopus",
     401,
     scopusError("AUTHORIZATION_ERROR",
                 "The requestor is not authorized to access the requested view or fields of the resource"),
     Denied,
     "view",
     "STANDARD",
     {}},
    {"scopus",
     401,
     scopusError("AUTHENTICATION_ERROR", "Invalid API Key: " + key),
     Denied,
     "key",
     "does not know the key",
     {}},
    {"scopus",
     401,
     R"({"error-response":{"error-code":"APIKEY_INVALID","error-message":"Invalid API Key: https://x/y?apiKey=)" +
         key + "\"}}",
     Denied,
     "key",
     "APIKEY_INVALID",
     {}},
    {"scopus",
     401,
     "<service-error><status><statusCode>AUTHENTICATION_ERROR</statusCode><statusText>Client IP Address: "
     "10.0.0.1 does not resolve to an account</statusText></status></service-error>",
     Denied,
     "key",
     "10.0.0.1",
     {}},
    {"scopus",
     429,
     R"({"error-response":{"error-code":"TOO_MANY_REQUESTS","error-message":"Quota Exceeded"}})",
     Busy,
     "quota",
     "on 2026-05-03 at 10:00 UTC",
     {{"X-ELS-Status", "QUOTA_EXCEEDED - Quota Exceeded", false},
      {"x-ratelimit-reset", "1777802400", false}}},
    {"scopus",
     429,
     R"({"message":"Too many requests"})",
     Busy,
     "pace",
     "asked too often",
     {{"Retry-After", "2", false}}},
    {"scopus", 413, "", InvalidArgument, "length", "too long", {}},
    {"scopus",
     414,
     "<html><body>Request-URI Too Large</body></html>",
     InvalidArgument,
     "length",
     "too long",
     {}},
    {"scopus", 500, scopusError("GENERAL_SYSTEM_ERROR", "Oops"), Unreachable, "", "Oops", {}},
    {"scopus",
     200,
     "<html><body>Please log in to the network</body></html>",
     Unreachable,
     "",
     "did not answer as it should",
     {}},
    {"scopus", 200, "{}", Unreachable, "", "did not answer as it should", {}},
    {"scopus", 200, "", Unreachable, "", "did not answer as it should", {}},
    {"scopus", 200, R"({"search-results":{"entry":[]}})", Unreachable, "", "how many", {}},
    {"openalex",
     403,
     R"({"error":"Invalid query parameters error.","message":"publication_yea is not a valid field."})",
     InvalidArgument,
     "query",
     "publication_yea",
     {}},
    {"openalex",
     401,
     R"({"error":"Unauthorized","message":"api_key=)" + key + " is unknown\"}",
     Denied,
     "key",
     "Keys are free",
     {}},
    {"openalex",
     429,
     R"({"error":"Too Many Requests","message":"slow down"})",
     Busy,
     "quota",
     "in 3 h 20 min",
     {{"X-RateLimit-Remaining", "0", false}, {"X-RateLimit-Reset", "11987", false}}},
    {"openalex",
     429,
     R"({"error":"Too Many Requests","message":"slow down"})",
     Busy,
     "pace",
     "asked too often",
     {{"X-RateLimit-Remaining", "17", false}}},
    {"openalex", 502, "<html>Bad gateway</html>", Unreachable, "", "did not answer", {}},
    {"pubmed",
     429,
     R"({"error":"API rate limit exceeded","api-key":")" + key + R"(","count":"4","limit":"3"})",
     Busy,
     "pace",
     "asked too often",
     {}},
    {"pubmed",
     400,
     R"({"error":"API key invalid","api-key":")" + key + "\"}",
     Denied,
     "key",
     "does not know the key",
     {}},
    {"pubmed",
     400,
     "<eFetchResult><ERROR>Cannot retrieve history data. query_key: 1, WebEnv: "
     "MCID_6741a0b1c2d3e4f5a6b7c8d9, retstart: 0</ERROR></eFetchResult>",
     NotFound,
     "cursor",
     "Start it again",
     {}},
    {"pubmed",
     200,
     "<eSearchResult><ERROR>Search Backend failed: timeout</ERROR></eSearchResult>",
     Unreachable,
     "",
     "could not search",
     {}},
    {"pubmed",
     200,
     "<eSearchResult><ERROR>Empty term and query_key - nothing todo</ERROR></eSearchResult>",
     InvalidArgument,
     "query",
     "Empty term",
     {}},
    {"pubmed", 200, "<PubmedArticleSet><PubmedArticle>", Unreachable, "", "cut off", {}},
    {"europepmc",
     400,
     R"({"errCode":400,"errMsg":"Bad cursor"})",
     InvalidArgument,
     "query",
     "Bad cursor",
     {}},
    {"europepmc", 200, "{}", Unreachable, "", "did not answer", {}},
    {"crossref",
     400,
     R"({"status":"failed","message-type":"validation-failure","message":[{"type":"parameter-not-allowed","value":"x","message":"This route does not support x"}]})",
     InvalidArgument,
     "query",
     "does not support x",
     {}},
    {"crossref",
     404,
     R"({"status":"failed","message-type":"resource-failure","message":[{"type":"cursor-invalid","value":"thing","message":"Cursor specified but it is invalid"}]})",
     NotFound,
     "cursor",
     "five minutes",
     {}},
    {"crossref", 503, "", Busy, "pace", "in 10 s", {{"Retry-After", "10", false}}},
    {"semanticscholar",
     400,
     R"({"error":"Unrecognized or unsupported fields: [unknown]"})",
     InvalidArgument,
     "query",
     "unsupported fields",
     {}},
    {"semanticscholar", 403, R"({"message":"Forbidden"})", Denied, "key", "Forbidden", {}},
    {"semanticscholar",
     429,
     R"({"message":"Too Many Requests. Please wait and try again.","code":"429"})",
     Busy,
     "pace",
     "WINNOW_SEMANTICSCHOLAR_KEY",
     {}},
    {"arxiv",
     400,
     "<feed "
     "xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>https://arxiv.org/api/errors#x</"
     "id><summary>incorrect id format for abc</summary></entry></feed>",
     InvalidArgument,
     "query",
     "incorrect id format",
     {}},
    {"arxiv", 503, "", Busy, "pace", "too busy", {}},
    {"doaj",
     400,
     R"({"status":"bad_request","error":"Query contains disallowed Lucene features"})",
     InvalidArgument,
     "query",
     "disallowed Lucene",
     {}},
};

TEST(Errors, sayWhatTheSourceMeans)
{
    for (const Case &one : kCases) {
        net::Reply reply = replyOf(one.body, one.status);
        reply.headers = one.headers;
        const auto page = findSource(one.source)->read(reply, {}, {});
        ASSERT_FALSE(page) << one.source << ' ' << one.body;
        const Error &error = page.error();
        EXPECT_EQ(error.code, one.code) << one.source << ' ' << one.body << ": " << error.message;
        EXPECT_EQ(error.where, one.where) << one.source << ' ' << one.body << ": " << error.message;
        EXPECT_NE(error.message.find(one.words), std::string::npos) << error.message;
        EXPECT_TRUE(error.message.ends_with('.')) << error.message;
        for (const std::string &text : {error.message, error.detail, error.where}) {
            EXPECT_EQ(text.find(kKey.substr(0, 12)), std::string::npos) << text;
        }
    }
}

TEST(Errors, doNotTakeAnEmptyResultForOne)
{
    for (const int status : {400, 404}) {
        const auto page = findSource("scopus")->read(
            replyOf(scopusError("INVALID_INPUT", "Result set was empty"), status), {}, {});
        ASSERT_TRUE(page);
        EXPECT_EQ(page->hits, 0);
        EXPECT_FALSE(page->next);
    }
}

TEST(Errors, knowTheirStatusInEverySource)
{
    for (const Source *source : allSources()) {
        for (const int status : {0, 100, 301, 302, 400, 401, 403, 404, 418, 429, 500, 502, 503, 504, 999}) {
            for (const char *body : {"", "{}", "[]", "null", "<a/>", "<", "{", "plain words"}) {
                const auto page = source->read(replyOf(body, status), {}, {});
                ASSERT_FALSE(page) << source->id << ' ' << status << ' ' << body;
                EXPECT_FALSE(page.error().message.empty());
                EXPECT_NE(page.error().code, ErrorCode::Internal);
            }
        }
    }
}

TEST(Errors, hideWhatMayBeAKey)
{
    EXPECT_EQ(withoutSecrets("Invalid key c0ffee0123456789 here"), "Invalid key ... here");
    EXPECT_EQ(withoutSecrets("see https://x.org/a?apiKey=abc&b=1 now"), "see https://x.org/a?... now");
    EXPECT_EQ(withoutSecrets("api_key=ab1, rest"), "api_key=..., rest");
    EXPECT_EQ(withoutSecrets("What? 12 of 200 terms, PUBYEAR > 2019"),
              "What? 12 of 200 terms, PUBYEAR > 2019");
}

} // namespace

} // namespace winnow::sources
