// Which records are listed and gone through, and how far that is.
#include "app/find_records.h"
#include "app/stopping.h"
#include "gui/reading/reading_pane.h"
#include "gui/screening/decision_bar.h"
#include "gui/screening/progress_strip.h"
#include "gui/screening/screening_list.h"
#include "gui/screening/screening_step.h"
#include "gui/screening/stage_page.h"
#include "gui/screening/stage_words.h"
#include "gui/screening/stopping_page.h"

#include <QAction>
#include <QComboBox>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>

namespace winnow::gui {

namespace {

constexpr int kReadAgainMs = 300;

/// What is read of the progress at once.
struct ReadNumbers
{
    Result<app::OwnProgress> own;
    std::optional<RecallNumbers> recall;
    bool isEnded = false;
};

/// None where no sample was drawn, or not all of it is screened.
std::optional<RecallNumbers> recallOf(app::Workspace &workspace, Stage stage)
{
    app::StoppingRequest request;
    request.stage = stage;
    request.rule = app::StoppingRule::TailSample;
    const auto report = app::checkStopping(workspace, request);
    if (!report) {
        return std::nullopt;
    }
    const auto numberOf = [&](std::string_view name) -> std::optional<double> {
        for (const auto &[each, value] : report->numbers) {
            if (each == name) {
                return value;
            }
        }
        return std::nullopt;
    };
    const auto recall = numberOf("recall");
    const auto from = numberOf("recall_from");
    const auto to = numberOf("recall_to");
    return recall && from && to ? std::optional(RecallNumbers{*recall, *from, *to}) : std::nullopt;
}

/// Of this machine and review.
QString keptAt(const char *name, const app::Workspace &workspace)
{
    return QStringLiteral("screening/%1/%2").arg(QString::fromLatin1(name), shown(workspace.info().uuid));
}

} // namespace

void ScreeningStep::connectLists()
{
    connect(m_queue, &WorkQueue::failed, this, &ScreeningStep::say);
    connect(m_queue, &WorkQueue::opened, this, [this] {
        if (std::exchange(m_ranksNext, false)) {
            openQueue(app::WorkOrder::Rank);
        }
        if (order() != app::WorkOrder::Import && !goesRowByRow()) {
            readList();
        }
        showNumbers();
        if (m_record.value == 0 || m_goesToWork) {
            m_goesToWork = m_ranksNext;
            if (!goesRowByRow()) {
                show(m_queue->next().value_or(RecordId{}));
            }
        } else {
            prefetch();
        }
    });
    for (const Doing order : {Doing::OrderImport, Doing::OrderRank, Doing::OrderRandom}) {
        connect(m_actions->of(order), &QAction::triggered, this, [this] { openWork(true); });
    }
    connect(m_stageBox, &QComboBox::activated, this, [this] {
        m_model->setStage(stage());
        m_trail.clear();
        m_trailPlace = 0;
        m_record = {};
        fitStages();
        fitLook();
        openWork(true);
        readList();
        readNumbers();
        takeFocus();
    });
    connect(
        m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
            if (now.isValid() && !m_isSelecting) {
                show(m_model->recordAt(now.row()));
            }
        });
    QAction *list = m_actions->of(Doing::List);
    connect(list, &QAction::toggled, this, [this](bool isShown) {
        m_list->setVisible(isShown);
        if (QSettings *store = session().appearance().store()) {
            store->setValue(QStringLiteral("screening/list"), isShown);
        }
        showAgain();
        takeFocus();
    });
    QAction *mask = m_actions->of(Doing::Mask);
    connect(mask, &QAction::toggled, this, [this](bool isMasked) {
        if (QSettings *store = session().appearance().store()) {
            store->setValue(keptAt("mask", review()), isMasked);
        }
        fitLook();
    });
    if (const QSettings *store = session().appearance().store()) {
        list->setChecked(store->value(QStringLiteral("screening/list")).toBool());
        mask->setChecked(store->value(keptAt("mask", review())).toBool());
    }
    connect(
        m_pane, &ReadingPane::columnWidthChanged, this, [this](int width) { m_documents.setWidth(width); });
    connect(m_actions->of(Doing::WorkThrough), &QAction::toggled, this, [this] {
        openWork(true);
        takeFocus();
    });
    connect(m_listButton, &QPushButton::clicked, this, &ScreeningStep::endList);
}

void ScreeningStep::connectPages()
{
    connect(m_tabs, &QTabBar::currentChanged, this, &ScreeningStep::showPart);
    int part = 0;
    for (const Doing shows : {Doing::ShowRead, Doing::ShowSettings, Doing::ShowStopping}) {
        connect(
            m_actions->of(shows), &QAction::triggered, this, [this, part] { m_tabs->setCurrentIndex(part); });
        ++part;
    }
    connect(m_strip, &ProgressStrip::stoppingWanted, m_actions->of(Doing::ShowStopping), &QAction::trigger);
    const auto toldOf = [this](auto *page) {
        using Page = std::remove_pointer_t<decltype(page)>;
        connect(page, &Page::told, this, &ScreeningStep::say);
        connect(page, &Page::done, this, [this](const QString &told, const QStringList &command) {
            session().tell({told, Change::Stages | Change::Decisions, command});
        });
    };
    toldOf(m_stagePage);
    toldOf(m_stoppingPage);
}

void ScreeningStep::showPart(int part)
{
    m_parts->setCurrentIndex(part);
    m_readTools->setVisible(part == 0);
    m_readTools->setMaximumWidth(part == 0 ? QWIDGETSIZE_MAX
                                           : 0); // in one row with the tabs only their height is kept
    fitActions();
    if (m_parts->currentWidget() == m_stoppingPage) {
        m_stoppingPage->reload();
    }
    takeFocus();
}

