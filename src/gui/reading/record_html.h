#pragma once

#include "app/labels.h"
#include "app/show_record.h"
#include "query/tree.h"

#include <QString>

namespace winnow::gui {

/// A record as the reading pane shows it, with the words that the query found marked; `query` may be nullptr.
/// All text of the record is escaped.
[[nodiscard]] QString
recordHtml(const app::RecordView &view, const app::RecordMarks &marks, const query::Node *query);

} // namespace winnow::gui
