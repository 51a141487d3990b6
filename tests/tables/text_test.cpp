#include "readers.h"
#include "support/child_process.h"
#include "written.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace winnow::publish::test {

namespace {

using testing::HasSubstr;
using testing::Not;
using winnow::test::ChildOutcome;
using winnow::test::runProgram;

TEST(GridMarkdown, holdsInPandocWhatIsPrinted)
{
    const Written grid("gridmarkdown");
    for (const TableCase &made : grid.all()) {
        if (made.table.columns.empty()) {
            continue;
        }
        const ChildOutcome read =
            runProgram({"pandoc", "-f", "markdown-smart", "-t", "json", grid.file(made.name)});
        ASSERT_TRUE(read.isOk()) << read.output;
        std::size_t lists = 0;
        EXPECT_EQ(readPandoc(read.output, lists), expectedTable(made.table, Covered::Blank, false))
            << made.name;
        EXPECT_EQ(lists, listsOf(made.table)) << made.name;
    }
}

TEST(Markdown, isReadAsATableByTheRulesOfGithub)
{
    const Written pipe("markdown");
    for (const TableCase &made : pipe.all()) {
        if (made.table.columns.empty()) {
            continue;
        }
        evidence::PrintedTable table = made.table;
        for (evidence::PrintedRow &row : table.rows) { // numbers of lists are text here
            for (evidence::PrintedCell &cell : row.cells) {
                for (std::size_t i = 0; i < cell.items.size(); ++i) {
                    cell.items[i] = std::to_string(i + 1) + "." + cell.items[i];
                }
            }
        }
        const ChildOutcome read =
            runProgram({"pandoc", "-f", "gfm-autolink_bare_uris", "-t", "json", pipe.file(made.name)});
        ASSERT_TRUE(read.isOk()) << read.output;
        std::size_t lists = 0;
        EXPECT_EQ(readPandoc(read.output, lists), expectedTable(table, Covered::Blank, false)) << made.name;
    }
}

TEST(Markdown, isReadAsADocument)
{
    const Written pipe("markdown");
    const ChildOutcome read = runProgram({"pandoc", "-f", "gfm", "-t", "html", pipe.file("document")});
    ASSERT_TRUE(read.isOk()) << read.output;
    for (const char *part :
         {"<blockquote>", "<h2 ", "<table>", "<ol ", "<ul>", "<pre>", "href=\"#ref-3\"", "id=\"ref-3\""}) {
        EXPECT_THAT(read.output, HasSubstr(part));
    }
}

/// The program that sets a file.
std::string engineFor(const std::string &tex)
{
    return tex.find("Use lualatex or xelatex") == std::string::npos ? "pdflatex" : "lualatex";
}

void set(const Written &latex, const std::string &name)
{
    const ChildOutcome done = runProgram({engineFor(latex.read(name + ".tex")),
                                          "-interaction=nonstopmode",
                                          "-halt-on-error",
                                          "-output-directory=" + latex.folder().string(),
                                          latex.file(name)},
                                         240);
    ASSERT_TRUE(done.isOk()) << name << done.output;
}

/// Words of three letters and more that LaTeX leaves as they are.
std::vector<std::string> plainWords(const std::string &text)
{
    std::vector<std::string> words;
    std::istringstream stream(text);
    for (std::string word; stream >> word;) {
        const bool isPlain = std::ranges::all_of(word, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        });
        if (isPlain && word.size() >= 3 && word.size() < 30) {
            words.push_back(std::move(word));
        }
    }
    return words;
}

TEST(Latex, setsEachTableWithAllItsWords)
{
    const Written latex("latex");
    for (const TableCase &made : latex.all()) {
        set(latex, made.name);
        const ChildOutcome text =
            runProgram({"pdftotext", "-enc", "UTF-8", (latex.folder() / (made.name + ".pdf")).string(), "-"});
        ASSERT_TRUE(text.isOk()) << text.output;
        std::string joined = text.output; // words that were hyphenated are whole again
        for (std::size_t at = joined.find("-\n"); at != std::string::npos; at = joined.find("-\n", at)) {
            joined.erase(at, 2);
        }
        for (const evidence::PrintedRow &row : made.table.rows) {
            for (const evidence::PrintedCell &cell : row.cells) {
                std::string all = cell.isCovered ? "" : cell.text;
                for (const std::string &item : cell.items) {
                    all += " " + item;
                }
                for (const std::string &word : plainWords(all)) {
                    EXPECT_THAT(joined, HasSubstr(word)) << made.name;
                }
            }
        }
    }
}

TEST(Latex, setsADocument)
{
    const Written latex("latex");
    set(latex, "document");
    set(latex, "document"); // contents
    const ChildOutcome text = runProgram({"pdftotext", (latex.folder() / "document.pdf").string(), "-"});
    EXPECT_THAT(text.output,
                testing::AllOf(HasSubstr("Key messages"),
                               HasSubstr("Records screened"),
                               HasSubstr("Title 11"),
                               HasSubstr("Figure 1."),
                               HasSubstr("Contents"),
                               Not(HasSubstr("??"))));
}

TEST(Latex, breaksLongRowsOverPages)
{
    const Written latex("latex");
    set(latex, "long");
    const ChildOutcome text = runProgram({"pdftotext", (latex.folder() / "long.pdf").string(), "-"});
    EXPECT_THAT(text.output, HasSubstr("Item 60 says"));
    const ChildOutcome info = runProgram({"pdfinfo", (latex.folder() / "long.pdf").string()});
    EXPECT_THAT(info.output, HasSubstr("Pages:           3"));
}

TEST(Latex, isATableInADocumentOfSomeoneElse)
{
    const Written latex("latex");
    const std::string paper = (latex.folder() / "paper.tex").string();
    std::ofstream(paper) << "\\documentclass{article}\\usepackage[T1]{fontenc}\n"
                            "\\usepackage{array,booktabs,longtable,pdflscape}\\usepackage[table]{xcolor}\n"
                            "\\begin{document}\nBefore\n\\input{"
                         << latex.file("merged") << "}\nAfter\n\\end{document}\n";
    const ChildOutcome done = runProgram({"pdflatex",
                                          "-interaction=nonstopmode",
                                          "-halt-on-error",
                                          "-output-directory=" + latex.folder().string(),
                                          paper});
    ASSERT_TRUE(done.isOk()) << done.output;
    const ChildOutcome text = runProgram({"pdftotext", (latex.folder() / "paper.pdf").string(), "-"});
    EXPECT_THAT(text.output, testing::AllOf(HasSubstr("Before"), HasSubstr("Woodcraft"), HasSubstr("After")));
}

} // namespace

} // namespace winnow::publish::test
