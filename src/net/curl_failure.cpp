#include "net/curl_failure.h"

#include <ifaddrs.h>
#include <net/if.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace winnow::net {

namespace {

struct Meaning
{
    CURLcode code;
    FailureKind kind;
};

constexpr std::array kMeanings{
    Meaning{CURLE_COULDNT_RESOLVE_HOST, FailureKind::NameNotFound},
    Meaning{CURLE_COULDNT_RESOLVE_PROXY, FailureKind::ProxyNotFound},
    Meaning{CURLE_PROXY, FailureKind::ProxyFailed},
    Meaning{CURLE_COULDNT_CONNECT, FailureKind::Refused},
    Meaning{CURLE_PARTIAL_FILE, FailureKind::BrokenOff},
    Meaning{CURLE_GOT_NOTHING, FailureKind::BrokenOff},
    Meaning{CURLE_SEND_ERROR, FailureKind::BrokenOff},
    Meaning{CURLE_RECV_ERROR, FailureKind::BrokenOff},
    Meaning{CURLE_HTTP2, FailureKind::BrokenOff},
    Meaning{CURLE_HTTP2_STREAM, FailureKind::BrokenOff},
    Meaning{CURLE_WEIRD_SERVER_REPLY, FailureKind::Garbled},
    Meaning{CURLE_UNSUPPORTED_PROTOCOL, FailureKind::Garbled}, // HTTP/0.9, which is anything at all
    Meaning{CURLE_BAD_CONTENT_ENCODING, FailureKind::Garbled},
    Meaning{CURLE_SSL_CONNECT_ERROR, FailureKind::TlsFailed},
    Meaning{CURLE_SSL_CIPHER, FailureKind::TlsFailed},
    Meaning{CURLE_PEER_FAILED_VERIFICATION, FailureKind::NotTrusted},
    Meaning{CURLE_SSL_ISSUER_ERROR, FailureKind::NotTrusted},
    Meaning{CURLE_SSL_INVALIDCERTSTATUS, FailureKind::NotTrusted},
    Meaning{CURLE_SSL_CACERT_BADFILE, FailureKind::BadCertificateFile},
    Meaning{CURLE_FILESIZE_EXCEEDED, FailureKind::TooLarge},
};

bool isConnected(CURL *easy)
{
    curl_off_t microseconds = 0;
    curl_easy_getinfo(easy, CURLINFO_PRETRANSFER_TIME_T, &microseconds);
    return microseconds > 0;
}

long number(CURL *easy, CURLINFO what)
{
    long value = 0;
    curl_easy_getinfo(easy, what, &value);
    return value;
}

} // namespace

bool hasNetwork()
{
    ifaddrs *all = nullptr;
    if (getifaddrs(&all) != 0) {
        return true; // unknown, so nothing can be blamed on it
    }
    bool found = false;
    for (const ifaddrs *one = all; one != nullptr; one = one->ifa_next) {
        const bool isUp = (one->ifa_flags & IFF_UP) != 0U && (one->ifa_flags & IFF_LOOPBACK) == 0U;
        const bool hasAddress = one->ifa_addr != nullptr &&
                                (one->ifa_addr->sa_family == AF_INET || one->ifa_addr->sa_family == AF_INET6);
        found = found || (isUp && hasAddress);
    }
    freeifaddrs(all);
    return found;
}

FailureKind failureKind(CURLcode code, CURL *easy)
{
    if (const long proxySaid = number(easy, CURLINFO_HTTP_CONNECTCODE); proxySaid >= 300) {
        return proxySaid == 407 ? FailureKind::ProxyWantsPassword : FailureKind::ProxyFailed;
    }
    if (code == CURLE_OPERATION_TIMEDOUT) {
        return isConnected(easy) ? FailureKind::Stalled : FailureKind::ConnectTimedOut;
    }
    const long reason = number(easy, CURLINFO_OS_ERRNO);
    if ((code == CURLE_COULDNT_RESOLVE_HOST && !hasNetwork()) ||
        (code == CURLE_COULDNT_CONNECT && reason == ENETUNREACH)) {
        return FailureKind::NoNetwork;
    }
    const auto *const found = std::ranges::find(kMeanings, code, &Meaning::code);
    return found == kMeanings.end() ? FailureKind::Other : found->kind;
}

} // namespace winnow::net
