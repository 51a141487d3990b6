#include "replay/certificate.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <stdexcept>
#include <string_view>

namespace winnow::replay {

namespace {

template <auto Free>
struct FreeWith
{
    template <class T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using Key = std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>>;
using Paper = std::unique_ptr<X509, FreeWith<X509_free>>;
using Memory = std::unique_ptr<BIO, FreeWith<BIO_free>>;

constexpr long kDay = 86400;

void need(bool isFine)
{
    if (!isFine) {
        throw std::runtime_error("OpenSSL refused");
    }
}

void extend(X509 *paper, int what, const std::string &value)
{
    const std::unique_ptr<X509_EXTENSION, FreeWith<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, nullptr, what, value.c_str()));
    need(extension && X509_add_ext(paper, extension.get(), -1) == 1);
}

Paper signedBy(EVP_PKEY *key, const std::vector<std::string> &names, int days)
{
    Paper paper(X509_new());
    need(X509_set_version(paper.get(), 2) == 1 &&
         ASN1_INTEGER_set(X509_get_serialNumber(paper.get()), 1) == 1);
    X509_gmtime_adj(X509_getm_notBefore(paper.get()), -kDay);
    X509_gmtime_adj(X509_getm_notAfter(paper.get()), (days - 1) * kDay);
    X509_set_pubkey(paper.get(), key);
    X509_NAME *const subject = X509_get_subject_name(paper.get());
    X509_NAME_add_entry_by_NID(
        subject, NID_commonName, MBSTRING_UTF8, reinterpret_cast<const unsigned char *>("test"), -1, -1, 0);
    X509_set_issuer_name(paper.get(), subject);
    std::string all;
    for (const std::string &name : names) {
        all += (all.empty() ? "DNS:" : ",DNS:") + name;
    }
    extend(paper.get(), NID_subject_alt_name, all);
    extend(paper.get(), NID_basic_constraints, "critical,CA:TRUE");
    need(X509_sign(paper.get(), key, EVP_sha256()) > 0);
    return paper;
}

/// The client may offer HTTP/2, but this server speaks HTTP/1.1 only.
int chooseProtocol(SSL *,
                   const unsigned char **chosen,
                   unsigned char *size,
                   const unsigned char *offered,
                   unsigned offeredSize,
                   void *wasOfferedHttp2)
{
    static constexpr std::string_view kOurs = "http/1.1";
    const std::string_view all(reinterpret_cast<const char *>(offered), offeredSize);
    if (all.find("\x02h2") != std::string_view::npos) {
        *static_cast<std::atomic<bool> *>(wasOfferedHttp2) = true;
    }
    *chosen = reinterpret_cast<const unsigned char *>(kOurs.data());
    *size = static_cast<unsigned char>(kOurs.size());
    return SSL_TLSEXT_ERR_OK;
}

} // namespace

Certificate::Certificate(const std::vector<std::string> &names, int days)
{
    const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    need(key != nullptr);
    const Paper paper = signedBy(key.get(), names, days);
    const Memory memory(BIO_new(BIO_s_mem()));
    need(PEM_write_bio_X509(memory.get(), paper.get()) == 1);
    const char *bytes = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &bytes);
    m_pem.assign(bytes, static_cast<std::size_t>(size));
    m_context.reset(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    need(m_context && SSL_CTX_use_certificate(m_context.get(), paper.get()) == 1 &&
         SSL_CTX_use_PrivateKey(m_context.get(), key.get()) == 1);
    SSL_CTX_set_alpn_select_cb(m_context.get(), chooseProtocol, m_wasOfferedHttp2.get());
}

} // namespace winnow::replay
