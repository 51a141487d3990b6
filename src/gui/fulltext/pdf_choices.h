#pragma once

#include "app/attachments.h"
#include "gui/pages/pdf_pane.h"

#include <vector>

namespace winnow::gui {

/// The files of a report as a PdfPane shows them, each with what is wrong with it.
[[nodiscard]] std::vector<PdfChoice> pdfChoices(const std::vector<app::AttachedFile> &files);

} // namespace winnow::gui
