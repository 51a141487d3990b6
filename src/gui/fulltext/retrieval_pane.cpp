#include "gui/fulltext/retrieval_pane.h"

#include "app/attachments.h"
#include "app/link_resolver.h"
#include "gui/file_dialog.h"
#include "gui/fulltext/finding_words.h"
#include "gui/row_parts.h"
#include "gui/searches/key_store.h"
#include "gui/theme.h"
#include "gui/wrap_layout.h"
#include "ui_retrieval_pane.h"

#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QMimeData>
#include <QPointer>
#include <QSettings>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace winnow::gui {

namespace {

enum Column { State, What, Known };

/// What a row of the tree leads to.
enum Role {
    RecordRole = Qt::UserRole, ///< number of the report; 0: none
    FileRole,                  ///< that may be attached to it
    PageRole,                  ///< address at the source
    ResolverRole,              ///< address at the user's library
};

constexpr const char *kCore = "core";
const QString kEmailKey = QStringLiteral("retrieval/email");
const QString kResolverKey = QStringLiteral("retrieval/resolver");

QString stateName(app::MatchState state)
{
    switch (state) {
    case app::MatchState::Attached:
        return RetrievalPane::tr("Attached");
    case app::MatchState::ToConfirm:
        return RetrievalPane::tr("To confirm");
    case app::MatchState::AlreadyAttached:
        return RetrievalPane::tr("Had already");
    case app::MatchState::SameAsOther:
        return RetrievalPane::tr("Twice there");
    case app::MatchState::Unreadable:
        return RetrievalPane::tr("Unreadable");
    case app::MatchState::NotAttached:
        return RetrievalPane::tr("Not attached");
    case app::MatchState::NoMatch:
        break;
    }
    return RetrievalPane::tr("No report");
}

/// What a person has to do something about comes first.
int orderOf(app::FindState state)
{
    switch (state) {
    case app::FindState::LandingPage:
        return 0;
    case app::FindState::Failed:
        return 1;
    case app::FindState::NotFound:
        return 2;
    case app::FindState::New:
        return 3;
    case app::FindState::Found:
        break;
    }
    return 4;
}

/// The folder of a drop; empty where it is none.
QString folderOf(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    const QString path = urls.size() == 1 ? urls.front().toLocalFile() : QString();
    return QFileInfo(path).isDir() ? path : QString();
}

} // namespace

RetrievalPane::RetrievalPane(Session &session, app::OnlineAccess access, KeyStore &keys, QWidget *parent)
    : Step(session, parent)
    , m_ui(std::make_unique<Ui::RetrievalPane>())
    , m_access(std::move(access))
    , m_keys(keys)
    , m_worker(std::make_unique<Worker>(session.workspace().path(), session.services()))
{
    m_ui->setupUi(this);
    wrap({m_ui->buttonRow, m_ui->resultRow});
    setAcceptDrops(!session.isReadOnly());
    setQuiet(m_ui->progressLabel);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_ui->stopButton), static_cast<QWidget *>(m_ui->progressBar)}) {
        QSizePolicy policy = widget->sizePolicy();
        policy.setRetainSizeWhenHidden(true); // nothing jumps
        widget->setSizePolicy(policy);
    }
    setUpTree();
    connectWidgets();
    showKept();
    end();
}

RetrievalPane::~RetrievalPane() = default;

void RetrievalPane::setUpTree()
{
    QHeaderView *header = m_ui->resultTree->header();
    header->setStretchLastSection(true);
    header->setSectionsMovable(false);
    header->resizeSection(State, fontMetrics().averageCharWidth() * 18);
    header->resizeSection(What, fontMetrics().averageCharWidth() * 56);
}

