#include "gui/fulltext/reports_pane.h"

#include "app/record_keys.h"
#include "gui/fulltext/file_acts.h"
#include "gui/fulltext/finding_words.h"
#include "gui/row_parts.h"
#include "gui/stretched_section.h"
#include "gui/wrap_layout.h"
#include "ui_reports_pane.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QHeaderView>
#include <QInputDialog>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>

#include <array>

namespace winnow::gui {

namespace {

constexpr int kDetailLines = 6; // a PDF and five sources, without scrolling
constexpr int kTitleLetters = 36;
constexpr std::array kAllPlaces{ReportPlace::Sought,
                                ReportPlace::Retrieved,
                                ReportPlace::Assessed,
                                ReportPlace::NotRetrieved,
                                ReportPlace::Awaiting,
                                ReportPlace::Ongoing,
                                ReportPlace::Duplicate};

/// The option of `winnow retrieval`.
QString optionOf(ReportStatus status)
{
    switch (status) {
    case ReportStatus::NotRetrieved:
        return QStringLiteral("--not-retrieved");
    case ReportStatus::AwaitingClassification:
        return QStringLiteral("--awaiting");
    case ReportStatus::Ongoing:
        return QStringLiteral("--ongoing");
    case ReportStatus::Duplicate:
        return QStringLiteral("--duplicate-of");
    case ReportStatus::Sought:
        break;
    }
    return QStringLiteral("--sought");
}

QString questionOf(ReportStatus status)
{
    switch (status) {
    case ReportStatus::NotRetrieved:
        return ReportsPane::tr("Why could it not be had?");
    case ReportStatus::AwaitingClassification:
        return ReportsPane::tr("What is not known?");
    default:
        return ReportsPane::tr("Until when does the study run?");
    }
}

QInputDialog *question(QWidget *parent, const QString &title, const QString &label)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setObjectName(QStringLiteral("statusDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->resize(420, dialog->sizeHint().height());
    return dialog;
}

} // namespace

ReportsPane::ReportsPane(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_ui(std::make_unique<Ui::ReportsPane>())
    , m_model(new ReportModel(this))
    , m_acts(new FileActs(session, this))
{
    m_ui->setupUi(this);
    wrap({m_ui->placeRow, m_ui->buttonRow});
    setQuiet(m_ui->countLabel);
    setAcceptDrops(true);
    setUpTable();
    makeActions();
    m_ui->placeBox->addItem(tr("All reports"), -1);
    for (const ReportPlace place : kAllPlaces) {
        m_ui->placeBox->addItem(placeName(place), static_cast<int>(place));
    }
    connect(m_ui->placeBox, &QComboBox::currentIndexChanged, this, [this] {
        const int place = m_ui->placeBox->currentData().toInt();
        m_model->choose(place < 0 ? std::nullopt : std::optional(static_cast<ReportPlace>(place)));
        showCounts();
    });
}

ReportsPane::~ReportsPane() = default;

void ReportsPane::setUpTable()
{
    QTableView *table = m_ui->reportTable;
    table->setModel(m_model);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    QHeaderView *header = table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int letter = fontMetrics().averageCharWidth();
    for (const auto &[column, letters] : {std::pair(ReportModel::Status, 18),
                                          std::pair(ReportModel::Authors, 18),
                                          std::pair(ReportModel::Year, 8),
                                          std::pair(ReportModel::Files, 8),
                                          std::pair(ReportModel::LookedFor, 20),
                                          std::pair(ReportModel::Why, 20)}) {
        header->resizeSection(column, letters * letter);
    }
    new StretchedSection(header, ReportModel::Title, kTitleLetters * letter);
    m_ui->detailEdit->setMaximumHeight(fontMetrics().lineSpacing() * kDetailLines);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ReportsPane::fitActions);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ReportsPane::fitActions);
    connect(table, &QTableView::activated, this, &ReportsPane::readCurrent);
}

void ReportsPane::makeActions()
{
    const auto add =
        [this](const char *name, const QString &text, Qt::Key key, QPushButton *button, auto act) {
            QAction *action = addStepAction(name, text, {key}, act, button);
            action->setProperty("changesReview", true);
            connect(action, &QAction::enabledChanged, button, &QPushButton::setEnabled);
            m_ui->reportTable->addAction(action);
            m_ofReport << action;
        };
    add("soughtAction", tr("The report is sought"), Qt::Key_S, m_ui->soughtButton, [this] {
        ask(ReportStatus::Sought);
    });
    add("notRetrievedAction", tr("The report could not be had"), Qt::Key_X, m_ui->notRetrievedButton, [this] {
        ask(ReportStatus::NotRetrieved);
    });
    add("awaitingAction", tr("Too little is known to decide"), Qt::Key_A, m_ui->awaitingButton, [this] {
        ask(ReportStatus::AwaitingClassification);
    });
    add("ongoingAction", tr("The study still runs"), Qt::Key_O, m_ui->ongoingButton, [this] {
        ask(ReportStatus::Ongoing);
    });
    add("duplicateReportAction",
        tr("The review has this report already"),
        Qt::Key_D,
        m_ui->duplicateButton,
        [this] { askForDuplicate(); });
    add("attachReportAction", tr("Attach a PDF \u2026"), Qt::Key_P, m_ui->attachButton, [this] {
        m_acts->ask(current()->row.id);
    });
    add("detachReportAction", tr("Detach the PDF"), Qt::Key_Delete, m_ui->detachButton, [this] { detach(); });
    m_detach = m_ofReport.back();
    m_ui->readButton->setAccessibleName(tr("Read and decide on the report of the board"));
    connect(m_ui->readButton, &QPushButton::clicked, this, &ReportsPane::readCurrent);
    fitActions();
}

void ReportsPane::takeFocus()
{
    m_ui->reportTable->setFocus();
}

void ReportsPane::goTo(const Place &place)
{
    if (const int row = m_model->rowOf(place.record); row >= 0) {
        m_ui->reportTable->selectRow(row);
    }
}

void ReportsPane::reload(Changes changes)
{
    if (changes & (Changes(Change::Records) | Change::Duplicates | Change::Decisions | Change::Stages)) {
        read();
    }
}

void ReportsPane::read()
{
    inBackground(
        QStringLiteral("reports"),
        [](app::Workspace &workspace, Task & /*task*/) { return app::fullTexts(workspace); },
        [this](Result<app::FullTexts> texts) {
            if (texts) {
                showReports(std::move(texts->sought));
            } else {
                say(shown(texts.error().message));
            }
        });
}

/// The report that was chosen stays so, or what stands in its place.
void ReportsPane::showReports(std::vector<app::FullText> reports)
{
    const app::SoughtReport *before = current();
    const RecordId record = before == nullptr ? RecordId{} : before->row.id;
    const int row = m_ui->reportTable->currentIndex().row();
    m_model->setReports(std::move(reports));
    const int same = m_model->rowOf(record);
    if (const int rows = m_model->rowCount(); rows > 0) {
        m_ui->reportTable->selectRow(same >= 0 ? same : std::clamp(row, 0, rows - 1));
    }
    showCounts();
}

void ReportsPane::showCounts()
{
    for (int i = 0; i < m_ui->placeBox->count(); ++i) {
        const int place = m_ui->placeBox->itemData(i).toInt();
        const int count =
            m_model->countAt(place < 0 ? std::nullopt : std::optional(static_cast<ReportPlace>(place)));
        m_ui->placeBox->setItemText(
            i,
            QStringLiteral("%1  %2").arg(
                place < 0 ? tr("All reports") : placeName(static_cast<ReportPlace>(place)), grouped(count)));
    }
    m_ui->countLabel->setText(m_model->countAt(std::nullopt) == 0
                                  ? tr("No record has come to full text yet: include some at title and "
                                       "abstract first.")
                              : m_model->rowCount() == 0 ? tr("None is there.")
                                                         : QString());
}

void ReportsPane::fitActions()
{
    const bool isChosen = current() != nullptr;
    for (QAction *action : m_ofReport) {
        action->setEnabled(isChosen && !session().isReadOnly());
    }
    m_detach->setEnabled(m_detach->isEnabled() && !currentText()->files.empty());
    m_ui->readButton->setEnabled(isChosen);
    m_ui->detailEdit->setPlainText(isChosen ? filesAndAttempts(*currentText()) : QString());
}

const app::FullText *ReportsPane::currentText() const
{
    const int row = m_ui->reportTable->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? &m_model->textAt(row) : nullptr;
}

const app::SoughtReport *ReportsPane::current() const
{
    const app::FullText *text = currentText();
    return text == nullptr ? nullptr : &text->report;
}

/// Which of them, where there are several.
void ReportsPane::detach()
{
    const app::FullText text = *currentText();
    const RecordId record = text.report.row.id;
    if (text.files.size() == 1) {
        detachOne(record, text.files.front());
        return;
    }
    QMenu *menu = newMenu(m_ui->detachButton);
    menu->setObjectName(QStringLiteral("detachMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const app::AttachedFile &file : text.files) {
        QString name = shown(file.name);
        connect(menu->addAction(name.replace(QLatin1Char('&'), QStringLiteral("&&"))),
                &QAction::triggered,
                this,
                [this, record, file] { detachOne(record, file); });
    }
    menu->popup(m_ui->detachButton->mapToGlobal(QPoint(0, m_ui->detachButton->height())));
}

void ReportsPane::detachOne(RecordId record, const app::AttachedFile &file)
{
    m_acts->detach(record, shown(file.sha256), shown(file.name));
}

/// The report in whose row something is dropped, else the one that is chosen; 0: none.
RecordId ReportsPane::recordAt(const QPoint &place) const
{
    const QWidget *rows = m_ui->reportTable->viewport();
    const QModelIndex index = m_ui->reportTable->indexAt(rows->mapFrom(this, place));
    if (index.isValid()) {
        return m_model->textAt(index.row()).report.row.id;
    }
    return current() == nullptr ? RecordId{} : current()->row.id;
}

void ReportsPane::dragEnterEvent(QDragEnterEvent *event)
{
    if (current() != nullptr && !session().isReadOnly() && !pdfsOf(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void ReportsPane::dropEvent(QDropEvent *event)
{
    const RecordId record = recordAt(event->position().toPoint());
    if (record.value != 0) {
        event->acceptProposedAction();
        m_acts->attach(record, pdfsOf(*event->mimeData()));
    }
}

void ReportsPane::readCurrent()
{
    if (const app::SoughtReport *report = current()) {
        Place place{StepId::FullText};
        place.part = QStringLiteral("screening");
        place.record = report->row.id;
        session().go(place);
    }
}

void ReportsPane::ask(ReportStatus status)
{
    const app::SoughtReport *report = current();
    if (report == nullptr) {
        return;
    }
    const RecordId record = report->row.id;
    const QString key = shown(report->row.key);
    if (status == ReportStatus::Sought) {
        set({record, status, {}, {}}, key);
        return;
    }
    QInputDialog *dialog = question(this, shown(report->row.title), questionOf(status));
    dialog->setTextValue(shown(report->why));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, record, status, key](const QString &why) {
        set({record, status, why.simplified().toStdString(), {}}, key);
    });
    dialog->open();
}

void ReportsPane::askForDuplicate()
{
    const app::SoughtReport *report = current();
    if (report == nullptr) {
        return;
    }
    QInputDialog *dialog =
        question(this, shown(report->row.title), tr("Key or number of the record whose report it is"));
    connect(dialog,
            &QInputDialog::textValueSelected,
            this,
            [this, record = report->row.id, key = shown(report->row.key)](const QString &typed) {
                auto other = app::recordFromKey(review(), typed.trimmed().toStdString());
                if (!other) {
                    say(shown(other.error().message));
                    return;
                }
                set({record, ReportStatus::Duplicate, {}, *other}, key, typed.trimmed());
            });
    dialog->open();
}

void ReportsPane::set(const app::ReportStatusRequest &request, const QString &key, const QString &other)
{
    if (auto done = app::setReportStatus(review(), request); !done) {
        say(shown(done.error().message));
        return;
    }
    QStringList command{QStringLiteral("retrieval"), QStringLiteral("{}"), key, optionOf(request.status)};
    if (request.status == ReportStatus::Duplicate) {
        command << other;
    } else if (request.status != ReportStatus::Sought) {
        command << shown(request.why);
    }
    app::FullText noted;
    noted.report.status = request.status;
    tellDone({tr("%1: %2").arg(key, placeName(placeOf(noted)).toLower()), Change::Decisions, command});
    read();
}

} // namespace winnow::gui
