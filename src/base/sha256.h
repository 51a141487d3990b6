#pragma once

#include "base/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace winnow {

/// SHA-256 (FIPS 180-4) of bytes that come in pieces.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;

    void add(std::string_view bytes);

    /// As 64 lower-case hexadecimal digits. Nothing may be added afterwards.
    [[nodiscard]] std::string hex();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Whether it could be a hash as Sha256::hex() writes it.
[[nodiscard]] bool isSha256(std::string_view text);

/// Of `bytes`.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// Of a file's content, read in pieces; fails with Unreadable.
[[nodiscard]] Result<std::string> sha256OfFile(const std::filesystem::path &path);

} // namespace winnow
