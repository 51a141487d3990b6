#include "gui/evidence/tables_dialog.h"

#include "gui/evidence/add_table_dialog.h"
#include "gui/evidence/cell_delegate.h"
#include "gui/evidence/printed_html.h"
#include "gui/evidence/study_chooser.h"
#include "gui/file_dialog.h"
#include "ui_tables_dialog.h"

#include <QHeaderView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QShortcut>

#include <algorithm>

namespace winnow::gui {

namespace {

using evidence::RowSource;

/// The captions on one line each.
QString nameOf(const evidence::Table &table)
{
    return table.caption.empty() ? shown(table.id) : shown(table.caption);
}

bool hasOrder(const evidence::Table &table)
{
    return table.source == RowSource::Written || table.source == RowSource::Options ||
           table.source == RowSource::Findings;
}

/// The cell that is being typed in.
struct TypedCell
{
    int row = 0;
    int column = 0;
    QString text;           ///< so far
    bool isChanged = false; ///< it is not what the cell had when typing began
};

std::optional<TypedCell> typedCell(const QTableWidget &grid)
{
    const auto editors = grid.findChildren<QPlainTextEdit *>(QStringLiteral("cellEdit"));
    const auto open = std::ranges::find_if_not(editors, &QWidget::isHidden); // others wait for their end
    const QTableWidgetItem *const item = grid.currentItem();
    if (open == editors.end() || item == nullptr) {
        return std::nullopt;
    }
    const QString text = (*open)->toPlainText();
    return TypedCell{item->row(), item->column(), text, text != item->text()};
}

/// True where the rows differ in nothing but one cell.
bool isSameBut(std::size_t column, const EditedRow &one, const EditedRow &other)
{
    if (one.label != other.label || one.row.code != other.row.code || one.row.studies != other.row.studies ||
        one.row.cells.size() != other.row.cells.size()) {
        return false;
    }
    for (std::size_t i = 0; i < one.row.cells.size(); ++i) {
        if (i != column && typedText(one.row.cells[i]) != typedText(other.row.cells[i])) {
            return false;
        }
    }
    return true;
}

/// Where a row is now, given that a cell of it is being typed in.
std::optional<std::size_t> placeOf(std::size_t row,
                                   std::size_t column,
                                   const std::vector<EditedRow> &before,
                                   const std::vector<EditedRow> &now)
{
    const auto isIt = [&](const EditedRow &one) { return isSameBut(column, before[row], one); };
    if (row < now.size() && isIt(now[row])) {
        return row;
    }
    if (const auto found = std::ranges::find_if(now, isIt); found != now.end()) {
        return static_cast<std::size_t>(found - now.begin());
    }
    return now.size() == before.size() ? std::optional(row) : std::nullopt;
}

/// Moves a row and all behind it, with what is being typed.
void shift(QTableWidget &grid, int from, int to)
{
    for (; from < to; ++from) {
        grid.insertRow(0);
    }
    for (; from > to; --from) {
        grid.removeRow(0);
    }
}

void fillItem(QTableWidget &grid, int row, int column, const QString &text, bool isEditable)
{
    QTableWidgetItem *item = grid.item(row, column);
    if (item == nullptr) {
        item = new QTableWidgetItem;
        grid.setItem(row, column, item);
    }
    item->setTextAlignment(Qt::AlignLeft | Qt::AlignTop);
    item->setFlags(isEditable ? item->flags() | Qt::ItemIsEditable : item->flags() & ~Qt::ItemIsEditable);
    item->setText(text);
}

} // namespace

struct TablesDialog::Content
{
    evidence::TableSet set;
    evidence::ReviewData data;
};

TablesDialog::TablesDialog(app::Workspace &workspace, Worker &worker, QWidget *parent)
    : ReviewDialog(workspace, worker, parent)
    , m_ui(std::make_unique<Ui::TablesDialog>())
{
    m_ui->setupUi(this);
    m_ui->preview->document()->setDocumentMargin(16);
    m_ui->grid->setItemDelegate(new CellDelegate(m_ui->grid));
    m_ui->grid->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_ui->grid->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_ui->grid->horizontalHeader()->setHighlightSections(false);
    m_ui->grid->verticalHeader()->setHighlightSections(false);
    m_ui->grid->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignTop);
    // Once all columns have their width.
    connect(m_ui->grid->horizontalHeader(),
            &QHeaderView::sectionResized,
            m_ui->grid,
            &QTableWidget::resizeRowsToContents,
            Qt::QueuedConnection);
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->splitter->setSizes({240, 800});
    setUpFileMenu();
    connectAll();
    TablesDialog::reload();
}

