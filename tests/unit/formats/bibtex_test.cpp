#include "samples.h"
#include "support/real_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace winnow::formats {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string written(const std::vector<ExportRecord> &records)
{
    const auto writer = findFormat("bibtex")->writer();
    std::string out;
    writer->begin(out);
    for (const ExportRecord &record : records) {
        writer->record(record, out);
    }
    EXPECT_TRUE(writer->end(out));
    return out;
}

ExportRecord withKey(const std::string &key)
{
    Record record;
    record.key = key;
    record.title = "Title";
    record.authors = {{"M\u00FCller", "Jo"}};
    record.date.year = 2020;
    return {record, {}, {}, {}};
}

std::vector<std::string> entryKeys(const std::string &text)
{
    std::vector<std::string> keys;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with('@')) {
            keys.push_back(line.substr(line.find('{') + 1, line.size() - line.find('{') - 2));
        }
    }
    return keys;
}

/// Paths of the real export files of the kinds that end with "_bib".
std::vector<std::string> realBibtexFiles()
{
    std::vector<std::string> paths;
    std::ifstream manifest(test::realData("exports/MANIFEST.tsv"));
    for (std::string line; std::getline(manifest, line);) {
        const std::size_t tab = line.find('\t');
        const std::string kind = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
        if (kind.ends_with("_bib")) {
            paths.push_back(line.substr(0, tab));
        }
    }
    return paths;
}

/// Values come back as they were, unless their braces did not match.
void expectSameExtras(const std::vector<RawField> &again,
                      const std::vector<RawField> &first,
                      const std::string &file)
{
    ASSERT_EQ(again.size(), first.size()) << file;
    for (std::size_t i = 0; i < first.size(); ++i) {
        EXPECT_EQ(again[i].name, first[i].name) << file;
        const bool areMatching =
            std::ranges::count(first[i].value, '{') == std::ranges::count(first[i].value, '}');
        EXPECT_TRUE(again[i].value == first[i].value || !areMatching) << file << '\n' << again[i].value;
    }
}

} // namespace

TEST(BibtexWriter, givesEachEntryAKeyOfItsOwn)
{
    const std::vector<ExportRecord> records{withKey("Smith2020"),
                                            withKey("smith2020"),
                                            withKey("Smith2020a"),
                                            withKey("Smith2020"),
                                            withKey("not valid, {too}"),
                                            withKey("")};
    const std::string text = written(records);
    EXPECT_THAT(
        entryKeys(text),
        ElementsAre(
            "Smith2020", "smith2020a", "Smith2020aa", "Smith2020b", "muller2020title", "muller2020titlea"));
    const Collector read = readText("bibtex", text);
    ASSERT_EQ(read.records.size(), records.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
        EXPECT_EQ(read.records[i].record, records[i].record) << text;
    }
}

TEST(BibtexWriter, givesUnknownFieldsBack)
{
    const std::string text = "@article{a,\n  title = {A},\n  series = {With {\\\"u}},\n  Note = {one}\n}\n";
    const Collector read = readText("bibtex", text);
    ASSERT_EQ(read.records.size(), 1U);
    const std::string again = written({{read.records[0].record, read.records[0].extras, "", {}}});
    EXPECT_THAT(again, HasSubstr("  series = {With {\\\"u}},\n  Note = {one},\n"));
    EXPECT_EQ(readText("bibtex", again).records.at(0).extras, read.records[0].extras);
}

TEST(BibtexWriter, keepsFieldsThatWouldBeReadAsMoreOutOfTheWay)
{
    const std::vector<RawField> extras{{"journal", "Other J."},
                                       {"journal", "Third J."},
                                       {"type", "Report"},
                                       {"crossref", "parent"},
                                       {"odd", "brace } alone"},
                                       {"author", "others"}};
    const ExportRecord record{fullRecord(), extras, "", {}};
    const std::string text = written({record});
    const Collector read = readText("bibtex", text);
    ASSERT_EQ(read.records.size(), 1U) << text;
    EXPECT_EQ(read.records[0].record, record.record) << text;
    EXPECT_THAT(text, HasSubstr(" and others},\n"));
    EXPECT_THAT(read.records[0].extras, testing::Contains(RawField{"crossref", "parent"}));
    EXPECT_THAT(read.records[0].extras, testing::Contains(RawField{"author", "others"}));
}

TEST(BibtexWriter, numbersDecisions)
{
    ExportRecord record = withKey("a");
    record.extras = {{"winnow-decision-1", "WINNOW earlier"}};
    record.decisions = {{Stage::TitleAbstract, "ann", Verdict::Include, "", ""},
                        {Stage::FullText, "ann", Verdict::Exclude, "p > 5 %", ""}};
    const std::string text = written({record});
    EXPECT_THAT(text, HasSubstr("  winnow-decision-1 = {WINNOW earlier},\n"));
    EXPECT_THAT(text, HasSubstr("  winnow-decision-2 = {WINNOW title-abstract: include (ann)},\n"));
    EXPECT_THAT(text,
                HasSubstr("  winnow-decision-3 = {WINNOW full-text: exclude (ann; reason: p > 5 \\%)},\n"));
}

TEST(BibtexWriter, writesOrganisationsAndGenerationsAsBibtexWantsThem)
{
    const std::string text = written({{fullRecord(), {}, "Scopus", {}}});
    EXPECT_THAT(text, HasSubstr("{World Health Organization} and Smith, Jr., Anna B. and"));
    EXPECT_THAT(text, HasSubstr("  author_keywords = {coral; Insurance, Psychiatric},\n"));
    EXPECT_THAT(text, HasSubstr("  month = nov,\n"));
}

