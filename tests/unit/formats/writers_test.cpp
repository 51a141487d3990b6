#include "base/file.h"
#include "formats/input/zip_archive.h"
#include "samples.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace winnow::formats {

namespace {

using testing::HasSubstr;

std::string written(std::string_view formatId, const std::vector<ExportRecord> &records)
{
    const auto writer = findFormat(formatId)->writer();
    std::string out;
    writer->begin(out);
    for (const ExportRecord &record : records) {
        writer->record(record, out);
    }
    EXPECT_TRUE(writer->end(out));
    return out;
}

ExportRecord exported(Record record)
{
    return {std::move(record), {}, {}, {}};
}

ExportRecord decided()
{
    ExportRecord exported{fullRecord(), {}, "Scopus", {}};
    exported.decisions = {
        {Stage::TitleAbstract, "ann", Verdict::Include, "", ""},
        {Stage::TitleAbstract, "ben", Verdict::Maybe, "", "ask"},
        {Stage::FullText, "ann", Verdict::Exclude, "wrong\npopulation", ""},
    };
    return exported;
}

/// Records that need care: one of each type, bare ones, odd dates and names.
std::vector<Record> oddRecords()
{
    std::vector<Record> records{fullRecord()};
    for (int i = 0; i <= static_cast<int>(RecordType::RegisterEntry); ++i) {
        Record record;
        record.type = static_cast<RecordType>(i);
        record.title = "Type " + std::to_string(i);
        records.push_back(record);
    }
    for (const PartialDate &date :
         {PartialDate{850, {}, {}}, PartialDate{2020, 2, {}}, PartialDate{2020, 2, 29}}) {
        Record record;
        record.title = "Dated";
        record.date = date;
        records.push_back(record);
    }
    for (const char *family :
         {"Food and Agriculture Organization", "Inc., The", "WHO", "Ministry of Fish, Land and Sea AB"}) {
        Record record;
        record.authors = {{family, ""}};
        records.push_back(record);
    }
    Record terms;
    terms.title = "Only index terms";
    terms.indexTerms = {"one, with comma"};
    records.push_back(terms);
    Record eidOnly;
    eidOnly.title = "An EID without an address";
    eidOnly.eid = "2-s2.0-1";
    records.push_back(eidOnly);
    return records;
}

} // namespace

class RoundTrip : public testing::TestWithParam<const char *>
{};

TEST_P(RoundTrip, givesTheSameRecordsBack)
{
    const std::vector<Record> records = oddRecords();
    std::vector<ExportRecord> exports;
    exports.reserve(records.size());
    for (const Record &record : records) {
        exports.push_back(exported(record));
    }
    const std::string text = written(GetParam(), exports);
    const Collector collector = readText(GetParam(), text);
    ASSERT_EQ(collector.records.size(), records.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
        EXPECT_EQ(written("csl_json", {exported(collector.records[i].record)}),
                  written("csl_json", {exported(records[i])}));
        EXPECT_EQ(collector.records[i].record, records[i]) << written(GetParam(), {exported(records[i])});
    }
}

