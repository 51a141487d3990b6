#pragma once

#include <QString>

#include <utility>
#include <vector>

namespace winnow::gui {

/// Where a text differs from another: places and sizes, ascending. Words are matched first, and of words that
/// differ only what is different at their ends; texts of thousands of words that differ are marked whole.
[[nodiscard]] std::vector<std::pair<qsizetype, qsizetype>> differences(const QString &text,
                                                                       const QString &other);

/// How much of two texts is alike, 0 to 1.
[[nodiscard]] double likeness(const QString &text, const QString &other);

} // namespace winnow::gui
