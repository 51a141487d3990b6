#include "gui/evidence/tables_pane.h"

#include "app/attachments.h"
#include "app/record_keys.h"
#include "gui/evidence/add_table_dialog.h"
#include "gui/evidence/cell_delegate.h"
#include "gui/evidence/columns_pane.h"
#include "gui/evidence/evidence_grid.h"
#include "gui/evidence/kinds_dialog.h"
#include "gui/evidence/printed_html.h"
#include "gui/evidence/study_chooser.h"
#include "gui/file_dialog.h"
#include "gui/row_parts.h"
#include "gui/wrap_layout.h"
#include "model/quote_place.h"
#include "ui_tables_pane.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QUrl>

#include <algorithm>
#include <cstring>

namespace winnow::gui {

namespace {

/// The captions on one line each.
QString nameOf(const evidence::Table &table)
{
    return table.caption.empty() ? shown(table.id) : shown(table.caption);
}

} // namespace

struct TablesPane::Content
{
    evidence::TableSet set;
    evidence::ReviewData data;
    std::vector<evidence::FieldChoice> fields;
};

TablesPane::TablesPane(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_ui(std::make_unique<Ui::TablesPane>())
{
    m_ui->setupUi(this);
    wrap({m_ui->orderRow, m_ui->captionRow, m_ui->rowRow});
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
    setUpActions();
    connectAll();
}

TablesPane::~TablesPane() = default;

void TablesPane::connectAll()
{
    connect(m_ui->tableList, &QListWidget::currentRowChanged, this, &TablesPane::showTable);
    connect(m_ui->addButton, &QPushButton::clicked, this, &TablesPane::askForTable);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &TablesPane::removeTable);
    connect(m_ui->upButton, &QPushButton::clicked, this, [this] { moveTable(-1); });
    connect(m_ui->downButton, &QPushButton::clicked, this, [this] { moveTable(1); });
    connect(m_ui->captionEdit, &QLineEdit::editingFinished, this, &TablesPane::takeCaption);
    connect(m_ui->grid, &QTableWidget::itemChanged, this, &TablesPane::takeCell);
    connect(m_ui->grid, &QTableWidget::currentCellChanged, this, &TablesPane::fitButtons);
    connect(m_ui->grid, &QTableWidget::cellActivated, this, [this](int, int column) {
        if (column == static_cast<int>(m_columns.size())) {
            askForStudies();
        }
    });
    connect(m_ui->addRowButton, &QPushButton::clicked, this, &TablesPane::addRow);
    connect(m_ui->removeRowButton, &QPushButton::clicked, this, &TablesPane::removeRow);
    connect(m_ui->rowUpButton, &QPushButton::clicked, this, [this] { moveRow(-1); });
    connect(m_ui->rowDownButton, &QPushButton::clicked, this, [this] { moveRow(1); });
    connect(m_ui->studiesButton, &QPushButton::clicked, this, &TablesPane::askForStudies);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &TablesPane::askForExport);
    connect(m_ui->columnsPane, &ColumnsPane::tableChanged, this, &TablesPane::takeTable);
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, &TablesPane::showPreview);
    connect(m_ui->preview, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        const QString target = QUrl::fromPercentEncoding(link.toString(QUrl::FullyEncoded).toLatin1());
        if (target.startsWith(QLatin1String(kQuoteLink))) {
            openQuote(target.mid(static_cast<int>(std::strlen(kQuoteLink))));
        } else {
            openKey(target);
        }
    });
    connect(m_ui->rowStudies, &QLabel::linkActivated, this, &TablesPane::openKey);
    connectGrid();
    shareUndo(m_ui->captionEdit);
}

