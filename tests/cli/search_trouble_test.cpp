// What goes wrong between Winnow and a source, through the command line.
#include "cli/command.h"
#include "searching.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <thread>

namespace winnow::cli {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using replay::Answer;
using test::kKey;
using test::kScopus;
using test::kToken;
using test::Output;
using test::refused;
using test::scopusCount;
using test::scopusPage;
using test::Searching;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using Clock = std::chrono::steady_clock;

const std::vector<std::string> kHandicraft{
    "--source", "scopus", "TITLE(handicraft)", "--no-abstracts", "--json"};

std::vector<std::string> with(std::vector<std::string> arguments, const std::vector<std::string> &more)
{
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

/// One record, behind whatever the first try of its page meets.
void expectOneRecordBehind(Searching &searching, Answer trouble)
{
    searching.server.answer(kScopus, {scopusCount(1), std::move(trouble), scopusPage(1, 0, 1)});
    const Output done = searching.search(kHandicraft);
    ASSERT_EQ(done.code, Done) << done.err;
    EXPECT_EQ(json::parse(done.out)["stored"], 1);
    EXPECT_EQ(searching.server.asked().size(), 3U);
    EXPECT_EQ(searching.found("TITLE(handicraft)"), "1");
}

Clock::duration betweenTries(const Searching &searching)
{
    const auto asked = searching.server.asked();
    return asked.at(2).at - asked.at(1).at;
}

/// What is said when the page meets that, and how often it was asked for. The search can be resumed.
std::string saidAbout(Answer trouble, std::size_t *tries = nullptr)
{
    Searching searching;
    searching.server.answer(kScopus, {scopusCount(1), std::move(trouble)});
    const Output done = searching.search(kHandicraft);
    EXPECT_EQ(done.code, Refused);
    EXPECT_EQ(done.out, "");
    EXPECT_THAT(done.err, AllOf(HasSubstr("is kept as search 1"), HasSubstr("--resume")));
    EXPECT_THAT(done.err, Not(HasSubstr(kKey)));
    if (tries != nullptr) {
        *tries = searching.server.asked().size() - 1;
    }
    searching.server.answer(kScopus, scopusPage(1, 0, 1));
    EXPECT_EQ(searching.search({"--resume", "--no-abstracts"}).code, Done);
    EXPECT_EQ(searching.found("TITLE(handicraft)"), "1");
    return done.err;
}

} // namespace

TEST(SearchTrouble, waitsAsLongAsTheSourceAsks)
{
    Searching searching;
    Answer busy = refused(429, "RATE_LIMIT", "Too many requests");
    busy.headers.emplace_back("Retry-After", "2");
    expectOneRecordBehind(searching, busy);
    EXPECT_GE(betweenTries(searching), 2s);
}

TEST(SearchTrouble, backsOffWhileTheServerFails)
{
    Searching searching;
    expectOneRecordBehind(searching, {.status = 503, .body = "down"});
    EXPECT_GE(betweenTries(searching), 500ms);
}

TEST(SearchTrouble, asksAgainForAReplyThatIsCut)
{
    Searching searching;
    Answer cut = scopusPage(1, 0, 1);
    cut.cutAfter = cut.body.size() / 2;
    expectOneRecordBehind(searching, cut);
}

TEST(SearchTrouble, asksAgainWhereTheSourceIsSilentForTooLong)
{
    Searching searching;
    searching.set("WINNOW_TIMEOUT", "0.3");
    Answer slow = scopusPage(1, 0, 1);
    slow.delay = 20s;
    const auto begin = Clock::now();
    expectOneRecordBehind(searching, slow);
    EXPECT_LT(Clock::now() - begin, 10s);
}

TEST(SearchTrouble, waitsForAReplyThatIsSlowButComes)
{
    Searching searching;
    searching.set("WINNOW_TIMEOUT", "1");
    Answer slow = scopusPage(1, 0, 1);
    slow.piece = slow.body.size() / 8 + 1;
    slow.pause = 250ms;
    searching.server.answer(kScopus, {scopusCount(1), slow});
    EXPECT_EQ(searching.search(kHandicraft).code, Done);
    EXPECT_EQ(searching.server.asked().size(), 2U);
}

TEST(SearchTrouble, refusesATimeoutThatIsNone)
{
    for (const char *value : {"soon", "-1", "0", "1e9", "3 s", "nan"}) {
        Searching searching;
        searching.set("WINNOW_TIMEOUT", value);
        EXPECT_THAT(searching.search(kHandicraft).err, HasSubstr("WINNOW_TIMEOUT must be")) << value;
        EXPECT_TRUE(searching.server.asked().empty());
    }
}

TEST(SearchTrouble, unpacksGzip)
{
    Searching searching;
    Answer packed = scopusPage(2, 0, 2);
    packed.isGzipped = true;
    searching.server.answer(kScopus, {scopusCount(2), packed});
    ASSERT_EQ(searching.search(kHandicraft).code, Done);
    EXPECT_THAT(searching.server.asked().back().header("Accept-Encoding"), HasSubstr("gzip"));
    EXPECT_EQ(searching.found("TITLE(handicraft)"), "2");
}

TEST(SearchTrouble, givesUpOnAServerThatKeepsFailing)
{
    std::size_t tries = 0;
    EXPECT_THAT(saidAbout({.status = 502, .body = "down"}, &tries), HasSubstr("Scopus"));
    EXPECT_EQ(tries, 4U);
}

TEST(SearchTrouble, saysAtOnceThatTheQuotaIsSpent)
{
    Answer spent = refused(429, "QUOTA_EXCEEDED", "Quota Exceeded");
    spent.headers = {{"X-ELS-Status", "QUOTA_EXCEEDED - Quota Exceeded"},
                     {"X-RateLimit-Reset", "4102444800"}};
    std::size_t tries = 0;
    EXPECT_THAT(saidAbout(spent, &tries), HasSubstr("quota of the key is spent"));
    EXPECT_EQ(tries, 1U) << "waiting for days helps nobody";
}

TEST(SearchTrouble, takesNoWebPageForAReply)
{
    const std::string page = "<!DOCTYPE html><html><body>Please log in to the library</body></html>";
    EXPECT_THAT(saidAbout({.body = page, .type = "text/html"}), HasSubstr("Scopus"));
    EXPECT_THAT(saidAbout({.body = page}), HasSubstr("Scopus")) << "nor one that calls itself JSON";
}

TEST(SearchTrouble, readsAReplyOfAnotherNameByItsContent)
{
    Searching searching;
    Answer page = scopusPage(1, 0, 1);
    page.type = "text/plain";
    searching.server.answer(kScopus, {scopusCount(1), page});
    EXPECT_EQ(searching.search(kHandicraft).code, Done);
}

TEST(SearchTrouble, refusesAHugeReply)
{
    const std::string megabyte(std::size_t{1} << 20U, ' ');
    EXPECT_THAT(saidAbout({.body = megabyte, .times = 80}), HasSubstr("too large"));
    EXPECT_THAT(saidAbout({.body = megabyte, .times = 80, .hasLength = false}), HasSubstr("too large"));
}

TEST(SearchTrouble, followsNoRedirectToAnotherServer)
{
    replay::ReplayServer other;
    other.answer("/", scopusPage(1, 0, 1));
    for (const std::string &place :
         {other.url("/"), std::string("http://localhost:1/"), std::string("http://example.org/")}) {
        EXPECT_THAT(saidAbout(replay::redirectTo(place)), HasSubstr("does not follow")) << place;
    }
    EXPECT_TRUE(other.asked().empty()) << "the key is not meant for it";
}

TEST(SearchTrouble, asksNoSourceInPlainHttp)
{
    Searching searching;
    searching.set("WINNOW_SCOPUS_URL", "http://api.example.org");
    const Output done = searching.search(kHandicraft);
    EXPECT_EQ(done.code, Refused);
    EXPECT_THAT(done.err, HasSubstr("https"));
}

TEST(SearchTrouble, stopsWithoutWaitingForTheAnswerAndGoesOn)
{
    Searching searching;
    Answer slow = scopusPage(4, 2, 4);
    slow.delay = 30s;
    searching.server.answer(kScopus, {scopusCount(4), scopusPage(4, 0, 2), slow, scopusPage(4, 2, 4)});
    Task task;
    std::thread impatient([&] {
        while (searching.server.asked().size() < 3) {
            std::this_thread::sleep_for(5ms);
        }
        std::this_thread::sleep_for(50ms);
        task.stop();
    });
    const Output done = searching.search(kHandicraft, task);
    impatient.join();
    EXPECT_EQ(done.code, Refused);
    EXPECT_EQ(searching.server.asked().size(), 3U) << "the third answer was not waited for";
    EXPECT_THAT(done.err, HasSubstr("--resume"));
    ASSERT_EQ(searching.search({"--resume", "--no-abstracts"}).code, Done);
    EXPECT_EQ(searching.found("TITLE(handicraft)"), "4");
}

TEST(SearchTrouble, resumesBehindEveryPageAndFetchesNoneTwice)
{
    constexpr int kPages = 5;
    for (int broken = 0; broken < kPages; ++broken) {
        Searching searching;
        std::vector<Answer> answers{scopusCount(2 * kPages)};
        for (int page = 0; page < kPages; ++page) {
            if (page == broken) {
                answers.push_back(refused(401, "AUTHORIZATION_ERROR", "Not any more."));
            }
            answers.push_back(scopusPage(2 * kPages, 2 * page, 2 * page + 2));
        }
        searching.server.answer(kScopus, answers);
        EXPECT_EQ(searching.search(kHandicraft).code, Refused);
        EXPECT_EQ(searching.found("TITLE(handicraft)"), "0") << "hidden until all have come";
        const Output done = searching.search({"--resume", "--no-abstracts", "--json"});
        ASSERT_EQ(done.code, Done) << done.err;
        EXPECT_EQ(json::parse(done.out)["stored"], 2 * kPages);
        EXPECT_EQ(searching.found("TITLE(handicraft)"), std::to_string(2 * kPages));
        for (int page = 0; page < kPages; ++page) {
            int times = 0;
            for (const replay::Asked &asked : searching.server.asked()) {
                times += asked.parameter("start") == std::to_string(2 * page) ? 1 : 0;
            }
            EXPECT_EQ(times, page == broken ? 2 : 1) << "page " << page << ", broken at " << broken;
        }
        EXPECT_EQ(searching.session.run({"verify", "@/r.winnow"}).code, Done);
    }
}

TEST(SearchTrouble, resumesByTheCursorOfTheSource)
{
    const auto page = [](const std::string &id, const std::string &mark) {
        return Answer{.body = R"({"hitCount":3,"nextCursorMark":")" + mark +
                              R"(","resultList":{"result":[{"id":")" + id + R"(","source":"MED","pmid":")" +
                              id + R"(","title":"Handicraft )" + id + R"(","pubYear":"2021"}]}})"};
    };
    Searching searching;
    searching.server.answer(
        "/europepmc/search",
        {page("1", "x"), page("1", "m1"), {.status = 400, .body = "{}"}, page("2", "m2"), page("3", "m3")});
    EXPECT_EQ(searching.search({"--source", "europepmc", "TITLE(handicraft)"}).code, Refused);
    ASSERT_EQ(searching.search({"--resume", "--no-abstracts"}).code, Done);
    EXPECT_EQ(searching.found("TITLE(handicraft)"), "3");
    std::vector<std::string> marks;
    for (const replay::Asked &asked : searching.server.asked()) {
        marks.push_back(asked.parameter("cursorMark"));
    }
    EXPECT_EQ(marks, (std::vector<std::string>{"", "*", "m1", "m1", "m2"}));
}

