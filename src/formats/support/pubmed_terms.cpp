#include "formats/support/pubmed_terms.h"

#include "formats/support/strings.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

namespace {

/// Publication types that say more than "Journal Article", which stands beside them.
constexpr std::array<std::string_view, 8> kTellingTypes{"retracted",
                                                        "published erratum",
                                                        "systematic review",
                                                        "review",
                                                        "meta-analysis",
                                                        "editorial",
                                                        "letter",
                                                        "preprint"};

} // namespace

int publicationTypeRank(std::string_view label)
{
    const std::string begin = lowered(label.substr(0, 20));
    const auto *const telling =
        std::ranges::find_if(kTellingTypes, [&](std::string_view type) { return begin.starts_with(type); });
    return static_cast<int>(telling - kTellingTypes.begin());
}

bool isNoTitle(std::string_view title)
{
    const std::string text = lowered(squeezed(title));
    return text == "[not available]." || text == "[not available]";
}

bool namesMedline(std::string_view database)
{
    constexpr std::array<std::string_view, 3> kNames{"medline", "pubmed", "nlm"};
    return std::ranges::any_of(kNames,
                               [&](std::string_view name) { return containsIgnoringCase(database, name); });
}

void dropMajorTopicMarks(std::vector<std::string> &terms)
{
    for (std::string &term : terms) {
        std::erase(term, '*');
        term = squeezed(term);
    }
    std::erase(terms, std::string());
}

} // namespace winnow::formats
