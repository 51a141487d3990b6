#include "cli/command.h"
#include "session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace winnow::cli::test {

namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> lines(const std::string &text)
{
    std::vector<std::string> list;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        list.push_back(line);
    }
    return list;
}

class EveryCommand : public testing::TestWithParam<std::string_view>
{};

std::vector<std::string_view> commandNames()
{
    std::vector<std::string_view> names;
    for (const Command *command : allCommands()) {
        names.push_back(command->name);
    }
    return names;
}

TEST_P(EveryCommand, explainsItselfWithAnExample)
{
    Session session;
    const Output help = session.run({std::string(GetParam()), "--help"});
    EXPECT_EQ(help.code, 0);
    EXPECT_THAT(help.out, AllOf(HasSubstr("Example:"), HasSubstr("winnow " + std::string(GetParam()))));
}

TEST_P(EveryCommand, isUsedWronglyWithoutItsReview)
{
    Session session;
    const Output wrong = session.run({std::string(GetParam())});
    EXPECT_EQ(wrong.code, UsedWrongly);
    EXPECT_THAT(wrong.err, Not(IsEmpty()));
}

class EveryCommandOnAReview : public testing::TestWithParam<std::string_view>
{};

TEST_P(EveryCommandOnAReview, saysThatItIsMissing)
{
    Session session;
    session.write("x.csv", "key,stage,verdict\nA,full-text,include\n");
    // What each command needs beside its review.
    const std::map<std::string_view, std::vector<std::string>> more{
        {"import", {"@/x.csv"}},
        {"search", {"--resume"}},
        {"search-run", {"--source", "S", "--hits", "1"}},
        {"removal", {"--count", "1", "--note", "n"}},
        {"split", {"A"}},
        {"find", {"TITLE(a)"}},
        {"show", {"A"}},
        {"decide", {"--from", "@/x.csv"}},
        {"flow", {"-o", "@/f.svg"}},
        {"bias", {"-o", "@/b.svg"}},
        {"appendix", {"-o", "@/a.md"}},
        {"appraise", {"A"}},
        {"checklist", {"-o", "@/c.md"}},
        {"table", {"t", "-o", "@/t.md"}},
        {"report", {"-o", "@/r.md"}},
        {"export", {"-o", "@/e.ris"}},
        {"bundle", {"@/x.csv"}},
        {"note", {"A"}},
        {"pilot", {"--size", "1"}},
        {"resolve", {"A", "--verdict", "include"}},
        {"retrieval", {"A", "--not-retrieved", "no access"}},
        {"skip", {"A"}},
        {"study", {"A", "--alone"}},
        {"why", {"A"}},
    };
    const std::map<std::string_view, std::string> steps{
        {"bundle", "merge"}, {"fulltext", "status"}, {"label", "list"}};
    std::vector<std::string> arguments{std::string(GetParam())};
    if (const auto step = steps.find(GetParam()); step != steps.end()) {
        arguments.push_back(step->second);
    }
    arguments.emplace_back("@/none.winnow");
    if (const auto found = more.find(GetParam()); found != more.end()) {
        arguments.insert(arguments.end(), found->second.begin(), found->second.end());
    }
    const Output missing = session.run(arguments);
    EXPECT_EQ(missing.code, Refused);
    EXPECT_THAT(missing.err, HasSubstr("none.winnow"));
    EXPECT_FALSE(std::filesystem::exists(session.path("none.winnow")));
}

std::string testName(const testing::TestParamInfo<std::string_view> &info)
{
    std::string name(info.param);
    std::erase(name, '-');
    return name;
}

std::vector<std::string_view> namesOfCommandsOnReviews()
{
    std::vector<std::string_view> names = commandNames();
    std::erase(names, "init");    // makes the review
    std::erase(names, "inspect"); // need none
    std::erase(names, "convert");
    std::erase(names, "query");
    return names;
}

INSTANTIATE_TEST_SUITE_P(Cli, EveryCommand, testing::ValuesIn(commandNames()), testName);
INSTANTIATE_TEST_SUITE_P(Cli, EveryCommandOnAReview, testing::ValuesIn(namesOfCommandsOnReviews()), testName);

TEST(Cli, initRefusesToOverwrite)
{
    Session session;
    EXPECT_EQ(session.run({"init", "@/a.winnow", "--title", "T"}).code, Done);
    const Output again = session.run({"init", "@/a.winnow", "--title", "T"});
    EXPECT_EQ(again.code, Refused);
    EXPECT_THAT(again.err, HasSubstr("exists already"));
}

