#include "app/index_upkeep.h"

namespace winnow::app {

Result<std::filesystem::path> spareFolder(const Workspace &workspace, std::string_view extension)
{
    std::filesystem::path folder = workspace.spareIndexFolder();
    std::error_code code;
    if (!folder.empty()) {
        std::filesystem::create_directories(folder.parent_path(), code);
    }
    if (folder.empty() || code) {
        return Error{ErrorCode::Unwritable,
                     "There is no place for the search index of this review, which can only be read. Set "
                     "XDG_CACHE_HOME to a folder of yours, or copy the review to one.",
                     code.message(),
                     folder.string()};
    }
    return folder.replace_extension(extension);
}

} // namespace winnow::app
