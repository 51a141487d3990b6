#include "app/report_matcher.h"
#include "support/paper_facts.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <iostream>

namespace winnow::app::test {

namespace {

using testing::HasSubstr;
using testing::SizeIs;

Record recordOf(std::string title, std::vector<PersonName> authors, int year, std::string doi = {})
{
    Record record;
    record.type = RecordType::Article;
    record.title = std::move(title);
    record.authors = std::move(authors);
    record.date.year = year;
    record.doi = std::move(doi);
    return record;
}

std::vector<MatchTarget> targetsOf(const std::vector<Record> &records)
{
    std::vector<MatchTarget> targets;
    for (std::size_t i = 0; i < records.size(); ++i) {
        targets.push_back({{static_cast<std::int64_t>(i + 1)}, {records[i]}});
    }
    return targets;
}

const std::string kBody =
    " Abstract We measured what there was to be measured in all participants at baseline and "
    "after twelve weeks of the intervention, and compared the groups.";

const std::vector<Record> kReports{
    recordOf("Sleep quality and memory consolidation in older adults",
             {{"Smith", "John A."}, {"Li", "Wei"}},
             2019,
             "10.1000/sleep.2019.01"),
    recordOf("Sleep quality and memory consolidation in older adults. Part II: effects of age",
             {{"Smith", "John A."}},
             2019,
             "10.1000/sleep.2019.02"),
    recordOf("Editorial", {{"Jones", "Mary"}}, 2020, "10.1000/ed.2020.1"),
    recordOf("Effects of vitamin D on bone density in postmenopausal girls and women",
             {{"Garc\xC3\xAD"
               "a",
               "Ana"}},
             2018),
};

class Matching : public testing::Test
{
protected:
    static PdfMatch match(const PdfFacts &pdf) { return ReportMatcher(targetsOf(kReports)).match(pdf); }

    static PdfFacts page(std::string text, std::vector<std::string> large = {})
    {
        return {.name = "x.pdf", .pageCount = 9, .pages = {{std::move(text), std::move(large)}}};
    }

    /// The number of the report that is sure; 0 where none is.
    static std::int64_t sure(const PdfFacts &pdf)
    {
        const PdfMatch found = match(pdf);
        return found.grade == MatchGrade::Sure ? found.candidates.front().report.value : 0;
    }

