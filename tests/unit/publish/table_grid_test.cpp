#include "publish/support/colour.h"
#include "publish/support/display_width.h"
#include "publish/support/page_words.h"
#include "publish/support/table_grid.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::publish {

namespace {

using evidence::Alignment;
using evidence::PrintedCell;
using evidence::PrintedTable;

PrintedTable tableOf(std::size_t rows, std::size_t columns)
{
    PrintedTable table;
    for (std::size_t column = 0; column < columns; ++column) {
        table.columns.push_back({std::string(1, static_cast<char>('A' + column))});
    }
    for (std::size_t row = 0; row < rows; ++row) {
        table.rows.emplace_back().cells.resize(columns);
        for (std::size_t column = 0; column < columns; ++column) {
            table.rows.back().cells[column].text = std::to_string(row) + std::to_string(column);
        }
    }
    return table;
}

TEST(TableGrid, mergesTheCellsThatSayThatTheyAreCovered)
{
    PrintedTable table = tableOf(3, 2);
    table.rows[0].cells[0].rowSpan = 3;
    table.rows[1].cells[0].isCovered = true;
    table.rows[2].cells[0].isCovered = true;
    const TableGrid grid = gridOf(table);
    EXPECT_EQ(grid.headRows, 1U);
    EXPECT_EQ(grid.rows[1].cells[0].rowSpan, 3);
    EXPECT_TRUE(grid.rows[3].cells[0].isCovered);
    EXPECT_EQ(grid.printedAt(3, 0).cell.text, "00");
    EXPECT_EQ(grid.printedAt(3, 1).cell.text, "21");
}

TEST(TableGrid, hidesNoTextUnderASpanThatIsTooLarge)
{
    PrintedTable table = tableOf(2, 3);
    table.rows[0].cells[1].rowSpan = 1000;
    table.rows[0].cells[1].columnSpan = 1000;
    table.rows[0].cells[2].isCovered = true;
    const TableGrid grid = gridOf(table);
    EXPECT_EQ(grid.rows[1].cells[1].columnSpan, 2);
    EXPECT_EQ(grid.rows[1].cells[1].rowSpan, 1) << "the row below is not covered";
    EXPECT_FALSE(grid.rows[2].cells[1].isCovered);
}

TEST(TableGrid, printsACoveredCellThatNothingCovers)
{
    PrintedTable table = tableOf(1, 2);
    table.rows[0].cells[1].isCovered = true;
    EXPECT_FALSE(gridOf(table).rows[1].cells[1].isCovered);
}

TEST(TableGrid, completesRowsThatAreTooShort)
{
    PrintedTable table = tableOf(1, 3);
    table.rows[0].cells.resize(1);
    EXPECT_EQ(gridOf(table).rows[1].cells.size(), 3U);
}

TEST(TableGrid, leavesNoSpanBetweenHeadAndBody)
{
    PrintedTable table = tableOf(1, 1);
    table.groups = {{PrintedCell{}}};
    table.groups[0][0].text = "A";
    table.groups[0][0].rowSpan = 9;
    table.rows[0].cells[0].isCovered = true;
    const TableGrid grid = gridOf(table);
    EXPECT_EQ(grid.rows[0].cells[0].rowSpan, 2) << "over the name, which says the same";
    EXPECT_FALSE(grid.rows[2].cells[0].isCovered);
    EXPECT_THAT(headNames(grid, ": "), testing::ElementsAre("A"));
}

TEST(TableGrid, namesColumnsByTheirGroups)
{
    PrintedTable table = tableOf(0, 3);
    table.groups = {std::vector<PrintedCell>(3)};
    table.groups[0][1].text = "Effects";
    table.groups[0][1].columnSpan = 2;
    table.groups[0][2].isCovered = true;
    EXPECT_THAT(headNames(gridOf(table), ": "), testing::ElementsAre("A", "Effects: B", "Effects: C"));
}

TEST(TableGrid, alignsCellsAsTheirColumnAndHeadsOverSeveralInTheMiddle)
{
    PrintedTable table = tableOf(1, 3);
    table.columns[1].alignment = table.columns[2].alignment = Alignment::End;
    table.groups = {std::vector<PrintedCell>(3)};
    table.groups[0][1].columnSpan = 2;
    table.groups[0][2].isCovered = true;
    table.rows[0].cells[1].alignment = Alignment::Centre;
    const TableGrid grid = gridOf(table);
    EXPECT_EQ(grid.rows[0].cells[1].cell.alignment, Alignment::Centre);
    EXPECT_EQ(grid.rows[1].cells[1].cell.alignment, Alignment::End);
    EXPECT_EQ(grid.rows[2].cells[0].cell.alignment, Alignment::Start);
    EXPECT_EQ(grid.rows[2].cells[1].cell.alignment, Alignment::Centre) << "its own";
    EXPECT_EQ(grid.rows[2].cells[2].cell.alignment, Alignment::End);
}

TEST(TableGrid, tellsWhichRowsGoTogetherAndWhichHeadThoseBelow)
{
    PrintedTable table = tableOf(4, 2);
    table.rows[0].cells[0].isHead = true;
    table.rows[0].cells[0].columnSpan = 2;
    table.rows[0].cells[1].isCovered = true;
    table.rows[1].cells[0].rowSpan = table.rows[2].cells[1].rowSpan = 2;
    table.rows[2].cells[0].isCovered = table.rows[3].cells[1].isCovered = true;
    const TableGrid grid = gridOf(table);
    EXPECT_FALSE(grid.isSection(0)) << "the names";
    EXPECT_TRUE(grid.isSection(1));
    EXPECT_FALSE(grid.isSection(2));
    EXPECT_EQ(grid.endOfGroup(1), 2U);
    EXPECT_EQ(grid.endOfGroup(2), 5U) << "joined by two cells";
}

TEST(TableCaption, leavesOutWhatThereIsNot)
{
    PrintedTable table;
    EXPECT_EQ(tableCaption(table), "");
    table.caption = "Mutu";
    EXPECT_EQ(tableCaption(table), "Mutu");
    table.number = 2;
    table.language = "id_ID";
    EXPECT_EQ(tableCaption(table), "Tabel 2. Mutu");
    table.caption.clear();
    EXPECT_EQ(tableCaption(table), "Tabel 2");
}

TEST(ColumnShares, addUpAndFollowTheTextWhereTheTableSaysNothing)
{
    PrintedTable table = tableOf(1, 3);
    table.rows[0].cells[1].text = std::string(300, 'w') + " w w w w w w w w w w w w w w w w w";
    const std::vector<double> shares = columnShares(table);
    EXPECT_NEAR(shares[0] + shares[1] + shares[2], 1, 1e-9);
    EXPECT_GT(shares[1], shares[0] * 2);
    table.columns[0].share = 3;
    EXPECT_NEAR(columnShares(table)[0], 0.6, 1e-9);
    table.columns[1].share = -1; // counts as 1
    EXPECT_NEAR(columnShares(table)[1], 0.2, 1e-9);
}

TEST(Divided, givesWholeNumbersThatAddUp)
{
    EXPECT_THAT(divided({1 / 3.0, 1 / 3.0, 1 / 3.0}, 100), testing::ElementsAre(33, 34, 33));
    EXPECT_TRUE(divided({}, 100).empty());
}

TEST(IsShort, isWhatAPageHoldsInTheWidthThatThereIs)
{
    PrintedTable table = tableOf(2, 2);
    table.rows[0].cells[1].text = std::string(1500, 'x');
    const std::vector<long> narrow = columnTwips(table, 200);
    const std::vector<long> wide = columnTwips(table, 2000);
    EXPECT_EQ(widthOver(narrow, 0, 2), 4000);
    EXPECT_EQ(widthOver(narrow, 1, 1), narrow[1]);
    EXPECT_FALSE(isShort(gridOf(table).rows[1], narrow));
    EXPECT_TRUE(isShort(gridOf(table).rows[1], wide));
    EXPECT_TRUE(isShort(gridOf(table).rows[2], narrow));
}

TEST(EstimatedLines, countsLineEndsLongWordsAndWideCharacters)
{
    EXPECT_EQ(estimatedLines("", 10), 1);
    EXPECT_EQ(estimatedLines("one two", 10), 1);
    EXPECT_EQ(estimatedLines("one two three four", 10), 2);
    EXPECT_EQ(estimatedLines("a\nb\nc", 10), 3);
    EXPECT_EQ(estimatedLines(std::string(100, 'x'), 10), 10);
    EXPECT_EQ(estimatedLines("\u7AF9\u7DE8\u7AF9\u7DE8\u7AF9\u7DE8", 10), 2);
}

TEST(PrintedFrom, mergesFirstCellsThatGoWithTheOneAbove)
{
    const PrintedTable table =
        printedFrom({{"A", "B"}, {1, 3}, {{"SECTION", ""}, {"x", "1"}, {"", "2"}, {"y"}}});
    EXPECT_EQ(table.rows[0].cells[0].columnSpan, 2);
    EXPECT_TRUE(table.rows[0].cells[1].isCovered);
    EXPECT_EQ(table.rows[1].cells[0].rowSpan, 2);
    EXPECT_TRUE(table.rows[2].cells[0].isCovered);
    EXPECT_EQ(table.rows[3].cells[0].text, "y");
    EXPECT_EQ(table.columns[1].share, 3);
}

TEST(IsDark, choosesTheInkThatIsEasierToRead)
{
    EXPECT_TRUE(isDark(0x820000));
    EXPECT_TRUE(isDark(0x000000));
    EXPECT_FALSE(isDark(0x02C100));
    EXPECT_FALSE(isDark(0xFFFFFF));
    EXPECT_FALSE(isDark(0x777777)) << "black is better";
    EXPECT_TRUE(isDark(0x777777, 0x333333)) << "but grey is not";
}

} // namespace

} // namespace winnow::publish
