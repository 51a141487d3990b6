#include "base/sha256.h"

#include "base/file.h"

#include <openssl/evp.h>

#include <array>
#include <cstdio>
#include <vector>

namespace winnow {

struct Sha256::State
{
    struct Free
    {
        void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    };

    std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

Sha256::Sha256()
    : m_state(std::make_unique<State>())
{
    EVP_DigestInit_ex(m_state->context.get(), EVP_sha256(), nullptr);
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes)
{
    EVP_DigestUpdate(m_state->context.get(), bytes.data(), bytes.size());
}

std::string Sha256::hex()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(m_state->context.get(), digest.data(), &size);
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
        text += kDigits[digest[i] >> 4U];
        text += kDigits[digest[i] & 0xFU];
    }
    return text;
}

bool isSha256(std::string_view text)
{
    constexpr std::size_t kDigits = 64;
    return text.size() == kDigits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string sha256(std::string_view bytes)
{
    Sha256 hasher;
    hasher.add(bytes);
    return hasher.hex();
}

Result<std::string> sha256OfFile(const std::filesystem::path &path)
{
    auto file = openForReading(path);
    if (!file) {
        return std::move(file).error();
    }
    Sha256 hasher;
    std::vector<char> buffer(std::size_t{1} << 16U);
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), file->get())) {
        hasher.add({buffer.data(), got});
    }
    if (std::ferror(file->get()) != 0) {
        return unreadableError(path, "reading failed part of the way");
    }
    return hasher.hex();
}

} // namespace winnow
