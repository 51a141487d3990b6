// What a disk, a system and other people do to a review while it is open.

#include "app/backup.h"
#include "app/decide.h"
#include "app/export_records.h"
#include "app/find_records.h"
#include "app/flow_diagram.h"
#include "app/import_files.h"
#include "app/show_record.h"
#include "app/verify.h"
#include "base/file.h"
#include "faults.h"
#include "hits.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <thread>

namespace winnow::crash {

namespace {

namespace fs = std::filesystem;

using testing::HasSubstr;
using testing::IsEmpty;

constexpr int kRecords = 20;

class SteppingClock final : public Clock
{
public:
    [[nodiscard]] std::string nowUtc() const override { return now; }

    std::string now = "2026-11-24T09:00:00.000Z";
};

class Fault : public testing::Test
{
protected:
    /// Makes a review of kRecords in `folder`, which is closed again.
    fs::path makeReview(const fs::path &folder)
    {
        const fs::path file = folder / "hits.ris";
        EXPECT_TRUE(writeFile(file, hits(0, kRecords)));
        fs::path review = folder / "a.winnow";
        auto made = app::Workspace::create(review, "A review", services("anna"));
        app::ImportRequest request;
        request.files = {file};
        request.source = "Scopus";
        Task task;
        const auto imported = app::importFiles(**made, request, task);
        EXPECT_TRUE(imported) << imported.error().message;
        return review;
    }

    fs::path makeReview() { return makeReview(m_folder.path()); }

    std::unique_ptr<app::Workspace> open(const fs::path &review, const std::string &reviewer = "anna")
    {
        auto opened = app::Workspace::open(review, services(reviewer));
        EXPECT_TRUE(opened) << opened.error().message;
        return opened ? *std::move(opened) : nullptr;
    }

    [[nodiscard]] app::Services services(const std::string &reviewer)
    {
        return {&m_clock, &m_uuids, reviewer, m_cache.path()};
    }

    static Result<void> decide(app::Workspace &workspace,
                               std::int64_t record,
                               Verdict verdict = Verdict::Include,
                               const std::string &note = {})
    {
        const app::DecideRequest request{{record}, Stage::TitleAbstract, verdict, "", note};
        return app::decide(workspace, std::span(&request, 1));
    }

    static std::size_t eventCount(app::Workspace &workspace)
    {
        return workspace.log().events().value().size();
    }

    static std::vector<std::string> faultsOf(app::Workspace &workspace)
    {
        Task task;
        return app::verify(workspace, task).value().faults;
    }

    SteppingClock m_clock;
    RandomUuidSource m_uuids{3};
    winnow::test::TempFolder m_folder;
    winnow::test::TempFolder m_cache;
};

TEST_F(Fault, aDecisionThatFindsNoSpaceIsNotMadeAndCanBeMadeLater)
{
    const auto workspace = open(makeReview());
    ASSERT_TRUE(decide(*workspace, 1));
    fs::path wal = workspace->path();
    wal += "-wal";
    int refused = 0;
    for (std::uintmax_t room = 0; room < 30000; room += 1500) {
        const std::size_t before = eventCount(*workspace);
        Result<void> decided;
        {
            const FileSizeLimit full(fs::file_size(wal) + room);
            decided = decide(*workspace, 2, Verdict::Exclude, std::string(20000, 'n'));
        }
        if (!decided) {
            ++refused;
            EXPECT_EQ(decided.error().code, ErrorCode::Unwritable);
            EXPECT_THAT(decided.error().message, HasSubstr("copy it to another disk"));
            EXPECT_EQ(eventCount(*workspace), before);
        }
        EXPECT_THAT(faultsOf(*workspace), IsEmpty());
        EXPECT_TRUE(decide(*workspace, 3));
    }
    EXPECT_GT(refused, 5);
}

TEST_F(Fault, aFullDiskIsNamedAndLeavesTheReviewAsItWas)
{
    const SmallDisk disk(m_folder.path() / "disk", 2U << 20U);
    if (!disk.isMounted()) {
        GTEST_SKIP() << "may not mount a small disk here";
    }
    const fs::path review = makeReview(m_folder.path() / "disk");
    const auto workspace = open(review);
    const fs::path filler = m_folder.path() / "disk" / "filler";
    disk.fill(filler, 100000);
    Result<void> decided;
    std::size_t made = eventCount(*workspace);
    for (int i = 0; i < 1000 && decided; ++i) {
        decided = decide(*workspace, 1 + i % kRecords, Verdict::Maybe, std::string(3000, 'n'));
        made += decided ? 1 : 0;
    }
    ASSERT_FALSE(decided);
    EXPECT_THAT(decided.error().message, HasSubstr("The disk is full"));
    EXPECT_THAT(decided.error().message, HasSubstr("free some space"));
    EXPECT_EQ(eventCount(*workspace), made);
    EXPECT_THAT(faultsOf(*workspace), IsEmpty());
    EXPECT_FALSE(app::backUp(*workspace));
    fs::remove(filler);
    EXPECT_TRUE(decide(*workspace, 1));
    EXPECT_THAT(faultsOf(*workspace), IsEmpty());
}

class ReadOnly : public Fault
{
protected:
    /// A review with one decision in a folder of its own, closed; then with these rights.
    fs::path makeWith(fs::perms file, fs::perms folder)
    {
        const fs::path place = m_folder.path() / "medium";
        fs::create_directory(place);
        fs::path review = makeReview(place);
        EXPECT_TRUE(decide(*open(review), 1));
        permit(review, file, folder);
        return review;
    }

