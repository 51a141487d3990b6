#include "cli/command.h"
#include "searching.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <thread>

namespace winnow::cli::test {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using replay::Answer;
using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

const std::string kPdf = "%PDF-1.4\none\n%%EOF\n";

std::string openalexWork(const std::string &doi, const json &location)
{
    return json{{"meta", {{"count", 1}}},
                {"results", {{{"doi", "https://doi.org/" + doi}, {"locations", {location}}}}}}
        .dump();
}

/// Two sought reports, A2020 with a DOI and B2021 without, and sources that know nothing yet.
class FulltextFind : public testing::Test
{
protected:
    FulltextFind()
    {
        m_searching.session.write("a.ris", kThreeRecords);
        EXPECT_EQ(run({"import", "@/r.winnow", "@/a.ris", "--source", "Scopus"}).code, Done);
        for (const char *const key : {"A2020", "B2021"}) {
            EXPECT_EQ(
                run({"decide", "@/r.winnow", key, "--verdict", "include", "--stage", "title-abstract"}).code,
                Done);
        }
        server().answer("/openalex/works", Answer{.body = R"({"meta":{"count":0},"results":[]})"});
        server().answer("/europepmc/searchPOST",
                        Answer{.body = R"({"hitCount":0,"resultList":{"result":[]}})"});
    }

    replay::ReplayServer &server() { return m_searching.server; }

    Output run(std::vector<std::string> arguments) { return m_searching.session.run(std::move(arguments)); }

    Output find(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), {"fulltext", "find", "@/r.winnow"});
        return run(std::move(arguments));
    }

    void offerFile()
    {
        server().answer("/a.pdf", Answer{.body = kPdf, .type = "application/pdf"});
        server().answer("/openalex/works",
                        Answer{.body = openalexWork("10.1000/a",
                                                    {{"is_oa", true},
                                                     {"pdf_url", server().url("/a.pdf")},
                                                     {"landing_page_url", "https://repo.example.edu/a"},
                                                     {"license", "cc-by"},
                                                     {"version", "acceptedVersion"}})});
    }

    Searching m_searching;
};

TEST_F(FulltextFind, attachesWhatEverybodyMayRead)
{
    offerFile();
    const Output done = find({"--source", "openalex,europepmc"});
    ASSERT_EQ(done.code, Done) << done.err;
    EXPECT_THAT(done.out,
                HasSubstr("A2020  found at OpenAlex (cc-by, accepted version): " + server().url("/a.pdf")));
    EXPECT_THAT(done.out, HasSubstr("B2021  not found  Bamboo baskets and e-commerce\n"));
    EXPECT_THAT(
        done.out,
        HasSubstr("2 reports looked for. Of 2 reports without a file: 1 found, 0 landing page only, 1 not "
                  "found, 0 failed.\n"));
    const json status = json::parse(run({"fulltext", "status", "@/r.winnow", "--json"}).out);
    EXPECT_EQ(status["reports"][0]["status"], "retrieved");
    EXPECT_EQ(status["reports"][0]["files"][0]["source"], "OpenAlex");
    EXPECT_EQ(status["reports"][0]["files"][0]["licence"], "cc-by");
    EXPECT_EQ(status["reports"][0]["files"][0]["version"], "acceptedVersion");
    EXPECT_EQ(status["reports"][1]["looked_for"]["status"], "not-found");
    const json &attempts = status["reports"][1]["looked_for"]["attempts"];
    ASSERT_EQ(attempts.size(), 2U);
    EXPECT_EQ(attempts[0]["source"], "OpenAlex");
    EXPECT_EQ(attempts[0]["status"], "not-found");
    EXPECT_EQ(attempts[1]["source"], "Europe PMC");
    const Output told = run({"fulltext", "status", "@/r.winnow", "--attempts"});
    EXPECT_THAT(told.out,
                HasSubstr("  OpenAlex: found (cc-by, accepted version): " + server().url("/a.pdf")));
    EXPECT_THAT(told.out,
                ContainsRegex("\n  20[0-9-]+  OpenAlex: not found\n  20[0-9-]+  Europe PMC: not found\n"));
    EXPECT_THAT(run({"log", "@/r.winnow"}).out,
                HasSubstr("full text of B2021 looked for: openalex: not-found, europepmc: not-found"));
}

