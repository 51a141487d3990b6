#include "cli/command.h"
#include "searching.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>

namespace winnow::cli {

namespace {

using nlohmann::json;
using replay::Answer;
using test::kKey;
using test::kScopus;
using test::Output;
using test::refused;
using test::scopusPage;
using test::Searching;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// How often a page that begins there was asked for.
int timesAsked(const replay::ReplayServer &server, const std::string &start)
{
    int times = 0;
    for (const replay::Asked &asked : server.asked()) {
        times += asked.path == kScopus && asked.parameter("start") == start && asked.parameter("count") != "1"
                     ? 1
                     : 0;
    }
    return times;
}

} // namespace

TEST(Search, takesTheRecordsOfScopusWithTheirAccount)
{
    Searching searching;
    searching.server.answer(kScopus, {scopusPage(3, 0, 1), scopusPage(3, 0, 2), scopusPage(3, 2, 3)});
    const Output done = searching.session.run({"search",
                                               "@/r.winnow",
                                               "--source",
                                               "scopus",
                                               "TITLE-ABS-KEY(handicraft) OR ABS(a) AND PUBYEAR > 2018",
                                               "--no-abstracts",
                                               "--json"});
    ASSERT_EQ(done.code, Done) << done.err;
    const json report = json::parse(done.out);
    EXPECT_EQ(report["hits"], 3);
    EXPECT_EQ(report["fetched"], 3);
    EXPECT_EQ(report["stored"], 3);
    EXPECT_EQ(report["query"], "TITLE-ABS-KEY(handicraft) OR ABS(a) AND PUBYEAR > 2018");
    EXPECT_EQ(report["parts"][0]["sent"], "(TITLE-ABS-KEY(handicraft) OR ABS(a)) AND (PUBYEAR > 2018)")
        << "the answer must not hang on how Scopus binds operators";
    EXPECT_EQ(searching.server.asked().front().header("X-ELS-APIKey"), kKey);
    EXPECT_EQ(searching.session.run({"find", "@/r.winnow", "TITLE(handicraft)", "--count"}).out, "3\n");
    EXPECT_THAT(searching.session.run({"import", "@/r.winnow", "--report"}).out,
                HasSubstr("search at Scopus on 2026-11-24"));
    EXPECT_EQ(searching.session.run({"verify", "@/r.winnow"}).code, Done);
    EXPECT_EQ(searching.session.run({"undo", "@/r.winnow"}).code, Done);
    EXPECT_EQ(searching.session.run({"find", "@/r.winnow", "TITLE(handicraft)", "--count"}).out, "0\n");
}

TEST(Search, goesOnWhereItWasInterrupted)
{
    Searching searching;
    searching.server.answer(kScopus,
                            {scopusPage(4, 0, 1),
                             scopusPage(4, 0, 2),
                             refused(401, "AUTHORIZATION_ERROR", "The key is not accepted any more."),
                             scopusPage(4, 1, 4)}); // the second page repeats a record of the first
    const Output broken = searching.session.run(
        {"search", "@/r.winnow", "--source", "scopus", "TITLE(handicraft)", "--no-abstracts"});
    EXPECT_EQ(broken.code, Refused);
    EXPECT_THAT(broken.err, HasSubstr("--resume"));
    EXPECT_EQ(searching.session.run({"find", "@/r.winnow", "TITLE(handicraft)", "--count"}).out, "0\n")
        << "what came is hidden until all has come";
    const Output done =
        searching.session.run({"search", "@/r.winnow", "--resume", "--no-abstracts", "--json"});
    ASSERT_EQ(done.code, Done) << done.err;
    EXPECT_EQ(json::parse(done.out)["stored"], 4);
    EXPECT_EQ(timesAsked(searching.server, "0"), 1) << "no page is fetched twice";
    EXPECT_EQ(timesAsked(searching.server, "2"), 2) << "only the one that failed";
    EXPECT_EQ(searching.session.run({"find", "@/r.winnow", "TITLE(handicraft)", "--count"}).out, "4\n");
    EXPECT_THAT(searching.session.run({"search", "@/r.winnow", "--resume"}).err,
                HasSubstr("no unfinished search"));
    EXPECT_EQ(searching.session.run({"verify", "@/r.winnow"}).code, Done);
}

TEST(Search, takesTheViewThatTheKeyOpensAndFindsAbstractsElsewhere)
{
    Searching searching;
    searching.server.answer(kScopus,
                            {refused(401,
                                     "AUTHORIZATION_ERROR",
                                     "The requestor is not authorized to access the requested view or fields "
                                     "of the resource"),
                             scopusPage(1, 7, 8),
                             scopusPage(1, 7, 8)});
    searching.server.answer("/openalex/works",
                            Answer{.body = R"({"meta":{"count":1},"results":[{"id":"https://openalex.org/W1",
            "doi":"https://doi.org/10.5555/7","title":"Handicraft study 7","publication_year":2021,
            "type":"article","abstract_inverted_index":{"Found":[0],"elsewhere":[1]}}]})"});
    const Output done =
        searching.session.run({"search", "@/r.winnow", "--source", "scopus", "TITLE(handicraft)"});
    ASSERT_EQ(done.code, Done) << done.err;
    EXPECT_THAT(done.out, AllOf(HasSubstr("without them"), HasSubstr("1 abstract found elsewhere")));
    EXPECT_EQ(searching.session.run({"find", "@/r.winnow", "ABS(elsewhere)", "--count"}).out, "1\n");
}

