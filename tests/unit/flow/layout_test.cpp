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
    double lowest = 0;
    for (const Box &box : diagram.boxes) {
        lowest = std::max(lowest, box.rect.y + box.rect.height);
    }
    for (const TextLine &line : diagram.footnotes) {
        EXPECT_LE(line.x + textWidth(line.text, diagram.fontSize), diagram.width + kRounding) << line.text;
        EXPECT_GE(line.baseline - 0.8 * diagram.fontSize, lowest) << line.text;
        EXPECT_LE(line.baseline + 0.25 * diagram.fontSize, diagram.height) << line.text;
        lowest = line.baseline + 0.2 * diagram.fontSize;
    }
}

double millimetres(const Diagram &diagram)
{
    return diagram.width / 72 * 25.4;
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
            const Diagram diagram = layOut(countsWith(reasons, reason), options);
            checkGeometry(diagram);
            EXPECT_NEAR(millimetres(diagram), GetParam(), kRounding);
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
    EXPECT_EQ(boxOf(diagram, "box4").description, "Records screened (n = 100)");
    EXPECT_THAT(boxOf(diagram, "box3").description,
                testing::AllOf(HasSubstr("Records removed before screening:"),
                               HasSubstr("Duplicate records removed (n = 1,234)")));
    EXPECT_THAT(boxOf(diagram, "box2").description, HasSubstr("Web of Science (n = 1,842)"));
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

TEST(Layout, widensWhatLeavesNoRoomForWords)
{
    for (const double font : {5.0, 12.0, 24.0}) {
        DiagramOptions options;
        options.widthMm = 30;
        options.fontSizePt = font;
        const Diagram diagram = layOut(countsWith(2, "wrong population"), options);
        EXPECT_GT(millimetres(diagram), 30);
        checkGeometry(diagram);
    }
}

TEST(Layout, setsBeforeScreeningInItalicsAsTheTemplateDoes)
{
    for (const double width : {84.0, 174.0}) {
        DiagramOptions options;
        options.widthMm = width;
        std::vector<std::string> italic;
        for (const Box &box : layOut(countsWith(1, "reason"), options).boxes) {
            for (const TextLine &line : box.lines) {
                if (line.isItalic) {
                    italic.push_back(box.id + ": " + line.text);
                }
            }
        }
        EXPECT_THAT(italic, ElementsAre("box3: before\u00A0screening"));
    }
}

TEST(Layout, keepsItsNumbersOnOneLine)
{
    DiagramOptions options;
    options.widthMm = 84;
    for (const Box &box : layOut(countsWith(25, "wrong population"), options).boxes) {
        for (const TextLine &line : box.lines) {
            EXPECT_EQ(line.text.find("(n") == std::string::npos, line.text.find(')') == std::string::npos)
                << line.text;
        }
    }
}

TEST(Layout, saysThatADraftIsOne)
{
    struct Case
    {
        std::int64_t records;
        std::int64_t reports;
        const char *sentence;
    };

    const std::vector<Case> cases{
        {12, 0, "Draft: 12 records await screening."},
        {1, 1234, "Draft: 1 record awaits screening, 1,234 reports await assessment."},
        {0, 1, "Draft: 1 report awaits assessment."},
    };
    for (const Case &test : cases) {
        Counts counts;
        counts.awaitingScreening = test.records;
        counts.awaitingAssessment = test.reports;
        DiagramOptions options;
        options.isDraft = true;
        const Diagram diagram = layOut(counts, options);
        EXPECT_EQ(diagram.footnotes.front().text, test.sentence);
        EXPECT_TRUE(diagram.footnotes.front().isBold);
        EXPECT_THAT(diagram.description, HasSubstr(test.sentence));
    }
    EXPECT_THAT(layOut(Counts{}).description, testing::Not(HasSubstr("Draft")));
}

TEST(Layout, canLeaveOutTheAttribution)
{
    DiagramOptions options;
    EXPECT_THAT(layOut(Counts{}, options).footnotes.front().text, HasSubstr("From: Page MJ"));
    options.withAttribution = false;
    EXPECT_TRUE(layOut(Counts{}, options).footnotes.empty());
    checkGeometry(layOut(Counts{}, options));
}

TEST(Layout, hidesTheLinesOfWhatDidNotHappen)
{
    Counts counts;
    counts.databases = {{"Scopus", 3}};
    const Diagram diagram = layOut(counts);
    EXPECT_EQ(boxOf(diagram, "box2").description,
              "Records identified from: Databases (n = 3): Scopus (n = 3)");
    EXPECT_EQ(boxOf(diagram, "box3").description,
              "Records removed before screening: Duplicate records removed (n = 0)");
    EXPECT_EQ(boxOf(diagram, "box9").description, "Reports excluded (n = 0)");
}

TEST(Layout, isToldInSentences)
{
    Counts counts = countsWith(1, "no data");
    counts.otherMethods = {{"WHO", 12}, {"Authors", 0}};
    const std::vector<std::string> pieces{
        "Identification of studies via databases and registers.",
        "Identification: The first box reads \u201CRecords identified from: Databases (n =",
        "43,073): Scopus (n = 41,231), Web of Science (n = 1,842); Registers (n = 12):",
        "CENTRAL (n = 12)\u201D.",
        "An arrow leads right to \u201CRecords removed before screening: Duplicate records removed",
        "(n = 1,234), Records marked as ineligible by automation tools (n = 5), Records",
        "removed for other reasons (n = 7): retracted (n = 3), no data (n = 4)\u201D.",
        "Screening: An arrow leads down to \u201CRecords screened (n = 100)\u201D.",
        "An arrow leads right to \u201CRecords excluded (n = 0)\u201D.",
        "An arrow leads down to \u201CReports sought for retrieval (n = 0)\u201D.",
        "An arrow leads right to \u201CReports not retrieved (n = 0)\u201D.",
        "An arrow leads down to \u201CReports assessed for eligibility (n = 0)\u201D.",
        "An arrow leads right to \u201CReports excluded: no data0 (n = 0)\u201D.",
        "Included: An arrow leads down to \u201CStudies included in review (n = 0), Reports of",
        "included studies (n = 0)\u201D.",
        "Not in the diagram, found by other methods: WHO (n = 12).",
    };
    std::string told;
    for (const std::string &piece : pieces) {
        told += (told.empty() ? "" : " ") + piece;
    }
    EXPECT_EQ(layOut(counts).description, told);
}

TEST(Metrics, measureHelveticaAsItsMakersDo)
{
    EXPECT_DOUBLE_EQ(textWidth("AVA i", 1000), 667 + 667 + 667 + 278 + 222);
    EXPECT_DOUBLE_EQ(textWidth("", 10), 0);
    EXPECT_DOUBLE_EQ(textWidth("\u2026\u2014\u0152", 1000), 3000);
    EXPECT_DOUBLE_EQ(textWidth("e\u0301", 1000), 556);
    EXPECT_DOUBLE_EQ(textWidth("\u7814", 1000), 1000);
}

TEST(Metrics, breakBetweenWordsAndNeverInsideANumber)
{
    EXPECT_THAT(wrap("one two", textWidth("one two", 10), 10), ElementsAre("one two"));
    EXPECT_THAT(wrap("one two", textWidth("one two", 10) - 1, 10), ElementsAre("one", "two"));
    EXPECT_THAT(wrap("Records (n\u00A0=\u00A05)", textWidth("Records (n", 10), 10),
                ElementsAre("Records", "(n\u00A0=\u00A05)"));
    EXPECT_THAT(wrap("", 10, 10), ElementsAre(""));
    EXPECT_THAT(wrap("wwww", textWidth("ww", 10), 10), ElementsAre("ww", "ww"));
    EXPECT_THAT(wrap("a wwww b", textWidth("ww b", 10), 10), ElementsAre("a", "www", "w b"));
    EXPECT_THAT(wrap("one\n\ttwo ", 100, 10), ElementsAre("one two"));
    EXPECT_THAT(wrap("wide", 0, 10), ElementsAre("w", "i", "d", "e"));
}

} // namespace

} // namespace winnow::flow