void TablesPane::setUpActions()
{
    QWidget *const grid = m_ui->grid;
    addActionTo(grid, "rowUpAction", tr("Move the row up"), {Qt::ALT | Qt::Key_Up}, [this] { moveRow(-1); });
    addActionTo(
        grid, "rowDownAction", tr("Move the row down"), {Qt::ALT | Qt::Key_Down}, [this] { moveRow(1); });
    addActionTo(
        grid, "mergeCellsAction", tr("Merge cells"), {Qt::CTRL | Qt::Key_M}, [this] { mergeCells(); });
    addActionTo(grid, "splitCellAction", tr("Split a cell"), {Qt::CTRL | Qt::SHIFT | Qt::Key_M}, [this] {
        splitCell();
    });
    addActionTo(
        m_ui->drawer, "linkStudiesAction", tr("Link the studies to the row"), {Qt::Key_Return}, [this] {
            linkTo(m_ui->grid->currentRow(), m_ui->drawer->chosen());
        });
    addActionTo(m_ui->drawer,
                "newRowOfStudiesAction",
                tr("Make a row of the studies"),
                {Qt::SHIFT | Qt::Key_Return},
                [this] { linkTo(-1, m_ui->drawer->chosen()); });
    addStepAction("addTableAction", tr("Add an evidence table..."), {Qt::CTRL | Qt::Key_T}, [this] {
        m_ui->addButton->click();
    });
    addStepAction("exportTableAction", tr("Export the table..."), {Qt::CTRL | Qt::Key_E}, [this] {
        m_ui->exportButton->click();
    });
    addStepAction("addRowAction", tr("Add a row"), {Qt::CTRL | Qt::SHIFT | Qt::Key_N}, [this] {
        m_ui->addRowButton->click();
    });
    for (QPushButton *button : {m_ui->addButton,
                                m_ui->exportButton,
                                m_ui->addRowButton,
                                m_ui->rowUpButton,
                                m_ui->rowDownButton,
                                m_ui->studiesButton}) {
        button->setProperty(kHasAction, true);
    }
    addStepAction(
        "rowStudiesAction", tr("Studies of the row..."), {Qt::CTRL | Qt::Key_L}, [this] { askForStudies(); });
}

void TablesPane::goTo(const Place & /*place*/)
{}

void TablesPane::takeFocus()
{
    if (m_ui->tableList->count() == 0) {
        m_ui->addButton->setFocus();
    } else {
        m_ui->tableList->setFocus();
    }
}

bool TablesPane::mayClose()
{
    m_ui->tableList->setFocus(); // takes what is being typed
    return true;
}

void TablesPane::setUpFileMenu()
{
    auto *menu = newMenu(this);
    const QString kinds = tr("Evidence tables (*.json);;All files (*)");
    menu->addAction(tr("Save all tables as a file..."), this, [this, kinds] {
        askWhereToSave(
            this, tr("Save all tables"), QStringLiteral("tables.json"), kinds, [this](const QString &file) {
                saveTables(file);
            });
    });
    QAction *load = menu->addAction(tr("Take tables from a file, in place of these..."), this, [this, kinds] {
        askForFile(
            this, tr("Take tables from a file"), kinds, [this](const QString &file) { takeTables(file); });
    });
    load->setEnabled(!review().isReadOnly());
    m_ui->fileButton->setMenu(menu);
}

void TablesPane::saveTables(const QString &file)
{
    doInBackground(
        [name = file.toStdString()](app::Workspace &workspace, Task & /*task*/) {
            return app::exportTables(workspace, name);
        },
        [this, file](const Result<void> &written) {
            tellResult(written,
                       {tr("Wrote %1.").arg(file),
                        {},
                        {QStringLiteral("tables"), QStringLiteral("{}"), QStringLiteral("--save"), file}});
        });
}

void TablesPane::takeTables(const QString &file)
{
    ++m_writes;
    doInBackground(
        [name = file.toStdString()](app::Workspace &workspace, Task & /*task*/) -> Result<void> {
            auto set = app::loadTables(workspace, name);
            return set ? Result<void>() : std::move(set).error();
        },
        [this, file](const Result<void> &taken) {
            --m_writes;
            tellResult(taken,
                       {tr("Took the tables of %1.").arg(file),
                        Change::Tables,
                        {QStringLiteral("tables"), QStringLiteral("{}"), QStringLiteral("--load"), file}});
            read();
        });
}

void TablesPane::tellResult(const Result<void> &done, const Done &told)
{
    if (done) {
        tellDone(told);
    } else {
        say(shown(done.error().message));
    }
}

void TablesPane::reload(Changes changes)
{
    if (changes & ~Changes(Changes(Change::Marks) | Change::Searches | Change::Flow)) {
        read();
    }
}

void TablesPane::read()
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
            if (auto fields = app::tableFields(workspace)) {
                content.fields = *std::move(fields);
            }
            return content;
        },
        [this](const Result<Content> &content) {
            if (!content) {
                say(shown(content.error().message));
            } else if (m_writes == 0) {
                show(*content);
                Q_EMIT loaded();
            }
        });
}