TEST(SearchTrouble, beginsAnewWherePubMedHasForgottenTheSearchAndTakesNothingTwice)
{
    const auto search = [](const std::string &environment) {
        return Answer{.body = "<eSearchResult><Count>201</Count><QueryKey>1</QueryKey><WebEnv>" +
                              environment + "</WebEnv></eSearchResult>",
                      .type = "text/xml"};
    };
    const auto fetch = [](const std::string &pmid) {
        return Answer{.body =
                          "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>" + pmid +
                          "</PMID><Article><ArticleTitle>Handicraft " + pmid +
                          "</ArticleTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>",
                      .type = "text/xml"};
    };
    Searching searching;
    searching.server.answer("/pubmed/esearch.fcgi", {search("A"), search("A"), search("B")});
    searching.server.answer(
        "/pubmed/efetch.fcgi",
        {fetch("11"),
         {.status = 400, .body = "<eFetchResult><ERROR>Unable to obtain query #1</ERROR></eFetchResult>"},
         fetch("11"),
         fetch("12")});
    const Output done =
        searching.search({"--source", "pubmed", "TITLE(handicraft)", "--no-abstracts", "--json"});
    ASSERT_EQ(done.code, Done) << done.err;
    EXPECT_EQ(json::parse(done.out)["fetched"], 2);
    EXPECT_EQ(searching.server.asked().back().parameter("WebEnv"), "B");
}

