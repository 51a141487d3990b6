#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

class QFileDialog;
class QWidget;

namespace winnow::gui {

// The one place that asks for files. Nothing waits for the answer: `take` is called once the dialog is gone,
// where somebody chose and `parent` is still there. The dialogs read none of the files that they list, for a
// review that is open must not be opened beside SQLite: see HeldFiles. `kinds` are as in
// "Word (*.docx);;PDF (*.pdf)"; where there are none, any file will do.

using TakeFile = std::function<void(const QString &file)>;
using TakeFiles = std::function<void(const QStringList &files)>;

/// A file that is there.
void askForFile(QWidget *parent, const QString &title, const QString &kinds, const TakeFile &take);

/// One or more files that are there.
void askForFiles(QWidget *parent, const QString &title, const QString &kinds, const TakeFiles &take);

/// A folder that is there.
void askForFolder(QWidget *parent, const QString &title, const TakeFile &take);

/// Where to write a file of one of these kinds. A file that is there already is replaced only where somebody
/// agrees.
void askWhereToSave(
    QWidget *parent, const QString &title, const QString &name, const QString &kinds, const TakeFile &take);

/// The same for files of several kinds at once, which share a name: the first is asked for, the others have
/// their own endings. Those that are there already and are not to be replaced are left out.
void askWhereToSaveAll(QWidget *parent,
                       const QString &title,
                       const QString &name,
                       const QStringList &kinds,
                       const TakeFiles &take);

/// The same for a file that must not be there: the caller says so where it is.
void askForNewFile(
    QWidget *parent, const QString &title, const QString &file, const QString &kinds, const TakeFile &take);

/// The name of a file with an ending of the kind that was chosen. The first of the kinds is what is offered,
/// not chosen: there the ending of any of them tells the kind.
[[nodiscard]] QString withKind(const QString &file, const QString &kind, const QString &kinds);

/// A dialog named "fileDialog" that shows a folder; to be told what it is to ask for.
[[nodiscard]] std::unique_ptr<QFileDialog>
fileDialog(QWidget *parent, const QString &title, const QString &folder);

} // namespace winnow::gui