TEST(Cli, importAccountsForEveryRecord)
{
    Session session;
    session.write(
        "a.ris",
        "TY  - JOUR\nTI  - One\nER  - \nTY  - JOUR\nPY  - 2020\nER  - \nTY  - JOUR\nTI  - Two\nER  - \n");
    ASSERT_EQ(session.run({"init", "@/r.winnow", "--title", "T"}).code, Done);
    const Output imported = session.run({"import", "@/r.winnow", "@/a.ris", "--json"});
    ASSERT_EQ(imported.code, Done) << imported.err;
    const json file = json::parse(imported.out)["files"][0];
    EXPECT_EQ(file["format"], "ris");
    EXPECT_EQ(file["in_file"], 3);
    EXPECT_EQ(file["stored"], 2);
    EXPECT_EQ(file["rejected"].size(), 1U);
    EXPECT_EQ(file["rejected"][0]["line"], 4);
    EXPECT_THAT(file["rejected"][0]["reason"].get<std::string>(), Not(IsEmpty()));
}

TEST(Cli, importRefusesTheSameFileTwiceUntilItIsUndone)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    const Output again = session.run({"import", "@/r.winnow", "@/r.winnow.ris"});
    EXPECT_EQ(again.code, Refused);
    EXPECT_THAT(again.err, HasSubstr("imported before"));
    EXPECT_EQ(session.run({"undo", "@/r.winnow"}).code, Done);
    EXPECT_EQ(session.run({"import", "@/r.winnow", "@/r.winnow.ris"}).code, Done);
    EXPECT_EQ(session.run({"verify", "@/r.winnow"}).code, Done);
}

TEST(Cli, importOfSeveralFilesIsAllOrNothing)
{
    Session session;
    session.write("good.ris", kThreeRecords);
    session.write("bad.ris", "no records here\n");
    ASSERT_EQ(session.run({"init", "@/r.winnow", "--title", "T"}).code, Done);
    const Output failed = session.run({"import", "@/r.winnow", "@/good.ris", "@/bad.ris"});
    EXPECT_EQ(failed.code, Refused);
    EXPECT_THAT(failed.err, HasSubstr("bad.ris"));
    EXPECT_EQ(session.run({"find", "@/r.winnow", "TITLE(handicraft)", "--count"}).out, "0\n");
}

/// Files that are not what they say: one sentence, exit 1, the review as it was.
TEST(Cli, importSaysWhatIsWrongWithAFile)
{
    Session session;
    ASSERT_EQ(session.run({"init", "@/r.winnow", "--title", "T"}).code, Done);
    session.write("empty.ris", "");
    session.write("page.ris", "<!DOCTYPE html><html><body>Sign in</body></html>");
    session.write("paper.ris", "%PDF-1.7\n");
    const std::string before = session.run({"log", "@/r.winnow"}).out;
    const std::vector<std::pair<std::string, std::string>> cases{{"@/empty.ris", "empty"},
                                                                 {"@/page.ris", "web page"},
                                                                 {"@/paper.ris", "PDF"},
                                                                 {"@/missing.ris", "no file"},
                                                                 {"@/", "folder"}};
    for (const auto &[file, words] : cases) {
        const Output refused = session.run({"import", "@/r.winnow", file});
        EXPECT_EQ(refused.code, Refused) << file;
        EXPECT_THAT(refused.err, HasSubstr(words)) << file;
        EXPECT_EQ(lines(refused.err).size(), 1U) << refused.err;
    }
    EXPECT_EQ(session.run({"log", "@/r.winnow"}).out, before);
}

TEST(Cli, importTakesATruncatedFileAsFarAsItGoes)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords.substr(0, kThreeRecords.size() - 60));
    EXPECT_EQ(session.run({"find", "@/r.winnow", "TITLE(handicraft) OR TITLE(bamboo)", "--count"}).out,
              "3\n");
}

