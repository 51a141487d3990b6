#include "flow/diagram.h"
#include "flow/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace winnow::flow {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr double kRounding = 1e-6;

Counts countsWith(int reasons, const std::string &reason)
{
    Counts counts;
    counts.databases = {{"Scopus", 41231}, {"Web of Science", 1842}};
    counts.registers = {{"CENTRAL", 12}};
    counts.duplicatesRemoved = 1234;
    counts.removedByAutomation = 5;
    counts.removedForOtherReasons = 7;
    counts.otherRemovalNotes = {{"retracted", 3}, {reason, 4}};
    counts.screened = 100;
    for (int i = 0; i < reasons; ++i) {
        counts.reportsExcluded.push_back({reason + std::to_string(i), i});
    }
    return counts;
}

bool overlap(const Rect &a, const Rect &b)
{
    return a.x < b.x + b.width - kRounding && b.x < a.x + a.width - kRounding &&
           a.y < b.y + b.height - kRounding && b.y < a.y + a.height - kRounding;
}

bool isOnBorder(const Rect &rect, double x, double y)
{
    const bool isWithinX = x >= rect.x - kRounding && x <= rect.x + rect.width + kRounding;
    const bool isWithinY = y >= rect.y - kRounding && y <= rect.y + rect.height + kRounding;
    const bool isAtX = std::abs(x - rect.x) < kRounding || std::abs(x - rect.x - rect.width) < kRounding;
    const bool isAtY = std::abs(y - rect.y) < kRounding || std::abs(y - rect.y - rect.height) < kRounding;
    return (isAtX && isWithinY) || (isAtY && isWithinX);
}

const Box &boxOf(const Diagram &diagram, const std::string &id)
{
    return *std::ranges::find(diagram.boxes, id, &Box::id);
}

void checkGeometry(const Diagram &diagram)
{
    for (std::size_t i = 0; i < diagram.boxes.size(); ++i) {
        const Box &box = diagram.boxes[i];
        EXPECT_GE(box.rect.x, -kRounding) << box.id;
        EXPECT_LE(box.rect.x + box.rect.width, diagram.width + kRounding) << box.id;
        EXPECT_LE(box.rect.y + box.rect.height, diagram.height + kRounding) << box.id;
        for (std::size_t j = i + 1; j < diagram.boxes.size(); ++j) {
            EXPECT_FALSE(overlap(box.rect, diagram.boxes[j].rect))
                << box.id << " and " << diagram.boxes[j].id;
        }
        for (const TextLine &line : box.lines) {
            if (box.kind == BoxKind::SideLabel) {
                EXPECT_LE(textWidth(line.text, diagram.fontSize), box.rect.height + kRounding) << line.text;
                continue;
            }
            EXPECT_GE(line.x, box.rect.x) << line.text;
            EXPECT_LE(line.x + textWidth(line.text, diagram.fontSize), box.rect.x + box.rect.width)
                << line.text;
            EXPECT_GE(line.baseline - 0.8 * diagram.fontSize, box.rect.y) << line.text;
            EXPECT_LE(line.baseline + 0.25 * diagram.fontSize, box.rect.y + box.rect.height) << line.text;
        }
    }
    for (const Arrow &arrow : diagram.arrows) {
        EXPECT_TRUE(isOnBorder(
            boxOf(diagram, arrow.from).rect, arrow.points.front().first, arrow.points.front().second))
            << arrow.from;
        EXPECT_TRUE(
            isOnBorder(boxOf(diagram, arrow.to).rect, arrow.points.back().first, arrow.points.back().second))
            << arrow.to;
        for (std::size_t i = 1; i < arrow.points.size(); ++i) {
            EXPECT_TRUE(std::abs(arrow.points[i].first - arrow.points[i - 1].first) < kRounding ||
                        std::abs(arrow.points[i].second - arrow.points[i - 1].second) < kRounding);
        }
    }
    for (const TextLine &line : diagram.footnotes) {
        EXPECT_LE(line.x + textWidth(line.text, diagram.fontSize), diagram.width + kRounding) << line.text;
        EXPECT_LE(line.baseline, diagram.height) << line.text;
    }
}

class LayoutAtWidth : public testing::TestWithParam<double>
{};

