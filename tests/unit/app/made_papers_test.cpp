#include "app/report_matcher.h"
#include "dedupe/title.h"
#include "support/paper_facts.h"
#include "support/real_data.h"
#include "support/ris_records.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <iostream>
#include <set>

namespace winnow::app::test {

namespace {

using winnow::test::MadePaper;

std::vector<MatchTarget> targetsOf(const std::vector<Record> &records)
{
    std::vector<MatchTarget> targets;
    for (std::size_t i = 0; i < records.size(); ++i) {
        targets.push_back({{static_cast<std::int64_t>(i + 1)}, {records[i]}});
    }
    return targets;
}

std::vector<PdfMatch> matchAll(const std::vector<Record> &reports, const std::vector<MadePaper> &papers)
{
    const std::vector<MatchTarget> targets = targetsOf(reports);
    const ReportMatcher matcher(targets);
    std::vector<PdfMatch> found;
    found.reserve(papers.size());
    for (const MadePaper &paper : papers) {
        found.push_back(matcher.match(winnow::test::factsOf(paper)));
    }
    std::vector<PdfMatch *> matches;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < papers.size(); ++i) {
        matches.push_back(&found[i]);
        names.push_back(papers[i].name + std::to_string(i));
    }
    keepOneForEachReport(matches, names);
    return found;
}

struct Score
{
    std::size_t belonging = 0; ///< to a report, and with text
    std::size_t sure = 0;
    std::size_t asked = 0; ///< and the right report is offered
    std::size_t wrong = 0;
};

Score scoreOf(const std::vector<Record> &reports, const std::vector<MadePaper> &papers)
{
    const std::vector<PdfMatch> found = matchAll(reports, papers);
    Score score;
    for (std::size_t i = 0; i < papers.size(); ++i) {
        const MadePaper &paper = papers[i];
        const auto isRight = [&](const MatchCandidate &one) {
            return paper.report && one.report.value == static_cast<std::int64_t>(*paper.report + 1);
        };
        const bool isSure = found[i].grade == MatchGrade::Sure;
        const bool hasRight = std::ranges::any_of(found[i].candidates, isRight);
        score.belonging += static_cast<std::size_t>(paper.report && !paper.isScanned);
        score.sure += static_cast<std::size_t>(isSure && hasRight);
        score.asked += static_cast<std::size_t>(!isSure && hasRight && !paper.isScanned);
        if (isSure && !hasRight) {
            ++score.wrong;
            const auto got = static_cast<std::size_t>(found[i].candidates.front().report.value - 1);
            ADD_FAILURE() << "matched to " << reports[got].title << "\n  because of "
                          << found[i].candidates.front().reason << "\n  but it is "
                          << (paper.report ? reports[*paper.report].title : std::string("none of them"))
                          << "\n  "
                          << app::PdfFacts(winnow::test::factsOf(paper)).pages.front().text.substr(0, 300);
        }
    }
    return score;
}

void tell(const char *set, const Score &score)
{
    std::cout << set << ": " << score.sure << " of " << score.belonging << " matched surely, " << score.asked
              << " to be confirmed, " << score.wrong << " wrong\n";
}

constexpr double kLeastSure = 0.95;

} // namespace

TEST(MadePapers, areMatchedWithoutAnyWrongOne)
{
    constexpr std::size_t kReports = 300; // script/bench --match has a thousand
    const auto made = winnow::test::makePapers(kReports, 1);
    ASSERT_EQ(made.reports.size(), kReports);
    const Score score = scoreOf(made.reports, made.papers);
    tell("made", score);
    EXPECT_EQ(score.wrong, 0U);
    EXPECT_GE(static_cast<double>(score.sure), kLeastSure * static_cast<double>(score.belonging));
}

TEST(MadePapers, areMatchedTheSameInAnyOrder)
{
    auto made = winnow::test::makePapers(150, 2);
    const std::vector<PdfMatch> before = matchAll(made.reports, made.papers);
    std::vector<Record> turned(made.reports.rbegin(), made.reports.rend());
    const std::vector<PdfMatch> after = matchAll(turned, made.papers);
    for (std::size_t i = 0; i < before.size(); ++i) {
        ASSERT_EQ(before[i].grade, after[i].grade);
        if (before[i].grade == MatchGrade::Sure) {
            const auto there =
                static_cast<std::int64_t>(turned.size()) + 1 - after[i].candidates.front().report.value;
            EXPECT_EQ(before[i].candidates.front().report.value, there);
        }
    }
}

TEST(MadePapers, ofRealTitlesAreMatchedWithoutAnyWrongOne)
{
    const auto path = winnow::test::realData("perf/large_mixed_20637.ris.gz");
    WINNOW_NEEDS_REAL_DATA(path);
    constexpr std::size_t kReports = 300;
    std::vector<Record> reports;
    std::set<std::string> known; // of each paper one record, as after deduplication
    for (Record &record : winnow::test::recordsIn(path)) {
        const std::string title = dedupe::bareTitle(record.title).letters;
        const bool isNew =
            known.insert(title).second && (record.doi.empty() || known.insert(record.doi).second);
        if (isNew && !title.empty() && !record.authors.empty() && record.date.year &&
            reports.size() < kReports) {
            reports.push_back(std::move(record));
        }
    }
    ASSERT_EQ(reports.size(), kReports);
    const Score score = scoreOf(reports, winnow::test::papersOf(reports, 3));
    tell("real titles", score);
    EXPECT_EQ(score.wrong, 0U);
    constexpr double kLeastSureOfReal = 0.9; // some have no title that tells them from others
    EXPECT_GE(static_cast<double>(score.sure), kLeastSureOfReal * static_cast<double>(score.belonging));
}

} // namespace winnow::app::test