TEST(Cli, searchRunCountsHitsThatWereNotImported)
{
    Session session;
    session.write("s.ris", kThreeRecords);
    session.write("q.scopus", "TITLE-ABS-KEY(handicraft)");
    ASSERT_EQ(session.run({"init", "@/r.winnow", "--title", "T"}).code, Done);
    const Output noted = session.run({"search-run",
                                      "@/r.winnow",
                                      "--source",
                                      "Scopus",
                                      "--query-file",
                                      "@/q.scopus",
                                      "--hits",
                                      "100",
                                      "--date",
                                      "2024"});
    ASSERT_EQ(noted.code, Done) << noted.err;
    EXPECT_THAT(noted.out, HasSubstr("search 1"));
    ASSERT_EQ(session.run({"import", "@/r.winnow", "@/s.ris", "--search", "1"}).code, Done);
    ASSERT_EQ(session.run({"removal", "@/r.winnow", "--count", "97", "--note", "outside"}).code, Done);
    ASSERT_EQ(session.run({"flow", "@/r.winnow", "-o", "@/c.json"}).code, Done);
    const json counts = json::parse(session.read("c.json"));
    EXPECT_THAT(counts.dump(), AllOf(HasSubstr("100"), HasSubstr("97"), HasSubstr("outside")));
}

TEST(Cli, dedupeLinksAndSplitTakesApartForGood)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    const Output deduped = session.run({"dedupe", "@/r.winnow"});
    EXPECT_EQ(deduped.code, Done);
    EXPECT_THAT(deduped.out, AllOf(HasSubstr("A2020"), HasSubstr("same DOI"), HasSubstr("2 unique")));
    EXPECT_EQ(
        json::parse(session.run({"duplicates", "@/r.winnow", "--json"}).out),
        json::parse(
            R"([{"kept":"A2020","members":["A2020","C2022"],"tier":"safe","reason":"same title, same DOI, same first author, year differs by 2"}])"));
    EXPECT_EQ(session.run({"split", "@/r.winnow", "C2022"}).code, Done);
    EXPECT_EQ(json::parse(session.run({"duplicates", "@/r.winnow", "--json"}).out), json::array());
    EXPECT_EQ(session.run({"dedupe", "@/r.winnow"}).code, Done);
    EXPECT_EQ(json::parse(session.run({"duplicates", "@/r.winnow", "--json"}).out), json::array())
        << "split is remembered";
    EXPECT_EQ(session.run({"split", "@/r.winnow", "B2021"}).code, Refused);
}

TEST(Cli, findAnswersInScopusSyntax)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    const std::vector<std::pair<std::string, std::string>> cases{
        {"TITLE-ABS-KEY(handicraft)", "A2020\nC2022\n"},
        {"TITLE(\"digital marketing\") AND PUBYEAR > 2020", "C2022\n"},
        {"ABS(color)", "B2021\n"},
        {"AUTH(hassan) AND NOT ABS(media)", "C2022\n"},
        {"SRCTITLE(craft)", "A2020\n"},
        {"DOI(10.1000/a)", "A2020\nC2022\n"},
        {"DOCTYPE(cp)", "B2021\n"},
        {"LANGUAGE(english)", "B2021\n"},
        {"TITLE(bam*)", "B2021\n"},
        {"TITLE(nothing)", ""},
    };
    for (const auto &[query, keys] : cases) {
        const Output found = session.run({"find", "@/r.winnow", query, "--ids"});
        EXPECT_EQ(found.code, Done) << query << ": " << found.err;
        EXPECT_EQ(found.out, keys) << query;
    }
    EXPECT_EQ(json::parse(session.run({"find", "@/r.winnow", "TITLE(bamboo)", "--json"}).out)["count"], 1);
    session.write("q.scopus", "TITLE(bamboo)\n");
    EXPECT_EQ(session.run({"find", "@/r.winnow", "--query-file", "@/q.scopus", "--count"}).out, "1\n");
}

TEST(Cli, findShowsWhereAQueryIsWrong)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    const Output wrong = session.run({"find", "@/r.winnow", "TITLE(a) AND\nTITEL(b)"});
    EXPECT_EQ(wrong.code, Refused);
    EXPECT_THAT(wrong.err, AllOf(HasSubstr("line 2, column 1"), HasSubstr("^")));
}

TEST(Cli, findCountsAHitOnADuplicateOnce)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    ASSERT_EQ(session.run({"dedupe", "@/r.winnow"}).code, Done);
    EXPECT_EQ(session.run({"find", "@/r.winnow", "TITLE(handicraft)", "--ids"}).out, "A2020\n");
    EXPECT_EQ(session.run({"find", "@/r.winnow", "PUBYEAR = 2022", "--ids"}).out, "A2020\n");
}

