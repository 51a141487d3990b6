#include "rank/model.h"

#include <algorithm>
#include <array>

namespace winnow::rank {

namespace {

constexpr std::array kModels{
    Model{
        "winnow-2",
        "words and unordered pairs of words without plurals, all numbers one word, title twice, titles alone "
        "count less",
        {2, true, true, true, 0.95, 0.7, true},
        {}},
    Model{"winnow-1",
          "words and unordered pairs of words without plurals, title four times, titles alone count less",
          {4, true, true, true, 0.95, 0.7},
          {}},
    Model{"titles4",
          "words and unordered pairs of words without plurals, title four times",
          {4, true, true, true, 0.95, 1},
          {}},
    Model{"elas_u4",
          "the default model of ASReview 3: words and pairs of words, linear support vector machine",
          {1, false, false, false, 0.95, 1},
          {}},
};

} // namespace

std::span<const Model> allModels()
{
    return kModels;
}

std::optional<Model> modelNamed(std::string_view name)
{
    const auto *found = std::ranges::find(kModels, name, &Model::name);
    return found == kModels.end() ? std::nullopt : std::optional(*found);
}

} // namespace winnow::rank
