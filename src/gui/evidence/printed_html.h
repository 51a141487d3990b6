#pragma once

#include "evidence/printed.h"

#include <QString>

namespace winnow::app {
struct ReportText;
} // namespace winnow::app

namespace winnow::gui {

/// An evidence table for a text view, as it prints: merged cells, numbered lists, references, notes.
/// References lead to their keys.
[[nodiscard]] QString printedHtml(const evidence::PrintedTable &table);

/// The texts that people wrote for the report, as Winnow reads them.
[[nodiscard]] QString reportTextHtml(const app::ReportText &text);

} // namespace winnow::gui
