#pragma once

#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace winnow::gui {

/// A thin row of tools that leaves out some where there is no room for all, so that it never makes a place
/// wider.
class FittingRow : public QWidget
{
    Q_OBJECT

public:
    explicit FittingRow(QWidget *parent = nullptr);

    /// Tools of a higher rank are left out first; those of 0 stay.
    void add(QWidget *tool, int rank);
    void addStretch();

    /// Whether a tool is of use now; one that is not takes no room.
    void setOfUse(QWidget *tool, bool isOfUse);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Tool
    {
        QWidget *widget = nullptr;
        int rank = 0;
        bool isOfUse = true;
    };

    [[nodiscard]] int widthUpTo(int rank) const;
    void fit();

    std::vector<Tool> m_tools;
    QHBoxLayout *m_row;
};

} // namespace winnow::gui
