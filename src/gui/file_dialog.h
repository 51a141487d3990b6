#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

class QFileDialog;
class QWidget;

namespace winnow::gui {

// The one place that asks for files. The dialogs read none of the files that they list, for a review that is
// open must not be opened beside SQLite: see HeldFiles. `kinds` are as in "Word (*.docx);;PDF (*.pdf)"; where
// there are none, any file will do. Empty: nobody chose.

/// A file that is there.
[[nodiscard]] QString askForFile(QWidget *parent, const QString &title, const QString &kinds = {});

/// One or more files that are there.
[[nodiscard]] QStringList askForFiles(QWidget *parent, const QString &title, const QString &kinds = {});

/// The same without keeping anything else waiting: `chosen` is called where somebody chose. `parent` outlives
/// what it holds.
void askForFiles(QWidget *parent,
                 const QString &title,
                 const QString &kinds,
                 bool severalWanted,
                 const std::function<void(const QStringList &files)> &chosen);

/// A folder that is there.
[[nodiscard]] QString askForFolder(QWidget *parent, const QString &title);

/// Where to write a file of one of these kinds. A file that is there already is replaced only where somebody
/// agrees.
[[nodiscard]] QString
askWhereToSave(QWidget *parent, const QString &title, const QString &name, const QString &kinds = {});

/// The same for files of several kinds at once, which share a name: the first is asked for, the others have
/// their own endings. Those that are there already and are not to be replaced are left out.
[[nodiscard]] QStringList
askWhereToSaveAll(QWidget *parent, const QString &title, const QString &name, const QStringList &kinds);

/// The same for a file that must not be there: the caller says so where it is.
[[nodiscard]] QString
askForNewFile(QWidget *parent, const QString &title, const QString &file, const QString &kinds);

/// The name of a file with an ending of the kind that was chosen. The first of the kinds is what is offered,
/// not chosen: there the ending of any of them tells the kind.
[[nodiscard]] QString withKind(const QString &file, const QString &kind, const QString &kinds);

/// A dialog named "fileDialog" that shows a folder; to be told what it is to ask for.
[[nodiscard]] std::unique_ptr<QFileDialog>
fileDialog(QWidget *parent, const QString &title, const QString &folder);

} // namespace winnow::gui
