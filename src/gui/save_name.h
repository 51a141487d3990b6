#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace winnow::gui {

/// Asks where to write a file of one of these kinds: "Word (*.docx);;PDF (*.pdf)". A file that is there
/// already is replaced only where somebody agrees. Empty: nowhere.
[[nodiscard]] QString
askForSaveName(QWidget *parent, const QString &title, const QString &name, const QString &kinds);

/// The same for files of several kinds at once, which share a name: the first is asked for, the others have
/// their own endings. Those that are there already and are not to be replaced are left out.
[[nodiscard]] QStringList
askForSaveNames(QWidget *parent, const QString &title, const QString &name, const QStringList &kinds);

/// The name of a file with an ending of the kind that was chosen. The first of the kinds is what is offered,
/// not chosen: there the ending of any of them tells the kind.
[[nodiscard]] QString withKind(const QString &file, const QString &kind, const QString &kinds);

} // namespace winnow::gui
