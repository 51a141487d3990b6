#include "base/file.h"
#include "review_fixture.h"
#include "store/review_file.h"
#include "store/schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>

namespace winnow::store {

namespace {

using testing::HasSubstr;
using testing::Not;

namespace fs = std::filesystem;

using test::executeAside;

/// While it lives, no file of this process may grow beyond a bound, as on a full disk.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }

    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
};

TEST(ReviewFile, opensWhatItMade)
{
    const test::Review review(3);
    auto opened = ReviewFile::open(review.file.path());
    ASSERT_TRUE(opened) << opened.error().message;
    EXPECT_EQ(opened->info().title, "A review");
    EXPECT_EQ(opened->info().uuid, "uuid-1");
}

TEST(ReviewFile, neverOverwrites)
{
    const winnow::test::TempFolder folder;
    const auto path = folder.file("a.winnow", "precious");
    const auto made = ReviewFile::create(path, {"u", "t", "d"});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::AlreadyExists);
    EXPECT_EQ(readFile(path).value(), "precious");
}

/// What is no review, and how it is told; none of it may be changed by the attempt.
struct Foreign
{
    const char *name;
    const char *bytes;
    ErrorCode code;
};

class ForeignFiles : public testing::TestWithParam<Foreign>
{};

TEST_P(ForeignFiles, areRefusedUnchanged)
{
    const winnow::test::TempFolder folder;
    const auto path = folder.file("a.winnow", GetParam().bytes);
    const auto opened = ReviewFile::open(path);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, GetParam().code) << opened.error().message;
    EXPECT_THAT(opened.error().message, HasSubstr(path.string()));
    EXPECT_EQ(readFile(path).value(), GetParam().bytes);
}

INSTANTIATE_TEST_SUITE_P(ReviewFile,
                         ForeignFiles,
                         testing::Values(Foreign{"text", "TY  - JOUR\nER  - \n", ErrorCode::WrongFormat},
                                         Foreign{"empty", "", ErrorCode::WrongFormat},
                                         Foreign{"head", "SQLite format 3", ErrorCode::WrongFormat}),
                         [](const auto &info) { return info.param.name; });

TEST(ReviewFile, refusesAnSqliteFileThatIsNoReview)
{
    const winnow::test::TempFolder folder;
    const auto path = folder.path() / "other.db";
    ASSERT_EQ(executeAside(path, "CREATE TABLE t(a); INSERT INTO t VALUES (1)"), SQLITE_OK);
    const std::string before = readFile(path).value();
    const auto opened = ReviewFile::open(path);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::WrongFormat);
    EXPECT_THAT(opened.error().message, HasSubstr("not a Winnow review"));
    EXPECT_EQ(readFile(path).value(), before);
}

TEST(ReviewFile, refusesAReviewOfANewerVersion)
{
    const test::Review review(1);
    ASSERT_EQ(executeAside(review.file.path(), "PRAGMA user_version=999"), SQLITE_OK);
    const auto opened = ReviewFile::open(review.file.path());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::TooNew);
}

/// A review as the first version made it, with one record.
fs::path reviewOfTheFirstVersion(const winnow::test::TempFolder &folder)
{
    fs::path path = folder.path() / "old.winnow";
    const std::string sql =
        "PRAGMA journal_mode=WAL; PRAGMA application_id=1466855031; PRAGMA user_version=1;" +
        std::string(schemaScripts().front()) +
        "INSERT INTO review VALUES (1, 'uuid-old', 'An old review', '2026-01-01T00:00:00.000Z');"
        "INSERT INTO source VALUES (1, 'Scopus', 'database');"
        "INSERT INTO search VALUES (1, 1, 'q', NULL, '', '', 0);"
        "INSERT INTO import VALUES (1, 'uuid-import', 1, 'f.ris', 'hash', 'ris', 1, 1, 0, 1);"
        "INSERT INTO record VALUES (1, 1, 'r1', 'article', 'A title', '', '', 2020, NULL, NULL, '', '', '', "
        "'', "
        "'', '', '', '', '', '', '', '', '', '', '', '');";
    EXPECT_EQ(executeAside(path, sql.c_str()), SQLITE_OK);
    return path;
}

TEST(ReviewFile, bringsAReviewOfAnOlderVersionUpToDate)
{
    const winnow::test::TempFolder folder;
    const fs::path path = reviewOfTheFirstVersion(folder);
    {
        auto opened = ReviewFile::open(path);
        ASSERT_TRUE(opened) << opened.error().message;
        EXPECT_FALSE(opened->isReadOnly());
        EXPECT_EQ(Records(*opened).get({1})->title, "A title");
    }
    EXPECT_TRUE(ReviewFile::open(path).value().checkIntegrity().value().empty());
}

TEST(ReviewFile, readsAReviewOfAnOlderVersionWithoutChangingIt)
{
    const winnow::test::TempFolder folder;
    const fs::path path = reviewOfTheFirstVersion(folder);
    const std::string before = readFile(path).value();
    auto opened = ReviewFile::openReadOnly(path);
    ASSERT_TRUE(opened) << opened.error().message;
    EXPECT_EQ(opened->info().uuid, "uuid-old");
    EXPECT_EQ(Records(*opened).get({1})->title, "A title");
    const auto done = opened->transact([]() -> Result<void> { return {}; });
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::Unwritable);
    EXPECT_EQ(readFile(path).value(), before);
}

TEST(ReviewFile, readsAPathThatLooksLikeAUri)
{
    const test::Review review(1);
    const fs::path odd = review.folder.path() / "100%3f?mode=rw#.winnow";
    ASSERT_EQ(executeAside(review.file.path(), "PRAGMA wal_checkpoint(TRUNCATE)"), SQLITE_OK);
    fs::copy_file(review.file.path(), odd);
    const auto opened = ReviewFile::openReadOnly(odd);
    ASSERT_TRUE(opened) << opened.error().message;
    EXPECT_EQ(opened->info().uuid, "uuid-1");
    EXPECT_TRUE(opened->isReadOnly());
}