TEST(SearchTrouble, doesNotAskAgainForAbstractsThatItAskedForBefore)
{
    Searching searching;
    searching.server.answer(kScopus, {scopusCount(2), scopusPage(2, 0, 2)});
    searching.server.answer("/openalex/works", Answer{.body = R"({"meta":{"count":0},"results":[]})"});
    searching.server.answer("/crossref/works/10.5555%2F0",
                            Answer{.status = 404, .body = "Resource not found.", .type = "text/plain"});
    Answer slow;
    slow.delay = 30s;
    const Answer found{
        .body = R"({"status":"ok","message-type":"work","message":{"DOI":"10.5555/1","type":"journal-article",
        "title":["Handicraft"],"abstract":"<jats:p>Found at last.</jats:p>"}})"};
    searching.server.answer("/crossref/works/10.5555%2F1", {slow, found});
    Task task;
    std::thread impatient([&] {
        while (searching.server.asked().size() < 5) {
            std::this_thread::sleep_for(5ms);
        }
        task.stop();
    });
    EXPECT_EQ(searching.search({"--source", "scopus", "TITLE(handicraft)"}, task).code, Refused);
    impatient.join();
    const Output done = searching.search({"--resume", "--json"});
    ASSERT_EQ(done.code, Done) << done.err;
    EXPECT_EQ(json::parse(done.out)["abstracts_filled"], 1);
    EXPECT_EQ(searching.server.asked().size(), 6U) << "only the look-up that was broken off";
    EXPECT_EQ(searching.found("ABS(\"found at last\")"), "1");
}

