#include "gui/searches/searches_step.h"

#include "app/record_list.h"
#include "gui/queries/lines_pane.h"
#include "gui/queries/query_pane.h"
#include "gui/queries/words_pane.h"
#include "gui/row_parts.h"
#include "gui/searches/history_pane.h"
#include "gui/searches/import_pane.h"
#include "gui/searches/key_store.h"
#include "gui/searches/online_pane.h"

#include <QAction>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace winnow::gui {

namespace {

constexpr int kMargin = 24;
constexpr int kSpace = 8;
constexpr int kSections = 16;
constexpr double kHeadingScale = 1.1;
constexpr int kTopLines = 24; ///< of text, in the height of the query and what is beside it

std::vector<std::string> idsOf(const std::vector<app::OnlineSourceInfo> &sources)
{
    std::vector<std::string> ids;
    ids.reserve(sources.size());
    for (const app::OnlineSourceInfo &source : sources) {
        ids.push_back(source.id);
    }
    return ids;
}

} // namespace

SearchesStep::SearchesStep(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_query(new QueryPane(session, idsOf(app::onlineSources()), this))
    , m_tabs(new QTabWidget(this))
    , m_import(new ImportPane(
          session, [this] { return shown(m_query->query()).trimmed(); }, this))
    , m_words(new WordsPane(session, this))
    , m_lines(new LinesPane(session, this))
    , m_online(new OnlinePane(
          session, app::accessFromEnvironment(), app::onlineSources(), *new KeyStore(this), this))
    , m_history(new HistoryPane(session, this))
{
    m_tabs->setObjectName(QStringLiteral("searchTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_import->setObjectName(QStringLiteral("import"));
    m_words->setObjectName(QStringLiteral("words"));
    m_lines->setObjectName(QStringLiteral("lines"));
    m_online->setObjectName(QStringLiteral("sources"));
    m_history->setObjectName(QStringLiteral("history"));
    m_tabs->addTab(m_import, tr("Import"));
    m_tabs->addTab(m_words, tr("In words"));
    m_tabs->addTab(m_lines, tr("Lines and seeds"));
    lay();
    connectPanes();
    addActions();
}

/// The query and what is beside it, the sources, the history, one under the other.
void SearchesStep::lay()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("searchesScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(kMargin, kSpace, kMargin, kMargin);
    layout->setSpacing(kSpace);
    auto *top = new QSplitter(Qt::Horizontal, page);
    top->setChildrenCollapsible(false);
    top->setHandleWidth(2 * kSections + 1);
    top->setStyleSheet(QStringLiteral("QSplitter::handle { background: transparent; }"));
    top->addWidget(m_query);
    top->addWidget(m_tabs);
    top->setStretchFactor(0, 1);
    top->setStretchFactor(1, 1);
    top->setSizes({1000, 1000});
    top->setMinimumHeight(kTopLines * fontMetrics().lineSpacing());
    layout->addWidget(top, 1);
    layout->addSpacing(kSections);
    layout->addWidget(headingText(page, tr("Sources"), kHeadingScale));
    layout->addWidget(m_online);
    layout->addSpacing(kSections);
    layout->addWidget(headingText(page, tr("Searches so far"), kHeadingScale));
    layout->addWidget(m_history);
    scroll->setWidget(page);
}

void SearchesStep::connectPanes()
{
    connect(m_query, &QueryPane::edited, m_online, &OnlinePane::waitForReading);
    connect(m_query, &QueryPane::wasRead, this, &SearchesStep::showReading);
    connect(m_query, &QueryPane::effectsRead, this, [this] {
        const QueryReading &reading = m_query->reading();
        m_lines->setEffects(reading.checked.text, reading.precedence, m_query->effects());
    });
    connect(m_words, &WordsPane::bracketsWanted, m_query, &QueryPane::putBrackets);
    connect(m_import, &ImportPane::shownByItself, this, [this] { m_tabs->setCurrentWidget(m_import); });
    connect(m_online, &OnlinePane::resumed, this, [this](const QString &query, query::Precedence precedence) {
        m_query->setPrecedence(precedence);
        m_query->setQuery(query.toStdString());
    });
    connect(m_history, &HistoryPane::queryWanted, this, [this](const QString &query) {
        m_query->setQuery(query.toStdString());
        m_query->takeFocus();
    });
    connect(m_history, &HistoryPane::noteWanted, this, [this] {
        m_history->askForNote(shown(m_query->query()).trimmed());
    });
    connect(m_history, &HistoryPane::wasRead, this, &SearchesStep::offerNewestQuery);
}

void SearchesStep::addActions()
{
    const auto add = [this](const char *name,
                            const QString &text,
                            const QKeySequence &key,
                            const std::function<void()> &act) {
        addStepAction(name, text, key, act)->setEnabled(!session().isReadOnly());
    };
    add("importAction", tr("Import files …"), {Qt::CTRL | Qt::Key_I}, [this] {
        m_tabs->setCurrentWidget(m_import);
        m_import->askForFiles();
    });
    add("takeDecisionsAction", tr("Take decisions of a screening tool …"), {}, [this] {
        m_import->askForDecisions();
    });
    add("noteSearchAction", tr("Note a search whose records are not imported …"), {}, [this] {
        m_history->askForNote(shown(m_query->query()).trimmed());
    });
}

void SearchesStep::showReading()
{
    m_words->setReading(m_query->reading());
    m_online->setReading(m_query->reading());
}

/// A review that was searched before anything was written here begins with what was asked last.
void SearchesStep::offerNewestQuery()
{
    if (!m_query->hadDraft() && m_query->query().empty()) {
        m_query->setQuery(m_history->newestQuery().toStdString());
    }
}

/// An empty review begins with what fills it.
void SearchesStep::reload(Changes changes)
{
    if (!changes.testFlag(Change::Records)) {
        return;
    }
    const auto records = app::allRecords(review());
    m_hadRecords = records && !records->empty();
    if (std::exchange(m_isFirst, false)) {
        m_tabs->setCurrentWidget(m_hadRecords ? static_cast<QWidget *>(m_words) : m_import);
    }
}

void SearchesStep::goTo(const Place &place)
{
    const std::array<Step *, 5> panes{m_import, m_words, m_lines, m_online, m_history};
    for (Step *pane : panes) {
        if (pane->objectName() != place.part) {
            continue;
        }
        if (m_tabs->indexOf(pane) >= 0) {
            m_tabs->setCurrentWidget(pane);
        } else {
            findChild<QScrollArea *>(QStringLiteral("searchesScroll"))->ensureWidgetVisible(pane);
        }
        pane->takeFocus();
        pane->goTo(place);
    }
    if (place.query) {
        m_query->setQuery(place.query->toStdString());
    }
}

void SearchesStep::takeFocus()
{
    if (m_tabs->currentWidget() == m_import && !m_hadRecords) {
        m_import->takeFocus();
    } else {
        m_query->takeFocus();
    }
}

bool SearchesStep::mayClose()
{
    return m_query->mayClose();
}

} // namespace winnow::gui
