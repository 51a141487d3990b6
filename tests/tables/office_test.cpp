#include "publish/support/page_words.h"
#include "publish/support/table_grid.h"
#include "readers.h"
#include "support/child_process.h"
#include "written.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::publish::test {

namespace {

using testing::HasSubstr;
using winnow::test::ChildOutcome;
using winnow::test::runProgram;

/// Everything that LibreOffice shows of a table: merged cells, lists, texts.
void expectInLibreOffice(const Written &written)
{
    written.convert(written.files(), "fodt");
    for (const TableCase &made : written.all()) {
        std::size_t lists = 0;
        const std::string xml = written.read(made.name + ".fodt");
        if (made.table.columns.empty()) {
            EXPECT_THAT(xml, HasSubstr(made.table.caption));
            continue;
        }
        EXPECT_EQ(readFlatOdt(xml, lists), expectedTable(made.table, Covered::Told, true)) << made.name;
        EXPECT_EQ(lists, listsOf(made.table)) << made.name;
        EXPECT_THAT(squeezed(xml), HasSubstr("<table:table-header-rows>")) << made.name;
    }
}

TEST(Docx, holdsInLibreOfficeWhatIsPrinted)
{
    expectInLibreOffice(Written("docx"));
}

TEST(Odt, holdsInLibreOfficeWhatIsPrinted)
{
    expectInLibreOffice(Written("odt"));
}

TEST(Docx, holdsInPandocWhatIsPrinted)
{
    const Written docx("docx");
    for (const TableCase &made : docx.all()) {
        if (made.table.columns.empty() || made.name == "all_merged" || made.name == "hostile") {
            continue; // pandoc drops empty rows, and tabs
        }
        const ChildOutcome read = runProgram({"pandoc", "-f", "docx", "-t", "json", docx.file(made.name)});
        ASSERT_TRUE(read.isOk()) << read.output;
        std::size_t lists = 0;
        EXPECT_EQ(readPandoc(read.output, lists), expectedTable(made.table, Covered::Told, true))
            << made.name;
        EXPECT_EQ(lists, listsOf(made.table)) << made.name;
        EXPECT_THAT(squeezed(read.output), HasSubstr("\"t\":\"Table\""));
    }
}

/// What LibreOffice says of a document: how many pages, and which of them lie across.
std::string pagesOf(const Written &written, const std::string &name)
{
    written.convert({written.file(name)}, "pdf");
    const ChildOutcome info =
        runProgram({"pdfinfo", "-f", "1", "-l", "9", (written.folder() / (name + ".pdf")).string()});
    EXPECT_TRUE(info.isOk()) << info.output;
    std::string pages;
    for (std::size_t at = info.output.find(" size:"); at != std::string::npos;
         at = info.output.find(" size:", at + 1)) {
        pages += std::stod(info.output.substr(at + 6)) > 600 ? '-' : '|';
    }
    return pages;
}

TEST(Docx, turnsThePageOfAWideTableInADocument)
{
    EXPECT_THAT(pagesOf(Written("docx"), "document"), testing::StartsWith("|-|"));
}

TEST(Odt, turnsThePageOfAWideTableInADocument)
{
    EXPECT_THAT(pagesOf(Written("odt"), "document"), testing::StartsWith("|-|"));
}

TEST(Docx, repeatsItsHeadOnEachPage)
{
    const Written docx("docx");
    docx.convert({docx.file("long")}, "pdf");
    const ChildOutcome text = runProgram({"pdftotext", (docx.folder() / "long.pdf").string(), "-"});
    std::size_t heads = 0;
    for (std::size_t at = text.output.find("Category"); at != std::string::npos;
         at = text.output.find("Category", at + 1)) {
        ++heads;
    }
    EXPECT_GE(heads, 3U);
}

/// What a sheet should show, with numbers of lists.
ReadTable printedCells(const evidence::PrintedTable &table, bool isFlat)
{
    const TableGrid grid = gridOf(table);
    ReadTable rows;
    for (std::size_t row = isFlat ? grid.headRows : 0; row < grid.rows.size(); ++row) {
        auto &cells = rows.emplace_back();
        for (std::size_t column = 0; column < grid.columns; ++column) {
            const GridCell &own = grid.rows[row].cells[column];
            const GridCell &shown = isFlat ? grid.printedAt(row, column) : own;
            cells.push_back(own.isCovered && !isFlat ? std::string() : squeezed(plainText(shown.cell)));
        }
    }
    return rows;
}

TEST(Xlsx, holdsInLibreOfficeWhatIsPrintedAndRepeatsItInTheData)
{
    const Written xlsx("xlsx");
    xlsx.convert(xlsx.files(),
                 "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1");
    for (const TableCase &made : xlsx.all()) {
        if (made.table.columns.empty() || made.name == "hostile") {
            continue; // its control characters are dropped; see the unit tests
        }
        ReadTable printed = readCsv(xlsx.read(made.name + "-Table.csv"));
        std::size_t first = (tableCaption(made.table).empty() ? 0 : 1) + (made.table.head.empty() ? 0 : 1);
        const ReadTable expected = printedCells(made.table, false);
        ASSERT_GE(printed.size(), first + expected.size()) << made.name;
        for (std::size_t row = 0; row < expected.size(); ++row) {
            EXPECT_EQ(printed[first + row], expected[row]) << made.name;
        }
        ReadTable data = readCsv(xlsx.read(made.name + "-Data.csv"));
        ASSERT_FALSE(data.empty()) << made.name;
        data.erase(data.begin());
        for (auto &row : data) {
            row.resize(made.table.columns.size()); // without notes
        }
        EXPECT_EQ(data, printedCells(made.table, true)) << made.name;
    }
}

} // namespace

} // namespace winnow::publish::test
