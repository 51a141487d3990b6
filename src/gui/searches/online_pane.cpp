#include "gui/searches/online_pane.h"

#include "gui/queries/line_hits.h"
#include "gui/row_parts.h"
#include "gui/searches/key_store.h"
#include "gui/searches/search_html.h"
#include "gui/theme.h"
#include "gui/wrap_layout.h"
#include "ui_online_pane.h"

#include <QHeaderView>
#include <QPointer>

#include <algorithm>
#include <tuple>
#include <utility>

namespace winnow::gui {

namespace {

enum Column { Name, Losses, Hits, Requests };

constexpr int kNumberSpace = 24;
constexpr int kRowSpace = 10;

QString tokenName(const QString &source)
{
    return source + QStringLiteral(" token");
}

QString countGroup(const std::string &source)
{
    return QStringLiteral("count ") + shown(source);
}

/// The newest search that did not come to its end.
std::optional<app::SearchRun> unfinishedOf(app::Workspace &workspace)
{
    auto runs = app::searchRuns(workspace);
    if (!runs) {
        return std::nullopt;
    }
    const auto found = std::ranges::find(
        runs->rbegin(), runs->rend(), app::SearchRunState::Unfinished, &app::SearchRun::state);
    return found == runs->rend() ? std::nullopt : std::optional(*found);
}

/// One line: every loss once.
QString lossLine(const std::vector<app::OnlineLoss> &losses)
{
    QStringList messages;
    for (const app::OnlineLoss &loss : losses) {
        messages.append(shown(loss.message));
    }
    messages.removeDuplicates();
    return messages.join(QStringLiteral("; "));
}

} // namespace

OnlinePane::OnlinePane(Session &session,
                       app::OnlineAccess access,
                       std::vector<app::OnlineSourceInfo> sources,
                       KeyStore &keys,
                       QWidget *parent)
    : Step(session, parent)
    , m_ui(std::make_unique<Ui::OnlinePane>())
    , m_access(std::move(access))
    , m_keys(keys)
    , m_worker(std::make_unique<Worker>(session.workspace().path(), session.services()))
{
    m_ui->setupUi(this);
    wrap({m_ui->keyRow, m_ui->buttonRow});
    for (app::OnlineSourceInfo &source : sources) {
        m_rows.push_back({std::move(source), {}, {}, false, false, {}});
    }
    m_ui->searchButton->setProperty("primary", true);
    setQuiet(m_ui->progressLabel);
    m_ui->reportView->document()->setDocumentMargin(12);
    m_ui->reportView->setPlaceholderText(
        tr("What the source is asked, what it cannot be asked, and what fetching costs stand here."));
    fillTree();
    connectWidgets();
    addActions();
    offerToResume(std::nullopt);
    end();
    choose("scopus");
}

OnlinePane::~OnlinePane() = default;

void OnlinePane::fillTree()
{
    QTreeWidget &tree = *m_ui->sourceTree;
    for (const Row &row : m_rows) {
        auto *item = new QTreeWidgetItem(&tree, QStringList{shown(row.info.label)});
        for (const int column : {Hits, Requests}) {
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        }
        item->setForeground(Losses, currentTheme().secondaryText);
    }
    QHeaderView *header = tree.header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(Name, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(Losses, QHeaderView::Stretch);
    for (const int column : {Hits, Requests}) {
        const QString title = tree.headerItem()->text(column);
        tree.headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        header->setSectionResizeMode(column, QHeaderView::Fixed);
        header->resizeSection(column,
                              std::max(fontMetrics().horizontalAdvance(title),
                                       fontMetrics().horizontalAdvance(QStringLiteral("9,999,999"))) +
                                  kNumberSpace);
    }
    // All sources at once: the page scrolls, not the list in it.
    const int rows = static_cast<int>(m_rows.size());
    tree.setMinimumHeight(header->sizeHint().height() + rows * (fontMetrics().lineSpacing() + kRowSpace) +
                          kRowSpace);
}

void OnlinePane::connectWidgets()
{
    connect(m_ui->sourceTree, &QTreeWidget::currentItemChanged, this, &OnlinePane::showSource);
    connect(m_ui->sourceTree, &QTreeWidget::itemActivated, m_ui->countButton, &QPushButton::click);
    connect(m_ui->countButton, &QPushButton::clicked, this, [this] {
        keepSecrets();
        count(current());
    });
    connect(m_ui->countAllButton, &QPushButton::clicked, this, &OnlinePane::countAll);
    connect(m_ui->searchButton, &QPushButton::clicked, this, &OnlinePane::fetch);
    connect(m_ui->resumeButton, &QPushButton::clicked, this, &OnlinePane::resume);
    connect(m_ui->stopButton, &QPushButton::clicked, this, &OnlinePane::stop);
    connect(m_ui->forgetButton, &QPushButton::clicked, this, &OnlinePane::forgetSecrets);
    session().follow(*m_worker);
    connect(m_worker.get(), &Worker::progress, this, &OnlinePane::showProgress);
    connect(m_worker.get(), &Worker::failed, this, [this](const QString &why) {
        m_running = 0;
        end();
        say(why);
    });
}

void OnlinePane::addActions()
{
    const auto add = [this](const char *name, const QString &text, const QString &keys, QPushButton *button) {
        addStepAction(name, text, {QKeySequence(keys)}, [button] { button->click(); });
        button->setProperty(kHasAction, true);
        button->setToolTip(
            button->toolTip().isEmpty() ? keys : QStringLiteral("%1 (%2)").arg(button->toolTip(), keys));
    };
    add("countAction", tr("Count hits at the source"), QStringLiteral("Ctrl+Return"), m_ui->countButton);
    add("countAllAction",
        tr("Count hits at all sources"),
        QStringLiteral("Ctrl+Alt+Return"),
        m_ui->countAllButton);
    add("fetchAction",
        tr("Fetch records from the source"),
        QStringLiteral("Ctrl+Shift+Return"),
        m_ui->searchButton);
}

void OnlinePane::reload(Changes changes)
{
    if (changes & (Changes(Change::Searches) | Change::Records)) {
        inBackground(
            QStringLiteral("unfinished"),
            [](app::Workspace &workspace, Task & /*task*/) { return unfinishedOf(workspace); },
            [this](std::optional<app::SearchRun> unfinished) {
                if (!isRunning()) {
                    offerToResume(std::move(unfinished));
                }
            });
    }
}

void OnlinePane::takeFocus()
{
    m_ui->sourceTree->setFocus();
}

void OnlinePane::choose(const std::string &source)
{
    const std::size_t row = rowOf(source);
    if (row < m_rows.size()) {
        m_ui->sourceTree->setCurrentItem(m_ui->sourceTree->topLevelItem(static_cast<int>(row)));
    }
}

std::size_t OnlinePane::current() const
{
    const int row = m_ui->sourceTree->indexOfTopLevelItem(m_ui->sourceTree->currentItem());
    return static_cast<std::size_t>(std::max(row, 0));
}

/// The number of sources where there is no such one.
std::size_t OnlinePane::rowOf(const std::string &source) const
{
    const auto found = std::ranges::find_if(m_rows, [&](const Row &row) { return row.info.id == source; });
    return static_cast<std::size_t>(found - m_rows.begin());
}

app::OnlineAccess OnlinePane::accessTo(std::size_t row) const
{
    app::OnlineAccess access = m_access;
    app::SourceAccess &own = access.sources[m_rows[row].info.id];
    if (!m_rows[row].key.empty()) {
        own.key = m_rows[row].key;
    }
    if (!m_rows[row].token.empty()) {
        own.token = m_rows[row].token;
    }
    return access;
}

app::OnlineAccess OnlinePane::access() const
{
    return accessTo(current());
}

bool OnlinePane::hasKey(std::size_t row) const
{
    const auto own = m_access.sources.find(m_rows[row].info.id);
    return !m_rows[row].key.empty() || (own != m_access.sources.end() && !own->second.key.empty());
}

void OnlinePane::showSource()
{
    const std::size_t row = current();
    if (!m_rows[row].wasAsked) {
        readSecrets(row);
    }
    showKeys();
    showReport(row, m_rows[row].report);
    enableButtons();
}

/// Fields that a source does not take stay in their place, so that nothing jumps. A key that is kept is never
/// shown again.
void OnlinePane::showKeys()
{
    const Row &row = m_rows[current()];
    const auto own = m_access.sources.find(row.info.id);
    const bool isInEnvironment = own != m_access.sources.end() && !own->second.key.empty();
    const bool takesKey = !row.info.keyVariable.empty();
    m_ui->keyEdit->setEnabled(takesKey);
    m_ui->keyEdit->setPlaceholderText(!takesKey           ? tr("takes none")
                                      : !row.key.empty()  ? tr("kept in the keychain")
                                      : isInEnvironment   ? tr("from %1").arg(shown(row.info.keyVariable))
                                      : row.info.needsKey ? tr("needed; kept in the keychain")
                                                          : tr("optional; kept in the keychain"));
    m_ui->tokenEdit->setEnabled(row.info.takesToken);
    m_ui->tokenEdit->setPlaceholderText(!row.info.takesToken ? tr("takes none")
                                        : row.token.empty()  ? tr("of your institution; optional")
                                                             : tr("kept in the keychain"));
    m_ui->keyEdit->clear();
    m_ui->tokenEdit->clear();
    m_ui->forgetButton->setEnabled(!row.key.empty() || !row.token.empty());
}

void OnlinePane::readSecrets(std::size_t row)
{
    m_rows[row].wasAsked = true;
    if (m_rows[row].info.keyVariable.empty()) {
        return;
    }
    const QString id = shown(m_rows[row].info.id);
    const QPointer<OnlinePane> here = this;
    const auto read = [this, here, row](const QString &name, std::string Row::*secret) {
        m_keys.read(name, [here, row, secret](const QString &found) {
            if (here == nullptr || found.isEmpty() || !(here->m_rows[row].*secret).empty()) {
                return;
            }
            here->m_rows[row].*secret = found.toStdString();
            if (row == here->current() && here->m_ui->keyEdit->text().isEmpty() &&
                here->m_ui->tokenEdit->text().isEmpty()) {
                here->showKeys();
            }
        });
    };
    read(id, &Row::key);
    if (m_rows[row].info.takesToken) {
        read(tokenName(id), &Row::token);
    }
}

/// Where the keychain fails, the key still serves until the program ends.
void OnlinePane::keepSecrets()
{
    Row &row = m_rows[current()];
    const QString id = shown(row.info.id);
    const QPointer<OnlinePane> here = this;
    for (const auto &[edit, name, secret] :
         {std::tuple{m_ui->keyEdit, id, &row.key}, std::tuple{m_ui->tokenEdit, tokenName(id), &row.token}}) {
        const QString typed = edit->text().trimmed();
        if (typed.isEmpty()) {
            continue;
        }
        *secret = typed.toStdString();
        m_keys.write(name, typed, [here](const QString &why) {
            if (here != nullptr) {
                here->tellKeychain(why);
            }
        });
    }
    showKeys();
}

void OnlinePane::forgetSecrets()
{
    Row &row = m_rows[current()];
    const QString id = shown(row.info.id);
    row.key.clear();
    row.token.clear();
    const QPointer<OnlinePane> here = this;
    for (const QString &name : {id, tokenName(id)}) {
        m_keys.write(name, {}, [here](const QString &why) {
            if (here != nullptr) {
                here->tellKeychain(why);
            }
        });
    }
    showKeys();
}

void OnlinePane::tellKeychain(const QString &why)
{
    m_keychainTrouble = why;
    showReport(current(), m_rows[current()].report);
}

/// With what the keychain would not do on top.
void OnlinePane::showReport(std::size_t row, const QString &html)
{
    m_rows[row].report = html;
    if (row != current()) {
        return;
    }
    QString trouble;
    if (!m_keychainTrouble.isEmpty()) {
        trouble = QStringLiteral("<p style='color: %1'>%2</p>")
                      .arg(currentTheme().maybe.name(),
                           tr("The key is kept nowhere and serves until this review is closed: %1.")
                               .arg(m_keychainTrouble.toHtmlEscaped()));
    }
    m_ui->reportView->setHtml(trouble + html);
}

void OnlinePane::setReading(const QueryReading &reading)
{
    const bool isSame =
        m_reading.checked.text == reading.checked.text && m_reading.precedence == reading.precedence;
    m_reading = reading;
    m_isRead = true;
    if (!isSame || m_rows.front().report.isEmpty()) {
        for (std::size_t row = 0; row < m_rows.size(); ++row) {
            showTranslation(row);
        }
    }
    enableButtons();
}

void OnlinePane::waitForReading()
{
    m_isRead = false;
    enableButtons();
}

void OnlinePane::showTranslation(std::size_t row)
{
    QTreeWidgetItem *item = m_ui->sourceTree->topLevelItem(static_cast<int>(row));
    const auto found = std::ranges::find(m_reading.sources, m_rows[row].info.id, &SourceReading::source);
    const bool isRead = found != m_reading.sources.end();
    m_rows[row].canBeAsked = isRead && found->translation;
    item->setText(Hits, {});
    item->setText(Requests, {});
    QString line;
    QString html;
    if (m_rows[row].canBeAsked) {
        line = found->translation->losses.empty() ? tr("nothing: it is asked all of the query")
                                                  : lossLine(found->translation->losses);
        html = translationHtml(shown(m_rows[row].info.label), *found->translation);
    } else if (isRead) {
        line = tr("cannot be asked this query");
        html = errorHtml({ErrorCode::Unsupported, found->refusal, {}, {}});
    }
    item->setText(Losses, line);
    item->setToolTip(Losses, QStringLiteral("<p>%1</p>").arg(line.toHtmlEscaped()));
    item->setForeground(
        Losses, isRead && !m_rows[row].canBeAsked ? currentTheme().maybe : currentTheme().secondaryText);
    showReport(row, html);
}

app::OnlineRequest OnlinePane::request(std::size_t row) const
{
    app::OnlineRequest request;
    request.source = m_rows[row].info.id;
    request.query = m_reading.checked.text;
    request.precedence = m_reading.precedence;
    return request;
}

void OnlinePane::count(std::size_t row)
{
    const std::string source = m_rows[row].info.id;
    m_ui->sourceTree->topLevelItem(static_cast<int>(row))->setText(Hits, QStringLiteral("\u2026"));
    begin(tr("Counting \u2026"));
    m_worker->start(countGroup(source),
                    [here = QPointer(this),
                     source,
                     clock = session().services().clock,
                     request = request(row),
                     access = accessTo(row)](app::Workspace & /*workspace*/, Task &task) -> Worker::Done {
                        auto preview = app::previewOnline(request, access, *clock, task);
                        return [here, source, preview = std::move(preview)] {
                            if (here != nullptr) {
                                here->showPreview(source, preview);
                            }
                        };
                    });
}

/// Those that can be asked without more ado.
void OnlinePane::countAll()
{
    keepSecrets();
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].canBeAsked && (!m_rows[row].info.needsKey || hasKey(row))) {
            count(row);
        }
    }
}

