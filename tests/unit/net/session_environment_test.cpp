#include "net/curl_failure.h"
#include "replay/certificate.h"
#include "session_fixture.h"
#include "support/temp_folder.h"
#include "variable.h"

#include <deque>

namespace winnow::net {
namespace {

using replay::Answer;

constexpr const char *kKey = "0123456789abcdef0123456789abcdef";

/// A session in an environment of its own, and a server that speaks TLS as "search.example".
class EnvironmentTest : public SessionTest
{
public:
    ~EnvironmentTest() override
    {
        while (!variables.empty()) {
            variables.pop_back(); // the last first, so that each finds what was before it
        }
    }

    EnvironmentTest(const EnvironmentTest &) = delete;
    EnvironmentTest &operator=(const EnvironmentTest &) = delete;

protected:
    EnvironmentTest()
    {
        for (const char *const name : {"http_proxy",
                                       "https_proxy",
                                       "HTTPS_PROXY",
                                       "all_proxy",
                                       "ALL_PROXY",
                                       "no_proxy",
                                       "NO_PROXY",
                                       "CURL_CA_BUNDLE",
                                       "SSL_CERT_FILE",
                                       "SSL_CERT_DIR"}) {
            set(name, std::nullopt);
        }
        secure.answer("/", Answer{.body = "secure"});
        server.answer("/", Answer{.body = "plain"});
    }

    void set(const std::string &name, const std::optional<std::string> &value)
    {
        variables.emplace_back(name, value);
    }

    void trust(const replay::Certificate &one)
    {
        set("SSL_CERT_FILE", folder.file("trusted.pem", one.pem()).string());
    }

    Result<Reply> getSecurely(const std::string &host)
    {
        return fetch({.url = "https://" + host + ":" + std::to_string(secure.port()) + "/",
                      .headers = {{"X-ELS-APIKey", kKey, true}}});
    }

    test::TempFolder folder;
    replay::Certificate certificate{{"search.example", "localhost"}};
    replay::ReplayServer secure{certificate};
    replay::ReplayServer proxy;
    std::deque<Variable> variables;
};

TEST_F(EnvironmentTest, trustsTheCertificatesThatTheEnvironmentNames)
{
    trust(certificate);
    const auto reply = getSecurely("localhost");
    ASSERT_TRUE(reply) << textOf(reply.error());
    EXPECT_EQ(reply->body, "secure");
    EXPECT_EQ(secure.asked().at(0).header("X-ELS-APIKey"), kKey);
}

TEST_F(EnvironmentTest, offersHttp2)
{
    trust(certificate);
    ASSERT_TRUE(getSecurely("localhost"));
    EXPECT_TRUE(certificate.wasOfferedHttp2());
}

TEST_F(EnvironmentTest, prefersTheCertificatesMeantForCurl)
{
    set("SSL_CERT_FILE", folder.file("other.pem", replay::Certificate({"localhost"}).pem()).string());
    set("CURL_CA_BUNDLE", folder.file("trusted.pem", certificate.pem()).string());
    EXPECT_TRUE(getSecurely("localhost"));
}

TEST_F(EnvironmentTest, sendsNothingToAServerThatNobodyVouchesFor)
{
    trust(replay::Certificate({"localhost"}));
    const auto reply = getSecurely("localhost");
    ASSERT_FALSE(reply);
    EXPECT_NE(reply.error().message.find("certificate"), std::string::npos) << textOf(reply.error());
    EXPECT_TRUE(secure.asked().empty());
    EXPECT_LT(timing.waited().count(), 100); // another try would not help
}

TEST_F(EnvironmentTest, sendsNothingToAServerOfAnotherName)
{
    trust(certificate);
    const auto reply = getSecurely("127.0.0.1");
    ASSERT_FALSE(reply);
    EXPECT_NE(reply.error().message.find("certificate"), std::string::npos);
    EXPECT_TRUE(secure.asked().empty());
}

TEST_F(EnvironmentTest, sendsNothingToAServerWhoseCertificateHasRunOut)
{
    const replay::Certificate old({"localhost"}, 0);
    trust(old);
    replay::ReplayServer late(old);
    const auto reply = fetch({.url = "https://localhost:" + std::to_string(late.port()) + "/"});
    ASSERT_FALSE(reply);
    EXPECT_NE(reply.error().message.find("certificate"), std::string::npos);
    EXPECT_TRUE(late.asked().empty());
}

TEST_F(EnvironmentTest, tellsWhenTheNamedCertificatesCannotBeRead)
{
    set("SSL_CERT_FILE", (folder.path() / "missing.pem").string());
    const auto reply = getSecurely("localhost");
    ASSERT_FALSE(reply);
    EXPECT_NE(reply.error().message.find("SSL_CERT_FILE"), std::string::npos) << textOf(reply.error());
}

TEST_F(EnvironmentTest, tellsWhenTheNameIsUnknown)
{
    const auto reply = fetch({.url = "https://unknown.invalid/"});
    ASSERT_FALSE(reply);
    const std::string expected =
        hasNetwork() ? "unknown.invalid was not found" : "not connected to a network";
    EXPECT_NE(reply.error().message.find(expected), std::string::npos) << textOf(reply.error());
}

TEST_F(EnvironmentTest, tellsWhenTheProxyIsUnknown)
{
    set("https_proxy", "http://unknown.invalid:3128");
    const auto reply = getSecurely("search.example");
    ASSERT_FALSE(reply);
    EXPECT_NE(reply.error().message.find("proxy on the way to search.example"), std::string::npos)
        << textOf(reply.error());
}

TEST_F(EnvironmentTest, goesThroughTheProxyThatTheEnvironmentNames)
{
    trust(certificate);
    set("https_proxy", proxy.url());
    proxy.tunnelTo(secure.port());
    const auto reply = getSecurely("search.example"); // a name that only the proxy knows
    ASSERT_TRUE(reply) << textOf(reply.error());
    EXPECT_EQ(reply->body, "secure");
    const auto asked = proxy.asked();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].method + " " + asked[0].target,
              "CONNECT search.example:" + std::to_string(secure.port()));
}

