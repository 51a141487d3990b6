#include "case_table.h"

#include "base/file.h"
#include "support/real_data.h"

#include <algorithm>
#include <sstream>

namespace winnow::query::test {

std::string withLineEnds(std::string text)
{
    for (std::size_t at = 0; (at = text.find(" / ", at)) != std::string::npos; ++at) {
        text[at + 1] = '\n';
    }
    return text;
}

std::vector<Case> casesOf(std::string_view table)
{
    std::vector<Case> cases;
    const std::string text = readFile(WINNOW_TEST_DATA "/query/" + std::string(table)).value();
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        const std::size_t arrow = line.find(" => ");
        if (!line.starts_with("# ") && arrow != std::string::npos) {
            cases.push_back({line, withLineEnds(line.substr(0, arrow)), line.substr(arrow + 4)});
        }
    }
    return cases;
}

std::vector<std::pair<std::string, std::string>> realQueries()
{
    std::vector<std::pair<std::string, std::string>> queries;
    const auto folder = winnow::test::realData("queries");
    if (!std::filesystem::exists(folder)) {
        return queries;
    }
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".txt") {
            queries.emplace_back(entry.path().stem().string(), readFile(entry.path()).value());
        }
    }
    std::ranges::sort(queries);
    return queries;
}

} // namespace winnow::query::test
