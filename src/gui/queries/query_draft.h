#pragma once

#include <QString>

#include <optional>

namespace winnow::gui {

/// The query that is being written for a review. It is no part of the review before it was run or imported
/// with, so it stays in the settings of its writer.
struct QueryDraft
{
    QString query;
    bool isStandard = false; ///< AND binds first
};

/// Of the review with that uuid; nothing where none was ever kept.
[[nodiscard]] std::optional<QueryDraft> draftOf(const QString &review);

void keepDraft(const QString &review, const QueryDraft &draft);

} // namespace winnow::gui
