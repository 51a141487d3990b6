#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>

namespace winnow::app {

/// The text of a manuscript: of a Word document its paragraphs, of any other file what stands in it.
[[nodiscard]] Result<std::string> manuscriptText(const std::filesystem::path &file);

} // namespace winnow::app
