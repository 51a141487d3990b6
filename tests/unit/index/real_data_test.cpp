#include "base/file.h"
#include "formats/format.h"
#include "index/index.h"
#include "query/evaluate.h"
#include "query/parse.h"
#include "support/real_data.h"
#include "support/temp_folder.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <iostream>

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

/// The strings of the real data that can be run.
std::vector<std::pair<std::string, query::NodePtr>> realStrings()
{
    std::vector<std::pair<std::string, query::NodePtr>> strings;
    for (const auto &entry : std::filesystem::directory_iterator(test::realData("queries"))) {
        if (entry.path().extension() == ".txt") {
            query::Parsed parsed = query::parse(readFile(entry.path()).value());
            if (parsed.isOk()) {
                strings.emplace_back(entry.path().filename().string(), std::move(parsed.root));
            }
        }
    }
    return strings;
}

/// The index of a sample, and the sample itself.
class IndexOfRealRecords : public testing::Test
{
protected:
    /// Every `step`-th record is judged by the evaluator, which is slow; WINNOW_ALL_RECORDS judges all.
    void load(int step)
    {
        Sample sample(std::getenv("WINNOW_ALL_RECORDS") != nullptr ? 1 : step);
        auto input = formats::TextInput::open(file()).value();
        ASSERT_TRUE(formats::findFormat("ris")->read(input, {}, sample));
        ASSERT_GT(sample.records.size(), 100U);
        auto writer = IndexWriter::create(m_folder.path() / "i").value();
        std::int64_t id = 0;
        for (const Record &record : sample.records) {
            ASSERT_TRUE(writer.add({++id}, record));
            m_subjects.emplace_back(record);
        }
        ASSERT_TRUE(writer.commit({"r", id, id}));
        m_index = std::make_unique<Index>(Index::open(m_folder.path() / "i").value());
    }

    /// How many records match; index and evaluator must agree on them.
    std::size_t compared(const query::Node &root, const std::string &name)
    {
        const query::Judge judge(root);
        Answer expected;
        for (std::size_t r = 0; r < m_subjects.size(); ++r) {
            const RecordId id{static_cast<std::int64_t>(r) + 1};
            if (judge.matches(m_subjects[r])) {
                expected.matching.push_back(id);
            } else if (judge.judge(m_subjects[r], query::Missing::Unknown) == query::Truth::Unknown) {
                expected.undecided.push_back(id);
            }
        }
        const Answer answer = m_index->answer(root).value();
        EXPECT_EQ(answer.matching, expected.matching) << name;
        EXPECT_EQ(answer.undecided, expected.undecided) << name;
        return expected.matching.size();
    }

    static std::filesystem::path file() { return test::realData("perf/large_mixed_20637.ris.gz"); }

    test::TempFolder m_folder;
    std::vector<query::Subject> m_subjects;
    std::unique_ptr<Index> m_index;
};

/// On records as databases export them the index and the reference evaluator answer alike.
TEST_F(IndexOfRealRecords, answersAsTheReferenceEvaluatorDoes)
{
    WINNOW_NEEDS_REAL_DATA(file());
    load(20);
    EXPECT_TRUE(m_index->check().empty());
    for (const char *text : kQueries) {
        const query::Parsed parsed = query::parse(text);
        ASSERT_TRUE(parsed.isOk()) << text;
        EXPECT_GT(compared(*parsed.root, text), 0U) << text << " is no test";
    }
}

/// And on the strings that researchers wrote.
TEST_F(IndexOfRealRecords, answersRealStringsAsTheReferenceEvaluatorDoes)
{
    WINNOW_NEEDS_REAL_DATA(file());
    load(200);
    const auto strings = realStrings();
    EXPECT_GT(strings.size(), 100U);
    std::size_t found = 0;
    for (const auto &[name, root] : strings) {
        found += compared(*root, name);
    }
    std::cout << strings.size() << " strings, " << m_subjects.size() << " records, " << found << " matches\n";
}

/// Each line of the strings of researchers finds what it finds when it is searched for by itself.
TEST_F(IndexOfRealRecords, tellsOfTheLinesOfRealStringsWhatTheyFindAlone)
{
    WINNOW_NEEDS_REAL_DATA(file());
    load(100);
    std::size_t compared = 0;
    std::int64_t hits = 0;
    for (const auto &[name, root] : realStrings()) {
        Task task;
        const Effects effects = m_index->effects(*root, {}, {}, task).value();
        std::vector<bool> isExcluded;
        for (const LineEffect &line : effects.lines) {
            const bool isInside = !isExcluded.empty() && isExcluded[line.parent];
            isExcluded.push_back(isInside || line.role == LineRole::Excluded);
            if (isExcluded.back()) {
                continue;
            }
            query::Node field;
            field.kind = query::NodeKind::Fielded;
            field.code = line.in;
            field.children.push_back(std::make_shared<query::Node>(*line.node));
            const auto alone = m_index->search(field).value();
            EXPECT_EQ(line.hits, static_cast<std::int64_t>(alone.size()))
                << name << ", bytes " << line.from << " to " << line.to;
            ++compared;
            hits += line.hits;
        }
    }
    EXPECT_GT(compared, 3000U);
    EXPECT_GT(hits, 1000);
}

} // namespace

} // namespace winnow::index
