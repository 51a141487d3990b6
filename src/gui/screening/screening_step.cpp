#include "gui/screening/screening_step.h"

#include "app/decide.h"
#include "app/find_records.h"
#include "app/history.h"
#include "app/ranking.h"
#include "app/record_list.h"
#include "app/stages.h"
#include "base/clock.h"
#include "gui/reading/highlight_look.h"
#include "gui/reading/reading_pane.h"
#include "gui/screening/aside_pane.h"
#include "gui/screening/decision_bar.h"
#include "gui/screening/html_parts.h"
#include "gui/screening/labels_dialog.h"
#include "gui/screening/progress_strip.h"
#include "gui/screening/reason_chooser.h"
#include "gui/screening/screening_list.h"
#include "gui/screening/stage_page.h"
#include "gui/screening/stage_words.h"
#include "gui/screening/stopping_page.h"
#include "gui/screening/why_html.h"
#include "gui/theme.h"

#include <QAction>
#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>

#include <array>

namespace winnow::gui {

namespace {

/// A reviewer who goes on at once asks nothing.
constexpr int kWhyPauseMs = 150;
/// The record is painted first.
constexpr int kSettleMs = 10;
/// The ranking has learned by then.
constexpr int kSettleAgainMs = 600;
constexpr std::size_t kAhead = 3;
/// The numbers are read again after that; in between they are counted.
constexpr int kNumbersMs = 10'000;

} // namespace

ScreeningStep::ScreeningStep(Session &session, QWidget *parent)
    : ScreeningStep(session, Screens::TitleAbstract, parent)
{}

ScreeningStep::ScreeningStep(Session &session, Screens screens, QWidget *parent)
    : Step(session, parent)
    , m_screens(screens)
    , m_actions(new ScreeningActions(this))
    , m_queue(new WorkQueue(this))
    , m_model(new ScreeningModel(
          [this](std::span<const RecordId> ids) {
              auto rows = app::listRows(review(), ids);
              return rows ? *std::move(rows) : std::vector<app::ListRow>();
          },
          this))
    , m_settleTimer(new QTimer(this))
    , m_whyTimer(new QTimer(this))
    , m_numbersTimer(new QTimer(this))
{
    makeParts();
    for (QTimer *timer : {m_settleTimer, m_whyTimer, m_numbersTimer}) {
        timer->setSingleShot(true);
    }
    m_whyTimer->setInterval(kWhyPauseMs);
    connect(m_settleTimer, &QTimer::timeout, this, &ScreeningStep::settle);
    connect(m_whyTimer, &QTimer::timeout, this, &ScreeningStep::explainPlace);
    connect(m_numbersTimer, &QTimer::timeout, this, &ScreeningStep::readNumbers);
    connectActs();
    connectAsks();
    connectLists();
    connectPages();
    connect(&session, &Session::undone, this, &ScreeningStep::goToUndone);
    connect(&session.appearance(), &Appearance::changed, this, [this] {
        showKeys();
        fitLook();
    });
    showKeys();
    fitStages();
    fitLook();
    fitActions();
    showNothing();
}

ScreeningStep::~ScreeningStep() = default;

Stage ScreeningStep::stage() const
{
    const QVariant chosen = m_stageBox->currentData();
    return chosen.isValid() ? static_cast<Stage>(chosen.toInt())
                            : (m_screens == Screens::FullText ? Stage::FullText : Stage::TitleAbstract);
}

void ScreeningStep::connectActs()
{
    const auto onAct = [this](Act act, auto slot) {
        connect(m_actions->of(act), &QAction::triggered, this, slot);
    };
    onAct(Act::Include, [this] { decide(Verdict::Include); });
    onAct(Act::Exclude, [this] { decide(Verdict::Exclude); });
    onAct(Act::Maybe, [this] { decide(Verdict::Maybe); });
    onAct(Act::ExcludeWithReason, &ScreeningStep::excludeWithReason);
    onAct(Act::Skip, &ScreeningStep::skip);
    onAct(Act::Back, &ScreeningStep::goBack);
    onAct(Act::Undo, [this] { session().undo(); });
    for (std::size_t place = 0; place < kReasonKeys; ++place) {
        connect(m_actions->ofReason(place), &QAction::triggered, this, [this, place] { excludeFor(place); });
    }
    connect(m_actions->of(Doing::Next), &QAction::triggered, this, &ScreeningStep::goForward);
    connect(m_actions->of(Act::Criteria), &QAction::toggled, this, [this](bool isShown) {
        m_aside->showCriteria(settings(), isShown);
    });
    connect(m_actions->of(Act::Why), &QAction::toggled, this, [this](bool isShown) {
        m_aside->setWhyShown(isShown);
        explainPlace();
    });
}

void ScreeningStep::showKeys()
{
    m_actions->setKeys(session().appearance().keys());
    m_bar->showLook();
}

void ScreeningStep::fitActions()
{
    m_actions->fit({m_parts->currentIndex() == 0,
                    !session().isReadOnly(),
                    m_record.value != 0,
                    settings().reasons.size()});
}

/// The stages that are used; the one that is chosen stays so if it can.
void ScreeningStep::fitStages()
{
    const QVariant before = m_stageBox->currentData();
    const QSignalBlocker blocker(m_stageBox);
    m_stageBox->clear();
    for (const StageSettings &settings : session().stages()) {
        const bool isHere = (settings.stage == Stage::FullText) == (m_screens == Screens::FullText);
        if (isHere && settings.isUsed) {
            m_stageBox->addItem(stageName(settings.stage), static_cast<int>(settings.stage));
        }
    }
    m_stageBox->setCurrentIndex(std::max(0, m_stageBox->findData(before)));
    m_stageBox->setVisible(m_stageBox->count() > 1);
    m_model->setStage(stage());
    m_aside->showCriteria(settings(), m_actions->of(Act::Criteria)->isChecked());
}

/// How records are set: letters, marks, and what is left out.
/// What is looked for here, else the query of the review.
QueryDraft ScreeningStep::highlightedQuery()
{
    return m_query.isEmpty() ? draftOf(shown(review().info().uuid)).value_or(QueryDraft{})
                             : QueryDraft{m_query};
}

void ScreeningStep::fitLook()
{
    const Appearance &appearance = session().appearance();
    const QueryDraft wanted = highlightedQuery();
    m_highlighted = wanted.query;
    query::NodePtr query;
    if (!wanted.query.simplified().isEmpty()) {
        auto tree = app::treeOf(wanted.query.toStdString(),
                                wanted.isStandard ? query::Precedence::Standard : query::Precedence::Classic);
        query = tree ? *std::move(tree) : query::NodePtr();
    }
    const QString queryName = query == nullptr ? QString() : m_query.isEmpty() ? tr("Query") : tr("Search");
    RecordLook look;
    look.font = appearance.readingFont();
    look.masksOrigin = m_actions->of(Doing::Mask)->isChecked();
    look.isTitleAlone = stage() == Stage::Title;
    look.showsMarks = false; // beside the record
    look.highlighter =
        Highlighter(highlightsOf(appearance.store(), shown(review().info().uuid)), std::move(query));
    const QString legend = legendHtml(look.highlighter, queryName);
    m_legend->setText(legend);
    m_legend->setVisible(!legend.isEmpty());
    m_pane->setReading(look.font, appearance.lineLength());
    m_documents.setWidth(m_pane->columnWidth());
    m_documents.setLook(std::move(look));
    showAgain();
    Q_EMIT highlightsChanged();
}

void ScreeningStep::reload(Changes changes)
{
    if (changes.testFlag(Change::Stages)) {
        fitStages();
        m_stagePage->reload();
    }
    if (changes & (Change::Records | Change::Duplicates | Change::Decisions | Change::Stages)) {
        openWork(m_record.value == 0);
        readList();
        readNumbers();
        m_model->refreshAll();
    }
    if (changes.testFlag(Change::Marks)) {
        if (m_labelsDialog) {
            m_labelsDialog->reload();
        }
        if (!m_label.isEmpty()) {
            readList();
        }
    }
    m_documents.forgetAll();
    if (const auto undone = std::exchange(m_undone, std::nullopt)) {
        show(*undone);
    } else {
        showAgain();
    }
    fitActions();
    if (m_parts->currentWidget() == m_stoppingPage) {
        m_stoppingPage->reload();
    }
}

void ScreeningStep::goTo(const Place &place)
{
    constexpr std::array kParts{"read", "settings", "stopping"};
    for (int part = 0; part < static_cast<int>(kParts.size()); ++part) {
        if (place.part == QLatin1String(kParts.at(static_cast<std::size_t>(part)))) {
            m_tabs->setCurrentIndex(part);
        }
    }
    for (int part = static_cast<int>(kParts.size()); part < m_parts->count(); ++part) {
        if (m_parts->widget(part)->objectName() == place.part) {
            m_tabs->setCurrentIndex(part);
        }
    }
    if (place.list) {
        m_wanted = place.list;
        m_listTitle = place.listTitle;
        m_label.clear();
        tellList();
    }
    if (place.query) {
        search(*place.query, false);
    } else if (place.list) {
        readList();
    }
    if (place.record.value != 0) {
        m_tabs->setCurrentIndex(0);
        show(place.record);
        m_goesToWork = false;
    }
}

void ScreeningStep::takeFocus()
{
    if (highlightedQuery().query != m_highlighted) {
        fitLook(); // it was written elsewhere
    }
    if (auto *part = qobject_cast<Step *>(m_parts->currentWidget())) {
        part->takeFocus();
    } else if (m_parts->currentIndex() != 0) {
        m_parts->currentWidget()->setFocus();
    } else if (m_list->isVisible()) {
        m_list->setFocus();
    } else {
        focusReading();
    }
}

void ScreeningStep::focusReading()
{
    m_pane->setFocus();
}

bool ScreeningStep::mayClose()
{
    return mayLeave(m_stagePage->hasChanges() ? QStringList(tr("Settings of the stage")) : QStringList(),
                    tr("The settings of the stage were changed and not saved."));
}

void ScreeningStep::show(RecordId record)
{
    if (record.value == 0) {
        showNothing();
        return;
    }
    auto entry = m_documents.at(review(), record);
    if (!entry) {
        say(shown(entry.error().message));
        return;
    }
    m_record = record;
    m_pane->showDocument((*entry)->document);
    m_aside->showMarks((*entry)->shown.marks);
    select(record);
    fitActions();
    if (m_actions->of(Act::Why)->isChecked()) {
        m_whyTimer->start();
    }
    m_isPrefetchedTwice = false;
    m_settleTimer->start(kSettleMs);
    Q_EMIT recordShown(record);
}

/// In the list; the view brings the row into sight.
void ScreeningStep::select(RecordId record)
{
    m_isSelecting = true;
    const int row = m_model->rowOf(record);
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
    m_isSelecting = false;
}

void ScreeningStep::showAgain()
{
    if (m_record.value != 0) {
        show(m_record);
    }
}

/// Says why there is no record, and what to do.
void ScreeningStep::showNothing()
{
    m_record = {};
    const bool isDone = m_queue->isCurrent() && m_queue->left() == std::size_t{0};
    QString sentence;
    if (!m_queue->left()) {
        sentence = tr("The work list is being made.");
    } else if (isDone && m_model->rowCount() > 0) {
        sentence = tr("You have decided on all that is yours here. %1 goes back to what was decided last.")
                       .arg(m_actions->of(Act::Back)->shortcut().toString(QKeySequence::NativeText));
    } else {
        sentence = m_screens == Screens::FullText
                       ? tr("No record has come to full text yet: include some at title and abstract.")
                       : tr("There are no records to screen yet. Bring some in under Searches.");
    }
    m_pane->showSentence(sentence);
    m_aside->showMarks({});
    select({});
    fitActions();
    Q_EMIT recordShown({});
}

/// What can wait until the record is painted.
void ScreeningStep::settle()
{
    for (const RecordId record : std::exchange(m_toSettle, {})) {
        m_model->refresh(record);
    }
    showNumbers();
    prefetch();
    if (order() == app::WorkOrder::Rank && !m_isPrefetchedTwice) {
        m_isPrefetchedTwice = true;
        m_settleTimer->start(kSettleAgainMs);
    }
}

void ScreeningStep::prefetch()
{
    for (const RecordId record : ahead(kAhead)) {
        if (!m_documents.isReady(record)) {
            (void)m_documents.at(review(), record); // what cannot be read is told when it is shown
        }
    }
}

std::vector<RecordId> ScreeningStep::ahead(std::size_t count)
{
    std::vector<RecordId> records;
    if (goesRowByRow()) {
        const int row = m_model->rowOf(m_record);
        for (int next = row + 1; next <= row + static_cast<int>(count) && next < m_model->rowCount();
             ++next) {
            records.push_back(m_model->recordAt(next));
        }
        return records;
    }
    records = m_queue->ahead(count + 1);
    std::erase(records, m_record);
    return records;
}

bool ScreeningStep::isNextReady()
{
    const std::vector<RecordId> next = ahead(1);
    return !next.empty() && m_documents.isReady(next.front());
}

/// Where all records are listed, or the search is worked through, the work list says what comes; else the
/// next row.
void ScreeningStep::showNext()
{
    if (goesRowByRow()) {
        const int row = m_model->rowOf(m_record) + 1;
        if (row < m_model->rowCount()) {
            show(m_model->recordAt(row));
        } else {
            m_documents.forget(m_record);
            showAgain();
        }
        return;
    }
    const auto next = m_queue->next();
    show(next.value_or(RecordId{}));
}

void ScreeningStep::goBack()
{
    if (m_trailPlace == 0) {
        say(tr("There is nothing before this record."));
        return;
    }
    --m_trailPlace;
    show(m_trail[m_trailPlace]);
}

void ScreeningStep::goForward()
{
    if (m_trailPlace + 1 < m_trail.size()) {
        ++m_trailPlace;
        show(m_trail[m_trailPlace]);
    } else if (m_trailPlace < m_trail.size()) {
        m_trailPlace = m_trail.size();
        showNext();
    } else if (goesRowByRow()) {
        showNext();
    }
}

QString ScreeningStep::titleOf(RecordId record)
{
    auto entry = m_documents.at(review(), record);
    if (!entry) {
        return {};
    }
    const std::string &title = (*entry)->shown.view.record.title;
    return title.empty() ? tr("(no title)") : shown(title).simplified();
}

void ScreeningStep::decide(Verdict verdict)
{
    if (m_record.value == 0) {
        return;
    }
    if (verdict == Verdict::Exclude && (settings().needsReason || !settings().reasons.empty())) {
        excludeWithReason();
    } else {
        decide(m_record, verdict, {});
    }
}

void ScreeningStep::decide(RecordId record, Verdict verdict, const QString &reason)
{
    const app::DecideRequest request{record, stage(), verdict, reason.toStdString(), {}, {}, {}};
    if (auto done = app::decide(review(), std::span(&request, 1)); !done) {
        say(shown(done.error().message));
        return;
    }
    const QString title = titleOf(record);
    const QString word = wordOf(screening::stateOf(verdict));
    const QString what = reason.isEmpty() ? word : tr("%1, %2").arg(word, reason);
    m_documents.forget(record);
    const auto leftBefore = m_queue->left();
    m_queue->take(record, verdict);
    if (m_queue->left() != leftBefore) {
        m_numbers.add(verdict != Verdict::Exclude, QDateTime::currentMSecsSinceEpoch());
    }
    remember(record);
    showNext();
    QString told = tr("Last decision: %1 \u2013 %2").arg(what, title);
    if (!goesRowByRow() && m_queue->isCurrent() && m_queue->left() == std::size_t{0}) {
        told += tr(" That was the last of your work list.");
    }
    QStringList command = commandFor("decide", record);
    command << QStringLiteral("--verdict") << shown(toString(verdict));
    if (!reason.isEmpty()) {
        command << QStringLiteral("--reason") << reason;
    }
    tellDone({told, Change::Decisions, command});
    if (!m_numbersTimer->isActive()) {
        m_numbersTimer->start(kNumbersMs);
    }
}

QStringList ScreeningStep::commandFor(const char *command, RecordId record) const
{
    return {QString::fromLatin1(command),
            QStringLiteral("{}"),
            QStringLiteral("#%1").arg(record.value),
            QStringLiteral("--stage"),
            shown(toString(stage()))};
}

void ScreeningStep::skip()
{
    const RecordId record = m_record;
    if (auto done = app::skip(review(), stage(), record); !done) {
        say(shown(done.error().message));
        return;
    }
    const QString title = titleOf(record);
    m_queue->putOff(record);
    remember(record);
    showNext();
    tellDone({tr("Put off to the end: %1").arg(title), Change::Decisions, commandFor("skip", record)});
}

void ScreeningStep::remember(RecordId record)
{
    m_toSettle.push_back(record);
    m_trail.push_back(record);
    m_trailPlace = m_trail.size();
}

/// After undo and redo: the record of which something was taken back is read again; from that of which
/// something was brought back it goes on.
void ScreeningStep::goToUndone()
{
    auto latest = app::history(review(), {}, 1);
    if (!latest || latest->empty()) {
        return;
    }
    const Event &event = latest->front().event;
    if (event.subjectKind != "record" || event.op != event.id.value) {
        return; // no record, or many at once
    }
    const RecordId record{event.subject};
    if (event.kind != EventKind::Retraction) {
        goToRedone(event);
        return;
    }
    auto all = app::history(review(), record);
    if (!all) {
        return;
    }
    for (const app::LogEntry &entry : *all) {
        const bool isHere =
            entry.event.stage == toString(stage()) &&
            (entry.event.kind == EventKind::Decision || entry.event.kind == EventKind::RecordSkipped);
        if (isHere && entry.event.id == *event.retracts) {
            m_undone = record;
        }
    }
    if (m_undone && !m_trail.empty() && m_trail.back() == record) {
        m_trail.pop_back();
        m_trailPlace = m_trail.size();
    }
}

void ScreeningStep::goToRedone(const Event &event)
{
    const RecordId record{event.subject};
    if (event.stage != toString(stage())) {
        return;
    }
    if (event.kind != EventKind::Decision && event.kind != EventKind::RecordSkipped) {
        return;
    }
    remember(record);
    m_goesToWork = m_goesToWork || m_record == record;
}

void ScreeningStep::explainPlace()
{
    if (!m_actions->of(Act::Why)->isChecked()) {
        return;
    }
    if (m_record.value == 0) {
        m_aside->showWhy({});
        return;
    }
    inBackground(
        QStringLiteral("why"),
        [record = m_record, request = app::RankRequest{stage(), {}}, before = m_whyPool](
            app::Workspace &workspace, Task &task) {
            return app::explainRank(workspace, record, request, task, before.get());
        },
        [this](Result<app::Explanation> explained) {
            if (explained) {
                m_whyPool = explained->pool;
                m_aside->showWhy(whyHtml(*explained));
            } else if (explained.error().code != ErrorCode::Cancelled) {
                m_aside->showWhy(paragraph(shown(explained.error().message)));
            }
        });
}

} // namespace winnow::gui
