#include "base/file.h"
#include "cli/command.h"
#include "session.h"
#include "support/zip.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace winnow::cli {

namespace {

using nlohmann::json;
using test::Output;
using test::Session;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr const char *kRis = "TY  - JOUR\nID  - A2020\nTI  - First\nPY  - 2020\nDO  - 10.5555/a\nER  - \n"
                             "TY  - JOUR\nID  - B2021\nTI  - Second\nPY  - 2021\nER  - \n";

/// The same first record from another source, and one of its own.
constexpr const char *kOther =
    "TY  - JOUR\nID  - X1\nTI  - First\nPY  - 2020\nDO  - 10.5555/a\nAB  - Text.\nER  - \n"
    "TY  - JOUR\nID  - X2\nTI  - Third\nPY  - 2022\nER  - \n";

} // namespace

TEST(Inspect, saysWhatAFileIsAndWhy)
{
    Session session;
    session.write("a.txt", kRis);
    const Output shown = session.run({"inspect", "@/a.txt"});
    EXPECT_EQ(shown.code, Done) << shown.err;
    EXPECT_THAT(shown.out,
                AllOf(HasSubstr("RIS"), HasSubstr("line 1 is the tag TY"), HasSubstr("2 records")));
    const json files = json::parse(session.run({"inspect", "@/a.txt", "--json"}).out)["files"];
    EXPECT_EQ(files[0]["format"], "ris");
    EXPECT_EQ(files[0]["starts"], 2);
}

TEST(Inspect, showsWhatColumnsAreTakenForAndObeysTheUser)
{
    Session session;
    session.write("k.csv", "Werk,Wer,Wann\nEin Werk,\"Poe, E.\",2001\n");
    EXPECT_EQ(session.run({"inspect", "@/k.csv"}).code, Refused) << "no column is known";
    const Output shown = session.run(
        {"inspect", "@/k.csv", "--map", "title=Werk", "--map", "authors=Wer", "--map", "year=Wann"});
    EXPECT_EQ(shown.code, Done) << shown.err;
    EXPECT_THAT(shown.out, AllOf(HasSubstr("column Werk = title"), HasSubstr("Poe"), HasSubstr("2001")));
    EXPECT_THAT(session.run({"inspect", "@/k.csv", "--map", "title=Werk", "--map", "year=Wo"}).err,
                HasSubstr("no column Wo"));
    EXPECT_THAT(session.run({"inspect", "@/k.csv", "--map", "titel=Werk"}).err, HasSubstr("no field titel"));
    EXPECT_THAT(session.run({"inspect", "@/k.csv", "--map", "title"}).err, HasSubstr("title=Titel"));
}

TEST(Import, takesWholeFoldersAsOneSearch)
{
    Session session;
    EXPECT_EQ(session.run({"init", "@/r.winnow", "--title", "T"}).code, Done);
    std::filesystem::create_directories(session.path("parts/more"));
    session.write("parts/1.ris", kRis);
    session.write("parts/more/2.ris", kOther);
    session.write("parts/readme.pdf", "%PDF-1.7\n");
    const Output done = session.run({"import", "@/r.winnow", "@/parts", "--source", "Scopus", "--json"});
    EXPECT_EQ(done.code, Done) << done.err;
    const json report = json::parse(done.out);
    EXPECT_EQ(report["files"].size(), 2U);
    EXPECT_EQ(report["files"][0]["file"], "parts/1.ris");
    EXPECT_EQ(report["passed_over"][0]["file"], "parts/readme.pdf");
    EXPECT_EQ(session.run({"flow", "@/r.winnow", "-o", "@/c.json"}).code, Done);
    const json counts = json::parse(session.read("c.json"));
    EXPECT_EQ(counts["databases"]["total"], 4);
    EXPECT_EQ(counts["databases"]["detail"].size(), 1U);
}

