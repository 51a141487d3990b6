#include "base/sha256.h"
#include "review_test.h"
#include "support/pdf_file.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>

namespace winnow::cli::test {

namespace {

namespace fs = std::filesystem;

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

const std::string kPdf = "%PDF-1.4\none\n%%EOF\n";

class Fulltext : public ReviewTest
{
protected:
    Fulltext()
    {
        m_session.makeReview("r.winnow", kThreeRecords);
        decide("ann", "A2020", "include");
        decide("ann", "B2021", "include");
        m_session.write("paper.pdf", kPdf);
    }

    Output attach(const std::string &key, const std::string &file)
    {
        return run({"fulltext", "attach", "@/r.winnow", key, "@/" + file});
    }

    json status() { return parsed({"fulltext", "status", "@/r.winnow"}); }

    [[nodiscard]] fs::path stored() const { return m_session.path("r.files") / (sha256(kPdf) + ".pdf"); }
};

TEST_F(Fulltext, attachesAPdfToAReport)
{
    const Output done = attach("A2020", "paper.pdf");
    EXPECT_THAT(done.out, HasSubstr("A2020: attached paper.pdf (" + sha256(kPdf).substr(0, 12)));
    EXPECT_TRUE(fs::exists(stored()));
    EXPECT_THAT(attach("A2020", "paper.pdf").out, HasSubstr("has already paper.pdf"));
    EXPECT_THAT(run({"log", "@/r.winnow"}).out, HasSubstr("file paper.pdf attached to A2020"));
}

TEST_F(Fulltext, refusesWhatIsNoPdfAndShowsNoControlCharacters)
{
    m_session.write("a\x1b[2Jb\n.pdf", "<html>");
    const Output bad = refused({"fulltext", "attach", "@/r.winnow", "A2020", "@/a\x1b[2Jb\n.pdf"});
    EXPECT_THAT(bad.err, HasSubstr("is no PDF"));
    EXPECT_THAT(bad.err, Not(HasSubstr("\x1b")));
    EXPECT_EQ(std::ranges::count(bad.err, '\n'), 1);
    m_session.write("c\x1b[2Jd\n.pdf", kPdf);
    const Output good = attach("A2020", "c\x1b[2Jd\n.pdf");
    EXPECT_THAT(good.out, Not(HasSubstr("\x1b")));
    EXPECT_THAT(run({"fulltext", "status", "@/r.winnow"}).out, Not(HasSubstr("\x1b")));
    EXPECT_THAT(refused({"fulltext", "attach", "@/r.winnow", "Z1999", "@/paper.pdf"}).err,
                HasSubstr("Z1999"));
}

TEST_F(Fulltext, listsTheSoughtReportsWithTheirFiles)
{
    attach("A2020", "paper.pdf");
    run({"retrieval", "@/r.winnow", "B2021", "--not-retrieved", "no access"});
    const std::string out = run({"fulltext", "status", "@/r.winnow"}).out;
    EXPECT_THAT(out, HasSubstr("A2020  retrieved  Digital marketing of handicraft\n  there  "));
    EXPECT_THAT(out, HasSubstr("B2021  not-retrieved (no access)  Bamboo baskets"));
    EXPECT_THAT(out, HasSubstr("2 reports sought: 1 retrieved, 1 not retrieved, 0 still sought.\n"));
    EXPECT_THAT(out, HasSubstr("1 file there.\n"));
    const json json = status();
    ASSERT_THAT(json["reports"], SizeIs(2));
    EXPECT_EQ(json["reports"][0]["files"][0]["sha256"], sha256(kPdf));
    EXPECT_EQ(json["reports"][0]["files"][0]["state"], "there");
    EXPECT_EQ(json["reports"][0]["files"][0]["source"], "user");
    EXPECT_EQ(json["reports"][1]["why"], "no access");
    EXPECT_EQ(json["totals"]["retrieved"], 1);
    EXPECT_EQ(json["totals"]["not_retrieved"], 1);
    EXPECT_EQ(json["totals"]["files"]["there"], 1);
}

TEST_F(Fulltext, saysThatNotRetrievedNoLongerHolds)
{
    run({"retrieval", "@/r.winnow", "A2020", "--not-retrieved", "no access"});
    const Output done = attach("A2020", "paper.pdf");
    EXPECT_THAT(done.out, HasSubstr("It was said to be not retrieved (no access)"));
    EXPECT_EQ(status()["totals"]["not_retrieved"], 0);
    run({"undo", "@/r.winnow"});
    EXPECT_EQ(status()["totals"]["not_retrieved"], 1);
    run({"redo", "@/r.winnow"});
    EXPECT_THAT(refused({"retrieval", "@/r.winnow", "A2020", "--not-retrieved", "lost"}).err,
                HasSubstr("has a file attached"));
}

TEST_F(Fulltext, saysWhatToDoAboutAFileThatIsMissing)
{
    attach("A2020", "paper.pdf");
    fs::remove(stored());
    const Output told = run({"fulltext", "status", "@/r.winnow"});
    EXPECT_THAT(told.out, HasSubstr("  missing  "));
    EXPECT_THAT(told.out, HasSubstr("1 file missing. PDFs lie beside the review, in NAME.files"));
    refused({"fulltext", "status", "@/r.winnow", "--check"});
    attach("A2020", "paper.pdf");
    run({"fulltext", "status", "@/r.winnow", "--check"});
}

TEST_F(Fulltext, findsByItsCheckWhatWasChangedAndWhatIsUnused)
{
    attach("A2020", "paper.pdf");
    m_session.write("r.files/" + stored().filename().string(), "%PDF-1.4\nTWO\n%%EOF\n");
    m_session.write("r.files/stray.pdf", kPdf);
    EXPECT_EQ(status()["reports"][0]["files"][0]["state"], "there");
    const Output checked = m_session.run({"fulltext", "status", "@/r.winnow", "--check", "--json"});
    EXPECT_EQ(checked.code, Refused);
    const json json = json::parse(checked.out);
    EXPECT_EQ(json["reports"][0]["files"][0]["state"], "changed");
    EXPECT_EQ(json["totals"]["files"]["changed"], 1);
    ASSERT_THAT(json["unused"], SizeIs(1));
    EXPECT_THAT(json["unused"][0].get<std::string>(), HasSubstr("stray.pdf"));
    EXPECT_THAT(refused({"fulltext", "status", "@/r.winnow", "--check"}).out, HasSubstr("  stray.pdf\n"));
}

TEST_F(Fulltext, detachesTheFileThatIsMeant)
{
    EXPECT_THAT(refused({"fulltext", "detach", "@/r.winnow", "A2020"}).err, HasSubstr("has no file"));
    m_session.write("second.pdf", kPdf + "second");
    attach("A2020", "paper.pdf");
    attach("A2020", "second.pdf");
    EXPECT_THAT(refused({"fulltext", "detach", "@/r.winnow", "A2020"}).err,
                HasSubstr("say which with --file HASH"));
    EXPECT_THAT(refused({"fulltext", "detach", "@/r.winnow", "A2020", "--file", "xyz"}).err,
                HasSubstr("no file whose hash begins with xyz"));
    run({"fulltext", "detach", "@/r.winnow", "A2020", "--file", sha256(kPdf).substr(0, 8)});
    EXPECT_TRUE(fs::exists(stored()));
    const json files = status()["reports"][0]["files"];
    ASSERT_THAT(files, SizeIs(1));
    EXPECT_EQ(files[0]["name"], "second.pdf");
    run({"fulltext", "detach", "@/r.winnow", "A2020"});
    EXPECT_EQ(status()["totals"]["retrieved"], 0);
}

TEST_F(Fulltext, isNotInACopyOfTheReviewWhichSaysSo)
{
    EXPECT_THAT(run({"backup", "@/r.winnow", "--to", "@/before.winnow"}).out, Not(HasSubstr("PDF")));
    attach("A2020", "paper.pdf");
    const Output copied = run({"backup", "@/r.winnow", "--to", "@/copy.winnow"});
    EXPECT_THAT(copied.out,
                HasSubstr("copy " + m_session.path("r.files").string() + " to " +
                          m_session.path("copy.files").string()));
    EXPECT_EQ(parsed({"fulltext", "status", "@/copy.winnow"})["totals"]["files"]["missing"], 1);
    fs::copy(m_session.path("r.files"), m_session.path("copy.files"));
    run({"fulltext", "status", "@/copy.winnow", "--check"});
}

TEST_F(Fulltext, saysWhereReviewersContradictEachOther)
{
    ASSERT_EQ(m_session.run({"backup", "@/r.winnow", "--to", "@/ben.winnow"}).code, Done);
    attach("A2020", "paper.pdf");
    run({"retrieval", "@/ben.winnow", "A2020", "--not-retrieved", "no access", "--reviewer", "ben"});
    run({"retrieval", "@/ben.winnow", "A2020", "--not-retrieved", "no answer", "--reviewer", "ben"});
    run({"bundle", "export", "@/ben.winnow", "--reviewer", "ben", "-o", "@/ben.bundle"});
    run({"bundle", "merge", "@/r.winnow", "@/ben.bundle"});
    EXPECT_THAT(
        run({"fulltext", "status", "@/r.winnow"}).out,
        AllOf(HasSubstr("not-retrieved (no answer)"), HasSubstr("Somebody said that it was not retrieved")));
    const Output again = attach("A2020", "paper.pdf");
    EXPECT_THAT(again.out, AllOf(HasSubstr("has already"), HasSubstr("(no answer)")));
    EXPECT_EQ(status()["reports"][0]["status"], "retrieved");
}

TEST_F(Fulltext, asksForAStep)
{
    EXPECT_EQ(m_session.run({"fulltext"}).code, UsedWrongly);
    EXPECT_EQ(m_session.run({"fulltext", "attach", "@/r.winnow", "A2020"}).code, UsedWrongly);
}

TEST_F(Fulltext, matchesAFolderOfPdfs)
{
    const auto pdf = [](const std::string &title, const std::string &rest) {
        return winnow::test::makePdf({.pages = {{.content = winnow::test::pdfLine(50, 780, title) +
                                                            winnow::test::pdfLine(50, 760, rest)}}});
    };
    fs::create_directory(m_session.path("pdfs"));
    m_session.write("pdfs/a.pdf", pdf("Digital marketing of handicraft", "H. Hassan 2020 doi:10.1000/a"));
    m_session.write("pdfs/it's b.pdf", pdf("Erratum to: Bamboo baskets and e-commerce", "J. Li 2021"));
    m_session.write("pdfs/c.pdf", "<html>");
    const json told = parsed({"fulltext", "match", "@/r.winnow", "@/pdfs", "--dry-run"});
    EXPECT_EQ(told["dry_run"], true);
    EXPECT_EQ(told["totals"]["files"], 3);
    EXPECT_EQ(told["totals"]["attached"], 1);
    EXPECT_EQ(told["totals"]["to-confirm"], 1);
    EXPECT_EQ(told["totals"]["unreadable"], 1);
    EXPECT_EQ(status()["totals"]["retrieved"], 0);
    const std::string out = run({"fulltext", "match", "@/r.winnow", "@/pdfs"}).out;
    EXPECT_THAT(out,
                HasSubstr("unreadable  " + m_session.path("pdfs/c.pdf").string() + ": c.pdf is not a PDF"));
    EXPECT_THAT(out, HasSubstr("attached  " + m_session.path("pdfs/a.pdf").string() + "  A2020  "));
    EXPECT_THAT(out,
                HasSubstr("winnow fulltext attach " + m_session.path("r.winnow").string() +
                          " --record B2021 '" + m_session.path("pdfs/it").string() + "'\\''s b.pdf'\n"));
    EXPECT_THAT(out, HasSubstr("3 PDFs: 1 attached, 1 to confirm, 1 unreadable.\n"));
    EXPECT_EQ(status()["totals"]["retrieved"], 1);
    EXPECT_THAT(refused({"fulltext", "match", "@/r.winnow", "@/nowhere"}).err, HasSubstr("is no folder"));
}

} // namespace

} // namespace winnow::cli::test
