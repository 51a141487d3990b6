#include "base/sha256.h"
#include "formats/input/input_files.h"
#include "samples.h"
#include "support/temp_folder.h"
#include "support/zip.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace winnow::formats {

namespace {

std::string textOf(const InputFile &file)
{
    auto source = file.open();
    if (!source) {
        return "cannot be opened: " + source.error().message;
    }
    std::string text;
    std::array<char, 7> buffer{}; // small, so that reading in pieces is seen
    while (true) {
        auto count = (*source)->read(buffer.data(), buffer.size());
        if (!count) {
            return "cannot be read: " + count.error().message;
        }
        if (*count == 0) {
            return text;
        }
        text.append(buffer.data(), *count);
    }
}

std::vector<std::string> namesOf(const std::vector<InputFile> &files)
{
    std::vector<std::string> names;
    names.reserve(files.size());
    for (const InputFile &file : files) {
        names.push_back(file.name);
    }
    return names;
}

/// The parts of a workbook that a reader needs, with the rows of its only sheet.
test::ZipMembers workbook(const std::string &rows)
{
    const std::string xml = "<?xml version=\"1.0\"?>";
    return {
        {"xl/workbook.xml",
         xml + "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Hits\" r:id=\"rId1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         xml + "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
        {"xl/sharedStrings.xml",
         xml + "<sst><si><t>Title</t></si><si><r><t>Two "
               "</t></r><r><t>runs</t></r><rPh><t>hint</t></rPh></si></sst>"},
        {"xl/styles.xml",
         xml + "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\"/></numFmts>"
               "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf "
               "numFmtId=\"164\"/></cellXfs></styleSheet>"},
        {"xl/worksheets/sheet1.xml", xml + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
    };
}

std::string sheetOf(const test::TempFolder &folder, const std::string &rows)
{
    const auto files = inputFilesAt(test::writeZip(folder.path() / "w.xlsx", workbook(rows)));
    return files && files->size() == 1 ? textOf(files->front()) : "not one sheet";
}

} // namespace

TEST(InputFiles, listsTheFilesOfAZipArchiveInOrderWithoutWhatSystemsAdd)
{
    const test::TempFolder folder;
    const auto path = test::writeZip(folder.path() / "hits.zip",
                                     {{"b.ris", "TY  - JOUR\n"},
                                      {"more/a.ris", "second"},
                                      {"__MACOSX/b.ris", "junk"},
                                      {"more/.DS_Store", "junk"}});
    const auto files = inputFilesAt(path);
    ASSERT_TRUE(files) << files.error().message;
    EXPECT_EQ(namesOf(*files), (std::vector<std::string>{"hits.zip/b.ris", "hits.zip/more/a.ris"}));
    EXPECT_EQ(textOf(files->at(1)), "second");
    EXPECT_EQ(files->front().sha256().value(), sha256("TY  - JOUR\n"))
        << "the same as of the file itself, so that it is known again";
}

TEST(InputFiles, saysWhyAnArchiveCannotBeRead)
{
    const test::TempFolder folder;
    const auto damaged = inputFilesAt(folder.file("d.zip", "PK\x03\x04 and nothing else"));
    ASSERT_FALSE(damaged);
    EXPECT_EQ(damaged.error().code, ErrorCode::Unreadable);
    const auto secret = inputFilesAt(test::writeZip(folder.path() / "s.zip", {{"a.ris", "text"}}, "secret"));
    ASSERT_TRUE(secret);
    EXPECT_THAT(textOf(secret->front()), testing::HasSubstr("assword"));
}

TEST(InputFiles, listsTheFilesOfAFolderAndOfTheArchivesInIt)
{
    const test::TempFolder folder;
    std::filesystem::create_directories(folder.path() / "hits/.git");
    std::filesystem::create_directories(folder.path() / "hits/b");
    static_cast<void>(folder.file("hits/a.ris", "a"));
    static_cast<void>(folder.file("hits/.hidden", "x"));
    static_cast<void>(folder.file("hits/.git/config", "x"));
    test::writeZip(folder.path() / "hits/b/c.zip", {{"c.ris", "c"}});
    const auto files = inputFilesAt(folder.path() / "hits");
    ASSERT_TRUE(files);
    EXPECT_EQ(namesOf(*files), (std::vector<std::string>{"hits/a.ris", "hits/b/c.zip/c.ris"}));
    const auto slashed = inputFilesAt(folder.path() / "hits/");
    ASSERT_TRUE(slashed);
    EXPECT_EQ(namesOf(*slashed), namesOf(*files)) << "with a slash behind the name";
    EXPECT_FALSE(inputFilesAt(folder.path() / "hits/.git/nothing"));
}

TEST(InputFiles, readsTheCellsOfAWorkbookAsCsv)
{
    const test::TempFolder folder;
    EXPECT_EQ(
        sheetOf(
            folder,
            R"(<row><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>In, line</t></is></c></row>)"
            R"(<row><c r="A2" t="s"><v>1</v></c><c r="B2"><v>2024</v></c><c r="D2" s="1"><v>45000</v></c></row>)"
            R"(<row><c t="str"><v>no place</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>)"
            R"(<row/>)"),
        "Title,,\"In, line\"\nTwo runs,2024,,2023-03-15\nno place,1,\n\n");
}

TEST(InputFiles, doesNotBelieveTheNumbersInAWorkbook)
{
    const test::TempFolder folder;
    EXPECT_EQ(sheetOf(folder,
                      R"(<row><c r="ZZZZZZ1"><v>far away</v></c><c r="B1" t="s"><v>99999999999</v></c>)"
                      R"(<c r="A1"><v>backwards</v></c><c r="" s="77"><v>1e999</v></c></row>)"),
              ",,1e999\n");
}

} // namespace winnow::formats