TEST(Import, countsTheRecordsOfAFileOnceMoreByOtherMeans)
{
    Session session;
    EXPECT_EQ(session.run({"init", "@/r.winnow", "--title", "T"}).code, Done);
    session.write("a.bib", "@article{a, title={One}} @article{b, title={Two}}\n");
    const json file = json::parse(session.run({"import", "@/r.winnow", "@/a.bib", "--json"}).out)["files"][0];
    EXPECT_EQ(file["starts"], 2);
    EXPECT_EQ(file["in_file"], 2);
}

TEST(Import, listsWhatItRejectedAndTakesItCorrected)
{
    Session session;
    EXPECT_EQ(session.run({"init", "@/r.winnow", "--title", "T"}).code, Done);
    session.write("a.csv", "Title,Authors,DOI,Year\nGood,\"Poe, E.\",10.5555/g,2001\n,,,2002\n");
    EXPECT_EQ(session.run({"import", "@/r.winnow", "@/a.csv"}).code, Done);
    const Output listed = session.run({"import", "@/r.winnow", "--report"});
    EXPECT_THAT(listed.out, AllOf(HasSubstr("line 3"), HasSubstr(",,,2002"), HasSubstr("1 rejected")));
    const Output written =
        session.run({"import", "@/r.winnow", "--report", "--import", "1", "-o", "@/rejected.csv"});
    EXPECT_EQ(written.code, Done) << written.err;
    EXPECT_EQ(session.read("rejected.csv"), "Title,Authors,DOI,Year\n,,,2002\n")
        << "with the header it needs";

    session.write("rejected.csv", "Title,Authors,DOI,Year\nMended,,,2002\n");
    const Output retried = session.run({"import", "@/r.winnow", "@/rejected.csv", "--retry", "1"});
    EXPECT_EQ(retried.code, Done) << retried.err;
    EXPECT_THAT(retried.out, HasSubstr("1 rejected record of the earlier import settled"));
    EXPECT_THAT(session.run({"import", "@/r.winnow", "--report"}).out, Not(HasSubstr("line 3")));
    EXPECT_EQ(session.run({"undo", "@/r.winnow"}).code, Done);
    EXPECT_THAT(session.run({"import", "@/r.winnow", "--report"}).out, HasSubstr("line 3"))
        << "open again when the retry is undone";
    EXPECT_EQ(session.run({"import", "@/r.winnow", "@/rejected.csv", "--retry", "9"}).code, Refused);
}

TEST(Import, canBeUndoneLaterAndDecisionsStayWithDuplicates)
{
    Session session;
    session.makeReview("r.winnow", kRis);
    session.write("b.ris", kOther);
    EXPECT_EQ(session.run({"import", "@/r.winnow", "@/b.ris"}).code, Done);
    EXPECT_EQ(session.run({"dedupe", "@/r.winnow"}).code, Done);
    const json before = json::parse(session.run({"show", "@/r.winnow", "X1", "--json"}).out);
    EXPECT_EQ(
        session.run({"decide", "@/r.winnow", "X1", "--stage", "title-abstract", "--verdict", "include"}).code,
        Done);
    EXPECT_EQ(
        session.run({"decide", "@/r.winnow", "X2", "--stage", "title-abstract", "--verdict", "include"}).code,
        Done);
    const Output undone = session.run({"undo", "@/r.winnow", "--import", "2"});
    EXPECT_EQ(undone.code, Done) << undone.err;
    EXPECT_THAT(undone.out, HasSubstr("b.ris"));
    EXPECT_THAT(session.run({"show", "@/r.winnow", "A2020"}).out, HasSubstr("title-abstract: include"))
        << "the record that is left of the group keeps what was decided on it";
    EXPECT_EQ(session.run({"show", "@/r.winnow", "X2"}).code, Refused);
    EXPECT_EQ(session.run({"verify", "@/r.winnow"}).code, Done);
    EXPECT_EQ(session.run({"undo", "@/r.winnow", "--import", "2"}).code, Refused) << "it is undone already";
    EXPECT_EQ(session.run({"redo", "@/r.winnow"}).code, Done);
    EXPECT_EQ(json::parse(session.run({"show", "@/r.winnow", "X1", "--json"}).out)["sources"],
              before["sources"]);
    EXPECT_EQ(session.run({"verify", "@/r.winnow"}).code, Done);
}

