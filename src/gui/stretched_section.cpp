#include "gui/stretched_section.h"

#include <QEvent>
#include <QHeaderView>

#include <algorithm>

namespace winnow::gui {

StretchedSection::StretchedSection(QHeaderView *header, int section, int least)
    : QObject(header)
    , m_header(header)
    , m_section(section)
    , m_least(least)
{
    header->installEventFilter(this);
    connect(header, &QHeaderView::sectionResized, this, [this](int resized) {
        if (resized != m_section) {
            fit();
        }
    });
}

bool StretchedSection::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_header && event->type() == QEvent::Resize) {
        fit();
    }
    return false;
}

void StretchedSection::fit()
{
    const int others = m_header->length() - m_header->sectionSize(m_section);
    m_header->resizeSection(m_section, std::max(m_least, m_header->width() - others));
}

} // namespace winnow::gui
