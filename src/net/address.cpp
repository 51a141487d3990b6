#include "net/address.h"

#include "net/failure.h"

#include <arpa/inet.h>
#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace winnow::net {

namespace {

struct CleanUp
{
    void operator()(CURLU *url) const { curl_url_cleanup(url); }

    void operator()(char *text) const { curl_free(text); }
};

using Url = std::unique_ptr<CURLU, CleanUp>;

std::string part(const Url &url, CURLUPart which, unsigned flags = 0)
{
    char *text = nullptr;
    if (curl_url_get(url.get(), which, &text, flags) != CURLUE_OK) {
        return {};
    }
    const std::unique_ptr<char, CleanUp> owner(text);
    return text;
}

bool has(const Url &url, CURLUPart which)
{
    return !part(url, which).empty();
}

std::string lower(std::string text)
{
    std::ranges::transform(
        text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

std::string withoutBrackets(std::string host)
{
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
        host = host.substr(1, host.size() - 2);
    }
    return host;
}

Error malformed()
{
    return {ErrorCode::InvalidArgument,
            "This is no address of a server. Give one such as https://api.example.org.",
            "malformed URL",
            {}};
}

Error notHttps(const std::string &server)
{
    return {ErrorCode::InvalidArgument,
            "Winnow asks servers only over HTTPS, so that nobody reads along. Give the address of " + server +
                " with https:// in front.",
            {},
            {}};
}

Result<Address> checked(const Url &url)
{
    Address address{.url = part(url, CURLUPART_URL),
                    .scheme = lower(part(url, CURLUPART_SCHEME)),
                    .host = withoutBrackets(lower(part(url, CURLUPART_HOST))),
                    .port = part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT),
                    .path = part(url, CURLUPART_PATH)};
    if (address.url.empty() || address.host.empty()) {
        return malformed();
    }
    if (address.scheme != "https" && !(address.scheme == "http" && isLoopback(address.host))) {
        return notHttps(address.host);
    }
    if (has(url, CURLUPART_USER) || has(url, CURLUPART_PASSWORD)) {
        return Error{ErrorCode::InvalidArgument,
                     "The address of " + address.server() +
                         " holds a name or password, which would be seen. Give it without.",
                     {},
                     {}};
    }
    return address;
}

/// Asks by HTTPS where plain HTTP is written, unless it names a port of its own.
void makeSafe(const Url &url)
{
    const std::string host = withoutBrackets(lower(part(url, CURLUPART_HOST)));
    const std::string port = part(url, CURLUPART_PORT);
    if (lower(part(url, CURLUPART_SCHEME)) == "http" && !isLoopback(host) && (port.empty() || port == "80")) {
        curl_url_set(url.get(), CURLUPART_PORT, nullptr, 0);
        curl_url_set(url.get(), CURLUPART_SCHEME, "https", 0);
    }
}

Result<Address> within(Result<Address> address, Reach reach)
{
    if (address && !mayBeAsked(address->host, reach)) {
        return errorOf({FailureKind::OutOfReach, {}}, address->server());
    }
    return address;
}

std::optional<Url> parsed(const std::string &text, unsigned flags)
{
    Url url(curl_url());
    if (!url || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), flags) != CURLUE_OK) {
        return std::nullopt;
    }
    return url;
}

bool isText(std::string_view url)
{
    return std::ranges::none_of(url,
                                [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

/// The URL of `location`, seen from there.
std::optional<Url> resolved(const Address &from, std::string_view location)
{
    auto url = parsed(from.url, 0);
    if (!url || location.empty() || !isText(location) ||
        curl_url_set(url->get(),
                     CURLUPART_URL,
                     std::string(location).c_str(),
                     CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK) {
        return std::nullopt;
    }
    return url;
}

} // namespace

std::string Address::server() const
{
    const std::string name = host.find(':') == std::string::npos ? host : "[" + host + "]";
    const bool isUsual = port == (scheme == "https" ? "443" : "80");
    return isUsual ? name : name + ":" + port;
}

Result<Address> addressOf(std::string_view url)
{
    // With the scheme written out: a guess would be plain HTTP.
    if (!isText(url) || url.find("://") == std::string_view::npos) {
        return malformed();
    }
    const auto whole = parsed(std::string(url), CURLU_NON_SUPPORT_SCHEME);
    return whole ? checked(*whole) : malformed();
}

Result<Address> redirectedFrom(const Address &from, std::string_view location)
{
    const auto elsewhere = [&](const std::string &whereTo) {
        return Error{
            ErrorCode::Unreachable,
            from.server() + " sends us on to " + whereTo +
                ", where Winnow does not follow, since your keys are not meant for it. If the service "
                "has moved, name its new address in the environment, as in WINNOW_SCOPUS_URL.",
            "redirect refused",
            {}};
    };
    const auto url = resolved(from, location);
    if (!url) {
        return elsewhere("an address that is none");
    }
    auto address = checked(*url);
    if (!address) {
        return elsewhere("an address that is not safe");
    }
    if (address->scheme != from.scheme || address->host != from.host || address->port != from.port) {
        return elsewhere(address->server());
    }
    return address;
}

Result<Address> foreignAddress(std::string_view url, Reach reach)
{
    if (!isText(url) || url.find("://") == std::string_view::npos) {
        return malformed();
    }
    const auto whole = parsed(std::string(url), CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE);
    if (!whole) {
        return malformed();
    }
    makeSafe(*whole);
    return within(checked(*whole), reach);
}

Result<Address> wanderedFrom(const Address &from, std::string_view location, Reach reach)
{
    const auto url = resolved(from, location);
    if (!url) {
        return Error{ErrorCode::Unreachable,
                     from.server() + " sends us on to an address that is none.",
                     "redirect refused",
                     {}};
    }
    makeSafe(*url);
    return within(checked(*url), reach);
}

bool isLoopback(std::string_view host)
{
    const std::string name(host);
    std::array<unsigned char, 16> bytes{};
    if (inet_pton(AF_INET, name.c_str(), bytes.data()) == 1) {
        return bytes[0] == 127;
    }
    if (inet_pton(AF_INET6, name.c_str(), bytes.data()) == 1) {
        return std::all_of(bytes.begin(), bytes.end() - 1, [](unsigned char b) { return b == 0; }) &&
               bytes.back() == 1;
    }
    return name == "localhost";
}

} // namespace winnow::net
