#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

struct ssl_ctx_st;

namespace winnow::replay {

/// A certificate made for the test, signed by itself: nobody trusts it who is not told to.
class Certificate
{
public:
    /// For these host names, from yesterday on for `days` days: 0 makes one that has run out.
    explicit Certificate(const std::vector<std::string> &names, int days = 2);

    /// As SSL_CERT_FILE takes it.
    [[nodiscard]] const std::string &pem() const { return m_pem; }

    /// What a server needs of OpenSSL to show it.
    [[nodiscard]] ssl_ctx_st *context() const { return m_context.get(); }

    /// Whether any client has offered to speak HTTP/2.
    [[nodiscard]] bool wasOfferedHttp2() const { return *m_wasOfferedHttp2; }

private:
    std::string m_pem;
    std::shared_ptr<ssl_ctx_st> m_context;
    std::shared_ptr<std::atomic<bool>> m_wasOfferedHttp2 = std::make_shared<std::atomic<bool>>(false);
};

} // namespace winnow::replay
