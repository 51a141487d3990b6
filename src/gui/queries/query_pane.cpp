#include "gui/queries/query_pane.h"

#include "app/record_list.h"
#include "gui/file_dialog.h"
#include "gui/queries/query_draft.h"
#include "gui/queries/query_editor.h"
#include "gui/queries/query_places.h"
#include "gui/row_parts.h"
#include "gui/wrap_layout.h"
#include "ui_query_pane.h"

#include <QFile>
#include <QSaveFile>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace winnow::gui {

namespace {

constexpr int kDraftPauseMs = 1000;
constexpr int kShownProblems = 5; ///< lines

/// What the lines of the query find, and how many records there are to be found.
struct Found
{
    std::optional<app::QueryEffects> effects;
    std::int64_t records = 0;
    std::string trouble; ///< why it is not known, for people
};

Found findLines(app::Workspace &workspace, const app::EffectsRequest &request, Task &task)
{
    const auto records = app::allRecords(workspace);
    if (!records || records->empty()) {
        return {{}, 0, records ? std::string() : records.error().message};
    }
    Found found{{}, static_cast<std::int64_t>(records->size()), {}};
    auto effects = app::queryEffects(workspace, request, task);
    if (effects) {
        found.effects = *std::move(effects);
    } else {
        found.trouble = effects.error().message;
    }
    return found;
}

} // namespace

QueryPane::QueryPane(Session &session, std::vector<std::string> sources, QWidget *parent)
    : Step(session, parent)
    , m_ui(std::make_unique<Ui::QueryPane>())
    , m_sources(std::move(sources))
    , m_draftTimer(new QTimer(this))
{
    m_ui->setupUi(this);
    wrap({m_ui->headRow, m_ui->foundRow});
    m_pool.setMaxThreadCount(1);
    m_draftTimer->setSingleShot(true);
    m_ui->precedenceBox->addItem(tr("OR binds first, as Scopus documents"));
    m_ui->precedenceBox->addItem(tr("AND binds first, as elsewhere"));
    m_ui->problemList->setFixedHeight(kShownProblems * fontMetrics().lineSpacing());
    m_ui->queryEdit->setMinimumHeight(6 * fontMetrics().lineSpacing());
    m_ui->queryEdit->setAccessibleName(tr("Query in the language of Scopus"));
    setQuiet(m_ui->foundLabel);
    shareUndo(m_ui->queryEdit);
    restoreDraft();
    connectWidgets();
    addActions();
    readLater();
}

QueryPane::~QueryPane()
{
    keepDraft();
}

void QueryPane::connectWidgets()
{
    connect(m_draftTimer, &QTimer::timeout, this, &QueryPane::keepDraft);
    const auto change = [this] {
        m_draftTimer->start(kDraftPauseMs);
        Q_EMIT edited();
        readLater();
    };
    connect(m_ui->queryEdit, &QPlainTextEdit::textChanged, this, [this, change] {
        if (query() != m_asked) { // not only its looks
            change();
        }
    });
    connect(m_ui->precedenceBox, &QComboBox::currentIndexChanged, this, change);
    connect(m_ui->problemList, &ProblemList::chosen, this, &QueryPane::goToProblem);
    connect(m_ui->problemList, &ProblemList::fixWanted, this, &QueryPane::mend);
    connect(m_ui->fixAllButton, &QPushButton::clicked, this, &QueryPane::mendAll);
    connect(m_ui->showButton, &QPushButton::clicked, this, [this] {
        Place place{StepId::Records};
        place.query = shown(query());
        session().go(place);
    });
}

void QueryPane::addActions()
{
    addStepAction("completeAction",
                  tr("Offer field codes and operators"),
                  {Qt::CTRL | Qt::Key_Space},
                  [this] { m_ui->queryEdit->complete(); });
    addStepAction(
        "nextProblemAction", tr("Next problem of the query"), {Qt::Key_F8}, [this] { goToNextProblem(1); });
    addStepAction("previousProblemAction",
                  tr("Previous problem of the query"),
                  {Qt::SHIFT | Qt::Key_F8},
                  [this] { goToNextProblem(-1); });
    addStepAction("fixAction", tr("Fix the problem at the cursor"), {Qt::CTRL | Qt::Key_Period}, [this] {
        mendAtCursor();
    });
    addStepAction("fixAllAction",
                  tr("Fix all problems of the query"),
                  {Qt::CTRL | Qt::SHIFT | Qt::Key_Period},
                  [this] { mendAll(); });
    addStepAction(
        "openQueryAction",
        tr("Open query \u2026"),
        {Qt::CTRL | Qt::SHIFT | Qt::Key_O},
        [this] { askForQuery(); },
        m_ui->openButton);
    addStepAction(
        "saveQueryAction",
        tr("Save query as \u2026"),
        {Qt::CTRL | Qt::SHIFT | Qt::Key_S},
        [this] { askForSave(); },
        m_ui->saveButton);
}

