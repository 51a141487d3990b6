#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 cannot read the concepts of the C++20 library
#include "app/import_files.h"
#endif

#include <QDialog>

#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class NoteSearchDialog;
}

namespace winnow::gui {

/// Asks what a search elsewhere brought, in numbers.
class NoteSearchDialog : public QDialog
{
    Q_OBJECT

public:
    explicit NoteSearchDialog(const QString &query, QWidget *parent = nullptr);
    ~NoteSearchDialog() override;

    [[nodiscard]] app::SearchRunRequest request() const;

private:
    void fitButtons();

    std::unique_ptr<Ui::NoteSearchDialog> m_ui;
};

} // namespace winnow::gui
