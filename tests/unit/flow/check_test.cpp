#include "flow/check.h"

#include <gmock/gmock.h>

#include <functional>

namespace winnow::flow::test {

namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

Number n(std::int64_t value)
{
    return {value, {}};
}

/// An updated review with other methods in which everything adds up.
Numbers sound()
{
    Numbers numbers;
    numbers.variant = Variant::UpdatedOther;
    numbers.previous = {n(5), n(6)};
    numbers.databases = n(90);
    numbers.databaseList = {{"Scopus", n(60)}, {"PubMed", n(30)}};
    numbers.registers = n(10);
    numbers.registerList = {{"CENTRAL", n(10)}};
    numbers.duplicates = n(20);
    numbers.byAutomation = n(0);
    numbers.otherRemoved = n(5);
    numbers.screened = n(75);
    numbers.excluded = n(55);
    numbers.excludedReasons = {{"Off topic", n(55)}};
    numbers.reports = {n(20), n(2), {}, n(18), {}, {}, {{"Wrong design", n(7)}, {"No data", n(1)}}};
    numbers.otherList = {{"Websites", n(4)}};
    numbers.otherReports = {n(4), n(1), {}, n(3), {}, {}, {{"Too short", n(1)}}};
    numbers.included = {n(11), n(12)};
    numbers.total = {n(16), n(18)};
    numbers.metaAnalysis = {n(9), n(10)};
    return numbers;
}

Numbers sound2009()
{
    Numbers numbers;
    numbers.variant = Variant::Prisma2009;
    numbers.of2009 = {
        n(100), n(10), n(80), n(80), n(50), n(30), n(20), {{"Wrong design", n(20)}}, {}, n(10), n(5)};
    return numbers;
}

struct Case
{
    std::string_view rule;
    Severity severity;
    std::function<void(Numbers &)> spoil;
};

} // namespace

TEST(FlowCheck, findsNothingInASoundDiagram)
{
    EXPECT_THAT(check(sound()), IsEmpty());
    EXPECT_THAT(check(sound2009()), IsEmpty());
}

TEST(FlowCheck, findsEachRuleThatIsBroken)
{
    const std::vector<Case> cases{
        {"R01", Severity::Error, [](Numbers &one) { one.databaseList[0].number = n(61); }},
        {"R02", Severity::Error, [](Numbers &one) { one.registerList[0].number = n(9); }},
        {"R03", Severity::Error, [](Numbers &one) { one.duplicates = n(21); }},
        {"R04", Severity::Error, [](Numbers &one) { one.reports.sought = n(21); }},
        {"R05", Severity::Error, [](Numbers &one) { one.reports.notRetrieved = n(3); }},
        {"R06", Severity::Error, [](Numbers &one) { one.reports.excluded[0].number = n(8); }},
        {"R06",
         Severity::Warning,
         [](Numbers &one) {
             one.included = {n(11), {}};
             one.total = {n(16), {}};
         }},
        {"R07", Severity::Error, [](Numbers &one) { one.previous.reports = n(4); }},
        {"R08", Severity::Error, [](Numbers &one) { one.otherList[0].number = n(3); }},
        {"R08", Severity::Warning, [](Numbers &one) { one.otherList[0].number = n(9); }},
        {"R09", Severity::Error, [](Numbers &one) { one.otherReports.notRetrieved = n(0); }},
        {"R10", Severity::Error, [](Numbers &one) { one.total.studies = n(17); }},
        {"R11", Severity::Warning, [](Numbers &one) { one.total.reports = n(19); }},
        {"R14", Severity::Error, [](Numbers &one) { one.metaAnalysis.studies = n(17); }},
        {"R15", Severity::Error, [](Numbers &one) { one.excludedReasons[0].number = n(54); }},
        {"R15", Severity::Error, [](Numbers &one) { one.excludedByPeople = n(54); }},
        {"R16",
         Severity::Error,
         [](Numbers &one) {
             one.screened = {std::nullopt, "xxx"};
         }},
        {"R16",
         Severity::Error,
         [](Numbers &one) {
             one.otherReports.excluded.push_back({"No", {}});
         }},
        {"R17", Severity::Advice, [](Numbers &one) { one.included.studies = {}; }},
        {"R18",
         Severity::Advice,
         [](Numbers &one) {
             one.reports.excluded.push_back({"None", n(0)});
         }},
        {"R18", Severity::Advice, [](Numbers &one) { one.reports.excluded[1].name = "Wrong design"; }},
        {"R18", Severity::Advice, [](Numbers &one) { one.reports.excluded[0].name = "Other reasons"; }},
        {"R19", Severity::Error, [](Numbers &one) { one.variant = Variant::UpdatedDatabases; }},
        {"R19", Severity::Error, [](Numbers &one) { one.total = {}; }},
        {"R21",
         Severity::Advice,
         [](Numbers &one) {
             one.byAutomation = n(5);
             one.otherRemoved = n(0);
         }},
    };
    for (const Case &one : cases) {
        Numbers numbers = sound();
        one.spoil(numbers);
        EXPECT_THAT(check(numbers),
                    Contains(testing::AllOf(testing::Field(&Finding::rule, one.rule),
                                            testing::Field(&Finding::severity, one.severity),
                                            testing::Field(&Finding::message, testing::EndsWith(".")))))
            << one.rule;
    }
}

