#include "app/backup.h"
#include "app/decide.h"
#include "app/import_files.h"
#include "app/standing.h"
#include "app/verify.h"
#include "base/file.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::app {

namespace {

namespace fs = std::filesystem;
namespace chrono = std::chrono;

using chrono::days;
using chrono::hours;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

using Time = chrono::sys_time<chrono::milliseconds>;

constexpr Time kMonday = chrono::sys_days(chrono::year(2026) / 11 / 23);

TEST(SurplusBackups, keepTheTenNewest)
{
    std::vector<Time> times;
    times.reserve(12);
    for (int i = 0; i < 10; ++i) {
        times.push_back(kMonday + hours(i));
    }
    EXPECT_THAT(surplusBackups(times), IsEmpty());
    times.push_back(kMonday - hours(1)); // of the week before
    EXPECT_THAT(surplusBackups(times), IsEmpty());
    times.push_back(kMonday - hours(2));
    EXPECT_THAT(surplusBackups(times), ElementsAre(11U));
}

TEST(SurplusBackups, keepTheNewestOfEachOlderWeekInWhateverOrder)
{
    std::vector<Time> times(10, kMonday);
    const std::vector<Time> older{kMonday - days(7),              // Monday: the oldest of its week
                                  kMonday - hours(1),             // Sunday of that week: stays
                                  kMonday - days(7) - hours(1),   // Sunday before: stays
                                  kMonday - days(14),             // Monday of that one
                                  kMonday - days(8) - hours(20)}; // Saturday of that one
    times.insert(times.begin(), older.begin(), older.end());
    EXPECT_THAT(surplusBackups(times), ElementsAre(0U, 3U, 4U));
}

TEST(SurplusBackups, areNoneOfNone)
{
    EXPECT_THAT(surplusBackups({}), IsEmpty());
}

TEST(SurplusBackups, countWeeksBefore1970)
{
    std::vector<Time> times(10, kMonday);
    const Time monday = chrono::sys_days(chrono::year(1969) / 12 / 29);
    times.push_back(monday);
    times.push_back(monday - hours(1));
    times.push_back(monday + days(6));
    EXPECT_THAT(surplusBackups(times), ElementsAre(10U));
}

class SettableClock final : public Clock
{
public:
    [[nodiscard]] std::string nowUtc() const override { return now; }

    std::string now = "2026-11-24T09:00:00.000Z";
};

class Backups : public testing::Test
{
protected:
    Backups()
    {
        const auto file = m_folder.file("a.ris", "TY  - JOUR\nID  - A\nTI  - Bamboo\nER  - \n");
        auto made = Workspace::create(m_review, "A review", services());
        Task task;
        ImportRequest request;
        request.files = {file};
        request.source = "Scopus";
        EXPECT_TRUE(importFiles(**made, request, task));
    }

    [[nodiscard]] Services services() { return {&m_clock, &m_uuids, "anna", {}}; }

    std::unique_ptr<Workspace> open(const fs::path &review)
    {
        auto opened = Workspace::open(review, services());
        EXPECT_TRUE(opened) << opened.error().message;
        return opened ? *std::move(opened) : nullptr;
    }

    std::unique_ptr<Workspace> open() { return open(m_review); }

    void decide(Verdict verdict)
    {
        const DecideRequest request{{1}, Stage::TitleAbstract, verdict, "", ""};
        ASSERT_TRUE(app::decide(*open(), std::span(&request, 1)));
    }

    std::string verdict(const fs::path &review)
    {
        const auto workspace = open(review);
        const auto standing = Standings::of(*workspace).value().standing(*workspace, {1}).value();
        const auto &outcome = standing.outcomes[Stage::TitleAbstract];
        return outcome.state == screening::State::Include   ? "include"
               : outcome.state == screening::State::Exclude ? "exclude"
                                                            : "other";
    }

    std::vector<std::string> faults()
    {
        Task task;
        return verify(*open(), task).value().faults;
    }

