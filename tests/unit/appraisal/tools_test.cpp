#include "appraisal/appraisals.h"

#include <gtest/gtest.h>

namespace winnow::appraisal::test {

namespace {

using enum Judgement;

std::optional<Judgement> proposed(std::string_view tool, std::vector<Judgement> domains)
{
    return proposedOverall(*toolCalled(tool), domains);
}

TEST(Tools, haveTheirDomainsAndWords)
{
    EXPECT_EQ(toolCalled("rob2")->domains.size(), 5U);
    EXPECT_EQ(toolCalled("robins-i")->domains.size(), 7U);
    EXPECT_EQ(toolCalled("robins-e")->domains.size(), 7U);
    EXPECT_EQ(toolCalled("quadas-2")->domains.size(), 4U);
    EXPECT_EQ(toolCalled("nothing"), nullptr);
    EXPECT_EQ(labelOf(*toolCalled("robins-i"), High), "Serious");
    EXPECT_EQ(labelOf(*toolCalled("robins-e"), Critical), "Very high");
    EXPECT_EQ(labelOf(*toolCalled("quadas-2"), SomeConcerns), "Unclear");
    EXPECT_EQ(labelOf(*toolCalled("rob2"), NoInformation), "No information");
    EXPECT_EQ(nameOf(domainsOf(*toolCalled("rob2")).front()),
              "D1 (Bias arising from the randomisation process)");
}

TEST(Overall, followsTheRuleOfRoB2)
{
    EXPECT_EQ(proposed("rob2", {Low, Low, Low, Low, Low}), Low);
    EXPECT_EQ(proposed("rob2", {Low, SomeConcerns, Low, Low, Low}), SomeConcerns);
    EXPECT_EQ(proposed("rob2", {Low, SomeConcerns, High, Low, Low}), High);
    EXPECT_EQ(proposed("rob2", {Low, NoInformation, Low, Low, Low}), SomeConcerns);
}

TEST(Overall, isTheWorstDomainOfRobins)
{
    EXPECT_EQ(proposed("robins-i", {Low, SomeConcerns, Critical, High}), Critical);
    EXPECT_EQ(proposed("robins-i", {Low, SomeConcerns, Low}), SomeConcerns);
    EXPECT_EQ(proposed("robins-i", {Low, High, NoInformation}), High);
}

TEST(Overall, isNotKnownToBeGoodWhileADomainIsUnknown)
{
    EXPECT_EQ(proposed("robins-i", {Low, Low, NoInformation}), NoInformation);
}

TEST(Overall, passesOverWhatIsNotApplicable)
{
    EXPECT_EQ(proposed("rob2", {Low, NotApplicable, Low}), Low);
    EXPECT_EQ(proposed("rob2", {NotApplicable, NotApplicable}), NotApplicable);
    EXPECT_EQ(proposed("rob2", {}), std::nullopt);
}

} // namespace

} // namespace winnow::appraisal::test
