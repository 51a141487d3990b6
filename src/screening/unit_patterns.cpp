#include "screening/unit_patterns.h"

#include <algorithm>
#include <map>

namespace winnow::screening {

UnitPatterns unitPatterns(const Ratings &ratings)
{
    UnitPatterns found;
    found.categories = ratings.categories();
    std::map<std::vector<Category>, std::uint32_t> numbers;
    std::vector<Category> given;
    for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
        given.clear();
        for (const Rating &rating : ratings.row(unit)) {
            if (rating) {
                given.push_back(*rating);
            }
        }
        if (given.empty()) {
            continue;
        }
        std::ranges::sort(given);
        const auto number = static_cast<std::uint32_t>(found.patterns.size());
        const auto [place, isNew] = numbers.try_emplace(given, number);
        if (isNew) {
            UnitPattern pattern{std::vector<double>(found.categories), static_cast<double>(given.size()), 0};
            for (const Category category : given) {
                ++pattern.counts[category];
            }
            found.patterns.push_back(std::move(pattern));
        }
        ++found.patterns[place->second].units;
        found.ofUnit.push_back(place->second);
    }
    return found;
}

double agreeingPairs(const UnitPattern &pattern)
{
    double pairs = 0;
    for (const double count : pattern.counts) {
        pairs += count * (count - 1);
    }
    return pairs / (pattern.ratings * (pattern.ratings - 1));
}

} // namespace winnow::screening
