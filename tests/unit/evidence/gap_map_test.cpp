#include "evidence/gap_map.h"
#include "review_of_studies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace winnow::evidence {

namespace {

using testing::HasSubstr;

/// Study i does the intervention i % 3 and reports on outcomes 0 to i % 4; its certainty is i % 2.
ReviewData manyStudies(int count)
{
    ReviewData data;
    const auto codes = [&](const char *field, const char *name, int options) {
        for (int i = 0; i < options; ++i) {
            const std::string number = std::to_string(i);
            data.codes[field].push_back(
                {name + number, "A longer label of " + std::string(name) + " " + number});
        }
        data.fieldLabels[field] = "Field " + std::string(name);
    };
    codes("f/i", "i", 3);
    codes("f/o", "o", 5);
    codes("f/c", "c", 2);
    for (int i = 0; i < count; ++i) {
        StudyData study = test::study("s" + std::to_string(i));
        test::code(study, "f/i", {"i" + std::to_string(i % 3)});
        std::vector<std::string> outcomes;
        for (int o = 0; o <= i % 4; ++o) {
            outcomes.push_back("o" + std::to_string(o));
        }
        test::code(study, "f/o", outcomes);
        test::code(study, "f/c", {"c" + std::to_string(i % 2)});
        data.studies.push_back(std::move(study));
    }
    return data;
}

Table mapTable(bool isDivided)
{
    Table table;
    table.id = "map";
    table.source = RowSource::Map;
    table.rowsOf = "f/i";
    table.columnsOf = "f/o";
    table.dividedBy = isDivided ? "f/c" : "";
    return table;
}

bool overlap(const flow::Rect &one, const flow::Rect &other)
{
    return one.x < other.x + other.width - 0.01 && other.x < one.x + one.width - 0.01 &&
           one.y < other.y + other.height - 0.01 && other.y < one.y + one.height - 0.01;
}

TEST(GapMap, countsAStudyInEveryCellThatItSpeaksOf)
{
    const GapMap map = gapMapOf(mapTable(true), manyStudies(24));
    std::size_t studies = 0;
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 5; ++column) {
            const GapMapCell &cell = map.cells[row][column];
            studies += cell.studies.size();
            EXPECT_EQ(cell.parts[0].count + cell.parts[1].count, cell.studies.size());
        }
        EXPECT_TRUE(map.cells[row][4].studies.empty()) << "a gap";
    }
    EXPECT_EQ(studies, 24U / 4 * (1 + 2 + 3 + 4));
    EXPECT_EQ(map.most, 8U);
}

TEST(GapMap, isDrawnWithoutBubblesThatTouch)
{
    for (const int count : {0, 1, 24, 4000}) {
        for (const bool isDivided : {false, true}) {
            for (const double width : {84.0, 174.0}) {
                const flow::Diagram figure =
                    gapMapFigure(gapMapOf(mapTable(isDivided), manyStudies(count)), "A map", {width});
                std::vector<flow::Rect> discs;
                for (const flow::Box &box : figure.boxes) {
                    EXPECT_GE(box.rect.x, 0);
                    EXPECT_LE(box.rect.x + box.rect.width, figure.width + 0.01) << box.id;
                    EXPECT_LE(box.rect.y + box.rect.height, figure.height + 0.01) << box.id;
                    if (box.kind == flow::BoxKind::Disc) {
                        discs.push_back(box.rect);
                    }
                }
                for (std::size_t i = 0; i < discs.size(); ++i) {
                    for (std::size_t j = i + 1; j < discs.size(); ++j) {
                        EXPECT_FALSE(overlap(discs[i], discs[j])) << count;
                    }
                }
                EXPECT_THAT(figure.description, HasSubstr("Field i against Field o."));
            }
        }
    }
}

TEST(GapMap, givesBubblesAnAreaByTheirNumber)
{
    const GapMap map = gapMapOf(mapTable(false), manyStudies(40));
    const flow::Diagram figure = gapMapFigure(map, "A map");
    double fullest = 0;
    for (const flow::Box &box : figure.boxes) {
        if (box.kind == flow::BoxKind::Disc) {
            fullest = std::max(fullest, box.rect.width);
        }
    }
    for (const flow::Box &box : figure.boxes) {
        if (box.kind == flow::BoxKind::Disc) {
            const double number = std::stod(box.lines.at(0).text);
            EXPECT_NEAR(box.rect.width, fullest * std::sqrt(number / static_cast<double>(map.most)), 0.01);
            EXPECT_THAT(box.description, HasSubstr(", " + box.lines.at(0).text));
        }
    }
}

} // namespace

} // namespace winnow::evidence
