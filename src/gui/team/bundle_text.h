#pragma once

#include "app/bundles.h"

#include <QString>

namespace winnow::gui {

/// What a bundle brought, for people: a line, and one more for each kind.
[[nodiscard]] QString bundleText(const Result<store::BundleOutcome> &outcome);

/// How many events came with it.
[[nodiscard]] std::int64_t addedBy(const store::BundleOutcome &outcome);

} // namespace winnow::gui