void OnlinePane::showPreview(const std::string &source, const Result<app::OnlinePreview> &preview)
{
    m_running = std::max(m_running - 1, 0);
    const std::size_t row = rowOf(source);
    QTreeWidgetItem *item = m_ui->sourceTree->topLevelItem(static_cast<int>(row));
    const bool isKnown = preview && preview->hits;
    item->setText(Hits, isKnown ? grouped(*preview->hits) : QString());
    item->setText(Requests, isKnown ? grouped(preview->requests) : QString());
    showReport(row, preview ? previewHtml(*preview) : errorHtml(preview.error()));
    end();
}

void OnlinePane::fetch()
{
    keepSecrets();
    const std::size_t row = current();
    begin(tr("Asking %1 \u2026").arg(shown(m_rows[row].info.label)));
    m_worker->start({},
                    [here = QPointer(this),
                     row,
                     clock = session().services().clock,
                     request = request(row),
                     access = accessTo(row)](app::Workspace &workspace, Task &task) -> Worker::Done {
                        auto outcome = app::searchOnline(workspace, request, access, *clock, task);
                        return [here, row, query = shown(request.query), outcome = std::move(outcome)] {
                            if (here != nullptr) {
                                here->showOutcome(row, outcome, query);
                            }
                        };
                    });
}

