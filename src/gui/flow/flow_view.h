#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "flow/diagram.h"
#endif

#include <QWidget>

namespace winnow::gui {

/// Shows a flow diagram on paper white, scaled to the width of the widget.
class FlowView : public QWidget
{
    Q_OBJECT

public:
    explicit FlowView(QWidget *parent = nullptr);

    void setDiagram(flow::Diagram diagram);

    [[nodiscard]] const flow::Diagram &diagram() const { return m_diagram; }

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    /// A box with a number was clicked; of PRISMA's numbering, as "box4".
    void boxChosen(const QString &box);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] double scale() const;
    [[nodiscard]] const flow::Box *boxAt(const QPointF &position) const;
    void setHighlighted(const std::string &box);

    flow::Diagram m_diagram;
    std::string m_highlighted;
};

} // namespace winnow::gui
