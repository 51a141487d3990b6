#pragma once

#include "app/agreement.h"
#include "app/screening_progress.h"

#include <QString>

namespace winnow::gui {

/// How far each stage and each reviewer is, as tables. Names are escaped.
[[nodiscard]] QString progressHtml(const app::ScreeningProgress &progress);

/// How far the reviewers agree, as tables; what cannot be estimated is said to be so. Names are escaped.
[[nodiscard]] QString agreementHtml(const app::AgreementReport &report);

} // namespace winnow::gui
