#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "screening/outcome.h"
#endif

#include <QWidget>

#include <array>

class QAction;
class QLabel;
class QPushButton;

namespace winnow::gui {

/// The actions that the bar has buttons for.
struct DecisionActions
{
    QAction *exclude = nullptr;
    QAction *maybe = nullptr;
    QAction *include = nullptr;
    QAction *skip = nullptr;
    QAction *back = nullptr;
    QAction *undo = nullptr;
};

/// The buttons under the record, each with its mark, word and key, and the line that says what was decided
/// last.
class DecisionBar : public QWidget
{
    Q_OBJECT

public:
    explicit DecisionBar(const DecisionActions &actions, QWidget *parent = nullptr);

    /// What was done last, of which record; empty: nothing yet.
    void setLast(screening::State state, const QString &what, const QString &title);
    void clearLast();

    /// Where a list of reasons is to be shown.
    [[nodiscard]] QPushButton *excludeButton() const { return m_exclude; }

    /// The keys of the actions, or the colours, are others now.
    void showLook();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Button
    {
        QPushButton *button = nullptr;
        QAction *action = nullptr;
        QString text;
        screening::State state = screening::State::Undecided; ///< whose colour it has
    };

    [[nodiscard]] Button add(QAction *action, const char *name, const QString &text, screening::State state);
    void fitLast();

    std::array<Button, 6> m_buttons;
    QPushButton *m_exclude = nullptr;
    QPushButton *m_undo = nullptr;
    QLabel *m_mark;
    QLabel *m_last;
    QString m_lastText;
};

} // namespace winnow::gui
