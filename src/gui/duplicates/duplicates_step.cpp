#include "gui/duplicates/duplicates_step.h"

#include "gui/duplicates/comparison_html.h"
#include "gui/duplicates/duplicates_list.h"
#include "gui/frame/step_numbers.h"
#include "gui/row_parts.h"
#include "gui/shown.h"
#include "gui/theme.h"
#include "gui/wrap_layout.h"
#include "ui_duplicates_step.h"

#include <QAction>
#include <QKeyEvent>
#include <QPushButton>
#include <QUrl>

#include <algorithm>
#include <array>

namespace winnow::gui {

namespace {

constexpr int kQueueLetters = 44; ///< of the list's width
constexpr double kSentenceScale = 1.15;

QString lookGroup()
{
    return QStringLiteral("lookForDuplicates");
}

/// The titles of the records that stand for groups.
Result<std::vector<QString>> titlesOf(app::Workspace &review, const std::vector<app::DuplicateGroup> &groups)
{
    std::vector<RecordId> kept(groups.size());
    std::ranges::transform(groups, kept.begin(), &app::DuplicateGroup::kept);
    auto rows = review.records().rows(kept);
    if (!rows) {
        return std::move(rows).error();
    }
    std::vector<QString> titles(rows->size());
    std::ranges::transform(*rows, titles.begin(), [](const auto &row) { return shown(row.title); });
    return titles;
}

using MergedGroups = std::pair<std::vector<app::DuplicateGroup>, std::vector<QString>>;

Result<MergedGroups> mergedGroups(app::Workspace &review)
{
    auto groups = app::duplicateGroups(review);
    if (!groups) {
        return std::move(groups).error();
    }
    auto titles = titlesOf(review, *groups);
    return titles ? Result<MergedGroups>(MergedGroups(*std::move(groups), *std::move(titles)))
                  : Result<MergedGroups>(std::move(titles).error());
}

} // namespace

DuplicatesStep::DuplicatesStep(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_ui(std::make_unique<Ui::DuplicatesStep>())
    , m_list(new DuplicatesList(this))
{
    m_ui->setupUi(this);
    wrap({m_ui->safeLayout, m_ui->lookRow, m_ui->buttonRow});
    const int width = fontMetrics().averageCharWidth() * kQueueLetters;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_ui->list, m_ui->safeRow}) {
        widget->setMinimumWidth(width / 2);
        widget->setMaximumWidth(width);
    }
    m_ui->list->setModel(m_list);
    setQuiet(m_ui->stateLabel);
    setQuiet(m_ui->whyLabel);
    QFont font = m_ui->sentenceLabel->font();
    font.setPointSizeF(font.pointSizeF() * kSentenceScale);
    font.setWeight(QFont::DemiBold);
    m_ui->sentenceLabel->setFont(font);
    for (QPushButton *button : findChildren<QPushButton *>()) {
        button->installEventFilter(this);
    }
    m_ui->compareView->installEventFilter(this);
    makeActions();
    connect(m_ui->list->selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            &DuplicatesStep::showCurrent);
    connect(m_ui->compareView, &QTextBrowser::anchorClicked, this, &DuplicatesStep::follow);
    connect(m_ui->pairsButton, &QPushButton::clicked, this, [this] { list(Listed::Pairs); });
    connect(m_ui->safeButton, &QPushButton::clicked, this, [this] { list(Listed::Safe); });
    connect(m_ui->reviewSafeButton, &QPushButton::clicked, this, [this] { list(Listed::Safe); });
    connect(m_ui->mergedButton, &QPushButton::clicked, this, [this] { list(Listed::Merged); });
    connect(&session, &Session::undone, this, [this] { m_isUndone = true; });
    connect(
        &session.writer(), &Worker::progress, this, [this](const QString &what, qint64 done, qint64 total) {
            if (m_isLooking && total > 0) {
                m_ui->stateLabel->setText(tr("Comparing (%1): %2 %").arg(what).arg(done * 100 / total));
            }
        });
    showState();
    showCurrent();
}

DuplicatesStep::~DuplicatesStep() = default;

