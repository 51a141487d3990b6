#include "sources/locators/locator.h"

#include <algorithm>

namespace winnow::locators {

std::vector<const Locator *> locatorsByRank()
{
    const auto all = allLocators();
    std::vector<const Locator *> ordered(all.begin(), all.end());
    std::ranges::stable_sort(ordered, {}, &Locator::rank);
    return ordered;
}

const Locator *findLocator(std::string_view id)
{
    const auto all = allLocators();
    const auto found = std::ranges::find(all, id, &Locator::id);
    return found == all.end() ? nullptr : *found;
}

const Question *questionFor(const Locator &locator, const Record &record)
{
    const auto found = std::ranges::find_if(locator.questions,
                                            [&](const Question &question) { return question.fits(record); });
    return found == locator.questions.end() ? nullptr : &*found;
}

} // namespace winnow::locators
