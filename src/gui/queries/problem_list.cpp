#include "gui/queries/problem_list.h"

#include "gui/queries/query_places.h"
#include "gui/row_parts.h"
#include "gui/shown.h"
#include "gui/wrap_layout.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace winnow::gui {

namespace {

constexpr const char *kNumber = "problem";
constexpr int kSpace = 8;

} // namespace

ProblemList::ProblemList(QWidget *parent)
    : QScrollArea(parent)
    , m_page(new QWidget)
    , m_rows(new QVBoxLayout(m_page))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("What is wrong with the query"));
    setFocusPolicy(Qt::NoFocus);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(kSpace / 2);
    m_rows->addStretch();
    setWidget(m_page);
}

void ProblemList::setProblems(const app::CheckedText &checked)
{
    const CharacterPlaces places(checked.text);
    const QString query = shown(checked.text);
    QStringList wanted;
    for (const query::Problem &problem : checked.problems) {
        wanted << problemLine(query, places.span(problem.from, problem.to), problem)
               << (problem.fix ? shown(problem.fix->label) : QString());
    }
    if (wanted == m_shown) {
        return;
    }
    m_shown = wanted;
    const QList<QWidget *> old =
        m_page->findChildren<QWidget *>(QStringLiteral("problemRow"), Qt::FindDirectChildrenOnly);
    for (QWidget *row : old) {
        row->hide();
        row->setObjectName({});
        row->deleteLater(); // one of its buttons may be what was pressed
    }
    for (std::size_t i = 0; i < checked.problems.size(); ++i) {
        addRow(i, wanted[2 * static_cast<qsizetype>(i)], checked.problems[i]);
    }
}

QStringList ProblemList::sentences() const
{
    QStringList sentences;
    for (qsizetype i = 0; i < m_shown.size(); i += 2) {
        sentences << m_shown[i];
    }
    return sentences;
}

void ProblemList::addRow(std::size_t number, const QString &sentence, const query::Problem &problem)
{
    auto *row = new QWidget(m_page);
    row->setObjectName(QStringLiteral("problemRow"));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, kSpace, 0);
    layout->setSpacing(kSpace);
    QLabel *text = plainText(row, sentence);
    QPalette palette = text->palette();
    palette.setColor(QPalette::WindowText, colourOf(problem.severity));
    text->setPalette(palette);
    text->setObjectName(QStringLiteral("problemText"));
    text->setProperty(kNumber, static_cast<qulonglong>(number));
    text->setCursor(Qt::PointingHandCursor);
    text->installEventFilter(this);
    layout->addWidget(text, 1);
    if (problem.fix) {
        auto *fix = new QPushButton(shown(problem.fix->label), row);
        fix->setObjectName(QStringLiteral("fixButton"));
        fix->setAccessibleDescription(sentence);
        connect(fix, &QPushButton::clicked, this, [this, number] { Q_EMIT fixWanted(number); });
        layout->addWidget(fix, 0, Qt::AlignTop);
        wrap({layout});
    }
    m_rows->insertWidget(m_rows->count() - 1, row);
}

bool ProblemList::eventFilter(QObject *watched, QEvent *event)
{
    const QVariant number = watched->property(kNumber);
    if (event->type() == QEvent::MouseButtonRelease && number.isValid()) {
        Q_EMIT chosen(static_cast<std::size_t>(number.toULongLong()));
        return true;
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace winnow::gui