TEST_P(RoundTrip, givesTheSamplesOfAllFormatsBack)
{
    for (const Sample &sample : samples()) {
        auto input = TextInput::open(sample.input);
        ASSERT_TRUE(input);
        Collector read;
        ASSERT_TRUE(findFormat(sample.format)->read(*input, {}, read));
        for (const ReadRecord &record : read.records) {
            const std::string text = written(GetParam(), {{record.record, {}, "Scopus", {}}});
            EXPECT_EQ(firstRecord(GetParam(), text), record.record) << sample.input << '\n' << text;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Formats,
                         RoundTrip,
                         testing::Values("bibtex", "csv", "csl_json", "endnote_xml", "json", "nbib", "ris"));

TEST(RisWriter, givesUnknownTagsBack)
{
    const std::string text = "TY  - JOUR\nTI  - A\nZZ  - unknown\nAN  - WOS:1\nN1  - a\nb\nER  - \n";
    const Collector read = readText("ris", text);
    ASSERT_EQ(read.records.size(), 1U);
    const std::string again = written("ris", {{read.records[0].record, read.records[0].extras, "", {}}});
    EXPECT_EQ(again, "TY  - JOUR\nID  - WOS:1\nTI  - A\nZZ  - unknown\nAN  - WOS:1\nN1  - a b\nER  - \n\n");
    EXPECT_EQ(readText("ris", again).records.at(0).record, read.records[0].record);
}

TEST(RisWriter, writesDecisionsAsNotes)
{
    const std::string text = written("ris", {decided()});
    EXPECT_THAT(text, HasSubstr("N1  - WINNOW title-abstract: include (ann)\n"));
    EXPECT_THAT(text, HasSubstr("N1  - WINNOW title-abstract: maybe (ben; note: ask)\n"));
    EXPECT_THAT(text, HasSubstr("N1  - WINNOW full-text: exclude (ann; reason: wrong population)\n"));
    EXPECT_THAT(text, HasSubstr("DB  - Scopus\n"));
    EXPECT_EQ(firstRecord("ris", text), fullRecord());
}

TEST(RisWriter, writesIndexTermsAsKeywordsForOtherPrograms)
{
    const std::string text = written("ris", {exported(fullRecord())});
    EXPECT_THAT(text, HasSubstr("KW  - coral\nKW  - Insurance, Psychiatric\nKW  - Animalia\n"));
    EXPECT_THAT(text, HasSubstr("N1  - WINNOW index-terms: 2\n"));
}

TEST(CsvWriter, writesDecisionsInColumns)
{
    const Collector read = readText("csv", written("csv", {decided()}));
    ASSERT_EQ(read.records.size(), 1U);
    EXPECT_EQ(read.records[0].record, fullRecord());
    EXPECT_EQ(read.records[0].decisions, decided().decisions);
    EXPECT_EQ(read.records[0].extras, (std::vector<RawField>{{"source", "Scopus"}}));
    const std::string text = written("csv", {decided()});
    EXPECT_THAT(text, HasSubstr(",\"include (ann); maybe (ben)\","));
    EXPECT_THAT(text, HasSubstr(",exclude,\"wrong\npopulation\",,ann\n"));
}

/// A spreadsheet takes a cell for a formula by its first character, quoted or not.
TEST(CsvWriter, keepsSpreadsheetsFromTakingTextForFormulas)
{
    for (const std::string text : {"=1+1", "+SUM(A1)", "-Minus", "@SUM(A1)", "=\"quoted\""}) {
        Record record;
        record.title = record.volume = record.abstractText = text;
        record.keywords = {text, "b"};
        const ExportRecord withExtra{record, {{"=Mine", text}}, "", {}};
        const std::string csv = written("csv", {withExtra});
        EXPECT_THAT(csv, testing::Not(testing::ContainsRegex("[,\n\"][=+@-][^\"]"))) << csv;
        const Collector read = readText("csv", csv);
        ASSERT_EQ(read.records.size(), 1U) << csv;
        EXPECT_EQ(read.records[0].record, record) << csv;
        ASSERT_EQ(read.records[0].extras.size(), 1U) << csv;
        EXPECT_EQ(read.records[0].extras[0].value, text) << csv;
    }
    Record hidden;
    hidden.title = "Title";
    for (const std::string text :
         {"\t=1+1", "\n @SUM(A1)", "\uFF1D1+1", "\uFF0B1", "\uFF0D1", "\uFF20A", "\u3000=1"}) {
        EXPECT_THAT(written("csv", {{hidden, {{"Mine", text}}, "", {}}}), HasSubstr("\" " + text)) << text;
    }
    Record record;
    record.title = "Title";
    record.volume = "-1.5";
    EXPECT_THAT(written("csv", {exported(record)}), HasSubstr(",-1.5,")) << "a number is harmless";
}

TEST(XlsxWriter, givesEachColumnRoomForItsName)
{
    const test::TempFolder folder;
    const auto path = folder.path() / "w.xlsx";
    ASSERT_TRUE(writeFile(path, written("xlsx", {{fullRecord(), {{"a quite long name", "x"}}, "", {}}})));
    const auto sheet =
        ZipArchive::open(path).value().bytes("xl/worksheets/sheet1.xml", std::size_t{1} << 20).value();
    std::size_t widths = 0;
    for (std::size_t at = sheet.find("<col "); at != std::string::npos; at = sheet.find("<col ", at + 1)) {
        ++widths;
    }
    const std::string csv = written("csv", {{fullRecord(), {{"a quite long name", "x"}}, "", {}}});
    const std::string head = csv.substr(0, csv.find('\n'));
    EXPECT_EQ(widths, static_cast<std::size_t>(std::ranges::count(head, ',')) + 1);
    // "title_abstract_reviewer", and the button of the filter behind it
    EXPECT_THAT(sheet, HasSubstr("width=\"27."));
    EXPECT_THAT(sheet, HasSubstr("<autoFilter "));
    EXPECT_THAT(sheet, HasSubstr("state=\"frozen\""));
    EXPECT_THAT(sheet, testing::Not(HasSubstr("<f>")));
}

TEST(XlsxWriter, cutsATextWhereExcelWouldAndSaysSo)
{
    Record record;
    record.title = "Title";
    for (int i = 0; i < 20'000; ++i) {
        record.abstractText += "\U0001F3FA"; // two units of UTF-16 each, in which Excel counts
    }
    const test::TempFolder folder;
    const auto path = folder.path() / "w.xlsx";
    const std::string bytes = written("xlsx", {exported(record)});
    EXPECT_EQ(bytes, written("xlsx", {exported(record)})) << "the same bytes";
    ASSERT_TRUE(writeFile(path, bytes));
    const auto texts =
        ZipArchive::open(path).value().bytes("xl/sharedStrings.xml", std::size_t{1} << 20).value();
    EXPECT_THAT(texts, HasSubstr("\U0001F3FA [... cut: Excel holds no more in a cell]<"));
    std::size_t signs = 0;
    for (std::size_t at = texts.find("\U0001F3FA"); at != std::string::npos;
         at = texts.find("\U0001F3FA", at + 1)) {
        ++signs;
    }
    EXPECT_EQ(signs, (32'767U - 41U) / 2U);
}

TEST(CslJsonWriter, writesAnArrayOfItems)
{
    const auto items = nlohmann::json::parse(written("csl_json", {decided(), exported({})}));
    ASSERT_EQ(items.size(), 2U);
    const auto &item = items[0];
    EXPECT_EQ(item["id"], "own:1");
    EXPECT_EQ(item["type"], "article-journal");
    EXPECT_EQ(item["author"][0]["family"], "De la Torre-Castro");
    EXPECT_EQ(item["author"][1]["literal"], "World Health Organization");
    EXPECT_EQ(item["issued"]["date-parts"], (nlohmann::json{{2020, 11, 2}}));
    EXPECT_EQ(item["page"], "S188-S197");
    EXPECT_EQ(item["custom"]["winnow"]["decisions"][2]["reason"], "wrong\npopulation");
    EXPECT_EQ(item["custom"]["winnow"]["source"], "Scopus");
    EXPECT_EQ(items[1]["id"], "2") << "CSL-JSON demands an id";
}

TEST(CslJsonWriter, addsNothingOfItsOwnWhereCslJsonSaysAll)
{
    Record record;
    record.key = "own:1";
    record.title = "Batik";
    const auto items = nlohmann::json::parse(written("csl_json", {exported(record)}));
    EXPECT_FALSE(items[0].contains("custom")) << items.dump();
}

TEST(CslJsonWriter, writesAnEmptyArrayForNoRecords)
{
    EXPECT_TRUE(nlohmann::json::parse(written("csl_json", {})).empty());
}

} // namespace winnow::formats
