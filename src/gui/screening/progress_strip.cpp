#include "gui/screening/progress_strip.h"

#include "gui/row_parts.h"
#include "gui/screening/progress_numbers.h"
#include "gui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace winnow::gui {

namespace {

constexpr int kMargin = 24;
constexpr int kBar = 2;

QLabel *part(QWidget *parent, const char *name)
{
    QLabel *label = quietText(parent, {});
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(false);
    return label;
}

void setText(QLabel *label, const QString &text)
{
    if (label->text() != text) {
        label->setText(text);
    }
    label->setVisible(!text.isEmpty());
}

} // namespace

ProgressStrip::ProgressStrip(QWidget *parent)
    : QWidget(parent)
    , m_position(part(this, "positionLabel"))
    , m_left(part(this, "leftLabel"))
    , m_pace(part(this, "paceLabel"))
    , m_stopping(new QPushButton(this))
{
    m_stopping->setObjectName(QStringLiteral("progressButton"));
    m_stopping->setFlat(true);
    m_stopping->setFocusPolicy(Qt::TabFocus);
    m_stopping->setCursor(Qt::PointingHandCursor);
    m_stopping->setToolTip(tr("What the stopping rules say"));
    m_stopping->setStyleSheet(
        QStringLiteral("QPushButton { border: 0; padding: 2px 4px; color: palette(link); "
                       "background: transparent; } QPushButton:focus { text-decoration: underline; }"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kMargin, 4, kMargin, 4 + kBar);
    row->setSpacing(16);
    row->addWidget(m_position);
    row->addWidget(m_left);
    row->addStretch();
    row->addWidget(m_pace);
    row->addWidget(m_stopping);
    connect(m_stopping, &QPushButton::clicked, this, &ProgressStrip::stoppingWanted);
}

void ProgressStrip::show(const ProgressNumbers &numbers)
{
    setText(m_position, numbers.positionText());
    setText(m_left, numbers.leftText());
    setText(m_pace, numbers.paceText());
    if (m_stopping->text() != numbers.stoppingText()) {
        m_stopping->setText(numbers.stoppingText());
    }
    m_share = numbers.share();
    update();
}

void ProgressStrip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const QRect line(kMargin, height() - kBar, width() - 2 * kMargin, kBar);
    painter.fillRect(line, currentTheme().hairline);
    painter.fillRect(QRect(line.topLeft(), QSize(static_cast<int>(line.width() * m_share), kBar)),
                     currentTheme().accent);
}

} // namespace winnow::gui
