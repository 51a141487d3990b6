#include "browser.h"
#include "publish/output.h"
#include "report_sample.h"
#include "support/child_process.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace winnow::publish::test {

namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using winnow::test::ChildOutcome;
using winnow::test::runProgram;
using winnow::test::TempFolder;

std::string reportPage()
{
    return outputFor("r.html", Subject::Document).value()->document(reportSample()).value();
}

std::string tablePage(const evidence::PrintedTable &table)
{
    return outputFor("t.html", Subject::Table).value()->table(table).value();
}

/// Finds things on the page as a person would name them.
constexpr const char *kHands = R"(
const table = (n) => document.getElementById("table-" + n);
const type = (n, text) => {
  const input = document.getElementById("table-" + n + "-filter");
  input.value = text;
  input.dispatchEvent(new Event("input"));
};
const shown = (n) => [...table(n).tBodies].filter((body) => body.offsetParent !== null);
const first = (body) => body.querySelector("th, td").textContent;
const press = (n, name) => [...table(n).querySelectorAll("thead button")].find((button) => button.textContent === name).click();
const sorted = (n) => [...table(n).querySelectorAll("thead [aria-sort]")].map((head) => head.textContent + " " + head.ariaSort);
)";

Visit use(const std::string &script)
{
    Visit visited = visit(reportPage(), kHands + script);
    EXPECT_THAT(visited.errors, IsEmpty()) << visited.log;
    return visited;
}

TEST(Page, filtersRowsByAllWordsAndKeepsJoinedRowsTogether)
{
    const Visit visited = use(R"(
        const before = document.querySelectorAll(".tools").length;
        type(1, "WEAVING batik");
        const count = document.querySelector(".tools output");
        const some = { bodies: shown(1).map(first), said: count.textContent, role: count.getAttribute("role") };
        type(1, "no such word");
        const none = { bodies: shown(1).length, said: count.textContent };
        const input = document.getElementById("table-1-filter");
        input.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", cancelable: true }));
        return { before, some, none, all: shown(1).length, said: count.textContent, label: input.labels[0].textContent };)");
    EXPECT_EQ(visited.found["before"], 2) << "only tables that can be filtered";
    EXPECT_EQ(visited.found["some"]["bodies"], nlohmann::json({"Weaving and textiles"}));
    EXPECT_EQ(visited.found["some"]["said"], "3 of 8 rows");
    EXPECT_EQ(visited.found["some"]["role"], "status");
    EXPECT_EQ(visited.found["none"]["bodies"], 0);
    EXPECT_EQ(visited.found["none"]["said"], "0 of 8 rows");
    EXPECT_EQ(visited.found["all"], 5);
    EXPECT_EQ(visited.found["said"], "");
    EXPECT_EQ(visited.found["label"], "Filter the rows");
}

TEST(Page, filterFindsLettersWithoutTheirMarksAndHidesSectionsWithoutRows)
{
    const Visit visited = use(R"(
        type(2, "garcia 2017");
        return shown(2).map(first);)");
    EXPECT_EQ(visited.found, nlohmann::json({"Studies of enterprises", "Garc\u00EDa 2017b"}));
}

TEST(Page, sortsByNumbersWithinSections)
{
    const Visit visited = use(R"(
        const numbers = () => [...table(2).querySelectorAll("tbody")].map((body) =>
            body.classList.contains("section") ? first(body) : Number(body.querySelector("[data-c='4']").textContent));
        const before = numbers();
        press(2, "Enterprises");
        press(2, "Enterprises");
        const down = { numbers: numbers(), sorted: sorted(2) };
        press(2, "Enterprises");
        return { before, down, after: numbers(), sorted: sorted(2) };)");
    const auto &down = visited.found["down"]["numbers"];
    ASSERT_EQ(down.size(), 42U);
    EXPECT_EQ(down[0], "Studies of enterprises");
    EXPECT_EQ(down[1], 19 * 19 + 7);
    EXPECT_EQ(down[20], 7);
    EXPECT_EQ(down[21], "Studies of households and visitors");
    EXPECT_EQ(down[22], 39 * 39 + 7);
    EXPECT_EQ(visited.found["down"]["sorted"], nlohmann::json({"Enterprises descending"}));
    EXPECT_EQ(visited.found["after"], visited.found["before"]) << "the third time: as printed";
    EXPECT_EQ(visited.found["sorted"], nlohmann::json::array());
}