TEST(Cli, showTellsSourcesAndDecisions)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    ASSERT_EQ(session.run({"dedupe", "@/r.winnow"}).code, Done);
    ASSERT_EQ(session
                  .run({"decide",
                        "@/r.winnow",
                        "A2020",
                        "--stage",
                        "title-abstract",
                        "--verdict",
                        "maybe",
                        "--note",
                        "hm"})
                  .code,
              Done);
    const json shown = json::parse(session.run({"show", "@/r.winnow", "C2022", "--json"}).out);
    EXPECT_EQ(shown["key"], "A2020");
    EXPECT_EQ(shown["sources"].size(), 2U);
    EXPECT_EQ(shown["decisions"][0]["verdict"], "maybe");
    EXPECT_THAT(session.run({"show", "@/r.winnow", "A2020"}).out,
                AllOf(HasSubstr("Scopus"), HasSubstr("maybe"), HasSubstr("hm")));
    EXPECT_EQ(session.run({"show", "@/r.winnow", "Nobody"}).code, Refused);
}

TEST(Cli, anAmbiguousKeyIsAskedForByNumber)
{
    Session session;
    session.makeReview("r.winnow",
                       "TY  - JOUR\nID  - X\nTI  - One\nER  - \nTY  - JOUR\nID  - X\nTI  - Two\nER  - \n");
    const Output shown = session.run({"show", "@/r.winnow", "X"});
    EXPECT_EQ(shown.code, Refused);
    EXPECT_THAT(shown.err, AllOf(HasSubstr("#1"), HasSubstr("#2")));
    EXPECT_THAT(session.run({"show", "@/r.winnow", "#2"}).out, HasSubstr("Two"));
}

TEST(Cli, decideUndoAndRedoWorkOverRestarts)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    const auto decide = [&](const std::string &key, const std::string &verdict) {
        return session.run({"decide",
                            "@/r.winnow",
                            key,
                            "--stage",
                            "title-abstract",
                            "--verdict",
                            verdict,
                            "--reviewer",
                            "anna"});
    };
    ASSERT_EQ(decide("A2020", "include").code, Done);
    ASSERT_EQ(decide("B2021", "exclude").code, Done);
    const Output undone = session.run({"undo", "@/r.winnow", "--reviewer", "anna"});
    EXPECT_THAT(undone.out, HasSubstr("exclude B2021"));
    EXPECT_THAT(session.run({"redo", "@/r.winnow", "--reviewer", "anna"}).out, HasSubstr("exclude B2021"));
    EXPECT_EQ(session.run({"redo", "@/r.winnow", "--reviewer", "anna"}).code, Refused);
    EXPECT_EQ(session.run({"undo", "@/r.winnow", "--reviewer", "nobody"}).code, Refused);
    const json log = json::parse(session.run({"log", "@/r.winnow", "--json"}).out);
    EXPECT_EQ(log.size(), 5U) << "import, two decisions, retraction, decision again";
    EXPECT_EQ(log[3]["kind"], "retraction");
    EXPECT_EQ(session.run({"verify", "@/r.winnow"}).code, Done);
}

TEST(Cli, decideReadsACsvFileAsOneAct)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    session.write("d.csv",
                  "key,stage,verdict,reason,note\nA2020,title-abstract,include,,\nA2020,full-text,exclude,"
                  "\"no, data\",x\n"
                  "B2021,title-abstract,exclude,,\n");
    const Output decided = session.run({"decide", "@/r.winnow", "--from", "@/d.csv"});
    ASSERT_EQ(decided.code, Done) << decided.err;
    EXPECT_THAT(decided.out, HasSubstr("3 decisions"));
    EXPECT_THAT(session.run({"show", "@/r.winnow", "A2020"}).out, HasSubstr("no, data"));
    ASSERT_EQ(session.run({"undo", "@/r.winnow"}).code, Done);
    EXPECT_THAT(session.run({"show", "@/r.winnow", "A2020"}).out, HasSubstr("No decisions yet"));
}

TEST(Cli, decideNamesTheLineOfACsvFileThatIsWrong)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    const std::vector<std::pair<std::string, std::string>> cases{
        {"key,stage,verdict\nA2020,title-abstract,yes\n", "line 2"},
        {"key,stage,verdict\nA2020,title-abstract,include\nNobody,title-abstract,include\n", "line 3"},
        {"key,verdict\nA2020,include\n", "stage"},
        {"", "no decision"},
    };
    for (const auto &[csv, words] : cases) {
        session.write("d.csv", csv);
        const Output refused = session.run({"decide", "@/r.winnow", "--from", "@/d.csv"});
        EXPECT_EQ(refused.code, Refused) << csv;
        EXPECT_THAT(refused.err, HasSubstr(words));
    }
    EXPECT_THAT(session.run({"show", "@/r.winnow", "A2020"}).out, HasSubstr("No decisions yet"));
}