void RetrievalPane::connectWidgets()
{
    addStepAction(
        "findFullTextsAction", tr("Look for open copies"), {}, [this] { find(false); }, m_ui->findButton);
    addStepAction(
        "findAgainAction", tr("Ask all sources again"), {}, [this] { find(true); }, m_ui->againButton);
    addStepAction(
        "matchFolderAction",
        tr("Match a folder of PDFs"),
        {},
        [this] { askForFolder(); },
        m_ui->folderButton);
    connect(m_ui->stopButton, &QPushButton::clicked, this, [this] { m_worker->stop(); });
    connect(m_ui->openButton, &QPushButton::clicked, this, [this] { openAddress(PageRole); });
    connect(m_ui->resolverButton, &QPushButton::clicked, this, [this] { openAddress(ResolverRole); });
    connect(m_ui->attachButton, &QPushButton::clicked, this, &RetrievalPane::attachChosen);
    m_ui->readButton->setAccessibleName(tr("Read and decide on the report that is chosen"));
    connect(m_ui->readButton, &QPushButton::clicked, this, &RetrievalPane::readChosen);
    connect(m_ui->resultTree, &QTreeWidget::currentItemChanged, this, &RetrievalPane::fitButtons);
    connect(m_ui->resultTree, &QTreeWidget::itemActivated, this, [this] {
        for (QPushButton *button : {m_ui->attachButton, m_ui->openButton, m_ui->readButton}) {
            if (button->isEnabled()) {
                button->click();
                return;
            }
        }
    });
    this->session().follow(*m_worker);
    connect(m_worker.get(), &Worker::progress, this, [this](const QString &what, qint64 done, qint64 total) {
        m_ui->progressBar->setRange(0, static_cast<int>(std::min<qint64>(total, INT_MAX)));
        m_ui->progressBar->setValue(static_cast<int>(std::min<qint64>(done, INT_MAX)));
        m_ui->progressLabel->setText(total > 0 ? tr("%1: %2 of %3").arg(what, grouped(done), grouped(total))
                                               : what);
    });
    connect(m_worker.get(), &Worker::failed, this, [this](const QString &why) {
        end();
        say(why);
    });
}

/// What was typed before; a key that is kept is never shown again.
void RetrievalPane::showKept()
{
    const QSettings kept;
    m_ui->emailEdit->setText(kept.value(kEmailKey, shown(m_access.email)).toString());
    m_ui->resolverEdit->setText(kept.value(kResolverKey, shown(m_access.linkResolver)).toString());
    const auto own = m_access.sources.find(kCore);
    m_ui->keyEdit->setPlaceholderText(own != m_access.sources.end() && !own->second.key.empty()
                                          ? tr("from WINNOW_CORE_KEY")
                                          : tr("optional; kept in the keychain"));
}

/// Only once the pane is looked at: the keychain may ask its user for a password.
void RetrievalPane::readKey()
{
    if (std::exchange(m_wasKeyRead, true)) {
        return;
    }
    m_keys.read(QLatin1String(kCore), [here = QPointer(this)](const QString &key) {
        if (here != nullptr && !key.isEmpty()) {
            here->m_access.sources[kCore].key = key.toStdString();
            here->m_ui->keyEdit->setPlaceholderText(tr("kept in the keychain"));
        }
    });
}

void RetrievalPane::keepTyped()
{
    QSettings kept;
    kept.setValue(kEmailKey, m_ui->emailEdit->text().trimmed());
    kept.setValue(kResolverKey, m_ui->resolverEdit->text().trimmed());
    const QString key = m_ui->keyEdit->text().trimmed();
    if (key.isEmpty()) {
        return;
    }
    m_access.sources[kCore].key = key.toStdString();
    m_ui->keyEdit->clear();
    m_ui->keyEdit->setPlaceholderText(tr("kept in the keychain"));
    m_keys.write(QLatin1String(kCore), key, [here = QPointer(this)](const QString &why) {
        if (here != nullptr && !why.isEmpty()) {
            here->m_ui->keyEdit->setPlaceholderText(tr("serves until the review is closed"));
            here->say(tr("The key is kept nowhere and serves until this review is closed: %1.").arg(why));
        }
    });
}

app::OnlineAccess RetrievalPane::access() const
{
    app::OnlineAccess access = m_access;
    access.email = m_ui->emailEdit->text().trimmed().toStdString();
    access.linkResolver = m_ui->resolverEdit->text().trimmed().toStdString();
    return access;
}