void OnlinePane::offerToResume(std::optional<app::SearchRun> unfinished)
{
    m_unfinished = std::move(unfinished);
    m_ui->interruptedBar->setVisible(m_unfinished && m_unfinished->online);
    if (!m_unfinished || !m_unfinished->online) {
        return;
    }
    const OnlineSearch &online = *m_unfinished->online;
    const QString came =
        online.hits ? tr("%1 of %2 records have come").arg(grouped(online.fetched), grouped(*online.hits))
                    : tr("%Ln record(s) have come", nullptr, static_cast<int>(online.fetched));
    m_ui->interruptedLabel->setText(tr("The search at %1 of %2 was interrupted: %3.")
                                        .arg(shown(m_unfinished->source), shown(m_unfinished->date), came));
    enableButtons();
}

/// Shows the search as it was begun, and goes on.
void OnlinePane::resume()
{
    if (!m_unfinished || !m_unfinished->online || isRunning()) {
        return;
    }
    const OnlineSearch online = *m_unfinished->online;
    const std::size_t row = rowOf(online.source);
    if (row >= m_rows.size()) {
        return;
    }
    choose(online.source);
    keepSecrets();
    app::ResumeRequest request;
    request.search = m_unfinished->search;
    begin(tr("Going on at %1 \u2026").arg(shown(m_unfinished->source)));
    Q_EMIT resumed(shown(online.query),
                   online.precedence == "standard" ? query::Precedence::Standard
                                                   : query::Precedence::Classic);
    m_worker->start({},
                    [here = QPointer(this),
                     row,
                     query = shown(online.query),
                     request,
                     clock = session().services().clock,
                     access = accessTo(row)](app::Workspace &workspace, Task &task) -> Worker::Done {
                        auto outcome = app::resumeOnline(workspace, request, access, *clock, task);
                        return [here, row, query, outcome = std::move(outcome)] {
                            if (here != nullptr) {
                                here->showOutcome(row, outcome, query);
                            }
                        };
                    });
}

