#include "support/real_data.h"

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace winnow::test {

std::filesystem::path realData(const std::string &name)
{
    const char *folder = std::getenv("WINNOW_DATA");
    const std::filesystem::path root = folder != nullptr
                                           ? std::filesystem::path(folder)
                                           : std::filesystem::path(WINNOW_SOURCE_DIR) / "../shared/data";
    return root / name;
}

std::vector<ListedExport> listedExports()
{
    std::vector<ListedExport> list;
    std::ifstream lines(realData("exports/MANIFEST.tsv"));
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        std::istringstream cells(line);
        std::array<std::string, 4> first;
        for (std::string &cell : first) {
            std::getline(cells, cell, '\t');
        }
        list.push_back({first[0], first[1], std::stoll(first[3])});
    }
    return list;
}

} // namespace winnow::test
