#include "samples.h"
#include "support/real_data.h"

#include <gtest/gtest.h>

namespace winnow::formats {

namespace {

struct Counts
{
    std::string format;
    std::size_t records = 0;
    std::size_t rejected = 0;
    std::size_t withTitle = 0;
};

Counts countsOf(const std::filesystem::path &path)
{
    auto input = TextInput::open(path);
    if (!input) {
        return {};
    }
    const auto format = detectFormat(input->head());
    if (!format) {
        return {};
    }
    Collector collector;
    EXPECT_TRUE(format->format->read(*input, {}, collector));
    Counts counts{std::string(format->format->id), collector.records.size(), collector.rejects.size(), 0};
    for (const ReadRecord &read : collector.records) {
        counts.withTitle += static_cast<std::size_t>(!read.record.title.empty());
    }
    return counts;
}

} // namespace

TEST(RealFiles, scopusAndWebOfScienceBibtexOfAWholeReview)
{
    const auto folder = test::realData("cases/dimri_green_nest/02_reference_data");
    WINNOW_NEEDS_REAL_DATA(folder);
    const Counts scopus = countsOf(folder / "scopus" / "GNM_scopus.bib");
    EXPECT_EQ(scopus.format, "bibtex");
    EXPECT_EQ(scopus.records, 351U);
    EXPECT_EQ(scopus.withTitle, 351U);
    const Counts webOfScience = countsOf(folder / "web_of_science" / "GNM_wos.bib");
    EXPECT_EQ(webOfScience.records, 184U);
    EXPECT_EQ(webOfScience.withTitle, 184U);
}

TEST(RealFiles, largeRisFileIsStoredWhole)
{
    const auto file = test::realData("perf/large_mixed_20637.ris.gz");
    WINNOW_NEEDS_REAL_DATA(file);
    const Counts counts = countsOf(file);
    EXPECT_EQ(counts.format, "ris");
    EXPECT_EQ(counts.records, 20637U) << "24 of them have an id alone";
    EXPECT_EQ(counts.rejected, 0U);
    EXPECT_EQ(counts.withTitle, 20606U);
}

TEST(RealFiles, reencodedFilesLoseNothing)
{
    const auto folder = test::realData("reencoded");
    WINNOW_NEEDS_REAL_DATA(folder);
    EXPECT_EQ(countsOf(folder / "ris_utf16le_bom.ris").records, 255U);
    EXPECT_EQ(countsOf(folder / "ris_utf16be_bom.ris").records, 10U);
    EXPECT_EQ(countsOf(folder / "ris_cr_only.ris").records, 50U);
    EXPECT_EQ(countsOf(folder / "ris_cp1252.ris").records, 6U);
    EXPECT_EQ(countsOf(folder / "ris_without_ER.ris").records, 687U);
    EXPECT_EQ(countsOf(folder / "bib_latin1.bib").records, 24U);
    EXPECT_EQ(countsOf(folder / "nbib_truncated.nbib").records, 7U);
    EXPECT_EQ(countsOf(folder / "scopus_utf16le_tab.csv").records, 211U);
}

} // namespace winnow::formats
