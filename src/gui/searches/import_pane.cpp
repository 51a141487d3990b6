#include "gui/searches/import_pane.h"

#include "app/csv_table.h"
#include "app/duplicates.h"
#include "gui/file_dialog.h"
#include "gui/queries/line_hits.h"
#include "gui/row_parts.h"
#include "gui/searches/import_words.h"
#include "gui/searches/source_kinds.h"
#include "gui/wrap_layout.h"
#include "ui_import_pane.h"

#include <QHeaderView>
#include <QIntValidator>

#include <algorithm>
#include <limits>
#include <utility>

namespace winnow::gui {

namespace {

constexpr double kTitleScale = 1.35;
constexpr int kQueryLines = 3;
constexpr int kRemarkLines = 4;
constexpr qsizetype kShownRemarks = 200;

enum Column { Name, Field };

QString importGroup()
{
    return QStringLiteral("import");
}

/// Records that are surely one with another, and pairs that may be.
std::int64_t duplicatesIn(app::Workspace &workspace, Task &task)
{
    const auto proposal = app::proposedDuplicates(workspace, task);
    if (!proposal) {
        return 0;
    }
    std::size_t count = proposal->likely.size();
    for (const app::DuplicateGroup &group : proposal->safe) {
        count += group.members.size() - 1;
    }
    return static_cast<std::int64_t>(count);
}

QString upperFirst(std::string_view name)
{
    QString text = shown(name);
    text.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

} // namespace

ImportPane::ImportPane(Session &session, std::function<QString()> query, QWidget *parent)
    : Step(session, parent)
    , m_ui(std::make_unique<Ui::ImportPane>())
    , m_query(std::move(query))
{
    m_ui->setupUi(this);
    wrap({m_ui->nextRow, m_ui->formButtons});
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * kTitleScale);
    title.setWeight(QFont::DemiBold);
    m_ui->zoneTitle->setFont(title);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_ui->outcomeLabel->setFont(strong);
    setQuiet(m_ui->zoneText);
    setQuiet(m_ui->filesLabel);
    m_ui->importButton->setProperty("primary", true);
    m_ui->chooseButton->setProperty("primary", true);
    m_ui->queryEdit->setFixedHeight(kQueryLines * fontMetrics().lineSpacing() + 16);
    m_ui->remarksText->setFixedHeight(kRemarkLines * fontMetrics().lineSpacing() + 16);
    m_ui->hitsEdit->setValidator(new QIntValidator(0, std::numeric_limits<int>::max(), this));
    m_ui->columnTree->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_ui->columnTree->hide();
    m_ui->nextBar->hide();
    fillKinds(*m_ui->kindBox);
    setImporting(false);
    connectWidgets();
    addActions();
    for (QWidget *widget :
         {static_cast<QWidget *>(m_ui->chooseButton), static_cast<QWidget *>(m_ui->decisionsButton)}) {
        widget->setEnabled(!session.isReadOnly());
    }
}

ImportPane::~ImportPane() = default;

void ImportPane::connectWidgets()
{
    connect(m_ui->dropZone, &DropZone::dropped, this, &ImportPane::ask);
    connect(m_ui->importButton, &QPushButton::clicked, this, &ImportPane::import);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &ImportPane::cancel);
    connect(m_ui->sourceEdit, &QLineEdit::textEdited, this, [this] { m_isSourceTyped = true; });
    connect(
        m_ui->duplicatesButton, &QPushButton::clicked, this, [this] { session().go({StepId::Duplicates}); });
    connect(
        m_ui->screenButton, &QPushButton::clicked, this, [this] { session().go({StepId::TitleAbstract}); });
    connect(m_ui->rejectedButton, &QPushButton::clicked, this, [this] {
        Place place{StepId::Records};
        place.part = QStringLiteral("imports");
        session().go(place);
    });
    connect(&session().writer(),
            &Worker::progress,
            this,
            [this](const QString & /*what*/, qint64 done, qint64 total) {
                if (m_isImporting) {
                    m_ui->importBar->setRange(0, total > 0 ? 1000 : 0);
                    m_ui->importBar->setValue(total > 0 ? static_cast<int>(1000 * done / total) : 0);
                }
            });
}

