#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace winnow::test {

/// Encrypts a PDF file as its first version of encryption does (RC4 with 40 bits; ISO 32000-1, 7.6).
class PdfEncryption
{
public:
    /// With this password to open it, and the same for its owner.
    explicit PdfEncryption(const std::string &password);

    /// A text or stream of an object.
    [[nodiscard]] std::string encrypt(std::size_t object, std::string_view bytes) const;

    [[nodiscard]] std::string dictionary() const;

    /// Of the file, for its trailer.
    [[nodiscard]] static std::string id();

private:
    std::string m_owner;
    std::string m_key;
};

} // namespace winnow::test