void RetrievalPane::reload(Changes changes)
{
    readKey();
    if (changes & (Changes(Change::Records) | Change::Duplicates | Change::Decisions | Change::Stages)) {
        readCount();
    }
}

/// For how many reports there is something to look for.
void RetrievalPane::readCount()
{
    inBackground(
        QStringLiteral("count"),
        [](app::Workspace &workspace, Task & /*task*/) { return app::fullTexts(workspace); },
        [this](const Result<app::FullTexts> &texts) {
            if (!texts || m_isRunning || m_ui->resultTree->topLevelItemCount() > 0) {
                return;
            }
            const auto lacking = std::ranges::count_if(texts->sought, [](const app::FullText &text) {
                return text.files.empty() && text.report.status == ReportStatus::Sought;
            });
            m_ui->outcomeLabel->setText(
                texts->sought.empty()
                    ? tr("No record has come to full text yet: include some at title and abstract first.")
                    : tr("%Ln report(s) without a PDF. Open copies are looked for at Unpaywall, OpenAlex, "
                         "Europe "
                         "PMC, arXiv and CORE; a folder of PDFs can also be dropped here.",
                         nullptr,
                         static_cast<int>(lacking)));
        });
}

void RetrievalPane::takeFocus()
{
    m_ui->findButton->setFocus();
}

void RetrievalPane::find(bool asksAgain)
{
    if (m_isRunning) {
        return;
    }
    if (const QString resolver = m_ui->resolverEdit->text().trimmed(); !resolver.isEmpty()) {
        if (const auto read = app::LinkResolver::of(resolver.toStdString()); !read) {
            m_ui->resolverEdit->setFocus();
            say(shown(read.error().message));
            return;
        }
    }
    keepTyped();
    begin(tr("Looking for open copies \u2026"));
    app::FullTextRequest request;
    request.asksAgain = asksAgain;
    m_worker->start({},
                    [here = QPointer(this), request, asksAgain, access = access()](
                        app::Workspace &workspace, Task &task) -> Worker::Done {
                        auto outcome = app::findFullTexts(workspace, request, access, task);
                        return [here, asksAgain, outcome = std::move(outcome)] {
                            if (here != nullptr) {
                                here->showFound(outcome, asksAgain);
                            }
                        };
                    });
}

void RetrievalPane::askForFolder()
{
    gui::askForFolder(
        this, tr("Match a folder of PDFs"), [this](const QString &folder) { matchFolder(folder); });
}

void RetrievalPane::matchFolder(const QString &folder)
{
    if (m_isRunning) {
        say(tr("Something is being looked for already; stop that first."));
        return;
    }
    begin(tr("Reading the PDFs \u2026"));
    const app::MatchRequest request{folder.toStdString()};
    m_worker->start(
        {}, [here = QPointer(this), request, folder](app::Workspace &workspace, Task &task) -> Worker::Done {
            auto outcome = app::matchFullTexts(workspace, request, task);
            return [here, folder, outcome = std::move(outcome)] {
                if (here != nullptr) {
                    here->showMatched(outcome, folder);
                }
            };
        });
}

void RetrievalPane::begin(const QString &what)
{
    m_isRunning = true;
    m_ui->progressBar->setRange(0, 0);
    m_ui->progressLabel->setText(what);
    fitButtons();
}

void RetrievalPane::end()
{
    m_isRunning = false;
    m_ui->progressLabel->clear();
    fitButtons();
}

