#pragma once

#include "base/result.h"
#include "rank/model.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// A number that a model may be given instead of its own.
struct RankingParameter
{
    std::string_view name;
    double least = 0;
    double most = 1;
    bool isFlag = false; ///< 0 or 1, nothing between
    double (*get)(const rank::Model &model) = nullptr;
    void (*set)(rank::Model &model, double value) = nullptr;
};

/// All that make a model what it is: written down with a ranking, they make it again.
[[nodiscard]] std::span<const RankingParameter> rankingParameters();

/// The names of all models; the first is the one that Winnow uses.
[[nodiscard]] std::vector<std::string> modelNames();

/// A model by name, with its own parameters or others: "winnow-2", "winnow-2:c=0.2,titleWeight=3". Empty: the
/// one that Winnow uses. The error says which names and parameters there are.
[[nodiscard]] Result<rank::Model> chosenModel(std::string_view choice);

} // namespace winnow::app
