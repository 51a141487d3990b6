#include "gui/searches/history_pane.h"

#include "gui/queries/line_hits.h"
#include "gui/row_parts.h"
#include "gui/searches/note_search_dialog.h"
#include "gui/theme.h"
#include "gui/wrap_layout.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow::gui {

namespace {

enum Column { Date, Source, Query, Hits, Stored };

constexpr int kSpace = 8;
constexpr int kNumberSpace = 24;
constexpr int kShownRows = 6;

QString stateOf(const app::SearchRun &run)
{
    switch (run.state) {
    case app::SearchRunState::Unfinished:
        return HistoryPane::tr(" (interrupted)");
    case app::SearchRunState::Undone:
        return HistoryPane::tr(" (undone)");
    case app::SearchRunState::Counted:
        break;
    }
    return {};
}

} // namespace

HistoryPane::HistoryPane(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_tree(new QTreeWidget(this))
    , m_records(new QPushButton(tr("Show its records"), this))
    , m_copy(new QPushButton(tr("Put its query into the editor"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpace);
    m_tree->setObjectName(QStringLiteral("historyTree"));
    m_tree->setAccessibleName(tr("Searches of the review"));
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setHeaderLabels({tr("Date"), tr("Source"), tr("Query"), tr("Hits there"), tr("Stored here")});
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(Date, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(Source, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(Query, QHeaderView::Stretch);
    for (const int column : {Hits, Stored}) {
        const QString title = m_tree->headerItem()->text(column);
        m_tree->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        header->setSectionResizeMode(column, QHeaderView::Fixed);
        header->resizeSection(column, fontMetrics().horizontalAdvance(title) + kNumberSpace);
    }
    m_tree->setMinimumHeight((kShownRows + 1) * (fontMetrics().lineSpacing() + kSpace));
    layout->addWidget(m_tree, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(kSpace);
    auto *note = new QPushButton(tr("Note a search whose records are not imported \u2026"), this);
    m_records->setObjectName(QStringLiteral("historyRecordsButton"));
    m_copy->setObjectName(QStringLiteral("historyQueryButton"));
    note->setObjectName(QStringLiteral("noteSearchButton"));
    note->setProperty(kHasAction, true); // of the step
    note->setEnabled(!session.isReadOnly());
    row->addWidget(m_records);
    row->addWidget(m_copy);
    row->addStretch();
    row->addWidget(note);
    layout->addLayout(row);
    wrap({row});
    connect(m_tree, &QTreeWidget::itemActivated, this, &HistoryPane::showRecords);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &HistoryPane::fitButtons);
    connect(m_records, &QPushButton::clicked, this, &HistoryPane::showRecords);
    connect(m_copy, &QPushButton::clicked, this, &HistoryPane::copyQuery);
    connect(note, &QPushButton::clicked, this, &HistoryPane::noteWanted);
    fitButtons();
}

Result<HistoryPane::History> HistoryPane::read(app::Workspace &workspace)
{
    auto runs = app::searchRuns(workspace);
    auto records = app::recordsOfSearches(workspace);
    if (!runs || !records) {
        return !runs ? std::move(runs).error() : std::move(records).error();
    }
    return History{*std::move(runs), *std::move(records)};
}

void HistoryPane::reload(Changes changes)
{
    if (changes & (Changes(Change::Searches) | Change::Records | Change::Duplicates)) {
        inBackground(
            QStringLiteral("history"),
            [](app::Workspace &workspace, Task & /*task*/) { return read(workspace); },
            [this](const Result<History> &history) { showHistory(history); });
    }
}

/// The newest first.
void HistoryPane::showHistory(const Result<History> &history)
{
    if (!history) {
        say(shown(history.error().message));
        return;
    }
    const app::SearchRun *before = current();
    const SearchId chosen = before == nullptr ? SearchId{} : before->search;
    m_history = *history;
    std::ranges::reverse(m_history.runs);
    m_tree->clear();
    for (const app::SearchRun &run : m_history.runs) {
        const auto records = m_history.records.find(run.search);
        const std::int64_t stored = records == m_history.records.end() ? 0 : records->second.stored;
        const QString query = shown(run.query.empty() ? run.note : run.query).simplified();
        auto *item = new QTreeWidgetItem(m_tree,
                                         QStringList{shown(run.date),
                                                     shown(run.source) + stateOf(run),
                                                     query,
                                                     run.hits ? grouped(*run.hits) : QString(),
                                                     grouped(stored)});
        item->setToolTip(Query, QStringLiteral("<p>%1</p>").arg(query.toHtmlEscaped()));
        for (const int column : {Hits, Stored}) {
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        }
        if (run.state != app::SearchRunState::Counted) {
            for (int column = Date; column <= Stored; ++column) {
                item->setForeground(column, currentTheme().secondaryText);
            }
        }
        if (run.search == chosen) {
            m_tree->setCurrentItem(item);
        }
    }
    fitButtons();
    Q_EMIT wasRead();
}

void HistoryPane::takeFocus()
{
    m_tree->setFocus();
}

const app::SearchRun *HistoryPane::current() const
{
    const int row = m_tree->indexOfTopLevelItem(m_tree->currentItem());
    const bool isThere = row >= 0 && static_cast<std::size_t>(row) < m_history.runs.size();
    return isThere ? &m_history.runs[static_cast<std::size_t>(row)] : nullptr;
}

QString HistoryPane::newestQuery() const
{
    const auto found =
        std::ranges::find_if(m_history.runs, [](const app::SearchRun &run) { return !run.query.empty(); });
    return found == m_history.runs.end() ? QString() : shown(found->query);
}

void HistoryPane::showRecords()
{
    const app::SearchRun *run = current();
    const auto records = run == nullptr ? m_history.records.end() : m_history.records.find(run->search);
    if (records == m_history.records.end()) {
        return;
    }
    Place place{StepId::Records};
    place.listTitle = run->date.empty()
                          ? tr("Found by the search at %1").arg(shown(run->source))
                          : tr("Found by the search at %1 of %2").arg(shown(run->source), shown(run->date));
    place.list = records->second.standing;
    session().go(place);
}

void HistoryPane::copyQuery()
{
    if (const app::SearchRun *run = current(); run != nullptr && !run->query.empty()) {
        Q_EMIT queryWanted(shown(run->query));
    }
}

void HistoryPane::fitButtons()
{
    const app::SearchRun *run = current();
    m_records->setEnabled(run != nullptr && m_history.records.contains(run->search));
    m_copy->setEnabled(run != nullptr && !run->query.empty());
}

void HistoryPane::askForNote(const QString &query)
{
    auto *dialog = new NoteSearchDialog(query, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { note(dialog->request()); });
    dialog->open();
}

void HistoryPane::note(const app::SearchRunRequest &request)
{
    const auto noted = app::noteSearchRun(review(), request);
    if (!noted) {
        say(shown(noted.error().message));
        return;
    }
    QStringList command{QStringLiteral("search-run"),
                        QStringLiteral("{}"),
                        QStringLiteral("--source"),
                        shown(request.source),
                        QStringLiteral("--hits"),
                        QString::number(request.hits)};
    for (const auto &[option, value] :
         {std::pair{"--date", &request.date}, std::pair{"--note", &request.note}}) {
        if (!value->empty()) {
            command << QString::fromLatin1(option) << shown(*value);
        }
    }
    if (request.kind != SourceKind::Database) {
        command << QStringLiteral("--kind") << shown(toString(request.kind));
    }
    tellDone(
        {tr("Noted %Ln hit(s) at %1.", nullptr, static_cast<int>(request.hits)).arg(shown(request.source)),
         Changes(Change::Searches) | Change::Flow,
         request.query.empty() ? command : QStringList()});
    reload(Change::Searches);
}

} // namespace winnow::gui
