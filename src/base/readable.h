#pragma once

#include "base/result.h"

#include <filesystem>

namespace winnow {

/// Whether a file is there and may be read, told without opening it: for files that this process may have
/// locked (see HeldFiles). Fails with the words of openForReading().
[[nodiscard]] Result<void> requireReadable(const std::filesystem::path &path);

} // namespace winnow
