#pragma once

#include "evidence/printed.h"

#include <QString>

namespace winnow::app {
struct ReportText;
} // namespace winnow::app

namespace winnow::gui {

inline constexpr const char *kQuoteLink = "quote:";

/// An evidence table for a text view, as it prints: merged cells, numbered lists, references, notes.
/// References lead to their keys, quotes whose place in a PDF is known to kQuoteLink and the place.
[[nodiscard]] QString printedHtml(const evidence::PrintedTable &table);

/// The texts that people wrote for the report, as Winnow reads them.
[[nodiscard]] QString reportTextHtml(const app::ReportText &text);

} // namespace winnow::gui
