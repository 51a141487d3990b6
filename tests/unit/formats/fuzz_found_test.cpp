#include "base/file.h"
#include "fuzz/checks.h"
#include "samples.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace winnow::formats {

namespace {

/// What fuzzers found once, in tests/data/fuzz_found/TARGET: the name of a file says what it broke.
std::vector<std::filesystem::path> foundFor(const std::string &target)
{
    std::vector<std::filesystem::path> files;
    const std::filesystem::path folder = std::filesystem::path(WINNOW_TEST_DATA) / "fuzz_found" / target;
    if (std::filesystem::exists(folder)) {
        for (const std::filesystem::directory_entry &entry : std::filesystem::directory_iterator(folder)) {
            files.push_back(entry.path());
        }
    }
    return files;
}

} // namespace

TEST(FuzzFound, staysMended)
{
    int inputs = 0;
    for (const fuzz::Target &target : fuzz::targets()) {
        for (const std::filesystem::path &file : foundFor(target.name)) {
            const auto bytes = readFile(file);
            ASSERT_TRUE(bytes);
            EXPECT_EQ(target.check(*bytes), "") << file;
            ++inputs;
        }
    }
    EXPECT_GT(inputs, 0);
}

TEST(FuzzFound, whatHoldsForAllInputsHoldsForTheSamples)
{
    for (const fuzz::Target &target : fuzz::targets()) {
        for (const Sample &sample : samples()) {
            const auto bytes = readFile(sample.input);
            ASSERT_TRUE(bytes);
            EXPECT_EQ(target.check(*bytes), "") << target.name << ' ' << sample.input;
        }
    }
}

} // namespace winnow::formats
