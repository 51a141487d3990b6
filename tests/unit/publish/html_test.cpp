#include "publish/output.h"
#include "publish/support/direction.h"
#include "publish/support/page_words.h"
#include "publish/support/report_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <algorithm>

namespace winnow::publish {

namespace {

using evidence::PrintedCell;
using evidence::PrintedTable;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr const char *kHostile = "<script>alert(\"x\")</script> </style> & ' \x01 \xC3\xA9 \xFF \xEF\xBF\xBF";

PrintedCell cellOf(std::string text)
{
    PrintedCell cell;
    cell.text = std::move(text);
    return cell;
}

PrintedCell covering(std::string text, int rows, int columns)
{
    PrintedCell cell = cellOf(std::move(text));
    cell.rowSpan = rows;
    cell.columnSpan = columns;
    return cell;
}

PrintedCell covered()
{
    PrintedCell cell;
    cell.isCovered = true;
    return cell;
}

PrintedCell citing(const std::string &number, const std::string &key)
{
    PrintedCell cell = cellOf("[" + number + "]");
    cell.cited = {{"[", {}}, {number, key}, {"]", {}}};
    return cell;
}

PrintedTable plainTable(std::vector<std::vector<PrintedCell>> rows)
{
    PrintedTable table;
    table.id = "table-1";
    table.number = 1;
    table.caption = "A table";
    for (std::size_t i = 0; i < rows.front().size(); ++i) {
        table.columns.push_back({.name = "Column " + std::to_string(i)});
    }
    for (auto &cells : rows) {
        table.rows.push_back({std::move(cells), {}});
    }
    return table;
}

std::string tablePage(const PrintedTable &table)
{
    return outputFor("t.html", Subject::Table).value()->table(table).value();
}

std::string documentPage(const Document &document)
{
    return outputFor("t.html", Subject::Document).value()->document(document).value();
}

/// The part of a page from the first `tag` to its end, as a tree.
pugi::xml_document treeOf(const std::string &page, const std::string &tag)
{
    pugi::xml_document tree;
    const std::size_t from = page.find("<" + tag);
    const std::string end = "</" + tag + ">";
    std::string part = page.substr(from, page.rfind(end) + end.size() - from);
    for (std::size_t at = part.find("<br>"); at != std::string::npos; at = part.find("<br>", at)) {
        part.replace(at, 4, "<br/>");
    }
    for (std::size_t at = part.find("<col "); at != std::string::npos; at = part.find("<col ", at + 1)) {
        part.insert(part.find('>', at), "/");
    }
    const auto parsed = tree.load_string(part.c_str(), pugi::parse_full);
    EXPECT_TRUE(parsed) << parsed.description() << "\n" << part;
    return tree;
}

std::string textOf(const pugi::xml_node node)
{
    std::string text;
    if (node.type() == pugi::node_pcdata) {
        text = node.value();
    }
    for (const pugi::xml_node child : node.children()) {
        text += textOf(child);
    }
    return text;
}

TEST(Html, escapesAllTextAndAsksForNothing)
{
    PrintedTable table =
        plainTable({{cellOf(kHostile), cellOf("b")}, {cellOf("c"), covering(kHostile, 9, 9)}});
    table.id = "t<\"1\"> \x02";
    table.caption = table.head = kHostile;
    table.columns[0].name = kHostile;
    table.notes = {kHostile};
    table.rows[0].note = kHostile;
    table.rows[0].cells[1].items = {kHostile};
    table.rows[0].cells[1].quotes = {{kHostile, kHostile, kHostile}};
    const std::string page = tablePage(table);
    EXPECT_THAT(page,
                AllOf(HasSubstr("<!DOCTYPE html>"),
                      HasSubstr("&lt;script&gt;alert(\"x\")&lt;/script&gt; &lt;/style&gt; &amp; ' "),
                      Not(HasSubstr("<script")),
                      Not(HasSubstr("src=")),
                      Not(HasSubstr("url(")),
                      Not(HasSubstr("@import")),
                      Not(HasSubstr("\x01")),
                      HasSubstr("default-src 'none'; style-src 'sha256-"),
                      Not(HasSubstr("unsafe"))));
    const pugi::xml_document tree = treeOf(page, "main");
    EXPECT_STREQ(tree.select_node("//table").node().attribute("id").value(), "t--1----");
    EXPECT_EQ(page, tablePage(table)) << "same bytes";
}

TEST(Html, joinsCellsAndMakesABodyOfRowsThatAreJoined)
{
    PrintedCell kind = covering("Kind", 2, 1);
    kind.isHead = true;
    PrintedCell single = cellOf("Single");
    single.isHead = true;
    const auto tree = treeOf(tablePage(plainTable({{kind, cellOf("a"), covering("b", 1, 2), covered()},
                                                   {covered(), cellOf("c"), cellOf("d"), cellOf("e")},
                                                   {single, cellOf("f"), cellOf("g"), cellOf("h")}})),
                             "table");
    const auto bodies = tree.select_nodes("//tbody");
    ASSERT_EQ(bodies.size(), 2U);
    EXPECT_EQ(bodies[0].node().select_nodes("tr").size(), 2U);
    EXPECT_EQ(bodies[0].node().select_nodes("tr[1]/*").size(), 3U);
    EXPECT_EQ(bodies[0].node().select_nodes("tr[2]/*").size(), 3U);
    EXPECT_TRUE(tree.select_node("//th[@rowspan='2'][@scope='rowgroup'][text()='Kind']"));
    EXPECT_TRUE(tree.select_node("//td[@colspan='2'][text()='b']"));
    EXPECT_TRUE(tree.select_node("//th[@scope='row'][text()='Single']"));
    EXPECT_STREQ(tree.select_node("//caption/span[@class='title']").node().child_value(), "Table 1. A table");
}

TEST(Html, spansNeverReachBeyondTheTable)
{
    const auto tree =
        treeOf(tablePage(plainTable({{cellOf("a"), covering("b", 7, 7)}, {covering("c", -3, 0), covered()}})),
               "table");
    EXPECT_TRUE(tree.select_node("//td[@rowspan='2'][not(@colspan)][text()='b']"));
    EXPECT_TRUE(tree.select_node("//td[not(@rowspan)][not(@colspan)][text()='c']"));
}

TEST(Html, hasGroupsOfColumnsAboveTheirNames)
{
    PrintedTable table = plainTable({{cellOf("a"), cellOf("b"), cellOf("c")}});
    table.groups = {{cellOf(""), covering("Effects", 1, 2), covered()}};
    const auto tree = treeOf(tablePage(table), "thead");
    EXPECT_EQ(tree.select_nodes("//tr").size(), 2U);
    EXPECT_TRUE(tree.select_node("//tr[1]/th[@scope='colgroup'][@colspan='2'][text()='Effects']"));
    EXPECT_TRUE(tree.select_node("//tr[1]/td[1]")) << "an empty head is no head";
    EXPECT_EQ(tree.select_nodes("//tr[2]/th[@scope='col']").size(), 3U);
}

TEST(Html, putsAHeadOverItsNameWhereThatSaysNoMore)
{
    PrintedTable table = plainTable({{cellOf("a"), cellOf("b")}});
    table.groups = {{covering("Column 0", 2, 1), cellOf("Effect")}};
    Document document;
    document.title = "Title";
    document.blocks = {TableBlock{table, true}};
    const auto tree = treeOf(documentPage(document), "thead");
    EXPECT_TRUE(tree.select_node("//tr[1]/th[@rowspan='2'][@data-c='0'][text()='Column 0']"));
    EXPECT_EQ(tree.select_nodes("//tr[2]/*").size(), 1U);
    EXPECT_EQ(tree.select_nodes("//th[@data-c='1']").size(), 1U) << "the name sorts, not the head above it";
}

TEST(Html, printsACellThatNothingCovers)
{
    PrintedCell stray = cellOf("stray");
    stray.isCovered = true;
    const auto tree = treeOf(tablePage(plainTable({{cellOf("a"), stray}})), "table");
    EXPECT_TRUE(tree.select_node("//tbody//td[text()='stray']"));
}

TEST(Html, linksNumbersOnlyWhereTheListIs)
{
    const PrintedTable table =
        plainTable({{cellOf("a"), citing("3", "key three")}, {cellOf("b"), citing("4", "other")}});
    EXPECT_THAT(tablePage(table), AllOf(HasSubstr("[3]"), Not(HasSubstr("<a "))));
    Document document;
    document.title = "Title";
    document.blocks = {TableBlock{table, false},
                       References{{{"key three", "[3]", {{.text = "An entry"}}, {}}}}};
    const std::string page = documentPage(document);
    EXPECT_THAT(page,
                AllOf(HasSubstr("[<a class=\"ref\" role=\"doc-biblioref\" href=\"#ref-1\">3</a>]"),
                      HasSubstr("[4]"),
                      HasSubstr("<li id=\"ref-1\">"),
                      HasSubstr("Cited in <a href=\"#table-1\">Table 1</a>")));
}

TEST(Html, showsQuotesNotesColoursAndDirections)
{
    PrintedTable table = plainTable({{cellOf("a"), cellOf("High")}});
    table.rows[0].cells[0].quotes = {{"What they said", "12", "Hassan 2020"}};
    table.rows[0].cells[1].fill = 0xBF0000;
    table.rows[0].cells[1].alignment = evidence::Alignment::Centre;
    table.rows.push_back({{cellOf("\u062D\u0631\u0641"), cellOf("x")}, "A note"});
    table.notes = {"Below"};
    const std::string page = tablePage(table);
    EXPECT_THAT(page,
                AllOf(HasSubstr("<details class=\"quotes\"><summary>1 quote</summary>"),
                      HasSubstr("<footer>Hassan 2020, p. 12</footer>"),
                      HasSubstr("<td class=\"c\"><span class=\"filled f-BF0000\">High</span>"),
                      HasSubstr(".f-BF0000 { background: #BF0000; color: #ffffff; }"),
                      HasSubstr("<td dir=\"rtl\">\u062D\u0631\u0641"),
                      HasSubstr("<p dir=\"auto\">Below</p>"),
                      Not(HasSubstr("A note"))));
}

TEST(Html, saysItsOwnWordsInTheLanguageOfThePage)
{
    Document document;
    document.title = "Judul";
    document.language = "id-ID";
    document.hasContents = true;
    PrintedTable table = plainTable({{cellOf("a"), cellOf("b")}});
    table.language = "id-ID";
    document.blocks = {Heading{1, "Satu"}, TableBlock{table, true}};
    EXPECT_THAT(documentPage(document),
                AllOf(HasSubstr("lang=\"id-ID\" dir=\"ltr\""),
                      HasSubstr("Daftar isi"),
                      HasSubstr("Tabel 1. A table"),
                      HasSubstr("data-rows=\"{0} dari {1} baris\"")));
    EXPECT_TRUE(isRightToLeftLanguage("ar-EG"));
    EXPECT_FALSE(isRightToLeftLanguage("arn"));
}

Document hostileDocument()
{
    Document document;
    document.title = document.subtitle = kHostile;
    document.language = "en\"><x";
    document.hasContents = true;
    const std::vector<Run> runs{
        {.text = kHostile, .isBold = true, .reference = kHostile},
        {.text = "bad", .address = "javascript:alert(1)"},
        {.text = "https://example.org/?a=1&b=\"2\"", .address = "https://example.org/?a=1&b=\"2\""}};
    document.blocks = {
        Highlight{kHostile, {runs}},
        Heading{1, kHostile, kHostile},
        Heading{1, "The same name", kHostile},
        Paragraph{kHostile, runs},
        Verbatim{"\nTITLE(\"a\")\n  AND <b>"},
        TextTable{{"A", "B"}, {1, 3}, {{"SECTION", ""}, {kHostile, "one\ntwo"}, {"short"}, {"", "more"}}},
        ItemList{true, {runs}},
        References{{{kHostile, kHostile, runs, {{kHostile, kHostile}, {"DOI", "https://doi.org/1"}}}}}};
    return document;
}

TEST(HtmlDocument, isAPageThatAsksForNothingElse)
{
    const std::string page = documentPage(hostileDocument());
    EXPECT_EQ(page, documentPage(hostileDocument())) << "same bytes";
    EXPECT_EQ(page.find("<script"), page.rfind("<script")) << "its own alone";
    EXPECT_THAT(page,
                AllOf(HasSubstr("lang=\"en&quot;&gt;&lt;x\""),
                      HasSubstr("; script-src 'sha256-"),
                      Not(HasSubstr("javascript:")),
                      Not(HasSubstr("src=")),
                      Not(HasSubstr("style=")),
                      Not(HasSubstr("onclick"))));
    EXPECT_THAT(page,
                AllOf(HasSubstr("<pre dir=\"ltr\">\n\nTITLE(\"a\")\n  AND &lt;b&gt;</pre>"),
                      HasSubstr(">SECTION</th>"),
                      HasSubstr("<tr class=\"more\">"),
                      HasSubstr("w-25"),
                      HasSubstr("class=\"bare\" href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\" "
                                "rel=\"noopener noreferrer\"")));
    const pugi::xml_document tree = treeOf(page, "main");
    EXPECT_EQ(textOf(tree.select_node("//h1").node()), textOf(tree.select_node("//header/p").node()));
}

TEST(HtmlDocument, namesEveryPartOnce)
{
    const std::string page = documentPage(hostileDocument());
    const pugi::xml_document tree = treeOf(page, "main");
    std::vector<std::string> ids;
    for (const auto &found : tree.select_nodes("//@id")) {
        ids.emplace_back(found.attribute().value());
    }
    std::ranges::sort(ids);
    EXPECT_EQ(std::ranges::adjacent_find(ids), ids.end());
    for (const auto &found : tree.select_nodes("//@href[starts-with(., '#')]")) {
        EXPECT_TRUE(std::ranges::binary_search(ids, found.attribute().value() + 1))
            << found.attribute().value();
    }
}

TEST(HtmlDocument, putsKeyMessagesBeforeTheContentsAndTheContentsBeforeTheText)
{
    const std::string page = documentPage(hostileDocument());
    const std::size_t messages = page.find("<section class=\"highlight\"");
    const std::size_t contents = page.find("<nav ");
    EXPECT_LT(page.find("<h1>"), messages);
    EXPECT_LT(messages, contents);
    EXPECT_LT(contents, page.find("<div class=\"text\">"));
    EXPECT_THAT(page.substr(contents, page.find("</nav>") - contents), HasSubstr(">The same name</a>"));
}

TEST(HtmlDocument, drawsFiguresWithTheirTextsAndNamesOfTheirOwn)
{
    flow::Counts counts;
    counts.databases = {{kHostile, 5}};
    const flow::Diagram diagram = flow::layOut(flow::numbersOf(counts), {});
    Document document;
    document.title = "Title";
    document.blocks = {Figure{diagram, "First", 1}, Figure{diagram, "", 0}};
    const pugi::xml_document tree = treeOf(documentPage(document), "main");
    const auto drawings = tree.select_nodes("//svg[@role='img']");
    ASSERT_EQ(drawings.size(), 2U);
    EXPECT_STREQ(drawings[0].node().attribute("aria-labelledby").value(), "figure-title figure-desc");
    EXPECT_STREQ(drawings[1].node().attribute("aria-labelledby").value(), "figure-2-title figure-2-desc");
    EXPECT_TRUE(tree.select_node("//*[@id='figure-2-desc']"));
    EXPECT_EQ(textOf(tree.select_node("//figcaption").node()), "Figure 1. First");
}

TEST(PageParts, givesTheInkThatIsReadBetterAndNeverANameTwice)
{
    PageParts parts;
    EXPECT_EQ(parts.id("a b"), "a-b");
    EXPECT_EQ(parts.id("a-b"), "a-b-2");
    EXPECT_EQ(parts.id("1"), "x-1");
    EXPECT_EQ(parts.id(""), "x-");
    EXPECT_EQ(parts.fill(0xFFFF00), "filled f-FFFF00");
    EXPECT_EQ(parts.fill(0x000080), "filled f-000080");
    EXPECT_EQ(parts.style(),
              ".f-000080 { background: #000080; color: #ffffff; }\n"
              ".f-FFFF00 { background: #FFFF00; color: #000000; }\n");
}

} // namespace

} // namespace winnow::publish
