#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "flow/diagram.h"
#endif

#include <QWidget>

#include <map>
#include <string>
#include <vector>

namespace winnow::gui {

/// Shows a flow diagram on paper white. Tab and arrow keys go from box to box, Enter opens one.
class FlowView : public QWidget
{
    Q_OBJECT

public:
    enum class Scale {
        Fitted, ///< to the width of the widget
        Real,   ///< as large as it is printed
    };

    explicit FlowView(QWidget *parent = nullptr);

    void setScale(Scale scale);

    /// The box that is marked stays so where the new diagram has it.
    void setDiagram(flow::Diagram diagram);

    [[nodiscard]] const flow::Diagram &diagram() const { return m_diagram; }

    /// What is behind a box, by its id: "41 records: open". Only these can be opened.
    void setTips(std::map<std::string, QString> tips);

    /// Marks a box as if the pointer were over it; empty: none.
    void mark(const QString &box);

    [[nodiscard]] QString marked() const { return QString::fromStdString(m_highlighted); }

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] bool hasHeightForWidth() const override { return m_scale == Scale::Fitted; }

    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    /// A box with records was chosen; of PRISMA's numbering, as "box4".
    void boxChosen(const QString &box);

    /// What is behind the box that is marked now; empty: nothing.
    void tipChanged(const QString &tip);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool isNext) override;

private:
    [[nodiscard]] double scale() const;
    [[nodiscard]] const flow::Box *boxAt(const QPointF &position) const;
    [[nodiscard]] std::vector<const flow::Box *> openable() const;
    void setHighlighted(const std::string &box);
    bool step(int by);
    void goTowards(int x, int y);

    flow::Diagram m_diagram;
    std::map<std::string, QString> m_tips;
    std::string m_highlighted;
    Scale m_scale = Scale::Fitted;
};

} // namespace winnow::gui
