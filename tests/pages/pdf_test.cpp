#include "publish/output.h"
#include "report_sample.h"
#include "support/child_process.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace winnow::publish::test {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using winnow::test::ChildOutcome;
using winnow::test::runProgram;
using winnow::test::TempFolder;

std::string documentBytes(const Document &document)
{
    return outputFor("r.pdf", Subject::Document).value()->document(document).value();
}

std::string tableBytes(const evidence::PrintedTable &table)
{
    return outputFor("t.pdf", Subject::Table).value()->table(table).value();
}

/// A PDF in a file, as the programs of poppler see it.
class Pdf
{
public:
    explicit Pdf(const std::string &bytes)
        : m_file(m_folder.file("file.pdf", bytes).string())
    {}

    [[nodiscard]] std::string told(const std::vector<std::string> &program,
                                   const std::vector<std::string> &after = {}) const
    {
        std::vector<std::string> arguments = program;
        arguments.push_back(m_file);
        arguments.insert(arguments.end(), after.begin(), after.end());
        const ChildOutcome outcome = runProgram(arguments);
        EXPECT_TRUE(outcome.isOk()) << outcome.output;
        return outcome.output;
    }

    [[nodiscard]] std::string text() const { return told({"pdftotext", "-layout", "-enc", "UTF-8"}, {"-"}); }

    [[nodiscard]] std::string page(int number) const
    {
        const std::string n = std::to_string(number);
        return told({"pdftotext", "-layout", "-enc", "UTF-8", "-f", n, "-l", n}, {"-"});
    }

    [[nodiscard]] int pages() const
    {
        const std::string facts = told({"pdfinfo"});
        return std::stoi(facts.substr(facts.find("Pages:") + 6));
    }

    [[nodiscard]] const std::string &file() const { return m_file; }

private:
    TempFolder m_folder;
    std::string m_file;
};

/// Without white space, of which there is more or less in the text of a PDF.
std::string squeezed(std::string text)
{
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
    return text;
}

