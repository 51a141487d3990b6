#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/agreement.h"
#endif

#include <QWidget>

#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class NumbersPage;
}

namespace winnow::gui {

class Worker;

/// How far the screening is and how far the reviewers agree; draws pilot rounds. `worker` must outlive it.
class NumbersPage : public QWidget
{
    Q_OBJECT

public:
    NumbersPage(Worker &worker, Stage stage, QWidget *parent = nullptr);
    ~NumbersPage() override;

    void reload();

Q_SIGNALS:
    void told(const QString &text);
    void changed();

private:
    void drawPilot();
    [[nodiscard]] Stage stage() const;

    std::unique_ptr<Ui::NumbersPage> m_ui;
    Worker &m_worker;
    int m_run = 0; ///< number of the latest reading
};

} // namespace winnow::gui
