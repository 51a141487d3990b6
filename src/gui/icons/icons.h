#pragma once

#include <QPixmap>
#include <QString>

class QColor;

namespace winnow::gui {

/// One of the drawings of this folder, by its name without extension, in one colour; `size` is its side in
/// units of the layout.
[[nodiscard]] QPixmap iconOf(const QString &name, const QColor &colour, int size, qreal pixelRatio);

} // namespace winnow::gui
