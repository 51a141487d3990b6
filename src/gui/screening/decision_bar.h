#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "screening/outcome.h"
#endif

#include <QWidget>

#include <array>

class QAction;
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
};

/// The buttons under the record, each with its mark, word and key.
class DecisionBar : public QWidget
{
    Q_OBJECT

public:
    explicit DecisionBar(const DecisionActions &actions, QWidget *parent = nullptr);

    /// Where a list of reasons is to be shown.
    [[nodiscard]] QPushButton *excludeButton() const { return m_exclude; }

    /// The keys of the actions, or the colours, are others now.
    void showLook();

    /// Of the verdicts: Skip and Back have their keys where there is no room for them.
    [[nodiscard]] QSize minimumSizeHint() const override;

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

    [[nodiscard]] int widthOf(std::size_t buttons) const;
    [[nodiscard]] Button add(QAction *action, const char *name, const QString &text, screening::State state);

    std::array<Button, 5> m_buttons;
    QPushButton *m_exclude = nullptr;
};

} // namespace winnow::gui
