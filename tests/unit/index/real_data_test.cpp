#include "formats/format.h"
#include "index/index.h"
#include "query/evaluate.h"
#include "query/parse.h"
#include "support/real_data.h"
#include "support/temp_folder.h"

#include <gtest/gtest.h>

#include <array>

namespace winnow::index {

namespace {

/// Keeps every `step`-th record of a file.
class Sample final : public formats::RecordSink
{
public:
    explicit Sample(int step)
        : m_step(step)
    {}

    bool record(formats::ReadRecord &&read) override
    {
        if (m_number++ % m_step == 0) {
            records.push_back(std::move(read.record));
        }
        return true;
    }

    bool rejected(formats::RejectedRecord && /*record*/) override { return true; }

    void diagnostic(Diagnostic && /*diagnostic*/) override {}

    std::vector<Record> records;

private:
    int m_step;
    int m_number = 0;
};

constexpr std::array kQueries{
    "TITLE-ABS-KEY(fault)",
    "TITLE-ABS-KEY(\"fault prediction\")",
    "TITLE-ABS-KEY(fault* OR error*) AND TITLE-ABS-KEY(software OR system) AND PUBYEAR > 2000",
    "TITLE(\"of the\")",
    "ABS(fault W/5 system)",
    "ABS((model* OR approach) PRE/3 (\"data mining\" OR network))",
    "TITLE-ABS-KEY(*behavio*) AND NOT TITLE(child)",
    "TITLE(analysis) AND NOT ABS(analyses)",
    "ABS({data})",
    "TITLE(wom?n OR \"health care\")",
    "DOI(10.1016*)",
    "FIRSTAUTH(wang) OR AUTHLASTNAME(smith)",
    "SRCTITLE(journal) OR TITLE(meta-analysis)",
};

/// On records as databases export them the index and the reference evaluator answer alike.
TEST(IndexOfRealRecords, answersAsTheReferenceEvaluatorDoes)
{
    const auto file = test::realData("perf/large_mixed_20637.ris.gz");
    WINNOW_NEEDS_REAL_DATA(file);
    Sample sample(20); // the evaluator is slow
    auto input = formats::TextInput::open(file).value();
    ASSERT_TRUE(formats::findFormat("ris")->read(input, {}, sample));
    ASSERT_GT(sample.records.size(), 1000U);
    const test::TempFolder folder;
    auto writer = IndexWriter::create(folder.path() / "i").value();
    std::int64_t id = 0;
    for (const Record &record : sample.records) {
        ASSERT_TRUE(writer.add({++id}, record));
    }
    ASSERT_TRUE(writer.commit({"r", id, id}));
    const auto index = Index::open(folder.path() / "i").value();
    EXPECT_TRUE(index.check().empty());
    for (const char *text : kQueries) {
        const query::Parsed parsed = query::parse(text);
        ASSERT_TRUE(parsed.isOk()) << text;
        std::vector<RecordId> expected;
        for (std::size_t r = 0; r < sample.records.size(); ++r) {
            if (query::matches(*parsed.root, sample.records[r])) {
                expected.push_back({static_cast<std::int64_t>(r) + 1});
            }
        }
        EXPECT_FALSE(expected.empty()) << text << " is no test";
        EXPECT_EQ(index.search(*parsed.root).value(), expected) << text;
    }
}

} // namespace

} // namespace winnow::index
