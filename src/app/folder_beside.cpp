#include "app/folder_beside.h"

namespace winnow::app {

namespace fs = std::filesystem;

std::error_code makeFolderBeside(const fs::path &folder, const fs::path &review)
{
    std::error_code code;
    if (fs::create_directory(folder, code)) {
        std::error_code ignored;
        const auto readable = fs::status(review, ignored).permissions() & fs::perms::all;
        const auto searchable = static_cast<fs::perms>((static_cast<unsigned>(readable) & 0444U) >> 2U);
        fs::permissions(folder, readable | searchable, ignored);
    }
    return code;
}

} // namespace winnow::app
