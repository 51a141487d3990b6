// What can be done with the records of the list, and with the list itself.
#include "app/bulk_decisions.h"
#include "app/citation_keys.h"
#include "app/export_records.h"
#include "gui/file_dialog.h"
#include "gui/records/decide_question.h"
#include "gui/records/facet_pane.h"
#include "gui/records/label_question.h"
#include "gui/records/record_list_pane.h"
#include "gui/row_parts.h"
#include "gui/screening/stage_words.h"
#include "ui_record_list_pane.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QInputDialog>
#include <QMenu>

#include <algorithm>

namespace winnow::gui {

void RecordListPane::setUpActions()
{
    struct Entry
    {
        const char *name;
        QString text;
        QKeySequence key;
        void (RecordListPane::*act)();
        QPushButton *button = nullptr;
        bool isWriting = false;
    };

    const Entry entries[]{
        {"labelRecordsAction",
         tr("Label records..."),
         {Qt::Key_L},
         &RecordListPane::askForLabel,
         m_ui->labelButton,
         true},
        {"decideRecordsAction",
         tr("Decide records..."),
         {Qt::Key_D},
         &RecordListPane::askForDecision,
         m_ui->decideButton,
         true},
        {"exportRecordsAction",
         tr("Export records..."),
         {Qt::CTRL | Qt::Key_E},
         &RecordListPane::askForExport,
         m_ui->exportButton},
        {"copyKeysAction",
         tr("Copy citation keys"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_C},
         &RecordListPane::copyKeys},
        {"saveListAction", tr("Save this list..."), {Qt::CTRL | Qt::Key_S}, &RecordListPane::askForList},
        {"clearListAction", tr("List all records"), {Qt::Key_Escape}, &RecordListPane::clearAll},
    };
    auto *more = newMenu(this);
    for (const Entry &entry : entries) {
        QAction *action = addStepAction(
            entry.name, entry.text, entry.key, [this, act = entry.act] { (this->*act)(); }, entry.button);
        action->setEnabled(!entry.isWriting || !session().isReadOnly());
        if (entry.button != nullptr) {
            entry.button->setEnabled(action->isEnabled());
        }
        more->addAction(action);
    }
    QMenu *columns = more->addMenu(tr("Columns"));
    keepKeys(columns);
    connect(columns, &QMenu::aboutToShow, this, [this, columns] { fillColumnMenu(columns); });
    QMenu *orders = more->addMenu(tr("Sort by"));
    keepKeys(orders);
    for (int column = 0; column < RecordModel::ColumnCount; ++column) {
        const QString name = nameOf(column);
        QAction *order = addStepAction(qPrintable(QStringLiteral("sortBy%1Action").arg(column)),
                                       tr("Sort by %1").arg(name.toLower()),
                                       {},
                                       [this, column] { sortBy(column); });
        orders->addAction(order);
    }
    m_ui->moreButton->setMenu(more);
    m_ui->moreButton->setText(tr("More"));
    m_ui->labelButton->setText(tr("Label...  L"));
    m_ui->decideButton->setText(tr("Decide...  D"));
}

QString RecordListPane::nameOf(int column) const
{
    return column == RecordModel::Verdict
               ? tr("Verdict")
               : m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
}

void RecordListPane::fillColumnMenu(QMenu *menu)
{
    menu->clear();
    QHeaderView *header = m_ui->recordTable->horizontalHeader();
    for (int column = 0; column < RecordModel::ColumnCount; ++column) {
        QAction *action = menu->addAction(nameOf(column));
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        action->setEnabled(column != RecordModel::Title);
        connect(action, &QAction::toggled, this, [this, header, column](bool isShown) {
            header->setSectionHidden(column, !isShown);
            keepHeader();
        });
    }
}

void RecordListPane::showColumnMenu(const QPoint &at)
{
    auto *menu = newMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(menu);
    menu->popup(m_ui->recordTable->horizontalHeader()->viewport()->mapToGlobal(at));
}

void RecordListPane::showRecordMenu(const QPoint &at)
{
    const RecordId record = current();
    if (record.value == 0) {
        return;
    }
    auto *menu = newMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const char *name :
         {"labelRecordsAction", "decideRecordsAction", "exportRecordsAction", "copyKeysAction"}) {
        menu->addAction(findChild<QAction *>(QString::fromLatin1(name)));
    }
    menu->addSeparator();
    for (const auto &[step, stage] : {std::pair(StepId::TitleAbstract, Stage::TitleAbstract),
                                      std::pair(StepId::FullText, Stage::FullText)}) {
        connect(menu->addAction(tr("Show in %1").arg(stageInSentence(stage))),
                &QAction::triggered,
                this,
                [this, step = step, record] {
                    Place place{step};
                    place.record = record;
                    session().go(place);
                });
    }
    menu->popup(m_ui->recordTable->viewport()->mapToGlobal(at));
}

