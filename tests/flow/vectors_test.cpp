#include "rendered.h"
#include "support/child_process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace winnow::publish::test {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using winnow::test::ChildOutcome;
using winnow::test::runProgram;

/// What pdftotext reads, in the order of the page's content.
std::string pdfText(const std::string &file)
{
    const ChildOutcome text = runProgram({"pdftotext", "-enc", "UTF-8", file, "-"});
    EXPECT_TRUE(text.isOk()) << text.output;
    return text.output;
}

/// The numbers of the line that begins with `name`, up to the first other word; "x" may stand between them.
std::vector<double> numbersBehind(const std::string &text, const std::string &name)
{
    const std::size_t at = text.find(name);
    std::vector<double> numbers;
    if (at != std::string::npos) {
        std::istringstream words(text.substr(at + name.size(), text.find('\n', at) - at - name.size()));
        std::string word;
        while (words >> word &&
               (word == "x" || word.find_first_not_of("-.0123456789") == std::string::npos)) {
            if (word != "x") {
                numbers.push_back(std::stod(word));
            }
        }
    }
    return numbers;
}

void expectLines(const std::string &text, const flow::Diagram &diagram, const std::string &what)
{
    const std::string all = squeezed(text);
    for (const std::string &line : linesOf(diagram)) {
        EXPECT_THAT(all, HasSubstr(line)) << what;
    }
}

void expectEmbeddedFonts(const std::string &file)
{
    const ChildOutcome fonts = runProgram({"pdffonts", file});
    ASSERT_TRUE(fonts.isOk()) << fonts.output;
    std::istringstream lines(fonts.output);
    std::string line;
    std::getline(lines, line);
    const std::size_t column = line.find("emb sub uni");
    ASSERT_NE(column, std::string::npos) << fonts.output;
    std::getline(lines, line);
    int count = 0;
    while (std::getline(lines, line)) {
        EXPECT_EQ(line.substr(column, 3), "yes") << file << ": " << line;
        ++count;
    }
    EXPECT_GT(count, 0) << file;
}

TEST(Svg, isWellFormed)
{
    const Rendered svg("svg");
    const ChildOutcome checked = runProgram(joined({"xmllint", "--noout", "--nonet"}, svg.files()));
    EXPECT_TRUE(checked.isOk() && checked.output.empty()) << checked.output;
}

TEST(Pdf, embedsAllFonts)
{
    const Rendered pdf("pdf");
    for (const std::string &file : pdf.files()) {
        expectEmbeddedFonts(file);
    }
}

TEST(Pdf, holdsTheTextOfEachBox)
{
    const Rendered pdf("pdf");
    for (const Case &made : pdf.all()) {
        expectLines(pdfText(pdf.file(made)), made.document.diagram, made.name);
    }
    EXPECT_THAT(pdfText(pdf.file(caseNamed(pdf.all(), "plain"))),
                HasSubstr("Records screened\n(n = 41,839)"));
}

TEST(Pdf, hasTheSizeTheTitleAndTheTagsOfTheDiagram)
{
    const Rendered pdf("pdf");
    for (const Case &made : pdf.all()) {
        const flow::Diagram &diagram = made.document.diagram;
        const ChildOutcome info = runProgram({"pdfinfo", pdf.file(made)});
        ASSERT_TRUE(info.isOk()) << info.output;
        EXPECT_THAT(info.output,
                    AllOf(HasSubstr(diagram.title),
                          HasSubstr("Tagged:          yes"),
                          Not(HasSubstr("rror")),
                          Not(HasSubstr("CreationDate"))));
        const auto size = numbersBehind(info.output, "Page size:");
        ASSERT_EQ(size.size(), 2U) << info.output;
        EXPECT_NEAR(size[0], diagram.width, 0.1);
        EXPECT_NEAR(size[1], diagram.height, 0.1);
    }
}

TEST(Pdf, isReadInTheOrderOfTheBoxes)
{
    const Rendered pdf("pdf");
    const Case &plain = caseNamed(pdf.all(), "plain");
    const ChildOutcome tags = runProgram({"pdfinfo", "-struct-text", pdf.file(plain)});
    ASSERT_TRUE(tags.isOk()) << tags.output;
    const std::string read = squeezed(tags.output);
    std::size_t at = 0;
    for (const flow::Box &box : plain.document.diagram.boxes) {
        const std::size_t found = read.find(squeezed(box.lines.front().text), at);
        ASSERT_NE(found, std::string::npos) << box.id << " in " << tags.output;
        at = found;
    }
}

