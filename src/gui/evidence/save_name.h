#pragma once

#include <QString>

namespace winnow::gui {

/// The name of a file with the ending of the kind that was chosen, "Word (*.docx)", where it has none of its
/// own.
[[nodiscard]] QString withSuffix(const QString &file, const QString &kind);

} // namespace winnow::gui
