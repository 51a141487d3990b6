#pragma once

#include <QString>

#include <string>

namespace winnow::gui {

/// What query::explain() says as a tree of lists.
[[nodiscard]] QString wordsHtml(const std::string &explanation);

} // namespace winnow::gui