TablesDialog::~TablesDialog() = default;

void TablesDialog::connectAll()
{
    connect(m_ui->tableList, &QListWidget::currentRowChanged, this, &TablesDialog::showTable);
    connect(m_ui->addButton, &QPushButton::clicked, this, &TablesDialog::askForTable);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &TablesDialog::removeTable);
    connect(m_ui->upButton, &QPushButton::clicked, this, [this] { moveTable(-1); });
    connect(m_ui->downButton, &QPushButton::clicked, this, [this] { moveTable(1); });
    connect(m_ui->captionEdit, &QLineEdit::editingFinished, this, &TablesDialog::takeCaption);
    connect(m_ui->grid, &QTableWidget::itemChanged, this, &TablesDialog::takeCell);
    connect(m_ui->grid, &QTableWidget::currentCellChanged, this, &TablesDialog::fitButtons);
    connect(m_ui->grid, &QTableWidget::cellActivated, this, [this](int, int column) {
        if (column == static_cast<int>(m_columns.size())) {
            askForStudies();
        }
    });
    connect(m_ui->addRowButton, &QPushButton::clicked, this, &TablesDialog::addRow);
    connect(m_ui->removeRowButton, &QPushButton::clicked, this, &TablesDialog::removeRow);
    connect(m_ui->rowUpButton, &QPushButton::clicked, this, [this] { moveRow(-1); });
    connect(m_ui->rowDownButton, &QPushButton::clicked, this, [this] { moveRow(1); });
    connect(m_ui->studiesButton, &QPushButton::clicked, this, &TablesDialog::askForStudies);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &TablesDialog::askForExport);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::accept);
    const auto onKey = [this](const QKeySequence &key, auto act) {
        auto *shortcut = new QShortcut(key, m_ui->grid);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    onKey(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { moveRow(-1); });
    onKey(QKeySequence(Qt::ALT | Qt::Key_Down), [this] { moveRow(1); });
    shareUndo(m_ui->captionEdit);
}

void TablesDialog::setUpFileMenu()
{
    auto *menu = new QMenu(this);
    const QString kinds = tr("Evidence tables (*.json);;All files (*)");
    menu->addAction(tr("Save all tables as a file..."), this, [this, kinds] {
        const QString file =
            askWhereToSave(this, tr("Save all tables"), QStringLiteral("tables.json"), kinds);
        if (!file.isEmpty()) {
            doInBackground(
                [name = file.toStdString()](app::Workspace &workspace, Task & /*task*/) {
                    return app::exportTables(workspace, name);
                },
                [this, file](const Result<void> &written) { say(written, tr("Wrote %1.").arg(file)); });
        }
    });
    QAction *load = menu->addAction(tr("Take tables from a file, in place of these..."), this, [this, kinds] {
        const QString file = askForFile(this, tr("Take tables from a file"), kinds);
        if (!file.isEmpty()) {
            ++m_writes;
            doInBackground(
                [name = file.toStdString()](app::Workspace &workspace, Task & /*task*/) -> Result<void> {
                    auto set = app::loadTables(workspace, name);
                    return set ? Result<void>() : std::move(set).error();
                },
                [this, file](const Result<void> &taken) {
                    --m_writes;
                    say(taken, tr("Took the tables of %1.   (Ctrl+Z undoes)").arg(file));
                    reload();
                });
        }
    });
    load->setEnabled(!review().isReadOnly());
    m_ui->fileButton->setMenu(menu);
}

void TablesDialog::say(const Result<void> &done, const QString &told)
{
    if (done) {
        tellDone(told);
    } else {
        tell(shown(done.error().message));
    }
}