TEST(Page, sortsJoinedRowsAsOne)
{
    const Visit visited = use(R"(
        press(1, "Theme");
        return { order: [...table(1).tBodies].map(first), rows: [...table(1).tBodies].map((body) => body.rows.length) };)");
    EXPECT_EQ(visited.found["order"],
              nlohmann::json({"Bamboo", "Pottery", "Weaving and textiles", "Woodcraft", "\u7AF9\u7F16"}));
    EXPECT_EQ(visited.found["rows"], nlohmann::json({1, 1, 3, 2, 1}));
}

TEST(Page, aNumberOpensItsReferenceAndAWayLeadsBack)
{
    const Visit visited = use(R"(
        const link = [...table(1).querySelectorAll("a.ref")].find((one) => one.textContent === "12");
        const entry = document.getElementById(link.hash.slice(1));
        const closed = entry.querySelector("details").open;
        link.focus();
        link.click();
        const there = { open: entry.querySelector("details").open, focus: document.activeElement === entry,
            label: entry.querySelector(".label").textContent, hash: location.hash === link.hash };
        const back = entry.querySelector("a.back");
        type(1, "woodcraft");
        back.click();
        return { closed, there, name: back.textContent, focus: document.activeElement === link,
            shown: link.offsetParent !== null, gone: document.querySelector("a.back") === null };)");
    EXPECT_EQ(visited.found["closed"], false);
    EXPECT_EQ(visited.found["there"],
              nlohmann::json({{"open", true}, {"focus", true}, {"label", "[12]"}, {"hash", true}}));
    EXPECT_EQ(visited.found["name"], "Back to where you were");
    EXPECT_EQ(visited.found["focus"], true);
    EXPECT_EQ(visited.found["shown"], true) << "also where the row was filtered away meanwhile";
    EXPECT_EQ(visited.found["gone"], true);
}

TEST(Page, allLinksLeadSomewhereAndHostileTextIsText)
{
    const Visit visited = use(R"(
        const lost = [...document.querySelectorAll("a[href^='#']")].filter((link) => !document.getElementById(link.hash.slice(1)));
        const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
        return { lost: lost.length, links: document.querySelectorAll("a[href^='#']").length,
            doubles: ids.filter((id, i) => ids.indexOf(id) !== i), images: document.images.length,
            schemes: [...new Set([...document.links].map((link) => link.protocol))].sort() };)");
    EXPECT_EQ(visited.found["lost"], 0);
    EXPECT_GT(visited.found["links"], 100);
    EXPECT_EQ(visited.found["doubles"], nlohmann::json::array());
    EXPECT_EQ(visited.found["images"], 0);
    EXPECT_EQ(visited.found["schemes"], nlohmann::json({"file:", "https:"}));
}

TEST(Page, isNeverWiderThanItsWindow)
{
    for (const int width : {320, 400, 768, 1280}) {
        const Visit visited = visit(reportPage(),
                                    R"(
            for (const one of document.querySelectorAll("details")) one.open = true;
            const normal = document.documentElement.scrollWidth;
            document.documentElement.style.fontSize = "200%";
            return { width: innerWidth, normal, large: document.documentElement.scrollWidth };)",
                                    width);
        EXPECT_THAT(visited.errors, IsEmpty()) << visited.log;
        EXPECT_EQ(visited.found["width"], width);
        EXPECT_LE(visited.found["normal"], width);
        EXPECT_LE(visited.found["large"], width) << "with letters twice as large, at " << width;
    }
}