void OnlinePane::showOutcome(std::size_t row, const Result<app::OnlineOutcome> &outcome, const QString &query)
{
    m_running = std::max(m_running - 1, 0);
    end();
    showReport(row, outcome ? outcomeHtml(*outcome) : errorHtml(outcome.error()));
    offerToResume(unfinishedOf(review()));
    if (!outcome) {
        tellDone({shown(outcome.error().message), Change::Searches, {}, false});
        return;
    }
    const OnlineSearch &online = outcome->search;
    QString told =
        tr("%Ln record(s) from %1", nullptr, static_cast<int>(outcome->stored)).arg(shown(outcome->label));
    if (online.undecided > 0 || online.unmatched > 0) {
        told += tr("; %1 could not be decided, %2 do not match and were left out")
                    .arg(grouped(online.undecided), grouped(online.unmatched));
    }
    QStringList command{QStringLiteral("search"),
                        QStringLiteral("{}"),
                        query,
                        QStringLiteral("--source"),
                        shown(online.source)};
    if (online.precedence == "standard") {
        command << QStringLiteral("--precedence") << QStringLiteral("standard");
    }
    tellDone({told + QLatin1Char('.'), Changes(Change::Records) | Change::Searches | Change::Flow, command});
}

void OnlinePane::begin(const QString &what)
{
    ++m_running;
    m_ui->progressBar->setRange(0, 0);
    m_ui->progressLabel->setText(what);
    enableButtons();
}

