#include "gui/team/conflicts_pane.h"

#include "app/attachments.h"
#include "app/labels.h"
#include "app/show_record.h"
#include "app/stages.h"
#include "gui/fulltext/pdf_choices.h"
#include "gui/reading/reading_pane.h"
#include "gui/screening/stage_words.h"
#include "gui/settings/appearance.h"
#include "gui/shown.h"
#include "gui/theme.h"
#include "gui/wrap_layout.h"
#include "ui_conflicts_pane.h"

#include <QAction>
#include <QHeaderView>
#include <QMessageBox>

#include <algorithm>

namespace winnow::gui {

namespace {

enum Column { Title, StageName, Kind };

QString kindName(app::ConflictKind kind)
{
    switch (kind) {
    case app::ConflictKind::Verdicts:
        return ConflictsPane::tr("verdicts");
    case app::ConflictKind::Reasons:
        return ConflictsPane::tr("reasons");
    case app::ConflictKind::Duplicates:
        break;
    }
    return ConflictsPane::tr("duplicates");
}

QString voteOf(const Decision &decision)
{
    const auto state = screening::stateOf(decision.verdict);
    QString text =
        ConflictsPane::tr("%1: %2 %3").arg(shown(decision.reviewer), markOf(state), wordOf(state).toLower());
    if (!decision.reason.empty()) {
        text += QStringLiteral(", ") + shown(decision.reason);
    }
    return decision.note.empty() ? text : text + QStringLiteral(" (") + shown(decision.note) + u')';
}

QStringList commandOf(const app::ResolveRequest &request, const std::string &key)
{
    QStringList command{QStringLiteral("resolve"),
                        QStringLiteral("{}"),
                        shown(key),
                        QStringLiteral("--stage"),
                        shown(toString(request.stage)),
                        QStringLiteral("--verdict"),
                        shown(toString(request.verdict))};
    for (const auto &[option, value] :
         {std::pair("--reason", &request.reason), std::pair("--note", &request.note)}) {
        if (!value->empty()) {
            command << QString::fromLatin1(option) << shown(*value);
        }
    }
    return request.isConsensus ? command : command << QStringLiteral("--third-person");
}

} // namespace

ConflictsPane::ConflictsPane(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_ui(std::make_unique<Ui::ConflictsPane>())
{
    m_ui->setupUi(this);
    wrap({m_ui->wordRow, m_ui->buttonRow});
    m_ui->conflictTree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_ui->conflictTree->header()->setSectionResizeMode(Title, QHeaderView::Stretch);
    m_ui->conflictTree->header()->setStretchLastSection(false);
    m_ui->conflictTree->setTextElideMode(Qt::ElideRight);
    m_ui->splitter->setStyleSheet(QStringLiteral("QSplitter::handle { background: transparent; }"));
    m_ui->splitter->setSizes({480, 520});
    ReadingPane *record = m_ui->report->record();
    record->setObjectName(QStringLiteral("recordView"));
    record->setAccessibleName(tr("The record in conflict"));
    record->follow(session.appearance());
    connect(record, &ReadingPane::readingChanged, this, &ConflictsPane::showCurrent);
    connect(m_ui->report->pdf(), &PdfPane::told, this, [this](const QString &text) { say(text); });

    makeActions();
    showKeys();
    connect(&session.appearance(), &Appearance::changed, this, &ConflictsPane::showKeys);
    connect(m_ui->conflictTree, &QTreeWidget::currentItemChanged, this, [this] {
        forgetWords();
        showCurrent();
    });
    connect(m_ui->openStageButton, &QPushButton::clicked, this, &ConflictsPane::askToOpenStage);
    showCurrent();
    m_ui->report->record()->showSentence(tr("Looking for conflicts ..."));
}

ConflictsPane::~ConflictsPane() = default;

void ConflictsPane::makeActions()
{
    const auto add = [this](const char *name,
                            const QString &text,
                            const QKeySequence &key,
                            QPushButton *button,
                            const std::function<void()> &act) {
        QAction *action = addStepAction(name, text, key, act, button);
        action->setProperty("changesReview", true);
        button->setProperty("changesReview", true);
        return action;
    };
    const auto settling = [this,
                           add](const char *name, const QString &text, QPushButton *button, Verdict verdict) {
        return Settling{button, add(name, text, {}, button, [this, verdict] { settle(verdict); }), verdict};
    };
    m_settlings = {
        {settling("settleExcludeAction", tr("Settle: exclude"), m_ui->excludeButton, Verdict::Exclude),
         settling("settleMaybeAction", tr("Settle: maybe"), m_ui->maybeButton, Verdict::Maybe),
         settling("settleIncludeAction", tr("Settle: include"), m_ui->includeButton, Verdict::Include)}};
    m_openAction = add("openConflictAction",
                       tr("Open this conflict"),
                       {Qt::CTRL | Qt::Key_Return},
                       m_ui->openButton,
                       [this] { openCurrent(); });
    m_otherAction =
        addStepAction("turnConflictAction", tr("PDF or record"), {}, [this] { m_ui->report->showOther(); });
    shareUndo(m_ui->noteEdit);
}

/// A conflict is settled by the keys that decide in screening.
void ConflictsPane::showKeys()
{
    const ScreeningKeys keys = session().appearance().keys();
    m_otherAction->setShortcut(keys.of(Act::FullText));
    for (const Settling &each : m_settlings) {
        const auto state = screening::stateOf(each.verdict);
        const Act act = each.verdict == Verdict::Include   ? Act::Include
                        : each.verdict == Verdict::Exclude ? Act::Exclude
                                                           : Act::Maybe;
        each.action->setShortcut(keys.of(act));
        const QString key = keys.of(act).toString(QKeySequence::NativeText);
        const QString text = markOf(state) + QStringLiteral("  ") + verdictName(each.verdict);
        each.button->setText(key.isEmpty() ? text : text + QStringLiteral("   ") + key);
        each.button->setStyleSheet(QStringLiteral("QPushButton:enabled { color: %1; font-weight: 600; }")
                                       .arg(colourOf(state).name()));
    }
}

void ConflictsPane::reload(Changes changes)
{
    if (changes & (Changes(Change::Records) | Change::Duplicates | Change::Decisions | Change::Stages)) {
        read();
    }
}

void ConflictsPane::read()
{
    inBackground(
        QStringLiteral("conflicts"),
        [](app::Workspace &workspace, Task & /*task*/) { return app::conflicts(workspace, {}); },
        [this](const Result<std::vector<app::Conflict>> &found) { showConflicts(found); });
}

void ConflictsPane::takeFocus()
{
    m_ui->conflictTree->setFocus();
}

/// Says what was done and looks for what is left.
void ConflictsPane::done(const QString &told, Changes changes, const QStringList &command)
{
    tellDone({told, changes, command});
    read();
}

void ConflictsPane::showConflicts(const Result<std::vector<app::Conflict>> &conflicts)
{
    if (!conflicts) {
        say(shown(conflicts.error().message));
        return;
    }
    const app::Conflict *const before = current();
    const RecordId record = before == nullptr ? RecordId{} : before->record;
    const Stage stage = before == nullptr ? Stage::TitleAbstract : before->stage;
    const int row = m_ui->conflictTree->indexOfTopLevelItem(m_ui->conflictTree->currentItem());
    const QSignalBlocker blocker(m_ui->conflictTree);
    m_ui->conflictTree->clear();
    m_conflicts = *conflicts;
    for (const app::Conflict &conflict : m_conflicts) {
        new QTreeWidgetItem(
            m_ui->conflictTree,
            QStringList{conflict.title.empty() ? tr("(no title)") : shown(conflict.title).simplified(),
                        stageName(conflict.stage),
                        kindName(conflict.kind)});
    }
    const auto same = std::ranges::find_if(m_conflicts, [&](const app::Conflict &conflict) {
        return conflict.record == record && conflict.stage == stage;
    });
    const int last = static_cast<int>(m_conflicts.size()) - 1;
    const int chosen = same != m_conflicts.end() ? static_cast<int>(same - m_conflicts.begin())
                                                 : std::clamp(row, std::min(0, last), last);
    m_ui->conflictTree->setCurrentItem(m_ui->conflictTree->topLevelItem(chosen));
    m_ui->conflictTree->resizeColumnToContents(StageName);
    if (same == m_conflicts.end()) {
        forgetWords();
    }
    showCurrent();
}

/// What was to be said of a conflict is for no other one.
void ConflictsPane::forgetWords()
{
    m_ui->noteEdit->clear();
    m_ui->reasonBox->clear();
}

const app::Conflict *ConflictsPane::current() const
{
    const int row = m_ui->conflictTree->indexOfTopLevelItem(m_ui->conflictTree->currentItem());
    return row >= 0 && static_cast<std::size_t>(row) < m_conflicts.size()
               ? &m_conflicts[static_cast<std::size_t>(row)]
               : nullptr;
}

void ConflictsPane::showCurrent()
{
    const app::Conflict *const conflict = current();
    for (const Settling &each : m_settlings) {
        each.button->setEnabled(conflict != nullptr);
        each.action->setEnabled(conflict != nullptr);
    }
    for (QWidget *widget : std::initializer_list<QWidget *>{
             m_ui->wayBox, m_ui->reasonBox, m_ui->noteEdit, m_ui->openStageButton}) {
        widget->setEnabled(conflict != nullptr);
    }
    m_openAction->setEnabled(conflict != nullptr && !conflict->isOpen);
    m_ui->openButton->setEnabled(m_openAction->isEnabled());
    showReasons(conflict);
    showFiles(conflict);
    if (conflict == nullptr) {
        m_ui->report->record()->showSentence(nothingToSettle());
        m_ui->votesLabel->clear();
        return;
    }
    auto view = app::showRecord(review(), conflict->record);
    auto marks = app::marksOf(review(), conflict->record);
    if (view && marks) {
        view->standing.decisions.clear(); // the votes are told below, as far as they are shown
        m_ui->report->record()->showRecord(*view, *marks, nullptr);
    } else {
        m_ui->report->record()->showSentence(shown(view ? marks.error().message : view.error().message));
    }
    QStringList votes;
    for (const Decision &decision : conflict->decisions) {
        votes << voteOf(decision);
    }
    auto standings = app::Standings::of(review());
    const bool isHidden =
        !conflict->isOpen && (!standings || standings->settings(conflict->stage).hidesVotes);
    if (isHidden) {
        votes << tr("What others said is hidden until you open this conflict.");
    }
    m_ui->votesLabel->setText(votes.join(QStringLiteral("     ")));
}

/// Titles and abstracts are decided on without the PDF.
void ConflictsPane::showFiles(const app::Conflict *conflict)
{
    std::vector<PdfChoice> choices;
    if (conflict != nullptr && conflict->stage == Stage::FullText) {
        if (const auto files = app::attachmentsOf(review(), conflict->record)) {
            choices = pdfChoices(*files);
        } else {
            say(shown(files.error().message));
        }
    }
    m_ui->report->setFiles(choices);
    m_otherAction->setEnabled(!choices.empty());
}

/// Why the list is empty: there is none, or others settle them.
QString ConflictsPane::nothingToSettle()
{
    QStringList told(tr("There is no conflict for you to settle."));
    auto standings = app::Standings::of(review());
    if (!standings) {
        return shown(standings.error().message);
    }
    for (const Stage stage : app::stagesOf(*standings)) {
        if (!standings->maySettle(stage)) {
            told << shown(app::notYours(standings->settings(stage)).message);
        }
    }
    return told.join(QLatin1Char(' '));
}

/// The reason that is chosen stays so if it can.
void ConflictsPane::showReasons(const app::Conflict *conflict)
{
    const QString chosen = chosenReason();
    m_ui->reasonBox->clear();
    m_ui->reasonBox->addItem(QString());
    auto standings = app::Standings::of(review());
    if (conflict == nullptr || !standings) {
        return;
    }
    const std::vector<std::string> &reasons = standings->settings(conflict->stage).reasons;
    for (const std::string &reason : reasons) {
        m_ui->reasonBox->addItem(shown(reason));
    }
    m_ui->reasonBox->setEditable(reasons.empty());
    if (reasons.empty()) {
        m_ui->reasonBox->lineEdit()->setPlaceholderText(tr("Reason, to exclude it"));
    } else {
        m_ui->reasonBox->setItemText(0, tr("Reason, to exclude it"));
    }
    m_ui->reasonBox->setCurrentText(chosen);
}

/// Empty: none. The first of those that are listed says only what they are.
QString ConflictsPane::chosenReason() const
{
    const bool isChosen = m_ui->reasonBox->isEditable() || m_ui->reasonBox->currentIndex() > 0;
    return isChosen ? m_ui->reasonBox->currentText() : QString();
}

void ConflictsPane::settle(Verdict verdict)
{
    const app::Conflict *const conflict = current();
    if (conflict == nullptr) {
        return;
    }
    app::ResolveRequest request;
    request.record = conflict->record;
    request.stage = conflict->stage;
    request.verdict = verdict;
    if (verdict == Verdict::Exclude) {
        request.reason = chosenReason().simplified().toStdString();
    }
    request.note = m_ui->noteEdit->text().trimmed().toStdString();
    request.isConsensus = m_ui->wayBox->currentIndex() == 0;
    const QString title = shown(conflict->title);
    const QStringList command = commandOf(request, conflict->key);
    if (auto settled = app::resolve(review(), request); !settled) {
        say(shown(settled.error().message));
        return;
    }
    done(tr("Settled, %1: %2").arg(verdictName(verdict).toLower(), title), Change::Decisions, command);
}

void ConflictsPane::openCurrent()
{
    const app::Conflict *const conflict = current();
    if (conflict == nullptr) {
        return;
    }
    if (auto settled = app::openRecord(review(), conflict->stage, conflict->record); !settled) {
        say(shown(settled.error().message));
        return;
    }
    done(tr("This record is open to everybody now; the log keeps that you opened it."),
         Changes(Change::Decisions) | Change::Stages);
}

void ConflictsPane::askToOpenStage()
{
    const app::Conflict *const conflict = current();
    if (conflict == nullptr) {
        return;
    }
    auto *box =
        new QMessageBox(QMessageBox::Question,
                        tr("Open the stage"),
                        tr("Let everybody see what all said at %1?").arg(stageInSentence(conflict->stage)),
                        QMessageBox::Cancel,
                        this);
    box->setInformativeText(
        tr("Votes given from now on are no longer independent and do not count for agreement."));
    const QPushButton *open = box->addButton(tr("Open the stage"), QMessageBox::AcceptRole);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(open, &QPushButton::clicked, this, [this, stage = conflict->stage] { openStage(stage); });
    box->open();
}

void ConflictsPane::openStage(Stage stage)
{
    if (auto settled = app::openStage(review(), stage); !settled) {
        say(shown(settled.error().message));
        return;
    }
    done(tr("Everybody sees now what all said at %1; the log keeps that you opened it.")
             .arg(stageInSentence(stage)),
         Changes(Change::Decisions) | Change::Stages);
}

} // namespace winnow::gui