void RecordListPane::askForList()
{
    if (m_list || !isNarrowed()) {
        say(tr("Search for something or choose values at the left first; then the list can be saved."));
        return;
    }
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("listQuestion"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save this list"));
    dialog->setLabelText(tr("Name of the list"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        const QString name = text.simplified();
        if (!name.isEmpty()) {
            m_lists.put({name, m_query, m_choice});
            m_ui->facetTree->setLists(m_lists.all());
            say(tr("Saved. The list \u201C%1\u201D stands at the left.").arg(name));
        }
    });
    dialog->open();
}

void RecordListPane::openList(const QString &name)
{
    const auto &lists = m_lists.all();
    const auto list = std::ranges::find(lists, name, &SavedList::name);
    if (list == lists.end()) {
        return;
    }
    m_list.reset();
    m_query = list->query;
    m_choice = list->choice;
    Q_EMIT searchReplaced(m_query);
    relist();
}

void RecordListPane::showLabelMenu(const QString &label, const QPoint &at)
{
    auto *menu = newMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("labelMenu"));
    QAction *rename = menu->addAction(tr("Rename or merge..."));
    QAction *remove = menu->addAction(tr("Remove from all records"));
    rename->setEnabled(!session().isReadOnly());
    remove->setEnabled(!session().isReadOnly());
    connect(rename, &QAction::triggered, this, [this, label] { askForLabelName(label); });
    connect(remove, &QAction::triggered, this, [this, label] { removeLabel(label); });
    menu->popup(at);
}

void RecordListPane::askForLabelName(const QString &label)
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("labelName"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename label"));
    dialog->setLabelText(tr("New name; that of another label makes one label of the two"));
    dialog->setTextValue(label);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, label](const QString &text) {
        const QString name = text.simplified();
        if (name.isEmpty() || name == label) {
            return;
        }
        auto renamed = app::renameLabel(review(), label.toStdString(), name.toStdString());
        if (!renamed) {
            say(shown(renamed.error().message));
            return;
        }
        if (auto &labels = m_choice[app::Facet::Label]; labels.erase(label.toStdString()) > 0) {
            labels.insert(name.toStdString());
        }
        tellDone(
            {tr("Label %1 is %2 now on %Ln record(s).", nullptr, static_cast<int>(*renamed)).arg(label, name),
             Change::Marks,
             {QStringLiteral("label"), QStringLiteral("rename"), QStringLiteral("{}"), label, name}});
        reload(Change::Marks);
    });
    dialog->open();
}

void RecordListPane::removeLabel(const QString &label)
{
    auto records = app::recordsLabelled(review(), label.toStdString());
    if (!records) {
        say(shown(records.error().message));
        return;
    }
    if (auto done = app::removeLabel(review(), label.toStdString(), *records); !done) {
        say(shown(done.error().message));
        return;
    }
    auto left = app::recordsLabelled(review(), label.toStdString());
    const bool isOfOthers = left && !left->empty();
    if (!isOfOthers) {
        m_choice[app::Facet::Label].erase(label.toStdString());
    }
    tellDone({isOfOthers
                  ? tr("Label %1 is left on the records that others gave it to.").arg(label)
                  : tr("Label %1 was taken from %Ln record(s).", nullptr, static_cast<int>(records->size()))
                        .arg(label),
              Change::Marks});
    reload(Change::Marks);
}