    /// The number of the best report that is to be confirmed; 0 where none is, or one is sure.
    static std::int64_t toConfirm(const PdfFacts &pdf)
    {
        const PdfMatch found = match(pdf);
        return found.grade == MatchGrade::ToConfirm ? found.candidates.front().report.value : 0;
    }
};

const std::string kTitle = kReports.front().title;

} // namespace

TEST_F(Matching, isSureByTheDoiWithTheTitle)
{
    const PdfMatch found =
        match(page("J Sleep 12 doi:10.1000/SLEEP.2019.01 " + kTitle + " J. A. Smith" + kBody));
    EXPECT_EQ(found.grade, MatchGrade::Sure);
    ASSERT_THAT(found.candidates, SizeIs(1));
    EXPECT_EQ(found.candidates.front().report.value, 1);
    EXPECT_THAT(found.candidates.front().reason, HasSubstr("same DOI"));
    EXPECT_EQ(sure(page("https://doi.org/10.1000/sleep.2019.01. " + kTitle + " Somebody" + kBody)), 1);
    EXPECT_EQ(sure(page("https://doi.org/10.1000/sleep. 2019.01 " + kTitle + " Somebody" + kBody)), 1);
}

TEST_F(Matching, isSureByTheDoiOfTheMetadataOrTheNameOfTheFile)
{
    PdfFacts pdf = page(kTitle + kBody);
    EXPECT_EQ(sure(pdf), 0);
    pdf.subject = "J Sleep, 12. doi:10.1000/sleep.2019.01";
    EXPECT_EQ(sure(pdf), 1);
    pdf.subject.clear();
    pdf.identifiers = "doi:10.1000/sleep.2019.01 1469-8986";
    EXPECT_EQ(sure(pdf), 1);
    pdf.identifiers.clear();
    pdf.name = "10.1000_sleep.2019.01.pdf";
    EXPECT_EQ(sure(pdf), 1);
}

TEST_F(Matching, isSureByTheDoiOfATranslation)
{
    EXPECT_EQ(sure(page("doi:10.1000/sleep.2019.01 Schlafqualit\xC3\xA4t und Ged\xC3\xA4"
                        "chtnis im Alter J. A. Smith, W. Li 2019" +
                        kBody)),
              1);
}

TEST_F(Matching, isSureByTitleAuthorAndYear)
{
    EXPECT_EQ(sure(page("J Sleep 2019;12:1 " + kTitle + " John A. Smith1, Wei Li2" + kBody)), 1);
    EXPECT_EQ(
        sure(page("J Sleep 2019 SLEEP QUALITY AND MEMORY CONSOLIDATION IN OLDER ADULTS Smith J" + kBody)), 1);
    EXPECT_EQ(sure(page("J Sleep " + kTitle + " John A. Smith" + kBody)), 0) << "no year";
    EXPECT_EQ(sure(page("J Sleep 2019 " + kTitle + " Mary Jones" + kBody)), 0) << "another author";
}

TEST_F(Matching, takesTheLargeLettersOrTheMetadataAsTheTitle)
{
    const std::string text =
        "J Sleep 2019 Received in May " + kTitle + " Department of Sleep. J. Smith" + kBody;
    EXPECT_EQ(sure(page(text)), 0);
    EXPECT_EQ(sure(page(text, {"J Sleep", kTitle})), 1);
    PdfFacts pdf = page(text);
    pdf.title = kTitle;
    EXPECT_EQ(sure(pdf), 1);
    EXPECT_EQ(sure(page(text, {kTitle + ": a protocol"})), 0);
}

TEST_F(Matching, readsLigaturesHyphensAndMisprints)
{
    const std::string author = " Ana Garc\xC3\xAD"
                               "a" +
                               kBody;
    EXPECT_EQ(
        sure(page("Bone 2018 Effects of vita- min D on bone den- sity in postmenopausal girls and women" +
                  author)),
        4);
    EXPECT_EQ(sure(page("Bone 2018 E\xEF\xAC\x80"
                        "ects of vitamin D on bonc density in postmenopausa1 girls and women" +
                        author)),
              0)
        << "a short word may be another";
    EXPECT_EQ(sure(page("Bone 2018 E\xEF\xAC\x80"
                        "ects of vifamin D on bone density in postmenopausa1 girls and women" +
                        author)),
              4);
}

TEST_F(Matching, takesNoOtherWordForAMisprint)
{
    const std::string author = " Ana Garc\xC3\xAD"
                               "a" +
                               kBody;
    EXPECT_EQ(
        toConfirm(
            page("Bone 2018 Effects of vitamin D on bone density in postmenopausal boys and women" + author)),
        4);
    EXPECT_EQ(
        toConfirm(page("Bone 2018 Effects of vitamin E on bone density in postmenopausal girls and women" +
                       author)),
        4);
    EXPECT_EQ(
        toConfirm(
            page("Bone 2018 Effects of vitamin D on bone density in premenopausal girls and women" + author)),
        4);
    EXPECT_EQ(
        toConfirm(page("Bone 2018 Effects of vitamin D on bone destiny in postmenopausal girls and women" +
                       author + " Bone destiny")),
        4);
}

TEST_F(Matching, tellsThePartsOfASeriesApart)
{
    const std::string second = "J Sleep 2019 " + kReports[1].title + " John A. Smith" + kBody;
    EXPECT_EQ(sure(page(second)), 2);
    EXPECT_EQ(sure(page("J Sleep 2019 " + kTitle + ". Part III John A. Smith" + kBody)), 0);
    EXPECT_EQ(sure(page("J Sleep 2019 " + kTitle + " II John A. Smith" + kBody)), 0);
    EXPECT_EQ(sure(page("J Sleep 2019 " + kTitle + ": reply John A. Smith" + kBody)), 0);
}

TEST_F(Matching, doesNotTakeACitedPaperForThePaper)
{
    const std::string citation =
        "Smith JA, Li W. " + kTitle + ". J Sleep. 2019;12:1. doi:10.1000/sleep.2019.01";
    const std::string other = "J Other 2021 Naps at noon in young workers Paula Brown" + kBody;
    EXPECT_EQ(match(page(other + " References 1. " + citation)).grade, MatchGrade::None);
    EXPECT_EQ(sure(page(other + kBody + kBody + kBody + kBody + kBody + kBody + kBody + kBody + " Notes 1. " +
                        citation)),
              0);
    EXPECT_EQ(sure(page("doi:10.1000/other.1 " + other + " Sources 1. " + citation)), 0);
    PdfFacts pdf = page(other);
    pdf.pages.push_back({.text = "Discussion. " + citation});
    EXPECT_EQ(sure(pdf), 0);
}

TEST_F(Matching, doesNotTakeWhatIsAboutAPaperForThePaper)
{
    const std::string rest = " John A. Smith 2019 doi:10.1000/sleep.2019.01" + kBody;
    for (const char *lead : {"Erratum to: ",
                             "Correction to: ",
                             "RETRACTED: ",
                             "Comment on: ",
                             "Reply to ",
                             "Re: ",
                             "This editorial refers to ",
                             "Supplementary material for "}) {
        const std::string title = lead + kTitle;
        std::string text = title;
        text += rest;
        EXPECT_EQ(sure(page(text)), 0) << lead;
        EXPECT_EQ(sure(page("J Sleep 2019" + rest, {title})), 0) << lead;
        EXPECT_EQ(toConfirm(page(text)), 1) << lead;
    }
    EXPECT_EQ(sure(page("An editorial. See also Smith 2019, doi:10.1000/sleep.2019.01" + kBody)), 0);
}

TEST_F(Matching, asksWhereAnotherDoiIsPrintedOrAPreprint)
{
    const std::string text = kTitle + " John A. Smith 2019" + kBody;
    EXPECT_EQ(sure(page(text)), 1);
    EXPECT_EQ(toConfirm(page("doi:10.5555/conf.77 " + text)), 1);
    EXPECT_EQ(toConfirm(page("bioRxiv preprint " + text)), 1);
}

TEST_F(Matching, takesShortTitlesByDoiOnly)
{
    EXPECT_EQ(sure(page("J Things 2020 Editorial Mary Jones" + kBody, {"Editorial"})), 0);
    EXPECT_EQ(sure(page("J Things 2020 Editorial Mary Jones doi:10.1000/ed.2020.1" + kBody)), 3);
}

TEST_F(Matching, looksBehindTheCoverOfARepository)
{
    PdfFacts pdf =
        page("This is the author's version of a work accepted for publication. Terms of use apply.");
    pdf.pages.push_back({.text = kTitle + " John A. Smith 2019" + kBody});
    EXPECT_EQ(sure(pdf), 1);
}

TEST_F(Matching, asksWhereOnlyTheNameOfTheFileTells)
{
    EXPECT_EQ(
        toConfirm({.name = "Smith_2019_Sleep quality and memory.pdf", .pageCount = 2, .pages = {{}, {}}}), 1);
    EXPECT_EQ(match({.name = "scan0001.pdf", .pageCount = 2, .pages = {{}, {}}}).grade, MatchGrade::None);
}

TEST_F(Matching, knowsTheReportByAllRecordsOfItsGroup)
{
    auto targets = targetsOf(kReports);
    targets.front().records.push_back(recordOf("Schlaf und Ged\xC3\xA4"
                                               "chtnis im hohen Alter: eine Studie",
                                               {{"Smith", "J"}},
                                               2019));
    const PdfMatch found = ReportMatcher(targets).match(page("Zeitschrift 2019 Schlaf und Ged\xC3\xA4"
                                                             "chtnis im hohen Alter: eine Studie J. Smith" +
                                                             kBody));
    EXPECT_EQ(found.grade, MatchGrade::Sure);
    EXPECT_EQ(found.candidates.front().report.value, 1);
}

TEST_F(Matching, asksWhereTwoReportsFitAsWell)
{
    std::vector<Record> twins = kReports;
    twins.push_back(kReports.front());
    twins.back().doi = "10.1000/conf.1";
    const ReportMatcher matcher(targetsOf(twins));
    const PdfMatch both = matcher.match(page(kTitle + " John A. Smith 2019" + kBody));
    EXPECT_EQ(both.grade, MatchGrade::ToConfirm);
    EXPECT_THAT(both.candidates, SizeIs(testing::Ge(2U)));
    const PdfMatch one = matcher.match(page("doi:10.1000/conf.1 " + kTitle + " John A. Smith 2019" + kBody));
    EXPECT_EQ(one.grade, MatchGrade::Sure);
    EXPECT_EQ(one.candidates.front().report.value, 5);
}

TEST(KeepOneForEachReport, leavesTheOthersToConfirmInAnyOrder)
{
    const auto sureMatch = [](double score) {
        return PdfMatch{MatchGrade::Sure, {{{1}, score, "same DOI"}}};
    };
    for (const bool isTurned : {false, true}) {
        PdfMatch a = sureMatch(0.9);
        PdfMatch b = sureMatch(0.9);
        PdfMatch c = sureMatch(0.8);
        std::vector<PdfMatch *> matches{&a, &b, &c};
        std::vector<std::string> names{"a.pdf", "b.pdf", "c.pdf"};
        if (isTurned) {
            std::ranges::reverse(matches);
            std::ranges::reverse(names);
        }
        keepOneForEachReport(matches, names);
        EXPECT_EQ(a.grade, MatchGrade::Sure);
        EXPECT_EQ(b.grade, MatchGrade::ToConfirm);
        EXPECT_EQ(c.grade, MatchGrade::ToConfirm);
    }
}

} // namespace winnow::app::test