void TablesPane::show(const Content &content)
{
    const evidence::Table *before = table();
    const std::string wanted = !m_wanted.empty() ? m_wanted : before == nullptr ? std::string() : before->id;
    m_wanted.clear();
    m_set = content.set;
    m_data = content.data;
    m_fields = content.fields;
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

evidence::Table *TablesPane::table()
{
    const auto at = static_cast<std::size_t>(m_ui->tableList->currentRow());
    return at < m_set.tables.size() ? &m_set.tables[at] : nullptr;
}

/// A caption that is being typed stays.
void TablesPane::showTable()
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

void TablesPane::showPreview()
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
                takePrinted(*printed);
            } else {
                m_ui->preview->setPlainText(shown(printed.error().message));
            }
        });
    const QString tab = m_ui->tabs->currentWidget()->objectName();
    if (tab == QStringLiteral("htmlTab")) {
        showSource(QStringLiteral("html"), m_ui->htmlText);
    } else if (tab == QStringLiteral("texTab")) {
        showSource(QStringLiteral("tex"), m_ui->texText);
    }
}

void TablesPane::showSource(const QString &extension, QPlainTextEdit *text)
{
    inBackground(
        QStringLiteral("source"),
        [id = table()->id, extension = extension.toStdString()](app::Workspace &workspace, Task & /*task*/) {
            return app::tableAs(workspace, id, extension);
        },
        [text](const Result<std::string> &source) {
            const QString now = shown(source ? *source : source.error().message);
            if (text->toPlainText() != now) {
                const int scrolled = text->verticalScrollBar()->value();
                text->setPlainText(now);
                text->verticalScrollBar()->setValue(scrolled);
            }
        });
}

void TablesPane::takePrinted(const evidence::PrintedTable &printed)
{
    m_printed = printed;
    const int scrolled = m_ui->preview->verticalScrollBar()->value();
    m_ui->preview->setHtml(printedHtml(printed));
    m_ui->preview->verticalScrollBar()->setValue(scrolled);
    fillComputed();
}

void TablesPane::openKey(const QString &key)
{
    const auto study = std::ranges::find_if(m_data.studies, [&](const evidence::StudyData &one) {
        return std::ranges::find(one.reports, key.toStdString()) != one.reports.end();
    });
    if (study != m_data.studies.end() && study->isOutside) {
        session().go({.step = StepId::Evidence, .part = QStringLiteral("outside")});
        return;
    }
    const auto record = app::recordFromKey(review(), key.toStdString());
    if (record) {
        session().go({.step = StepId::Records, .record = *record});
    } else {
        say(shown(record.error().message));
    }
}

/// Goes to the data of the study, and in its PDF to the quote.
void TablesPane::openQuote(const QString &place)
{
    const auto where = quotePlace(place.toStdString());
    const auto report = app::reportWith(review(), where ? where->file : std::string());
    if (report) {
        session().go({.step = StepId::Extraction,
                      .part = QStringLiteral("extraction"),
                      .record = *report,
                      .quote = place});
    } else {
        say(shown(report.error().message));
    }
}

void TablesPane::fitButtons()
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
    m_ui->addRowButton->setEnabled(mayWrite && hasTable &&
                                   shownTable->source == evidence::RowSource::Written);
    m_ui->removeRowButton->setEnabled(isWritten);
    m_ui->rowUpButton->setEnabled(isWritten && *edited->at > 0);
    m_ui->rowDownButton->setEnabled(isWritten && *edited->at + 1 < shownTable->rows.size());
    m_ui->studiesButton->setEnabled(isOrdered && edited != nullptr);
    m_ui->mergeButton->setEnabled(isWritten && shownTable->source == evidence::RowSource::Written);
    m_ui->splitButton->setEnabled(m_ui->mergeButton->isEnabled());
    showRowStudies();
}

