// Words of the pages that are chosen by keys.
#include "gui/pages/page_view.h"
#include "gui/pages/word_steps.h"
#include "gui/shown.h"

#include <QKeyEvent>

#include <algorithm>

namespace winnow::gui {

/// The place that was found, where it is in sight, else the first word there.
std::optional<app::WordPlace> PageView::firstToChoose()
{
    if (m_finding.current >= 0) {
        const auto &found = m_finding.places[static_cast<std::size_t>(m_finding.current)];
        const auto [first, last] = seenPages();
        const int page = static_cast<int>(found.page);
        if (page >= first && page <= last) {
            return m_texts.contains(page) ? std::optional(app::WordPlace{found.page, found.first})
                                          : std::nullopt;
        }
    }
    const QPoint corner = paperOf(currentPage()).topLeft();
    return wordUnder(QPointF(corner.x(), std::max(0, corner.y())));
}

void PageView::chooseWords()
{
    if (pageCount() == 0) {
        return;
    }
    clearSelection();
    const auto start = firstToChoose();
    const app::SharedText text = m_texts.value(currentPage());
    if (start) {
        m_choosesWords = true;
        m_anchor = start;
        chooseTo(*start);
        Q_EMIT told(tr("Arrows lead from word to word, with Shift they select. Esc ends."));
    } else if (text && text->words.empty()) {
        tellNoText();
    } else {
        m_wantsToChoose = true; // when the text is read
    }
}

void PageView::chooseTo(app::WordPlace word)
{
    const auto page = static_cast<int>(word.page);
    const app::SharedText text = m_texts.value(page);
    selectTo(word);
    bringIntoSight(page, rectOf(text->words[word.word].box));
    setAccessibleDescription(shown(text->words[word.word].text));
}

bool PageView::chooseByKey(const QKeyEvent &event)
{
    if (!m_choosesWords || !m_head) {
        return false;
    }
    const auto page = static_cast<int>(m_head->page);
    const app::SharedText text = m_texts.value(page);
    const bool isKnown = text && m_head->word < text->words.size();
    const auto step = wordStepOf(event, isKnown && shown(text->words[m_head->word].text).isRightToLeft());
    if (!step) {
        return false;
    }
    if (!isKnown) {
        goToPage(page); // it was scrolled out of sight, and its text let go
        return true;
    }
    std::optional<app::WordPlace> next;
    if (const auto word = wordAfterStep(*text, m_head->word, *step)) {
        next = {m_head->page, *word};
    } else {
        next = wordOfNextPage(page, *step == WordStep::Before || *step == WordStep::LineAbove ? -1 : 1);
    }
    if (next) {
        if (!event.modifiers().testFlag(Qt::ShiftModifier)) {
            m_anchor = next;
        }
        chooseTo(*next);
    }
    return true;
}

/// Pages without words are passed over, as far as their text is read.
std::optional<app::WordPlace> PageView::wordOfNextPage(int page, int step) const
{
    app::SharedText text;
    do {
        page += step;
        text = m_texts.value(page);
    } while (text && text->words.empty());
    return text ? std::optional(
                      app::WordPlace{static_cast<std::size_t>(page), step > 0 ? 0 : text->words.size() - 1})
                : std::nullopt;
}

/// While words are chosen, the keys for that are no shortcuts of what is around.
bool PageView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_choosesWords) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (wordStepOf(key, false)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

} // namespace winnow::gui