    SettableClock m_clock;
    RandomUuidSource m_uuids{5};
    winnow::test::TempFolder m_folder;
    fs::path m_review = m_folder.path() / "a.winnow";
};

TEST_F(Backups, areMadeOnceADayWhereThereIsSomethingNew)
{
    EXPECT_FALSE(backUpWhenDue(*open()).value()) << "of a review that is an hour old";
    m_clock.now = "2026-11-25T09:00:01.000Z";
    const auto first = backUpWhenDue(*open()).value();
    ASSERT_TRUE(first);
    EXPECT_EQ(first->file, m_folder.path() / "a.backups" / "2026-11-25T09-00-01.000Z.winnow");
    decide(Verdict::Include);
    EXPECT_FALSE(backUpWhenDue(*open()).value()) << "a second one on that day";
    m_clock.now = "2026-11-26T09:00:02.000Z";
    EXPECT_TRUE(backUpWhenDue(*open()).value());
    m_clock.now = "2026-12-26T09:00:02.000Z";
    EXPECT_FALSE(backUpWhenDue(*open()).value()) << "nothing was added since";
    EXPECT_THAT(backups(m_review).value(), SizeIs(2));
}

TEST_F(Backups, areMadeWhereTheClockWasWrongOnce)
{
    m_clock.now = "2036-01-01T00:00:00.000Z";
    ASSERT_TRUE(backUp(*open()));
    m_clock.now = "2026-11-26T00:00:00.000Z";
    decide(Verdict::Include);
    EXPECT_TRUE(backUpWhenDue(*open()).value());
}

TEST_F(Backups, areReviewsThatStandAlone)
{
    decide(Verdict::Include);
    const auto made = backUp(*open());
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_FALSE(fs::exists(made->file.string() + "-wal"));
    EXPECT_EQ(verdict(made->file), "include");
    EXPECT_EQ(open(made->file)->info().uuid, open()->info().uuid);
}

TEST_F(Backups, areNotMoreReadableThanTheReview)
{
    fs::permissions(m_review, fs::perms(0600));
    const auto made = backUp(*open()).value();
    EXPECT_EQ(fs::status(made.file).permissions(), fs::perms(0600));
    EXPECT_EQ(fs::status(backupFolder(m_review)).permissions(), fs::perms(0700));
}

TEST_F(Backups, neverOverwrite)
{
    const auto precious = m_folder.file("p.winnow", "precious");
    const auto made = backUpTo(*open(), precious);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::AlreadyExists);
    EXPECT_EQ(readFile(precious).value(), "precious");
    const auto one = backUp(*open()).value();
    const auto two = backUp(*open()).value();
    EXPECT_NE(one.file, two.file);
}

TEST_F(Backups, ofOneMomentAreListedInTheOrderInWhichTheyWereMade)
{
    std::vector<fs::path> made;
    for (int i = 0; i < 10; ++i) {
        made.insert(made.begin(), backUp(*open()).value().file);
    }
    const auto listed = backups(m_review).value();
    ASSERT_THAT(listed, SizeIs(10));
    for (std::size_t i = 0; i < made.size(); ++i) {
        EXPECT_EQ(listed[i].file, made[i]);
    }
}

TEST_F(Backups, deleteNothingElseInTheirFolder)
{
    fs::create_directory(backupFolder(m_review));
    const fs::path own = backupFolder(m_review) / "mine.winnow";
    ASSERT_TRUE(writeFile(own, "x"));
    for (int i = 0; i < 14; ++i) {
        ASSERT_TRUE(backUp(*open()));
    }
    // Ten, and the newest of the older ones of that week.
    EXPECT_THAT(backups(m_review).value(), SizeIs(11));
    EXPECT_TRUE(fs::exists(own));
}

