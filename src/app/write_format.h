#pragma once

#include "formats/format.h"

#include <filesystem>
#include <string>

namespace winnow::app {

/// The format to write `file` in: the one called `id`, or by the file's name where that is empty. Fails with
/// a list of what can be written.
[[nodiscard]] Result<const formats::Format *> formatToWrite(const std::filesystem::path &file,
                                                            const std::string &id);

} // namespace winnow::app