void DuplicatesStep::makeActions()
{
    m_mergeAction = addStepAction(
        "mergeDuplicatesAction", tr("Merge these records"), {}, [this] { merge(); }, m_ui->mergeButton);
    m_mergeAction->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    m_apartAction = addStepAction(
        "keepApartAction",
        tr("Keep these records apart"),
        {Qt::Key_Backspace},
        [this] { keepApart(); },
        m_ui->apartButton);
    m_applyAction = addStepAction(
        "applySafeAction",
        tr("Apply all safe merges"),
        {Qt::CTRL | Qt::SHIFT | Qt::Key_D},
        [this] { applySafe(); },
        m_ui->applySafeButton);
    addStepAction("findDuplicatesAction", tr("Look for duplicates"), {Qt::Key_F5}, [this] { look(); });
    m_nextAction = addStepAction(
        "nextDuplicateAction",
        tr("Next, and come back to this later"),
        {Qt::Key_Space},
        [this] { move(1); },
        m_ui->nextButton);
    m_backAction = addStepAction(
        "previousDuplicateAction", tr("Back"), {Qt::Key_Left}, [this] { move(-1); }, m_ui->backButton);
    connect(m_ui->lookButton, &QPushButton::clicked, this, [this] { m_isLooking ? stopLooking() : look(); });
}

void DuplicatesStep::reload(Changes changes)
{
    const bool isUndo = std::exchange(m_isUndone, false);
    if (!m_hasLooked || (changes.testFlag(Change::Records) && !isUndo) || (isUndo && m_hasApplied)) {
        m_hasLooked = true;
        m_hasApplied = false;
        look();
    } else if (changes.testFlag(Change::Duplicates) || changes.testFlag(Change::Records)) {
        checkPairs();
    }
    if (changes.testFlag(Change::Duplicates) || changes.testFlag(Change::Records)) {
        readMerged();
    }
}

void DuplicatesStep::goTo(const Place &place)
{
    constexpr std::array<std::pair<const char *, Listed>, 3> kParts{
        {{"pairs", Listed::Pairs}, {"safe", Listed::Safe}, {"merged", Listed::Merged}}};
    for (const auto &[name, what] : kParts) {
        if (place.part == QLatin1String(name)) {
            list(what);
        }
    }
}

void DuplicatesStep::search(const QString &query, bool /*isTyped*/)
{
    m_wanted = query.trimmed();
    m_list->setWanted(m_wanted);
    m_ui->list->setCurrentIndex(m_list->index(0));
    showCurrent();
}

void DuplicatesStep::takeFocus()
{
    m_ui->list->setFocus();
}

/// Space presses a button and Enter follows a link that has the focus; elsewhere they are keys of the step.
bool DuplicatesStep::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool isOnLink = watched == m_ui->compareView &&
                              !m_ui->compareView->textCursor().charFormat().anchorHref().isEmpty();
        const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
        const bool isPress = key == Qt::Key_Space && qobject_cast<QPushButton *>(watched) != nullptr;
        if ((isOnLink && isEnter) || isPress) {
            event->accept();
            return true;
        }
    }
    return Step::eventFilter(watched, event);
}

Result<DuplicatesStep::Found> DuplicatesStep::findIn(app::Workspace &review, Task &task)
{
    auto proposal = app::proposedDuplicates(review, task);
    if (!proposal) {
        return std::move(proposal).error();
    }
    auto titles = titlesOf(review, proposal->safe);
    if (!titles) {
        return std::move(titles).error();
    }
    return Found{*std::move(proposal), *std::move(titles)};
}

void DuplicatesStep::look()
{
    m_isLooking = true;
    m_ui->stateLabel->setText(tr("Comparing the records ..."));
    m_ui->lookButton->setText(tr("Stop"));
    session().writer().start(
        lookGroup(),
        [self = QPointer<DuplicatesStep>(this)](app::Workspace &review, Task &task) -> Worker::Done {
            auto found = findIn(review, task);
            return [self, found = std::move(found)]() mutable {
                if (self) {
                    self->showFound(std::move(found));
                }
            };
        });
}

void DuplicatesStep::stopLooking()
{
    session().writer().stop(lookGroup());
    m_isLooking = false;
    showState();
}

void DuplicatesStep::showFound(Result<Found> found)
{
    m_isLooking = false;
    if (found) {
        m_pairs = std::move(found->proposal.likely);
        m_safe = std::move(found->proposal.safe);
        m_safeTitles = std::move(found->titles);
        checkPairs(); // some may have been judged meanwhile
    } else if (found.error().code != ErrorCode::Cancelled) {
        say(shown(found.error().message));
    }
    showState();
    Q_EMIT looked();
}

