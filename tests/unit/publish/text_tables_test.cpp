#include "publish/output.h"
#include "publish/table_json.h"
#include "tables/cases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::publish {

namespace {

using evidence::PrintedTable;
using test::documentCase;
using test::tableCaseNamed;
using test::tableCases;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

PrintedTable tableNamed(const std::string &name)
{
    return tableCaseNamed(tableCases(), name).table;
}

std::string tableAs(const char *file, const PrintedTable &table)
{
    return outputFor(file, Subject::Table).value()->table(table).value();
}

std::string documentAs(const char *file)
{
    return outputFor(file, Subject::Document).value()->document(documentCase()).value();
}

TEST(TableJson, comesBackAsItWas)
{
    for (const test::TableCase &made : tableCases()) {
        if (made.name == "hostile") {
            continue; // holds a byte that is no UTF-8
        }
        const auto back = tableFromJson(tableToJson(made.table));
        ASSERT_TRUE(back) << made.name << ": " << back.error().message;
        EXPECT_EQ(*back, made.table) << made.name;
    }
    PrintedTable odd = tableNamed("merged");
    odd.columns[0].share = 0.1;
    odd.rows[0].note = "a note";
    odd.rows[0].cells[2].number = 1.0 / 3;
    odd.notes = {"", "\n"};
    EXPECT_EQ(*tableFromJson(tableToJson(odd)), odd);
    const std::string once = tableToJson(tableNamed("hostile"));
    EXPECT_EQ(tableToJson(*tableFromJson(once)), once) << "a byte that is no UTF-8 is replaced for good";
}

TEST(TableJson, saysWhatIsWrongWithAFile)
{
    const std::vector<std::pair<const char *, const char *>> cases{
        {"", "no JSON"},
        {"[]", "The file must be an object"},
        {R"({"columns": [1]})", "Each of \"columns\" must be an object"},
        {R"({"columns": [{"name": "A", "share": "x"}]})", "\"share\" must be a number"},
        {R"({"rows": [{"cells": {}}]})", "Row 1 must have a list of cells"},
        {R"({"rows": [{"cells": [{"rowSpan": 0}]}]})", "Row 1: \"rowSpan\" must be a whole number"},
        {R"({"rows": [{"cells": [{"rowSpan": 99999999999999999999}]}]})", "Row 1: \"rowSpan\""},
        {R"({"rows": [{"cells": [{"fill": -1}]}]})", "Row 1: \"fill\""},
        {R"({"rows": [{"cells": [{"items": ["a", 1]}]}]})", "\"items\" must be a list of texts"},
        {R"({"rows": [{"cells": [{"alignment": "up"}]}]})", "not \"up\""},
        {R"({"groups": [3]})", "Head row 1 must have a list of cells"},
    };
    for (const auto &[text, message] : cases) {
        const auto table = tableFromJson(text);
        ASSERT_FALSE(table) << text;
        EXPECT_EQ(table.error().code, ErrorCode::WrongFormat);
        EXPECT_THAT(table.error().message, HasSubstr(message)) << text;
    }
}

TEST(CsvTable, repeatsWhatIsMergedAndKeepsNumbersAsTheyAre)
{
    PrintedTable table = tableNamed("merged");
    table.rows[0].cells[2].text = "-12.5";
    table.rows[0].cells[2].number = -12.5;
    const std::string csv = tableAs("t.csv", table);
    EXPECT_THAT(csv,
                AllOf(HasSubstr("Category,Products,n,References\r\n"),
                      HasSubstr("Woodcraft,\"1. Carvings with motifs of the island.\n2. Keychains, sold to "
                                "visitors.\",-12.5,\"[3, 4]\"\r\n"),
                      HasSubstr("Woodcraft,Everything else,1,[2]\r\n")));
    EXPECT_THAT(tableAs("t.csv", tableNamed("grouped")),
                HasSubstr("Outcome,Anticipated absolute effects: With training,Anticipated absolute effects: "
                          "Without training,Certainty\r\n"));
}

TEST(CsvTable, guardsAgainstFormulas)
{
    EXPECT_THAT(tableAs("t.csv", tableNamed("hostile")),
                AllOf(HasSubstr("\" =1+1\",+2,\" -3 and @SUM(A1)\"\r\n"),
                      HasSubstr("\" @style\""),
                      Not(HasSubstr("\x01"))));
}

TEST(CsvTable, guardsAgainstFormulasBehindWhiteSpaceAndInWideSigns)
{
    for (const std::string text :
         {"\t=1+1|cmd", "\n\r @SUM(A1)", "\u00A0+1 a", "\uFF1D1+1", "\uFF0B1", "\uFF0D1", "\uFF20A"}) {
        PrintedTable table = tableNamed("merged");
        table.rows[0].cells[1].items = {};
        table.rows[0].cells[1].text = text;
        table.rows[0].cells[1].number = 1; // does not make it one
        EXPECT_THAT(tableAs("t.csv", table), HasSubstr("\" " + text + "\"")) << text;
        EXPECT_THAT(tableAs("t.tsv", table),
                    Not(testing::ContainsRegex("\t(=|\\+|@|\uFF1D|\uFF0B|\uFF0D|\uFF20)")))
            << text;
    }
}

TEST(TsvTable, hasOneLineForEachRow)
{
    const std::string tsv = tableAs("t.tsv", tableNamed("hostile"));
    EXPECT_EQ(std::count(tsv.begin(), tsv.end(), '\n'), 5);
    EXPECT_EQ(std::count(tsv.begin(), tsv.end(), '\t'), 10);
    EXPECT_THAT(tsv, HasSubstr("\n =1+1\t+2\t -3"));
}

TEST(MarkdownTable, leavesMergedCellsBlankAndNumbersLists)
{
    EXPECT_THAT(
        tableAs("t.md", tableNamed("merged")),
        AllOf(HasSubstr("**Table 4. Categories over several rows, with lists**\n"),
              HasSubstr("| --- | --- | ---: | --- |\n"),
              HasSubstr("|  | 1. Furniture of salvaged wood.<br>2. Frames.<br>3. Toys. | 5 | [6, 11] |\n"),
              HasSubstr("| Weaving | Mats, bags and hats; over two columns |  | [1] |\n"),
              HasSubstr("<sup>[2]</sup>"),
              HasSubstr("\nn: number of makers who were asked.\n")));
}

TEST(GridMarkdown, isChosenByTheEndOfTheNameAndDrawsLists)
{
    EXPECT_EQ(outputFor("t.grid.md", Subject::Table).value()->id, "gridmarkdown");
    EXPECT_EQ(outputFor("grid.md", Subject::Table).value()->id, "markdown");
    const std::string grid = tableAs("t.grid.md", tableNamed("merged"));
    EXPECT_THAT(
        grid,
        AllOf(HasSubstr("=:+"), HasSubstr("| 2.  Keychains, sold to visitors."), HasSubstr("\n: Table 4. ")));
    const std::size_t width = grid.find('\n');
    std::size_t lines = 0;
    for (std::size_t at = 0; grid[at] == '+' || grid[at] == '|'; at = grid.find('\n', at) + 1) {
        EXPECT_EQ(grid.find('\n', at) - at, width);
        ++lines;
    }
    EXPECT_EQ(lines, 16U);
}

TEST(MarkdownDocument, leadsToReferences)
{
    EXPECT_THAT(documentAs("d.md"),
                AllOf(HasSubstr("*locally*"),
                      HasSubstr("[[3]](#ref-3)"),
                      HasSubstr("<a id=\"ref-3\"></a>[3] A. Author"),
                      HasSubstr("[[6](#ref-6), [11](#ref-11)]"),
                      HasSubstr("(https://example.org/a_b?c=1&d=2%20#e)"),
                      HasSubstr("**Figure 1. Flow of records**"),
                      HasSubstr("1. first step\n2. second step\n")));
}

/// Whether the texts stand in this order, each once or more.
void expectInOrder(const std::string &text, const std::vector<std::string> &parts)
{
    std::size_t at = 0;
    for (const std::string &part : parts) {
        const std::size_t found = text.find(part, at);
        ASSERT_NE(found, std::string::npos) << part << " is missing, or comes too early, in\n" << text;
        at = found + part.size();
    }
}

TEST(TextDocuments, numberKeyMessagesBeforeTheContentsAndListThem)
{
    expectInOrder(documentAs("d.md"),
                  {"**Key messages**\n>\n> 1. Training helps",
                   "> 2. Access",
                   "- [Key messages](#part-1)\n- [Results](#part-2)",
                   "<a id=\"part-2\"></a>Results"});
    expectInOrder(documentAs("d.grid.md"),
                  {"[]{#part-1}**Key messages**", "> 2. ", "[Key messages](#part-1)"});
    expectInOrder(documentAs("d.txt"), {"Key messages\n", "1. Training helps", "2. Access", "Results\n---"});
    expectInOrder(documentAs("d.tex"),
                  {"\\addcontentsline{toc}{section}{Key messages}",
                   "\\winnowitem{1.}{Training helps",
                   "\\winnowitem{2.}{Access",
                   "\\tableofcontents",
                   "\\section{Results}"});
}

TEST(MarkdownDocument, keepsParagraphsFromBecomingLists)
{
    Document document;
    document.title = "T";
    document.blocks = {Paragraph{"1. not a list"},
                       Paragraph{"# not a heading"},
                       Paragraph{"    no listing"},
                       Paragraph{"- nor this"}};
    EXPECT_THAT(outputFor("d.md", Subject::Document).value()->document(document).value(),
                AllOf(HasSubstr("\n1\\. not"),
                      HasSubstr("\n\\# not"),
                      HasSubstr("\nno listing"),
                      HasSubstr("\n\\- nor")));
}

TEST(LatexTable, repeatsItsHeadAndBreaksLongRows)
{
    const std::string tex = tableAs("t.tex", tableNamed("merged"));
    EXPECT_THAT(tex,
                AllOf(HasSubstr("\\begin{landscape}\n"),
                      HasSubstr("\\endfirsthead"),
                      HasSubstr("\\endhead"),
                      HasSubstr("\\setcounter{table}{3}"),
                      HasSubstr("\\winnowitem{2.}{Keychains, sold to visitors.}"),
                      HasSubstr("\\multicolumn{2}{"),
                      HasSubstr("\\cellcolor[HTML]{820000}\\textcolor{white}{5}"),
                      HasSubstr("\\cmidrule{2-4}"),
                      HasSubstr(" % key6,key11\n"),
                      HasSubstr("\\textsuperscript{[2]}")));
    const std::string long10 = tableAs("t.tex", tableNamed("long"));
    std::size_t rows = 0;
    for (std::size_t at = long10.find("\\tabularnewline["); at != std::string::npos;
         at = long10.find("\\tabularnewline[", at + 1)) {
        ++rows;
    }
    EXPECT_GT(rows, 15U);
    EXPECT_THAT(long10, HasSubstr("\\winnowitem{60.}"));
}

TEST(LatexTable, escapesWhatTexWouldTakeForItsOwn)
{
    EXPECT_THAT(tableAs("t.tex", tableNamed("hostile")),
                AllOf(HasSubstr("\\% \\$ \\# \\_ \\textbraceleft{} "),
                      Not(HasSubstr("\x01")),
                      Not(HasSubstr("\x7F")),
                      Not(HasSubstr("% $ #"))));
}

TEST(LatexTable, setsTextFromTheRight)
{
    const std::string tex = tableAs("t.tex", tableNamed("from_right"));
    EXPECT_THAT(tex,
                AllOf(HasSubstr("\\winnowrl{"),
                      HasSubstr("\\winnowlr{(weaving) 2020}"),
                      HasSubstr("Use lualatex or xelatex")));
}

TEST(LatexDocument, keepsAHeadingWithItsWideTable)
{
    EXPECT_THAT(documentAs("d.tex"),
                AllOf(HasSubstr("\\begin{landscape}\n\\section{A wide table}"),
                      HasSubstr("\\end{landscape}\n\\section{Selection of studies}"),
                      HasSubstr("\\hypertarget{ref-3}{[3]}"),
                      HasSubstr("\\href{https://example.org/a\\_b?c=1\\&d=2\\%20\\#e}")));
}

TEST(TextTable, isDrawnInColumns)
{
    EXPECT_THAT(tableAs("t.txt", tableNamed("merged")),
                AllOf(HasSubstr("| Woodcraft "), HasSubstr("| 1. Carvings with"), HasSubstr("Table 4. ")));
    EXPECT_THAT(documentAs("d.txt"),
                AllOf(HasSubstr("Results\n-------\n"),
                      HasSubstr("[3] A. Author"),
                      HasSubstr("their page\n(https://example.org/a_b?c=1&d=2%20#e)")));
}

TEST(TextTables, holdTextsOfTenThousandCharacters)
{
    for (const char *file : {"t.md", "t.grid.md", "t.csv", "t.tsv", "t.json", "t.txt", "t.tex"}) {
        EXPECT_THAT(tableAs(file, tableNamed("long")), HasSubstr("sentence")) << file;
    }
}

} // namespace

} // namespace winnow::publish
