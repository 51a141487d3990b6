#include "gui/queries/words_pane.h"

#include "app/find_records.h"
#include "gui/queries/line_hits.h"
#include "gui/queries/words_html.h"
#include "gui/row_parts.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <optional>

namespace winnow::gui {

namespace {

constexpr int kSpace = 8;
constexpr qsizetype kShownReading = 300;

using Hits = std::array<std::optional<std::int64_t>, 2>; ///< by query::Precedence

std::size_t placeOf(query::Precedence precedence)
{
    return precedence == query::Precedence::Standard ? 1 : 0;
}

Hits countOf(app::Workspace &workspace, const std::string &query, Task &task)
{
    Hits hits;
    for (const query::Precedence precedence : {query::Precedence::Classic, query::Precedence::Standard}) {
        if (const auto found = app::searchRecords(workspace, {query, precedence}, task)) {
            hits.at(placeOf(precedence)) = static_cast<std::int64_t>(found->records.size());
        }
    }
    return hits;
}

} // namespace

WordsPane::WordsPane(Session &session, QWidget *parent)
    : Step(session, parent)
    , m_readings(new QWidget(this))
    , m_words(new QTextBrowser(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kSpace, 0, 0);
    layout->setSpacing(kSpace);
    auto *readings = new QVBoxLayout(m_readings);
    readings->setContentsMargins(0, 0, 0, 0);
    readings->setSpacing(kSpace);
    m_readings->setObjectName(QStringLiteral("readings"));
    readings->addWidget(plainText(
        m_readings, tr("This query can be read in two ways. Sources do not agree which one holds:")));
    addRow(query::Precedence::Classic);
    addRow(query::Precedence::Standard);
    m_readings->hide();
    m_words->setObjectName(QStringLiteral("wordsView"));
    m_words->setAccessibleName(tr("What the query finds, in plain words"));
    m_words->setOpenLinks(false);
    m_words->document()->setDocumentMargin(kSpace);
    m_words->document()->setIndentWidth(2 * kSpace);
    layout->addWidget(m_readings);
    layout->addWidget(m_words, 1);
    showWords();
}

void WordsPane::addRow(query::Precedence precedence)
{
    const bool isClassic = precedence == query::Precedence::Classic;
    const QString name = isClassic ? QStringLiteral("classic") : QStringLiteral("standard");
    ReadingRow &row = m_rows.at(placeOf(precedence));
    auto *place = new QGridLayout;
    place->setHorizontalSpacing(kSpace);
    place->setVerticalSpacing(kSpace / 2);
    row.hits = plainText(m_readings, {});
    row.hits->setObjectName(name + QStringLiteral("Hits"));
    row.text = plainText(m_readings, {});
    row.text->setObjectName(name + QStringLiteral("Reading"));
    row.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setQuiet(row.text);
    row.button = new QPushButton(tr("Put brackets for this reading"), m_readings);
    row.button->setObjectName(name + QStringLiteral("Button"));
    row.button->setAccessibleName(precedence == query::Precedence::Standard
                                      ? tr("Put brackets for AND before OR")
                                      : tr("Put brackets for OR before AND"));
    place->addWidget(row.hits, 0, 0);
    place->addWidget(row.button, 0, 1);
    place->addWidget(row.text, 1, 0, 1, 2);
    place->setColumnStretch(0, 1);
    qobject_cast<QVBoxLayout *>(m_readings->layout())->addLayout(place);
    connect(
        row.button, &QPushButton::clicked, this, [this, precedence] { Q_EMIT bracketsWanted(precedence); });
}

void WordsPane::reload(Changes changes)
{
    if (changes & (Changes(Change::Records) | Change::Duplicates)) {
        countReadings();
    }
}

void WordsPane::setReading(const QueryReading &reading)
{
    m_reading = reading;
    showWords();
    showReadings();
    if (isVisible()) {
        countReadings();
    }
}

/// What was told last stays as long as the query cannot be read.
void WordsPane::showWords()
{
    if (!m_reading.words.empty()) {
        m_words->setHtml(wordsHtml(m_reading.words));
    } else if (m_reading.checked.problems.empty()) {
        m_words->clear();
        m_words->setPlaceholderText(tr("What the query finds stands here in plain words."));
    }
}

void WordsPane::showReadings()
{
    const bool isTwofold = !m_reading.other.empty();
    m_readings->setVisible(isTwofold);
    if (!isTwofold) {
        return;
    }
    for (const query::Precedence precedence : {query::Precedence::Classic, query::Precedence::Standard}) {
        const QString text = shown(precedence == m_reading.precedence ? m_reading.asRead : m_reading.other);
        QLabel *label = m_rows.at(placeOf(precedence)).text;
        label->setText(text.size() <= kShownReading ? text : text.left(kShownReading) + QChar(0x2026));
        label->setToolTip(QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped()));
    }
    const auto name = [this](query::Precedence precedence) {
        const bool isClassic = precedence == query::Precedence::Classic;
        return (isClassic ? tr("OR first, as Scopus documents") : tr("AND first, as elsewhere")) +
               (precedence == m_reading.precedence ? tr(" (chosen)") : QString());
    };
    for (const query::Precedence precedence : {query::Precedence::Classic, query::Precedence::Standard}) {
        ReadingRow &row = m_rows.at(placeOf(precedence));
        row.hits->setText(name(precedence));
        row.button->setAccessibleDescription(name(precedence));
    }
}

void WordsPane::countReadings()
{
    if (m_reading.other.empty() || !m_reading.canRun()) {
        return;
    }
    inBackground(
        QStringLiteral("readings"),
        [query = m_reading.checked.text](app::Workspace &workspace, Task &task) {
            return countOf(workspace, query, task);
        },
        [this, query = m_reading.checked.text](const Hits &hits) {
            if (query != m_reading.checked.text || m_reading.other.empty()) {
                return;
            }
            showReadings();
            for (std::size_t i = 0; i < hits.size(); ++i) {
                if (hits.at(i)) {
                    QLabel *label = m_rows.at(i).hits;
                    label->setText(tr("%1: %Ln record(s) here", nullptr, static_cast<int>(*hits.at(i)))
                                       .arg(label->text()));
                }
            }
        });
}

} // namespace winnow::gui
