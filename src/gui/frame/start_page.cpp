#include "gui/frame/start_page.h"

#include "ui_start_page.h"

namespace winnow::gui {

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::StartPage>())
{
    m_ui->setupUi(this);
    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 2);
    title.setWeight(QFont::DemiBold);
    m_ui->startTitle->setFont(title);
    connect(m_ui->newButton, &QPushButton::clicked, this, &StartPage::newWanted);
    connect(m_ui->openButton, &QPushButton::clicked, this, &StartPage::openWanted);
}

StartPage::~StartPage() = default;

} // namespace winnow::gui