void RetrievalPane::showFound(const Result<app::FullTextOutcome> &outcome, bool asksAgain)
{
    end();
    QStringList command{QStringLiteral("fulltext"), QStringLiteral("find"), QStringLiteral("{}")};
    if (asksAgain) {
        command << QStringLiteral("--again");
    }
    if (!outcome) {
        tellDone({shown(outcome.error().message), Change::Decisions, {}, false});
        return;
    }
    m_ui->resultTree->setRootIsDecorated(false);
    m_ui->resultTree->clear();
    std::vector<const app::SoughtFullText *> order;
    for (const app::SoughtFullText &text : outcome->reports) {
        order.push_back(&text);
    }
    std::ranges::stable_sort(order, {}, [](const app::SoughtFullText *text) { return orderOf(text->state); });
    for (const app::SoughtFullText *text : order) {
        auto *item = new QTreeWidgetItem(
            m_ui->resultTree, {findingName(text->state), shown(text->title), findingDetail(*text)});
        item->setData(0, RecordRole, QVariant::fromValue<qlonglong>(text->record.value));
        item->setData(0, PageRole, shown(text->address));
        item->setData(0, ResolverRole, shown(text->resolver));
    }
    const auto count = [&](app::FindState state) {
        const auto found = outcome->counts.find(state);
        return grouped(found == outcome->counts.end() ? 0 : found->second);
    };
    QStringList lines{tr("%1 found, %2 with a page only, %3 not found, %4 failed.")
                          .arg(count(app::FindState::Found),
                               count(app::FindState::LandingPage),
                               count(app::FindState::NotFound),
                               count(app::FindState::Failed))};
    for (const app::UnaskedSource &one : outcome->passedOver) {
        lines << shown(one.why);
    }
    for (const std::string &notice : outcome->notices) {
        lines << shown(notice);
    }
    m_ui->outcomeLabel->setText(lines.join(QLatin1Char('\n')));
    fitButtons();
    tellDone({tr("Looked for open copies of %Ln report(s).", nullptr, static_cast<int>(outcome->asked)),
              Change::Decisions,
              command,
              false});
}

void RetrievalPane::showMatched(const Result<app::MatchOutcome> &outcome, const QString &folder)
{
    end();
    if (!outcome) {
        say(shown(outcome.error().message));
        return;
    }
    m_ui->resultTree->setRootIsDecorated(true); // reports that a file may be
    m_ui->resultTree->clear();
    for (const app::MatchState state : {app::MatchState::ToConfirm,
                                        app::MatchState::NotAttached,
                                        app::MatchState::Unreadable,
                                        app::MatchState::NoMatch,
                                        app::MatchState::Attached,
                                        app::MatchState::AlreadyAttached,
                                        app::MatchState::SameAsOther}) {
        for (const app::MatchedFile &file : outcome->files) {
            if (file.state == state) {
                showFile(file);
            }
        }
    }
    const auto attached = static_cast<int>(outcome->count(app::MatchState::Attached));
    m_ui->outcomeLabel->setText(tr("%1 attached, %2 to confirm, %3 of no report, %4 unreadable.")
                                    .arg(grouped(attached),
                                         grouped(outcome->count(app::MatchState::ToConfirm)),
                                         grouped(outcome->count(app::MatchState::NoMatch)),
                                         grouped(outcome->count(app::MatchState::Unreadable))));
    m_ui->resultTree->expandAll();
    fitButtons();
    tellDone({tr("%Ln PDF(s) attached.", nullptr, attached),
              attached > 0 ? Changes(Change::Decisions) : Changes(),
              {QStringLiteral("fulltext"), QStringLiteral("match"), QStringLiteral("{}"), folder},
              attached > 0});
}

/// Below a file to be confirmed stand the reports that it may be.
void RetrievalPane::showFile(const app::MatchedFile &file)
{
    const QString path = QString::fromStdString(file.file.string());
    auto *item = new QTreeWidgetItem(m_ui->resultTree,
                                     {stateName(file.state), QFileInfo(path).fileName(), shown(file.why)});
    item->setToolTip(What, path);
    if (file.state == app::MatchState::ToConfirm) {
        for (const app::MatchedReport &report : file.reports) {
            auto *candidate =
                new QTreeWidgetItem(item, {QString(), shown(report.title), shown(report.match.reason)});
            candidate->setData(0, RecordRole, QVariant::fromValue<qlonglong>(report.match.report.value));
            candidate->setData(0, FileRole, path);
        }
    } else if (!file.reports.empty()) {
        const app::MatchedReport &report = file.reports.front();
        item->setText(Known, shown(report.title));
        item->setData(0, RecordRole, QVariant::fromValue<qlonglong>(report.match.report.value));
    }
}