void QueryPane::restoreDraft()
{
    const auto draft = draftOf(shown(review().info().uuid));
    m_hadDraft = draft.has_value();
    if (draft) {
        m_ui->queryEdit->setPlainText(draft->query);
        m_ui->precedenceBox->setCurrentIndex(draft->isStandard ? 1 : 0);
    }
}

void QueryPane::keepDraft()
{
    const QString query = m_ui->queryEdit->toPlainText();
    if (m_hadDraft || !query.isEmpty()) {
        m_hadDraft = true;
        gui::keepDraft(shown(review().info().uuid), {query, precedence() == query::Precedence::Standard});
    }
}

bool QueryPane::mayClose()
{
    keepDraft();
    return true;
}

void QueryPane::reload(Changes changes)
{
    if (changes & (Changes(Change::Records) | Change::Duplicates)) {
        readEffects();
    }
}

void QueryPane::takeFocus()
{
    m_ui->queryEdit->setFocus();
}

std::string QueryPane::query() const
{
    return m_ui->queryEdit->query();
}

query::Precedence QueryPane::precedence() const
{
    return m_ui->precedenceBox->currentIndex() == 1 ? query::Precedence::Standard
                                                    : query::Precedence::Classic;
}

void QueryPane::setQuery(const std::string &query)
{
    m_ui->queryEdit->replaceQuery(query);
}

void QueryPane::setPrecedence(query::Precedence precedence)
{
    m_ui->precedenceBox->setCurrentIndex(precedence == query::Precedence::Standard ? 1 : 0);
}

void QueryPane::putBrackets(query::Precedence precedence)
{
    setQuery(withBrackets(query(), precedence));
    takeFocus();
}

void QueryPane::setReadOnly(bool isReadOnly)
{
    m_ui->queryEdit->setReadOnly(isReadOnly);
    m_ui->precedenceBox->setEnabled(!isReadOnly);
}

/// In a thread of its own, since a long query takes longer than a keystroke may; the newest text wins.
void QueryPane::readLater()
{
    m_asked = query();
    m_pool.clear();
    m_pool.start([this, run = ++m_runs, text = m_asked, precedence = precedence(), sources = m_sources] {
        QueryReading reading = readQuery(text, precedence, sources);
        QMetaObject::invokeMethod(
            this,
            [this, run, reading = std::move(reading)]() mutable {
                if (run == m_runs) {
                    showReading(std::move(reading));
                }
            },
            Qt::QueuedConnection);
    });
}

void QueryPane::showReading(QueryReading reading)
{
    m_reading = std::move(reading);
    const CharacterPlaces places(m_reading.checked.text);
    QList<QTextEdit::ExtraSelection> marks;
    bool canMend = false;
    for (const query::Problem &problem : m_reading.checked.problems) {
        marks.append(
            underlined(*m_ui->queryEdit, places.span(problem.from, problem.to), colourOf(problem.severity)));
        canMend = canMend || problem.fix.has_value();
    }
    m_ui->queryEdit->setProblems(marks);
    m_ui->problemList->setProblems(m_reading.checked);
    m_ui->fixAllButton->setEnabled(canMend && !m_ui->queryEdit->isReadOnly());
    readEffects();
    Q_EMIT wasRead();
}

/// What was found stays in its place until something else is: a query that is being written cannot be read at
/// most moments.
void QueryPane::readEffects()
{
    if (m_reading.checked.root == nullptr) {
        const bool isBlank = m_ui->queryEdit->toPlainText().trimmed().isEmpty();
        m_ui->foundLabel->setText(isBlank ? QString() : tr("What it finds is counted once it can be read."));
        m_ui->showButton->setEnabled(false);
        if (isBlank) {
            m_effects.reset();
            m_ui->queryEdit->setLineHits({});
            Q_EMIT effectsRead();
        }
        return;
    }
    app::EffectsRequest request;
    request.query = m_reading.checked.text;
    request.precedence = m_reading.precedence;
    inBackground(
        QStringLiteral("lines"),
        [request](app::Workspace &workspace, Task &task) { return findLines(workspace, request, task); },
        [this, query = request.query](Found found) {
            if (query != m_reading.checked.text) {
                return;
            }
            m_effects = std::move(found.effects);
            m_ui->queryEdit->setLineHits(m_effects ? lineHits(query, *m_effects) : std::vector<LineHits>());
            m_ui->showButton->setEnabled(m_effects && m_effects->matching > 0);
            m_ui->foundLabel->setText(m_effects
                                          ? tr("Finds %1 of the %2 records of the review.")
                                                .arg(grouped(m_effects->matching), grouped(found.records))
                                          : shown(found.trouble));
            Q_EMIT effectsRead();
        });
}

