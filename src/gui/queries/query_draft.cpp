#include "gui/queries/query_draft.h"

#include <QSettings>

namespace winnow::gui {

namespace {

/// The settings of all drafts, in the group of one review.
class Kept
{
public:
    explicit Kept(const QString &review) { m_settings.beginGroup(review); }

    QSettings &settings() { return m_settings; }

private:
    QSettings m_settings{
        QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Winnow"), QStringLiteral("queries")};
};

const QString kQuery = QStringLiteral("query");
const QString kIsStandard = QStringLiteral("isStandard");

} // namespace

std::optional<QueryDraft> draftOf(const QString &review)
{
    Kept kept(review);
    if (!kept.settings().contains(kQuery)) {
        return std::nullopt;
    }
    return QueryDraft{kept.settings().value(kQuery).toString(), kept.settings().value(kIsStandard).toBool()};
}

void keepDraft(const QString &review, const QueryDraft &draft)
{
    Kept kept(review);
    kept.settings().setValue(kQuery, draft.query);
    kept.settings().setValue(kIsStandard, draft.isStandard);
}

} // namespace winnow::gui