TEST(SearchTrouble, refusesToResumeAnotherSearchThanItWas)
{
    Searching searching;
    searching.server.answer(kScopus, {scopusCount(2), refused(401, "AUTHORIZATION_ERROR", "No.")});
    EXPECT_EQ(searching.search(kHandicraft).code, Refused);
    const std::size_t before = searching.server.asked().size();
    const auto said = [&](const std::vector<std::string> &more) {
        const Output done = searching.search(with({"--resume", "--no-abstracts"}, more));
        EXPECT_EQ(done.code, Refused);
        return done.err;
    };
    EXPECT_THAT(said({"--source", "pubmed"}),
                AllOf(HasSubstr("Search 1 asks Scopus, not PubMed"), HasSubstr("new search")));
    EXPECT_THAT(searching.search({"TITLE(pottery)", "--source", "scopus", "--resume", "1"}).err,
                HasSubstr("has another query"));
    EXPECT_THAT(said({"--precedence", "standard"}), HasSubstr("precedence classic"));
    EXPECT_THAT(searching.search({"--resume", "7"}).err, HasSubstr("no unfinished search number 7"));
    EXPECT_EQ(searching.server.asked().size(), before) << "nothing was sent";
    searching.server.answer(kScopus, scopusPage(2, 0, 2));
    EXPECT_EQ(
        searching.search({"TITLE(handicraft)\n", "--source", "scopus", "--resume", "1", "--no-abstracts"})
            .code,
        Done)
        << "the same search may be named again";
}

TEST(SearchTrouble, showsAndStoresNoSecretWhateverTheServerRepeats)
{
    struct Case
    {
        const char *source;
        const char *path;
    };

    for (const Case &one : {Case{"scopus", kScopus},
                            Case{"openalex", "/openalex/works"},
                            Case{"pubmed", "/pubmed/esearch.fcgi"},
                            Case{"semanticscholar", "/semanticscholar/graph/v1/paper/search/bulk"}}) {
        for (const int status : {200, 400, 401, 403}) {
            Searching searching;
            for (const char *variable :
                 {"WINNOW_OPENALEX_KEY", "WINNOW_PUBMED_KEY", "WINNOW_SEMANTICSCHOLAR_KEY"}) {
                searching.set(variable, kKey);
            }
            searching.set("WINNOW_SCOPUS_TOKEN", kToken);
            const std::string echo = std::string("You sent ") + kKey + " and " + kToken;
            searching.server.answer(
                one.path,
                Answer{.status = status,
                       .headers = {{"X-ELS-APIKey", kKey}},
                       .body =
                           json{{"error", echo},
                                {"message", echo},
                                {"service-error", {{"status", {{"statusCode", echo}, {"statusText", echo}}}}}}
                               .dump()});
            const Output done = searching.search({"--source", one.source, "TITLE(handicraft)", "--json"});
            EXPECT_EQ(done.code, Refused);
            EXPECT_THAT(done.out + done.err, AllOf(Not(HasSubstr(kKey)), Not(HasSubstr(kToken))));
            const std::string bytes = searching.allBytes();
            EXPECT_EQ(bytes.find(kKey), std::string::npos);
            EXPECT_EQ(bytes.find(kToken), std::string::npos);
            const auto asked = searching.server.asked();
            ASSERT_FALSE(asked.empty());
            EXPECT_THAT(asked[0].target, AllOf(Not(HasSubstr(kKey)), Not(HasSubstr(kToken))));
            bool isSent = asked[0].body.find(kKey) != std::string::npos;
            for (const auto &[name, value] : asked[0].headers) {
                isSent = isSent || value.find(kKey) != std::string::npos;
            }
            EXPECT_TRUE(isSent) << one.source << " is not asked with the key";
        }
    }
}

TEST(SearchTrouble, keepsAKeyThatComesBackInARecordOutOfTheReview)
{
    Searching searching;
    Answer page = scopusPage(1, 0, 1);
    const std::size_t at = page.body.find("Handicraft study");
    page.body.insert(at, std::string(kKey) + " ");
    searching.server.answer(kScopus, {scopusCount(1), page});
    ASSERT_EQ(searching.search(kHandicraft).code, Done);
    EXPECT_EQ(searching.allBytes().find(kKey), std::string::npos);
}

} // namespace winnow::cli
