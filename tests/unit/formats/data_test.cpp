#include "base/file.h"
#include "samples.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>

namespace winnow::formats {

namespace {

using nlohmann::ordered_json;

void put(ordered_json &json, const char *name, const std::string &value)
{
    if (!value.empty()) {
        json[name] = value;
    }
}

template <class List>
void putList(ordered_json &json, const char *name, const List &list)
{
    if (!list.empty()) {
        json[name] = list;
    }
}

std::string dateText(const PartialDate &date)
{
    const auto part = [](std::optional<int> number) {
        return number ? std::to_string(*number) : std::string("?");
    };
    return date == PartialDate() ? std::string()
                                 : part(date.year) + '-' + part(date.month) + '-' + part(date.day);
}

/// Only what is filled in, so that the expected files stay short.
ordered_json toJson(const ReadRecord &read)
{
    const Record &record = read.record;
    ordered_json json{{"line", read.line}};
    put(json, "key", record.key);
    json["type"] = namesOf(record.type).id;
    put(json, "title", record.title);
    std::vector<std::string> authors;
    for (const PersonName &author : record.authors) {
        authors.push_back(author.given.empty() ? author.family : author.family + " | " + author.given);
    }
    putList(json, "authors", authors);
    put(json, "date", dateText(record.date));
    put(json, "source_title", record.sourceTitle);
    put(json, "volume", record.volume);
    put(json, "issue", record.issue);
    put(json, "page_first", record.pageFirst);
    put(json, "page_last", record.pageLast);
    put(json, "article_number", record.articleNumber);
    put(json, "doi", record.doi);
    put(json, "pmid", record.pmid);
    put(json, "pmcid", record.pmcid);
    put(json, "eid", record.eid);
    put(json, "issn", record.issn);
    put(json, "isbn", record.isbn);
    put(json, "publisher", record.publisher);
    put(json, "language", record.language);
    put(json, "url", record.url);
    put(json, "abstract", record.abstractText);
    putList(json, "keywords", record.keywords);
    putList(json, "index_terms", record.indexTerms);
    std::vector<std::string> decisions;
    for (const ReadDecision &decision : read.decisions) {
        const std::string stage(decision.stage ? toString(*decision.stage) : "?");
        decisions.push_back(stage + " | " + decision.reviewer + " | " +
                            std::string(toString(decision.verdict)) + " | " + decision.reason + " | " +
                            decision.note);
    }
    putList(json, "decisions", decisions);
    std::vector<std::string> extras;
    for (const RawField &extra : read.extras) {
        extras.push_back(extra.name + " = " + extra.value);
    }
    putList(json, "extras", extras);
    return json;
}

ordered_json toJson(const Collector &collector)
{
    ordered_json json{{"records", ordered_json::array()}, {"rejected", ordered_json::array()}};
    for (const ReadRecord &record : collector.records) {
        json["records"].push_back(toJson(record));
    }
    for (const RejectedRecord &reject : collector.rejects) {
        json["rejected"].push_back({{"line", reject.line}, {"reason", reject.reason}});
    }
    for (const Diagnostic &notice : collector.diagnostics) {
        json["notices"].push_back(std::to_string(notice.line) + ": " + notice.text);
    }
    return json;
}

/// To add a pair, or after a change that is meant: with WINNOW_ACCEPT set, what is read is written into the
/// expected file, which needs no more than a "why" before. Look at the difference before you commit it.
class SampleTest : public testing::TestWithParam<Sample>
{};

std::string nameOf(const testing::TestParamInfo<Sample> &info)
{
    std::string name = info.param.format + '_' + info.param.input.stem().string();
    std::ranges::replace_if(
        name, [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
    return name;
}

} // namespace

TEST_P(SampleTest, isReadAsExpected)
{
    const Sample &sample = GetParam();
    const auto text = readFile(sample.input);
    ASSERT_TRUE(text);
    auto input = TextInput::open(sample.input);
    ASSERT_TRUE(input);
    const auto detected = detectFormat(input->head());
    ASSERT_TRUE(detected) << detected.error().message;
    EXPECT_EQ(detected->format->id, sample.format);
    EXPECT_FALSE(detected->detection.reason.empty());

    std::filesystem::path expectedFile = sample.input;
    expectedFile.replace_extension(".expected.json");
    const auto expectedText = readFile(expectedFile);
    ASSERT_TRUE(expectedText) << expectedText.error().message;
    ordered_json expected = ordered_json::parse(*expectedText);
    EXPECT_FALSE(expected.value("why", std::string()).empty()) << "say in \"why\" why this case exists";
    const ordered_json actual = toJson(readText(sample.format, *text));
    if (std::getenv("WINNOW_ACCEPT") != nullptr) {
        ordered_json accepted{{"why", expected["why"]}};
        accepted.update(actual);
        ASSERT_TRUE(writeFile(expectedFile, accepted.dump(2) + '\n'));
        return;
    }
    expected.erase("why");
    EXPECT_EQ(actual.dump(2), expected.dump(2));
}

TEST_P(SampleTest, keepsTheTextOfEachRecord)
{
    const Sample &sample = GetParam();
    const auto text = readFile(sample.input);
    ASSERT_TRUE(text);
    const Collector collector = readText(sample.format, *text);
    ReadOptions alone;
    alone.beginsWithPreamble = true;
    for (const ReadRecord &read : collector.records) {
        EXPECT_FALSE(read.raw.empty());
        EXPECT_NE(text->find(read.raw.substr(0, read.raw.find('\n'))), std::string::npos) << read.raw;
        EXPECT_EQ(firstRecord(sample.format, collector.preambleText + read.raw, alone), read.record)
            << collector.preambleText << read.raw;
    }
}

INSTANTIATE_TEST_SUITE_P(Data, SampleTest, testing::ValuesIn(samples()), nameOf);

} // namespace winnow::formats
