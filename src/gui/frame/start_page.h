#pragma once

#include <QWidget>

#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class StartPage;
}

namespace winnow::gui {

/// What is seen while no review is open.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);
    ~StartPage() override;

Q_SIGNALS:
    void newWanted();
    void openWanted();

private:
    std::unique_ptr<Ui::StartPage> m_ui;
};

} // namespace winnow::gui