TEST(ReviewFile, refusesAFolderAndAMissingFile)
{
    const winnow::test::TempFolder folder;
    EXPECT_EQ(ReviewFile::open(folder.path()).error().code, ErrorCode::Unreadable);
    EXPECT_EQ(ReviewFile::open(folder.path() / "none.winnow").error().code, ErrorCode::NotFound);
    EXPECT_FALSE(fs::exists(folder.path() / "none.winnow"));
}

TEST(ReviewFile, saysThatAnotherProcessIsWriting)
{
    test::Review review(1);
    sqlite3 *other = nullptr;
    sqlite3_open(review.file.path().c_str(), &other);
    ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    const auto done = review.file.transact([]() -> Result<void> { return {}; });
    sqlite3_close(other);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::Busy);
}

TEST(ReviewFile, undoesAllThatAFailedTransactionDid)
{
    test::Review review(2);
    const auto before = review.records.countAll().value();
    const auto done = review.file.transact([&]() -> Result<void> {
        static_cast<void>(review.records.insert({1}, {}, "raw", 1));
        return Error{ErrorCode::Cancelled, "stop", {}, {}};
    });
    EXPECT_FALSE(done);
    EXPECT_EQ(review.records.countAll().value(), before);
}

TEST(ReviewFile, saysThatTheDiskIsFullAndLosesNothing)
{
    test::Review review(1);
    Result<void> done;
    {
        const FullDisk full(fs::file_size(review.file.path()) + 200000);
        done = review.file.transact([&]() -> Result<void> {
            Record record;
            record.abstractText = std::string(8U << 20U, 'x');
            auto inserted = review.records.insert({1}, record, "raw", 1);
            return inserted ? Result<void>() : Result<void>(inserted.error());
        });
    }
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::Unwritable) << done.error().message;
    EXPECT_EQ(review.records.countAll().value(), 1);
    EXPECT_TRUE(review.file.checkIntegrity().value().empty());
}

TEST(ReviewFile, takesInTheLogWhereAnotherConnectionLeavesItLong)
{
    test::Review review(1);
    ReviewFile other = ReviewFile::open(review.file.path()).value();
    const auto logBytes = [&] { return fs::file_size(review.file.path().string() + "-wal"); };
    constexpr int kMostImports = 1000;
    const auto grow = [&] {
        int imports = 0;
        while (!review.file.isLogLong() && imports < kMostImports) {
            review.addImport(10);
            ++imports;
        }
        return imports;
    };
    EXPECT_FALSE(review.file.isLogLong());
    review.file.leaveLog();
    const int imports = grow();
    ASSERT_LT(imports, kMostImports);
    const auto atFirst = logBytes();
    ASSERT_TRUE(other.takeInLog());
    review.addImport(1); // begins the log anew
    EXPECT_FALSE(review.file.isLogLong());
    EXPECT_EQ(review.records.countAll().value(), 1 + 10 * imports + 1);
    static_cast<void>(grow());
    EXPECT_LE(logBytes(), atFirst + atFirst / 4);
}

TEST(ReviewFile, keepsALogThatNobodyTakesIn)
{
    test::Review review(1);
    review.file.leaveLog();
    for (int i = 0; i < 50; ++i) {
        review.addImport(10);
    }
    ASSERT_TRUE(review.file.isLogLong());
    const auto copy = review.folder.path() / "copy.winnow";
    ASSERT_TRUE(review.file.copyTo(copy));
    fs::copy_file(review.file.path(), review.folder.path() / "killed.winnow");
    fs::copy_file(review.file.path().string() + "-wal", review.folder.path() / "killed.winnow-wal");
    for (const char *name : {"copy.winnow", "killed.winnow"}) {
        ReviewFile file = ReviewFile::open(review.folder.path() / name).value();
        EXPECT_EQ(Records(file).countAll().value(), 501) << name;
    }
}

TEST(ReviewFile, readsOneMomentWithinASnapshot)
{
    test::Review review(2);
    ReviewFile other = ReviewFile::open(review.file.path()).value();
    Records records(other);
    {
        const Snapshot snapshot = other.snapshot();
        EXPECT_EQ(records.countAll().value(), 2);
        review.addImport(3);
        const Snapshot inner = other.snapshot();
        EXPECT_EQ(records.countAll().value(), 2);
    }
    EXPECT_EQ(records.countAll().value(), 5);
}

TEST(ReviewFile, refusesToChangeOrDeleteEvents)
{
    const test::Review review(1);
    const auto path = review.file.path();
    EXPECT_NE(executeAside(path, "UPDATE event SET reviewer = 'x'"), SQLITE_OK);
    EXPECT_NE(executeAside(path, "DELETE FROM event"), SQLITE_OK);
    EXPECT_NE(executeAside(path, "PRAGMA recursive_triggers=ON; REPLACE INTO event SELECT * FROM event"),
              SQLITE_OK);
}

TEST(ReviewFile, findsItselfSound)
{
    test::Review review(5);
    EXPECT_TRUE(review.file.checkIntegrity().value().empty());
}

TEST(ReviewFile, findsABrokenReference)
{
    test::Review review(1);
    ASSERT_EQ(executeAside(review.file.path(), "PRAGMA foreign_keys=OFF; UPDATE record SET import_id = 99"),
              SQLITE_OK);
    EXPECT_THAT(review.file.checkIntegrity().value(), Not(testing::IsEmpty()));
}

} // namespace

} // namespace winnow::store
