// The widgets of a screening, and where they stand.
#include "gui/page_stack.h"
#include "gui/reading/reading_pane.h"
#include "gui/row_parts.h"
#include "gui/screening/aside_pane.h"
#include "gui/screening/decision_bar.h"
#include "gui/screening/progress_strip.h"
#include "gui/screening/screening_list.h"
#include "gui/screening/screening_step.h"
#include "gui/screening/stage_page.h"
#include "gui/screening/stopping_page.h"
#include "gui/theme.h"
#include "gui/wrap_layout.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace winnow::gui {

namespace {

constexpr int kMargin = 24;
constexpr int kListWidth = 340;
constexpr int kAsideWidth = 280;
constexpr int kRecordWidth = 700;

QPushButton *quietButton(QWidget *parent, const char *name, const QString &text)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

/// A button that is pressed while its action is on.
QPushButton *switchOf(QWidget *parent, const char *name, const QString &text, QAction *action)
{
    QPushButton *button = quietButton(parent, name, text);
    button->setCheckable(true);
    button->setChecked(action->isChecked());
    button->setToolTip(action->text() + QStringLiteral("  ") +
                       action->shortcut().toString(QKeySequence::NativeText));
    letTrigger(button, action);
    QObject::connect(action, &QAction::toggled, button, &QPushButton::setChecked);
    QObject::connect(
        action, &QAction::changed, button, [button, action] { button->setEnabled(action->isEnabled()); });
    return button;
}

} // namespace

void ScreeningStep::makeParts()
{
    const Stage first = m_screens == Screens::FullText ? Stage::FullText : Stage::TitleAbstract;
    m_parts = new PageStack(this);
    QWidget *tools = toolRow();
    m_parts->addWidget(readPart());
    m_stagePage = new StagePage(review(), first, m_parts);
    m_stoppingPage = new StoppingPage(session().reader(), session().writer(), first, m_parts);
    for (const QWidget *page : std::initializer_list<QWidget *>{m_stagePage, m_stoppingPage}) {
        page->layout()->setContentsMargins(kMargin, kMargin / 2, kMargin, kMargin / 2);
    }
    m_parts->addWidget(m_stagePage);
    m_parts->addWidget(m_stoppingPage);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(tools);
    rows->addWidget(m_parts, 1);
}

void ScreeningStep::addPart(Step *part, const QString &name, const QString &title)
{
    part->setObjectName(name);
    m_parts->addWidget(part);
    const int at = m_tabs->addTab(title);
    m_tabs->updateGeometry(); // it says so itself only while it is seen
    connect(part, &Step::searchProblem, this, &Step::searchProblem);
    addStepAction(qPrintable(name + QStringLiteral("PartAction")), tr("Show %1").arg(title), {}, [this, at] {
        m_tabs->setCurrentIndex(at);
    });
}