void TablesDialog::reload()
{
    inBackground(
        QStringLiteral("tables"),
        [](app::Workspace &workspace, Task & /*task*/) -> Result<Content> {
            auto set = app::tables(workspace);
            if (!set && set.error().code != ErrorCode::NotFound) {
                return std::move(set).error();
            }
            Content content;
            if (set) {
                content.set = *std::move(set);
            }
            auto data = app::tableData(workspace, evidence::writtenKeys(content.set));
            if (!data) {
                return std::move(data).error();
            }
            content.data = *std::move(data);
            return content;
        },
        [this](const Result<Content> &content) {
            if (!content) {
                tell(shown(content.error().message));
            } else if (m_writes == 0) {
                show(*content);
                Q_EMIT loaded();
            }
        });
}

void TablesDialog::show(const Content &content)
{
    const evidence::Table *before = table();
    const std::string wanted = !m_wanted.empty() ? m_wanted : before == nullptr ? std::string() : before->id;
    m_wanted.clear();
    m_set = content.set;
    m_data = content.data;
    {
        const QSignalBlocker quiet(m_ui->tableList);
        m_ui->tableList->clear();
        int row = m_set.tables.empty() ? -1 : 0;
        for (std::size_t i = 0; i < m_set.tables.size(); ++i) {
            m_ui->tableList->addItem(tr("%1. %2").arg(i + 1).arg(nameOf(m_set.tables[i])));
            row = m_set.tables[i].id == wanted ? static_cast<int>(i) : row;
        }
        m_ui->tableList->setCurrentRow(row);
    }
    showTable();
}

evidence::Table *TablesDialog::table()
{
    const auto at = static_cast<std::size_t>(m_ui->tableList->currentRow());
    return at < m_set.tables.size() ? &m_set.tables[at] : nullptr;
}

const EditedRow *TablesDialog::row() const
{
    const auto at = static_cast<std::size_t>(m_ui->grid->currentRow());
    return at < m_rows.size() ? &m_rows[at] : nullptr;
}

/// A caption that is being typed stays.
void TablesDialog::showTable()
{
    const evidence::Table *const shownTable = table();
    const QString caption = shownTable == nullptr ? QString() : shown(shownTable->caption);
    const bool isTyping =
        m_ui->captionEdit->isModified() && shownTable != nullptr && shownTable->id == m_gridOf;
    if (!isTyping && m_ui->captionEdit->text() != caption) {
        m_ui->captionEdit->setText(caption);
    }
    showGrid();
    showPreview();
}

void TablesDialog::showPreview()
{
    const evidence::Table *const shownTable = table();
    if (shownTable == nullptr) {
        m_ui->preview->setPlainText(tr("This review has no evidence tables yet. \u201cAdd a table\u201d "
                                       "makes one from what was extracted."));
        return;
    }
    inBackground(
        QStringLiteral("preview"),
        [id = shownTable->id](app::Workspace &workspace, Task & /*task*/) {
            return app::printedTable(workspace, id);
        },
        [this](const Result<evidence::PrintedTable> &printed) {
            if (printed) {
                const int scrolled = m_ui->preview->verticalScrollBar()->value();
                m_ui->preview->setHtml(printedHtml(*printed));
                m_ui->preview->verticalScrollBar()->setValue(scrolled);
            } else {
                m_ui->preview->setPlainText(shown(printed.error().message));
            }
        });
}

