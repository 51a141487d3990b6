#pragma once

#include <QObject>

class QAction;
class QWidget;

namespace winnow::gui {

/// Of an action or a button that changes the review: set to true it is off while the review can only be read.
inline constexpr const char *kChangesReview = "changesReview";

/// Keeps what changes a review switched off, whatever a step says, as long as it lives.
class ReadOnlyGuard : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// All of a widget and within it that has the property kChangesReview.
    void guard(QWidget *widget);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void keepOff(QAction *action);
};

} // namespace winnow::gui
