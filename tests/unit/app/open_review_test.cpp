#include "app/backup.h"
#include "app/bundles.h"
#include "app/import_files.h"
#include "app/verify.h"
#include "base/clock.h"
#include "base/uuid.h"
#include "support/locks.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::app {

namespace {

using testing::Contains;
using testing::HasSubstr;

namespace fs = std::filesystem;

/// What is done beside a review that is open must leave it locked: another program would take it for closed
/// and delete its log.
class OpenReview : public testing::Test
{
protected:
    void SetUp() override
    {
        auto made = Workspace::create(m_path, "A review", services());
        ASSERT_TRUE(made) << made.error().message;
        m_review = *std::move(made);
        ASSERT_TRUE(import(m_folder.file("a.ris", "TY  - JOUR\nID  - A\nTI  - Bamboo\nER  - \n")));
    }

    [[nodiscard]] Services services() { return {&m_clock, &m_uuids, "anna", {}}; }

    Result<ImportOutcome> import(const fs::path &file)
    {
        ImportRequest request;
        request.files = {file};
        request.source = "Scopus";
        return importFiles(*m_review, request, m_task);
    }

    [[nodiscard]] bool isLocked() const
    {
        fs::path index = m_path;
        index += "-shm";
        return winnow::test::isLockedForOthers(m_path) && winnow::test::isLockedForOthers(index);
    }

    SystemClock m_clock;
    RandomUuidSource m_uuids{3};
    Task m_task;
    winnow::test::TempFolder m_folder;
    fs::path m_path = m_folder.path() / "a.winnow";
    std::unique_ptr<Workspace> m_review;
};

TEST_F(OpenReview, isNotImportedIntoItself)
{
    const auto imported = import(m_path);
    ASSERT_FALSE(imported);
    EXPECT_THAT(imported.error().message, HasSubstr("the review that is open here"));
    EXPECT_TRUE(isLocked());
}

TEST_F(OpenReview, isPassedOverInAFolderThatIsImported)
{
    static_cast<void>(m_folder.file("b.ris", "TY  - JOUR\nID  - B\nTI  - Wicker\nER  - \n"));
    fs::remove(m_folder.path() / "a.ris");
    const auto imported = import(m_folder.path());
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(imported->files.size(), 1U);
    EXPECT_THAT(imported->passedOver,
                Contains(testing::Field(&PassedOver::reason, HasSubstr("the review that is open here"))));
    EXPECT_TRUE(isLocked());
}

TEST_F(OpenReview, isNoBundle)
{
    const auto merged = mergeBundle(*m_review, m_path);
    ASSERT_FALSE(merged);
    EXPECT_THAT(merged.error().message, HasSubstr("the review that is open here"));
    EXPECT_FALSE(exportBundle(*m_review, "anna", m_path));
    EXPECT_TRUE(isLocked());
}

TEST_F(OpenReview, isOpenedAnewWithoutHarm)
{
    EXPECT_TRUE(Workspace::open(m_path, services()));
    EXPECT_TRUE(isLocked());
}

TEST_F(OpenReview, isCopiedCheckedAndRestoredWithoutHarm)
{
    const auto backup = backUp(*m_review);
    ASSERT_TRUE(backup) << backup.error().message;
    EXPECT_TRUE(backUpWhenDue(*m_review));
    EXPECT_TRUE(verify(*m_review, m_task));
    EXPECT_TRUE(isLocked());
    const auto restored = restoreBackup(m_path, backup->file, services());
    EXPECT_TRUE(restored) << restored.error().message;
    EXPECT_TRUE(isLocked());
    EXPECT_FALSE(restoreBackup(m_path, m_path, services()));
    EXPECT_TRUE(isLocked());
}

} // namespace

} // namespace winnow::app
