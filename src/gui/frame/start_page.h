#pragma once

#include "gui/frame/recent_reviews.h"

#include <QWidget>

#include <memory>

class QListWidgetItem;

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class StartPage;
}

namespace winnow::gui {

/// What is seen while no review is open: reviews of before, and how to begin.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);
    ~StartPage() override;

    /// The latest first; those whose file is gone say so.
    void setRecent(const std::vector<RecentReview> &reviews);

    /// What happened, such as why a review could not be opened; empty: nothing.
    void tell(const QString &text, bool canRestore);

Q_SIGNALS:
    void newWanted();
    void openWanted();
    void exampleWanted();
    void reviewWanted(const QString &path);
    void removeWanted(const QString &path);
    void restoreWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void openItem(const QListWidgetItem *item);
    void fitButtons();
    void fitWidth();

    std::unique_ptr<Ui::StartPage> m_ui;
};

} // namespace winnow::gui