TEST_F(FulltextFind, showsTheAddressOfALandingPageAndTheLinkResolver)
{
    server().answer("/openalex/works",
                    Answer{.body = openalexWork("10.1000/a",
                                                {{"is_oa", true},
                                                 {"pdf_url", nullptr},
                                                 {"landing_page_url", "https://repo.example.edu/a"}})});
    m_searching.set("WINNOW_LINK_RESOLVER", "https://resolver.example.edu/?doi={doi}&t={title}");
    const Output done = find({"--source", "openalex"});
    EXPECT_THAT(done.out, HasSubstr("A2020  landing page only at OpenAlex: https://repo.example.edu/a"));
    EXPECT_THAT(done.out,
                HasSubstr("  ask at https://resolver.example.edu/?doi=10.1000%2Fa&t=Digital%20marketing"));
    EXPECT_THAT(run({"fulltext", "status", "@/r.winnow"}).out,
                HasSubstr("\n  landing page only at OpenAlex: https://repo.example.edu/a\n"));
    const Output bad = find({"--resolver", "https://resolver.example.edu/{isbn}"});
    EXPECT_EQ(bad.code, Refused);
    EXPECT_THAT(bad.err, HasSubstr("{isbn}"));
}

TEST_F(FulltextFind, saysWhyAFileCouldNotBeHad)
{
    offerFile();
    server().answer("/a.pdf", Answer{.body = "<html>\x1b[2J</html>"});
    const Output done = find({"--source", "openalex", "--json"});
    const json report = json::parse(done.out)["reports"][0];
    EXPECT_EQ(report["status"], "failed");
    EXPECT_THAT(report["message"].get<std::string>(), HasSubstr("sent a web page instead of a PDF"));
    EXPECT_THAT(find({"--source", "openalex"}).out,
                HasSubstr("A2020  failed at OpenAlex (cc-by, accepted version): 127.0.0.1:" +
                          std::to_string(server().port()) +
                          " sent a web page instead of a PDF. https://repo.example.edu/a"));
}

TEST_F(FulltextFind, tellsBeforehandAndAsksNobody)
{
    const Output told = find({"--dry-run"});
    EXPECT_EQ(told.code, Done);
    EXPECT_THAT(told.out,
                AllOf(HasSubstr("2 reports would be looked for.\n"),
                      HasSubstr("  OpenAlex: 2 reports, 2 requests at most\n"),
                      HasSubstr("Unpaywall is passed over. "),
                      HasSubstr("WINNOW_EMAIL"),
                      HasSubstr("CORE is passed over. ")));
    EXPECT_TRUE(server().asked().empty());
    EXPECT_EQ(json::parse(find({"--dry-run", "--json"}).out)["reports"], 2);
}

TEST_F(FulltextFind, asksNothingTwiceUnlessTold)
{
    find({"--source", "europepmc"});
    const std::size_t asked = server().asked().size();
    EXPECT_THAT(find({"--source", "europepmc"}).out, HasSubstr("0 reports looked for."));
    EXPECT_EQ(server().asked().size(), asked);
    find({"--source", "europepmc", "--again"});
    EXPECT_EQ(server().asked().size(), asked + 1);
    EXPECT_EQ(
        json::parse(
            find({"--source", "europepmc", "--only", "found,failed", "--json"}).out)["totals"]["reports"],
        0);
}

TEST_F(FulltextFind, saysHowToGoOnAfterAStop)
{
    server().answer("/openalex/works", Answer{.delay = 30s});
    Task task;
    std::thread user([&] {
        while (server().asked().empty()) {
            std::this_thread::sleep_for(1ms);
        }
        task.stop();
    });
    const Output stopped =
        m_searching.session.run({"fulltext", "find", "@/r.winnow", "--source", "openalex"}, task);
    user.join();
    EXPECT_EQ(stopped.code, Refused);
    EXPECT_THAT(stopped.err, HasSubstr("Go on with: winnow fulltext find "));
    offerFile();
    EXPECT_THAT(find({"--source", "openalex"}).out, HasSubstr("1 found"));
}

TEST_F(FulltextFind, keepsKeysFromTheReviewAndTheScreen)
{
    offerFile();
    m_searching.set("WINNOW_OPENALEX_KEY", kKey);
    server().answer("/openalex/works",
                    Answer{.status = 401, .body = json{{"error", std::string("bad key ") + kKey}}.dump()});
    const Output done = find({"--source", "openalex"});
    EXPECT_THAT(done.out, HasSubstr("OpenAlex was asked no more in this run"));
    EXPECT_THAT(done.out + done.err + m_searching.allBytes(), Not(HasSubstr(kKey)));
    EXPECT_EQ(server().asked().front().header("Authorization"), std::string("Bearer ") + kKey);
}

TEST_F(FulltextFind, isUsedWronglyWithWhatThereIsNot)
{
    EXPECT_EQ(find({"--source", "scihub"}).code, UsedWrongly);
    EXPECT_EQ(find({"--only", "stolen"}).code, UsedWrongly);
    const Output nobody = find({"--source", "core"});
    EXPECT_EQ(nobody.code, Refused);
    EXPECT_THAT(nobody.err, HasSubstr("WINNOW_CORE_KEY"));
}

} // namespace

} // namespace winnow::cli::test