void QueryPane::goToProblem(std::size_t number)
{
    if (!isRead() || number >= m_reading.checked.problems.size()) {
        return;
    }
    const query::Problem &problem = m_reading.checked.problems[number];
    const TextSpan span = CharacterPlaces(m_reading.checked.text).span(problem.from, problem.to);
    QTextCursor cursor(m_ui->queryEdit->document());
    cursor.setPosition(span.from);
    cursor.setPosition(span.to, QTextCursor::KeepAnchor);
    m_ui->queryEdit->setTextCursor(cursor);
    m_ui->queryEdit->setFocus();
}

/// In the order of the text, round and round.
void QueryPane::goToNextProblem(int by)
{
    const auto &problems = m_reading.checked.problems;
    if (!isRead() || problems.empty()) {
        return;
    }
    const CharacterPlaces places(m_reading.checked.text);
    const int here = m_ui->queryEdit->textCursor().selectionStart();
    std::optional<std::size_t> next;
    std::size_t last = 0; // to go on with from the other end
    for (std::size_t i = 0; i < problems.size(); ++i) {
        const int at = places.at(problems[i].from) * by;
        const bool isBeyond = at > here * by;
        if (isBeyond && (!next || at < places.at(problems[*next].from) * by)) {
            next = i;
        }
        if (at < places.at(problems[last].from) * by) {
            last = i;
        }
    }
    goToProblem(next.value_or(last));
}

void QueryPane::mend(std::size_t number)
{
    if (!isRead() || number >= m_reading.checked.problems.size() || m_ui->queryEdit->isReadOnly()) {
        return;
    }
    if (const auto &fix = m_reading.checked.problems[number].fix) {
        setQuery(query::withFix(m_reading.checked.text, *fix));
        takeFocus();
    }
}

void QueryPane::mendAtCursor()
{
    const CharacterPlaces places(m_reading.checked.text);
    const QTextCursor cursor = m_ui->queryEdit->textCursor();
    const auto &problems = m_reading.checked.problems;
    const auto found = std::ranges::find_if(problems, [&](const query::Problem &problem) {
        const TextSpan span = places.span(problem.from, problem.to);
        return problem.fix && span.from <= cursor.selectionEnd() && span.to >= cursor.selectionStart();
    });
    if (isRead() && found != problems.end()) {
        mend(static_cast<std::size_t>(found - problems.begin()));
    } else {
        say(tr("Nothing at the cursor can be fixed at a press; F8 goes to the next problem."));
    }
}

void QueryPane::mendAll()
{
    if (!m_ui->queryEdit->isReadOnly()) {
        setQuery(app::checkQuery(query(), precedence(), {true, {}}).text);
        takeFocus();
    }
}

void QueryPane::askForQuery()
{
    askForFile(this,
               tr("Open query"),
               tr("Queries (*.scopus *.txt);;All files (*)"),
               [this](const QString &file) { openQuery(file); });
}

void QueryPane::openQuery(const QString &name)
{
    constexpr qint64 kLongest = 1 << 20; // no query is a megabyte long
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLongest) {
        say(file.isOpen() ? tr("%1 is too large for a query.").arg(name)
                          : tr("%1 cannot be read: %2.").arg(name, file.errorString()));
        return;
    }
    setQuery(file.readAll().trimmed().toStdString());
    takeFocus();
}

void QueryPane::askForSave()
{
    askWhereToSave(this,
                   tr("Save query"),
                   QStringLiteral("query.scopus"),
                   tr("Queries (*.scopus);;Text (*.txt)"),
                   [this](const QString &name) { saveQuery(name); });
}

void QueryPane::saveQuery(const QString &name)
{
    QSaveFile file(name);
    const QByteArray text = m_ui->queryEdit->toPlainText().toUtf8() + '\n';
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit()) {
        say(tr("Saved the query as %1.").arg(name));
    } else {
        say(tr("%1 cannot be written: %2.").arg(name, file.errorString()));
    }
}

} // namespace winnow::gui