/// Which of the pairs are left, since others judge too and acts are undone.
void DuplicatesStep::checkPairs()
{
    inBackground(
        QStringLiteral("pairs"),
        [pairs = m_pairs](app::Workspace &review, Task & /*task*/) {
            return app::stillLikely(review, pairs);
        },
        [this](Result<std::vector<app::LikelyDuplicate>> left) {
            if (!left) {
                say(shown(left.error().message));
                return;
            }
            m_left = *std::move(left);
            countPairs();
            if (m_listed != Listed::Merged) {
                fill();
            }
        });
}

void DuplicatesStep::readMerged()
{
    inBackground(
        QStringLiteral("merged"),
        [](app::Workspace &review, Task & /*task*/) { return mergedGroups(review); },
        [this](Result<MergedGroups> read) {
            if (!read) {
                say(shown(read.error().message));
                return;
            }
            m_merged = std::move(read->first);
            m_mergedTitles = std::move(read->second);
            if (m_listed == Listed::Merged) {
                fill();
            }
            showState();
        });
}

void DuplicatesStep::list(Listed what)
{
    m_listed = what;
    fill();
    m_ui->list->setFocus();
}

/// The rows of what is listed; the row that was current stays so where it still is there.
void DuplicatesStep::fill()
{
    const std::vector<RecordId> before = m_shownRecords;
    const int rowBefore = std::max(currentRow(), 0);
    std::vector<DuplicateRow> rows;
    if (m_listed == Listed::Pairs) {
        std::ranges::transform(
            m_left, std::back_inserter(rows), [](const app::LikelyDuplicate &pair) { return rowOf(pair); });
    } else if (m_listed == Listed::Safe) {
        for (std::size_t i = 0; i < m_safe.size(); ++i) {
            rows.push_back(rowOf(m_safe[i], m_safeTitles[i]));
        }
    } else {
        for (std::size_t i = 0; i < m_merged.size(); ++i) {
            rows.push_back(rowOf(m_merged[i], m_mergedTitles[i]));
        }
    }
    m_list->setRows(std::move(rows));
    const int found = m_list->rowWith(before);
    const int row = found >= 0 ? found : std::min(rowBefore, m_list->rowCount() - 1);
    m_ui->list->setCurrentIndex(m_list->index(row));
    showCurrent();
    showState();
}

int DuplicatesStep::currentRow() const
{
    return m_ui->list->currentIndex().row();
}

void DuplicatesStep::showCurrent()
{
    const int row = currentRow();
    const DuplicateRow *current = m_list->at(row);
    const bool isOpen = current != nullptr && m_listed != Listed::Merged && !session().isReadOnly();
    m_mergeAction->setEnabled(isOpen);
    m_apartAction->setEnabled(isOpen && current->records.size() == 2);
    m_ui->mergeButton->setEnabled(m_mergeAction->isEnabled());
    m_ui->apartButton->setEnabled(m_apartAction->isEnabled());
    m_ui->nextButton->setEnabled(m_list->rowCount() > 1);
    m_ui->backButton->setEnabled(m_list->rowCount() > 1);
    if (current == nullptr) {
        m_shown.reset();
        m_shownRecords.clear();
        m_ui->sentenceLabel->clear();
        m_ui->whyLabel->clear();
        showNothing();
        return;
    }
    if (current->records != m_shownRecords) {
        m_chosen.clear();
        m_shownRecords = current->records;
        m_shown.reset();
    }
    m_ui->whyLabel->setText(current->why);
    if (!m_shown && m_prepared && m_preparedRecords == m_shownRecords) {
        m_shown = std::exchange(m_prepared, std::nullopt);
    } else {
        auto comparison = app::compareRecords(review(), m_shownRecords, m_chosen);
        if (!comparison) {
            say(shown(comparison.error().message));
            return;
        }
        m_shown = *std::move(comparison);
    }
    showComparison(*m_shown);
    prepareNext(row + 1);
}

/// Says what to do where no records are compared.
void DuplicatesStep::showNothing()
{
    const QString told =
        m_listed != Listed::Pairs ? tr("What is chosen in the list is shown here side by side.")
        : m_isLooking             ? tr("Pairs that may be the same record are shown here side by side.")
        : m_safe.empty() ? tr("All that may be the same record is judged. Titles and abstracts come next.")
                         : tr("What is left is surely the same: apply the safe merges at the left.");
    m_ui->compareView->setHtml(QStringLiteral("<p style='margin:24px; color:%1;'>%2</p>")
                                   .arg(currentTheme().secondaryText.name(), told.toHtmlEscaped()));
}

