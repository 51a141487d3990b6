#pragma once

#include <filesystem>
#include <system_error>

namespace winnow::app {

/// Makes a folder for what belongs to a review, unless it is there. Nobody who may not read the review can
/// look into the folder. Returns why it could not be made.
[[nodiscard]] std::error_code makeFolderBeside(const std::filesystem::path &folder,
                                               const std::filesystem::path &review);

} // namespace winnow::app