TEST(Cli, decideRefusesFullTextAfterAnExclusion)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    ASSERT_EQ(
        session.run({"decide", "@/r.winnow", "A2020", "--stage", "title-abstract", "--verdict", "exclude"})
            .code,
        Done);
    const Output refused =
        session.run({"decide", "@/r.winnow", "A2020", "--stage", "full-text", "--verdict", "include"});
    EXPECT_EQ(refused.code, Refused);
    EXPECT_THAT(refused.err, HasSubstr("excluded at title and abstract"));
}

TEST(Cli, decideIsUsedWronglyWithoutAVerdict)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    EXPECT_EQ(session.run({"decide", "@/r.winnow", "A2020", "--stage", "full-text"}).code, UsedWrongly);
    EXPECT_EQ(
        session.run({"decide", "@/r.winnow", "A2020", "--stage", "full-text", "--verdict", "perhaps"}).code,
        UsedWrongly);
}

TEST(Cli, aNewDecisionSettlesWhatDuplicatesBroughtInConflict)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    const auto decide = [&](const std::string &key, const std::string &verdict) {
        return session.run({"decide", "@/r.winnow", key, "--stage", "title-abstract", "--verdict", verdict})
            .code;
    };
    ASSERT_EQ(decide("A2020", "include"), Done);
    ASSERT_EQ(decide("C2022", "exclude"), Done);
    ASSERT_EQ(session.run({"dedupe", "@/r.winnow"}).code, Done);
    ASSERT_EQ(session
                  .run({"export",
                        "@/r.winnow",
                        "-o",
                        "@/e.ris",
                        "--stage",
                        "title-abstract",
                        "--verdict",
                        "include"})
                  .code,
              Done);
    EXPECT_THAT(session.read("e.ris"), Not(HasSubstr("A2020"))) << "in conflict";
    ASSERT_EQ(decide("A2020", "include"), Done);
    ASSERT_EQ(session
                  .run({"export",
                        "@/r.winnow",
                        "-o",
                        "@/e.ris",
                        "--stage",
                        "title-abstract",
                        "--verdict",
                        "include"})
                  .code,
              Done);
    EXPECT_THAT(session.read("e.ris"), HasSubstr("A2020"));
}

TEST(Cli, flowWritesADiagramAndItsNumbers)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    ASSERT_EQ(session.run({"dedupe", "@/r.winnow"}).code, Done);
    session.write("d.csv",
                  "key,stage,verdict,reason\nA2020,title-abstract,include,\nB2021,title-abstract,exclude,\n"
                  "A2020,full-text,exclude,wrong population\n");
    ASSERT_EQ(session.run({"decide", "@/r.winnow", "--from", "@/d.csv"}).code, Done);
    const Output drawn = session.run({"flow", "@/r.winnow", "-o", "@/f.svg", "-o", "@/c.json"});
    ASSERT_EQ(drawn.code, Done) << drawn.err;
    EXPECT_THAT(drawn.err, IsEmpty());
    EXPECT_THAT(session.read("f.svg"),
                AllOf(HasSubstr("<title"),
                      HasSubstr("<desc"),
                      HasSubstr("Duplicate records removed"),
                      HasSubstr("wrong population")));
    EXPECT_THAT(json::parse(session.read("c.json")).dump(), HasSubstr("wrong population"));
    const Output unknown = session.run({"flow", "@/r.winnow", "-o", "@/f.xyz"});
    EXPECT_EQ(unknown.code, Refused);
    EXPECT_THAT(unknown.err, HasSubstr("svg"));
}

