#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace winnow {

/// SHA-256 (FIPS 180-4) of `bytes` as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// The same of a file's content, read in pieces; fails with Unreadable.
[[nodiscard]] Result<std::string> sha256OfFile(const std::filesystem::path &path);

} // namespace winnow