TEST(Search, judgesWhatAWiderQueryBroughtByTheQueryAsWritten)
{
    Searching searching;
    searching.server.answer("/openalex/works",
                            Answer{.body = R"({"meta":{"count":3,"next_cursor":null},"results":[
            {"id":"https://openalex.org/W1","title":"Fault prediction","type":"article","publication_year":2020,
             "abstract_inverted_index":{"Fault":[0],"prediction":[1],"in":[2],"systems":[3]}},
            {"id":"https://openalex.org/W2","title":"Something else","type":"article","publication_year":2020,
             "abstract_inverted_index":{"Prediction":[0],"of":[1],"the":[2],"system":[3],"fault":[4]}},
            {"id":"https://openalex.org/W3","title":"No abstract here","type":"article","publication_year":2020}]})"});
    const Output done = searching.session.run(
        {"search", "@/r.winnow", "--source", "openalex", "TITLE-ABS(fault PRE/1 prediction)", "--json"});
    ASSERT_EQ(done.code, Done) << done.err;
    const json report = json::parse(done.out);
    EXPECT_EQ(report["fetched"], 3);
    EXPECT_EQ(report["matched"], 1);
    EXPECT_EQ(report["undecided"], 1) << "a record without an abstract may match";
    EXPECT_EQ(report["unmatched"], 1);
    EXPECT_EQ(report["stored"], 2);
}

TEST(Search, countsAndTellsTheCostBeforeAnythingIsFetched)
{
    Searching searching;
    searching.server.answer(kScopus, scopusPage(700, 0, 1));
    const Output told = searching.session.run(
        {"search", "@/r.winnow", "--source", "scopus", "TITLE(handicraft)", "--dry-run"});
    ASSERT_EQ(told.code, Done) << told.err;
    EXPECT_THAT(
        told.out,
        AllOf(HasSubstr("700 hits, 28 requests"), HasSubstr("19,990"), HasSubstr("TITLE(handicraft)")));
    EXPECT_EQ(searching.server.asked().size(), 1U);
    EXPECT_THAT(searching.session.run({"search", "@/r.winnow", "--resume"}).err,
                HasSubstr("no unfinished search"));
}

TEST(Search, dividesByYearWhatComesInPartsOnly)
{
    Searching searching;
    // The whole, the cursor refused; then the years, halved until each part fits.
    searching.server.answer(kScopus,
                            {scopusPage(6000, 0, 1),
                             refused(403, "AUTHORIZATION_ERROR", "Use of the cursor parameter is restricted"),
                             scopusPage(6000, 0, 1),
                             scopusPage(0, 0, 0),
                             scopusPage(6000, 0, 1),
                             scopusPage(2000, 0, 1),
                             scopusPage(4000, 0, 1)});
    const Output told = searching.session.run(
        {"search", "@/r.winnow", "--source", "scopus", "TITLE(handicraft)", "--dry-run", "--json"});
    ASSERT_EQ(told.code, Done) << told.err;
    const json report = json::parse(told.out);
    ASSERT_EQ(report["sent"].size(), 2U);
    EXPECT_THAT(report["sent"][0].get<std::string>(), HasSubstr("PUBYEAR > 1764"));
    EXPECT_EQ(report["requests"], 240);
}

TEST(Search, refusesPartsThatDoNotAddUp)
{
    Searching searching;
    searching.server.answer(kScopus,
                            {scopusPage(6000, 0, 1),
                             refused(403, "AUTHORIZATION_ERROR", "Use of the cursor parameter is restricted"),
                             scopusPage(5990, 0, 1),
                             scopusPage(1990, 0, 1),
                             scopusPage(4000, 0, 1)});
    const Output told = searching.session.run(
        {"search", "@/r.winnow", "--source", "scopus", "TITLE(handicraft)", "--dry-run"});
    EXPECT_EQ(told.code, Refused);
    EXPECT_THAT(told.err, AllOf(HasSubstr("5990"), HasSubstr("6000")));
}

