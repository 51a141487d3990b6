#pragma once

#include "rank/ridge.h"
#include "rank/term_scheme.h"

#include <optional>
#include <span>
#include <string_view>

namespace winnow::rank {

/// A way to rank: which terms count and how the classifier weighs them.
struct Model
{
    std::string_view name;
    std::string_view about; ///< one sentence
    TermScheme terms;
    RidgeParameters ridge;
};

/// All models; the first is the one to use unless another is asked for.
[[nodiscard]] std::span<const Model> allModels();

[[nodiscard]] std::optional<Model> modelNamed(std::string_view name);

} // namespace winnow::rank
