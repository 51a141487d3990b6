#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::net {

class BodySink;

struct Header
{
    std::string name;
    std::string value;
    bool isSecret = false; ///< a key: never logged, never told in an error, never sent to another host
};

enum class Method { Get, Post };

struct Request
{
    Method method = Method::Get;
    std::string url{}; ///< with http only on loopback
    std::vector<Header> headers{};
    std::string body{};                            ///< of Post, as application/x-www-form-urlencoded
    std::size_t maxBytes = std::size_t{64} << 20U; ///< a longer reply is refused, after unpacking too
    bool isRepeatable = true; ///< asking twice does no harm, so that a lost reply is asked for again
    BodySink *sink = nullptr; ///< takes the body, which Reply then lacks; outlives the request
    std::chrono::milliseconds longest{0}; ///< that one try may take, though it moves; 0: any time
};

struct Reply
{
    int status = 0; ///< of HTTP
    std::vector<Header> headers{};
    std::string body{}; ///< unpacked

    /// The value of the last header of that name, letter case aside; empty where there is none.
    [[nodiscard]] std::string_view header(std::string_view name) const;
};

/// Text as a part of a URL: all but letters, digits and -._~ as %XX (RFC 3986, 2.3).
[[nodiscard]] std::string percentEncoded(std::string_view text);

} // namespace winnow::net
