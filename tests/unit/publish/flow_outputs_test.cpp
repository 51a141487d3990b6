#include "publish/output.h"
#include "publish/support/drawing.h"
#include "publish/support/latex_text.h"
#include "publish/support/xml.h"
#include "text/printable_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <limits>
#include <map>
#include <set>

namespace winnow::publish {

namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char *kHostile =
    "<script>alert(\"x\")</script> & ' ]]> \\input{x} $x_1^2$ # % ~ {} \x01\t\n \xC3\xA9 "
    "\xFF \xEF\xBF\xBF \xF0\x9F\x98\x80 (n\u00A0=\u00A01,234)";

/// Two boxes, an arrow that turns, a side label, a footnote: all texts are hostile.
FlowDocument hostileDocument()
{
    FlowDocument document;
    document.numbers = flow::Numbers();
    flow::Diagram &diagram = document.diagram;
    diagram.title = std::string("Title ") + kHostile;
    diagram.description = std::string("Description ") + kHostile;
    diagram.attribution = std::string("From ") + kHostile;
    diagram.width = 400;
    diagram.height = 200;
    diagram.fontSize = 8;
    diagram.boxes = {{"header", flow::BoxKind::Header, {30, 2, 300, 20}, {{kHostile, 40, 15}}, kHostile},
                     {"box1", flow::BoxKind::Main, {30, 40, 150, 60}, {{kHostile, 40, 60}}, kHostile},
                     {"box2",
                      flow::BoxKind::OptionalMain,
                      {230, 120, 150, 60},
                      {{"plain ", 240, 140}, {kHostile, 260, 140, true, true}},
                      kHostile},
                     {"label",
                      flow::BoxKind::SideLabel,
                      {4, 40, 18, 140},
                      {{kHostile, 13, 113, false, false, flow::Anchor::Middle}},
                      kHostile}};
    diagram.arrows = {{"box1", "box2", {{105, 100}, {105, 150}, {230, 150}}}};
    diagram.footnotes = {{kHostile, 4, 195}};
    document.entries = {{"box1",
                         {{kHostile, "https://example.org/?a=1&b=\"2\""},
                          {"No link", "javascript:alert(1)"},
                          {"No address", ""}}}};
    document.dpi = 100;
    return document;
}

const Output &named(std::string_view id)
{
    return **std::ranges::find(allOutputs(), id, &Output::id);
}

std::string written(std::string_view id, const FlowDocument &document = hostileDocument())
{
    const auto bytes = named(id).flow(document);
    EXPECT_TRUE(bytes) << id << ": " << (bytes ? "" : bytes.error().message + bytes.error().detail);
    return bytes ? *bytes : std::string();
}

std::vector<const Output *> flowOutputs()
{
    std::vector<const Output *> outputs(allOutputs().begin(), allOutputs().end());
    std::erase_if(outputs, [](const Output *output) { return output->flow == nullptr; });
    return outputs;
}

TEST(FlowOutputs, areThoseThatJournalsAskFor)
{
    std::set<std::string_view> ids;
    for (const Output *output : flowOutputs()) {
        ids.insert(output->id);
    }
    EXPECT_THAT(ids,
                testing::IsSupersetOf({"docx", "eps", "html", "pdf", "png", "svg", "text", "tiff", "latex"}));
}

TEST(FlowOutputs, beginAsTheirKindOfFileDoes)
{
    const std::map<std::string_view, std::string_view> begins{
        {"docx", "PK\x03\x04"},
        {"eps", "%!PS-Adobe-3.0 EPSF-3.0\n"},
        {"html", "<!DOCTYPE html>\n"},
        {"pdf", "%PDF-1.5\n"},
        {"png", "\x89PNG\r\n\x1A\n"},
        {"svg", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg"},
        {"text", "Title "},
        {"tiff", std::string_view("II*\0", 4)},
        {"latex", "% Title "},
    };
    for (const auto &[id, begin] : begins) {
        EXPECT_THAT(written(id), StartsWith(std::string(begin))) << id;
    }
}

TEST(FlowOutputs, giveTheSameBytesForTheSameDiagramInAnyTimeZone)
{
    std::map<std::string_view, std::string> first;
    setenv("TZ", "UTC", 1);
    tzset();
    for (const Output *output : flowOutputs()) {
        first[output->id] = written(output->id);
    }
    setenv("TZ", "Asia/Jakarta", 1);
    tzset();
    for (const Output *output : flowOutputs()) {
        EXPECT_EQ(written(output->id), first[output->id]) << output->id;
    }
    unsetenv("TZ");
    tzset();
}

TEST(FlowOutputs, tellNoDate)
{
    for (const char *id : {"pdf", "eps", "docx", "tiff", "png", "latex"}) {
        EXPECT_THAT(written(id), AllOf(Not(HasSubstr("CreationDate")), Not(HasSubstr("tIME")))) << id;
    }
}

TEST(FlowOutputs, ofNumbersRefuseADrawingThatHasNone)
{
    FlowDocument document = hostileDocument();
    document.numbers.reset();
    for (const char *id : {"csv", "json"}) {
        const auto refused = named(id).flow(document);
        ASSERT_FALSE(refused) << id;
        EXPECT_EQ(refused.error().code, ErrorCode::Unsupported);
        EXPECT_THAT(refused.error().message, HasSubstr("write this picture as .svg"));
    }
}

TEST(FlowOutputs, areMadeOfADiagramWithoutBoxes)
{
    FlowDocument document;
    document.numbers = flow::Numbers();
    document.diagram.width = 100;
    document.diagram.height = 50;
    document.diagram.fontSize = 8;
    for (const Output *output : flowOutputs()) {
        EXPECT_TRUE(output->flow(document)) << output->id;
    }
}

TEST(FlowPdf, tellsItsLanguageAndWhereItsReferencesStand)
{
    FlowDocument document = hostileDocument();
    document.diagram.language = "id";
    const std::string pdf = written("pdf", document);
    EXPECT_THAT(pdf, AllOf(HasSubstr("/Lang (id)"), HasSubstr("/DisplayDocTitle true")));
    const std::size_t table = std::stoul(pdf.substr(pdf.rfind("startxref\n") + 10));
    EXPECT_EQ(pdf.substr(table, 5), "xref\n");
    document.diagram.language = "en) /OpenAction (";
    EXPECT_THAT(written("pdf", document), Not(HasSubstr("OpenAction")));
}

TEST(FlowPictures, refuseWhatIsTooLargeAndSayWhatToDo)
{
    for (const char *id : {"png", "tiff"}) {
        for (const double dpi : {0.0, 71.0, 2401.0, -300.0, std::numeric_limits<double>::quiet_NaN()}) {
            FlowDocument document = hostileDocument();
            document.dpi = dpi;
            const auto bytes = named(id).flow(document);
            ASSERT_FALSE(bytes) << dpi;
            EXPECT_THAT(bytes.error().message, HasSubstr("from 72 to 2400"));
        }
        FlowDocument document = hostileDocument();
        document.dpi = 2400;
        document.diagram.width = 1000;
        document.diagram.height = 1000;
        const auto bytes = named(id).flow(document);
        ASSERT_FALSE(bytes);
        EXPECT_THAT(bytes.error().message, HasSubstr("33333 x 33333 pixels"));
        EXPECT_THAT(bytes.error().message, HasSubstr("choose a lower resolution"));
    }
}

TEST(FlowPictures, tellTheirResolutionAndWhatTheyShow)
{
    const std::string png = written("png");
    const std::string perMetre("pHYs\0\0\x0F\x61\0\0\x0F\x61\1", 13); // 3937 pixels a metre
    EXPECT_THAT(png, AllOf(HasSubstr(perMetre), HasSubstr("iTXtTitle"), HasSubstr("iTXtDescription")));
    EXPECT_THAT(written("tiff"), HasSubstr("Description <script>"));
}

TEST(FlowPictures, areGreyWhereTheThemeIs)
{
    FlowDocument document = hostileDocument();
    constexpr std::size_t kColourType = 25; // of the header of a PNG
    EXPECT_EQ(written("png", document)[kColourType], 2);
    document.diagram.theme = flow::themeOf(flow::Colours::Grey);
    EXPECT_EQ(written("png", document)[kColourType], 0);
}

TEST(FlowPage, leadsFromEachBoxToAPlaceOfThePage)
{
    const std::string html = written("html");
    constexpr std::string_view kLink = "href=\"#";
    std::set<std::string> targets;
    for (std::size_t at = html.find(kLink); at != std::string::npos; at = html.find(kLink, at)) {
        at += kLink.size();
        targets.insert(html.substr(at, html.find('"', at) - at));
    }
    EXPECT_THAT(targets, ElementsAre("diagram", "list-box1", "words-box2"));
    for (const std::string &target : targets) {
        EXPECT_THAT(html, HasSubstr("id=\"" + target + "\""));
    }
}

TEST(FlowPage, opensWebAddressesAloneAndHasNoScript)
{
    const std::string html = written("html");
    EXPECT_THAT(
        html,
        AllOf(HasSubstr("href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\" rel=\"noopener noreferrer\""),
              Not(HasSubstr("javascript:")),
              Not(HasSubstr("<script"))));
    EXPECT_THAT(html, AllOf(HasSubstr("No link"), HasSubstr("No address")));
}

TEST(FlowPage, isWellFormedButForEndTags)
{
    std::string html = written("html");
    html.erase(0, html.find('\n'));
    for (std::size_t at = html.find("<meta"); at != std::string::npos; at = html.find("<meta", at)) {
        at = html.find('>', at);
        html.insert(at, "/");
    }
    pugi::xml_document page;
    const auto parsed = page.load_string(html.c_str());
    EXPECT_TRUE(parsed) << parsed.description() << " "
                        << html.substr(static_cast<std::size_t>(parsed.offset), 80);
}

TEST(FlowTikz, leavesNoMarkupOfATextAsItIs)
{
    std::string tex = written("latex");
    tex.erase(0, tex.find("\\begin{tikzpicture}"));
    for (std::size_t at = tex.find("\n% "); at != std::string::npos; at = tex.find("\n% ", at)) {
        tex.erase(at, tex.find('\n', at + 1) - at); // comments may hold anything
    }
    EXPECT_THAT(tex,
                AllOf(Not(HasSubstr("\\input{")),
                      HasSubstr("\\textbackslash{}input\\textbraceleft{}x\\textbraceright{}"),
                      HasSubstr("\\$x\\_1\\textasciicircum{}2\\$ \\# \\% \\textasciitilde{}"),
                      HasSubstr("(n~=~1,234)")));
    EXPECT_EQ(std::ranges::count(tex, '{') - std::ranges::count(tex, '}'), 0);
}

TEST(FlowTikz, keepsALineOfTextOnALine)
{
    FlowDocument document = hostileDocument();
    document.diagram.title = "a\nb\r\\end{document}";
    EXPECT_THAT(written("latex", document), StartsWith("% a b \\end{document}\n"));
}

TEST(LatexText, saysWhatTakesAUnicodeEngine)
{
    for (const char *text :
         {"Fr\u00FChgeborene", "\u0141\u00F3d\u017A", "\u2265 5 \u2013 \u201Cx\u201D", "\u03B1\u00A0="}) {
        EXPECT_FALSE(needsUnicodeEngine(text)) << text;
    }
    for (const char *text : {"\u4E2D\u6587", "\u041D\u0435\u0442", "\u0644\u0627", "\u0127"}) {
        EXPECT_TRUE(needsUnicodeEngine(text)) << text;
    }
    EXPECT_EQ(asLatexText("n \u2265 5"), "n \\ensuremath{\\geq} 5");
}

TEST(CleanText, dropsWhatXmlForbidsAndMarksWhatIsIllFormed)
{
    EXPECT_EQ(text::printableText("a\x01\x02 b\xFF c\n\xEF\xBF\xBE"), "a b\uFFFD c\n");
    EXPECT_EQ(text::printableLine("a\r\nb\tc"), "a  b c");
}

TEST(Drawing, joinsPiecesOfOneLineAndKeepsColumnsApart)
{
    const std::vector<flow::TextLine> pieces{
        {"Left", 10, 20}, {"Right", 90, 20}, {"next ", 10, 30}, {"one", 28.2, 30, true}};
    std::vector<std::string> lines;
    for (const TextRun line : linesOf(pieces, 8)) {
        lines.push_back(textOf(line));
    }
    EXPECT_THAT(lines, ElementsAre("Left", "Right", "next one"));
}

TEST(Drawing, putsTheTipOfAnArrowOnItsLastPoint)
{
    const flow::Theme theme;
    const ArrowShape shape = shapeOf({"a", "b", {{0, 0}, {0, 50}, {40, 50}}}, theme);
    EXPECT_THAT(shape.line, ElementsAre(Point{0, 0}, Point{0, 50}, Point{40 - theme.headLength, 50}));
    EXPECT_EQ(shape.head[0], (Point{40, 50}));
    EXPECT_TRUE(shapeOf({"a", "b", {{1, 1}}}, theme).line.empty());
    EXPECT_TRUE(shapeOf({"a", "b", {{1, 1}, {1, 1}}}, theme).line.empty());
}

} // namespace

} // namespace winnow::publish
