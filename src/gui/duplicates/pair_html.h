#pragma once

#include "app/show_record.h"

#include <QString>

namespace winnow::gui {

/// Two records side by side, field by field; what differs is marked by colour and by a sign. All text of the
/// records is escaped.
[[nodiscard]] QString pairHtml(const app::RecordView &a, const app::RecordView &b);

} // namespace winnow::gui