TEST(Cli, flowChecksTheNumbersOfAReviewAndOfAFile)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    EXPECT_EQ(session.run({"flow", "check", "@/r.winnow"}).code, Done) << "though nothing is screened yet";
    ASSERT_EQ(session.run({"dedupe", "@/r.winnow"}).code, Done);
    session.write("d.csv", "key,stage,verdict\nA2020,title-abstract,exclude\nB2021,title-abstract,exclude\n");
    ASSERT_EQ(session.run({"decide", "@/r.winnow", "--from", "@/d.csv"}).code, Done);
    EXPECT_EQ(session.run({"flow", "@/r.winnow", "-o", "@/p.csv"}).code, Done);
    EXPECT_THAT(session.read("p.csv"), HasSubstr(",records_screened.html,2\n"));
    EXPECT_EQ(session.run({"flow", "check", "@/p.csv"}).code, Done);
    session.write("bad.json",
                  R"({"variant": "new_db", "databases": {"total": 20}, "screened": 19, "records_excluded": 9,
                      "dbr": {"sought": 11}})");
    const Output bad = session.run({"flow", "check", "@/bad.json"});
    EXPECT_EQ(bad.code, Refused);
    EXPECT_THAT(
        bad.out,
        AllOf(HasSubstr("error   R03  20 records identified less those removed before screening, but 19 "
                        "records screened."),
              HasSubstr("error   R04"),
              HasSubstr("advice  R17")));
    const json told = json::parse(session.run({"flow", "check", "@/bad.json", "--json"}).out);
    EXPECT_EQ(told["errors"][0]["rule"], "R03");
    EXPECT_EQ(told["errors"].size(), 2U);
    EXPECT_EQ(told["warnings"].size(), 0U);
    EXPECT_EQ(session.run({"flow", "check", "@/none.json"}).code, Refused);
    EXPECT_EQ(session.run({"flow", "check", "@/none.winnow"}).code, Refused);
    EXPECT_EQ(session.run({"flow", "@/r.winnow"}).code, UsedWrongly);
    EXPECT_EQ(session.run({"flow"}).code, UsedWrongly);
}

const char *const kTables =
    R"({"tables": [{"id": "t1", "caption": "What is sold", "columns": ["Category", "References"],
  "rows": [{"Category": "Baskets", "References": ["B2021"]}, {"Category": "All", "References": ["A2020", "B2021"]}]}]})";

TEST(Cli, tablesAreLoadedListedAndWritten)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    EXPECT_EQ(session.run({"tables", "@/r.winnow"}).code, Refused);
    session.write("t.json", kTables);
    const Output loaded = session.run({"tables", "@/r.winnow", "--load", "@/t.json"});
    ASSERT_EQ(loaded.code, Done) << loaded.err;
    EXPECT_EQ(json::parse(session.run({"tables", "@/r.winnow", "--json"}).out)[0]["rows"], 2);
    ASSERT_EQ(
        session.run({"table", "@/r.winnow", "t1", "-o", "@/t.md", "-o", "@/t.html", "-o", "@/t.csv"}).code,
        Done);
    EXPECT_THAT(session.read("t.md"), AllOf(HasSubstr("Baskets"), HasSubstr("[1]"), HasSubstr("[1, 2]")));
    EXPECT_THAT(session.read("t.html"), HasSubstr("<table"));
    EXPECT_THAT(session.read("t.csv"), HasSubstr("\"[1, 2]\""));
    const Output unknown = session.run({"table", "@/r.winnow", "t9", "-o", "@/t.md"});
    EXPECT_EQ(unknown.code, Refused);
    EXPECT_THAT(unknown.err, HasSubstr("t1"));
}

TEST(Cli, tablesMustCiteRecordsOfTheReview)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    session.write(
        "t.json",
        R"({"tables": [{"id": "t", "caption": "c", "columns": ["References"], "rows": [{"References": ["Nobody"]}]}]})");
    const Output refused = session.run({"tables", "@/r.winnow", "--load", "@/t.json"});
    EXPECT_EQ(refused.code, Refused);
    EXPECT_THAT(refused.err, HasSubstr("Nobody"));
    session.write("t.json", "{");
    EXPECT_EQ(session.run({"tables", "@/r.winnow", "--load", "@/t.json"}).code, Refused);
}

