#include "base/child_process.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace winnow {

namespace {

TEST(ChildProcess, givesItsInputAndTakesItsOutput)
{
    const std::string input(3'000'000, 'x'); // more than a pipe holds
    const auto outcome = runChild({.program = "cat", .input = input});
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->exitCode, 0);
    EXPECT_EQ(outcome->output, input);
}

TEST(ChildProcess, handsArgumentsOverAsTheyAre)
{
    const auto outcome = runChild({.program = "printf", .arguments = {"%s|", "a b", "$(id)", "; ls", ""}});
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->output, "a b|$(id)|; ls||");
}

TEST(ChildProcess, tellsHowItEndedAndWhatItComplainedOf)
{
    const auto refused = runChild({.program = "sh", .arguments = {"-c", "echo no >&2; exit 3"}});
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->exitCode, 3);
    EXPECT_EQ(refused->complaints, "no\n");
    const auto killed = runChild({.program = "sh", .arguments = {"-c", "kill -9 $$"}});
    ASSERT_TRUE(killed);
    EXPECT_EQ(killed->exitCode, 128 + 9);
}

TEST(ChildProcess, saysThatAProgramIsMissing)
{
    const auto outcome = runChild({.program = "winnow-has-no-such-program"});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, ErrorCode::NotFound);
    EXPECT_NE(outcome.error().message.find("winnow-has-no-such-program"), std::string::npos);
}

TEST(ChildProcess, survivesAChildThatDoesNotReadItsInput)
{
    const std::string input(3'000'000, 'x');
    const auto outcome = runChild({.program = "true", .input = input});
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->exitCode, 0);
}

TEST(ChildProcess, survivesSuchChildrenOfSeveralThreadsAtOnce)
{
    const std::string input(300'000, 'x');
    std::atomic<int> ended = 0;
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int run = 0; run < 50; ++run) {
                const auto outcome = runChild({.program = "true", .input = input});
                ended += outcome && outcome->exitCode == 0 ? 1 : 0;
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    EXPECT_EQ(ended, 200);
}

TEST(ChildProcess, endsAChildThatWritesTooMuch)
{
    const auto outcome = runChild({.program = "yes", .mostOutput = 100'000});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, ErrorCode::Inconsistent);
}

TEST(ChildProcess, endsAChildThatLastsTooLong)
{
    const auto outcome =
        runChild({.program = "sleep", .arguments = {"600"}, .timeout = std::chrono::seconds(0)});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, ErrorCode::Busy);
    // One that closed its outputs and stays.
    const auto silent = runChild({.program = "sh",
                                  .arguments = {"-c", "exec sleep 600 >&- 2>&-"},
                                  .timeout = std::chrono::seconds(1)});
    ASSERT_FALSE(silent);
    EXPECT_EQ(silent.error().code, ErrorCode::Busy);
}

TEST(ChildProcess, endsWhenTheUserStops)
{
    Task task;
    task.stop();
    const auto outcome = runChild({.program = "sleep", .arguments = {"600"}}, task);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, ErrorCode::Cancelled);
}

} // namespace

} // namespace winnow
