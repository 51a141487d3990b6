#pragma once

#include "base/result.h"

#include <filesystem>

namespace winnow::pdf {

/// The program winnow-pdf: libexec/winnow/winnow-pdf in the folder of the running program or in one of the
/// three above it, so that an installed program finds its own, and one in a build folder likewise. Fails with
/// NotFound.
[[nodiscard]] Result<std::filesystem::path> helperProgram();

} // namespace winnow::pdf
