#include "appraisal/answer_view.h"
#include "appraisal/plots.h"
#include "flow/metrics.h"
#include "some_appraisals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace winnow::appraisal::test {

namespace {

using flow::Box;
using flow::BoxKind;
using flow::Diagram;
using flow::Rect;
using testing::HasSubstr;

constexpr double kNear = 0.01;

bool isInside(const Rect &inner, const Rect &outer)
{
    return inner.x >= outer.x - kNear && inner.y >= outer.y - kNear &&
           inner.x + inner.width <= outer.x + outer.width + kNear &&
           inner.y + inner.height <= outer.y + outer.height + kNear;
}

bool overlap(const Rect &one, const Rect &other)
{
    return one.x + one.width > other.x + kNear && other.x + other.width > one.x + kNear &&
           one.y + one.height > other.y + kNear && other.y + other.height > one.y + kNear;
}

const Box &boxCalled(const Diagram &diagram, const std::string &id)
{
    const auto found = std::ranges::find(diagram.boxes, id, &Box::id);
    if (found == diagram.boxes.end()) {
        throw std::runtime_error("no box " + id);
    }
    return *found;
}

/// Boxes that say something lie on the page and beside one another, and hold their texts.
void expectOrder(const Diagram &diagram, const std::string &what)
{
    const Rect page{0, 0, diagram.width, diagram.height};
    std::vector<const Box *> told;
    std::set<std::string> ids;
    for (const Box &box : diagram.boxes) {
        EXPECT_TRUE(isInside(box.rect, page)) << what << ": " << box.id << box.description;
        EXPECT_GT(box.rect.width, 0) << what << ": " << box.id;
        EXPECT_TRUE(box.id.empty() || ids.insert(box.id).second) << what << ": " << box.id;
        if (!box.id.empty()) {
            told.push_back(&box);
        }
        for (const flow::TextLine &line : box.lines) {
            if (box.kind == BoxKind::SideLabel) {
                continue;
            }
            const double size = flow::sizeOf(line, diagram.fontSize);
            const double width = flow::textWidth(line.text, size);
            const double left = line.anchor == flow::Anchor::Middle ? line.x - width / 2 : line.x;
            EXPECT_TRUE(isInside({left, line.baseline - 0.72 * size, width, 0.72 * size}, box.rect))
                << what << ": " << line.text << " in " << box.id;
        }
    }
    for (std::size_t i = 0; i < told.size(); ++i) {
        for (std::size_t j = i + 1; j < told.size(); ++j) {
            EXPECT_FALSE(overlap(told[i]->rect, told[j]->rect))
                << what << ": " << told[i]->id << " and " << told[j]->id;
        }
    }
}

std::vector<ToolPtr> judgedTools()
{
    std::vector<ToolPtr> judged;
    std::ranges::copy_if(
        tools(), std::back_inserter(judged), [](const ToolPtr &tool) { return tool->isJudged(); });
    return judged;
}

/// `studies` studies with all answers of a tool of questions, the next one for each question.
Appraisals answered(const Tool &tool, std::size_t studies)
{
    std::vector<AnsweredStudy> all;
    for (std::size_t i = 0; i < studies; ++i) {
        AnsweredStudy one{"Study " + std::to_string(i + 1), {}};
        std::size_t at = i;
        for (const Question *question : questionsOf(tool)) {
            const auto &choices = answerSetOf(tool, question->answers)->choices;
            one.answers[question->id] = choices[at++ % choices.size()].id;
        }
        all.push_back(std::move(one));
    }
    return answersToShow(tool, all);
}

TEST(TrafficLight, showsTheAnswersOfToolsThatHaveNoJudgements)
{
    int tried = 0;
    for (const ToolPtr &tool : tools()) {
        if (tool->isJudged()) {
            continue;
        }
        ++tried;
        const Appraisals shown = answered(*tool, 8);
        for (const std::optional<double> width : {std::optional<double>(), {84.0}, {174.0}}) {
            expectOrder(trafficLight(shown, {width}), tool->id);
            expectOrder(summaryPlot(shown, {width}), tool->id);
        }
        EXPECT_THAT(trafficLight(shown).title, testing::StartsWith("Appraisal by " + tool->name));
    }
    EXPECT_GT(tried, 15);
}

TEST(TrafficLight, hasTheWordsOfTheAnswersInItsLegend)
{
    const Diagram diagram = trafficLight(answered(*toolCalled("jbi-case-report"), 4));
    EXPECT_EQ(boxCalled(diagram, "legend").description, "Answer");
    EXPECT_EQ(boxCalled(diagram, "legend-1").description, "Yes");
    EXPECT_EQ(boxCalled(diagram, "legend-2").description, "Unclear");
    EXPECT_EQ(boxCalled(diagram, "legend-3").description, "No");
    EXPECT_EQ(boxCalled(diagram, "study1-domain2").description,
              "Study 1, 2 (Is the history described, in order of time?): No");
    EXPECT_EQ(std::ranges::count(diagram.boxes, std::string("head-overall"), &Box::id), 0);
    EXPECT_EQ(boxCalled(trafficLight(answered(*toolCalled("nos-cohort"), 4)), "legend-1").description,
              "Star");
}

TEST(TrafficLight, leavesOutQuestionsThatWereAskedOfNoStudy)
{
    const ToolPtr tool = toolCalled("mmat-2018");
    Answers trial{{"S1", "Y"}, {"S2", "Y"}, {"design", "rct"}};
    Answers survey{{"S1", "Y"}, {"S2", "Y"}, {"design", "descriptive"}};
    for (int i = 1; i <= 5; ++i) {
        trial["2." + std::to_string(i)] = "Y";
        survey["4." + std::to_string(i)] = "N";
    }
    const std::vector<AnsweredStudy> studies{{"A", trial}, {"B", survey}};
    const Appraisals shown = answersToShow(*tool, studies);
    ASSERT_EQ(shown.domains.size(), 12U);
    EXPECT_EQ(shown.domains[2].code, "2.1");
    EXPECT_EQ(shown.studies[0].domains[2], Judgement::Low);
    EXPECT_EQ(shown.studies[1].domains[2], Judgement::NotApplicable);
    EXPECT_EQ(shown.studies[1].domains[7], Judgement::High);
}

TEST(TrafficLight, keepsAllApartWhateverItShows)
{
    for (const ToolPtr &tool : judgedTools()) {
        for (const auto &[studies, letters] : {std::pair{1, 8}, {9, 12}, {30, 90}, {3, 600}}) {
            for (const std::optional<double> width : {std::optional<double>(), {60.0}, {84.0}, {174.0}}) {
                for (const double font : {6.0, 9.0, 14.0}) {
                    const auto shown = many(tool->id, studies, letters);
                    expectOrder(trafficLight(shown, {width, font}),
                                tool->id + " " + std::to_string(studies) + " x " + std::to_string(letters) +
                                    " at " + std::to_string(width.value_or(0)) + " mm, " +
                                    std::to_string(font) + " pt");
                }
            }
        }
    }
}

TEST(TrafficLight, holdsAsManyDomainsAsATableMayHave)
{
    const auto shown = many("generic", 4, 30, kMostDomains);
    const Diagram diagram = trafficLight(shown, {84.0});
    expectOrder(diagram, "twenty domains");
    EXPECT_GT(diagram.width, 84 * 72 / 25.4); // widened
}

TEST(TrafficLight, isAsWideAsAsked)
{
    EXPECT_NEAR(trafficLight(threeTrials(), {120.0}).width, 120 * 72 / 25.4, kNear);
    EXPECT_NEAR(trafficLight(many("rob2", 3, 7)).width, 6 * 72, kNear);
    EXPECT_GT(trafficLight(many("rob2", 3, 40)).width, 460);
}

TEST(TrafficLight, keepsTheHeightOfRowsForManyStudies)
{
    const auto rowHeight = [](int studies) {
        const Diagram diagram = trafficLight(many("rob2", studies, 8));
        return boxCalled(diagram, "study2").rect.y - boxCalled(diagram, "study1").rect.y;
    };
    EXPECT_NEAR(rowHeight(2), 0.4 * 72, kNear);
    EXPECT_NEAR(rowHeight(200), 0.4 * 72, kNear);
}

TEST(TrafficLight, tellsEachJudgementInWordsSymbolAndColour)
{
    const Diagram diagram = trafficLight(threeTrials());
    const Box &cell = boxCalled(diagram, "study3-domain2");
    EXPECT_EQ(cell.kind, BoxKind::Disc);
    EXPECT_EQ(cell.description, "Wijaya 2022, D2 (Bias due to deviations from intended interventions): High");
    EXPECT_EQ(cell.fill, 0xBF0000U);
    EXPECT_EQ(cell.ink, 0xFFFFFFU);
    ASSERT_EQ(cell.lines.size(), 1U);
    EXPECT_EQ(cell.lines.front().text, "\u00D7");
    EXPECT_EQ(boxCalled(diagram, "study2-overall").description, "Sari 2021, overall: Some concerns");
    EXPECT_THAT(diagram.description, HasSubstr("Hassan 2020: overall Low (D1 Low, D2 Low"));
}

TEST(TrafficLight, standsInColumnsAndRows)
{
    const Diagram diagram = trafficLight(threeTrials());
    const auto middle = [&](const std::string &id) {
        const Rect &rect = boxCalled(diagram, id).rect;
        return std::pair(rect.x + rect.width / 2, rect.y + rect.height / 2);
    };
    for (const std::string study : {"study1", "study2", "study3"}) {
        for (int i = 1; i <= 5; ++i) {
            const std::string number = std::to_string(i);
            std::string cell = study;
            cell += "-domain";
            cell += number;
            EXPECT_NEAR(middle(cell).first, middle("head-" + number).first, kNear);
            EXPECT_NEAR(middle(cell).second, middle(study).second, kNear);
        }
        EXPECT_NEAR(middle(study + "-overall").first, middle("head-overall").first, kNear);
    }
}

TEST(TrafficLight, explainsTheWorstJudgementFirst)
{
    const Diagram diagram = trafficLight(many("robins-i", 6, 8));
    EXPECT_EQ(boxCalled(diagram, "legend-4").description, "Critical");
    EXPECT_LT(boxCalled(diagram, "legend-4").rect.y, boxCalled(diagram, "legend-3").rect.y);
    EXPECT_LT(boxCalled(diagram, "legend-2").rect.y, boxCalled(diagram, "legend-1").rect.y);
    EXPECT_LT(boxCalled(diagram, "legend-1").rect.y, boxCalled(diagram, "legend-5").rect.y);
}

TEST(SummaryPlot, keepsAllApartWhateverItShows)
{
    for (const ToolPtr &tool : judgedTools()) {
        for (const std::optional<double> width : {std::optional<double>(), {60.0}, {84.0}, {174.0}}) {
            for (const double font : {6.0, 9.0, 14.0}) {
                for (const Colours colours : {Colours::Cochrane, Colours::Grey}) {
                    expectOrder(summaryPlot(many(tool->id, 40, 8), {width, font, colours}),
                                tool->id + " at " + std::to_string(width.value_or(0)) + " mm, " +
                                    std::to_string(font) + " pt");
                }
            }
        }
    }
}

TEST(SummaryPlot, dividesBarsOfOneLengthByTheirPercentages)
{
    const Diagram diagram = summaryPlot(threeTrials());
    const Rect low = boxCalled(diagram, "domain1-1").rect;
    const Rect some = boxCalled(diagram, "domain1-2").rect;
    EXPECT_NEAR(low.width, 2 * some.width, kNear);
    EXPECT_NEAR(low.x + low.width, some.x, kNear);
    EXPECT_NEAR(low.height, 14, kNear);
    EXPECT_EQ(boxCalled(diagram, "domain1-1").description,
              "Bias arising from the randomisation process: Low 66.7 % (2 of 3 studies)");
    const Rect whole = boxCalled(diagram, "domain5-1").rect;
    EXPECT_NEAR(whole.width, low.width + some.width, kNear);
    EXPECT_EQ(boxCalled(diagram, "overall-3").description,
              "Overall risk of bias: High 33.3 % (1 of 3 studies)");
    EXPECT_TRUE(boxCalled(diagram, "overall").lines.front().isBold);
    EXPECT_GT(boxCalled(diagram, "overall").rect.y, boxCalled(diagram, "domain5").rect.y);
}

TEST(SummaryPlot, saysThatItIsWeighted)
{
    const auto read =
        appraisalsFrom(rowsOf("Study,D1,Overall,Weight\nA,l,l,60\nB,h,h,40\n"), nullptr).value();
    EXPECT_EQ(boxCalled(summaryPlot(read), "domain1-1").description,
              "D1: Low 60.0 % of the weight (1 of 2 studies)");
    PlotOptions unweighted;
    unweighted.isWeighted = false;
    EXPECT_EQ(boxCalled(summaryPlot(read, unweighted), "domain1-1").description,
              "D1: Low 50.0 % (1 of 2 studies)");
}

TEST(SummaryPlot, hasSymbolsWhereGreysAloneWouldHaveToBeTold)
{
    PlotOptions grey;
    grey.colours = Colours::Grey;
    EXPECT_EQ(boxCalled(summaryPlot(threeTrials(), grey), "domain1-1").lines.front().text, "+");
    EXPECT_TRUE(boxCalled(summaryPlot(threeTrials()), "domain1-1").lines.empty());
}

} // namespace

} // namespace winnow::appraisal::test
