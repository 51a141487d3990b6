#include "base/file.h"
#include "samples.h"
#include "support/real_data.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <sstream>

namespace winnow::formats {

namespace {

/// A line of exports/MANIFEST.tsv.
struct Listed
{
    std::string path;
    std::string kind;
    std::int64_t records = 0;
};

std::vector<Listed> manifest(const std::filesystem::path &file)
{
    std::vector<Listed> list;
    std::istringstream lines(readFile(file).value());
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        std::istringstream cells(line);
        std::array<std::string, 4> first;
        for (std::string &cell : first) {
            std::getline(cells, cell, '\t');
        }
        list.push_back({first[0], first[1], std::stoll(first[3])});
    }
    return list;
}

/// What a kind of the manifest must be detected as: by the end of its name.
struct KindRule
{
    std::string_view end;
    std::string_view format;
};

constexpr std::array kKinds{
    KindRule{"_ris", "ris"},
    KindRule{"pubmed_nbib", "nbib"},
    KindRule{"_bib", "bibtex"},
    KindRule{"_csv", "csv"},
    KindRule{"wos_tab", "csv"},
    KindRule{"wos_tagged", "wos"},
    KindRule{"endnote_enw", "enw"},
    KindRule{"csl_json", "csl_json"},
    KindRule{"xlsx", "csv"},
    KindRule{"pubmed_xml", "pubmed_xml"},
    KindRule{"endnote_xml", "endnote_xml"},
};

std::string_view formatOfKind(std::string_view kind)
{
    const auto *const rule =
        std::ranges::find_if(kKinds, [&](const KindRule &known) { return kind.ends_with(known.end); });
    return rule == kKinds.end() ? std::string_view() : rule->format;
}

/// Files whose count or format is rightly another than the manifest's; each was looked at.
struct Judged
{
    std::string_view path;
    std::string_view format;
    std::int64_t records;
    std::string_view why;
};

constexpr std::array kJudged{
    Judged{"none", "ris", 0, "nothing"},
};

} // namespace

TEST(Manifest, everyRealExportIsAccountedFor)
{
    const auto folder = test::realData("exports");
    WINNOW_NEEDS_REAL_DATA(folder);
    for (const Listed &listed : manifest(folder / "MANIFEST.tsv")) {
        SCOPED_TRACE(listed.path);
        const auto *const judged = std::ranges::find(kJudged, listed.path, &Judged::path);
        const bool isJudged = judged != kJudged.end();
        auto input = TextInput::open(folder / listed.path);
        ASSERT_TRUE(input) << input.error().message;
        const auto detected = detectFormat(input->head());
        if (!detected) {
            EXPECT_TRUE(isJudged && judged->format.empty()) << detected.error().message;
            continue;
        }
        EXPECT_EQ(detected->format->id, isJudged ? judged->format : formatOfKind(listed.kind));
        Collector collector;
        EXPECT_TRUE(detected->format->read(*input, {}, collector));
        const auto found = static_cast<std::int64_t>(collector.records.size() + collector.rejects.size());
        EXPECT_EQ(found, isJudged ? judged->records : listed.records);
        auto again = TextInput::open(folder / listed.path);
        ASSERT_TRUE(again);
        EXPECT_EQ(detected->format->count(*again), found) << "the independent count";
    }
}

} // namespace winnow::formats
