#pragma once

#include <QWidget>

#include <vector>

class QPushButton;

namespace winnow::gui {

/// Something that the list is kept to.
struct Chip
{
    QString id;   ///< handed back when it is removed
    QString text; ///< "Label: women"
};

/// What the list is kept to, a button each: a press takes it away. Hidden while there is nothing.
class ChipBar : public QWidget
{
    Q_OBJECT

public:
    explicit ChipBar(QWidget *parent = nullptr);

    void setChips(const std::vector<Chip> &chips);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

    [[nodiscard]] int heightForWidth(int width) const override { return place(width, false); }

    [[nodiscard]] QSize sizeHint() const override { return {width(), place(width(), false)}; }

Q_SIGNALS:
    void removed(const QString &id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int place(int width, bool isMoving) const;

    std::vector<QPushButton *> m_buttons;
};

} // namespace winnow::gui