    void permit(const fs::path &review, fs::perms file, fs::perms folder)
    {
        fs::permissions(m_folder.path(), fs::perms(0755));
        fs::permissions(m_cache.path(), fs::perms(0777));
        fs::permissions(review, file);
        fs::permissions(review.parent_path(), folder);
    }

    static std::set<std::string> namesIn(const fs::path &folder)
    {
        std::set<std::string> names;
        for (const auto &entry : fs::directory_iterator(folder)) {
            names.insert(entry.path().filename().string());
        }
        return names;
    }

    /// All that reads works, nothing can be written, and the folder stays as it is.
    void expectToBeReadable(const fs::path &review)
    {
        const Unprivileged nobody;
        const auto before = namesIn(review.parent_path());
        {
            const auto workspace = open(review);
            ASSERT_NE(workspace, nullptr);
            EXPECT_TRUE(workspace->isReadOnly());
            Task task;
            const auto found = app::findRecords(*workspace, "TITLE(handicraft)", task);
            ASSERT_TRUE(found) << found.error().message;
            EXPECT_EQ(found->size(), static_cast<std::size_t>(kRecords));
            const auto shown = app::showRecord(*workspace, {1});
            ASSERT_TRUE(shown) << shown.error().message;
            EXPECT_EQ(shown->decisions.size(), 1U);
            const auto counts = app::flowCounts(*workspace);
            EXPECT_TRUE(counts) << counts.error().message;
            const auto exported =
                app::exportRecords(*workspace, {m_cache.path() / "out.ris", {}, {}, {}, {}}, task);
            ASSERT_TRUE(exported) << exported.error().message;
            EXPECT_EQ(*exported, kRecords);
            EXPECT_THAT(faultsOf(*workspace), IsEmpty());
            const auto decided = decide(*workspace, 2);
            ASSERT_FALSE(decided);
            EXPECT_EQ(decided.error().code, ErrorCode::Unwritable);
            EXPECT_THAT(decided.error().message, HasSubstr("copy it to a folder of your own"));
            EXPECT_FALSE(app::backUpWhenDue(*workspace).value());
            EXPECT_TRUE(app::backUpTo(*workspace, m_cache.path() / "copy.winnow"));
        }
        EXPECT_EQ(namesIn(review.parent_path()), before);
    }
};

TEST_F(ReadOnly, aFileCanBeLookedAt)
{
    expectToBeReadable(makeWith(fs::perms(0444), fs::perms(0777)));
}

TEST_F(ReadOnly, aFolderCanBeLookedAt)
{
    expectToBeReadable(makeWith(fs::perms(0644), fs::perms(0555)));
}

TEST_F(ReadOnly, aDiskCanBeLookedAt)
{
    SmallDisk disk(m_folder.path() / "disk", 8U << 20U);
    if (!disk.isMounted()) {
        GTEST_SKIP() << "may not mount a small disk here";
    }
    const fs::path review = makeReview(m_folder.path() / "disk");
    ASSERT_TRUE(decide(*open(review), 1));
    permit(review, fs::perms(0644), fs::perms(0755));
    ASSERT_TRUE(disk.makeReadOnly());
    expectToBeReadable(review);
}

TEST_F(ReadOnly, whatAWriterLeftUncopiedIsSeen)
{
    const fs::path review = makeReview();
    const auto workspace = open(review);
    ASSERT_TRUE(decide(*workspace, 1));
    const fs::path medium = m_folder.path() / "medium";
    fs::create_directory(medium);
    const fs::path copy = medium / "a.winnow";
    fs::copy_file(review, copy);
    fs::copy_file(review.string() + "-wal", copy.string() + "-wal");
    permit(copy, fs::perms(0444), fs::perms(0555));
    fs::permissions(copy.string() + "-wal", fs::perms(0444));
    expectToBeReadable(copy);
}

TEST_F(ReadOnly, whatAnotherWritesMeanwhileIsSeen)
{
    const fs::path review = makeReview();
    const auto writer = open(review);
    ASSERT_TRUE(decide(*writer, 1));
    permit(review, fs::perms(0644), fs::perms(0755));
    std::unique_ptr<app::Workspace> reader;
    {
        const Unprivileged nobody;
        if (nobody.isOwner()) {
            GTEST_SKIP() << "needs another user than the one who owns the file";
        }
        reader = open(review);
        ASSERT_NE(reader, nullptr);
        EXPECT_TRUE(reader->isReadOnly());
        EXPECT_EQ(eventCount(*reader), 2U);
    }
    ASSERT_TRUE(decide(*writer, 2));
    const Unprivileged nobody;
    EXPECT_EQ(eventCount(*reader), 3U);
}

TEST_F(Fault, aReviewThatMayNotBeReadSaysSo)
{
    const fs::path review = makeReview();
    fs::permissions(m_folder.path(), fs::perms(0755));
    fs::permissions(review, fs::perms::none);
    const Unprivileged nobody;
    const auto opened = app::Workspace::open(review, services("anna"));
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::Unreadable);
    EXPECT_THAT(opened.error().message, HasSubstr("Permission denied"));
}

class Moved : public Fault
{
protected:
    /// `happen` befalls the file while it is open; the next decision must say so and write nothing.
    void expectRefusalAfter(const std::function<void(const fs::path &review)> &happen)
    {
        const fs::path review = makeReview();
        const auto workspace = open(review);
        ASSERT_TRUE(decide(*workspace, 1));
        happen(review);
        const auto decided = decide(*workspace, 2);
        ASSERT_FALSE(decided);
        EXPECT_EQ(decided.error().code, ErrorCode::Unwritable);
        EXPECT_THAT(decided.error().message, HasSubstr("moved, deleted or replaced"));
        EXPECT_EQ(eventCount(*workspace), 2U);
    }
};

TEST_F(Moved, aFileThatIsDeletedIsNotWrittenTo)
{
    expectRefusalAfter([](const fs::path &review) { fs::remove(review); });
}

TEST_F(Moved, aFileThatIsRenamedIsNotWrittenTo)
{
    expectRefusalAfter([](const fs::path &review) { fs::rename(review, review.string() + ".old"); });
}

TEST_F(Moved, aFileInPlaceOfAnotherIsNotWrittenTo)
{
    fs::path replaced;
    std::string bytes;
    expectRefusalAfter([&](const fs::path &review) {
        fs::copy_file(review, review.string() + ".new");
        fs::rename(review.string() + ".new", review);
        replaced = review;
        bytes = readFile(review).value();
    });
    EXPECT_EQ(readFile(replaced).value(), bytes);
}

TEST_F(Moved, aFileThatIsPutBackCanBeWrittenAgain)
{
    const fs::path review = makeReview();
    const auto workspace = open(review);
    fs::rename(review, review.string() + ".old");
    EXPECT_FALSE(decide(*workspace, 1));
    fs::rename(review.string() + ".old", review);
    EXPECT_TRUE(decide(*workspace, 1));
}

TEST_F(Fault, twoWritersLoseNothing)
{
    const fs::path review = makeReview();
    constexpr int kActs = 60;
    std::atomic<int> refused = 0;
    const auto work = [&](const std::string &reviewer, std::uint64_t seed) {
        RandomUuidSource uuids(seed);
        auto workspace = app::Workspace::open(review, {&m_clock, &uuids, reviewer, {}});
        for (int i = 0; i < kActs; ++i) {
            refused += decide(**workspace, 1 + i % kRecords, static_cast<Verdict>(i % 3)) ? 0 : 1;
        }
    };
    std::thread other([&] { work("ben", 8); });
    work("anna", 9);
    other.join();
    EXPECT_EQ(refused, 0);
    const auto workspace = open(review);
    EXPECT_EQ(eventCount(*workspace), 1U + 2 * kActs);
    EXPECT_THAT(faultsOf(*workspace), IsEmpty());
}

TEST_F(Fault, aWriterThatIsKeptWaitingSaysSo)
{
    const fs::path review = makeReview();
    const auto first = open(review);
    const auto second = open(review, "ben");
    const auto held = first->file().transact([&]() -> Result<void> {
        const auto decided = decide(*second, 1);
        EXPECT_FALSE(decided);
        EXPECT_EQ(decided.error().code, ErrorCode::Busy);
        EXPECT_THAT(decided.error().message, HasSubstr("try again"));
        return {};
    });
    EXPECT_TRUE(held);
    EXPECT_TRUE(decide(*second, 1));
}

TEST_F(Fault, aCopyTakenWhileSomebodyWritesIsAReview)
{
    const fs::path review = makeReview();
    std::atomic<bool> isDone = false;
    std::thread writer([&] {
        RandomUuidSource uuids(8);
        auto workspace = app::Workspace::open(review, {&m_clock, &uuids, "ben", {}});
        for (int i = 0; !isDone; ++i) {
            EXPECT_TRUE(decide(**workspace, 1 + i % kRecords, static_cast<Verdict>(i % 3)));
        }
    });
    std::size_t last = 0;
    for (int i = 0; i < 15; ++i) {
        const fs::path copy = m_folder.path() / ("copy" + std::to_string(i) + ".winnow");
        const auto copied = app::backUpTo(*open(review), copy);
        EXPECT_TRUE(copied) << copied.error().message;
        const auto opened = open(copy);
        EXPECT_THAT(faultsOf(*opened), IsEmpty());
        EXPECT_GE(eventCount(*opened), last);
        last = eventCount(*opened);
    }
    isDone = true;
    writer.join();
    EXPECT_GT(last, 1U);
}

TEST_F(Fault, aClockThatRunsBackwardsChangesNoOrder)
{
    const auto workspace = open(makeReview());
    m_clock.now = "2026-11-24T10:00:00.000Z";
    ASSERT_TRUE(decide(*workspace, 1, Verdict::Include));
    m_clock.now = "2020-01-01T00:00:00.000Z";
    ASSERT_TRUE(decide(*workspace, 1, Verdict::Exclude));
    const auto shown = app::showRecord(*workspace, {1});
    ASSERT_EQ(shown->decisions.size(), 1U);
    EXPECT_EQ(shown->decisions.front().verdict, Verdict::Exclude);
    const auto events = workspace->log().events().value();
    EXPECT_EQ(events.back().verdict, "exclude");
    EXPECT_EQ(events.back().atUtc, m_clock.now);
    EXPECT_THAT(faultsOf(*workspace), IsEmpty());
    ASSERT_TRUE(workspace->log().undo(workspace->act()));
    EXPECT_EQ(app::showRecord(*workspace, {1})->decisions.front().verdict, Verdict::Include);
}

} // namespace

} // namespace winnow::crash