TEST_F(Backups, bringTheReviewBackAndKeepWhatItWas)
{
    decide(Verdict::Include);
    const auto made = backUp(*open()).value();
    decide(Verdict::Exclude);
    const auto watching = open();
    const auto outcome = restoreBackup(m_review, made.file.filename(), services());
    ASSERT_TRUE(outcome) << outcome.error().message;
    EXPECT_EQ(verdict(m_review), "include");
    EXPECT_EQ(verdict(outcome->before), "exclude");
    EXPECT_FALSE(outcome->wasDamaged);
    EXPECT_THAT(faults(), IsEmpty());
    // Who had it open goes on with what it is now.
    EXPECT_EQ(watching->log().events().value().size(), 2U);
    const DecideRequest request{{1}, Stage::TitleAbstract, Verdict::Maybe, "", ""};
    EXPECT_TRUE(app::decide(*watching, std::span(&request, 1)));
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Backups, replaceADamagedReviewWhichIsKept)
{
    decide(Verdict::Include);
    const auto made = backUp(*open()).value();
    const std::string damage(readFile(m_review).value().size(), 'x');
    ASSERT_TRUE(writeFile(m_review, damage));
    const auto outcome = restoreBackup(m_review, made.file, services());
    ASSERT_TRUE(outcome) << outcome.error().message;
    EXPECT_TRUE(outcome->wasDamaged);
    EXPECT_EQ(readFile(outcome->before).value(), damage);
    EXPECT_EQ(verdict(m_review), "include");
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Backups, takeNoOtherFileForADamagedReview)
{
    const fs::path copy = m_folder.path() / "copy.winnow";
    ASSERT_TRUE(backUpTo(*open(), copy));
    const auto notes = m_folder.file("notes.txt", "what I think of it");
    const auto outcome = restoreBackup(notes, copy, services());
    ASSERT_FALSE(outcome);
    EXPECT_THAT(outcome.error().message, HasSubstr("move it to another place"));
    EXPECT_EQ(readFile(notes).value(), "what I think of it");
}

TEST_F(Backups, bringBackAReviewWithBrokenPagesAndKeepIt)
{
    for (int i = 0; i < 200; ++i) {
        decide(i % 2 == 0 ? Verdict::Include : Verdict::Exclude);
    }
    const auto made = backUp(*open()).value();
    std::string bytes = readFile(m_review).value();
    std::fill(bytes.begin() + 8192, bytes.end(), '\x5A');
    ASSERT_TRUE(writeFile(m_review, bytes));
    const auto outcome = restoreBackup(m_review, made.file, services());
    ASSERT_TRUE(outcome) << outcome.error().message;
    EXPECT_TRUE(fs::exists(outcome->before));
    EXPECT_EQ(verdict(m_review), "exclude");
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Backups, bringBackAReviewThatIsGone)
{
    decide(Verdict::Include);
    const auto made = backUp(*open()).value();
    fs::remove(m_review);
    const auto outcome = restoreBackup(m_review, made.file, services());
    ASSERT_TRUE(outcome) << outcome.error().message;
    EXPECT_TRUE(outcome->before.empty());
    EXPECT_EQ(verdict(m_review), "include");
}

TEST_F(Backups, ofAnotherReviewAreRefused)
{
    const fs::path other = m_folder.path() / "b.winnow";
    ASSERT_TRUE(Workspace::create(other, "Another review", services()));
    const std::string before = readFile(m_review).value();
    const auto outcome = restoreBackup(m_review, other, services());
    ASSERT_FALSE(outcome);
    EXPECT_THAT(outcome.error().message, HasSubstr("another review, \"Another review\""));
    EXPECT_EQ(readFile(m_review).value(), before);
    EXPECT_THAT(backups(m_review).value(), IsEmpty());
}

TEST_F(Backups, thatAreDamagedAreRefused)
{
    for (int i = 0; i < 50; ++i) {
        decide(Verdict::Include);
    }
    const auto made = backUp(*open()).value();
    std::string bytes = readFile(made.file).value();
    std::fill(bytes.begin() + 20000, bytes.end(), '\x5A');
    ASSERT_TRUE(writeFile(made.file, bytes));
    EXPECT_FALSE(restoreBackup(m_review, made.file, services()));
    EXPECT_FALSE(restoreBackup(m_review, m_review, services()));
    EXPECT_FALSE(restoreBackup(m_review, "none.winnow", services()));
    EXPECT_EQ(verdict(m_review), "include");
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(Backups, doNotStopTheWorkWhereTheyCannotBeMade)
{
    ASSERT_TRUE(writeFile(backupFolder(m_review), "a file in the way"));
    m_clock.now = "2026-12-25T09:00:01.000Z";
    EXPECT_FALSE(backUpWhenDue(*open()));
    decide(Verdict::Include);
    EXPECT_EQ(verdict(m_review), "include");
}

} // namespace

} // namespace winnow::app