TEST(FlowCheck, findsEachRuleOf2009ThatIsBroken)
{
    const std::vector<Case> cases{
        {"P09-1", Severity::Error, [](Numbers &one) { one.of2009.withoutDuplicates = n(111); }},
        {"P09-2", Severity::Error, [](Numbers &one) { one.of2009.screened = n(81); }},
        {"P09-2", Severity::Warning, [](Numbers &one) { one.of2009.screened = n(79); }},
        {"P09-3", Severity::Error, [](Numbers &one) { one.of2009.fullText = n(31); }},
        {"P09-4", Severity::Error, [](Numbers &one) { one.of2009.qualitative = n(11); }},
        {"P09-5", Severity::Error, [](Numbers &one) { one.of2009.quantitative = n(11); }},
        {"P09-6", Severity::Error, [](Numbers &one) { one.of2009.reasons[0].number = n(19); }},
    };
    for (const Case &one : cases) {
        Numbers numbers = sound2009();
        one.spoil(numbers);
        EXPECT_THAT(check(numbers),
                    Contains(testing::AllOf(testing::Field(&Finding::rule, one.rule),
                                            testing::Field(&Finding::severity, one.severity))))
            << one.rule;
    }
}

TEST(FlowCheck, saysInWordsWhichNumbersDiffer)
{
    Numbers numbers = sound();
    numbers.databases = n(12'345);
    numbers.databaseList.clear();
    ASSERT_THAT(check(numbers), testing::SizeIs(1));
    EXPECT_EQ(check(numbers).front().message,
              "12,330 records identified less those removed before screening, but 75 records screened.");
    EXPECT_THAT(check(numbers).front().boxes, testing::ElementsAre("box2", "box3", "box4"));
}

TEST(FlowCheck, takesAnExplanationForADifference)
{
    Numbers numbers = sound();
    numbers.reports.sought = n(21);
    numbers.reports.notRetrieved = n(3);
    numbers.explanations["R04"] = "One record stood for two reports.";
    ASSERT_THAT(check(numbers), testing::SizeIs(1));
    EXPECT_EQ(check(numbers).front().severity, Severity::Warning);
    EXPECT_THAT(check(numbers).front().message, HasSubstr("Explained: One record stood for two reports."));
}

TEST(FlowCheck, comparesNothingThatIsNotEntered)
{
    for (const Finding &finding : check(Numbers{})) {
        EXPECT_EQ(finding.severity, Severity::Advice) << finding.message;
    }
}

TEST(FlowCheck, findsTheNumbersOfAnyReviewSound)
{
    Counts counts;
    counts.databases = {{"Scopus", 30}};
    counts.duplicatesRemoved = 5;
    counts.screened = 20;
    counts.awaitingScreening = 5;
    counts.excluded = 12;
    counts.sought = 8;
    counts.assessed = 6;
    counts.awaitingAssessment = 2;
    counts.reportsExcluded = {{"No data", 2}};
    counts.studiesIncluded = counts.reportsIncluded = 4;
    EXPECT_THAT(check(numbersOf(counts)), IsEmpty());
}

} // namespace winnow::flow::test
