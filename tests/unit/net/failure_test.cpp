#include "net/curl_failure.h"
#include "net/failure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace winnow::net {
namespace {

constexpr int kKinds = static_cast<int>(FailureKind::Other) + 1;

TEST(Failure, isToldInWordsThatSayWhatToDoNext)
{
    std::set<std::string> messages;
    for (int i = 1; i < kKinds; ++i) { // all but Stopped
        const Error error = errorOf({static_cast<FailureKind>(i), "for the log"}, "api.example.org");
        EXPECT_EQ(error.detail, "for the log");
        EXPECT_NE(error.message.find("api.example.org"), std::string::npos) << error.message;
        EXPECT_EQ(error.message.find('#'), std::string::npos) << error.message;
        EXPECT_EQ(error.message.back(), '.') << error.message;
        EXPECT_GE(std::ranges::count(error.message, ' '), 5) << error.message;
        messages.insert(error.message);
    }
    EXPECT_EQ(messages.size(), static_cast<std::size_t>(kKinds - 1));
}

TEST(Failure, isUnreachableUnlessTheReplyOrTheAddressIsToBlame)
{
    const std::map<FailureKind, ErrorCode> others{{FailureKind::Stopped, ErrorCode::Cancelled},
                                                  {FailureKind::TooLarge, ErrorCode::WrongFormat},
                                                  {FailureKind::Unwanted, ErrorCode::WrongFormat},
                                                  {FailureKind::OutOfReach, ErrorCode::Denied}};
    for (int i = 0; i < kKinds; ++i) {
        const auto kind = static_cast<FailureKind>(i);
        const auto other = others.find(kind);
        EXPECT_EQ(errorOf({kind, {}}, "a").code,
                  other == others.end() ? ErrorCode::Unreachable : other->second)
            << i;
    }
}

TEST(Failure, isNoFailureWhenTheUserStopped)
{
    EXPECT_EQ(errorOf({FailureKind::Stopped, {}}, "a").code, ErrorCode::Cancelled);
    EXPECT_FALSE(isWorthAnother(FailureKind::Stopped, true));
}

TEST(Failure, beforeAnythingWasSentIsAlwaysWorthAnotherTry)
{
    for (const auto kind : {FailureKind::NameNotFound, FailureKind::Refused, FailureKind::ConnectTimedOut}) {
        EXPECT_TRUE(isWorthAnother(kind, false));
    }
}

TEST(Failure, afterSendingIsWorthAnotherTryOnlyWhenAskingTwiceDoesNoHarm)
{
    for (const auto kind : {FailureKind::BrokenOff, FailureKind::Stalled}) {
        EXPECT_TRUE(isWorthAnother(kind, true));
        EXPECT_FALSE(isWorthAnother(kind, false));
    }
}

TEST(Failure, thatAPersonMustMendIsNotTriedAgain)
{
    for (const auto kind : {FailureKind::NoNetwork,
                            FailureKind::NotTrusted,
                            FailureKind::BadCertificateFile,
                            FailureKind::ProxyWantsPassword,
                            FailureKind::TooLarge,
                            FailureKind::Unwanted,
                            FailureKind::OutOfReach}) {
        EXPECT_FALSE(isWorthAnother(kind, true));
    }
}

TEST(CurlFailure, tellsNamesFromProxiesFromCertificates)
{
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> easy(curl_easy_init(), curl_easy_cleanup);
    const auto kind = [&](CURLcode code) { return failureKind(code, easy.get()); };
    EXPECT_EQ(kind(CURLE_COULDNT_RESOLVE_HOST),
              hasNetwork() ? FailureKind::NameNotFound : FailureKind::NoNetwork);
    EXPECT_EQ(kind(CURLE_COULDNT_RESOLVE_PROXY), FailureKind::ProxyNotFound);
    EXPECT_EQ(kind(CURLE_COULDNT_CONNECT), FailureKind::Refused);
    EXPECT_EQ(kind(CURLE_PEER_FAILED_VERIFICATION), FailureKind::NotTrusted);
    EXPECT_EQ(kind(CURLE_OPERATION_TIMEDOUT), FailureKind::ConnectTimedOut);
    EXPECT_EQ(kind(CURLE_OUT_OF_MEMORY), FailureKind::Other);
}

} // namespace
} // namespace winnow::net