/// Bare, "and" divides lists in biblatex: two publishers.
TEST(BibtexWriter, keepsAPublisherWithAndInOnePiece)
{
    for (const auto &[type, name] : {std::pair{RecordType::Article, "publisher"},
                                     std::pair{RecordType::Report, "institution"},
                                     std::pair{RecordType::Thesis, "school"}}) {
        ExportRecord record = withKey("a");
        record.record.type = type;
        record.record.publisher = "And Taylor and Francis AND and Sons and";
        const std::string text = written({record});
        EXPECT_THAT(text,
                    HasSubstr(std::string("  ") + name +
                              " = {{And} Taylor {and} Francis {AND} {and} Sons {and}},\n"));
        EXPECT_EQ(firstRecord("bibtex", text), record.record) << text;
    }
}

/// BibTeX takes what stands between two commas for the generation.
TEST(BibtexWriter, keepsCommasOfGivenNamesInBraces)
{
    ExportRecord record = withKey("a");
    record.record.authors = {{"Sherry", "John F., Jr."}};
    const std::string text = written({record});
    EXPECT_THAT(text, HasSubstr("  author = {{Sherry}, {John F., Jr.}},\n"));
    EXPECT_EQ(firstRecord("bibtex", text), record.record) << text;
}

TEST(BibtexWriter, keepsAllIdentifiers)
{
    ExportRecord record = withKey("a");
    record.record.pmid = "123";
    record.record.pmcid = "PMC7026692";
    record.record.eid = "2-s2.0-1";
    record.record.articleNumber = "2-s2.0-2";
    record.record.url = "https://example.org/{a}\\b_c%20d#~e";
    EXPECT_EQ(firstRecord("bibtex", written({record})), record.record) << written({record});
}

TEST(BibtexReader, tellsOfAParentThatIsMissing)
{
    const Collector read =
        readText("bibtex", "@inproceedings{a, title={A}, crossref={none}}\n@misc{b, title={B}}\n");
    ASSERT_EQ(read.records.size(), 2U);
    EXPECT_EQ(read.records[0].record.key, "a");
    ASSERT_EQ(read.diagnostics.size(), 1U);
    EXPECT_EQ(read.diagnostics[0].line, 1);
    EXPECT_THAT(read.diagnostics[0].text, HasSubstr("\"none\""));
}

TEST(BibtexReader, survivesMacrosAndParentsThatGrow)
{
    std::string macros = "@string{a0 = {0123456789}}\n";
    for (int i = 1; i < 60; ++i) {
        const std::string before = "a" + std::to_string(i - 1);
        macros.append("@string{a").append(std::to_string(i)).append(" = ").append(before);
        macros.append(" # ").append(before).append("}\n");
    }
    EXPECT_EQ(
        readText("bibtex", macros + "@misc{x, title = a59}\n@misc{y, title = {Y}}").records.back().record.key,
        "y");
    std::string ring;
    for (int i = 0; i < 50; ++i) {
        ring += "@book{k" + std::to_string(i) + ", title = {T}, year = 2001, crossref = {k" +
                std::to_string((i + 1) % 50) + "}, xdata = {k0, k1, k2, k3}}\n";
    }
    EXPECT_EQ(readText("bibtex", ring).records.size(), 50U);
}

TEST(BibtexReader, readsOnBehindACommentThatNeverEnds)
{
    const Collector read =
        readText("bibtex", "@comment{ open\n@misc{a, title={A}}\n@comment{ open\n@misc{b, title={B}}\n");
    ASSERT_EQ(read.records.size(), 2U);
    EXPECT_EQ(read.records[1].line, 4);
}

TEST(BibtexReader, countsWhatItReads)
{
    for (const Sample &sample : samples()) {
        if (sample.format != "bibtex") {
            continue;
        }
        auto input = TextInput::open(sample.input);
        ASSERT_TRUE(input);
        Collector read;
        ASSERT_TRUE(findFormat("bibtex")->read(*input, {}, read));
        auto again = TextInput::open(sample.input);
        ASSERT_TRUE(again);
        EXPECT_EQ(findFormat("bibtex")->count(*again),
                  static_cast<std::int64_t>(read.records.size() + read.rejects.size()))
            << sample.input;
    }
}

TEST(RealFiles, bibtexFilesAreWrittenAndReadBackEqual)
{
    const auto folder = test::realData("exports");
    WINNOW_NEEDS_REAL_DATA(folder);
    const std::vector<std::string> files = realBibtexFiles();
    EXPECT_GT(files.size(), 20U);
    std::size_t records = 0;
    for (const std::string &file : files) {
        auto input = TextInput::open(folder / file);
        ASSERT_TRUE(input) << file;
        Collector first;
        ASSERT_TRUE(findFormat("bibtex")->read(*input, {}, first));
        std::vector<ExportRecord> exports;
        for (const ReadRecord &read : first.records) {
            exports.push_back({read.record, read.extras, {}, {}});
        }
        const std::string text = written(exports);
        const Collector second = readText("bibtex", text);
        ASSERT_EQ(second.records.size(), first.records.size()) << file;
        for (std::size_t i = 0; i < first.records.size(); ++i) {
            EXPECT_EQ(second.records[i].record, first.records[i].record) << file << '\n'
                                                                         << written({exports[i]});
            expectSameExtras(second.records[i].extras, first.records[i].extras, file);
        }
        records += first.records.size();
    }
    EXPECT_GT(records, 1900U);
}

} // namespace winnow::formats