void DuplicatesStep::showComparison(const app::RecordComparison &comparison)
{
    m_ui->sentenceLabel->setText(comparisonSentence(comparison));
    m_ui->compareView->setHtml(
        comparisonHtml(comparison, m_listed == Listed::Merged ? Comparing::Merged : Comparing::Judging));
}

void DuplicatesStep::prepareNext(int row)
{
    const DuplicateRow *next = m_list->at(row);
    if (next == nullptr) {
        return;
    }
    inBackground(
        QStringLiteral("next"),
        [records = next->records](app::Workspace &review, Task & /*task*/) {
            return std::pair(records, app::compareRecords(review, records));
        },
        [this](std::pair<std::vector<RecordId>, Result<app::RecordComparison>> prepared) {
            if (prepared.second) {
                m_preparedRecords = std::move(prepared.first);
                m_prepared = *std::move(prepared.second);
            }
        });
}

void DuplicatesStep::showState()
{
    m_ui->pairsButton->setText(tr("To judge %1").arg(grouped(m_left.size())));
    m_ui->safeButton->setText(tr("Safe %1").arg(grouped(m_safe.size())));
    m_ui->mergedButton->setText(tr("Merged %1").arg(grouped(m_merged.size())));
    QPushButton *const chosen = m_listed == Listed::Pairs  ? m_ui->pairsButton
                                : m_listed == Listed::Safe ? m_ui->safeButton
                                                           : m_ui->mergedButton;
    chosen->setChecked(true);
    m_ui->safeRow->setVisible(!m_safe.empty());
    m_ui->safeLabel->setText(tr("%Ln safe merge(s)", nullptr, static_cast<int>(m_safe.size())));
    m_applyAction->setEnabled(!m_safe.empty() && !session().isReadOnly());
    m_ui->applySafeButton->setEnabled(m_applyAction->isEnabled());
    m_ui->list->setAccessibleName(m_listed == Listed::Pairs
                                      ? tr("Pairs that may be the same, the likeliest first")
                                  : m_listed == Listed::Safe ? tr("Groups that are surely the same")
                                                             : tr("Groups that are linked"));
    if (!m_shown) {
        showNothing();
    }
    if (m_isLooking) {
        return;
    }
    m_ui->lookButton->setText(tr("Look again  F5"));
    const bool isEmpty = m_list->rowCount() == 0;
    const QString empty = !m_wanted.isEmpty()          ? tr("No title in this list has these words.")
                          : m_listed == Listed::Merged ? tr("Nothing is linked yet.")
                          : m_listed == Listed::Safe   ? tr("No safe merges are left.")
                                                       : tr("No pairs are left to judge.");
    m_ui->stateLabel->setText(isEmpty ? empty
                              : m_listed == Listed::Pairs
                                  ? tr("%Ln pairs to judge", nullptr, m_list->rowCount())
                                  : tr("%Ln groups", nullptr, m_list->rowCount()));
}

void DuplicatesStep::countPairs()
{
    StepNumbers::of(session()).setLikelyPairs(static_cast<std::int64_t>(m_left.size()));
}

QStringList DuplicatesStep::keysOf(const app::RecordComparison &comparison) const
{
    QStringList keys;
    for (const app::ComparedRecord &record : comparison.records) {
        keys << shown(record.key);
    }
    return keys;
}

/// Takes the current row off its list, which goes on with the next one.
void DuplicatesStep::judged(const Done &done)
{
    const std::vector<RecordId> records = std::exchange(m_shownRecords, {});
    m_chosen.clear();
    std::erase_if(m_left, [&](const app::LikelyDuplicate &pair) {
        return records == std::vector<RecordId>{pair.a, pair.b};
    });
    for (std::size_t i = 0; i < m_safe.size(); ++i) {
        if (m_safe[i].members == records) {
            m_safe.erase(m_safe.begin() + static_cast<std::ptrdiff_t>(i));
            m_safeTitles.erase(m_safeTitles.begin() + static_cast<std::ptrdiff_t>(i));
            break;
        }
    }
    fill();
    countPairs();
    tellDone(done);
    readMerged();
    checkPairs(); // a merge may settle other pairs
}