/// What is being typed in a cell stays, and goes with its row.
void TablesDialog::showGrid()
{
    const QSignalBlocker quiet(m_ui->grid);
    const evidence::Table *const shownTable = table();
    const std::string id = shownTable == nullptr ? std::string() : shownTable->id;
    std::vector<EditedRow> rows =
        shownTable == nullptr ? std::vector<EditedRow>() : editedRows(*shownTable, m_data);
    std::vector<std::size_t> columns =
        shownTable == nullptr ? std::vector<std::size_t>() : writtenColumns(*shownTable);
    const int currentRow = m_ui->grid->currentRow();
    const int currentColumn = std::max(0, m_ui->grid->currentColumn());
    const std::optional<TypedCell> typed = typedCell(*m_ui->grid);
    std::optional<std::size_t> place;
    if (typed && id == m_gridOf && columns == m_columns) {
        place = placeOf(static_cast<std::size_t>(typed->row),
                        m_columns[static_cast<std::size_t>(typed->column)],
                        m_rows,
                        rows);
    }
    if (place) {
        shift(*m_ui->grid, typed->row, static_cast<int>(*place));
    } else {
        m_ui->grid->clear();
    }
    m_gridOf = id;
    m_rows = std::move(rows);
    m_columns = std::move(columns);
    fillGrid(place && typed->isChanged ? m_ui->grid->currentItem() : nullptr);
    if (!place && !m_rows.empty() && m_ui->grid->columnCount() > 0) {
        m_ui->grid->setCurrentCell(std::clamp(currentRow, 0, static_cast<int>(m_rows.size()) - 1),
                                   std::min(currentColumn, m_ui->grid->columnCount() - 1));
    }
    m_ui->grid->resizeRowsToContents();
    if (typed && typed->isChanged && !place) {
        tell(tr("The row in which you typed is gone. You typed: %1").arg(typed->text));
    }
    const bool isComputed = shownTable != nullptr && m_columns.empty() && m_rows.empty();
    m_ui->gridHint->setText(
        isComputed
            ? tr("All cells of this table are computed from what was extracted; there is nothing to write.")
            : tr("Several lines in a cell make a numbered list. Reference numbers are computed from the "
                 "studies of a row."));
    fitButtons();
}

/// Writes the rows into the grid, but for the item that is being typed in.
void TablesDialog::fillGrid(const QTableWidgetItem *typed)
{
    const evidence::Table *const shownTable = table();
    const bool hasLinks = shownTable != nullptr && hasOrder(*shownTable);
    const bool mayWrite = !review().isReadOnly();
    QStringList heads;
    for (const std::size_t column : m_columns) {
        heads << shown(shownTable->columns[column].name);
    }
    if (hasLinks) {
        heads << tr("Studies");
    }
    m_ui->grid->setColumnCount(static_cast<int>(heads.size()));
    m_ui->grid->setHorizontalHeaderLabels(heads);
    m_ui->grid->setRowCount(static_cast<int>(m_rows.size()));
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const EditedRow &edited = m_rows[i];
        const int line = static_cast<int>(i);
        const bool isNamed = edited.label.empty() || std::ranges::any_of(m_columns, [&](std::size_t column) {
                                 return typedText(edited.row.cells[column]) == edited.label;
                             });
        m_ui->grid->setVerticalHeaderItem(
            line, new QTableWidgetItem(isNamed ? QString::number(i + 1) : shown(edited.label)));
        for (int column = 0; column < static_cast<int>(m_columns.size()); ++column) {
            if (typed == nullptr || m_ui->grid->item(line, column) != typed) {
                const evidence::Cell &cell = edited.row.cells[m_columns[static_cast<std::size_t>(column)]];
                fillItem(*m_ui->grid, line, column, shown(typedText(cell)), mayWrite);
            }
        }
        if (hasLinks) {
            const int column = static_cast<int>(m_columns.size());
            fillItem(*m_ui->grid, line, column, studiesOf(edited), false);
            m_ui->grid->item(line, column)->setToolTip(tr("Press Return to choose the studies of this row"));
        }
    }
}

/// Those that are linked by hand, then those that a code links.
QString TablesDialog::studiesOf(const EditedRow &edited) const
{
    const auto labels = [this](const std::vector<std::size_t> &places) {
        QStringList all;
        for (const std::size_t place : places) {
            all << shown(m_data.studies[place].label);
        }
        return all.join(QStringLiteral("; "));
    };
    QStringList told;
    if (!edited.linked.empty()) {
        told << labels(edited.linked);
    }
    if (!edited.coded.empty()) {
        told << tr("By their codes: %1").arg(labels(edited.coded));
    }
    return told.join(QLatin1Char('\n'));
}