void TablesPane::askForTable()
{
    inBackground(
        QStringLiteral("fields"),
        [](app::Workspace &workspace, Task & /*task*/) { return app::tableFields(workspace); },
        [this](const Result<std::vector<evidence::FieldChoice>> &fields) {
            if (!fields) {
                say(shown(fields.error().message));
                return;
            }
            auto *dialog = new AddTableDialog(*fields, this);
            connect(dialog, &AddTableDialog::addWanted, this, [this, dialog](const app::NewTable &wanted) {
                ++m_writes;
                doInBackground([wanted](app::Workspace &workspace,
                                        Task & /*task*/) { return app::addTable(workspace, wanted); },
                               [this, wanted, dialog = QPointer<AddTableDialog>(dialog)](
                                   const Result<evidence::Table> &added) {
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
                                   tellDone({tr("Added \u201c%1\u201d.").arg(shown(added->caption)),
                                             Change::Tables,
                                             commandOf(wanted)});
                                   read();
                               });
            });
            dialog->open();
        });
}

/// Makes the tables at hand those of the review.
void TablesPane::save(const QString &told)
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
            tellResult(saved, {told, Change::Tables});
            read();
        });
}

void TablesPane::removeTable()
{
    if (const evidence::Table *gone = table()) {
        const QString told = tr("Removed \u201c%1\u201d.").arg(nameOf(*gone));
        m_set.tables.erase(m_set.tables.begin() + m_ui->tableList->currentRow());
        save(told);
    }
}

void TablesPane::moveTable(int by)
{
    const int row = m_ui->tableList->currentRow();
    const int other = row + by;
    if (row >= 0 && other >= 0 && other < static_cast<int>(m_set.tables.size())) {
        std::swap(m_set.tables[static_cast<std::size_t>(row)], m_set.tables[static_cast<std::size_t>(other)]);
        m_wanted = m_set.tables[static_cast<std::size_t>(other)].id;
        save(tr("Moved \u201c%1\u201d.").arg(nameOf(m_set.tables[static_cast<std::size_t>(other)])));
    }
}

void TablesPane::takeCaption()
{
    evidence::Table *const now = table();
    const std::string caption = m_ui->captionEdit->text().trimmed().toStdString();
    m_ui->captionEdit->setModified(false);
    if (now != nullptr && caption != now->caption) {
        now->caption = caption;
        save(tr("The caption is changed."));
    }
}

void TablesPane::askForExport()
{
    if (table() == nullptr) {
        return;
    }
    const QString kinds =
        tr("Word (*.docx);;OpenDocument text (*.odt);;Excel workbook (*.xlsx);;PDF (*.pdf);;HTML (*.html);;"
           "LaTeX (*.tex);;Markdown (*.md);;Markdown with grid tables (*.grid.md);;CSV (*.csv);;"
           "Tab-separated (*.tsv);;Text (*.txt);;JSON (*.json)");
    auto *dialog = new KindsDialog(tr("Export table"), kinds.split(QStringLiteral(";;")), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, name = shown(table()->id)] {
        askWhereToSaveAll(this, tr("Export table"), name, dialog->chosen(), [this](const QStringList &files) {
            exportTable(files);
        });
    });
    dialog->open();
}

void TablesPane::exportTable(const QStringList &files)
{
    const evidence::Table *const now = table();
    if (now == nullptr) {
        return;
    }
    say(tr("Writing %1...").arg(files.join(QStringLiteral(", "))));
    QStringList command{QStringLiteral("table"), QStringLiteral("{}"), shown(now->id)};
    for (const QString &file : files) {
        command << QStringLiteral("-o") << file;
    }
    doInBackground(
        [id = now->id, files](app::Workspace &workspace, Task & /*task*/) -> Result<void> {
            for (const QString &file : files) {
                if (auto written = app::publishTable(workspace, id, file.toStdString()); !written) {
                    return written;
                }
            }
            return {};
        },
        [this, files, command](const Result<void> &written) {
            tellResult(written, {tr("Wrote %1.").arg(files.join(QStringLiteral(", "))), {}, command});
            Q_EMIT exported();
        });
}

QStringList TablesPane::commandOf(const app::NewTable &table)
{
    QStringList arguments{
        QStringLiteral("tables"), QStringLiteral("{}"), QStringLiteral("--add"), shown(table.kind)};
    for (const std::string &field : table.fields) {
        arguments << QStringLiteral("--field") << shown(field);
    }
    if (!table.caption.empty()) {
        arguments << QStringLiteral("--caption") << shown(table.caption);
    }
    return arguments;
}

} // namespace winnow::gui
