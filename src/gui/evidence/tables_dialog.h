#pragma once

#include "gui/review_dialog.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/evidence_tables.h"
#include "app/table_data.h"
#include "gui/evidence/table_rows.h"
#endif

#include <memory>
#include <set>
#include <vector>

class QTableWidgetItem;

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class TablesDialog;
}

namespace winnow::gui {

/// The evidence tables of the review: each as it prints, and its written cells to be changed in place.
class TablesDialog : public ReviewDialog
{
    Q_OBJECT

public:
    TablesDialog(app::Workspace &workspace, Worker &worker, QWidget *parent = nullptr);
    ~TablesDialog() override;

    void reload() override;

    /// Writes the table that is shown, as the kind of file that the name asks for.
    void exportTable(const QString &file);

    void done(int result) override;

Q_SIGNALS:
    void loaded();
    void exported();

private:
    struct Content;

    void connectAll();
    void setUpFileMenu();
    void show(const Content &content);
    void showTable();
    void showPreview();
    void showGrid();
    void fillGrid(const QTableWidgetItem *typed);
    void fitButtons();
    void askForTable();
    void askForExport();
    void removeTable();
    void moveTable(int by);
    void takeCaption();
    void takeCell(const QTableWidgetItem *item);
    void addRow();
    void removeRow();
    void moveRow(int by);
    void askForStudies();
    void link(const std::set<std::size_t> &chosen);
    void put(const EditedRow &edited);
    void save(const QString &told);
    void say(const Result<void> &done, const QString &told);
    [[nodiscard]] QString studiesOf(const EditedRow &edited) const;
    [[nodiscard]] evidence::Table *table();
    [[nodiscard]] const EditedRow *row() const;

    std::unique_ptr<Ui::TablesDialog> m_ui;
    evidence::TableSet m_set;
    evidence::ReviewData m_data;
    std::string m_gridOf;               ///< id of the table that is shown
    std::vector<EditedRow> m_rows;      ///< of it
    std::vector<std::size_t> m_columns; ///< that are written, in the order of the grid
    std::string m_wanted;               ///< id of the table to be shown next
    int m_writes = 0;                   ///< that have not ended: what is read meanwhile is out of date
};

} // namespace winnow::gui
