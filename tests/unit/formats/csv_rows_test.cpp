#include "formats/support/csv_rows.h"

#include <gtest/gtest.h>

#include <array>

namespace winnow::formats {

namespace {

std::vector<CsvRow> rowsOf(std::string text, char delimiter = ',', std::size_t columns = 0)
{
    TextInput input = TextInput::fromBytes(std::move(text));
    CsvReader reader(input, delimiter);
    reader.expectColumns(columns);
    std::vector<CsvRow> rows;
    CsvRow row;
    while (reader.next(row)) {
        rows.push_back(row);
    }
    return rows;
}

struct RowCase
{
    std::string line;
    std::vector<std::string> fields;
};

const std::array kRows{
    RowCase{"a,b,c", {"a", "b", "c"}},
    RowCase{"a,,", {"a", "", ""}},
    RowCase{R"("a","b, c")", {"a", "b, c"}},
    RowCase{R"("say ""so""",b)", {"say \"so\"", "b"}},
    RowCase{R"("",b)", {"", "b"}},
    RowCase{R"(a, "b, c")", {"a", "b, c"}},
    RowCase{R"("a "bare" mark",b)", {"a \"bare\" mark", "b"}},
    RowCase{R"(5" disk,b)", {"5\" disk", "b"}},
    RowCase{R"("a" ,b)", {"a", "b"}},
    RowCase{"\"two\nlines\",b", {"two\nlines", "b"}},
};

} // namespace

TEST(CsvReader, dividesRows)
{
    for (const RowCase &row : kRows) {
        const auto rows = rowsOf(row.line + "\nnext\n");
        ASSERT_EQ(rows.size(), 2U) << row.line;
        EXPECT_EQ(rows[0].fields, row.fields) << row.line;
        EXPECT_EQ(rows[0].raw, row.line + "\n");
        EXPECT_EQ(rows[1].fields, std::vector<std::string>{"next"});
    }
}

TEST(CsvReader, skipsEmptyLinesAndCountsThem)
{
    const auto rows = rowsOf("a\n\n  \nb\n");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[1].line, 4);
}

TEST(CsvReader, tellsThatTheFileEndsInsideQuotes)
{
    const auto rows = rowsOf("a,b\n1,\"text that stops", ',', 2);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_TRUE(rows[1].isCut);
    EXPECT_EQ(rows[1].fields.back(), "text that stops");
}

TEST(CsvReader, goesOnBehindTheLineOfAMarkThatNeverCloses)
{
    const auto rows = rowsOf("a,b\n1,\"opens\n2,x\n3,y\n", ',', 2);
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_TRUE(rows[1].isBroken);
    EXPECT_EQ(rows[1].raw, "1,\"opens\n");
    EXPECT_EQ(rows[2].fields, (std::vector<std::string>{"2", "x"}));
    EXPECT_EQ(rows[2].line, 3);
}

TEST(CsvReader, doesNotKeepAWholeFileBehindAMarkThatNeverCloses)
{
    std::string text = "\"opens\n";
    for (int i = 0; i < 200'000; ++i) {
        text += "a line of some length without any marks\n";
    }
    const auto rows = rowsOf(text);
    ASSERT_EQ(rows.size(), 200'001U);
    EXPECT_TRUE(rows[0].isBroken);
    EXPECT_EQ(rows[0].raw, "\"opens\n");
}

TEST(CsvReader, staysLinearWhenEveryLineOpensQuotes)
{
    std::string text;
    for (int i = 0; i < 400'000; ++i) {
        text += "a,\"b and some more text to fill the line\n";
    }
    std::size_t bytes = 0;
    for (const CsvRow &row : rowsOf(text)) {
        EXPECT_TRUE(row.isBroken || row.isCut);
        bytes += row.raw.size();
    }
    EXPECT_EQ(bytes, text.size()) << "every line belongs to one row";
}

TEST(CsvWriter, quotesOnlyWhatNeedsIt)
{
    std::string out;
    for (const std::string_view field : {"plain", "a,b", "say \"so\"", "two\nlines", " blank", "=1+1"}) {
        appendCsvField(out, field);
        out += '|';
    }
    EXPECT_EQ(out, "plain|\"a,b\"|\"say \"\"so\"\"\"|\"two\nlines\"|\" blank\"|=1+1|");
}

} // namespace winnow::formats