void DuplicatesStep::merge()
{
    if (!m_shown || m_shownRecords.empty()) {
        return;
    }
    auto merged = app::mergeDuplicates(review(), m_shownRecords, m_chosen);
    if (!merged) {
        say(shown(merged.error().message));
        return;
    }
    const QStringList keys = keysOf(*m_shown);
    const QStringList command =
        QStringList{QStringLiteral("duplicates"), QStringLiteral("{}"), QStringLiteral("--merge")} + keys;
    judged({tr("Merged: %1.").arg(keys.join(tr(" and "))),
            Change::Duplicates,
            m_chosen.empty() ? command : QStringList()});
}

void DuplicatesStep::keepApart()
{
    if (!m_shown || m_shownRecords.size() != 2) {
        return;
    }
    if (auto done = app::keepApart(review(), m_shownRecords[0], m_shownRecords[1]); !done) {
        say(shown(done.error().message));
        return;
    }
    const QStringList keys = keysOf(*m_shown);
    judged({tr("Kept apart: %1.").arg(keys.join(tr(" and "))),
            Change::Duplicates,
            keys.size() == 2 ? QStringList{QStringLiteral("duplicates"),
                                           QStringLiteral("{}"),
                                           QStringLiteral("--keep-apart")} +
                                   keys
                             : QStringList()});
}

void DuplicatesStep::move(int by)
{
    const int rows = m_list->rowCount();
    if (rows > 0) {
        m_ui->list->setCurrentIndex(m_list->index((currentRow() + by + rows) % rows));
    }
}

void DuplicatesStep::applySafe()
{
    m_ui->applySafeButton->setEnabled(false);
    m_applyAction->setEnabled(false);
    if (m_isLooking) {
        stopLooking();
    }
    doInBackground([groups = m_safe](app::Workspace &review,
                                     Task & /*task*/) { return app::linkProposed(review, groups); },
                   [this](Result<std::vector<app::DuplicateGroup>> linked) {
                       if (!linked) {
                           say(shown(linked.error().message));
                           showState();
                           return;
                       }
                       std::size_t records = 0;
                       for (const app::DuplicateGroup &group : *linked) {
                           records += group.members.size();
                       }
                       m_hasApplied = true;
                       m_safe.clear();
                       m_safeTitles.clear();
                       if (m_listed == Listed::Safe) {
                           m_listed = Listed::Pairs;
                       }
                       fill();
                       tellDone({tr("Made %Ln group(s) of %1 records. Nothing was deleted.",
                                    nullptr,
                                    static_cast<int>(linked->size()))
                                     .arg(grouped(records)),
                                 Change::Duplicates,
                                 {QStringLiteral("dedupe"), QStringLiteral("{}")},
                                 true,
                                 tr("Screen titles and abstracts"),
                                 {StepId::TitleAbstract}});
                       checkPairs();
                       readMerged();
                   });
}

void DuplicatesStep::follow(const QUrl &link)
{
    const QStringList parts = link.toString().split(QLatin1Char(':'));
    const auto column = static_cast<std::size_t>(parts.back().toUInt());
    if (!m_shown || column >= m_shown->records.size() || session().isReadOnly()) {
        return;
    }
    if (parts.front() == QStringLiteral("take")) {
        choose(parts.at(1).toStdString(), column);
    } else {
        takeOut(column);
    }
}

/// Of a group at once; of a pair when it is merged.
void DuplicatesStep::choose(const std::string &field, std::size_t column)
{
    const app::ComparedRecord record = m_shown->records[column];
    if (m_listed != Listed::Merged) {
        m_chosen.emplace_back(record.id, field);
        showCurrent();
        return;
    }
    if (auto done = app::chooseField(review(), record.id, field); !done) {
        say(shown(done.error().message));
        return;
    }
    showCurrent();
    tellDone({tr("%1: taken from %2.").arg(fieldTitle(field), shown(record.key)),
              Change::Duplicates,
              {QStringLiteral("duplicates"),
               QStringLiteral("{}"),
               QStringLiteral("--take"),
               shown(field),
               shown(record.key)}});
}

void DuplicatesStep::takeOut(std::size_t column)
{
    const app::ComparedRecord record = m_shown->records[column];
    if (auto done = app::splitDuplicate(review(), record.id); !done) {
        say(shown(done.error().message));
        return;
    }
    readMerged();
    tellDone({tr("%1 was taken out and stands for itself.").arg(shown(record.key)),
              Change::Duplicates,
              {QStringLiteral("split"), QStringLiteral("{}"), shown(record.key)}});
}

} // namespace winnow::gui
