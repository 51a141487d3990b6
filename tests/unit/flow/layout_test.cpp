#include "flow/metrics.h"
#include "some_numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace winnow::flow::test {

namespace {

using testing::ElementsAre;

constexpr double kRounding = 1e-6;

bool overlap(const Rect &a, const Rect &b)
{
    return a.x < b.x + b.width - kRounding && b.x < a.x + a.width - kRounding &&
           a.y < b.y + b.height - kRounding && b.y < a.y + a.height - kRounding;
}

/// Left and right edge of a line.
std::pair<double, double> extent(const TextLine &line, double size)
{
    const double width = textWidth(line.text, size);
    const double left = line.anchor == Anchor::Middle ? line.x - width / 2 : line.x;
    return {left, left + width};
}

void checkBoxes(const Diagram &diagram)
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
            const auto [left, right] = extent(line, diagram.fontSize);
            EXPECT_GE(left, box.rect.x) << box.id << ": " << line.text;
            EXPECT_LE(right, box.rect.x + box.rect.width) << box.id << ": " << line.text;
            EXPECT_GE(line.baseline - 0.8 * diagram.fontSize, box.rect.y) << box.id << ": " << line.text;
            EXPECT_LE(line.baseline + 0.25 * diagram.fontSize, box.rect.y + box.rect.height)
                << box.id << ": " << line.text;
        }
    }
}

/// Lines of one box do not lie upon one another.
void checkLines(const Box &box, double size)
{
    for (std::size_t i = 0; i < box.lines.size(); ++i) {
        const auto [left, right] = extent(box.lines[i], size);
        for (std::size_t j = i + 1; j < box.lines.size(); ++j) {
            if (std::abs(box.lines[i].baseline - box.lines[j].baseline) < size) {
                const auto [otherLeft, otherRight] = extent(box.lines[j], size);
                EXPECT_TRUE(right <= otherLeft + kRounding || otherRight <= left + kRounding)
                    << box.id << ": " << box.lines[i].text << " / " << box.lines[j].text;
            }
        }
    }
}

bool isOnBorder(const Rect &rect, double x, double y)
{
    const bool isWithinX = x >= rect.x - kRounding && x <= rect.x + rect.width + kRounding;
    const bool isWithinY = y >= rect.y - kRounding && y <= rect.y + rect.height + kRounding;
    const bool isAtX = std::abs(x - rect.x) < kRounding || std::abs(x - rect.x - rect.width) < kRounding;
    const bool isAtY = std::abs(y - rect.y) < kRounding || std::abs(y - rect.y - rect.height) < kRounding;
    return (isAtX && isWithinY) || (isAtY && isWithinX);
}

/// Arrows run along the axes from border to border, through no box, and are long enough for their heads.
void checkArrows(const Diagram &diagram)
{
    for (const Arrow &arrow : diagram.arrows) {
        const std::string name = arrow.from + ">" + arrow.to;
        const auto &points = arrow.points;
        EXPECT_TRUE(isOnBorder(boxOf(diagram, arrow.from).rect, points.front().first, points.front().second))
            << name;
        EXPECT_TRUE(isOnBorder(boxOf(diagram, arrow.to).rect, points.back().first, points.back().second))
            << name;
        for (std::size_t i = 1; i < points.size(); ++i) {
            const auto [x1, y1] = points[i - 1];
            const auto [x2, y2] = points[i];
            EXPECT_TRUE(std::abs(x1 - x2) < kRounding || std::abs(y1 - y2) < kRounding) << name;
            const Rect line{std::min(x1, x2), std::min(y1, y2), std::abs(x1 - x2), std::abs(y1 - y2)};
            const Rect wide{line.x - 0.1, line.y - 0.1, line.width + 0.2, line.height + 0.2};
            for (const Box &box : diagram.boxes) {
                const bool isEnd = box.id == arrow.from || box.id == arrow.to;
                EXPECT_FALSE(!isEnd && overlap(wide, box.rect)) << name << " runs through " << box.id;
            }
        }
        const auto [x1, y1] = points[points.size() - 2];
        const auto [x2, y2] = points.back();
        EXPECT_GE(std::hypot(x2 - x1, y2 - y1), diagram.theme.headLength) << name;
    }
}

