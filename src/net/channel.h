#pragma once

#include "base/result.h"
#include "base/task.h"
#include "net/address.h"
#include "net/failure.h"
#include "net/message.h"
#include "net/reach.h"

#include <chrono>
#include <memory>
#include <string>
#include <variant>

namespace winnow::net {

struct ChannelOptions
{
    std::string userAgent;
    std::chrono::milliseconds connectTimeout{0}; ///< finding the server, reaching it and agreeing on keys
    std::chrono::milliseconds stallTimeout{0};   ///< in which nothing arrives or leaves
    Reach reach = Reach::Any;
};

/// Makes one request after the other and keeps the connections open in between. Proxies are those of the
/// environment as libcurl reads it; certificates are checked against CURL_CA_BUNDLE, SSL_CERT_FILE and
/// SSL_CERT_DIR, else those of the system.
class Channel
{
public:
    static Result<Channel> open(ChannelOptions options);

    Channel(Channel &&) noexcept;
    Channel &operator=(Channel &&) noexcept;
    ~Channel();

    /// One try; follows no redirect. `address` says where to, instead of the URL of the request. Returns
    /// within 200 ms of task.stop().
    [[nodiscard]] std::variant<Reply, Failure>
    ask(const Request &request, const Address &address, const Task &task);

private:
    struct Parts;
    explicit Channel(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace winnow::net
