#include "gui/team/bundle_text.h"

#include "gui/shown.h"

#include <QCoreApplication>

#include <numeric>

namespace winnow::gui {

namespace {

/// The context of the texts.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(BundleText)
};

} // namespace

std::int64_t addedBy(const store::BundleOutcome &outcome)
{
    return std::accumulate(outcome.added.begin(),
                           outcome.added.end(),
                           std::int64_t{0},
                           [](std::int64_t sum, const auto &entry) { return sum + entry.second; });
}

QString bundleText(const Result<store::BundleOutcome> &outcome)
{
    if (!outcome) {
        return shown(outcome.error().message);
    }
    QString text =
        Texts::tr("%Ln event(s) of %1: %2 new, %3 known already.", nullptr, static_cast<int>(outcome->read))
            .arg(outcome->reviewer.empty() ? Texts::tr("all reviewers") : shown(outcome->reviewer))
            .arg(addedBy(*outcome))
            .arg(outcome->known);
    for (const auto &[kind, count] : outcome->added) {
        text += Texts::tr("\n    %1 of the kind %2").arg(count).arg(shown(kind));
    }
    for (const auto &[what, count] : outcome->waiting) {
        text += Texts::tr("\n    %1 kept for later, since each speaks of %2").arg(count).arg(shown(what));
    }
    return text;
}

} // namespace winnow::gui
