#include "base/sha256.h"
#include "support/temp_folder.h"

#include <gtest/gtest.h>

namespace winnow {

namespace {

// FIPS 180-4 examples, and one longer than a buffer.
TEST(Sha256, equalsThePublishedExamples)
{
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256(std::string(1000000, 'a')),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, ofAFileEqualsThatOfItsBytes)
{
    const test::TempFolder folder;
    const std::string bytes(300000, 'x');
    EXPECT_EQ(sha256OfFile(folder.file("x", bytes)).value(), sha256(bytes));
    EXPECT_FALSE(sha256OfFile(folder.path() / "missing"));
}

} // namespace

} // namespace winnow