void TablesDialog::fitButtons()
{
    const evidence::Table *const shownTable = table();
    const bool mayWrite = !review().isReadOnly();
    const bool hasTable = shownTable != nullptr;
    const int at = m_ui->tableList->currentRow();
    m_ui->addButton->setEnabled(mayWrite);
    m_ui->removeButton->setEnabled(mayWrite && hasTable);
    m_ui->upButton->setEnabled(mayWrite && at > 0);
    m_ui->downButton->setEnabled(mayWrite && hasTable && at + 1 < m_ui->tableList->count());
    m_ui->captionEdit->setEnabled(mayWrite && hasTable);
    m_ui->exportButton->setEnabled(hasTable);
    const EditedRow *const edited = row();
    const bool isOrdered = mayWrite && hasTable && hasOrder(*shownTable);
    const bool isWritten = isOrdered && edited != nullptr && edited->at;
    m_ui->addRowButton->setEnabled(mayWrite && hasTable && shownTable->source == RowSource::Written);
    m_ui->removeRowButton->setEnabled(isWritten);
    m_ui->rowUpButton->setEnabled(isWritten && *edited->at > 0);
    m_ui->rowDownButton->setEnabled(isWritten && *edited->at + 1 < shownTable->rows.size());
    m_ui->studiesButton->setEnabled(isOrdered && edited != nullptr);
}

void TablesDialog::askForTable()
{
    inBackground(
        QStringLiteral("fields"),
        [](app::Workspace &workspace, Task & /*task*/) { return app::tableFields(workspace); },
        [this](const Result<std::vector<evidence::FieldChoice>> &fields) {
            if (!fields) {
                tell(shown(fields.error().message));
                return;
            }
            auto *dialog = new AddTableDialog(*fields, this);
            connect(dialog, &AddTableDialog::addWanted, this, [this, dialog](const app::NewTable &wanted) {
                ++m_writes;
                doInBackground(
                    [wanted](app::Workspace &workspace, Task & /*task*/) {
                        return app::addTable(workspace, wanted);
                    },
                    [this, dialog = QPointer<AddTableDialog>(dialog)](const Result<evidence::Table> &added) {
                        --m_writes;
                        if (!added) {
                            if (dialog) {
                                dialog->tell(shown(added.error().message));
                            }
                            return;
                        }
                        if (dialog) {
                            dialog->accept();
                        }
                        m_wanted = added->id;
                        tellDone(tr("Added \u201c%1\u201d.   (Ctrl+Z undoes)").arg(shown(added->caption)));
                        reload();
                    });
            });
            dialog->open();
        });
}

/// Makes the tables at hand those of the review.
void TablesDialog::save(const QString &told)
{
    ++m_writes;
    showGrid();
    doInBackground(
        [set = m_set](app::Workspace &workspace, Task & /*task*/) -> Result<void> {
            auto done = app::setTables(workspace, set);
            return done ? Result<void>() : std::move(done).error();
        },
        [this, told](const Result<void> &saved) {
            --m_writes;
            say(saved, told + tr("   (Ctrl+Z undoes)"));
            reload();
        });
}

void TablesDialog::removeTable()
{
    if (const evidence::Table *gone = table()) {
        const QString told = tr("Removed \u201c%1\u201d.").arg(nameOf(*gone));
        m_set.tables.erase(m_set.tables.begin() + m_ui->tableList->currentRow());
        save(told);
    }
}

void TablesDialog::moveTable(int by)
{
    const int row = m_ui->tableList->currentRow();
    const int other = row + by;
    if (row >= 0 && other >= 0 && other < static_cast<int>(m_set.tables.size())) {
        std::swap(m_set.tables[static_cast<std::size_t>(row)], m_set.tables[static_cast<std::size_t>(other)]);
        m_wanted = m_set.tables[static_cast<std::size_t>(other)].id;
        save(tr("Moved \u201c%1\u201d.").arg(nameOf(m_set.tables[static_cast<std::size_t>(other)])));
    }
}

void TablesDialog::takeCaption()
{
    evidence::Table *const now = table();
    const std::string caption = m_ui->captionEdit->text().trimmed().toStdString();
    m_ui->captionEdit->setModified(false);
    if (now != nullptr && caption != now->caption) {
        now->caption = caption;
        save(tr("The caption is changed."));
    }
}

/// Puts what was written for a row into the table, as a new row of it where nothing was.
void TablesDialog::put(const EditedRow &edited)
{
    evidence::Table *const now = table();
    if (edited.at && *edited.at < now->rows.size()) {
        now->rows[*edited.at] = edited.row;
    } else {
        now->rows.push_back(edited.row);
    }
}

