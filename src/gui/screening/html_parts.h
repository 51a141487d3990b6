#pragma once

#include <QString>
#include <QStringList>

namespace winnow::gui {

// Parts of the pages that tell numbers, so that all look alike.

/// Plain text as a heading.
[[nodiscard]] QString heading(const QString &text);

/// Plain text as a paragraph; `quiet`: in the secondary colour.
[[nodiscard]] QString paragraph(const QString &text, bool quiet = false);

/// A row of a table; cells are HTML, all but the first are aligned right.
[[nodiscard]] QString rowOf(const QStringList &cells, bool isHead = false);

[[nodiscard]] QString tableOf(const QString &rows);

} // namespace winnow::gui