TEST(Import, takesDecisionsOnlyWhereAskedTo)
{
    Session session;
    EXPECT_EQ(session.run({"init", "@/r.winnow", "--title", "T"}).code, Done);
    session.write("r.ris",
                  "TY  - JOUR\nID  - r1\nTI  - One\nN1  - RAYYAN-INCLUSION: {\"Matt\"=>\"Excluded\", "
                  "\"Laura\"=>\"Included\"} | RAYYAN-EXCLUSION-REASONS: wrong population\nER  - \n");
    EXPECT_THAT(session.run({"import", "@/r.winnow", "@/r.ris"}).out,
                HasSubstr("The files hold 2 decisions"));
    EXPECT_EQ(session.run({"undo", "@/r.winnow"}).code, Done);
    const Output done =
        session.run({"import", "@/r.winnow", "@/r.ris", "--decisions", "--stage", "full-text"});
    EXPECT_THAT(done.out, HasSubstr("2 decisions of the files taken"));
    EXPECT_THAT(session.run({"show", "@/r.winnow", "r1"}).out,
                AllOf(HasSubstr("full-text: exclude, wrong population by Matt"),
                      HasSubstr("full-text: include by Laura")));
    EXPECT_EQ(session.run({"undo", "@/r.winnow", "--reviewer", "Matt"}).code, Refused)
        << "the act is of who imported";
    EXPECT_EQ(session.run({"undo", "@/r.winnow"}).code, Done) << "with its decisions";
    EXPECT_EQ(session.run({"verify", "@/r.winnow"}).code, Done);
}

TEST(Decide, takesDecisionsFromWhatToolsExport)
{
    Session session;
    session.makeReview("r.winnow", kRis);
    session.write("asreview.csv",
                  "title,doi,year,asreview_label\nNamed otherwise,https://doi.org/10.5555/A,2020,1\n"
                  "second,,2021,0\nNot in the review,,1999,1\n");
    const Output taken = session.run({"decide", "@/r.winnow", "--from", "@/asreview.csv"});
    EXPECT_EQ(taken.code, Done) << taken.err;
    EXPECT_THAT(
        taken.out,
        AllOf(HasSubstr("Took 2 decisions from 3 records"), HasSubstr("line 4 is not in the review")));
    EXPECT_THAT(session.run({"show", "@/r.winnow", "A2020"}).out, HasSubstr("title-abstract: include"));
    EXPECT_THAT(session.run({"show", "@/r.winnow", "B2021"}).out, HasSubstr("title-abstract: exclude"));
    // Covidence exports a list for each verdict.
    session.write("irrelevant.ris", "TY  - JOUR\nTI  - Second\nPY  - 2021\nER  - \n");
    const Output list = session.run({"decide",
                                     "@/r.winnow",
                                     "--from",
                                     "@/irrelevant.ris",
                                     "--verdict",
                                     "exclude",
                                     "--reason",
                                     "wrong place",
                                     "--reviewer",
                                     "ben"});
    EXPECT_EQ(list.code, Done) << list.err;
    EXPECT_THAT(session.run({"show", "@/r.winnow", "B2021", "--reviewer", "ben"}).out,
                HasSubstr("exclude, wrong place by ben"));
    EXPECT_THAT(session.run({"show", "@/r.winnow", "B2021"}).out, Not(HasSubstr("ben")));
    EXPECT_THAT(session.run({"decide", "@/r.winnow", "--from", "@/irrelevant.ris"}).err,
                HasSubstr("holds no decisions"));
}

