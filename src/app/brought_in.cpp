#include "app/brought_in.h"

#include <algorithm>

namespace winnow::app {

void headIfOthersSpeak(std::vector<store::EventDraft> &drafts, std::string_view actor)
{
    const bool othersSpeak = std::ranges::any_of(drafts, [&](const store::EventDraft &draft) {
        return !draft.reviewer.empty() && draft.reviewer != actor;
    });
    if (othersSpeak) {
        store::EventDraft head;
        head.kind = EventKind::BroughtIn;
        head.subjectKind = "review";
        drafts.insert(drafts.begin(), std::move(head));
    }
}

} // namespace winnow::app
