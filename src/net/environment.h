#pragma once

#include <optional>
#include <string>

namespace winnow::net {

/// The certificates to trust instead of those of the system, by CURL_CA_BUNDLE or SSL_CERT_FILE.
[[nodiscard]] std::optional<std::string> certificateFile();

/// The folder of certificates to trust, by SSL_CERT_DIR.
[[nodiscard]] std::optional<std::string> certificateFolder();

/// Whether the proxy for plain HTTP is on another computer. What is for loopback, keys included, must not go
/// there; what goes by HTTPS may pass any proxy, since none can read it.
[[nodiscard]] bool isHttpProxyElsewhere();

/// Whether any proxy is named for what goes by HTTPS.
[[nodiscard]] bool hasProxy();

} // namespace winnow::net
