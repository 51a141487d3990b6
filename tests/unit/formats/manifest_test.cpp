#include "formats/input/input_files.h"
#include "samples.h"
#include "support/real_data.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace winnow::formats {

namespace {

/// What a kind of the manifest must be detected as: by the end of its name.
struct KindRule
{
    std::string_view end;
    std::string_view format;
};

constexpr std::array kKinds{
    KindRule{"nbib", "nbib"},
    KindRule{"_ris", "ris"},
    KindRule{".ris", "ris"},
    KindRule{".bib", "bibtex"},
    KindRule{"scopus_txt", "ris"},
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

std::string_view formatOfKind(std::string_view kind, std::string_view path)
{
    const auto *const rule = std::ranges::find_if(kKinds, [&](const KindRule &known) {
        return kind.ends_with(known.end) || path.ends_with(known.end);
    });
    return rule == kKinds.end() ? std::string_view() : rule->format;
}

/// Files whose count or format is rightly another than what the manifest says; each was looked at.
struct Judged
{
    std::string_view path;
    std::string_view format; ///< empty: holds no records, and is refused with a sentence
    std::int64_t records;
    std::string_view why;
};

constexpr std::array kJudged{
    Judged{"endnote_enw/CoLRev-Environment__enl_data.enl",
           "enw",
           3,
           "three records, of which one has no %0; the manifest counts the %0"},
    Judged{"proquest_csv/mccleanla__proquest_-journal.csv",
           "csv",
           103,
           "the manifest takes the line with the names of the columns for a record: a title stands above it"},
    Judged{"rayyan_log_csv/befriendabacterium__customizations_log.csv",
           "",
           0,
           "a log of who clicked what; it has numbers of records, but no record"},
    Judged{"xlsx/asreview___baseline.xlsx",
           "csv",
           100,
           "the manifest takes the row with the names of the columns for a record: a title stands above it"},
    Judged{"zotero_rdf/diging__zotero.rdf", "", 0, "RDF is not read; Zotero exports RIS as well"},
};

struct Found
{
    std::string format;
    std::int64_t records = 0;
    std::int64_t starts = 0; ///< by the independent count
    std::int64_t rejected = 0;
    std::string refusal;
};

TextInput textOf(const InputFile &file)
{
    return TextInput::from(file.open().value()).value();
}

/// Reads everything at a path; of several parts, the last that holds records names the format.
Found read(const std::filesystem::path &path)
{
    Found found;
    const auto inputs = inputFilesAt(path);
    EXPECT_TRUE(inputs) << inputs.error().message;
    for (const InputFile &file : *inputs) {
        TextInput input = textOf(file);
        const auto detected = detectFormat(input.head());
        if (!detected) {
            found.refusal = detected.error().message;
            continue;
        }
        Collector collector;
        EXPECT_TRUE(detected->format->read(input, {}, collector));
        TextInput again = textOf(file);
        found.format = detected->format->id;
        found.records += static_cast<std::int64_t>(collector.records.size() + collector.rejects.size());
        found.rejected += static_cast<std::int64_t>(collector.rejects.size());
        found.starts += detected->format->count(again);
    }
    return found;
}

} // namespace

TEST(Manifest, everyRealExportIsAccountedFor)
{
    const auto folder = test::realData("exports");
    WINNOW_NEEDS_REAL_DATA(folder);
    for (const test::ListedExport &listed : test::listedExports()) {
        SCOPED_TRACE(listed.path);
        const auto *const judged = std::ranges::find(kJudged, listed.path, &Judged::path);
        const bool isJudged = judged != kJudged.end();
        const Found found = read(folder / listed.path);
        EXPECT_EQ(found.format, isJudged ? judged->format : formatOfKind(listed.kind, listed.path));
        EXPECT_EQ(found.records, isJudged ? judged->records : listed.records);
        EXPECT_EQ(found.starts, found.records);
        EXPECT_EQ(found.format.empty(), !found.refusal.empty()) << found.refusal;
    }
}

} // namespace winnow::formats
