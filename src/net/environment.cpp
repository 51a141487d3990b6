#include "net/environment.h"

#include "net/address.h"

#include <curl/curl.h>

#include <cstdlib>
#include <initializer_list>
#include <memory>
#include <string_view>

namespace winnow::net {

namespace {

struct CleanUp
{
    void operator()(CURLU *url) const { curl_url_cleanup(url); }

    void operator()(char *text) const { curl_free(text); }
};

/// The first of the variables that is set.
std::optional<std::string> variable(std::initializer_list<const char *> names)
{
    for (const char *const name : names) {
        const char *const value = std::getenv(name);
        if (value != nullptr && *value != '\0') {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> certificateFile()
{
    return variable({"CURL_CA_BUNDLE", "SSL_CERT_FILE"});
}

std::optional<std::string> certificateFolder()
{
    return variable({"SSL_CERT_DIR"});
}

bool isHttpProxyElsewhere()
{
    // As libcurl reads them: http_proxy in small letters only, since a web server may set the other.
    const auto proxy = variable({"http_proxy", "all_proxy", "ALL_PROXY"});
    if (!proxy) {
        return false;
    }
    const std::unique_ptr<CURLU, CleanUp> url(curl_url());
    constexpr unsigned kAnyScheme = CURLU_GUESS_SCHEME | CURLU_NON_SUPPORT_SCHEME;
    char *text = nullptr;
    if (curl_url_set(url.get(), CURLUPART_URL, proxy->c_str(), kAnyScheme) != CURLUE_OK ||
        curl_url_get(url.get(), CURLUPART_HOST, &text, 0) != CURLUE_OK) {
        return true;
    }
    const std::unique_ptr<char, CleanUp> owner(text);
    const std::string_view host(text);
    return !isLoopback(host.substr(0, 1) == "[" ? host.substr(1, host.size() - 2) : host);
}

bool hasProxy()
{
    return variable({"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}).has_value();
}

} // namespace winnow::net