TEST_P(LayoutAtWidth, overlapsNothingAndKeepsTextInItsBox)
{
    std::string latin;
    std::string chinese;
    std::string arabic;
    for (int i = 0; i < 20; ++i) {
        latin += "population ";
        chinese += "\u7814\u7A76\u5BF9\u8C61\u4E0D\u7B26";
        arabic += "\u062F\u0631\u0627\u0633\u0629 ";
    }
    const std::string oneWord(200, 'w');
    for (const std::string &reason : {std::string("wrong design"), latin, chinese, arabic, oneWord}) {
        for (const int reasons : {0, 1, 25}) {
            DiagramOptions options;
            options.widthMm = GetParam();
            options.isDraft = reasons == 1;
            checkGeometry(layOut(countsWith(reasons, reason), options));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Layout,
                         LayoutAtWidth,
                         testing::Values(84.0, 90.0, 174.0, 190.0),
                         [](const auto &info) {
                             return std::to_string(static_cast<int>(info.param)) + "mm";
                         });

TEST(Layout, hasTheBoxesAndArrowsOfTheOfficialTemplate)
{
    const Diagram diagram = layOut(countsWith(2, "reason"));
    std::vector<std::string> arrows;
    for (const Arrow &arrow : diagram.arrows) {
        arrows.push_back(arrow.from + ">" + arrow.to);
    }
    EXPECT_THAT(arrows,
                testing::UnorderedElementsAre("box2>box3",
                                              "box2>box4",
                                              "box4>box5",
                                              "box4>box6",
                                              "box6>box7",
                                              "box6>box8",
                                              "box8>box9",
                                              "box8>box10"));
    EXPECT_EQ(boxOf(diagram, "box4").description, "Records screened (n\u00A0=\u00A0100)");
    EXPECT_THAT(boxOf(diagram, "box3").description,
                testing::AllOf(HasSubstr("Records removed before screening:"),
                               HasSubstr("Duplicate records removed (n\u00A0=\u00A01,234)")));
    EXPECT_THAT(boxOf(diagram, "box2").description, HasSubstr("Web of Science (n\u00A0=\u00A01,842)"));
}

TEST(Layout, spansTheRowsOfEachStageWithItsLabel)
{
    const Diagram diagram = layOut(countsWith(3, "reason"));
    const Rect &screening = boxOf(diagram, "stage2").rect;
    EXPECT_NEAR(
        screening.y, std::min(boxOf(diagram, "box4").rect.y, boxOf(diagram, "box5").rect.y), kRounding);
    const Rect &last = boxOf(diagram, "box9").rect;
    EXPECT_NEAR(screening.y + screening.height, last.y + last.height, kRounding);
}

TEST(Layout, saysThatADraftIsOne)
{
    Counts counts;
    counts.awaitingScreening = 12;
    DiagramOptions options;
    options.isDraft = true;
    EXPECT_THAT(layOut(counts, options).footnotes.front().text,
                HasSubstr("Draft: 12 records await screening"));
}

TEST(Layout, isToldInSentences)
{
    EXPECT_THAT(layOut(countsWith(1, "no data")).description,
                testing::AllOf(
                    HasSubstr("Screening:"), HasSubstr("Records screened (n = 100)"), HasSubstr("no data")));
}

TEST(Metrics, measureHelveticaAsItsMakersDo)
{
    EXPECT_DOUBLE_EQ(textWidth("AVA i", 1000), 667 + 667 + 667 + 278 + 222);
    EXPECT_DOUBLE_EQ(textWidth("", 10), 0);
}

TEST(Metrics, breakBetweenWordsAndNeverInsideANumber)
{
    EXPECT_THAT(wrap("one two", textWidth("one two", 10), 10), ElementsAre("one two"));
    EXPECT_THAT(wrap("one two", textWidth("one two", 10) - 1, 10), ElementsAre("one", "two"));
    EXPECT_THAT(wrap("Records (n\u00A0=\u00A05)", textWidth("Records (n", 10), 10),
                ElementsAre("Records", "(n\u00A0=\u00A05)"));
    EXPECT_THAT(wrap("", 10, 10), ElementsAre(""));
    EXPECT_THAT(wrap("wwww", textWidth("ww", 10), 10), ElementsAre("ww", "ww"));
}

} // namespace

} // namespace winnow::flow
