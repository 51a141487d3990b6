#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace winnow::test {

using ZipMembers = std::map<std::string, std::string>;

/// Writes a zip archive; with a password where one is given. Returns `path`.
std::filesystem::path
writeZip(const std::filesystem::path &path, const ZipMembers &members, const char *password = nullptr);

} // namespace winnow::test
