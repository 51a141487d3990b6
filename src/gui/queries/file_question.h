#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace winnow::gui {

/// Asks for files of some kinds, "Queries (*.scopus);;All files (*)", without keeping anything else waiting;
/// `chosen` is called where any were, once the dialog is closed. `parent` must outlive what `chosen` holds.
void askForFiles(QWidget *parent,
                 const QString &title,
                 const QString &kinds,
                 bool severalWanted,
                 const std::function<void(const QStringList &files)> &chosen);

} // namespace winnow::gui
