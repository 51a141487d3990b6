#pragma once

#include "app/stopping.h"

#include <QString>

#include <array>
#include <optional>

namespace winnow::gui {

/// What all stopping rules say of the screening of one stage.
struct StoppingAnswers
{
    Stage stage = Stage::TitleAbstract;
    std::array<Result<app::StoppingReport>, 3> reports{
        app::StoppingReport{}, app::StoppingReport{}, app::StoppingReport{}}; ///< by app::StoppingRule
    Result<std::int64_t> sampleNeeded = 0;
    std::optional<app::ScreeningEnd> end; ///< of the stage
};

/// "Random sample of the rest".
[[nodiscard]] QString ruleName(app::StoppingRule rule);

[[nodiscard]] QString stoppingHtml(const StoppingAnswers &answers);

} // namespace winnow::gui