void ImportPane::addActions()
{
    addStepAction("startImportAction",
                  tr("Import the files that are shown"),
                  {Qt::CTRL | Qt::Key_Return},
                  [this] { m_ui->importButton->click(); });
    for (QPushButton *button : {m_ui->importButton, m_ui->cancelButton}) {
        button->setProperty(kHasAction, true);
    }
    addStepAction("cancelImportAction", tr("Leave the files"), {Qt::Key_Escape}, [this] { cancel(); });
    connect(m_ui->chooseButton, &QPushButton::clicked, this, &ImportPane::askForFiles);
    connect(m_ui->decisionsButton, &QPushButton::clicked, this, &ImportPane::askForDecisions);
}

void ImportPane::reload(Changes /*changes*/)
{}

void ImportPane::goTo(const Place &place)
{
    if (!place.files.isEmpty()) {
        ask(place.files);
    }
}

void ImportPane::takeFocus()
{
    if (m_ui->pages->currentWidget() == m_ui->formPage) {
        m_ui->sourceEdit->setFocus();
    } else {
        m_ui->chooseButton->setFocus();
    }
}

void ImportPane::askForFiles()
{
    gui::askForFiles(this, tr("Import records"), {}, [this](const QStringList &files) { ask(files); });
}

void ImportPane::askForDecisions()
{
    askForFile(this, tr("Take decisions of a screening tool"), {}, [this](const QString &file) {
        takeDecisions(file);
    });
}

void ImportPane::ask(const QStringList &files)
{
    if (session().isReadOnly()) {
        say(tr("This review can only be read, so nothing can be imported into it."));
        return;
    }
    if (m_isImporting) {
        say(tr("An import is running; drop the files again once it is done."));
        return;
    }
    if (m_ui->pages->currentWidget() != m_ui->formPage) {
        m_files.clear();
        m_isSourceTyped = false;
        for (QLineEdit *line : {m_ui->sourceEdit, m_ui->dateEdit, m_ui->hitsEdit}) {
            line->clear();
        }
        m_ui->kindBox->setCurrentIndex(0);
        m_ui->queryEdit->setPlainText(m_query());
        m_ui->decisionsBox->setChecked(false);
    }
    m_files += files;
    m_files.removeDuplicates();
    m_ui->filesLabel->setText(m_files.join(QLatin1Char('\n')));
    m_ui->columnTree->clear();
    m_ui->columnTree->hide();
    m_ui->pages->setCurrentWidget(m_ui->formPage);
    Q_EMIT shownByItself();
    m_ui->sourceEdit->setFocus();
    m_ui->sourceEdit->selectAll();
    inspect();
}

void ImportPane::inspect()
{
    app::InspectRequest request;
    for (const QString &file : m_files) {
        request.files.emplace_back(file.toStdString());
    }
    request.columns = columns();
    inBackground(
        QStringLiteral("inspect"),
        [request](app::Workspace & /*workspace*/, Task &task) { return app::inspectFiles(request, task); },
        [this](const Result<app::InspectOutcome> &outcome) { showInspected(outcome); });
}

void ImportPane::showInspected(const Result<app::InspectOutcome> &outcome)
{
    if (!outcome && outcome.error().code == ErrorCode::Cancelled) {
        return;
    }
    setProblem(m_ui->problemLabel, outcome ? QString() : shown(outcome.error().message));
    m_ui->importButton->setEnabled(static_cast<bool>(outcome) && !m_isImporting);
    if (!outcome) {
        readColumns();
        return;
    }
    const bool isOneSearch = outcome->files.size() > 1;
    m_ui->filesLabel->setText((isOneSearch ? tr("Taken as the result of one search:\n") : QString()) +
                              inspectedLines(*outcome));
    std::int64_t decisions = 0;
    for (const app::InspectedFile &file : outcome->files) {
        decisions += file.file.decisions;
        if (!m_isSourceTyped && m_ui->sourceEdit->text().isEmpty()) {
            m_ui->sourceEdit->setText(shown(file.producer));
            m_ui->sourceEdit->selectAll();
        }
    }
    m_ui->decisionsBox->setEnabled(decisions > 0);
    m_ui->decisionsBox->setText(decisions > 0 ? tr("Also take the %Ln decision(s) of a screening tool in it",
                                                   nullptr,
                                                   static_cast<int>(decisions))
                                              : tr("No decisions of a screening tool in it"));
    if (m_ui->columnTree->topLevelItemCount() == 0) {
        const auto table = std::ranges::find_if(
            outcome->files, [](const app::InspectedFile &one) { return !one.file.columns.empty(); });
        if (table != outcome->files.end()) {
            showColumns(table->file.columns);
        }
    }
}

