#include "support/pdf_encryption.h"

#include <openssl/evp.h>

#include <array>
#include <numeric>
#include <utility>

namespace winnow::test {

namespace {

constexpr std::size_t kKeyBytes = 5;
constexpr std::string_view kId = "winnow-test-file";
constexpr std::string_view kPermissions = "\xFC\xFF\xFF\xFF"; ///< -4: all that may be permitted
constexpr std::string_view kPadding{"\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08"
                                    "\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A",
                                    32};

std::string md5(std::string_view bytes)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_md5(), nullptr);
    return {reinterpret_cast<const char *>(digest.data()), size};
}

std::string rc4(std::string_view key, std::string_view bytes)
{
    std::array<unsigned char, 256> state{};
    std::iota(state.begin(), state.end(), static_cast<unsigned char>(0));
    for (std::size_t i = 0, j = 0; i < state.size(); ++i) {
        j = (j + state[i] + static_cast<unsigned char>(key[i % key.size()])) % state.size();
        std::swap(state[i], state[j]);
    }
    std::string out;
    std::size_t i = 0;
    std::size_t j = 0;
    for (const char c : bytes) {
        i = (i + 1) % state.size();
        j = (j + state[i]) % state.size();
        std::swap(state[i], state[j]);
        const unsigned mask = state[(state[i] + state[j]) % state.size()];
        out += static_cast<char>(static_cast<unsigned char>(c) ^ mask);
    }
    return out;
}

std::string padded(const std::string &password)
{
    return (password + std::string(kPadding)).substr(0, kPadding.size());
}

std::string hex(std::string_view bytes)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string all = "<";
    for (const char c : bytes) {
        all += kDigits[static_cast<unsigned char>(c) >> 4U];
        all += kDigits[static_cast<unsigned char>(c) & 15U];
    }
    return all + ">";
}

} // namespace

PdfEncryption::PdfEncryption(const std::string &password)
    : m_owner(rc4(md5(padded(password)).substr(0, kKeyBytes), padded(password)))
    , m_key(
          md5(padded(password) + m_owner + std::string(kPermissions) + std::string(kId)).substr(0, kKeyBytes))
{}

std::string PdfEncryption::encrypt(std::size_t object, std::string_view bytes) const
{
    std::string key = m_key;
    for (unsigned shift = 0; shift < 24; shift += 8) {
        key += static_cast<char>((object >> shift) & 0xFFU);
    }
    key += std::string(2, '\0'); // of the generation
    return rc4(md5(key).substr(0, kKeyBytes + 5), bytes);
}

std::string PdfEncryption::dictionary() const
{
    return "<< /Filter /Standard /V 1 /R 2 /P -4 /O " + hex(m_owner) + " /U " + hex(rc4(m_key, kPadding)) +
           " >>";
}

std::string PdfEncryption::id()
{
    return "[" + hex(kId) + hex(kId) + "]";
}

} // namespace winnow::test
