#include "pdf/helper_program.h"

#include <unistd.h>

namespace winnow::pdf {

namespace fs = std::filesystem;

Result<fs::path> helperProgram()
{
    constexpr int kMostLevels =
        4; // from the deepest folder of a build folder; not further, where others may write
    constexpr const char *kHelper = "libexec/winnow/winnow-pdf";
    std::error_code failure;
    const fs::path program = fs::read_symlink("/proc/self/exe", failure);
    fs::path folder = program.parent_path();
    for (int level = 0; level < kMostLevels && !folder.empty(); ++level, folder = folder.parent_path()) {
        const fs::path found = folder / kHelper;
        if (::access(found.c_str(), X_OK) == 0) {
            return found;
        }
    }
    return Error{ErrorCode::NotFound,
                 "The program winnow-pdf, which reads PDF files, is missing. Install Winnow again.",
                 program.string() + " has no " + kHelper + " beside it or above it",
                 kHelper};
}

} // namespace winnow::pdf
