#include "net/address.h"

#include <gtest/gtest.h>

namespace winnow::net {
namespace {

TEST(Address, isReadInItsParts)
{
    const auto address = addressOf("https://API.example.org/works?q=a#top");
    ASSERT_TRUE(address);
    EXPECT_EQ(address->scheme, "https");
    EXPECT_EQ(address->host, "api.example.org");
    EXPECT_EQ(address->port, "443");
    EXPECT_EQ(address->path, "/works");
    EXPECT_EQ(address->server(), "api.example.org");
}

TEST(Address, namesThePortWhereItIsNotTheUsualOne)
{
    EXPECT_EQ(addressOf("https://a.org:8443/")->server(), "a.org:8443");
    EXPECT_EQ(addressOf("https://a.org:443/")->server(), "a.org");
    EXPECT_EQ(addressOf("http://[::1]:81/")->server(), "[::1]:81");
}

TEST(Address, mayBePlainHttpOnLoopbackOnly)
{
    for (const char *const url :
         {"http://127.0.0.1:8080/", "http://127.1.2.3/", "http://[::1]/", "http://localhost/a"}) {
        EXPECT_TRUE(addressOf(url)) << url;
    }
    for (const char *const url : {"http://api.example.org/",
                                  "http://128.0.0.1/",
                                  "http://127.0.0.1.example.org/",
                                  "http://localhost.example.org/",
                                  "http://[::2]/",
                                  "http://0.0.0.0/",
                                  "ftp://127.0.0.1/",
                                  "file:///etc/passwd",
                                  "HTTP://example.org/"}) {
        const auto address = addressOf(url);
        ASSERT_FALSE(address) << url;
        EXPECT_EQ(address.error().code, ErrorCode::InvalidArgument) << url;
    }
}

TEST(Address, tellsToUseHttps)
{
    EXPECT_NE(addressOf("http://api.example.org/?key=k").error().message.find("https://"), std::string::npos);
}

TEST(Address, isRefusedWhenMalformed)
{
    for (const char *const url :
         {"", "example.org", "127.0.0.1:80/a", "https://", "https://a b/", "https://a.org/\r\nX: y"}) {
        EXPECT_FALSE(addressOf(url)) << url;
    }
}

TEST(Address, holdsNoNameAndPassword)
{
    const auto address = addressOf("https://me:sesame@example.org/");
    ASSERT_FALSE(address);
    EXPECT_EQ(address.error().message.find("sesame"), std::string::npos);
}

TEST(Redirect, isFollowedOnTheSameServer)
{
    const auto from = addressOf("https://a.org/one/two?q=1");
    EXPECT_EQ(redirectedFrom(*from, "/three")->url, "https://a.org/three");
    EXPECT_EQ(redirectedFrom(*from, "three?b=c")->url, "https://a.org/one/three?b=c");
    EXPECT_EQ(redirectedFrom(*from, "https://A.org:443/x")->host, "a.org");
    EXPECT_EQ(redirectedFrom(*from, "/a b")->url, "https://a.org/a%20b");
}

TEST(Redirect, isRefusedToEveryOtherServer)
{
    const auto from = addressOf("https://a.org/one");
    for (const char *const location : {"https://b.org/one",
                                       "//b.org/one",
                                       "http://a.org/one",
                                       "https://a.org:444/one",
                                       "https://a.org.b.org/",
                                       "https://a.org@b.org/",
                                       "https://me:pass@a.org/",
                                       "http://127.0.0.1/",
                                       "file:///etc/passwd",
                                       "ftp://a.org/",
                                       "",
                                       "https://"}) {
        const auto address = redirectedFrom(*from, location);
        ASSERT_FALSE(address) << location;
        EXPECT_EQ(address.error().code, ErrorCode::Unreachable) << location;
    }
    EXPECT_NE(redirectedFrom(*from, "https://b.org/?a=secret").error().message.find("b.org"),
              std::string::npos);
    EXPECT_EQ(redirectedFrom(*from, "https://b.org/?a=secret").error().message.find("secret"),
              std::string::npos);
}

} // namespace
} // namespace winnow::net
