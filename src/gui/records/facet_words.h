#pragma once

#include "app/facets.h"

#include <QString>

namespace winnow::gui {

/// "Source", "Title and abstract": the heading of a facet.
[[nodiscard]] QString facetName(app::Facet facet);

/// A value of a facet for people.
[[nodiscard]] QString facetValueName(app::Facet facet, const std::string &value);

} // namespace winnow::gui