TEST(Eps, hasTheBoundingBoxOfWhatItDraws)
{
    const Rendered eps("eps");
    for (const Case &made : eps.all()) {
        const ChildOutcome drawn = runProgram({"gs",
                                               "-q",
                                               "-dSAFER",
                                               "-dBATCH",
                                               "-dNOPAUSE",
                                               "-dWhiteIsOpaque",
                                               "-sDEVICE=bbox",
                                               eps.file(made)});
        ASSERT_TRUE(drawn.isOk()) << drawn.output;
        std::ifstream in(eps.file(made), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        for (const auto &[name, tolerance] :
             {std::pair{"%%BoundingBox:", 1.01}, {"%%HiResBoundingBox:", 0.05}}) {
            const auto told = numbersBehind(bytes, name);
            const auto seen = numbersBehind(drawn.output, name);
            ASSERT_EQ(told.size(), 4U) << made.name;
            ASSERT_EQ(seen.size(), 4U) << drawn.output;
            for (std::size_t i = 0; i < told.size(); ++i) {
                EXPECT_NEAR(told[i], seen[i], tolerance) << made.name << ": " << drawn.output;
            }
        }
    }
}

TEST(Eps, isDrawnWithItsOwnFontsAndNoPicture)
{
    const Rendered eps("eps");
    for (const Case &made : eps.all()) {
        const std::string pdf = eps.file(made) + ".pdf";
        const ChildOutcome drawn = runProgram({"gs",
                                               "-dSAFER",
                                               "-dBATCH",
                                               "-dNOPAUSE",
                                               "-dEPSCrop",
                                               "-sDEVICE=pdfwrite",
                                               "-o",
                                               pdf,
                                               eps.file(made)});
        ASSERT_TRUE(drawn.isOk()) << drawn.output;
        EXPECT_THAT(drawn.output, AllOf(Not(HasSubstr("ubstitut")), Not(HasSubstr("Loading font"))));
        expectEmbeddedFonts(pdf);
        const ChildOutcome images = runProgram({"pdfimages", "-list", pdf});
        EXPECT_EQ(std::ranges::count(images.output, '\n'), 2) << images.output; // the head of the table alone
    }
}

TEST(Tikz, isSetByPdfLatex)
{
    const Rendered tex("latex");
    for (const Case &made : tex.all()) {
        if (made.name == "scripts") {
            continue;
        }
        const ChildOutcome set = runProgram({"pdflatex",
                                             "-interaction=nonstopmode",
                                             "-halt-on-error",
                                             "-output-directory=" + tex.folder().string(),
                                             tex.file(made)});
        ASSERT_TRUE(set.isOk()) << set.output;
        EXPECT_THAT(set.output, HasSubstr("(1 page"));
        const std::string pdf = (tex.folder() / (made.name + ".pdf")).string();
        expectEmbeddedFonts(pdf);
        if (made.name != "hostile") { // its text holds a letter that becomes "?"
            expectLines(pdfText(pdf), made.document.diagram, made.name);
        }
    }
}

TEST(Tikz, saysWhichProgramSetsLettersThatPdfLatexLacks)
{
    const Rendered tex("latex");
    const ChildOutcome set = runProgram({"pdflatex",
                                         "-interaction=nonstopmode",
                                         "-halt-on-error",
                                         "-output-directory=" + tex.folder().string(),
                                         tex.file(caseNamed(tex.all(), "scripts"))});
    EXPECT_FALSE(set.isOk());
    EXPECT_THAT(set.output, HasSubstr("Use lualatex or xelatex"));
}

TEST(Tikz, isAPictureInADocument)
{
    const Rendered tex("latex");
    const std::string paper = (tex.folder() / "paper.tex").string();
    std::ofstream(paper) << "\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage{tikz}\n"
                            "\\renewcommand{\\rmdefault}{phv}\\begin{document}\nBefore\n\n"
                            "\\noindent\\input{"
                         << tex.file(caseNamed(tex.all(), "plain")) << "}\n\nAfter\n\\end{document}\n";
    const ChildOutcome set = runProgram({"pdflatex",
                                         "-interaction=nonstopmode",
                                         "-halt-on-error",
                                         "-output-directory=" + tex.folder().string(),
                                         paper});
    ASSERT_TRUE(set.isOk()) << set.output;
    EXPECT_THAT(pdfText((tex.folder() / "paper.pdf").string()),
                AllOf(HasSubstr("Before"), HasSubstr("Records screened"), HasSubstr("After")));
}

} // namespace

} // namespace winnow::publish::test
