#pragma once

#include <filesystem>

namespace winnow::test {

/// Whether another program finds a lock of this process on the file.
[[nodiscard]] bool isLockedForOthers(const std::filesystem::path &file);

} // namespace winnow::test