int countOf(const std::string &text, const std::string &part)
{
    int count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

TEST(Pdf, ofTheReportSaysAllThatTheReportSays)
{
    const Pdf pdf(documentBytes(reportSample()));
    const std::string text = pdf.text();
    for (const char *said : {"Digital markets for small craft enterprises",
                             "Key messages",
                             "Contents",
                             "Figure 1. Records, reports",
                             "Table 1. What small enterprises make",
                             "Table 3. Summary of findings",
                             "Population: owners of craft enterprises",
                             "Anticipated absolute effects*",
                             "Studies of households and visitors",
                             "Reports assessed for eligibility",
                             "TITLE-ABS-KEY",
                             "<script>alert(\"x\")",
                             "MSME: micro, small and medium enterprise.",
                             "[30]"}) {
        EXPECT_THAT(text, HasSubstr(said));
    }
    const std::string pages = std::to_string(pdf.pages());
    for (int i = 1; i <= pdf.pages(); ++i) {
        EXPECT_THAT(squeezed(pdf.page(i)), HasSubstr(std::to_string(i) + "/" + pages));
    }
}

TEST(Pdf, tellsWhatItIsAndIsTagged)
{
    const Pdf pdf(documentBytes(reportSample()));
    EXPECT_THAT(pdf.told({"pdfinfo"}),
                AllOf(HasSubstr("Digital markets for small craft enterprises on islands"),
                      HasSubstr("Tagged:          yes"),
                      HasSubstr("(A4)"),
                      Not(HasSubstr("CreationDate")),
                      Not(HasSubstr("rror"))));
    const std::string structure = pdf.told({"pdfinfo", "-struct-text"});
    EXPECT_THAT(structure,
                AllOf(HasSubstr("\"Digital markets for small craft enterprises on islands\""),
                      HasSubstr("Figure"),
                      HasSubstr("TH\n        \"Theme\""),
                      HasSubstr("\"Train those who sell already.\""),
                      HasSubstr("Link (inline)"),
                      Not(HasSubstr("Warning"))));
    EXPECT_EQ(countOf(structure, "H2 (block)"), 8) << "six headings, key messages, contents";
}

TEST(Pdf, linksNumbersToReferencesAndReferencesToTheWeb)
{
    const Pdf pdf(documentBytes(reportSample()));
    const std::string web = pdf.told({"pdfinfo", "-url"});
    EXPECT_EQ(countOf(web, "https://doi.org/10.1000/craft."), 29);
    EXPECT_THAT(web, AllOf(HasSubstr("https://example.org/protocol"), Not(HasSubstr("javascript"))));
    const std::string places = pdf.told({"pdfinfo", "-dests"});
    EXPECT_EQ(countOf(places, "\"ref-"), 30);
}

TEST(Pdf, turnsPagesOfWideTablesAndRepeatsTheirHeads)
{
    const Pdf pdf(documentBytes(reportSample()));
    int turned = 0;
    for (int i = 1; i <= pdf.pages(); ++i) {
        const std::string n = std::to_string(i);
        const std::string facts = pdf.told({"pdfinfo", "-f", n, "-l", n});
        if (facts.find("841.89 x 595.28") != std::string::npos) {
            ++turned;
            EXPECT_THAT(pdf.page(i), AllOf(HasSubstr("Enterprises"), HasSubstr("Risk of bias")));
        }
    }
    EXPECT_GE(turned, 2);
    EXPECT_LT(turned, pdf.pages() - 4);
}

TEST(Pdf, loadsInGhostscriptWithoutComplaint)
{
    for (const std::string &bytes : {documentBytes(reportSample()), tableBytes(rightToLeftTable())}) {
        const Pdf pdf(bytes);
        const ChildOutcome read = runProgram(
            {"gs", "-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONWARNING", "-sDEVICE=nullpage", pdf.file()});
        EXPECT_TRUE(read.isOk() && read.output.empty()) << read.output;
    }
}

TEST(Pdf, isTheSameBytesEachTime)
{
    EXPECT_EQ(documentBytes(reportSample()), documentBytes(reportSample()));
    EXPECT_EQ(tableBytes(rightToLeftTable()), tableBytes(rightToLeftTable()));
}

TEST(Pdf, saysACategoryAgainOnThePageWhereItsRowsGoOn)
{
    evidence::PrintedTable table;
    table.caption = "Many rows of one kind";
    table.columns = {{.name = "Kind"}, {.name = "Name"}};
    for (int i = 0; i < 100; ++i) {
        evidence::PrintedCell kind;
        kind.text = i == 0 ? "The kind" : "";
        kind.rowSpan = i == 0 ? 100 : 1;
        kind.isCovered = i > 0;
        evidence::PrintedCell name;
        name.text = "Row " + std::to_string(i);
        table.rows.push_back({{kind, name}, {}});
    }
    const Pdf pdf(tableBytes(table));
    ASSERT_GE(pdf.pages(), 3);
    EXPECT_EQ(countOf(pdf.text(), "The kind"), pdf.pages());
    for (int i = 0; i < 100; ++i) {
        EXPECT_EQ(countOf(pdf.text(), "Row " + std::to_string(i) + "\n"), 1) << i;
    }
}

TEST(Pdf, breaksARowThatIsLongerThanAPageAndNoOther)
{
    evidence::PrintedTable table;
    table.columns = {{.name = "Name"}, {.name = "Text"}};
    std::string text;
    for (int i = 0; i < 2000; ++i) {
        text += "word" + std::to_string(i) + " ";
    }
    for (const std::string &words : {std::string("short"), text, std::string(12000, 'w')}) {
        evidence::PrintedCell cell;
        cell.text = words;
        table.rows.push_back({{{}, cell}, {}});
    }
    const Pdf pdf(tableBytes(table));
    EXPECT_GE(pdf.pages(), 4);
    const std::string all = squeezed(pdf.text());
    EXPECT_THAT(
        all,
        AllOf(HasSubstr("word0word1word2"), HasSubstr("word1000word1001"), HasSubstr("word1998word1999")));
    EXPECT_EQ(std::count(all.begin(), all.end(), 'w'), 2000 + 12000);
}

TEST(Pdf, printsHeadsOfAnyLengthAndSaysALongCategoryOnceInFull)
{
    evidence::PrintedTable table;
    table.columns = {{.name = std::string(9000, 'n')}, {.name = "Name"}};
    evidence::PrintedCell group;
    group.text = std::string(9000, 'g');
    table.groups = {{group, {}}};
    for (int i = 0; i < 20; ++i) {
        evidence::PrintedCell kind;
        kind.text = i == 0 ? std::string(9000, 'k') : std::string();
        kind.rowSpan = 20;
        kind.isCovered = i > 0;
        evidence::PrintedCell name;
        name.text = "Row" + std::to_string(i) + ";";
        table.rows.push_back({{kind, name}, {}});
    }
    const Pdf pdf(tableBytes(table));
    const std::string all = pdf.text();
    EXPECT_EQ(std::count(all.begin(), all.end(), 'n'), 9000);
    EXPECT_EQ(std::count(all.begin(), all.end(), 'g'), 9000);
    EXPECT_GE(std::count(all.begin(), all.end(), 'k'), 9000);
    EXPECT_LT(std::count(all.begin(), all.end(), 'k'), 9200);
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(countOf(all, "Row" + std::to_string(i) + ";"), 1) << i;
    }
}

TEST(Pdf, keepsAddressesFromBreakingOutOfTheirLinks)
{
    Document document;
    document.title = "Links";
    document.blocks = {Paragraph{
        "",
        {{.text = "a", .address = "https://doi.org/10.1016/S0140-6736(20)30183-5"},
         {.text = "b", .address = "https://example.org/'] /S /JavaScript /JS (app.alert(1))\\ \xC3\xA9"}}}};
    const Pdf pdf(documentBytes(document));
    EXPECT_THAT(pdf.told({"pdfinfo", "-url"}),
                AllOf(HasSubstr("https://doi.org/10.1016/S0140-6736%2820%2930183-5"),
                      HasSubstr("https://example.org/%27%5D%20/S%20/JavaScript"),
                      Not(HasSubstr("rror"))));
    EXPECT_THAT(pdf.told({"pdfinfo"}), HasSubstr("JavaScript:      no"));
}

TEST(Pdf, isWrittenOfNothingAtAll)
{
    EXPECT_EQ(Pdf(documentBytes({})).pages(), 1);
    EXPECT_EQ(Pdf(tableBytes({})).pages(), 1);
    Document empty;
    empty.hasContents = true;
    empty.blocks = {Heading{1, ""},
                    Paragraph{""},
                    Verbatim{""},
                    TextTable{},
                    ItemList{},
                    TableBlock{},
                    Figure{},
                    References{},
                    Highlight{},
                    ItemList{true, {{}}},
                    References{{ReferenceEntry{}}},
                    Highlight{"", {{}}}};
    EXPECT_GE(Pdf(documentBytes(empty)).pages(), 1);
}

} // namespace

} // namespace winnow::publish::test
