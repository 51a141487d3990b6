#include "gui/overview/stage_bar.h"

#include "gui/row_parts.h"
#include "gui/shown.h"
#include "gui/theme.h"

#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

#include <array>

namespace winnow::gui {

namespace {

using screening::State;

struct Part
{
    State state;
    std::int64_t app::StageProgress::*count;
    const char *name; ///< of its link
    const char *words;
};

// In the order of the bar.
constexpr std::array<Part, 6> kParts{{
    {State::Include,
     &app::StageProgress::included,
     "include",
     QT_TRANSLATE_NOOP("winnow::gui::StageBar", "included")},
    {State::Maybe, &app::StageProgress::maybe, "maybe", QT_TRANSLATE_NOOP("winnow::gui::StageBar", "maybe")},
    {State::Conflict,
     &app::StageProgress::conflicts,
     "conflict",
     QT_TRANSLATE_NOOP("winnow::gui::StageBar", "in conflict")},
    {State::Exclude,
     &app::StageProgress::excluded,
     "exclude",
     QT_TRANSLATE_NOOP("winnow::gui::StageBar", "excluded")},
    {State::Pending,
     &app::StageProgress::pending,
     "pending",
     QT_TRANSLATE_NOOP("winnow::gui::StageBar", "wait for a second vote")},
    {State::Undecided,
     &app::StageProgress::undecided,
     "undecided",
     QT_TRANSLATE_NOOP("winnow::gui::StageBar", "left")},
}};

const char *titleOf(Stage stage)
{
    constexpr std::array kTitles{QT_TRANSLATE_NOOP("winnow::gui::StageBar", "Titles"),
                                 QT_TRANSLATE_NOOP("winnow::gui::StageBar", "Titles and abstracts"),
                                 QT_TRANSLATE_NOOP("winnow::gui::StageBar", "Full texts")};
    return kTitles.at(static_cast<std::size_t>(stage));
}

} // namespace

class StageBar::Bar : public QWidget
{
public:
    using QWidget::QWidget;

    app::StageProgress progress;

    [[nodiscard]] QSize sizeHint() const override { return {0, 8}; }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        const Theme &theme = currentTheme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath round;
        round.addRoundedRect(QRectF(rect()), height() / 2.0, height() / 2.0);
        painter.setClipPath(round);
        painter.fillRect(rect(), theme.hairline);
        double left = 0;
        for (const Part &part : kParts) {
            if (part.state == State::Undecided || part.state == State::Pending || progress.come == 0) {
                continue;
            }
            const double wide = static_cast<double>(width()) * static_cast<double>(progress.*part.count) /
                                static_cast<double>(progress.come);
            painter.fillRect(QRectF(left, 0, wide, height()), colourOf(part.state));
            left += wide;
        }
    }
};

StageBar::StageBar(Stage stage, QWidget *parent)
    : QWidget(parent)
    , m_stage(stage)
    , m_title(plainText(this, {}))
    , m_bar(new Bar(this))
    , m_parts(new QLabel(this))
{
    m_parts->setObjectName(QStringLiteral("stageParts"));
    m_parts->setTextFormat(Qt::RichText);
    m_parts->setWordWrap(true);
    m_parts->setTextInteractionFlags(Qt::LinksAccessibleByKeyboard | Qt::LinksAccessibleByMouse);
    m_bar->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_bar);
    layout->addWidget(m_parts);
    connect(m_parts, &QLabel::linkActivated, this, [this](const QString &link) {
        for (const Part &part : kParts) {
            if (link == QLatin1String(part.name)) {
                Q_EMIT wanted(m_stage, part.state);
            }
        }
    });
}

void StageBar::show(const app::StageProgress &progress)
{
    const std::int64_t settled = progress.included + progress.excluded + progress.maybe;
    m_title->setText(tr("%1   %2 of %3").arg(tr(titleOf(m_stage)), grouped(settled), grouped(progress.come)));
    m_bar->progress = progress;
    m_bar->update();
    QStringList parts;
    for (const Part &part : kParts) {
        if (progress.*part.count > 0) {
            parts
                << QStringLiteral(
                       "<a href='%1' style='color:%2; text-decoration:none; white-space:nowrap'>%3 %4 %5</a>")
                       .arg(QLatin1String(part.name),
                            colourOf(part.state).name(),
                            markOf(part.state),
                            grouped(progress.*part.count),
                            tr(part.words)
                                .toHtmlEscaped()
                                .replace(QLatin1Char(' '), QStringLiteral("&nbsp;")));
        }
    }
    m_parts->setText(parts.join(QStringLiteral(" &nbsp; ")));
    m_bar->setAccessibleName(m_title->text());
}

} // namespace winnow::gui
