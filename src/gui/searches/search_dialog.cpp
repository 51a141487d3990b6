#include "gui/searches/search_dialog.h"

#include "gui/row_parts.h"
#include "gui/searches/key_store.h"
#include "gui/searches/query_places.h"
#include "gui/searches/search_html.h"
#include "gui/shown.h"
#include "gui/theme.h"
#include "query/parse.h"
#include "query/printer.h"
#include "ui_search_dialog.h"

#include <QFontDatabase>
#include <QLocale>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <array>
#include <utility>

namespace winnow::gui {

namespace {

constexpr int kCheckPauseMs = 250;
constexpr qsizetype kShownReading = 300;

QString number(qint64 value)
{
    return QLocale(QLocale::English).toString(value);
}

QString tokenName(const QString &source)
{
    return source + QStringLiteral(" token");
}

} // namespace

SearchDialog::SearchDialog(app::OnlineAccess access,
                           std::vector<app::OnlineSourceInfo> sources,
                           KeyStore &keys,
                           QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SearchDialog>())
    , m_access(std::move(access))
    , m_sources(std::move(sources))
    , m_keys(keys)
    , m_checkTimer(new QTimer(this))
{
    m_ui->setupUi(this);
    m_ui->queryEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->searchButton->setProperty("primary", true);
    m_ui->precedenceBox->addItem(tr("OR binds first, as Scopus documents"));
    m_ui->precedenceBox->addItem(tr("AND binds first, as elsewhere"));
    for (const app::OnlineSourceInfo &source : m_sources) {
        m_ui->sourceBox->addItem(shown(source.label), shown(source.id));
    }
    m_ui->sourceBox->setCurrentIndex(std::max(m_ui->sourceBox->findData(QStringLiteral("scopus")), 0));
    setQuiet(m_ui->readingLabel);
    setQuiet(m_ui->progressLabel);
    m_ui->reportView->document()->setDocumentMargin(12);
    m_checkTimer->setSingleShot(true);
    connectWidgets();
    offerToResume(std::nullopt);
    end();
    showSource();
    check();
    m_ui->queryEdit->setFocus();
}

SearchDialog::~SearchDialog() = default;

void SearchDialog::connectWidgets()
{
    connect(m_checkTimer, &QTimer::timeout, this, &SearchDialog::check);
    connect(m_ui->queryEdit, &QPlainTextEdit::textChanged, this, &SearchDialog::checkLater);
    connect(m_ui->precedenceBox, &QComboBox::currentIndexChanged, this, &SearchDialog::check);
    connect(m_ui->sourceBox, &QComboBox::currentIndexChanged, this, [this] {
        showSource();
        showTranslation();
    });
    connect(m_ui->problemList, &QListWidget::currentRowChanged, this, &SearchDialog::goToProblem);
    connect(m_ui->fixButton, &QPushButton::clicked, this, &SearchDialog::mendOne);
    connect(m_ui->fixAllButton, &QPushButton::clicked, this, &SearchDialog::mendAll);
    connect(m_ui->resumeButton, &QPushButton::clicked, this, &SearchDialog::resume);
    connect(m_ui->stopButton, &QPushButton::clicked, this, [this] {
        m_ui->progressLabel->setText(tr("Stopping \u2026"));
        Q_EMIT stopAsked();
    });
    connect(m_ui->countButton, &QPushButton::clicked, this, [this] {
        keepSecrets();
        begin(tr("Counting \u2026"));
        Q_EMIT countAsked();
    });
    connect(m_ui->searchButton, &QPushButton::clicked, this, [this] {
        keepSecrets();
        begin(tr("Asking %1 \u2026").arg(shown(source().label)));
        Q_EMIT searchAsked();
    });
}

std::string SearchDialog::query() const
{
    return m_ui->queryEdit->toPlainText().toStdString();
}

query::Precedence SearchDialog::precedence() const
{
    return m_ui->precedenceBox->currentIndex() == 1 ? query::Precedence::Standard
                                                    : query::Precedence::Classic;
}

const app::OnlineSourceInfo &SearchDialog::source() const
{
    return m_sources.at(static_cast<std::size_t>(std::max(m_ui->sourceBox->currentIndex(), 0)));
}

bool SearchDialog::isEmpty() const
{
    return m_ui->queryEdit->toPlainText().trimmed().isEmpty();
}

app::OnlineRequest SearchDialog::request() const
{
    app::OnlineRequest request;
    request.source = source().id;
    request.query = query();
    request.precedence = precedence();
    return request;
}

app::ResumeRequest SearchDialog::resumeRequest() const
{
    app::ResumeRequest request;
    if (m_unfinished) {
        request.search = m_unfinished->search;
    }
    return request;
}

app::OnlineAccess SearchDialog::access() const
{
    app::OnlineAccess access = m_access;
    app::SourceAccess &own = access.sources[source().id];
    for (const auto &[edit, secret] :
         {std::pair{m_ui->keyEdit, &own.key}, std::pair{m_ui->tokenEdit, &own.token}}) {
        if (!edit->text().trimmed().isEmpty()) {
            *secret = edit->text().trimmed().toStdString();
        }
    }
    return access;
}

/// Fields that a source does not take stay in their place, so that nothing jumps.
void SearchDialog::showSource()
{
    const app::OnlineSourceInfo &chosen = source();
    const auto own = m_access.sources.find(chosen.id);
    const bool isInEnvironment = own != m_access.sources.end() && !own->second.key.empty();
    const bool takesKey = !chosen.keyVariable.empty();
    m_ui->keyEdit->setEnabled(takesKey);
    m_ui->keyEdit->setPlaceholderText(!takesKey         ? tr("takes none")
                                      : isInEnvironment ? tr("from %1").arg(shown(chosen.keyVariable))
                                      : chosen.needsKey ? tr("needed; kept in your keychain")
                                                        : tr("optional; kept in your keychain"));
    m_ui->tokenEdit->setEnabled(chosen.takesToken);
    m_ui->tokenEdit->setPlaceholderText(chosen.takesToken ? tr("optional; likewise") : tr("takes none"));
    m_ui->keyEdit->clear();
    m_ui->tokenEdit->clear();
    readSecrets(chosen, [] {});
}

/// Calls `then` once the keychain has answered.
void SearchDialog::readSecrets(const app::OnlineSourceInfo &chosen, const std::function<void()> &then)
{
    const QString id = shown(chosen.id);
    if (chosen.keyVariable.empty()) {
        then();
        return;
    }
    const auto show = [this, id](QLineEdit *edit, const QString &secret) {
        if (id == shown(source().id) && edit->text().isEmpty()) {
            edit->setText(secret);
        }
    };
    const QPointer<SearchDialog> here = this;
    m_keys.read(id, [here, show, id, then, takesToken = chosen.takesToken](const QString &key) {
        if (here == nullptr) {
            return;
        }
        show(here->m_ui->keyEdit, key);
        if (!takesToken) {
            then();
            return;
        }
        here->m_keys.read(tokenName(id), [here, show, then](const QString &token) {
            if (here != nullptr) {
                show(here->m_ui->tokenEdit, token);
                then();
            }
        });
    });
}

/// Where the keychain fails, the key still serves until the dialog is closed.
void SearchDialog::keepSecrets()
{
    const QString id = shown(source().id);
    const QPointer<SearchDialog> here = this;
    for (const auto &[edit, name] :
         {std::pair{m_ui->keyEdit, id}, std::pair{m_ui->tokenEdit, tokenName(id)}}) {
        if (!edit->isModified()) {
            continue;
        }
        edit->setModified(false);
        m_keys.write(name, edit->text().trimmed(), [here](const QString &why) {
            if (here != nullptr) {
                here->m_keychainTrouble = why;
                here->showReport(here->m_report);
            }
        });
    }
}

/// With what the keychain would not do on top.
void SearchDialog::showReport(const QString &html)
{
    m_report = html;
    QString trouble;
    if (!m_keychainTrouble.isEmpty()) {
        trouble = QStringLiteral("<p style='color: %1'>%2</p>")
                      .arg(currentTheme().maybe.name(),
                           tr("The key is kept nowhere and serves until this window is closed: %1.")
                               .arg(m_keychainTrouble.toHtmlEscaped()));
    }
    m_ui->reportView->setHtml(trouble + html);
}

void SearchDialog::checkLater()
{
    m_ui->countButton->setEnabled(false);
    m_ui->searchButton->setEnabled(false);
    m_checkTimer->start(kCheckPauseMs);
}

void SearchDialog::check()
{
    m_checkTimer->stop();
    m_checked = isEmpty() ? app::CheckedText() : app::checkQuery(query(), precedence());
    std::ranges::stable_sort(m_checked.problems, {}, &query::Problem::severity); // what must be mended first
    showProblems();
    showReading();
    showTranslation();
}

void SearchDialog::showProblems()
{
    const QString query = m_ui->queryEdit->toPlainText();
    const QSignalBlocker quiet(m_ui->problemList);
    m_ui->problemList->clear();
    QList<QTextEdit::ExtraSelection> marks;
    bool canMend = false;
    for (const query::Problem &problem : m_checked.problems) {
        const TextSpan span = spanOf(m_checked.text, problem.from, problem.to);
        auto *item = new QListWidgetItem(problemLine(query, span, problem), m_ui->problemList);
        item->setForeground(colourOf(problem.severity));
        marks.append(underlined(*m_ui->queryEdit, span, colourOf(problem.severity)));
        canMend = canMend || problem.fix.has_value();
    }
    if (m_checked.problems.empty()) {
        auto *item = new QListWidgetItem(isEmpty() ? tr("Write or paste a query.")
                                                   : tr("Nothing is wrong with the query."),
                                         m_ui->problemList);
        item->setFlags(Qt::NoItemFlags);
        item->setForeground(currentTheme().secondaryText);
    }
    m_ui->queryEdit->setExtraSelections(marks);
    m_ui->fixAllButton->setEnabled(canMend);
    const auto first = std::ranges::find_if(
        m_checked.problems, [](const query::Problem &problem) { return problem.fix.has_value(); });
    const bool hasFix = first != m_checked.problems.end();
    m_ui->problemList->setCurrentRow(hasFix ? static_cast<int>(first - m_checked.problems.begin()) : -1);
    m_ui->fixButton->setEnabled(hasFix);
    m_ui->fixButton->setText(hasFix ? shown(first->fix->label) : tr("Fix"));
}

/// The other precedence, where it makes something else of the query.
void SearchDialog::showReading()
{
    QString reading;
    if (m_checked.root != nullptr) {
        const bool isClassic = precedence() == query::Precedence::Classic;
        const auto other = query::parse(m_checked.text,
                                        isClassic ? query::Precedence::Standard : query::Precedence::Classic);
        const QString here = shown(query::printNormalised(*m_checked.root));
        const QString there = other.isOk() ? shown(query::printNormalised(*other.root)) : here;
        const auto shortened = [](const QString &whole) {
            return whole.size() <= kShownReading ? whole : whole.left(kShownReading) + QChar(0x2026);
        };
        if (here != there) {
            reading = tr("Read as:  %1\nThe other reading:  %2").arg(shortened(here), shortened(there));
        }
    }
    m_ui->readingLabel->setVisible(!reading.isEmpty());
    m_ui->readingLabel->setText(reading);
}

void SearchDialog::showTranslation()
{
    m_canBeAsked = false;
    if (!m_isRunning) {
        showReport({});
    }
    if (m_checked.root != nullptr && m_checked.isOk) {
        const auto translation = app::translateForSource(source().id, m_checked.text, precedence());
        m_canBeAsked = static_cast<bool>(translation);
        if (!m_isRunning) {
            showReport(translation ? translationHtml(shown(source().label), *translation)
                                   : errorHtml(translation.error()));
        }
    } else if (!m_isRunning && isEmpty()) {
        m_ui->reportView->setPlaceholderText(
            tr("What the source is asked, what it cannot be asked, and what fetching costs stand here."));
    }
    enableButtons();
}

void SearchDialog::goToProblem()
{
    const int row = m_ui->problemList->currentRow();
    if (row < 0 || static_cast<std::size_t>(row) >= m_checked.problems.size()) {
        return;
    }
    const query::Problem &problem = m_checked.problems[static_cast<std::size_t>(row)];
    const TextSpan span = spanOf(m_checked.text, problem.from, problem.to);
    QTextCursor cursor(m_ui->queryEdit->document());
    cursor.setPosition(span.from);
    cursor.setPosition(span.to, QTextCursor::KeepAnchor);
    m_ui->queryEdit->setTextCursor(cursor);
    m_ui->fixButton->setEnabled(problem.fix.has_value());
    m_ui->fixButton->setText(problem.fix ? shown(problem.fix->label) : tr("Fix"));
}

void SearchDialog::mendOne()
{
    const int row = m_ui->problemList->currentRow();
    if (row >= 0 && static_cast<std::size_t>(row) < m_checked.problems.size()) {
        if (const auto &fix = m_checked.problems[static_cast<std::size_t>(row)].fix) {
            replaceQuery(query::withFix(m_checked.text, *fix));
        }
    }
}

void SearchDialog::mendAll()
{
    replaceQuery(app::checkQuery(query(), precedence(), {true, {}}).text);
}

/// As one step for undo.
void SearchDialog::replaceQuery(const std::string &query)
{
    QTextCursor cursor(m_ui->queryEdit->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(shown(query));
    m_ui->queryEdit->setFocus();
    check();
}

void SearchDialog::offerToResume(std::optional<app::SearchRun> unfinished)
{
    m_unfinished = std::move(unfinished);
    m_ui->interruptedBar->setVisible(m_unfinished && m_unfinished->online);
    if (!m_unfinished || !m_unfinished->online) {
        return;
    }
    const OnlineSearch &online = *m_unfinished->online;
    const QString came =
        online.hits ? tr("%1 of %2 records have come").arg(number(online.fetched), number(*online.hits))
                    : tr("%1 records have come").arg(number(online.fetched));
    m_ui->interruptedLabel->setText(tr("The search at %1 of %2 was interrupted: %3.")
                                        .arg(shown(m_unfinished->source), shown(m_unfinished->date), came));
}

/// Shows the search as it was begun, and goes on once the keychain has told its key.
void SearchDialog::resume()
{
    if (!m_unfinished || !m_unfinished->online) {
        return;
    }
    const OnlineSearch online = *m_unfinished->online;
    m_ui->precedenceBox->setCurrentIndex(online.precedence == "standard" ? 1 : 0);
    if (query() != online.query) {
        replaceQuery(online.query);
    }
    if (const int index = m_ui->sourceBox->findData(shown(online.source)); index >= 0) {
        m_ui->sourceBox->setCurrentIndex(index);
    }
    begin(tr("Going on at %1 \u2026").arg(shown(m_unfinished->source)));
    keepSecrets();
    readSecrets(source(), [this] { Q_EMIT resumeAsked(); });
}

void SearchDialog::begin(const QString &what)
{
    showTranslation();
    m_isRunning = true;
    m_ui->progressBar->setRange(0, 0);
    m_ui->progressLabel->setText(what);
    for (QWidget *widget :
         std::array<QWidget *, 3>{m_ui->progressBar, m_ui->progressLabel, m_ui->stopButton}) {
        widget->show();
    }
    enableButtons();
}

void SearchDialog::end()
{
    m_isRunning = false;
    for (QWidget *widget :
         std::array<QWidget *, 3>{m_ui->progressBar, m_ui->progressLabel, m_ui->stopButton}) {
        widget->hide();
    }
    enableButtons();
}

void SearchDialog::enableButtons()
{
    const bool canAsk = m_canBeAsked && !m_isRunning && !m_checkTimer->isActive();
    m_ui->countButton->setEnabled(canAsk);
    m_ui->searchButton->setEnabled(canAsk);
    m_ui->resumeButton->setEnabled(!m_isRunning);
    m_ui->sourceBox->setEnabled(!m_isRunning);
    m_ui->precedenceBox->setEnabled(!m_isRunning);
    m_ui->queryEdit->setReadOnly(m_isRunning);
}

void SearchDialog::showProgress(const QString &what, qint64 done, qint64 total)
{
    if (!m_isRunning) {
        return;
    }
    // A bar counts in int.
    constexpr qint64 kSteps = 1000;
    m_ui->progressBar->setRange(0, total > 0 ? static_cast<int>(kSteps) : 0);
    m_ui->progressBar->setValue(
        total > 0 ? static_cast<int>(std::clamp(kSteps * done / total, qint64{0}, kSteps)) : 0);
    m_ui->progressLabel->setText(total > 0 ? tr("%1: %2 of %3").arg(what, number(done), number(total))
                                           : what);
}

void SearchDialog::showPreview(const Result<app::OnlinePreview> &preview)
{
    end();
    showReport(preview ? previewHtml(*preview) : errorHtml(preview.error()));
}

void SearchDialog::showOutcome(const Result<app::OnlineOutcome> &outcome)
{
    end();
    showReport(outcome ? outcomeHtml(*outcome) : errorHtml(outcome.error()));
}

void SearchDialog::showFailure(const QString &message)
{
    if (m_isRunning) {
        end();
        showReport(message.toHtmlEscaped());
    }
}

} // namespace winnow::gui