/// What axe finds wrong, in words.
constexpr const char *kAxe = R"js(
for (const one of document.querySelectorAll("details")) one.open = true;
// Text on a gradient is not judged.
for (const one of document.querySelectorAll(".wide")) one.style.background = "none";
const told = (result) => result.violations.flatMap((rule) => rule.nodes.map((node) =>
    rule.id + ": " + node.html.slice(0, 200) + " " + (node.failureSummary || "")));
const usable = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
const legible = await axe.run({ exclude: [[".filled"], ["svg"]] }, { runOnly: { type: "rule", values: ["color-contrast-enhanced"] } });
return { usable: told(usable), legible: told(legible), passed: usable.passes.map((rule) => rule.id), dark: matchMedia("(prefers-color-scheme: dark)").matches
};
)js";

void expectUsable(const std::string &page, int width, bool isDark)
{
    std::vector<std::string> flags;
    if (isDark) {
        flags.emplace_back("--blink-settings=preferredColorScheme=0");
    }
    const Visit visited = visit(page, kAxe, width, flags);
    ASSERT_THAT(visited.errors, IsEmpty());
    EXPECT_EQ(visited.found["dark"], isDark);
    EXPECT_EQ(visited.found["usable"], nlohmann::json::array()) << visited.found["usable"].dump(1);
    EXPECT_EQ(visited.found["legible"], nlohmann::json::array()) << visited.found["legible"].dump(1);
    EXPECT_THAT(visited.found["passed"].get<std::vector<std::string>>(),
                testing::IsSupersetOf({"color-contrast", "document-title", "html-has-lang"}));
}

TEST(Page, breaksNoRuleOfWcagAOrAaAndHasAContrastOfSevenToOne)
{
    if (axe().empty()) {
        GTEST_SKIP()
            << "axe-core is not there; script/bootstrap test fetches it where there is npm and a network";
    }
    for (const int width : {1280, 320}) {
        for (const bool isDark : {false, true}) {
            SCOPED_TRACE(std::to_string(width) + (isDark ? " dark" : " light"));
            expectUsable(reportPage(), width, isDark);
        }
    }
}

TEST(Page, ofATableBreaksNoRuleEither)
{
    if (axe().empty()) {
        GTEST_SKIP()
            << "axe-core is not there; script/bootstrap test fetches it where there is npm and a network";
    }
    const Document report = reportSample();
    for (int number = 1; number <= 3; ++number) {
        SCOPED_TRACE(number);
        expectUsable(tablePage(tableOf(report, number)), 1280, false);
    }
    expectUsable(tablePage(rightToLeftTable()), 320, true);
}

TEST(Page, printsWithoutScriptAllThatItSays)
{
    const TempFolder folder;
    const auto pdf = printed(reportPage(), folder.path());
    const ChildOutcome text = runProgram({"pdftotext", "-layout", "-enc", "UTF-8", pdf.string(), "-"});
    ASSERT_TRUE(text.isOk()) << text.output;
    for (const char *said : {"Key messages",
                             "Train those who sell already.",
                             "Contents",
                             "Table 1. What small enterprises make",
                             "Buyers ask for designs",
                             "Reports assessed for eligibility",
                             "TITLE-ABS-KEY",
                             "Andersson 2021",
                             "<script>alert(\"x\")</script>",
                             "[30]",
                             "https://example.org/protocol"}) {
        EXPECT_THAT(text.output, HasSubstr(said));
    }
    EXPECT_THAT(text.output, Not(HasSubstr("Filter the rows")));
    EXPECT_THAT(text.output, Not(HasSubstr("https://doi.org/10.1000/craft.2 (")));
    const ChildOutcome facts = runProgram({"pdfinfo", pdf.string()});
    const std::size_t at = facts.output.find("Pages:");
    ASSERT_NE(at, std::string::npos) << facts.output;
    const int pages = std::stoi(facts.output.substr(at + 6));
    EXPECT_GE(pages, 7);
    EXPECT_LE(pages, 14);
}

} // namespace

} // namespace winnow::publish::test
