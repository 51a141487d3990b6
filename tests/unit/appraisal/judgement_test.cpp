#include "appraisal/judgement.h"
#include "flow/theme.h"

#include <gtest/gtest.h>

#include <set>

namespace winnow::appraisal::test {

namespace {

using enum Judgement;

TEST(Judgement, isReadFromItsFirstLetterInAnyCase)
{
    const std::pair<const char *, Judgement> cases[] = {{"Low", Low},
                                                        {"l", Low},
                                                        {" LOW RISK ", Low},
                                                        {"Some concerns", SomeConcerns},
                                                        {"some-concerns", SomeConcerns},
                                                        {"Moderate", SomeConcerns},
                                                        {"Unclear", SomeConcerns},
                                                        {"High", High},
                                                        {"serious", High},
                                                        {"Critical", Critical},
                                                        {"Very high", Critical},
                                                        {"n", NoInformation},
                                                        {"No information", NoInformation},
                                                        {"NI", NoInformation},
                                                        {"Not applicable", NotApplicable},
                                                        {"n/a", NotApplicable},
                                                        {"NA", NotApplicable},
                                                        {"x", NotApplicable}};
    for (const auto &[text, expected] : cases) {
        EXPECT_EQ(judgementFromText(text, LoneS::SomeConcerns), expected) << text;
    }
}

TEST(Judgement, ofALoneSIsWhatTheToolSays)
{
    EXPECT_EQ(judgementFromText("S", LoneS::SomeConcerns), SomeConcerns);
    EXPECT_EQ(judgementFromText("s", LoneS::Serious), High);
    EXPECT_EQ(judgementFromText("some", LoneS::Serious), SomeConcerns);
}

TEST(Judgement, isNotReadFromWhatIsNone)
{
    for (const char *text : {"", "  ", "5", "?", "probably", "\xFF\xFE", "<script>"}) {
        EXPECT_EQ(judgementFromText(text, LoneS::SomeConcerns), std::nullopt) << text;
    }
}

TEST(Judgement, isReadAgainFromTheWordOfTheLog)
{
    for (const Judgement judgement : kJudgements) {
        EXPECT_EQ(judgementFromText(toString(judgement), LoneS::SomeConcerns), judgement);
    }
}

TEST(Colours, letSymbolsBeReadOnEveryFill)
{
    for (const Colours colours : {Colours::Cochrane, Colours::ColourBlind, Colours::Grey}) {
        for (const Judgement judgement : kJudgements) {
            const std::uint32_t fill = fillOf(judgement, colours);
            EXPECT_GE(flow::contrast(inkOn(fill), fill), 4.5)
                << toString(judgement) << " in " << toString(colours);
        }
    }
}

TEST(Colours, ofCochraneAndTheColourBlindAreThoseOfRobvis)
{
    EXPECT_EQ(fillOf(Low, Colours::Cochrane), 0x02C100U);
    EXPECT_EQ(fillOf(High, Colours::Cochrane), 0xBF0000U);
    EXPECT_EQ(inkOn(0xBF0000), 0xFFFFFFU);
    EXPECT_EQ(inkOn(0x820000), 0xFFFFFFU);
    EXPECT_EQ(inkOn(0xE2DF07), 0x000000U);
    EXPECT_EQ(fillOf(Critical, Colours::ColourBlind), 0x993404U);
}

TEST(Colours, inGreyDiffer)
{
    std::set<std::uint32_t> fills;
    for (const Judgement judgement : kJudgements) {
        const std::uint32_t fill = fillOf(judgement, Colours::Grey);
        EXPECT_EQ(fill & 0xFFU, fill >> 16U);
        fills.insert(fill);
    }
    EXPECT_EQ(fills.size(), kJudgements.size());
    for (auto next = std::next(fills.begin()); next != fills.end(); ++next) {
        EXPECT_GE(flow::contrast(*std::prev(next), *next), 1.2);
    }
}

} // namespace

} // namespace winnow::appraisal::test
