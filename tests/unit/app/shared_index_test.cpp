#include "app/bulk_decisions.h"
#include "app/find_records.h"
#include "app/import_files.h"
#include "app/search_index.h"
#include "base/clock.h"
#include "base/uuid.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <thread>

namespace winnow::app {

namespace {

using testing::SizeIs;

/// A review that is open twice, as the window has it: what one reads and the other one writes goes through
/// one search index.
class SharedIndex : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(Workspace::create(m_path, "A review", services()));
        m_reader = open();
        m_writer = open();
    }

    std::unique_ptr<Workspace> open() { return std::move(Workspace::open(m_path, services())).value(); }

    [[nodiscard]] Services services() { return {&m_clock, &m_uuids, "anna", {}}; }

    /// Some more records on bamboo, by one of the two.
    void import(Workspace &review, int records)
    {
        std::string ris;
        for (int i = 0; i < records; ++i) {
            ++m_records;
            ris += "TY  - JOUR\nTI  - Bamboo " + std::to_string(m_records) + "\nAB  - Text.\nER  - \n";
        }
        ImportRequest request;
        request.files = {m_folder.file("f" + std::to_string(m_records) + ".ris", ris)};
        request.source = "Scopus";
        Task task;
        const auto imported = importFiles(review, request, task);
        ASSERT_TRUE(imported) << imported.error().message;
    }

    static Result<std::vector<RecordId>> search(Workspace &review)
    {
        Task task;
        return findRecords(review, "TITLE(bamboo)", task);
    }

    static Result<BulkPreview> preview(Workspace &review)
    {
        Task task;
        return previewBulk(review, {"TITLE(bamboo)", Stage::TitleAbstract, Verdict::Exclude, {}, {}}, task);
    }

    void expectAll(const Result<std::vector<RecordId>> &found) const
    {
        ASSERT_TRUE(found) << found.error().message << ' ' << found.error().detail;
        EXPECT_THAT(*found, SizeIs(m_records));
    }

    void expectAll(const Result<BulkPreview> &found) const
    {
        ASSERT_TRUE(found) << found.error().message << ' ' << found.error().detail;
        EXPECT_EQ(found->found, m_records);
        EXPECT_THAT(found->records, SizeIs(m_records));
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{3};
    winnow::test::TempFolder m_folder;
    std::filesystem::path m_path = m_folder.path() / "a.winnow";
    std::unique_ptr<Workspace> m_reader;
    std::unique_ptr<Workspace> m_writer;
    int m_records = 0;
};

TEST_F(SharedIndex, isUpToDateForBothInWhateverOrderTheyImportAndSearch)
{
    for (unsigned order = 0; order < 8; ++order) {
        import((order & 1U) != 0 ? *m_reader : *m_writer, 3);
        Workspace &first = (order & 2U) != 0 ? *m_reader : *m_writer;
        Workspace &second = (order & 4U) != 0 ? *m_reader : *m_writer;
        expectAll(search(first));
        expectAll(preview(second));
        expectAll(search(second));
        expectAll(preview(first));
    }
}

/// In the window a search in the reader's thread was followed at once by the preview of a bulk decision in
/// the writer's: the index was being made, and the preview was refused.
TEST_F(SharedIndex, isWaitedForWhileTheOtherOneMakesIt)
{
    import(*m_writer, 3);
    for (const bool isNew : {true, false}) {
        std::future<void> release;
        {
            auto held = isNew ? index::IndexWriter::create(m_writer->indexFolder())
                              : index::IndexWriter::append(m_writer->indexFolder());
            ASSERT_TRUE(held) << held.error().message;
            import(*m_reader, 2);
            release = std::async(std::launch::async, [held = std::move(held)]() mutable {
                std::this_thread::sleep_for(std::chrono::milliseconds(300));
                const auto released = std::move(held);
            });
        }
        expectAll(preview(*m_writer));
        release.wait();
    }
}

TEST_F(SharedIndex, isNotWaitedForOnceTheTaskIsStopped)
{
    import(*m_writer, 3);
    const auto held = index::IndexWriter::create(m_writer->indexFolder());
    ASSERT_TRUE(held);
    Task task;
    auto found =
        std::async(std::launch::async, [&] { return findRecords(*m_reader, "TITLE(bamboo)", task); });
    EXPECT_EQ(found.wait_for(std::chrono::milliseconds(100)), std::future_status::timeout);
    task.stop();
    const auto stopped = found.get();
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
}

TEST_F(SharedIndex, givesBothAllRecordsWhereTheySearchAtTheSameTime)
{
    for (int round = 0; round < 20; ++round) {
        import(round % 2 == 0 ? *m_reader : *m_writer, 2);
        if (round % 3 == 0) { // it has to be made anew
            std::filesystem::remove_all(m_writer->indexFolder());
        }
        auto found = std::async(std::launch::async, [&] { return search(*m_reader); });
        auto previewed = std::async(std::launch::async, [&] { return preview(*m_writer); });
        expectAll(found.get());
        expectAll(previewed.get());
        if (HasFailure()) {
            FAIL() << "in round " << round;
        }
    }
}

/// An index that is ahead of what a workspace read of the review is newer, not wrong.
TEST_F(SharedIndex, servesASearchWhileTheOtherOneGoesOnImporting)
{
    import(*m_writer, 5);
    std::atomic<bool> isDone = false;
    auto searching = std::async(std::launch::async, [&] {
        std::size_t most = 0;
        while (!isDone) {
            const auto found = search(*m_reader);
            EXPECT_TRUE(found) << found.error().message << ' ' << found.error().detail;
            EXPECT_GE(found ? found->size() : 0, std::max<std::size_t>(most, 5));
            most = found ? found->size() : most;
        }
    });
    for (int round = 0; round < 10; ++round) {
        import(*m_writer, 2);
        expectAll(preview(*m_writer));
    }
    isDone = true;
    searching.wait();
}

} // namespace

} // namespace winnow::app