void OnlinePane::end()
{
    if (!isRunning()) {
        m_ui->progressLabel->clear();
    }
    enableButtons();
}

/// What waits never begins; what runs comes to its end by itself.
void OnlinePane::stop()
{
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_worker->stop(countGroup(m_rows[row].info.id))) {
            m_running = std::max(m_running - 1, 0);
            m_ui->sourceTree->topLevelItem(static_cast<int>(row))->setText(Hits, {});
        }
    }
    m_worker->stop();
    end();
    if (isRunning()) {
        m_ui->progressLabel->setText(tr("Stopping \u2026"));
    }
}

void OnlinePane::showProgress(const QString &what, qint64 done, qint64 total)
{
    if (!isRunning()) {
        return;
    }
    constexpr qint64 kSteps = 1000; // a bar counts in int
    m_ui->progressBar->setRange(0, total > 0 ? static_cast<int>(kSteps) : 0);
    m_ui->progressBar->setValue(
        total > 0 ? static_cast<int>(std::clamp(kSteps * done / total, qint64{0}, kSteps)) : 0);
    m_ui->progressLabel->setText(total > 0 ? tr("%1: %2 of %3").arg(what, grouped(done), grouped(total))
                                           : what);
}

void OnlinePane::enableButtons()
{
    const bool isBusy = isRunning();
    const bool canAsk = m_isRead && !isBusy && m_reading.canRun();
    const bool canAskThis = canAsk && m_rows[current()].canBeAsked;
    m_ui->countAllButton->setEnabled(canAsk);
    m_ui->countButton->setEnabled(canAskThis);
    m_ui->searchButton->setEnabled(canAskThis && !session().isReadOnly());
    m_ui->resumeButton->setEnabled(!isBusy && !session().isReadOnly());
    m_ui->stopButton->setVisible(isBusy);
    m_ui->progressBar->setVisible(isBusy);
}

} // namespace winnow::gui
