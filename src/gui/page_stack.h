#pragma once

#include <QStackedWidget>

namespace winnow::gui {

/// Pages of which one is shown, and which alone says how much room there must be: a page with much in it does
/// not make the others scroll.
class PageStack : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PageStack(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
};

} // namespace winnow::gui
