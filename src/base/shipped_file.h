#pragma once

#include <string_view>

namespace winnow {

/// A file of data that is built into the program; see winnow_embed() in cmake/WinnowLibrary.cmake.
struct ShippedFile
{
    std::string_view name; ///< without folder and extension
    std::string_view content;
};

} // namespace winnow
