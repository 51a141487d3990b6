#pragma once

#ifndef Q_MOC_RUN // moc cannot read the concepts of the library
#include "app/search_online.h"
#endif

#include <QString>

namespace winnow::gui {

/// What a source cannot be asked as it is written, and what it is asked instead.
[[nodiscard]] QString translationHtml(const QString &source, const app::OnlineTranslation &translation);

/// How much a search will bring and cost.
[[nodiscard]] QString previewHtml(const app::OnlinePreview &preview);

/// What a search brought.
[[nodiscard]] QString outcomeHtml(const app::OnlineOutcome &outcome);

/// What was refused and what to do next.
[[nodiscard]] QString errorHtml(const Error &error);

} // namespace winnow::gui
