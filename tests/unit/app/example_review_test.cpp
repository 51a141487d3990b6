#include "app/evidence_tables.h"
#include "app/example_review.h"
#include "app/record_list.h"
#include "support/temp_folder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace winnow::app {
namespace {

class ExampleReview : public testing::Test
{
protected:
    Services services() { return {&m_clock, &m_uuids, "anna"}; }

    SystemClock m_clock;
    RandomUuidSource m_uuids{7};
    test::TempFolder m_folder;
    Task m_task;
};

TEST_F(ExampleReview, holdsTheArticlesAndTablesOfThePublishedReview)
{
    const auto path = m_folder.path() / "example.winnow";
    const auto made = makeExampleReview(path, m_folder.path() / "input", services(), m_task);
    ASSERT_TRUE(made) << made.error().message << made.error().detail;
    auto workspace = Workspace::open(path, services());
    ASSERT_TRUE(workspace);
    const auto records = allRecords(**workspace);
    ASSERT_TRUE(records);
    EXPECT_EQ(records->size(), 26U);
    const auto set = tables(**workspace);
    ASSERT_TRUE(set);
    EXPECT_EQ(set->tables.size(), 3U);
}

TEST_F(ExampleReview, replacesNoReviewAndLeavesItAsItIs)
{
    const auto path = m_folder.path() / "example.winnow";
    std::ofstream(path) << "something else";
    const auto made = makeExampleReview(path, m_folder.path() / "input", services(), m_task);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::AlreadyExists);
    EXPECT_EQ(std::filesystem::file_size(path), 14U);
}

} // namespace
} // namespace winnow::app
