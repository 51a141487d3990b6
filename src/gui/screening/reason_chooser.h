#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "model/stage_settings.h"
#endif

#include <QStringList>

#include <functional>

class QInputDialog;
class QWidget;

namespace winnow::gui {

/// Takes the reason that a person chose; it may be empty.
using TakeReason = std::function<void(const QString &reason)>;

/// A small window that asks for a line; `offered` completes what is typed. It is shown by who asks.
[[nodiscard]] QInputDialog *
askForLine(QWidget *parent, const QString &title, const QString &label, const QStringList &offered);

/// The reasons of a stage as a menu over a button, chosen by digit.
void chooseReason(QWidget *button, const StageSettings &settings, const TakeReason &take);

/// A line for a reason where the stage lists none.
void askForReason(QWidget *parent, const QStringList &givenBefore, const TakeReason &take);

} // namespace winnow::gui
