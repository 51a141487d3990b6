#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 cannot read the concepts of the C++20 library
#include "model/source.h"
#endif

class QComboBox;

namespace winnow::gui {

/// Fills a box with the kinds of sources, databases first.
void fillKinds(QComboBox &box);

[[nodiscard]] SourceKind kindIn(const QComboBox &box);

} // namespace winnow::gui