TEST_F(EnvironmentTest, showsTheProxyNoHeadersOfTheRequest)
{
    trust(certificate);
    set("https_proxy", proxy.url());
    proxy.tunnelTo(secure.port());
    ASSERT_TRUE(getSecurely("search.example"));
    EXPECT_EQ(proxy.asked().at(0).header("X-ELS-APIKey"), "");
    EXPECT_EQ(secure.asked().at(0).header("X-ELS-APIKey"), kKey);
}

TEST_F(EnvironmentTest, goesAroundTheProxyWhereItIsToldTo)
{
    trust(certificate);
    set("https_proxy", proxy.url());
    set("http_proxy", proxy.url());
    set("NO_PROXY", "example.org,localhost,127.0.0.1");
    EXPECT_EQ(getSecurely("localhost")->body, "secure");
    EXPECT_EQ(get("/")->body, "plain");
    EXPECT_TRUE(proxy.asked().empty());
}

TEST_F(EnvironmentTest, tellsWhenTheProxyRefuses)
{
    set("https_proxy", proxy.url());
    proxy.answer("search.example:" + std::to_string(secure.port()), Answer{.status = 403});
    const auto reply = getSecurely("search.example");
    ASSERT_FALSE(reply);
    EXPECT_NE(reply.error().message.find("proxy did not let us through"), std::string::npos)
        << textOf(reply.error());
}

TEST_F(EnvironmentTest, tellsWhenTheProxyWantsAPassword)
{
    set("https_proxy", proxy.url());
    proxy.answer("search.example:" + std::to_string(secure.port()), Answer{.status = 407});
    const auto reply = getSecurely("search.example");
    ASSERT_FALSE(reply);
    EXPECT_NE(reply.error().message.find("name and password"), std::string::npos) << textOf(reply.error());
    EXPECT_EQ(proxy.asked().size(), 1U);
}

TEST_F(EnvironmentTest, tellsNoPasswordOfTheProxy)
{
    set("https_proxy", "http://me:sesame@127.0.0.1:" + std::to_string(proxy.port()));
    const auto reply = getSecurely("search.example");
    ASSERT_FALSE(reply);
    EXPECT_EQ(textOf(reply.error()).find("sesame"), std::string::npos);
}

TEST_F(EnvironmentTest, sendsPlainHttpThroughAProxyOnThisComputer)
{
    set("http_proxy", proxy.url());
    proxy.answer("/", Answer{.body = "by proxy"});
    EXPECT_EQ(get("/")->body, "by proxy");
    EXPECT_EQ(proxy.asked().at(0).target, server.url("/"));
}

TEST_F(EnvironmentTest, sendsPlainHttpToNoProxyElsewhere)
{
    for (const char *const elsewhere :
         {"http://proxy.invalid:3128", "proxy.invalid:3128", "socks5h://proxy.invalid"}) {
        set("http_proxy", elsewhere);
        const auto reply = get("/");
        ASSERT_TRUE(reply) << textOf(reply.error());
        EXPECT_EQ(reply->body, "plain");
    }
}

} // namespace
} // namespace winnow::net
