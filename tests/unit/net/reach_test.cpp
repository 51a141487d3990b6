#include "net/address.h"
#include "net/reach.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstring>

namespace winnow::net {
namespace {

bool mayConnectTo(const char *number, Reach reach)
{
    sockaddr_storage storage{};
    if (std::strchr(number, ':') != nullptr) {
        sockaddr_in6 address{};
        address.sin6_family = AF_INET6;
        EXPECT_EQ(inet_pton(AF_INET6, number, &address.sin6_addr), 1) << number;
        std::memcpy(&storage, &address, sizeof address);
    } else {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        EXPECT_EQ(inet_pton(AF_INET, number, &address.sin_addr), 1) << number;
        std::memcpy(&storage, &address, sizeof address);
    }
    return mayConnect(*reinterpret_cast<const sockaddr *>(&storage), reach); // NOLINT: as the system has it
}

TEST(Reach, endsAtLocalNetworks)
{
    for (const char *const local : {"10.0.0.1",
                                    "172.16.0.1",
                                    "172.31.255.255",
                                    "192.168.1.1",
                                    "169.254.169.254",
                                    "100.64.0.1",
                                    "0.0.0.0",
                                    "224.0.0.1",
                                    "255.255.255.255",
                                    "fe80::1",
                                    "fc00::1",
                                    "fd12::1",
                                    "::",
                                    "ff02::1",
                                    "::ffff:10.0.0.1",
                                    "64:ff9b::a00:1",
                                    "2002:c0a8:0101::1",
                                    "2001:db8::1"}) {
        for (const Reach reach : {Reach::Public, Reach::PublicOrLoopback}) {
            EXPECT_FALSE(mayBeAsked(local, reach)) << local;
            EXPECT_FALSE(mayConnectTo(local, reach)) << local;
        }
        EXPECT_TRUE(mayConnectTo(local, Reach::Any)) << local;
    }
}

TEST(Reach, hasTheInternet)
{
    for (const char *const there : {"1.1.1.1",
                                    "172.32.0.1",
                                    "100.128.0.1",
                                    "192.0.1.1",
                                    "2606:4700::1111",
                                    "::ffff:1.1.1.1",
                                    "64:ff9b::101:101"}) {
        EXPECT_TRUE(mayBeAsked(there, Reach::Public)) << there;
        EXPECT_TRUE(mayConnectTo(there, Reach::Public)) << there;
    }
    EXPECT_TRUE(mayBeAsked("arxiv.org", Reach::Public));
    EXPECT_TRUE(mayBeAsked("arxiv.org.", Reach::Public));
}

TEST(Reach, hasThisComputerOnlyWhereItMay)
{
    for (const char *const here : {"127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"}) {
        EXPECT_FALSE(mayConnectTo(here, Reach::Public)) << here;
        EXPECT_TRUE(mayConnectTo(here, Reach::PublicOrLoopback)) << here;
    }
    EXPECT_FALSE(mayBeAsked("localhost", Reach::Public));
    EXPECT_TRUE(mayBeAsked("localhost", Reach::PublicOrLoopback));
}

TEST(Reach, endsAtNamesOfLocalNetworks)
{
    for (const char *const name : {"printer", "intranet.", "router.local", "a.internal", "x.localhost"}) {
        EXPECT_FALSE(mayBeAsked(name, Reach::Public)) << name;
    }
}

TEST(ForeignAddress, isAskedByHttps)
{
    EXPECT_EQ(foreignAddress("http://arxiv.org/pdf/1", Reach::Public)->url, "https://arxiv.org/pdf/1");
    EXPECT_EQ(foreignAddress("http://arxiv.org:80/pdf/1", Reach::Public)->url, "https://arxiv.org/pdf/1");
    EXPECT_EQ(foreignAddress("https://a.example.org/a b", Reach::Public)->url, "https://a.example.org/a%20b");
    EXPECT_EQ(foreignAddress("http://127.0.0.1:8080/a", Reach::PublicOrLoopback)->scheme, "http");
    for (const char *const bad : {"http://arxiv.org:8080/",
                                  "ftp://arxiv.org/",
                                  "file:///etc/passwd",
                                  "arxiv.org",
                                  "https://u:p@arxiv.org/",
                                  "https://0x7f000001/",
                                  "https://2130706433/",
                                  "https://127.1/",
                                  "https://[::1]/",
                                  "https://192.168.0.1/",
                                  ""}) {
        EXPECT_FALSE(foreignAddress(bad, Reach::Public)) << bad;
    }
}

} // namespace
} // namespace winnow::net
