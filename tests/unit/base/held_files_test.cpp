#include "base/file.h"
#include "base/held_files.h"
#include "base/readable.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

namespace winnow {

namespace {

using testing::HasSubstr;

namespace fs = std::filesystem;

TEST(HeldFiles, areLeftAloneAsLongAsTheyAreHeld)
{
    const test::TempFolder folder;
    const fs::path path = folder.file("a", "one");
    {
        const HeldFiles held({path, folder.path() / "missing"});
        EXPECT_TRUE(isHeld(path));
        EXPECT_TRUE(held.areInPlace());
        EXPECT_EQ(readFile(path).error().code, ErrorCode::Unreadable);
        const auto written = writeFile(path, "two");
        ASSERT_FALSE(written);
        EXPECT_EQ(written.error().code, ErrorCode::Unwritable);
    }
    EXPECT_FALSE(isHeld(path));
    EXPECT_EQ(readFile(path).value(), "one");
}

TEST(HeldFiles, areToldByWhatTheyAreAndNotByName)
{
    const test::TempFolder folder;
    const fs::path path = folder.file("a", "");
    const HeldFiles held({path});
    fs::create_hard_link(path, folder.path() / "link");
    EXPECT_TRUE(isHeld(folder.path() / "link"));
    fs::remove(path);
    EXPECT_TRUE(isHeld(folder.path() / "link"));
    EXPECT_FALSE(isHeld(folder.file("b", "")));
    EXPECT_FALSE(isHeld(path));
}

TEST(HeldFiles, missWhatWasTakenAwayFromBeside)
{
    const test::TempFolder folder;
    const fs::path path = folder.file("a", "");
    const fs::path other = folder.file("a-wal", "");
    std::optional<HeldFiles> held;
    held.emplace(std::vector{path, other});
    EXPECT_FALSE(hasLostWhatIsBeside(path));
    fs::rename(other, folder.path() / "away");
    EXPECT_TRUE(hasLostWhatIsBeside(path));
    EXPECT_FALSE(hasLostWhatIsBeside(folder.path() / "away"));
    EXPECT_FALSE(held->areInPlace());
    static_cast<void>(folder.file("a-wal", ""));
    EXPECT_FALSE(held->areInPlace()) << "another file has the name";
    held.reset();
    EXPECT_FALSE(hasLostWhatIsBeside(path));
}

TEST(RequireReadable, saysWhatStandsInTheWay)
{
    const test::TempFolder folder;
    EXPECT_TRUE(requireReadable(folder.file("a", "")));
    const auto missing = requireReadable(folder.path() / "none");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
    EXPECT_THAT(missing.error().message, HasSubstr("none; check the name"));
    const auto opened = requireReadable(folder.path());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::Unreadable);
    EXPECT_THAT(opened.error().message, HasSubstr("it is a folder"));
    EXPECT_FALSE(requireReadable(folder.path() / "a" / "b"));
}

} // namespace

} // namespace winnow
