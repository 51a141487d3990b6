#include "evidence/table.h"
#include "review_of_studies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::evidence {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct RiskCase
{
    const char *measure;
    double effect;
    double per1000;
    double expected;
};

/// Worked by hand from the formulas of the GRADE Handbook.
TEST(Findings, computesTheRiskWithTheIntervention)
{
    const std::vector<RiskCase> cases{
        {"RR", 0.75, 120, 90},
        {"RR", 3, 500, 1000}, // no more than all
        {"OR", 0.5, 200, 111.111},
        {"OR", 1, 321, 321},
        {"HR", 2, 100, 190},
        {"RD", -0.05, 120, 70},
        {"RD", -0.5, 120, 0},
    };
    for (const RiskCase &test : cases) {
        EXPECT_NEAR(riskWith(test.measure, test.effect, test.per1000).value(), test.expected, 0.001)
            << test.measure;
    }
    EXPECT_FALSE(riskWith("SMD", 0.3, 100));
}

TEST(Findings, keepsCertaintyBetweenVeryLowAndHigh)
{
    Finding finding;
    EXPECT_EQ(certaintyOf(finding), Certainty::High);
    finding.changes = {{"risk-of-bias", -1, ""}, {"imprecision", -2, ""}, {"indirectness", -1, ""}};
    EXPECT_EQ(certaintyOf(finding), Certainty::VeryLow);
    finding.start = Certainty::Low;
    finding.changes = {{"large-effect", 2, ""}, {"dose-response", 1, ""}};
    EXPECT_EQ(certaintyOf(finding), Certainty::High);
}

constexpr const char *kTable = R"({"tables": [{"id": "sof", "caption": "c",
  "findings": {"population": "Adults", "setting": "Clinics", "intervention": "training", "comparison": "no training"},
  "rows": [
    {"studies": ["a", "b"], "finding": {"outcome": "Death", "followUp": "1 year", "comparatorPer1000": 120,
      "effect": {"measure": "RR", "estimate": 0.75, "low": 0.6, "high": 0.94}, "participants": 1234,
      "certainty": [{"domain": "imprecision", "levels": -1, "why": "few events"},
                    {"domain": "risk-of-bias", "levels": -2, "why": "no blinding."}]}},
    {"finding": {"outcome": "Pain", "comments": "Nobody measured it",
      "certainty": [{"domain": "imprecision", "levels": -1, "why": "few events"}]}}]}]})";

TEST(Findings, areATableWithLetteredNotes)
{
    const auto set = parseTableSet(kTable);
    ASSERT_TRUE(set) << set.error().message;
    const auto table = print(*set, "sof", test::reviewOf({"a", "b"})).value();
    EXPECT_EQ(
        table.head,
        "Patient or population: Adults\nSetting: Clinics\nIntervention: training\nComparison: no training");
    EXPECT_EQ(table.groups[0][1].columnSpan, 2);
    std::vector<std::string> first;
    for (const PrintedCell &cell : table.rows[0].cells) {
        first.push_back(cell.text);
    }
    EXPECT_THAT(first,
                ElementsAre("Death\nFollow-up: 1 year",
                            "120 per 1000",
                            "90 per 1000 (72 to 113)",
                            "RR 0.75 (0.60 to 0.94)",
                            "1234\n(2 studies)",
                            "\u2295\u25ef\u25ef\u25ef\nVery low a,b",
                            ""));
    EXPECT_EQ(table.rows[1].cells[3].text, "Not estimable");
    EXPECT_EQ(table.rows[1].cells[5].text, "\u2295\u2295\u2295\u25ef\nModerate a")
        << "the same note, the same letter";
    ASSERT_EQ(table.notes.size(), 3U);
    EXPECT_EQ(table.notes[1], "a. Lowered by one level for imprecision: few events.");
    EXPECT_EQ(table.notes[2], "b. Lowered by two levels for risk of bias: no blinding.");
}

TEST(Findings, areTheSameAfterARoundTrip)
{
    const auto set = parseTableSet(kTable).value();
    EXPECT_EQ(toJson(parseTableSet(toJson(set)).value()), toJson(set));
}

TEST(Findings, refuseWhatGradeDoesNotKnow)
{
    const auto refusal = [](const std::string &finding) {
        const auto set = parseTableSet(R"({"tables": [{"id": "s", "findings": {}, "rows": [{"finding": )" +
                                       finding + "}]}]}");
        return set ? std::string("taken") : set.error().message;
    };
    EXPECT_THAT(refusal(R"({"certainty": [{"domain": "luck", "levels": -1}]})"),
                HasSubstr("no domain of GRADE"));
    EXPECT_THAT(refusal(R"({"certainty": [{"domain": "imprecision", "levels": 1}]})"), HasSubstr("-1 or -2"));
    EXPECT_THAT(refusal(R"({"certainty": [{"domain": "imprecision", "levels": -3}]})"),
                HasSubstr("-1 or -2"));
    EXPECT_THAT(refusal(R"({"certainty": [{"domain": "large-effect", "levels": 0.5}]})"),
                HasSubstr("1 or 2"));
    EXPECT_THAT(refusal(R"({"effect": {"measure": "kg", "estimate": 1}})"), HasSubstr("RR, OR"));
    EXPECT_THAT(refusal(R"({"effect": {"measure": "RR", "low": 2, "high": 1}})"), HasSubstr("lower limit"));
    EXPECT_THAT(refusal(R"({"comparatorPer1000": 1001})"), HasSubstr("between 0 and 1000"));
    EXPECT_THAT(refusal(R"({"participants": -1})"), HasSubstr("number of people"));
    EXPECT_THAT(refusal(R"({"start": "moderate"})"), HasSubstr("high, low"));
}

} // namespace

} // namespace winnow::evidence
