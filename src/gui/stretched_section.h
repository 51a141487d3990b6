#pragma once

#include <QObject>

class QHeaderView;

namespace winnow::gui {

/// Keeps a section of a header as wide as the others leave room for, but never narrower than it needs: then
/// the table scrolls to the side. (A section that Qt stretches is squeezed to a few letters instead.)
class StretchedSection : public QObject
{
    Q_OBJECT

public:
    /// Belongs to the header, which lies across.
    StretchedSection(QHeaderView *header, int section, int least);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QHeaderView *m_header;
    int m_section;
    int m_least; ///< pixels
};

} // namespace winnow::gui
