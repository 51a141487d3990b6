#include "base/file.h"
#include "review_fixture.h"
#include "store/review_file.h"
#include "support/locks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace winnow::store {

namespace {

using testing::HasSubstr;

namespace fs = std::filesystem;

fs::path beside(fs::path path, const char *suffix)
{
    path += suffix;
    return path;
}

/// An open review whose locks tell other programs so.
class OpenReview : public testing::Test
{
protected:
    [[nodiscard]] bool isLocked() const
    {
        return winnow::test::isLockedForOthers(path()) && winnow::test::isLockedForOthers(shm());
    }

    [[nodiscard]] fs::path path() const { return m_review.file.path(); }

    [[nodiscard]] fs::path wal() const { return beside(path(), "-wal"); }

    [[nodiscard]] fs::path shm() const { return beside(path(), "-shm"); }

    test::Review m_review{2};
};

TEST_F(OpenReview, isLockedForOthers)
{
    EXPECT_TRUE(isLocked());
    EXPECT_FALSE(winnow::test::isLockedForOthers(m_review.folder.file("other", "")));
}

TEST_F(OpenReview, keepsItsLocksWhenItIsOpenedAgain)
{
    EXPECT_TRUE(ReviewFile::open(path()));
    EXPECT_TRUE(isLocked());
    EXPECT_TRUE(ReviewFile::openReadOnly(path()));
    EXPECT_TRUE(isLocked());
    EXPECT_TRUE(ReviewFile::openAsOf(path(), {}));
    EXPECT_TRUE(isLocked());
}

TEST_F(OpenReview, keepsItsLocksWhenItIsCopied)
{
    ASSERT_TRUE(m_review.file.copyTo(m_review.folder.path() / "copy.winnow"));
    EXPECT_FALSE(m_review.file.copyTo(path()));
    EXPECT_TRUE(isLocked());
}

TEST_F(OpenReview, isNotReadOrWrittenAsAnotherFile)
{
    fs::create_symlink(path(), m_review.folder.path() / "link");
    for (const fs::path &file : {path(), wal(), shm(), m_review.folder.path() / "link"}) {
        const auto bytes = readFile(file);
        ASSERT_FALSE(bytes) << file;
        EXPECT_EQ(bytes.error().code, ErrorCode::Unreadable);
        EXPECT_THAT(bytes.error().message, HasSubstr("the review that is open here"));
        EXPECT_FALSE(writeFile(file, "lost"));
    }
    EXPECT_TRUE(isLocked());
}

TEST(ReviewFile, isAFileAsAnyOnceItIsClosed)
{
    const winnow::test::TempFolder folder;
    const fs::path path = folder.path() / "a.winnow";
    ASSERT_TRUE(ReviewFile::create(path, {"uuid-1", "A", "2026"}));
    EXPECT_TRUE(readFile(path));
}

/// Ways in which what lies beside a review is lost.
struct Loss
{
    const char *name;
    const char *suffix;
    bool isReplaced;
};

class LostLog : public OpenReview, public testing::WithParamInterface<Loss>
{
protected:
    void lose() const
    {
        const fs::path file = beside(path(), GetParam().suffix);
        fs::rename(file, m_review.folder.path() / "lost");
        if (GetParam().isReplaced) {
            ASSERT_TRUE(writeFile(file, ""));
        }
    }

    static void expectRefused(const Result<void> &done)
    {
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().code, ErrorCode::Unwritable);
        EXPECT_THAT(done.error().message, HasSubstr("open it again"));
    }

    Result<void> decide()
    {
        EventDraft event;
        event.kind = EventKind::Decision;
        event.stage = toString(Stage::TitleAbstract);
        event.subjectKind = "record";
        event.subject = 1;
        event.verdict = toString(Verdict::Include);
        return m_review.log.append(test::Review::act("anna"), std::span(&event, 1));
    }
};

TEST_P(LostLog, refusesToWriteAnyMore)
{
    ASSERT_TRUE(decide());
    lose();
    expectRefused(decide());
    expectRefused(m_review.file.transact([]() -> Result<void> { return {}; }));
    EXPECT_TRUE(m_review.records.countAll()); // what is shown may still be read
}

TEST_P(LostLog, refusesWhatWasBegunBefore)
{
    expectRefused(m_review.file.transact([&]() -> Result<void> {
        auto done = decide();
        lose();
        return done;
    }));
}

TEST_P(LostLog, keepsTheReviewFromBeingOpenedBesideTheOldLog)
{
    lose();
    const auto opened = ReviewFile::open(path());
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().message, HasSubstr("open it again"));
    EXPECT_FALSE(ReviewFile::openReadOnly(path()));
}

INSTANTIATE_TEST_SUITE_P(ReviewFile,
                         LostLog,
                         testing::Values(Loss{"deletedLog", "-wal", false},
                                         Loss{"replacedLog", "-wal", true},
                                         Loss{"deletedIndex", "-shm", false}),
                         [](const auto &info) { return info.param.name; });

TEST(ReviewFile, putsNothingOfALostLogOverWhatOthersWrote)
{
    const winnow::test::TempFolder folder;
    const fs::path path = folder.path() / "a.winnow";
    auto open = std::make_unique<ReviewFile>(ReviewFile::create(path, {"uuid-1", "A", "2026"}).value());
    fs::remove(beside(path, "-wal"));
    fs::remove(beside(path, "-shm"));
    const auto before = fs::file_size(path);
    open.reset();
    EXPECT_EQ(fs::file_size(path), before);
    EXPECT_TRUE(readFile(path)); // it is held no more
}

} // namespace

} // namespace winnow::store
