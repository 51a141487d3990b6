#include "gui/screening/aside_pane.h"

#include "gui/row_parts.h"
#include "gui/screening/criteria_html.h"
#include "gui/shown.h"
#include "gui/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace winnow::gui {

namespace {

constexpr int kMargin = 16;

QTextBrowser *sideText(QWidget *parent, const char *name, const QString &accessibleName)
{
    auto *view = new QTextBrowser(parent);
    view->setObjectName(QString::fromLatin1(name));
    view->setAccessibleName(accessibleName);
    view->setFrameShape(QFrame::NoFrame);
    view->setFocusPolicy(Qt::ClickFocus);
    view->setOpenLinks(false);
    view->document()->setDocumentMargin(kMargin);
    return view;
}

QPushButton *buttonOf(QAction *action, const char *name, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setFlat(true);
    button->setFocusPolicy(Qt::TabFocus);
    const auto show = [button, action] {
        button->setText(action->text() + QStringLiteral("  ") +
                        action->shortcut().toString(QKeySequence::NativeText));
        button->setEnabled(action->isEnabled());
    };
    QObject::connect(action, &QAction::changed, button, show);
    letTrigger(button, action);
    show();
    return button;
}

/// A hairline between parts.
class Divider : public QWidget
{
public:
    explicit Divider(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(1);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter(this).fillRect(rect(), currentTheme().hairline);
    }
};

QString chipOf(const std::string &label)
{
    return QStringLiteral("<span style=\"background-color:%1; color:%2;\">&nbsp;%3&nbsp;</span>")
        .arg(currentTheme().highlight.name(), currentTheme().text.name(), shown(label).toHtmlEscaped());
}

} // namespace

AsidePane::AsidePane(QAction *label, QAction *note, QWidget *parent)
    : QWidget(parent)
    , m_criteria(sideText(this, "criteriaView", tr("Criteria of the stage")))
    , m_labels(new QLabel(this))
    , m_notes(quietText(this, {}))
    , m_why(sideText(this, "whyView", tr("Why this place")))
{
    m_labels->setObjectName(QStringLiteral("labelsLabel"));
    m_labels->setTextFormat(Qt::RichText);
    m_labels->setWordWrap(true);
    m_labels->setOpenExternalLinks(false);
    m_notes->setObjectName(QStringLiteral("notesLabel"));
    auto *marks = new QVBoxLayout;
    marks->setContentsMargins(kMargin, 12, kMargin, 12);
    marks->setSpacing(8);
    marks->addWidget(m_labels);
    marks->addWidget(m_notes);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(buttonOf(label, "labelButton", this));
    buttons->addWidget(buttonOf(note, "noteButton", this));
    buttons->addStretch();
    marks->addLayout(buttons);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_criteria, 1);
    rows->addWidget(new Divider(this));
    rows->addLayout(marks);
    rows->addWidget(new Divider(this));
    rows->addWidget(m_why, 1);
    rows->addStretch();
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_why->hide();
    showMarks({});
}

void AsidePane::showCriteria(const StageSettings &settings, bool isWanted)
{
    const QString html = criteriaHtml(settings);
    m_criteria->setHtml(html);
    m_criteria->setVisible(isWanted && !html.isEmpty());
}

void AsidePane::showMarks(const app::RecordMarks &marks)
{
    QString labels;
    for (const std::string &label : marks.labels) {
        labels += chipOf(label) + QStringLiteral("&nbsp; ");
    }
    QStringList notes;
    for (const app::RecordNote &note : marks.notes) {
        notes << tr("Note of %1: %2").arg(shown(note.reviewer), shown(note.text));
    }
    m_labels->setText(labels);
    m_labels->setVisible(!labels.isEmpty());
    m_notes->setText(notes.join(QStringLiteral("\n\n")));
    m_notes->setVisible(!notes.isEmpty());
}

void AsidePane::showWhy(const QString &html)
{
    m_why->setHtml(html);
}

void AsidePane::setWhyShown(bool isShown)
{
    m_why->setVisible(isShown);
}

} // namespace winnow::gui
