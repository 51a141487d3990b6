// The part of the pane of evidence tables in which the cells of a table are changed in place.
#include "gui/evidence/cell_delegate.h"
#include "gui/evidence/columns_pane.h"
#include "gui/evidence/evidence_grid.h"
#include "gui/evidence/study_chooser.h"
#include "gui/evidence/tables_pane.h"
#include "ui_tables_pane.h"

#include <QHeaderView>
#include <QPlainTextEdit>

#include <algorithm>

namespace winnow::gui {

namespace {

using evidence::RowSource;

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

/// Rows and columns are dragged by their heads, studies onto rows.
void TablesPane::connectGrid()
{
    EvidenceGrid *const grid = m_ui->grid;
    connect(grid, &EvidenceGrid::studiesDropped, this, &TablesPane::linkTo);
    connect(m_ui->mergeButton, &QPushButton::clicked, this, &TablesPane::mergeCells);
    connect(m_ui->splitButton, &QPushButton::clicked, this, &TablesPane::splitCell);
    for (QHeaderView *head : {grid->verticalHeader(), grid->horizontalHeader()}) {
        head->setSectionsMovable(!review().isReadOnly());
        connect(head, &QHeaderView::sectionMoved, this, [this, head](int, int from, int to) {
            {
                const QSignalBlocker quiet(head);
                head->moveSection(to, from); // the table itself moves instead
            }
            if (head->orientation() == Qt::Vertical) {
                moveRowTo(from, to);
            } else {
                moveGridColumn(from, to);
            }
        });
    }
}

const EditedRow *TablesPane::row() const
{
    const auto at = static_cast<std::size_t>(m_ui->grid->currentRow());
    return at < m_rows.size() ? &m_rows[at] : nullptr;
}

/// What follows from the studies of each row, where the rows print as they are written.
void TablesPane::fillComputed()
{
    const evidence::Table *const now = table();
    if (now == nullptr || now->source != RowSource::Written || m_printed.id != now->id ||
        m_printed.rows.size() != m_rows.size() || m_printed.columns.size() != now->columns.size()) {
        return;
    }
    const QSignalBlocker quiet(m_ui->grid);
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        if (now->columns[m_columns[column]].kind == evidence::ColumnKind::Text) {
            continue;
        }
        for (std::size_t row = 0; row < m_rows.size(); ++row) {
            const evidence::PrintedCell &cell = m_printed.rows[row].cells[m_columns[column]];
            QString text = shown(cell.text);
            for (const std::string &item : cell.items) {
                text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + shown(item);
            }
            m_ui->grid->item(static_cast<int>(row), static_cast<int>(column))->setText(text);
        }
    }
    m_ui->grid->resizeRowsToContents();
}

/// A category that several rows have in common is one cell.
void TablesPane::fitSpans()
{
    m_ui->grid->clearSpans();
    const evidence::Table *const now = table();
    for (std::size_t column = 0; now != nullptr && column < m_columns.size(); ++column) {
        for (std::size_t row = 0; row < m_rows.size();) {
            const std::size_t end = sharedRows(*now, m_rows, row, m_columns[column]).second;
            if (end > row + 1) {
                m_ui->grid->setSpan(
                    static_cast<int>(row), static_cast<int>(column), static_cast<int>(end - row), 1);
            }
            row = end;
        }
    }
}

/// The studies that no row of the table rests on.
void TablesPane::showDrawer()
{
    const evidence::Table *const now = table();
    const bool hasRows = now != nullptr && hasOrder(*now);
    std::set<std::size_t> used;
    for (const EditedRow &row : m_rows) {
        used.insert(row.linked.begin(), row.linked.end());
        used.insert(row.coded.begin(), row.coded.end());
    }
    std::vector<StudyDrawer::Line> lines;
    for (std::size_t at = 0; hasRows && at < m_data.studies.size(); ++at) {
        const evidence::StudyData &study = m_data.studies[at];
        if (!used.contains(at) && (study.isIncluded || study.isOutside)) {
            const auto title = study.facts.find("title");
            const QString label = shown(study.label);
            lines.push_back({title == study.facts.end()
                                 ? label
                                 : label + QStringLiteral("  \u00b7  ") + shown(title->second),
                             static_cast<int>(at)});
        }
    }
    m_ui->drawer->setLines(lines);
    m_ui->drawer->setVisible(hasRows && !lines.empty());
    m_ui->drawerHead->setVisible(hasRows);
    m_ui->drawerHead->setText(
        lines.empty()
            ? tr("All studies are in a row of this table.")
            : tr("%Ln in no row yet: drag onto one, or Return", nullptr, static_cast<int>(lines.size())));
}

/// The studies behind the row, each a way to its record.
void TablesPane::showRowStudies()
{
    const EditedRow *const edited = row();
    QStringList links;
    if (edited != nullptr) {
        std::vector<std::size_t> places = edited->linked;
        places.insert(places.end(), edited->coded.begin(), edited->coded.end());
        for (const std::size_t place : places) {
            const evidence::StudyData &study = m_data.studies[place];
            if (!study.reports.empty()) {
                links << QStringLiteral("<a href=\"%1\">%2</a>")
                             .arg(shown(study.reports.front()).toHtmlEscaped(),
                                  shown(study.label).toHtmlEscaped());
            }
        }
    }
    m_ui->rowStudies->setText(
        links.isEmpty() ? QString() : tr("This row rests on %1").arg(links.join(QStringLiteral(" \u00b7 "))));
    m_ui->rowStudies->setVisible(!links.isEmpty());
}

/// What is being typed in a cell stays, and goes with its row.
void TablesPane::showGrid()
{
    const QSignalBlocker quiet(m_ui->grid);
    const evidence::Table *const shownTable = table();
    const std::string id = shownTable == nullptr ? std::string() : shownTable->id;
    std::vector<EditedRow> rows =
        shownTable == nullptr ? std::vector<EditedRow>() : editedRows(*shownTable, m_data);
    std::vector<std::size_t> columns =
        shownTable == nullptr ? std::vector<std::size_t>() : gridColumns(*shownTable);
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
    fitSpans();
    fillComputed();
    showDrawer();
    m_ui->columnsPane->showTable(shownTable, m_fields, !review().isReadOnly());
    m_ui->grid->resizeRowsToContents();
    if (typed && typed->isChanged && !place) {
        say(tr("The row in which you typed is gone. You typed: %1").arg(typed->text));
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
void TablesPane::fillGrid(const QTableWidgetItem *typed)
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
                const bool isText = shownTable->columns[m_columns[static_cast<std::size_t>(column)]].kind ==
                                    evidence::ColumnKind::Text;
                fillItem(*m_ui->grid, line, column, shown(typedText(cell)), mayWrite && isText);
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
QString TablesPane::studiesOf(const EditedRow &edited) const
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

/// Puts what was written for a row into the table, as a new row of it where nothing was.
void TablesPane::put(const EditedRow &edited)
{
    evidence::Table *const now = table();
    if (edited.at && *edited.at < now->rows.size()) {
        now->rows[*edited.at] = edited.row;
    } else {
        now->rows.push_back(edited.row);
    }
}

void TablesPane::takeCell(const QTableWidgetItem *item)
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
    if (typedText(cell) == before) {
        return;
    }
    const auto [first, end] = sharedRows(*table(), m_rows, at, m_columns[column]);
    for (std::size_t row = first; row < end; ++row) {
        if (row != at) {
            setText(row, m_columns[column], item->text().toStdString());
        }
    }
    put(edited);
    save(tr("The cell is changed."));
}

/// In the table, of a row that is written.
void TablesPane::setText(std::size_t row, std::size_t column, const std::string &text)
{
    EditedRow edited = m_rows[row];
    if (edited.at) {
        setTyped(edited.row.cells[column], text);
        put(edited);
    }
}

void TablesPane::mergeCells()
{
    evidence::Table *const now = table();
    const int gridColumn = m_ui->grid->currentColumn();
    if (!m_ui->mergeButton->isEnabled() || gridColumn < 0 ||
        gridColumn >= static_cast<int>(m_columns.size())) {
        return;
    }
    const std::size_t column = m_columns[static_cast<std::size_t>(gridColumn)];
    if (now->columns[column].kind != evidence::ColumnKind::Text) {
        say(tr("Only cells that you write can be merged; columns that are computed share cells by their "
               "texts."));
        return;
    }
    auto first = static_cast<std::size_t>(m_ui->grid->currentRow());
    std::size_t end = first + 1;
    for (const QTableWidgetSelectionRange &range : m_ui->grid->selectedRanges()) {
        if (range.leftColumn() <= gridColumn && gridColumn <= range.rightColumn()) {
            first = std::min(first, static_cast<std::size_t>(range.topRow()));
            end = std::max(end, static_cast<std::size_t>(range.bottomRow()) + 1);
        }
    }
    end = std::max(end, sharedRows(*now, m_rows, end - 1, column).second);
    const auto shared = sharedRows(*now, m_rows, first, column);
    if (shared.first == 0 && shared.second >= end) {
        say(tr("There is no row above with which to share the cell; choose several cells of a column."));
        return;
    }
    first = shared.second >= end ? shared.first - 1 : shared.first;
    const std::string text = typedText(m_rows[first].row.cells[column]);
    if (text.empty()) {
        say(tr("Write the text of the first of these cells, which all of them will share."));
        return;
    }
    now->columns[column].isMerged = true;
    for (std::size_t row = first; row < end; ++row) {
        setText(row, column, text);
    }
    save(tr("%Ln rows share the cell.", nullptr, static_cast<int>(end - first)));
}

void TablesPane::splitCell()
{
    evidence::Table *const now = table();
    const int gridColumn = m_ui->grid->currentColumn();
    if (!m_ui->splitButton->isEnabled() || gridColumn < 0 ||
        gridColumn >= static_cast<int>(m_columns.size())) {
        return;
    }
    const std::size_t column = m_columns[static_cast<std::size_t>(gridColumn)];
    const auto [first, end] =
        sharedRows(*now, m_rows, static_cast<std::size_t>(m_ui->grid->currentRow()), column);
    if (end == first + 1) {
        say(tr("This cell is of one row alone."));
        return;
    }
    for (std::size_t row = first + 1; row < end; ++row) {
        setText(row, column, {});
    }
    save(tr("The cell is of the first row alone; the others wait for a text."));
}

void TablesPane::takeTable(const evidence::Table &changed, const QString &told)
{
    if (evidence::Table *const now = table(); now != nullptr && now->id == changed.id) {
        *now = changed;
        save(told);
    }
}

void TablesPane::moveGridColumn(int from, int to)
{
    evidence::Table *const now = table();
    const auto columns = static_cast<int>(m_columns.size());
    if (now == nullptr || from >= columns || to >= columns || from == to) {
        return;
    }
    moveColumn(*now, m_columns[static_cast<std::size_t>(from)], m_columns[static_cast<std::size_t>(to)]);
    save(tr("The column is moved."));
}

void TablesPane::addRow()
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

void TablesPane::removeRow()
{
    if (const EditedRow *const current = row(); current != nullptr && current->at) {
        table()->rows.erase(table()->rows.begin() + static_cast<std::ptrdiff_t>(*current->at));
        save(tr("The row is removed."));
    }
}

void TablesPane::moveRow(int by)
{
    const int from = m_ui->grid->currentRow();
    moveRowTo(from, from + by);
}

void TablesPane::moveRowTo(int from, int to)
{
    evidence::Table *const now = table();
    const auto count = static_cast<int>(m_rows.size());
    if (review().isReadOnly() || now == nullptr || !hasOrder(*now) || from == to || from < 0 ||
        from >= count || to < 0 || to >= count) {
        return;
    }
    const auto &moved = m_rows[static_cast<std::size_t>(from)].at;
    const auto &place = m_rows[static_cast<std::size_t>(to)].at;
    if (!moved || !place) {
        say(tr("A row can be moved once something is written in it."));
        return;
    }
    const auto at = [now](std::size_t row) { return now->rows.begin() + static_cast<std::ptrdiff_t>(row); };
    if (*moved < *place) {
        std::rotate(at(*moved), at(*moved + 1), at(*place + 1));
    } else {
        std::rotate(at(*place), at(*moved), at(*moved + 1));
    }
    const int column = m_ui->grid->currentColumn();
    save(tr("The row is moved."));
    m_ui->grid->setCurrentCell(to, column);
}

void TablesPane::linkTo(int row, const QList<int> &places)
{
    evidence::Table *const now = table();
    if (review().isReadOnly() || now == nullptr || !hasOrder(*now) || places.isEmpty()) {
        return;
    }
    EditedRow edited;
    if (row >= 0 && row < static_cast<int>(m_rows.size())) {
        edited = m_rows[static_cast<std::size_t>(row)];
    } else if (now->source == RowSource::Written) {
        edited.row.cells.resize(now->columns.size());
    } else {
        say(tr("Choose the row to which the studies are linked."));
        return;
    }
    std::set<std::size_t> chosen(edited.linked.begin(), edited.linked.end());
    for (const int place : places) {
        chosen.insert(static_cast<std::size_t>(place));
    }
    linkStudies(edited.row, chosen, m_data);
    put(edited);
    save(tr("%Ln studies are linked to the row.", nullptr, static_cast<int>(places.size())));
}

void TablesPane::askForStudies()
{
    const EditedRow *const current = row();
    if (current == nullptr || !m_ui->studiesButton->isEnabled()) {
        return;
    }
    auto *chooser = new StudyChooser(m_data.studies, current->linked, this);
    connect(chooser, &QDialog::accepted, this, [this, chooser] { link(chooser->chosen()); });
    chooser->open();
}

void TablesPane::link(const std::set<std::size_t> &chosen)
{
    const EditedRow *const current = row();
    if (current == nullptr || chosen == std::set(current->linked.begin(), current->linked.end())) {
        return;
    }
    EditedRow edited = *current;
    linkStudies(edited.row, chosen, m_data);
    put(edited);
    save(tr("%Ln studies are linked to the row.", nullptr, static_cast<int>(chosen.size())));
}

} // namespace winnow::gui
