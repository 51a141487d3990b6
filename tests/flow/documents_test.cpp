#include "rendered.h"
#include "support/child_process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zip.h>

#include <fstream>
#include <sstream>

namespace winnow::publish::test {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using winnow::test::ChildOutcome;
using winnow::test::runProgram;

std::string textOfPdf(const std::filesystem::path &file)
{
    const ChildOutcome text = runProgram({"pdftotext", "-enc", "UTF-8", file.string(), "-"});
    EXPECT_TRUE(text.isOk()) << text.output;
    return squeezed(text.output);
}

void expectLines(const std::string &text, const Case &made)
{
    for (const std::string &line : linesOf(made.document.diagram)) {
        EXPECT_THAT(text, HasSubstr(line)) << made.name;
    }
}

/// Lines of xmllint's report on HTML, without those on elements that its HTML 4 does not know.
std::string complaints(const std::string &report)
{
    std::istringstream lines(report);
    std::string line;
    std::string kept;
    while (std::getline(lines, line)) {
        if (line.find("error") != std::string::npos && line.find(" invalid") == std::string::npos) {
            kept += line + "\n";
        }
    }
    return kept;
}

/// Takes the parts of a document out and returns the files of those in XML.
std::vector<std::string> unpacked(const std::string &archive, const std::filesystem::path &folder)
{
    std::vector<std::string> files;
    int code = 0;
    zip_t *zip = zip_open(archive.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code);
    EXPECT_NE(zip, nullptr) << archive;
    for (zip_int64_t i = 0; zip != nullptr && i < zip_get_num_entries(zip, 0); ++i) {
        zip_stat_t stat;
        zip_stat_index(zip, static_cast<zip_uint64_t>(i), 0, &stat);
        std::string bytes(stat.size, '\0');
        zip_file_t *member = zip_fopen_index(zip, static_cast<zip_uint64_t>(i), 0);
        EXPECT_EQ(zip_fread(member, bytes.data(), bytes.size()), static_cast<zip_int64_t>(bytes.size()));
        zip_fclose(member);
        const std::string name = stat.name;
        if (!name.ends_with(".png")) {
            files.push_back((folder / (std::to_string(i) + ".xml")).string());
            std::ofstream(files.back(), std::ios::binary) << bytes;
        }
    }
    zip_discard(zip);
    return files;
}

TEST(Html, isReadWithoutComplaint)
{
    const Rendered html("html");
    const ChildOutcome checked =
        runProgram(joined({"xmllint", "--html", "--noout", "--nonet"}, html.files()));
    EXPECT_NE(checked.code, -1) << checked.output;
    EXPECT_EQ(complaints(checked.output), "");
}

TEST(Html, showsInABrowserTheBoxesAndWhatStandsBehindThem)
{
    const Rendered html("html");
    const winnow::test::TempFolder profile;
    for (const char *name : {"plain", "hostile"}) {
        const Case &made = caseNamed(html.all(), name);
        const std::string pdf = (html.folder() / (made.name + ".html.pdf")).string();
        const ChildOutcome shown = runProgram({"chromium",
                                               "--headless",
                                               "--no-sandbox",
                                               "--disable-gpu",
                                               "--no-pdf-header-footer",
                                               "--user-data-dir=" + profile.path().string(),
                                               "--print-to-pdf=" + pdf,
                                               "file://" + html.file(made)});
        ASSERT_TRUE(shown.isOk()) << shown.output;
        const std::string text = textOfPdf(pdf);
        expectLines(text, made);
        for (const BoxEntries &box : made.document.entries) {
            for (const BoxEntry &entry : box.entries) {
                EXPECT_THAT(text, HasSubstr(squeezed(entry.text)));
            }
        }
    }
}

TEST(Docx, hasWellFormedParts)
{
    const Rendered docx("docx");
    for (const std::string &file : docx.files()) {
        const winnow::test::TempFolder parts;
        const auto files = unpacked(file, parts.path());
        EXPECT_EQ(files.size(), 10U) << file;
        const ChildOutcome checked = runProgram(joined({"xmllint", "--noout", "--nonet"}, files));
        EXPECT_TRUE(checked.isOk() && checked.output.empty()) << checked.output;
    }
}

TEST(Docx, opensInLibreOfficeOnOnePageWithTheTextOfEachBox)
{
    const Rendered docx("docx");
    const winnow::test::TempFolder profile;
    const ChildOutcome converted =
        runProgram(joined({"soffice",
                           "-env:UserInstallation=file://" + profile.path().string(),
                           "--headless",
                           "--convert-to",
                           "pdf",
                           "--outdir",
                           docx.folder().string()},
                          docx.files()));
    ASSERT_TRUE(converted.isOk()) << converted.output;
    for (const Case &made : docx.all()) {
        const std::filesystem::path pdf = docx.folder() / (made.name + ".pdf");
        const ChildOutcome info = runProgram({"pdfinfo", pdf.string()});
        ASSERT_TRUE(info.isOk()) << made.name << ": " << converted.output;
        EXPECT_THAT(info.output,
                    AllOf(HasSubstr("Pages:           1\n"), HasSubstr(made.document.diagram.title)));
        if (made.document.diagram.height < 1400) { // else it is a picture
            expectLines(textOfPdf(pdf), made);
        }
    }
}

TEST(Text, tellsTitleAndDescription)
{
    for (const Case &made : cases()) {
        const std::string text = bytesOf("text", made.document);
        EXPECT_THAT(text, HasSubstr(made.document.diagram.title));
        EXPECT_THAT(text, Not(HasSubstr("\x01")));
    }
}

} // namespace

} // namespace winnow::publish::test
