#include "support/real_data.h"

#include <cstdlib>

namespace winnow::test {

std::filesystem::path realData(const std::string &name)
{
    const char *folder = std::getenv("WINNOW_DATA");
    const std::filesystem::path root = folder != nullptr
                                           ? std::filesystem::path(folder)
                                           : std::filesystem::path(WINNOW_SOURCE_DIR) / "../shared/data";
    return root / name;
}

} // namespace winnow::test
