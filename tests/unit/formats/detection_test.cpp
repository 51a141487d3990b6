#include "samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace winnow::formats {

namespace {

struct Stranger
{
    std::string name;
    std::string head;
    std::string says;
};

const std::array kStrangers{
    Stranger{"empty", "", "it is empty"},
    Stranger{"blank", "\n\n  \n", "it is empty"},
    Stranger{"pdf", "%PDF-1.7\n%\n", "PDF"},
    Stranger{"zip", "PK\x03\x04\x14", "zip"},
    Stranger{"sqlite", "SQLite format 3 ", "SQLite"},
    Stranger{"html", "\n<!DOCTYPE html>\n<pre>\nTY  - JOUR\nTI  - Quoted\n", "web page"},
    Stranger{"xml", "<?xml version=\"1.0\"?>\n<records>", "XML"},
    Stranger{"rtf", "{\\rtf1 TY  - JOUR}", "rich-text"},
    Stranger{"prose", "Dear all,\nplease find attached my list of references.\n", "Export the records again"},
    Stranger{"numbers", "a,b,c\n1,2,3\n", "Export the records again"},
};

} // namespace

TEST(Detection, namesWhatAFileIsThatHoldsNoRecords)
{
    for (const Stranger &stranger : kStrangers) {
        const auto format = detectFormat(stranger.head);
        ASSERT_FALSE(format) << stranger.name;
        EXPECT_EQ(format.error().code, ErrorCode::WrongFormat);
        EXPECT_THAT(format.error().message, testing::HasSubstr(stranger.says)) << stranger.name;
        EXPECT_THAT(format.error().message, testing::HasSubstr("RIS"));
    }
}

TEST(Detection, prefersTheTaggedFormToTheTextsInside)
{
    EXPECT_EQ(detectFormat("TY  - JOUR\nTI  - @article{x, title, authors}\nER  - \n")->format->id, "ris");
    EXPECT_EQ(detectFormat("Title,Authors,Year\nTY,PMID,2001\n")->format->id, "csv");
}

TEST(Detection, findsRecordsBelowALongPreface)
{
    EXPECT_EQ(detectFormat("Search Strategy:\n" + std::string(20'000, '-') + "\n\nTY  - JOUR\n")->format->id,
              "ris");
}

TEST(Registry, knowsFormatsByIdAndFileName)
{
    EXPECT_EQ(findFormat("nbib")->label, "PubMed (NBIB)");
    EXPECT_EQ(findFormat("docx"), nullptr);
    EXPECT_EQ(formatForWriting("out.ris")->id, "ris");
    EXPECT_EQ(formatForWriting("out.CSV")->id, "csv");
    EXPECT_EQ(formatForWriting("out.json")->id, "csl_json");
    EXPECT_EQ(formatForWriting("out.nbib")->id, "nbib");
    EXPECT_EQ(formatForWriting("out.xml")->id, "endnote_xml");
    EXPECT_EQ(formatForWriting("out.txt"), nullptr);
    EXPECT_EQ(formatForWriting("ris"), nullptr);
}

TEST(Registry, listsFormatsInOrderOfTheirIds)
{
    std::vector<std::string_view> ids;
    for (const Format *format : allFormats()) {
        ids.push_back(format->id);
    }
    EXPECT_TRUE(std::ranges::is_sorted(ids));
    EXPECT_THAT(ids,
                testing::IsSupersetOf({"bibtex", "csl_json", "csv", "enw", "json", "nbib", "ris", "wos"}));
}

} // namespace winnow::formats