TEST(Search, dividesByYearWherePubMedGivesOnlyTheFirstAndLetsYearsOverlap)
{
    const auto count = [](int hits) {
        return Answer{.body = "<eSearchResult><Count>" + std::to_string(hits) + "</Count></eSearchResult>",
                      .type = "text/xml"};
    };
    Searching searching;
    searching.set("WINNOW_EMAIL", "anna@example.org");
    searching.server.answer("/pubmed/esearch.fcgi",
                            {count(12000), count(12000), count(0), count(12000), count(5000), count(7100)});
    const Output told = searching.search({"--source", "pubmed", "TITLE(handicraft)", "--dry-run", "--json"});
    ASSERT_EQ(told.code, Done) << told.err;
    const json report = json::parse(told.out);
    ASSERT_EQ(report["sent"].size(), 2U);
    EXPECT_THAT(report["sent"][0].get<std::string>(), HasSubstr("1765:1896[dp]"));
    EXPECT_THAT(report["sent"][1].get<std::string>(), HasSubstr("1897:2028[dp]"));
    EXPECT_EQ(report["requests"], 25 + 36);
    EXPECT_THAT(report["notices"].dump(), HasSubstr("overlap by 100"));
    EXPECT_EQ(searching.server.asked()[0].parameter("email"), "anna@example.org");
}

TEST(Search, listsSearchesAsWrittenAndAsSentInWords)
{
    Searching searching;
    EXPECT_EQ(searching.search({"--list"}).out, "No search yet.\n");
    searching.server.answer(kScopus,
                            {scopusPage(2, 0, 1),
                             scopusPage(2, 0, 2),
                             scopusPage(2, 0, 1),
                             refused(401, "AUTHORIZATION_ERROR", "No.")});
    const std::string query = "TITLE(handicraft) OR ABS(a) AND PUBYEAR > 2018";
    ASSERT_EQ(searching.search({"--source", "scopus", query, "--no-abstracts"}).code, Done);
    ASSERT_EQ(searching.search({"--source", "scopus", "TITLE(b)", "--no-abstracts"}).code, Refused);
    searching.session.run({"search-run", "@/r.winnow", "--source", "Embase", "--hits", "40"});
    const std::string listed = searching.search({"--list"}).out;
    EXPECT_THAT(listed,
                AllOf(HasSubstr("search 1: Scopus on 2026-11-24, 2 hits\n  written: " + query +
                                "\n  sent:    (TITLE(handicraft) OR ABS(a)) AND (PUBYEAR > 2018)\n"),
                      HasSubstr("2 fetched, 2 match the query"),
                      HasSubstr("search 2: Scopus on 2026-11-24, 2 hits, interrupted; go on with --resume 2"),
                      HasSubstr("search 3: Embase, 40 hits")));
    ASSERT_EQ(searching.session.run({"undo", "@/r.winnow", "--import", "1"}).code, Done);
    EXPECT_THAT(searching.search({"--list"}).out, HasSubstr("2 hits, undone"));
}

TEST(Search, neverShowsOrStoresTheKey)
{
    Searching searching;
    searching.server.answer(kScopus,
                            {scopusPage(2, 0, 1),
                             scopusPage(2, 0, 1),
                             refused(401, "AUTHENTICATION_ERROR", std::string("Invalid API Key: ") + kKey)});
    const Output broken = searching.session.run(
        {"search", "@/r.winnow", "--source", "scopus", "TITLE(handicraft)", "--no-abstracts", "--json"});
    EXPECT_EQ(broken.code, Refused);
    EXPECT_THAT(broken.out + broken.err, Not(HasSubstr(kKey)));
    EXPECT_THAT(searching.allBytes(), Not(HasSubstr(kKey)));
    for (const replay::Asked &asked : searching.server.asked()) {
        EXPECT_THAT(asked.target, Not(HasSubstr(kKey)));
    }
}

TEST(Search, saysWhatIsMissing)
{
    Searching searching;
    unsetenv("WINNOW_SCOPUS_KEY"); // NOLINT(concurrency-mt-unsafe): no other thread reads it
    EXPECT_THAT(searching.session.run({"search", "@/r.winnow", "--source", "scopus", "TITLE(a)"}).err,
                HasSubstr("WINNOW_SCOPUS_KEY"));
    EXPECT_EQ(searching.session.run({"search", "@/r.winnow", "TITLE(a)"}).code, UsedWrongly);
    EXPECT_EQ(searching.session.run({"search", "@/r.winnow", "--source", "openalex"}).code, UsedWrongly);
    EXPECT_THAT(searching.session.run({"search", "@/r.winnow", "--source", "openalex", "TITLE(a"}).err,
                HasSubstr("never closed"));
    EXPECT_THAT(searching.session.run({"search", "@/r.winnow", "--source", "openalex", "AFFIL(london)"}).err,
                HasSubstr("cannot be asked"));
    EXPECT_TRUE(searching.server.asked().empty()) << "all that is said before anything is sent";
}

} // namespace winnow::cli