void RecordListPane::askForLabel()
{
    if (selected().empty() || !m_table) {
        return;
    }
    const std::vector<RecordId> records = selected();
    auto *dialog = new LabelQuestion(records, m_table, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LabelQuestion::answered, this, [this, records](const QString &label, bool isAdded) {
        doInBackground(
            [records, isAdded, name = label.toStdString()](app::Workspace &workspace, Task & /*task*/) {
                return isAdded ? app::addLabel(workspace, name, records)
                               : app::removeLabel(workspace, name, records);
            },
            [this, label, isAdded, count = static_cast<int>(records.size())](const Result<void> &done) {
                if (!done) {
                    say(shown(done.error().message));
                    return;
                }
                tellDone({isAdded ? tr("%Ln record(s) labelled %1.", nullptr, count).arg(label)
                                  : tr("Label %1 taken from %Ln record(s).", nullptr, count).arg(label),
                          Change::Marks});
                reload(Change::Marks);
            });
    });
    dialog->open();
}

void RecordListPane::askForDecision()
{
    if (selected().empty()) {
        return;
    }
    auto *dialog = new DecideQuestion(session(), selected(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog,
            &DecideQuestion::answered,
            this,
            [this](const app::BulkRequest &request, const std::vector<RecordId> &records) {
                doInBackground(
                    [request, records](app::Workspace &workspace, Task & /*task*/) {
                        return app::decideBulk(workspace, request, records);
                    },
                    [this, request, count = static_cast<int>(records.size())](const Result<void> &done) {
                        if (!done) {
                            say(shown(done.error().message));
                            return;
                        }
                        tellDone({tr("%1: %Ln record(s) at %2.", nullptr, count)
                                      .arg(verdictName(request.verdict), stageInSentence(request.stage)),
                                  Change::Decisions});
                        reload(Change::Decisions);
                    });
            });
    dialog->open();
}

/// The chosen records where several are, else all that are listed.
void RecordListPane::askForExport()
{
    askWhereToSave(this,
                   tr("Export records"),
                   QStringLiteral("records.ris"),
                   tr("RIS (*.ris);;Excel workbook (*.xlsx);;CSV (*.csv);;BibTeX (*.bib);;"
                      "EndNote XML (*.xml);;PubMed (*.nbib);;CSL-JSON (*.json)"),
                   [this](const QString &file) { exportTo(file); });
}

void RecordListPane::exportTo(const QString &file)
{
    const bool isChosen = selected().size() > 1;
    app::ExportRequest request;
    request.file = file.toStdString();
    request.records = isChosen ? selected() : m_model->records();
    QStringList command;
    const bool isQuery =
        !m_list && std::ranges::all_of(m_choice, [](const auto &facet) { return facet.second.empty(); });
    if (!isChosen && isQuery) {
        command = {QStringLiteral("export"), QStringLiteral("{}"), QStringLiteral("-o"), file};
        if (!m_query.isEmpty()) {
            command << QStringLiteral("--query") << m_query;
        }
    }
    doInBackground(
        [request](app::Workspace &workspace, Task &task) {
            return app::exportRecords(workspace, request, task);
        },
        [this, file, command](const Result<std::int64_t> &written) {
            if (written) {
                tellDone({tr("Wrote %Ln record(s) to %1.", nullptr, static_cast<int>(*written)).arg(file),
                          {},
                          command,
                          false});
            } else {
                say(shown(written.error().message));
            }
        },
        QStringLiteral("export"));
}

void RecordListPane::copyKeys()
{
    const std::vector<RecordId> records = selected();
    if (records.empty()) {
        return;
    }
    inBackground(
        QStringLiteral("keys"),
        [records](app::Workspace &workspace, Task & /*task*/) -> Result<QStringList> {
            auto keys = app::CitationKeys::of(workspace);
            if (!keys) {
                return std::move(keys).error();
            }
            QStringList texts;
            for (const RecordId record : records) {
                auto key = keys->keyFor(record);
                if (!key) {
                    return std::move(key).error();
                }
                texts << shown(*key);
            }
            return texts;
        },
        [this](const Result<QStringList> &keys) {
            if (keys) {
                QGuiApplication::clipboard()->setText(keys->join(QLatin1Char('\n')));
                say(tr("%Ln citation key(s) copied.", nullptr, static_cast<int>(keys->size())));
            } else {
                say(shown(keys.error().message));
            }
        });
}

} // namespace winnow::gui