/// A table none of whose columns is known may still be one: a person says what they are.
void ImportPane::readColumns()
{
    const QString &file = m_files.front();
    const bool isTable = m_files.size() == 1 && (file.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive) ||
                                                 file.endsWith(QStringLiteral(".tsv"), Qt::CaseInsensitive));
    if (!isTable || m_ui->columnTree->topLevelItemCount() > 0) {
        return;
    }
    inBackground(
        QStringLiteral("columns"),
        [file = file.toStdString()](app::Workspace & /*workspace*/, Task & /*task*/) {
            return app::columnNames(file);
        },
        [this, files = m_files](const Result<std::vector<std::string>> &names) {
            if (!names || files != m_files || m_ui->columnTree->topLevelItemCount() > 0) {
                return;
            }
            std::vector<app::ColumnMapping> columns;
            for (const std::string &name : *names) {
                columns.push_back({{}, name});
            }
            showColumns(columns);
            setProblem(m_ui->problemLabel,
                       tr("What the columns of this table are does not show; say which one is the title, "
                          "and what the others are."));
        });
}

/// Nothing is asked where all are known.
void ImportPane::showColumns(const std::vector<app::ColumnMapping> &columns)
{
    const bool isAsked =
        std::ranges::any_of(columns, [](const app::ColumnMapping &column) { return column.field.empty(); });
    m_ui->columnTree->setVisible(isAsked);
    if (!isAsked) {
        return;
    }
    for (const app::ColumnMapping &column : columns) {
        auto *item = new QTreeWidgetItem(m_ui->columnTree, QStringList{shown(column.column)});
        auto *box = new QComboBox;
        box->addItem(tr("nothing"), QString());
        for (const std::string_view field : app::columnFields()) {
            box->addItem(upperFirst(field), shown(field));
        }
        const QString field = shown(column.field);
        box->setCurrentIndex(std::max(box->findData(field), 0));
        box->setAccessibleName(tr("What the column %1 is").arg(shown(column.column)));
        item->setData(Field, Qt::UserRole, field); // as it was guessed
        scrollOver(box);
        connect(box, &QComboBox::activated, this, &ImportPane::inspect);
        m_ui->columnTree->setItemWidget(item, Field, box);
    }
}

/// Only those that are taken for something else than was guessed.
std::vector<app::ColumnMapping> ImportPane::columns() const
{
    std::vector<app::ColumnMapping> columns;
    for (int i = 0; i < m_ui->columnTree->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = m_ui->columnTree->topLevelItem(i);
        const auto *box =
            qobject_cast<QComboBox *>(m_ui->columnTree->itemWidget(m_ui->columnTree->topLevelItem(i), Field));
        const QString field = box == nullptr ? QString() : box->currentData().toString();
        if (!field.isEmpty() && field != item->data(Field, Qt::UserRole).toString()) {
            columns.push_back({field.toStdString(), item->text(Name).toStdString()});
        }
    }
    return columns;
}

app::ImportRequest ImportPane::request() const
{
    app::ImportRequest request;
    for (const QString &file : m_files) {
        request.files.emplace_back(file.toStdString());
    }
    request.source = m_ui->sourceEdit->text().trimmed().toStdString();
    request.kind = kindIn(*m_ui->kindBox);
    request.query = m_ui->queryEdit->toPlainText().trimmed().toStdString();
    request.date = m_ui->dateEdit->text().trimmed().toStdString();
    if (!m_ui->hitsEdit->text().isEmpty()) {
        request.hits = m_ui->hitsEdit->text().toLongLong();
    }
    request.columns = columns();
    request.takesDecisions = m_ui->decisionsBox->isChecked() && m_ui->decisionsBox->isEnabled();
    return request;
}

void ImportPane::import()
{
    if (m_isImporting || m_ui->pages->currentWidget() != m_ui->formPage) {
        return;
    }
    setImporting(true);
    doInBackground([request = request()](app::Workspace &workspace,
                                         Task &task) { return app::importFiles(workspace, request, task); },
                   [this, request = request()](const Result<app::ImportOutcome> &outcome) {
                       setImporting(false);
                       showOutcome(outcome, request);
                   },
                   importGroup());
}

