#include "support/labelled_screening.h"

#include "support/real_data.h"

#include <fstream>
#include <sstream>

namespace winnow::test {

std::map<std::string, std::vector<Priors>> screeningPriors()
{
    std::map<std::string, std::vector<Priors>> priors;
    std::ifstream in(realData("screening-peer/priors.csv"));
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        std::istringstream fields(line);
        std::string set;
        std::string seed;
        std::string included;
        std::string excluded;
        std::getline(fields, set, ',');
        std::getline(fields, seed, ',');
        std::getline(fields, included, ',');
        std::getline(fields, excluded, ',');
        priors[set].push_back({std::stoll(included), std::stoll(excluded)});
    }
    return priors;
}

std::filesystem::path labelledSet(const std::string &set)
{
    std::filesystem::path plain = realData("screening-peer/" + set + ".csv");
    return std::filesystem::exists(plain) ? plain : std::filesystem::path(plain.string() + ".gz");
}

} // namespace winnow::test