TEST(Decide, decisionsComeBackFromEveryFormatThatExportWrites)
{
    for (const char *name :
         {"e.ris", "e.nbib", "e.bib", "e.xml", "e.json", "e.winnow.json", "e.csv", "e.xlsx"}) {
        Session session;
        session.makeReview("r.winnow", kRis);
        const std::vector<std::string> decision{"decide",
                                                "@/r.winnow",
                                                "A2020",
                                                "--stage",
                                                "title-abstract",
                                                "--verdict",
                                                "exclude",
                                                "--reason",
                                                "a; b",
                                                "--note",
                                                "see (p. 3)"};
        EXPECT_EQ(session.run(decision).code, Done);
        const std::string before = session.run({"show", "@/r.winnow", "A2020"}).out;
        EXPECT_EQ(session.run({"export", "@/r.winnow", "-o", std::string("@/") + name}).code, Done) << name;
        EXPECT_EQ(session.run({"undo", "@/r.winnow"}).code, Done);
        EXPECT_THAT(session.run({"show", "@/r.winnow", "A2020"}).out, HasSubstr("No decisions yet"));
        const Output back = session.run({"decide", "@/r.winnow", "--from", std::string("@/") + name});
        EXPECT_EQ(back.code, Done) << name << back.err;
        EXPECT_THAT(session.run({"show", "@/r.winnow", "A2020"}).out,
                    AllOf(HasSubstr("exclude, a; b (see (p. 3))")))
            << name << '\n'
            << before;
    }
}

TEST(Decide, findsTheRowsOfAnAsreviewProjectWhateverElseIsInIt)
{
    Session session;
    session.makeReview("r.winnow", kRis);
    // Records 1 (relevant, "good") and 2 (irrelevant).
    const std::string results = readFile(WINNOW_TEST_DATA "/asreview/results.db").value();
    const winnow::test::ZipMembers project{
        {"project.json", R"({"dataset_path": "hits.csv"})"},
        {"data/earlier.csv", "title,year\nFirst,2020\n"},
        {"data/hits.csv", "title,year\n,1990\nSecond,2021\nFirst,2020\n"},
        {"reviews/1/results.db", results},
    };
    winnow::test::writeZip(session.path("p.asreview"), project);
    const Output taken = session.run({"decide", "@/r.winnow", "--from", "@/p.asreview"});
    EXPECT_THAT(taken.out, HasSubstr("Took 2 decisions from 2 records")) << taken.err;
    EXPECT_THAT(session.run({"show", "@/r.winnow", "B2021"}).out, HasSubstr("include (good)"));
    EXPECT_THAT(session.run({"show", "@/r.winnow", "A2020"}).out, HasSubstr("title-abstract: exclude"));
}

TEST(Decide, saysWhatIsWrongWithADamagedProject)
{
    Session session;
    session.makeReview("r.winnow", kRis);
    session.write("p.asreview", "PK\x03\x04 and nothing else");
    EXPECT_THAT(session.run({"decide", "@/r.winnow", "--from", "@/p.asreview"}).err,
                HasSubstr("zip archive"));
}

TEST(Convert, writesAnotherFormatWithoutAReview)
{
    Session session;
    session.write("a.ris", kRis);
    EXPECT_EQ(session.run({"convert", "@/a.ris", "-o", "@/a.bib"}).code, Done);
    EXPECT_THAT(session.read("a.bib"), AllOf(HasSubstr("@article{A2020"), HasSubstr("10.5555/a")));
    EXPECT_EQ(session.run({"convert", "@/a.ris", "-o", "@/a.txt"}).code, Refused);
    EXPECT_EQ(session.run({"convert", "@/a.ris", "-o", "@/a.txt", "--to", "nbib"}).code, Done);
    EXPECT_THAT(session.read("a.txt"), HasSubstr("TI  - First"));
}

TEST(Export, givesUnknownColumnsBack)
{
    Session session;
    EXPECT_EQ(session.run({"init", "@/r.winnow", "--title", "T"}).code, Done);
    session.write("a.csv", "Title,Cited by,Funding\nOne,12,A fund\nTwo,,\n");
    EXPECT_EQ(session.run({"import", "@/r.winnow", "@/a.csv"}).code, Done);
    EXPECT_EQ(session.run({"export", "@/r.winnow", "-o", "@/e.csv"}).code, Done);
    const std::string text = session.read("e.csv");
    EXPECT_THAT(text.substr(0, text.find('\n')), HasSubstr(",Cited by,Funding"));
    EXPECT_THAT(text, HasSubstr(",12,A fund\n"));
}

} // namespace winnow::cli
