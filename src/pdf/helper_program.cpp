#include "pdf/helper_program.h"

#include <unistd.h>

namespace winnow::pdf {

namespace fs = std::filesystem;

Result<fs::path> helperProgram()
{
    constexpr const char *kHelper = "libexec/winnow/winnow-pdf";
    std::error_code failure;
    const fs::path program = fs::read_symlink("/proc/self/exe", failure);
    for (fs::path folder = program.parent_path(); !folder.empty(); folder = folder.parent_path()) {
        const fs::path found = folder / kHelper;
        if (::access(found.c_str(), X_OK) == 0) {
            return found;
        }
        if (folder == folder.parent_path()) {
            break;
        }
    }
    return Error{ErrorCode::NotFound,
                 "The program winnow-pdf, which reads PDF files, is missing. Install Winnow again.",
                 program.string() + " has no " + kHelper + " beside it or above it",
                 kHelper};
}

} // namespace winnow::pdf
