#include "net/failure.h"

#include "base/task.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace winnow::net {

namespace {

/// When another try helps.
enum class Again { Never, BeforeSending, WhenRepeatable };

struct Words
{
    FailureKind kind;
    Again again;
    std::string_view message; ///< # stands for the server
    ErrorCode code = ErrorCode::Unreachable;
};

constexpr std::array kWords{
    Words{FailureKind::NoNetwork,
          Again::Never,
          "This computer is not connected to a network, so # cannot be asked. Connect it, then try again."},
    Words{
        FailureKind::NameNotFound,
        Again::BeforeSending,
        "The server # was not found. Check its address and the connection to the internet, then try again."},
    Words{FailureKind::Refused,
          Again::BeforeSending,
          "# takes no connections. Check its address, or try again later."},
    Words{FailureKind::ConnectTimedOut,
          Again::BeforeSending,
          "# did not answer in time. Try again later; if nothing else answers either, check the connection "
          "to the "
          "internet and ask whether a proxy is needed."},
    Words{FailureKind::Stalled,
          Again::WhenRepeatable,
          "# took too long: it timed out before its reply was complete. Try again later."},
    Words{FailureKind::BrokenOff,
          Again::WhenRepeatable,
          "The connection to # broke off before its reply was complete. Try again later."},
    Words{FailureKind::NotTrusted,
          Again::Never,
          "The certificate of # cannot be trusted, so nothing was sent to it. Check the date of this "
          "computer; where an "
          "institution inspects connections, let SSL_CERT_FILE name its certificate file."},
    Words{FailureKind::BadCertificateFile,
          Again::Never,
          "The certificates to check # with cannot be read. Correct the file that CURL_CA_BUNDLE or "
          "SSL_CERT_FILE names, or "
          "unset them."},
    Words{FailureKind::TlsFailed,
          Again::BeforeSending,
          "No secure connection to # could be made. Try again later; where a proxy is in between, ask "
          "whoever runs it."},
    Words{FailureKind::ProxyNotFound,
          Again::BeforeSending,
          "The proxy on the way to # was not found. Correct https_proxy or all_proxy in the environment, or "
          "unset them."},
    Words{FailureKind::ProxyFailed,
          Again::BeforeSending,
          "The proxy did not let us through to #. Ask whoever runs it, or name # in no_proxy to go without."},
    Words{FailureKind::ProxyWantsPassword,
          Again::Never,
          "The proxy on the way to # asks for a name and password. Put them into https_proxy in the "
          "environment."},
    Words{FailureKind::TooLarge,
          Again::Never,
          "The reply of # is too large to be what was asked for. Ask for fewer records at once.",
          ErrorCode::WrongFormat},
    Words{FailureKind::Unwanted,
          Again::Never,
          "# sent something else than what was asked for.",
          ErrorCode::WrongFormat},
    Words{FailureKind::OutOfReach,
          Again::Never,
          "The address # is not on the internet but in a local network, where Winnow does not follow what a "
          "reply says.",
          ErrorCode::Denied},
    Words{FailureKind::Garbled,
          Again::WhenRepeatable,
          "# answered in a way that cannot be understood. Check its address, or try again later."},
    Words{FailureKind::Other, Again::Never, "# could not be asked. Try again later."},
};

const Words &wordsOf(FailureKind kind)
{
    const auto *const found = std::ranges::find(kWords, kind, &Words::kind);
    assert(found != kWords.end());
    return *found;
}

} // namespace

bool isWorthAnother(FailureKind kind, bool isRepeatable)
{
    if (kind == FailureKind::Stopped) {
        return false;
    }
    const Again again = wordsOf(kind).again;
    return again == Again::BeforeSending || (again == Again::WhenRepeatable && isRepeatable);
}

Error errorOf(const Failure &failure, std::string_view server)
{
    if (failure.kind == FailureKind::Stopped) {
        return Task::stoppedError();
    }
    const Words &words = wordsOf(failure.kind);
    std::string message;
    for (const char c : words.message) {
        c == '#' ? message.append(server) : message.append(1, c);
    }
    return {words.code, message, failure.detail, {}};
}

} // namespace winnow::net
