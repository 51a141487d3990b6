#include "session.h"
#include "support/real_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace winnow::cli::test {

namespace {

using nlohmann::json;

std::int64_t stored(const Output &imported)
{
    std::int64_t sum = 0;
    const json report = json::parse(imported.out);
    for (const json &file : report["files"]) {
        EXPECT_EQ(file["in_file"].get<std::size_t>(),
                  file["stored"].get<std::size_t>() + file["rejected"].size());
        sum += file["stored"].get<std::int64_t>();
    }
    return sum;
}

/// A published review whose authors exported 351 records from Scopus and 184 from Web of Science and kept 383
/// by hand.
TEST(RealData, greenNestReviewIsImportedWholeAndKeepsWhatItsAuthorsKept)
{
    const auto folder = winnow::test::realData("cases/dimri_green_nest/02_reference_data");
    WINNOW_NEEDS_REAL_DATA(folder);
    Session session;
    ASSERT_EQ(session.run({"init", "@/r.winnow", "--title", "Green nests"}).code, 0);
    const Output scopus = session.run({"import",
                                       "@/r.winnow",
                                       (folder / "scopus/GNM_scopus.bib").string(),
                                       "--source",
                                       "Scopus",
                                       "--json"});
    ASSERT_EQ(scopus.code, 0) << scopus.err;
    EXPECT_EQ(stored(scopus), 351);
    const Output wos = session.run({"import",
                                    "@/r.winnow",
                                    (folder / "web_of_science/GNM_wos.bib").string(),
                                    "--source",
                                    "Web of Science",
                                    "--json"});
    ASSERT_EQ(wos.code, 0) << wos.err;
    EXPECT_EQ(stored(wos), 184);
    const Output deduped = session.run({"dedupe", "@/r.winnow", "--json"});
    ASSERT_EQ(deduped.code, 0) << deduped.err;
    const json outcome = json::parse(deduped.out);
    EXPECT_EQ(outcome["records"], 535);
    // Their list of 383 holds 24 records twice (the same DOI, or the same title), which leaves 359.
    EXPECT_EQ(outcome["unique"], 359);
    EXPECT_EQ(session.run({"verify", "@/r.winnow"}).code, 0);
    ASSERT_EQ(session.run({"flow", "@/r.winnow", "-o", "@/c.json"}).code, 0);
    ASSERT_EQ(session.run({"export", "@/r.winnow", "-o", "@/e.csv"}).code, 0);
}

TEST(RealData, twentyThousandRecordsAreImportedFoundAndVerified)
{
    const auto file = winnow::test::realData("perf/large_mixed_20637.ris.gz");
    WINNOW_NEEDS_REAL_DATA(file);
    Session session;
    ASSERT_EQ(session.run({"init", "@/r.winnow", "--title", "Large"}).code, 0);
    const Output imported = session.run({"import", "@/r.winnow", file.string(), "--json"});
    ASSERT_EQ(imported.code, 0) << imported.err;
    EXPECT_EQ(stored(imported), 20637);
    const Output found = session.run({"find", "@/r.winnow", "TITLE-ABS(\"fault prediction\")", "--count"});
    ASSERT_EQ(found.code, 0) << found.err;
    EXPECT_GT(std::stoi(found.out), 10);
    EXPECT_EQ(session.run({"verify", "@/r.winnow"}).code, 0);
}

} // namespace

} // namespace winnow::cli::test