QWidget *ScreeningStep::toolRow()
{
    auto *row = new QWidget(this);
    m_tabs = new QTabBar(row);
    m_tabs->setObjectName(QStringLiteral("partTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Parts of the step"));
    for (const Doing part : {Doing::ShowRead, Doing::ShowSettings, Doing::ShowStopping}) {
        m_tabs->addTab(m_actions->of(part)->text());
    }
    m_stageBox = new QComboBox(row);
    m_stageBox->setObjectName(QStringLiteral("screenedBox"));
    m_stageBox->setAccessibleName(tr("Stage"));
    m_stageBox->setFocusPolicy(Qt::TabFocus);
    m_readTools = new QWidget(row);
    m_workThrough = switchOf(m_readTools,
                             "workThroughButton",
                             m_actions->of(Doing::WorkThrough)->text(),
                             m_actions->of(Doing::WorkThrough));
    m_listButton = quietButton(m_readTools, "listEndButton", {});
    m_workThrough->hide();
    m_listButton->hide();
    auto *tools = new QHBoxLayout(m_readTools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(8);
    tools->addWidget(m_listButton);
    tools->addWidget(m_workThrough);
    tools->addWidget(m_stageBox);
    tools->addWidget(ordersButton(m_readTools));
    tools->addWidget(switchOf(m_readTools, "listButton", tr("List"), m_actions->of(Doing::List)));
    tools->addWidget(switchOf(m_readTools, "maskButton", tr("Mask"), m_actions->of(Doing::Mask)));
    tools->addWidget(moreButton(m_readTools));
    auto *columns = new QHBoxLayout(row);
    columns->setContentsMargins(kMargin, 0, kMargin, 4);
    columns->addWidget(m_tabs);
    columns->addStretch();
    columns->addWidget(m_readTools);
    wrap({columns});
    QSizePolicy policy = m_readTools->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the tabs stay where they are
    m_readTools->setSizePolicy(policy);
    return row;
}

QPushButton *ScreeningStep::ordersButton(QWidget *parent)
{
    QPushButton *button = quietButton(parent, "orderButton", {});
    auto *menu = newMenu(button);
    for (const Doing order : {Doing::OrderImport, Doing::OrderRank, Doing::OrderRandom}) {
        QAction *action = m_actions->of(order);
        menu->addAction(action);
        connect(action, &QAction::toggled, button, [button, action](bool isOn) {
            if (isOn) {
                button->setText(action->text());
            }
        });
    }
    button->setText(m_actions->of(Doing::OrderImport)->text());
    button->setAccessibleName(tr("Order"));
    button->setMenu(menu);
    return button;
}

QPushButton *ScreeningStep::moreButton(QWidget *parent)
{
    QPushButton *button = quietButton(parent, "moreButton", tr("More"));
    auto *menu = newMenu(button);
    for (const Act act :
         {Act::FullText, Act::Criteria, Act::Why, Act::Label, Act::Note, Act::ExcludeWithReason}) {
        menu->addAction(m_actions->of(act));
    }
    menu->addSeparator();
    for (const Doing doing : {Doing::Highlights, Doing::Labels, Doing::Bulk}) {
        menu->addAction(m_actions->of(doing));
    }
    button->setMenu(menu);
    return button;
}

QWidget *ScreeningStep::readPart()
{
    auto *part = new QWidget(m_parts);
    part->setObjectName(QStringLiteral("readPart"));
    m_strip = new ProgressStrip(part);
    m_splitter = new QSplitter(part);
    m_splitter->setObjectName(QStringLiteral("readSplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    makeList();
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(recordPart(m_splitter));
    m_aside = new AsidePane(m_actions->of(Act::Label), m_actions->of(Act::Note), m_splitter);
    m_splitter->addWidget(m_aside);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({kListWidth, kRecordWidth, kAsideWidth});
    m_bar = new DecisionBar({m_actions->of(Act::Exclude),
                             m_actions->of(Act::Maybe),
                             m_actions->of(Act::Include),
                             m_actions->of(Act::Skip),
                             m_actions->of(Act::Back)},
                            part);
    auto *rows = new QVBoxLayout(part);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_strip);
    rows->addWidget(m_splitter, 1);
    rows->addWidget(m_bar);
    return part;
}

void ScreeningStep::makeList()
{
    m_list = new QListView(m_splitter);
    m_list->setObjectName(QStringLiteral("recordList"));
    m_list->setAccessibleName(tr("Records of the stage"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ScreeningDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumWidth(kListWidth / 2);
    m_list->hide();
}

QWidget *ScreeningStep::recordPart(QWidget *parent)
{
    auto *part = new QWidget(parent);
    m_places = new QStackedWidget(part);
    m_places->setObjectName(QStringLiteral("readingPlace"));
    m_pane = new ReadingPane(m_places);
    m_pane->setObjectName(QStringLiteral("recordText"));
    m_places->addWidget(m_pane);
    m_legend = new QLabel(part);
    m_legend->setObjectName(QStringLiteral("legendLabel"));
    m_legend->setTextFormat(Qt::RichText);
    m_legend->setContentsMargins(24, 4, 24, 4);
    m_legend->setAccessibleName(tr("What the marks mean"));
    auto *rows = new QVBoxLayout(part);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_places, 1);
    rows->addWidget(m_legend);
    part->setMinimumWidth(kListWidth);
    return part;
}

} // namespace winnow::gui
