#include "publish/output.h"
#include "support/zip.h"
#include "tables/cases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <algorithm>

namespace winnow::publish {

namespace {

using evidence::PrintedTable;
using test::documentCase;
using test::tableCaseNamed;
using test::tableCases;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

PrintedTable tableNamed(const std::string &name)
{
    return tableCaseNamed(tableCases(), name).table;
}

/// A part of a document, parsed.
pugi::xml_document partOf(const std::string &bytes, const std::string &name)
{
    pugi::xml_document document;
    const auto members = winnow::test::readZip(bytes);
    const auto part = members.find(name);
    EXPECT_TRUE(part != members.end()) << name;
    if (part != members.end()) {
        const auto parsed = document.load_buffer(
            part->second.data(), part->second.size(), pugi::parse_default | pugi::parse_ws_pcdata);
        EXPECT_TRUE(parsed) << name << ": " << parsed.description();
    }
    return document;
}

pugi::xml_document tablePart(const char *file, const PrintedTable &table, const std::string &part)
{
    return partOf(outputFor(file, Subject::Table).value()->table(table).value(), part);
}

pugi::xml_document documentPart(const char *file, const Document &document, const std::string &part)
{
    return partOf(outputFor(file, Subject::Document).value()->document(document).value(), part);
}

/// The texts below a node; line breaks and paragraphs as line ends.
std::string textOf(pugi::xml_node node, const char *textName)
{
    std::string text;
    for (const pugi::xpath_node &found : node.select_nodes(textName)) {
        text += found.node().child_value();
    }
    return text;
}

std::vector<std::string> docxRow(pugi::xml_node table, int row)
{
    std::vector<std::string> cells;
    int at = 0;
    for (pugi::xml_node line : table.children("w:tr")) {
        if (at++ == row) {
            for (pugi::xml_node cell : line.children("w:tc")) {
                cells.push_back(textOf(cell, ".//w:t"));
            }
        }
    }
    return cells;
}

pugi::xml_node docxCell(pugi::xml_node table, int row, int cell)
{
    const std::string path = "w:tr[" + std::to_string(row + 1) + "]/w:tc[" + std::to_string(cell + 1) + "]";
    return table.select_node(path.c_str()).node();
}

TEST(DocxTable, mergesCellsAndRepeatsItsHead)
{
    const pugi::xml_document part = tablePart("t.docx", tableNamed("merged"), "word/document.xml");
    const pugi::xml_node table = part.select_node("//w:tbl").node();
    EXPECT_THAT(docxRow(table, 0), ElementsAre("Category", "Products", "n", "References"));
    EXPECT_THAT(
        docxRow(table, 1),
        ElementsAre(
            "Woodcraft", "Carvings with motifs of the island.Keychains, sold to visitors.", "12", "[3, 4]"));
    EXPECT_THAT(docxRow(table, 2),
                ElementsAre("", "Furniture of salvaged wood.Frames.Toys.", "5", "[6, 11]"));
    EXPECT_THAT(docxRow(table, 4), ElementsAre("Weaving", "Mats, bags and hats; over two columns", "[1]"));
    EXPECT_STREQ(docxCell(table, 1, 0).select_node("w:tcPr/w:vMerge/@w:val").attribute().value(), "restart");
    EXPECT_STREQ(docxCell(table, 2, 0).select_node("w:tcPr/w:vMerge/@w:val").attribute().value(), "continue");
    EXPECT_STREQ(docxCell(table, 3, 0).select_node("w:tcPr/w:vMerge/@w:val").attribute().value(), "continue");
    EXPECT_FALSE(docxCell(table, 4, 0).select_node("w:tcPr/w:vMerge"));
    EXPECT_STREQ(docxCell(table, 4, 1).select_node("w:tcPr/w:gridSpan/@w:val").attribute().value(), "2");
    EXPECT_STREQ(docxCell(table, 5, 0).select_node("w:tcPr/w:gridSpan/@w:val").attribute().value(), "3");
    EXPECT_EQ(table.select_nodes("w:tr/w:trPr/w:tblHeader").size(), 1U);
    EXPECT_TRUE(table.select_node("w:tr[1]/w:trPr/w:tblHeader"));
    EXPECT_STREQ(docxCell(table, 1, 2).select_node("w:tcPr/w:shd/@w:fill").attribute().value(), "02C100");
    EXPECT_STREQ(docxCell(table, 2, 2).select_node(".//w:color/@w:val").attribute().value(), "FFFFFF")
        << "white on a dark ground";
    EXPECT_STREQ(docxCell(table, 3, 3).select_node(".//w:vertAlign/@w:val").attribute().value(),
                 "superscript");
    EXPECT_STREQ(docxCell(table, 1, 2).select_node(".//w:jc/@w:val").attribute().value(), "right");
}

TEST(DocxTable, hasCellsThatAreAsWideAsItsColumns)
{
    for (const char *name : {"merged", "founding2", "grouped"}) {
        const pugi::xml_document part = tablePart("t.docx", tableNamed(name), "word/document.xml");
        const pugi::xml_node table = part.select_node("//w:tbl").node();
        int all = 0;
        for (pugi::xml_node column : table.child("w:tblGrid").children()) {
            all += column.attribute("w:w").as_int();
        }
        EXPECT_EQ(all, table.select_node("w:tblPr/w:tblW/@w:w").attribute().as_int()) << name;
        for (pugi::xml_node row : table.children("w:tr")) {
            int width = 0;
            for (const auto &cell : row.select_nodes("w:tc/w:tcPr/w:tcW/@w:w")) {
                width += cell.attribute().as_int();
            }
            EXPECT_EQ(width, all) << name;
        }
    }
}

TEST(DocxTable, countsEachListFromOne)
{
    const std::string bytes =
        outputFor("t.docx", Subject::Table).value()->table(tableNamed("merged")).value();
    const pugi::xml_document text = partOf(bytes, "word/document.xml");
    const pugi::xml_document numbering = partOf(bytes, "word/numbering.xml");
    std::vector<std::string> lists;
    for (const auto &number : text.select_nodes("//w:tbl//w:numId/@w:val")) {
        lists.emplace_back(number.attribute().value());
    }
    ASSERT_EQ(lists.size(), 5U);
    EXPECT_EQ(lists[0], lists[1]);
    EXPECT_NE(lists[1], lists[2]);
    EXPECT_EQ(lists[2], lists[4]);
    for (const std::string &list : lists) {
        const std::string path = "//w:num[@w:numId='" + list + "']/w:lvlOverride/w:startOverride/@w:val";
        EXPECT_STREQ(numbering.select_node(path.c_str()).attribute().value(), "1");
    }
}

TEST(DocxTable, hasACaptionThatCountsAndAnAlternativeText)
{
    const pugi::xml_document part = tablePart("t.docx", tableNamed("merged"), "word/document.xml");
    const pugi::xml_node caption = part.select_node("//w:p[w:pPr/w:pStyle/@w:val='Caption']").node();
    EXPECT_EQ(textOf(caption, ".//w:t"), "Table\u00A04. Categories over several rows, with lists");
    EXPECT_STREQ(caption.select_node("w:r/w:instrText").node().child_value(), " SEQ Table \\* ARABIC \\r 4 ");
    EXPECT_EQ(caption.select_nodes("w:r/w:fldChar").size(), 3U);
    EXPECT_STREQ(caption.child("w:bookmarkStart").attribute("w:name").value(), "Table_4");
    const pugi::xml_node properties = part.select_node("//w:tblPr").node();
    EXPECT_THAT(properties.child("w:tblCaption").attribute("w:val").value(),
                HasSubstr("Table 4. Categories"));
    EXPECT_STREQ(properties.child("w:tblDescription").attribute("w:val").value(),
                 "A table of 5 rows and 4 columns: Category, Products, n, References.");
    EXPECT_EQ(part.select_nodes("//w:p[w:pPr/w:pStyle/@w:val='Note']").size(), 2U);
    EXPECT_STREQ(part.select_node("//w:sectPr/w:pgSz/@w:orient").attribute().value(), "landscape");
}

TEST(DocxTable, letsOnlyLongRowsBreak)
{
    const pugi::xml_document part = tablePart("t.docx", tableNamed("long"), "word/document.xml");
    std::vector<bool> isWhole;
    for (pugi::xml_node row : part.select_node("//w:tbl").node().children("w:tr")) {
        isWhole.push_back(!row.select_nodes("w:trPr/w:cantSplit").empty());
    }
    EXPECT_THAT(isWhole, ElementsAre(true, false, false, true));
    const pugi::xml_document usual = tablePart("t.docx", tableNamed("merged"), "word/document.xml");
    EXPECT_EQ(usual.select_nodes("//w:tr[not(w:trPr/w:cantSplit)]").size(), 0U);
}

TEST(DocxTable, runsFromTheRightWhereItShould)
{
    const pugi::xml_document part = tablePart("t.docx", tableNamed("from_right"), "word/document.xml");
    EXPECT_TRUE(part.select_node("//w:tblPr/w:bidiVisual"));
    EXPECT_EQ(part.select_nodes("//w:tbl//w:p[not(w:pPr/w:bidi)]").size(), 1U) << "of the covered cell";
    EXPECT_FALSE(part.select_nodes("//w:tbl//w:r[w:rPr/w:rtl]").empty());
}

TEST(DocxTable, holdsGroupsAboveItsNames)
{
    const pugi::xml_document part = tablePart("t.docx", tableNamed("grouped"), "word/document.xml");
    const pugi::xml_node table = part.select_node("//w:tbl").node();
    EXPECT_EQ(table.select_nodes("w:tr/w:trPr/w:tblHeader").size(), 2U);
    EXPECT_THAT(docxRow(table, 0), ElementsAre("Outcome", "Anticipated absolute effects", "Certainty"));
    EXPECT_THAT(docxRow(table, 1), ElementsAre("", "With training", "Without training", ""));
}

TEST(DocxDocument, turnsThePageForAWideTableAndItsHeading)
{
    const pugi::xml_document part = documentPart("d.docx", documentCase(), "word/document.xml");
    std::vector<std::string> pages;
    for (const auto &section : part.select_nodes("//w:sectPr")) {
        pages.emplace_back(section.node().child("w:pgSz").attribute("w:orient").as_string("upright"));
    }
    EXPECT_THAT(pages, ElementsAre("upright", "landscape", "upright"));
    bool hasEnded = false;
    for (pugi::xml_node block : part.select_node("//w:body").node().children()) {
        hasEnded = hasEnded || block.select_node("w:pPr/w:sectPr");
        if (textOf(block, "./w:r/w:t") == "A wide table") {
            EXPECT_TRUE(hasEnded) << "the heading goes with its table";
        }
    }
}

TEST(DocxDocument, leadsFromNumbersToTheReferenceList)
{
    const pugi::xml_document part = documentPart("d.docx", documentCase(), "word/document.xml");
    const pugi::xml_node link = part.select_node("//w:tbl//w:hyperlink[w:r/w:t='11']").node();
    const std::string path =
        std::string("//w:p[w:bookmarkStart/@w:name='") + link.attribute("w:anchor").value() + "']";
    EXPECT_THAT(textOf(part.select_node(path.c_str()).node(), ".//w:t"), HasSubstr("Title 11"));
    EXPECT_EQ(part.select_nodes("//w:bookmarkStart").size(), part.select_nodes("//w:bookmarkEnd").size());
    EXPECT_TRUE(part.select_node("//wp:docPr[@descr!='']")) << "the figure has an alternative text";
    EXPECT_THAT(part.select_node("//w:instrText[contains(., 'TOC')]").node().child_value(), HasSubstr("1-1"));
}

/// A document with one link.
Document linkTo(const std::string &address)
{
    Document document;
    document.title = "T";
    document.blocks = {Paragraph{{}, {{.text = "their page", .address = address}}}};
    return document;
}

TEST(Documents, leadToTheWebHoweverItsSchemeIsWrittenAndNowhereElse)
{
    const auto written = [](const char *file, const char *address) {
        return outputFor(file, Subject::Document).value()->document(linkTo(address)).value();
    };
    const auto member = [&](const char *file, const char *address, const char *name) {
        return winnow::test::readZip(written(file, address)).at(name);
    };
    const char *const web = "HTTPS://example.org/";
    EXPECT_THAT(member("d.docx", web, "word/_rels/document.xml.rels"), HasSubstr(web));
    EXPECT_THAT(member("d.odt", web, "content.xml"), HasSubstr(web));
    for (const char *file : {"d.tex", "d.md", "d.grid.md", "d.html"}) {
        EXPECT_THAT(written(file, web), HasSubstr(web)) << file;
    }
    for (const char *other :
         {"javascript:alert(1)", "file:///etc/passwd", "https:/example.org", "http://", ""}) {
        EXPECT_THAT(member("d.docx", other, "word/document.xml"), Not(HasSubstr("<w:hyperlink")));
        EXPECT_THAT(member("d.odt", other, "content.xml"), Not(HasSubstr("<text:a ")));
        EXPECT_THAT(written("d.tex", other), Not(HasSubstr("\\href{" + std::string(other) + "}")));
        EXPECT_THAT(written("d.md", other), HasSubstr("\ntheir page\n"));
        EXPECT_THAT(written("d.html", other), HasSubstr("<p>their page</p>"));
    }
}

std::string odtCellText(pugi::xml_node cell)
{
    std::string text;
    for (const auto &piece : cell.select_nodes(".//text()")) {
        text += piece.node().value();
    }
    return text;
}

/// The texts of all paragraphs, a line each, in the order of the document.
std::string paragraphsOf(const pugi::xml_document &part, const char *paragraphs, const char *textName)
{
    std::string all;
    for (const pugi::xpath_node &found : part.select_nodes(paragraphs)) {
        all += textOf(found.node(), textName) + "\n";
    }
    return all;
}

TEST(Documents, numberKeyMessagesBeforeTheContentsAndListThem)
{
    const pugi::xml_document word = documentPart("d.docx", documentCase(), "word/document.xml");
    const std::string texts = paragraphsOf(word, "//w:p", ".//w:t");
    EXPECT_THAT(texts, HasSubstr("Contents\nKey messages\nResults\nA wide table\n"));
    EXPECT_LT(texts.find("Training helps"), texts.find("Contents\n"));
    const auto message = word.select_node("//w:p[contains(., 'Training helps')]//w:numId");
    const auto step = word.select_node("//w:p[contains(., 'first step')]//w:numId");
    const auto dot = word.select_node("//w:p[contains(., 'a dot')]//w:numId");
    EXPECT_STRNE(message.node().attribute("w:val").value(), dot.node().attribute("w:val").value());
    EXPECT_STRNE(message.node().attribute("w:val").value(), step.node().attribute("w:val").value())
        << "a list that counts on its own";
    for (const pugi::xpath_node &link : word.select_nodes("//w:hyperlink[@w:anchor]")) {
        const std::string name = link.node().attribute("w:anchor").value();
        EXPECT_TRUE(word.select_node(("//w:bookmarkStart[@w:name='" + name + "']").c_str())) << name;
    }

    const pugi::xml_document open = documentPart("d.odt", documentCase(), "content.xml");
    const auto list = open.select_node("//text:list[contains(., 'Training helps')]");
    EXPECT_STREQ(list.node().attribute("text:style-name").value(), "Numbered");
    EXPECT_TRUE(list.node().select_node("following::text:p[. = 'Contents']"));
    const auto line = open.select_node("//text:p[. = 'Contents']/following-sibling::text:p[1]");
    EXPECT_STREQ(line.node().select_node(".//text()").node().value(), "Key messages");
}

TEST(OdtTable, mergesCellsAndRepeatsItsHead)
{
    const pugi::xml_document part = tablePart("t.odt", tableNamed("merged"), "content.xml");
    const pugi::xml_node table = part.select_node("//table:table").node();
    EXPECT_EQ(
        table.select_nodes("table:header-rows/table:table-row | table:table-header-rows/table:table-row")
            .size(),
        1U);
    std::vector<std::vector<std::string>> rows;
    for (pugi::xml_node row : table.children("table:table-row")) {
        rows.emplace_back();
        for (pugi::xml_node cell : row.children()) {
            const bool isCovered = std::string_view(cell.name()) == "table:covered-table-cell";
            rows.back().push_back(isCovered ? "(covered)" : odtCellText(cell));
        }
    }
    ASSERT_EQ(rows.size(), 5U);
    EXPECT_THAT(
        rows[0],
        ElementsAre(
            "Woodcraft", "Carvings with motifs of the island.Keychains, sold to visitors.", "12", "[3, 4]"));
    EXPECT_THAT(rows[2], ElementsAre("(covered)", "Everything else", "1", "[2]"));
    EXPECT_THAT(rows[3], ElementsAre("Weaving", "Mats, bags and hats; over two columns", "(covered)", "[1]"));
    const pugi::xml_node first = table.child("table:table-row").child("table:table-cell");
    EXPECT_EQ(first.attribute("table:number-rows-spanned").as_int(), 3);
    EXPECT_EQ(table.select_nodes(".//text:list").size(), 2U);
    EXPECT_THAT(table.child("table:title").child_value(), HasSubstr("Table 4. "));
    EXPECT_THAT(table.child("table:desc").child_value(), HasSubstr("5 rows and 4 columns"));
    EXPECT_STREQ(part.select_node("//text:sequence[@text:name='Table']").node().child_value(), "4");
    EXPECT_TRUE(part.select_node("//style:style[@style:master-page-name='Landscape']"));
}

TEST(Odt, beginsWithItsKindAsItIs)
{
    const std::string bytes = outputFor("t.odt", Subject::Table).value()->table(tableNamed("merged")).value();
    std::vector<std::string> names;
    const auto members = winnow::test::readZip(bytes, &names);
    EXPECT_EQ(names.front(), "mimetype");
    EXPECT_EQ(bytes.substr(38, 39), "application/vnd.oasis.opendocument.text") << "stored, at its place";
    EXPECT_THAT(members.at("META-INF/manifest.xml"),
                AllOf(HasSubstr("content.xml"), HasSubstr("styles.xml")));
}

TEST(OdtTable, keepsSpacesAndLineEnds)
{
    const pugi::xml_document part = tablePart("t.odt", tableNamed("hostile"), "content.xml");
    EXPECT_TRUE(part.select_node("//text:p[contains(., 'two ')]/text:s"));
    EXPECT_TRUE(part.select_node("//text:p/text:tab"));
    EXPECT_EQ(part.select_nodes("//table:table-row//text:p[contains(., 'nor that')]/text:line-break").size(),
              3U);
}

TEST(OdtDocument, leadsFromNumbersToTheReferenceList)
{
    const pugi::xml_document part = documentPart("d.odt", documentCase(), "content.xml");
    const pugi::xml_node link = part.select_node("//table:table//text:a[.='11']").node();
    const std::string path = std::string("//text:p[text:bookmark-start/@text:name='") +
                             (link.attribute("xlink:href").value() + 1) + "']";
    EXPECT_THAT(odtCellText(part.select_node(path.c_str()).node()), HasSubstr("Title 11"));
    EXPECT_THAT(part.select_node("//draw:frame/svg:desc").node().child_value(), Not(HasSubstr("\x01")));
    EXPECT_FALSE(std::string_view(part.select_node("//draw:frame/svg:desc").node().child_value()).empty());
}

/// The text of a cell of a sheet; "123" for numbers.
std::string sheetCell(const winnow::test::ZipMembers &members, int sheet, const std::string &place)
{
    pugi::xml_document strings;
    strings.load_string(members.at("xl/sharedStrings.xml").c_str(),
                        pugi::parse_default | pugi::parse_ws_pcdata);
    pugi::xml_document page;
    page.load_string(members.at("xl/worksheets/sheet" + std::to_string(sheet) + ".xml").c_str());
    const pugi::xml_node cell = page.select_node(("//c[@r='" + place + "']").c_str()).node();
    EXPECT_FALSE(cell.child("f")) << place << " is a formula";
    std::string value = cell.child("v").child_value();
    if (std::string_view(cell.attribute("t").value()) != "s") {
        return value;
    }
    const std::string path = "/sst/si[" + std::to_string(std::stoi(value) + 1) + "]/t";
    return strings.select_node(path.c_str()).node().child_value();
}

winnow::test::ZipMembers workbookOf(const PrintedTable &table)
{
    return winnow::test::readZip(outputFor("t.xlsx", Subject::Table).value()->table(table).value());
}

TEST(XlsxTable, hasASheetAsPrintedAndASheetOfData)
{
    const auto members = workbookOf(tableNamed("merged"));
    EXPECT_THAT(
        members.at("xl/workbook.xml"),
        AllOf(HasSubstr("name=\"Table\""), HasSubstr("name=\"Data\""), HasSubstr("_xlnm.Print_Titles")));
    EXPECT_EQ(sheetCell(members, 1, "A1"), "Table 4. Categories over several rows, with lists");
    EXPECT_EQ(sheetCell(members, 1, "A2"), "Category");
    EXPECT_EQ(sheetCell(members, 1, "A3"), "Woodcraft");
    EXPECT_EQ(sheetCell(members, 1, "A4"), "");
    EXPECT_EQ(sheetCell(members, 1, "B3"),
              "1. Carvings with motifs of the island.\n2. Keychains, sold to visitors.");
    EXPECT_EQ(sheetCell(members, 1, "C3"), "12");
    const std::string &printed = members.at("xl/worksheets/sheet1.xml");
    EXPECT_THAT(printed,
                AllOf(HasSubstr("<mergeCell ref=\"A3:A5\"/>"),
                      HasSubstr("<mergeCell ref=\"B6:C6\"/>"),
                      HasSubstr("<mergeCell ref=\"A7:C7\"/>"),
                      HasSubstr("orientation=\"landscape\""),
                      HasSubstr("topLeftCell=\"A3\""),
                      HasSubstr("customHeight=\"1\"")));
    EXPECT_EQ(sheetCell(members, 2, "A1"), "Category");
    EXPECT_EQ(sheetCell(members, 2, "A2"), "Woodcraft");
    EXPECT_EQ(sheetCell(members, 2, "A4"), "Woodcraft") << "repeated";
    EXPECT_EQ(sheetCell(members, 2, "C3"), "5");
    EXPECT_EQ(sheetCell(members, 2, "D3"), "[6, 11]");
    EXPECT_THAT(members.at("xl/worksheets/sheet2.xml"),
                AllOf(HasSubstr("<autoFilter ref=\"A1:D6\"/>"), Not(HasSubstr("mergeCell"))));
    EXPECT_THAT(members.at("xl/comments1.xml"),
                AllOf(HasSubstr("We carve what tourists know."), HasSubstr("Hassan 2020, p. 12")));
}

/// The colour of the line below a cell of the first sheet, or above it; nothing where there is none.
std::string ruleOf(const winnow::test::ZipMembers &members, const std::string &place, const std::string &side)
{
    pugi::xml_document page;
    page.load_string(members.at("xl/worksheets/sheet1.xml").c_str());
    pugi::xml_document styles;
    styles.load_string(members.at("xl/styles.xml").c_str());
    const int style =
        page.select_node(("//c[@r='" + place + "']").c_str()).node().attribute("s").as_int() + 1;
    const int border = styles.select_node(("//cellXfs/xf[" + std::to_string(style) + "]").c_str())
                           .node()
                           .attribute("borderId")
                           .as_int() +
                       1;
    const std::string path = "//borders/border[" + std::to_string(border) + "]/" + side + "/color";
    return styles.select_node(path.c_str()).node().attribute("rgb").value();
}

TEST(XlsxTable, hasDarkRulesAroundItsHeadAndAtItsEnd)
{
    const auto members = workbookOf(tableNamed("merged"));
    EXPECT_EQ(ruleOf(members, "A2", "top"), "FF000000");
    EXPECT_EQ(ruleOf(members, "A2", "bottom"), "FF000000");
    EXPECT_EQ(ruleOf(members, "D3", "bottom"), "FFBFBFBF");
    EXPECT_EQ(ruleOf(members, "A6", "bottom"), "FFBFBFBF");
    for (const char *place : {"A7", "B7", "C7", "D7"}) {
        EXPECT_EQ(ruleOf(members, place, "bottom"), "FF000000") << place;
    }
    const auto grouped = workbookOf(tableNamed("grouped"));
    EXPECT_EQ(ruleOf(grouped, "A3", "bottom"), "FF000000") << "over the name";
    EXPECT_EQ(ruleOf(grouped, "B3", "bottom"), "FFBFBFBF") << "between group and names";
    EXPECT_EQ(ruleOf(grouped, "B4", "top"), "");
    EXPECT_EQ(ruleOf(grouped, "B4", "bottom"), "FF000000");
}

TEST(XlsxTable, writesTextsThatLookLikeFormulasAsTexts)
{
    const auto members = workbookOf(tableNamed("hostile"));
    EXPECT_EQ(sheetCell(members, 1, "A3"), "=1+1");
    EXPECT_EQ(sheetCell(members, 1, "B3"), "+2");
    EXPECT_EQ(sheetCell(members, 2, "A2"), "=1+1");
    EXPECT_EQ(sheetCell(members, 2, "C2"), "-3 and @SUM(A1)");
    for (const auto &[name, bytes] : members) {
        EXPECT_THAT(bytes, AllOf(Not(HasSubstr("<f>")), Not(HasSubstr("\x01")))) << name;
    }
}

TEST(XlsxTable, cutsATextThatNoCellHoldsAtACharacterAndSaysSo)
{
    PrintedTable table = tableNamed("one_column");
    table.rows[0].cells[0].text = "a";
    for (int i = 0; i < 20'000; ++i) {
        table.rows[0].cells[0].text += "\U0001F3FA"; // two units each
    }
    table.rows[1].cells[0].text = std::string(32'767, 'x');
    const auto members = workbookOf(table);
    const std::string cut = sheetCell(members, 2, "A2");
    EXPECT_TRUE(cut.ends_with("\U0001F3FA [... cut: Excel holds no more in a cell]"));
    EXPECT_LE((cut.size() - 1 - 41) / 4 * 2 + 1 + 41, 32'767U);
    EXPECT_EQ(sheetCell(members, 2, "A3").size(), 32'767U);
}

TEST(XlsxTable, givesMergedRowsRoomForTheirText)
{
    PrintedTable table = tableNamed("merged");
    table.columns[1].share = 3;
    const auto heightOf = [](const PrintedTable &printed) {
        pugi::xml_document page;
        page.load_string(workbookOf(printed).at("xl/worksheets/sheet1.xml").c_str());
        double height = 0;
        for (const char *row : {"3", "4", "5"}) {
            height += page.select_node((std::string("//row[@r='") + row + "']/@ht").c_str())
                          .attribute()
                          .as_double();
        }
        return height;
    };
    const double before = heightOf(table);
    for (int i = 0; i < 60; ++i) {
        table.rows[0].cells[0].text += " and more words";
    }
    EXPECT_GT(heightOf(table), before + 100);
}

TEST(OfficeTables, areTheSameBytesForTheSameTable)
{
    for (const char *file :
         {"t.docx", "t.odt", "t.xlsx", "t.tex", "t.md", "t.grid.md", "t.csv", "t.tsv", "t.json", "t.txt"}) {
        const Output &output = *outputFor(file, Subject::Table).value();
        for (const test::TableCase &made : tableCases()) {
            EXPECT_EQ(output.table(made.table).value(), output.table(made.table).value())
                << file << made.name;
        }
    }
}

TEST(OfficeTables, areWellFormedWhateverTheyHold)
{
    for (const test::TableCase &made : tableCases()) {
        for (const char *file : {"t.docx", "t.odt", "t.xlsx"}) {
            for (const auto &[name, bytes] :
                 winnow::test::readZip(outputFor(file, Subject::Table).value()->table(made.table).value())) {
                if (name.ends_with(".xml") || name.ends_with(".rels")) {
                    pugi::xml_document document;
                    EXPECT_TRUE(document.load_buffer(bytes.data(), bytes.size()))
                        << file << made.name << name;
                }
            }
        }
    }
}

} // namespace

} // namespace winnow::publish
