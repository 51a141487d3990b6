#include "net/message.h"

#include <gtest/gtest.h>

namespace winnow::net {
namespace {

TEST(Message, findsTheLastHeaderOfANameInAnyCase)
{
    const Reply reply{200, {{"Retry-After", "1"}, {"retry-after", "2"}, {"Date", "today"}}, {}};
    EXPECT_EQ(reply.header("RETRY-AFTER"), "2");
    EXPECT_EQ(reply.header("Retry"), "");
}

TEST(Message, encodesAllButUnreservedCharacters)
{
    EXPECT_EQ(percentEncoded("aZ09-._~"), "aZ09-._~");
    EXPECT_EQ(percentEncoded("TITLE(\"a b\") & ü+%"), "TITLE%28%22a%20b%22%29%20%26%20%C3%BC%2B%25");
}

} // namespace
} // namespace winnow::net
