#include "text/json_depth.h"

#include <gtest/gtest.h>

#include <string>

namespace winnow::text {

TEST(IsDeeperThan, countsBracketsInBrackets)
{
    EXPECT_FALSE(isDeeperThan("", 0));
    EXPECT_FALSE(isDeeperThan(R"({"a": [1, {"b": []}], "c": {}})", 4));
    EXPECT_TRUE(isDeeperThan(R"({"a": [1, {"b": []}], "c": {}})", 3));
    EXPECT_FALSE(isDeeperThan("[[],[],[],[]]", 2)) << "side by side";
    EXPECT_TRUE(isDeeperThan(std::string(1'000'000, '['), 64));
    EXPECT_TRUE(isDeeperThan("]]]][[[", 2)) << "what is closed too often opens nothing";
}

TEST(IsDeeperThan, passesOverBracketsInStrings)
{
    EXPECT_FALSE(isDeeperThan(R"(["[[[[", {"{{{{": "\"[[[[\\"}])", 2));
    EXPECT_TRUE(isDeeperThan(R"(["\\", [["]"]]])", 2)) << "the string ends behind two backslashes";
    EXPECT_FALSE(isDeeperThan("[\"[[[[[\\", 1)) << "a text that ends within a string";
}

} // namespace winnow::text