void RetrievalPane::fitButtons()
{
    const QTreeWidgetItem *item = m_ui->resultTree->currentItem();
    const auto has = [item](int role) {
        return item != nullptr && !item->data(0, role).toString().isEmpty() &&
               item->data(0, role).toString() != QLatin1String("0");
    };
    const bool mayWrite = !session().isReadOnly();
    m_ui->findButton->setEnabled(!m_isRunning && mayWrite);
    m_ui->againButton->setEnabled(!m_isRunning && mayWrite);
    m_ui->folderButton->setEnabled(!m_isRunning && mayWrite);
    m_ui->stopButton->setVisible(m_isRunning);
    m_ui->progressBar->setVisible(m_isRunning);
    m_ui->openButton->setEnabled(has(PageRole));
    m_ui->resolverButton->setEnabled(has(ResolverRole));
    m_ui->attachButton->setEnabled(has(FileRole) && mayWrite && !m_isRunning);
    m_ui->readButton->setEnabled(has(RecordRole));
}

/// In the browser: only addresses of the web.
void RetrievalPane::openAddress(int role)
{
    const QTreeWidgetItem *item = m_ui->resultTree->currentItem();
    const QUrl url(item == nullptr ? QString() : item->data(0, role).toString());
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!isWeb || !QDesktopServices::openUrl(url)) {
        say(tr("The address cannot be opened: %1").arg(url.toDisplayString()));
    }
}

void RetrievalPane::attachChosen()
{
    QTreeWidgetItem *item = m_ui->resultTree->currentItem();
    if (item == nullptr) {
        return;
    }
    const RecordId record{item->data(0, RecordRole).toLongLong()};
    const QString file = item->data(0, FileRole).toString();
    begin(tr("Attaching \u2026"));
    m_worker->start(
        {}, [here = QPointer(this), record, file](app::Workspace &workspace, Task &task) -> Worker::Done {
            auto done = app::attach(workspace, {record, file.toStdString()}, task);
            return [here, record, file, done = std::move(done)] {
                if (here != nullptr) {
                    here->showAttached(record, file, done);
                }
            };
        });
}

/// The file is settled: its other candidates go.
void RetrievalPane::showAttached(RecordId record, const QString &file, const Result<app::AttachOutcome> &done)
{
    end();
    if (!done) {
        say(shown(done.error().message));
        return;
    }
    for (int at = 0; at < m_ui->resultTree->topLevelItemCount(); ++at) {
        QTreeWidgetItem *item = m_ui->resultTree->topLevelItem(at);
        for (int below = 0; below < item->childCount(); ++below) {
            QTreeWidgetItem *candidate = item->child(below);
            const bool isIt = candidate->data(0, FileRole).toString() == file &&
                              candidate->data(0, RecordRole).toLongLong() == record.value;
            if (isIt) {
                item->setText(State, stateName(app::MatchState::Attached));
                item->setText(Known, candidate->text(What));
                item->setData(0, RecordRole, candidate->data(0, RecordRole));
                qDeleteAll(item->takeChildren());
                m_ui->resultTree->setCurrentItem(item);
                break;
            }
        }
    }
    tellDone({tr("%1 attached.").arg(QFileInfo(file).fileName()),
              Change::Decisions,
              {QStringLiteral("fulltext"),
               QStringLiteral("attach"),
               QStringLiteral("{}"),
               QStringLiteral("#%1").arg(record.value),
               file}});
}

void RetrievalPane::readChosen()
{
    if (const QTreeWidgetItem *item = m_ui->resultTree->currentItem()) {
        session().go({.step = StepId::FullText,
                      .part = QStringLiteral("screening"),
                      .record = RecordId{item->data(0, RecordRole).toLongLong()}});
    }
}

void RetrievalPane::dragEnterEvent(QDragEnterEvent *event)
{
    if (!folderOf(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void RetrievalPane::dropEvent(QDropEvent *event)
{
    if (const QString folder = folderOf(event->mimeData()); !folder.isEmpty()) {
        event->acceptProposedAction();
        matchFolder(folder);
    }
}

} // namespace winnow::gui
