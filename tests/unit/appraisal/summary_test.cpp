#include "appraisal/summary.h"
#include "base/file.h"
#include "some_appraisals.h"
#include "support/real_data.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace winnow::appraisal::test {

namespace {

using enum Judgement;

double percentOf(const Bar &bar, Judgement judgement)
{
    for (const Share &share : bar.shares) {
        if (share.judgement == judgement) {
            return share.percent;
        }
    }
    return 0;
}

TEST(Summary, countsStudiesForEachDomainAndForTheWhole)
{
    const auto bars = summarise(threeTrials(), false);
    ASSERT_EQ(bars.size(), 6U);
    EXPECT_EQ(bars[0].label, "Bias arising from the randomisation process");
    EXPECT_NEAR(percentOf(bars[0], Low), 66.6667, 0.001);
    EXPECT_NEAR(percentOf(bars[2], NoInformation), 33.3333, 0.001);
    EXPECT_EQ(percentText(percentOf(bars[2], NoInformation)), "33.3");
    EXPECT_TRUE(bars[5].isOverall);
    EXPECT_EQ(bars[5].label, "Overall risk of bias");
    ASSERT_EQ(bars[5].shares.size(), 3U);
    EXPECT_EQ(bars[5].shares.front().studies, 1);
}

TEST(Summary, ofNineStudiesIsInNinths)
{
    const auto read = appraisalsFrom(rowsOf("Study,D1,Overall\nA,l,l\nB,l,s\nC,n,s\nD,l,s\nE,l,h\n"
                                            "F,l,h\nG,s,h\nH,h,h\nI,l,h\n"),
                                     nullptr)
                          .value();
    const auto bars = summarise(read, false);
    EXPECT_EQ(percentText(percentOf(bars[0], Low)), "66.7");
    EXPECT_NEAR(percentOf(bars[1], Low), 11.1111, 0.0001);
    EXPECT_NEAR(percentOf(bars[1], SomeConcerns), 33.3333, 0.0001);
    EXPECT_NEAR(percentOf(bars[1], High), 55.5556, 0.0001);
}

TEST(Summary, weighsStudiesWhereAsked)
{
    const auto read =
        appraisalsFrom(rowsOf("Study,D1,Overall,Weight\nA,l,l,60\nB,h,h,30\nC,h,h,10\nD,s,s,0\n"), nullptr)
            .value();
    const auto weighted = summarise(read, true);
    EXPECT_NEAR(percentOf(weighted[0], Low), 60, 1e-9);
    EXPECT_NEAR(percentOf(weighted[0], High), 40, 1e-9);
    EXPECT_EQ(weighted[0].shares.size(), 2U); // a study without weight has no part of the bar
    EXPECT_NEAR(percentOf(summarise(read, false)[0], Low), 25, 1e-9);
}

TEST(Summary, ofEachBarIsAHundredPerCent)
{
    for (const ToolPtr &tool : tools()) {
        for (const Bar &bar : summarise(many(tool->id, 17, 10), false)) {
            double total = 0;
            for (const Share &share : bar.shares) {
                total += share.percent;
            }
            EXPECT_NEAR(total, 100, 1e-9) << tool->id << ": " << bar.label;
        }
    }
}

TEST(Summary, ofNothingIsEmpty)
{
    EXPECT_TRUE(summarise(many("rob2", 0, 1), false).empty());
}

/// The data that robvis brings along, and what it draws of them.
TEST(Summary, isThatOfRobvis)
{
    const auto folder = winnow::test::realData("../reference/prisma-gold");
    WINNOW_NEEDS_REAL_DATA(folder / "robvis_style.json");
    const auto style = nlohmann::json::parse(readFile(folder / "robvis_style.json").value());
    const auto &expected = style.at("expected_rob2_summary_percent");
    const auto read =
        appraisalsFrom(rowsOf(readFile(folder / "robvis_data_rob2.csv").value()), nullptr).value();
    const auto bars = summarise(read, false);
    ASSERT_EQ(bars.size(), expected.size());
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const auto &spread = expected.at(bars[i].isOverall ? "Overall" : read.domains.at(i).code);
        for (const Judgement judgement : {Low, SomeConcerns, High, NoInformation}) {
            EXPECT_NEAR(percentOf(bars[i], judgement),
                        spread.at(std::string(labelOf(*read.tool, judgement))).get<double>(),
                        0.0001)
                << bars[i].label;
        }
    }
}

} // namespace

} // namespace winnow::appraisal::test
