#include "base/task.h"

#include <gtest/gtest.h>

namespace winnow {

namespace {

TEST(Task, reportsTheEndAlwaysAndTheRestSparingly)
{
    int reports = 0;
    std::int64_t lastDone = 0;
    Task task([&](const Progress &progress) {
        ++reports;
        lastDone = progress.done;
    });
    for (std::int64_t i = 1; i <= 100000; ++i) {
        task.report({"counting", i, 100000});
    }
    EXPECT_EQ(lastDone, 100000);
    EXPECT_LT(reports, 1000);
}

TEST(Task, remembersThatItWasStopped)
{
    Task task;
    EXPECT_FALSE(task.isStopped());
    task.stop();
    EXPECT_TRUE(task.isStopped());
    EXPECT_EQ(Task::stoppedError().code, ErrorCode::Cancelled);
}

} // namespace

} // namespace winnow