/// While an import runs: stops it. Else leaves the files.
void ImportPane::cancel()
{
    if (m_isImporting) {
        if (stopOwn(importGroup())) { // it had not begun
            setImporting(false);
        }
        return;
    }
    if (m_ui->pages->currentWidget() == m_ui->formPage) {
        m_files.clear();
        m_ui->pages->setCurrentWidget(m_ui->dropPage);
        takeFocus();
    }
}

void ImportPane::setImporting(bool isImporting)
{
    m_isImporting = isImporting;
    m_ui->importBar->setVisible(isImporting);
    m_ui->importBar->setRange(0, 0);
    m_ui->importButton->setEnabled(!isImporting);
    m_ui->cancelButton->setText(isImporting ? tr("Stop  Esc") : tr("Cancel  Esc"));
}

void ImportPane::showOutcome(const Result<app::ImportOutcome> &outcome, const app::ImportRequest &request)
{
    if (!outcome) {
        const bool isStopped = outcome.error().code == ErrorCode::Cancelled;
        setProblem(m_ui->problemLabel,
                   isStopped ? tr("Stopped; nothing was imported.") : shown(outcome.error().message));
        say(m_ui->problemLabel->text());
        return;
    }
    m_imported = importedLine(*outcome);
    const QString rejected = rejectedLine(*outcome);
    const QStringList remarks = importRemarks(*outcome);
    m_ui->outcomeLabel->setText(m_imported + QLatin1Char('.'));
    setProblem(m_ui->rejectedLabel, rejected);
    m_ui->rejectedButton->setVisible(!rejected.isEmpty());
    m_ui->duplicatesButton->hide();
    m_ui->remarksText->setVisible(!remarks.isEmpty());
    m_ui->remarksText->setPlainText(remarks.mid(0, kShownRemarks).join(QLatin1Char('\n')));
    m_ui->nextBar->show();
    m_files.clear();
    m_ui->pages->setCurrentWidget(m_ui->dropPage);
    m_ui->screenButton->setFocus();
    tellOutcome(*outcome, request);
    countDuplicates();
}

void ImportPane::tellOutcome(const app::ImportOutcome &outcome, const app::ImportRequest &request)
{
    const QString rejected = rejectedLine(outcome);
    const QString taken = outcome.decisions > 0
                              ? tr("; %Ln decision(s) taken", nullptr, static_cast<int>(outcome.decisions))
                              : QString();
    Changes changes = Changes(Change::Records) | Change::Searches | Change::Flow;
    if (outcome.decisions > 0) {
        changes |= Change::Decisions;
    }
    m_command = request.query.empty() ? importCommand(request) : QStringList();
    tellDone({m_imported + taken + (rejected.isEmpty() ? QStringLiteral(".") : tr(". %1").arg(rejected)),
              changes,
              m_command});
}

void ImportPane::countDuplicates()
{
    inBackground(
        QStringLiteral("duplicates"),
        [](app::Workspace &workspace, Task &task) { return duplicatesIn(workspace, task); },
        [this, imported = m_imported](std::int64_t pairs) {
            if (imported != m_imported || pairs == 0) {
                return;
            }
            const QString told = tr("%1; %2 look like duplicates.").arg(imported, grouped(pairs));
            m_ui->outcomeLabel->setText(told);
            m_ui->duplicatesButton->show();
            session().tell({told, {}, m_command, false, tr("Review duplicates"), {StepId::Duplicates}});
        });
}

void ImportPane::takeDecisions(const QString &file)
{
    app::TakeDecisionsRequest request;
    request.file = file.toStdString();
    doInBackground(
        [request](app::Workspace &workspace, Task &task) {
            return app::takeDecisions(workspace, request, task);
        },
        [this, file](const Result<app::TakeDecisionsOutcome> &outcome) {
            if (!outcome) {
                say(shown(outcome.error().message));
                return;
            }
            tellDone({tr("%1 decisions taken; %2 records found no place.")
                          .arg(grouped(outcome->decisions),
                               grouped(static_cast<std::int64_t>(outcome->unmatched.size()))),
                      Changes(Change::Decisions) | Change::Flow,
                      {QStringLiteral("decide"), QStringLiteral("{}"), QStringLiteral("--from"), file}});
        });
}

} // namespace winnow::gui
