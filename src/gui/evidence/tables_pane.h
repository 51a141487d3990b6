#pragma once

#include "gui/frame/step.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/evidence_tables.h"
#include "app/table_data.h"
#include "gui/evidence/table_rows.h"
#endif

#include <memory>
#include <set>
#include <vector>

class QPlainTextEdit;
class QTableWidgetItem;

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class TablesPane;
}

namespace winnow::gui {

/// The evidence tables of the review: each as it prints, and its written cells to be changed in place.
class TablesPane : public Step
{
    Q_OBJECT

public:
    explicit TablesPane(Session &session, QWidget *parent = nullptr);
    ~TablesPane() override;

    void reload(Changes changes) override;

    void goTo(const Place &place) override;
    void takeFocus() override;

    /// A cell that is being typed in is taken.
    [[nodiscard]] bool mayClose() override;

    /// Writes the table that is shown, as the kinds of files that the names ask for.
    void exportTable(const QStringList &files);

    /// Moves a row of the table before or behind others.
    void moveRowTo(int from, int to);

    /// Links studies, by their places in the data, to a row; -1: to a new one.
    void linkTo(int row, const QList<int> &places);

    /// The chosen cells of a column become one; a single one joins that above it.
    void mergeCells();

    /// The rows that share the chosen cell have cells of their own again.
    void splitCell();

Q_SIGNALS:
    void loaded();
    void exported();

private:
    struct Content;

    void read();
    void setUpActions();
    void connectGrid();
    void connectAll();
    void setUpFileMenu();
    void show(const Content &content);
    void showTable();
    void showPreview();
    void showSource(const QString &extension, QPlainTextEdit *text);
    void takePrinted(const evidence::PrintedTable &printed);
    void fillComputed();
    void fitSpans();
    void showDrawer();
    void showRowStudies();
    void openKey(const QString &key);
    void openQuote(const QString &place);
    void moveGridColumn(int from, int to);
    void setText(std::size_t row, std::size_t column, const std::string &text);
    void takeTable(const evidence::Table &changed, const QString &told);
    void showGrid();
    void fillGrid(const QTableWidgetItem *typed);
    void fitButtons();
    void saveTables(const QString &file);
    void takeTables(const QString &file);
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
    void tellResult(const Result<void> &done, const Done &told);
    [[nodiscard]] static QStringList commandOf(const app::NewTable &table);
    [[nodiscard]] QString studiesOf(const EditedRow &edited) const;
    [[nodiscard]] evidence::Table *table();
    [[nodiscard]] const EditedRow *row() const;

    std::unique_ptr<Ui::TablesPane> m_ui;
    evidence::TableSet m_set;
    evidence::ReviewData m_data;
    std::string m_gridOf;                        ///< id of the table that is shown
    std::vector<EditedRow> m_rows;               ///< of it
    std::vector<std::size_t> m_columns;          ///< of the grid, by their places in the table
    std::string m_wanted;                        ///< id of the table to be shown next
    evidence::PrintedTable m_printed;            ///< as it was read last
    std::vector<evidence::FieldChoice> m_fields; ///< that columns can show
    int m_writes = 0; ///< that have not ended: what is read meanwhile is out of date
};

} // namespace winnow::gui