TEST(Cli, exportWritesWhatWasSelectedWithDecisions)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    ASSERT_EQ(session
                  .run({"decide",
                        "@/r.winnow",
                        "B2021",
                        "--stage",
                        "title-abstract",
                        "--verdict",
                        "exclude",
                        "--reason",
                        "off topic"})
                  .code,
              Done);
    for (const std::string name : {"e.ris", "e.csv", "e.json"}) {
        const Output exported = session.run({"export", "@/r.winnow", "-o", "@/" + name});
        ASSERT_EQ(exported.code, Done) << exported.err;
        EXPECT_THAT(exported.out, HasSubstr("3 records"));
        EXPECT_THAT(session.read(name),
                    AllOf(HasSubstr("Bamboo baskets"), HasSubstr("exclude"), HasSubstr("off topic")));
    }
    EXPECT_EQ(json::parse(session.read("e.json")).size(), 3U);
    EXPECT_THAT(session.run({"export", "@/r.winnow", "-o", "@/q.ris", "--query", "TITLE(bamboo)"}).out,
                HasSubstr("1 record "));
    EXPECT_EQ(session.run({"export", "@/r.winnow", "-o", "@/e.xyz"}).code, Refused);
    EXPECT_EQ(session.run({"export", "@/r.winnow", "-o", "@/e.ris", "--stage", "full-text"}).code,
              UsedWrongly);
}

TEST(Cli, whatWasExportedAsRisComesInAgainTheSame)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    ASSERT_EQ(session.run({"export", "@/r.winnow", "-o", "@/e.ris"}).code, Done);
    session.makeReview("s.winnow", session.read("e.ris"));
    for (const std::string key : {"A2020", "B2021", "C2022"}) {
        json first = json::parse(session.run({"show", "@/r.winnow", key, "--json"}).out);
        json second = json::parse(session.run({"show", "@/s.winnow", key, "--json"}).out);
        first.erase("sources");
        second.erase("sources");
        EXPECT_EQ(first, second);
    }
}

TEST(Cli, verifyFindsADamagedReview)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    ASSERT_EQ(session.run({"find", "@/r.winnow", "TITLE(a)", "--count"}).code, Done);
    EXPECT_THAT(session.run({"verify", "@/r.winnow"}).out, HasSubstr("sound"));
    std::filesystem::resize_file(session.path("r.winnow"), 4096);
    const Output damaged = session.run({"verify", "@/r.winnow"});
    EXPECT_EQ(damaged.code, Refused);
}

TEST(Cli, aLostOrForeignIndexIsMadeAgain)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    ASSERT_EQ(session.run({"find", "@/r.winnow", "TITLE(bamboo)", "--count"}).out, "1\n");
    std::filesystem::remove_all(session.path("r.index"));
    EXPECT_EQ(session.run({"find", "@/r.winnow", "TITLE(bamboo)", "--count"}).out, "1\n");
    session.makeReview("s.winnow", kThreeRecords);
    ASSERT_EQ(session.run({"find", "@/s.winnow", "TITLE(bamboo)", "--count"}).out, "1\n");
    std::filesystem::remove_all(session.path("r.index"));
    std::filesystem::rename(session.path("s.index"), session.path("r.index"));
    EXPECT_EQ(session.run({"verify", "@/r.winnow"}).code, Refused);
    EXPECT_EQ(session.run({"find", "@/r.winnow", "TITLE(bamboo)", "--count"}).out, "1\n");
    EXPECT_EQ(session.run({"verify", "@/r.winnow"}).code, Done);
}

TEST(Cli, anImportAfterASearchIsFoundByTheNext)
{
    Session session;
    session.makeReview("r.winnow", kThreeRecords);
    ASSERT_EQ(session.run({"find", "@/r.winnow", "TITLE(pottery)", "--count"}).out, "0\n");
    session.write("more.ris", "TY  - JOUR\nTI  - Pottery\nER  - \n");
    ASSERT_EQ(session.run({"import", "@/r.winnow", "@/more.ris"}).code, Done);
    EXPECT_EQ(session.run({"find", "@/r.winnow", "TITLE(pottery)", "--count"}).out, "1\n");
}

TEST(Cli, sayNothingThatCouldSteerATerminal)
{
    Session session;
    session.makeReview("r.winnow", "TY  - JOUR\nTI  - red \x1b[31m alert\nER  - \n");
    EXPECT_THAT(session.run({"find", "@/r.winnow", "TITLE(red)"}).out, Not(HasSubstr("\x1b")));
    EXPECT_THAT(session.run({"show", "@/r.winnow", "#1"}).out, Not(HasSubstr("\x1b")));
    const Output refused = session.run({"show", "@/r.winnow", "K\x1b[2J\u009b2Jey"});
    EXPECT_THAT(refused.err, AllOf(HasSubstr("ey"), Not(HasSubstr("\x1b")), Not(HasSubstr("\u009b"))));
}

} // namespace

} // namespace winnow::cli::test
