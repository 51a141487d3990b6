#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::test {

using ZipMembers = std::map<std::string, std::string>;

/// Writes a zip archive; with a password where one is given. Returns `path`.
std::filesystem::path
writeZip(const std::filesystem::path &path, const ZipMembers &members, const char *password = nullptr);

/// What a zip archive holds; fails the test where the bytes are none. `names`: in their order.
[[nodiscard]] ZipMembers readZip(std::string_view bytes, std::vector<std::string> *names = nullptr);

} // namespace winnow::test