void TablesDialog::takeCell(const QTableWidgetItem *item)
{
    const auto at = static_cast<std::size_t>(item->row());
    const auto column = static_cast<std::size_t>(item->column());
    if (table() == nullptr || at >= m_rows.size() || column >= m_columns.size()) {
        return;
    }
    EditedRow edited = m_rows[at];
    evidence::Cell &cell = edited.row.cells[m_columns[column]];
    const std::string before = typedText(cell);
    setTyped(cell, item->text().toStdString());
    if (typedText(cell) != before) {
        put(edited);
        save(tr("The cell is changed."));
    }
}

void TablesDialog::addRow()
{
    evidence::Table *const now = table();
    evidence::Row row;
    row.cells.resize(now->columns.size());
    const EditedRow *const current = this->row();
    const std::size_t at = current != nullptr && current->at ? *current->at + 1 : now->rows.size();
    now->rows.insert(now->rows.begin() + static_cast<std::ptrdiff_t>(at), row);
    save(tr("A row is added."));
    m_ui->grid->setCurrentCell(static_cast<int>(at), 0);
    m_ui->grid->setFocus();
}

void TablesDialog::removeRow()
{
    if (const EditedRow *const current = row(); current != nullptr && current->at) {
        table()->rows.erase(table()->rows.begin() + static_cast<std::ptrdiff_t>(*current->at));
        save(tr("The row is removed."));
    }
}

void TablesDialog::moveRow(int by)
{
    const EditedRow *const current = row();
    evidence::Table *const now = table();
    if (review().isReadOnly() || now == nullptr || !hasOrder(*now) || current == nullptr || !current->at) {
        return;
    }
    const auto other = static_cast<std::ptrdiff_t>(*current->at) + by;
    if (other < 0 || other >= std::ssize(now->rows)) {
        return;
    }
    std::swap(now->rows[*current->at], now->rows[static_cast<std::size_t>(other)]);
    const int column = m_ui->grid->currentColumn();
    save(tr("The row is moved."));
    m_ui->grid->setCurrentCell(static_cast<int>(other), column);
}

void TablesDialog::askForStudies()
{
    const EditedRow *const current = row();
    if (current == nullptr || !m_ui->studiesButton->isEnabled()) {
        return;
    }
    auto *chooser = new StudyChooser(m_data.studies, current->linked, this);
    connect(chooser, &QDialog::accepted, this, [this, chooser] { link(chooser->chosen()); });
    chooser->open();
}

void TablesDialog::link(const std::set<std::size_t> &chosen)
{
    const EditedRow *const current = row();
    if (current == nullptr || chosen == std::set(current->linked.begin(), current->linked.end())) {
        return;
    }
    EditedRow edited = *current;
    linkStudies(edited.row, chosen, m_data);
    put(edited);
    save(tr("%1 studies are linked to the row.").arg(chosen.size()));
}

void TablesDialog::askForExport()
{
    const QString file = askWhereToSave(
        this,
        tr("Export table"),
        shown(table()->id) + QStringLiteral(".docx"),
        tr("Word (*.docx);;OpenDocument text (*.odt);;Excel workbook (*.xlsx);;PDF (*.pdf);;HTML (*.html);;"
           "LaTeX (*.tex);;Markdown (*.md);;Markdown with grid tables (*.grid.md);;CSV (*.csv);;"
           "Tab-separated (*.tsv);;Text (*.txt);;JSON (*.json)"));
    if (!file.isEmpty()) {
        exportTable(file);
    }
}

void TablesDialog::exportTable(const QString &file)
{
    const evidence::Table *const now = table();
    if (now == nullptr) {
        return;
    }
    tell(tr("Writing %1...").arg(file));
    doInBackground(
        [id = now->id, name = file.toStdString()](app::Workspace &workspace, Task & /*task*/) {
            return app::publishTable(workspace, id, name);
        },
        [this, file](const Result<void> &written) {
            say(written, tr("Wrote %1.").arg(file));
            Q_EMIT exported();
        });
}

/// A cell that is being typed in is taken.
void TablesDialog::done(int result)
{
    m_ui->closeButton->setFocus();
    QDialog::done(result);
}

} // namespace winnow::gui