app::WorkOrder ScreeningStep::order() const
{
    if (m_actions->of(Doing::OrderRank)->isChecked()) {
        return app::WorkOrder::Rank;
    }
    return m_actions->of(Doing::OrderRandom)->isChecked() ? app::WorkOrder::Random : app::WorkOrder::Import;
}

/// Where a ranking must be made first, the list in order of import is there meanwhile.
void ScreeningStep::openWork(bool goesToIt)
{
    m_goesToWork = m_goesToWork || goesToIt;
    m_ranksNext = order() == app::WorkOrder::Rank && !m_queue->left();
    openQueue(m_ranksNext ? app::WorkOrder::Import : order());
    showNumbers();
}

void ScreeningStep::openQueue(app::WorkOrder order)
{
    app::WorkRequest request;
    request.stage = stage();
    request.order = order;
    if (m_actions->of(Doing::WorkThrough)->isChecked()) {
        request.query = m_query.toStdString();
    }
    // A ranking is written down.
    m_queue->open(order == app::WorkOrder::Rank ? session().writer() : session().reader(), request);
}

StageListing ScreeningStep::listing() const
{
    StageListing listing;
    listing.stage = stage();
    listing.query = m_query.toStdString();
    listing.label = m_label.toStdString();
    listing.list = m_wanted;
    listing.order = order() == app::WorkOrder::Import ? nullptr : m_queue->order();
    return listing;
}

void ScreeningStep::readList()
{
    inBackground(
        QStringLiteral("list"),
        [listing = listing()](app::Workspace &workspace, Task &task) {
            return std::pair(listing, stageRecords(workspace, listing, task));
        },
        [this](const std::pair<StageListing, Result<std::shared_ptr<const RecordOrder>>> &read) {
            const auto &[listing, order] = read;
            if (order) {
                Q_EMIT searchProblem({});
                showList(*order, listing);
            } else if (order.error().code != ErrorCode::Cancelled) {
                Q_EMIT searchProblem(shown(order.error().message));
            }
        });
}

void ScreeningStep::showList(const std::shared_ptr<const RecordOrder> &order, const StageListing &listing)
{
    if (!listing.label.empty() && order->records.empty() && listing.query.empty()) {
        endList(); // the label was renamed or removed
        return;
    }
    const bool isOther = listing.isPart() && m_model->rowOf(m_record) < 0;
    m_isSelecting = true;
    m_model->setOrder(order);
    m_isSelecting = false;
    if (goesRowByRow() && (isOther || m_model->rowOf(m_record) < 0)) {
        show(m_model->recordAt(0));
    } else if (m_record.value != 0) {
        showAgain();
    } else if (m_queue->left()) {
        showNothing();
    }
}

bool ScreeningStep::goesRowByRow() const
{
    return !m_label.isEmpty() || m_wanted ||
           (!m_query.isEmpty() && !m_actions->of(Doing::WorkThrough)->isChecked());
}

QString ScreeningStep::searchHint() const
{
    return tr("Search in Scopus syntax, and work through what it finds");
}

/// A work list that is kept to a search follows it.
void ScreeningStep::search(const QString &query, bool isTyped)
{
    const QString trimmed = query.trimmed();
    const bool isOther = trimmed != m_query;
    if (isTyped && !trimmed.isEmpty() && !app::treeOf(trimmed.toStdString())) {
        return; // half a query is no mistake yet
    }
    m_query = trimmed;
    QAction *workThrough = m_actions->of(Doing::WorkThrough);
    workThrough->setEnabled(!trimmed.isEmpty());
    m_workThrough->setVisible(!trimmed.isEmpty());
    if (trimmed.isEmpty()) {
        workThrough->setChecked(false);
    } else if (isOther && workThrough->isChecked()) {
        openWork(true);
    }
    if (isOther) {
        fitLook();
    }
    readList();
}

void ScreeningStep::tellList()
{
    const QString title = m_label.isEmpty() ? m_listTitle : tr("Label: %1").arg(m_label);
    QString text = title;
    m_listButton->setText(text.replace(QLatin1Char('&'), QStringLiteral("&&")) + QStringLiteral("   \u2715"));
    m_listButton->setAccessibleName(tr("List all records again instead of %1").arg(title));
    m_listButton->setVisible(!m_label.isEmpty() || m_wanted);
}

void ScreeningStep::endList()
{
    m_label.clear();
    m_wanted.reset();
    m_listTitle.clear();
    tellList();
    readList();
}

void ScreeningStep::readNumbers()
{
    inBackground(
        QStringLiteral("numbers"),
        [stage = stage()](app::Workspace &workspace, Task & /*task*/) {
            auto ended = app::isStopped(workspace);
            return ReadNumbers{app::ownProgress(workspace, stage),
                               recallOf(workspace, stage),
                               stage == Stage::TitleAbstract && ended && *ended};
        },
        [this, decided = m_trail.size()](const ReadNumbers &read) {
            if (m_trail.size() != decided) { // meanwhile; what is counted is newer
                m_numbersTimer->start(kReadAgainMs);
                return;
            }
            if (read.own) {
                m_numbers.set(*read.own, read.recall);
            }
            m_numbers.setEnded(read.isEnded);
            showNumbers();
        });
}

void ScreeningStep::showNumbers()
{
    m_numbers.setLeft(m_queue->left());
    m_numbers.setOfSearch(m_actions->of(Doing::WorkThrough)->isChecked());
    m_strip->show(m_numbers);
}

} // namespace winnow::gui
