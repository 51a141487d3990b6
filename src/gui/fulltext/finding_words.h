#pragma once

#include "app/find_full_texts.h"

#include <QString>

namespace winnow::gui {

/// How the looking for a full text stands, for people.
[[nodiscard]] QString findingName(app::FindState state);

/// Who has a copy, its licence and version, or why it could not be had.
[[nodiscard]] QString findingDetail(const app::SoughtFullText &text);

/// "Page only at OpenAlex"; "Not found at 4 sources"; empty where nobody was asked.
[[nodiscard]] QString findingSummary(const app::FullText &text);

/// The files of a report, with source, licence and version, and what each source said when it was last asked,
/// in lines.
[[nodiscard]] QString filesAndAttempts(const app::FullText &text);

} // namespace winnow::gui