void checkFootnotes(const Diagram &diagram)
{
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

/// No number is broken, not even where the words before it are.
void checkNumbers(const Diagram &diagram)
{
    for (const Box &box : diagram.boxes) {
        for (const TextLine &line : box.lines) {
            EXPECT_EQ(line.text.find("(n") == std::string::npos, line.text.find('=') == std::string::npos)
                << box.id << ": " << line.text;
        }
    }
}

void checkGeometry(const Diagram &diagram)
{
    checkBoxes(diagram);
    checkArrows(diagram);
    checkFootnotes(diagram);
    checkNumbers(diagram);
    for (const Box &box : diagram.boxes) {
        checkLines(box, diagram.fontSize);
    }
}

double millimetres(const Diagram &diagram)
{
    return diagram.width / 72 * 25.4;
}

struct Page
{
    Variant variant;
    double widthMm;
};

class LayoutOnPage : public testing::TestWithParam<Page>
{};

TEST_P(LayoutOnPage, overlapsNothingAndKeepsTextInItsBox)
{
    std::string latin;
    std::string chinese;
    std::string arabic;
    for (int i = 0; i < 18; ++i) {
        latin += "population ";
        chinese += "\u7814\u7A76\u5BF9\u8C61\u4E0D\u7B26\u5408\u7EB3\u5165\u6807\u51C6";
        arabic += "\u062F\u0631\u0627\u0633\u0629 \u0639\u064A\u0646\u0629 ";
    }
    const std::string oneWord(200, 'w');
    for (const std::string &reason : {std::string("wrong design"), latin, chinese, arabic, oneWord}) {
        for (const int reasons : {0, 1, 7, 25}) {
            DiagramOptions options;
            options.widthMm = GetParam().widthMm;
            options.isDraft = reasons == 1;
            options.totalsReasons = reasons == 7;
            options.listsTitleAbstractReasons = reasons == 25;
            const Diagram diagram = layOut(someNumbers(GetParam().variant, reasons, reason), options);
            checkGeometry(diagram);
            EXPECT_NEAR(millimetres(diagram), GetParam().widthMm, kRounding);
        }
    }
}

std::vector<Page> pages()
{
    std::vector<Page> all;
    for (const Variant variant : {Variant::NewDatabases,
                                  Variant::NewOther,
                                  Variant::UpdatedDatabases,
                                  Variant::UpdatedOther,
                                  Variant::Prisma2009}) {
        for (const double width : {84.0, 90.0, 174.0, 190.0}) {
            all.push_back({variant, width});
        }
    }
    return all;
}

INSTANTIATE_TEST_SUITE_P(Layout, LayoutOnPage, testing::ValuesIn(pages()), [](const auto &info) {
    std::string name(toString(info.param.variant));
    std::erase(name, '-');
    return name + "_" + std::to_string(static_cast<int>(info.param.widthMm)) + "mm";
});

double middle(const Box &box)
{
    return box.rect.y + box.rect.height / 2;
}

TEST(Layout, alignsTheRowsOfAllColumnsAndCentresSideBoxesOnTheirSources)
{
    DiagramOptions options;
    options.showsMetaAnalysis = false;
    const Diagram diagram = layOut(someNumbers(Variant::UpdatedOther, 9), options);
    const std::vector<std::vector<const char *>> rows{{"box1", "box2", "box3", "box11"},
                                                      {"box4", "box5"},
                                                      {"box6", "box7", "box12", "box13"},
                                                      {"box8", "box9", "box14", "box15"},
                                                      {"awaiting", "awaiting_other"}};
    for (const auto &row : rows) {
        for (const char *id : row) {
            EXPECT_NEAR(middle(boxOf(diagram, id)), middle(boxOf(diagram, row.front())), kRounding) << id;
        }
    }
    const auto arrow = std::ranges::find_if(
        diagram.arrows, [](const Arrow &one) { return one.from == "box14" && one.to == "box10"; });
    const Rect &included = boxOf(diagram, "box10").rect;
    EXPECT_NEAR(arrow->points.back().first, included.x + included.width, kRounding) << "its right side";
    const auto joins = std::ranges::find_if(
        diagram.arrows, [](const Arrow &one) { return one.from == "box1" && one.to == "box16"; });
    EXPECT_NEAR(joins->points.back().first, boxOf(diagram, "box16").rect.x, kRounding) << "its left side";
}

TEST(Layout, spansTheRowsOfEachStageWithItsLabelExactly)
{
    const Diagram diagram = layOut(someNumbers(Variant::NewDatabases));
    const Rect &screening = boxOf(diagram, "stage2").rect;
    EXPECT_NEAR(
        screening.y, std::min(boxOf(diagram, "box4").rect.y, boxOf(diagram, "box5").rect.y), kRounding);
    const Rect &last = boxOf(diagram, "awaiting").rect;
    EXPECT_NEAR(screening.y + screening.height, last.y + last.height, kRounding);
}

TEST(Layout, putsOneColumnBelowTheOtherOnANarrowPage)
{
    DiagramOptions options;
    const auto isBelow = [&](double width) {
        options.widthMm = width;
        const Diagram diagram = layOut(someNumbers(Variant::NewOther), options);
        return boxOf(diagram, "box11").rect.y > boxOf(diagram, "box8").rect.y;
    };
    EXPECT_TRUE(isBelow(84));
    EXPECT_TRUE(isBelow(90));
    EXPECT_FALSE(isBelow(174));
}

TEST(Layout, setsLongListsInTwoColumnsWhereThatSavesHeight)
{
    DiagramOptions options;
    const auto columnsAt = [&](double width, int reasons) {
        options.widthMm = width;
        const Diagram diagram = layOut(someNumbers(Variant::NewDatabases, reasons, "off topic "), options);
        std::set<double> lefts;
        for (const TextLine &line : boxOf(diagram, "box9").lines) {
            lefts.insert(line.x);
        }
        return lefts.size();
    };
    EXPECT_EQ(columnsAt(174, 20), 2U);
    EXPECT_EQ(columnsAt(174, 4), 1U);
    EXPECT_EQ(columnsAt(84, 20), 1U);
}

TEST(Layout, widensWhatLeavesNoRoomForWords)
{
    for (const double font : {5.0, 12.0, 24.0}) {
        DiagramOptions options;
        options.widthMm = 30;
        options.fontSizePt = font;
        const Diagram diagram = layOut(someNumbers(Variant::UpdatedOther), options);
        EXPECT_GT(millimetres(diagram), 30);
        checkGeometry(diagram);
    }
}

TEST(Layout, keepsItsShapeWithFurtherAndHiddenRowsInEveryWording)
{
    for (const ShippedTexts &texts : shippedTexts()) {
        for (const double width : {84.0, 174.0}) {
            DiagramOptions options;
            options.widthMm = width;
            options.texts = Texts::named(texts.name).value();
            options.hidden = {"box4", "box13"};
            options.extraRows = {{"box8", {"Reports appraised", {40, {}}}, {"Low quality", {12, {}}}},
                                 {"box14", {"More", {1, {}}}, {}},
                                 {"box10", {"Narrative synthesis", {20, {}}}, {}}};
            checkGeometry(layOut(someNumbers(Variant::UpdatedOther), options));
        }
    }
}

TEST(Layout, setsBeforeScreeningInItalicsAsTheTemplateDoes)
{
    for (const double width : {84.0, 174.0}) {
        DiagramOptions options;
        options.widthMm = width;
        std::vector<std::string> italic;
        for (const Box &box : layOut(someNumbers(Variant::NewDatabases), options).boxes) {
            for (const TextLine &line : box.lines) {
                if (line.isItalic) {
                    italic.push_back(box.id + ": " + line.text);
                }
            }
        }
        EXPECT_THAT(italic, ElementsAre("box3: before\u00A0screening"));
    }
}

TEST(Theme, hasAContrastOfAtLeastSevenOnEveryFill)
{
    EXPECT_NEAR(contrast(0x000000, 0xFFFFFF), 21, 1e-9);
    for (const char *name : {"colour", "grey", "bw"}) {
        DiagramOptions options;
        options.colours = coloursFromString(name).value();
        const Diagram diagram = layOut(someNumbers(Variant::UpdatedOther), options);
        EXPECT_EQ(toString(options.colours), name);
        for (const Box &box : diagram.boxes) {
            EXPECT_GE(contrast(diagram.theme.ink, fillOf(box, diagram.theme)), 7) << name << " " << box.id;
        }
    }
    EXPECT_FALSE(coloursFromString("pink"));
}

} // namespace

} // namespace winnow::flow::test
