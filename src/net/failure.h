#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace winnow::net {

/// Why a request got no whole reply.
enum class FailureKind {
    Stopped, ///< by the user
    NoNetwork,
    NameNotFound,
    Refused,
    ConnectTimedOut,
    Stalled,
    BrokenOff,
    NotTrusted, ///< the certificate
    BadCertificateFile,
    TlsFailed,
    ProxyNotFound,
    ProxyFailed,
    ProxyWantsPassword,
    TooLarge,
    Unwanted,   ///< whoever takes the body wants no more of it
    OutOfReach, ///< a computer that the session may not ask
    Garbled,
    Other,
};

struct Failure
{
    FailureKind kind = FailureKind::Other;
    std::string detail; ///< for the log
};

/// Whether the same request may succeed if it is made again. `isRepeatable`: asking twice does no harm; if
/// not, only what failed before anything was sent counts.
[[nodiscard]] bool isWorthAnother(FailureKind kind, bool isRepeatable);

/// In words for people.
[[nodiscard]] Error errorOf(const Failure &failure, std::string_view server);

} // namespace winnow::net
