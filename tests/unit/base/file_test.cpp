#include "base/file.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace winnow {

namespace {

using testing::HasSubstr;

TEST(File, readsBackWhatItWrote)
{
    const test::TempFolder folder;
    const auto path = folder.path() / "a.txt";
    ASSERT_TRUE(writeFile(path, std::string("one\0two", 7)));
    EXPECT_EQ(readFile(path).value(), std::string("one\0two", 7));
}

TEST(File, replacesAFileWhole)
{
    const test::TempFolder folder;
    const auto path = folder.file("a.txt", "a long text that was here before");
    ASSERT_TRUE(writeFile(path, "short"));
    EXPECT_EQ(readFile(path).value(), "short");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1)
        << "no part file is left";
}

TEST(File, saysThatAFileIsMissing)
{
    const auto result = readFile("/nowhere/at/all.ris");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::NotFound);
    EXPECT_THAT(result.error().message, HasSubstr("/nowhere/at/all.ris"));
}

TEST(File, saysThatAFolderIsNoFile)
{
    const test::TempFolder folder;
    const auto result = readFile(folder.path());
    ASSERT_FALSE(result);
    EXPECT_THAT(result.error().message, HasSubstr("folder"));
    EXPECT_EQ(writeFile(folder.path(), "x").error().code, ErrorCode::Unwritable);
}

TEST(File, refusesMoreThanTheBound)
{
    const test::TempFolder folder;
    EXPECT_FALSE(readFile(folder.file("a", "12345"), 4));
    EXPECT_TRUE(readFile(folder.file("b", "1234"), 4));
}

TEST(File, leavesNothingBehindOnAFullDisk)
{
    if (!std::filesystem::exists("/dev/full")) {
        GTEST_SKIP() << "no /dev/full on this system";
    }
    const auto result = writeFile("/dev/full", "x");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Unwritable);
}

} // namespace

} // namespace winnow
