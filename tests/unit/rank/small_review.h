#pragma once

#include "rank/features.h"

#include <memory>
#include <string>
#include <vector>

namespace winnow::rank::test {

struct Text
{
    std::string title;
    std::string abstractText;
};

[[nodiscard]] std::shared_ptr<const Features> featuresOf(const std::vector<Text> &texts,
                                                         const TermScheme &scheme);

/// Made-up records, some about pottery kilns and the others about textile dyes; the same each time.
[[nodiscard]] std::vector<Text> smallReview(std::size_t records);

/// Whether record `row` of smallReview() is about kilns.
[[nodiscard]] bool isAboutKilns(std::size_t row);

} // namespace winnow::rank::test
