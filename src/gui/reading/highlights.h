#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "query/highlight.h"
#include "query/tree.h"
#endif

#include <QString>
#include <QStringList>

#include <string_view>
#include <vector>

class QSettings;

namespace winnow::gui {

/// What words are marked for; each kind has its own line and ground.
enum class HighlightKind {
    Query,   ///< the search that found the record
    Include, ///< speak for the record
    Exclude, ///< speak against it
    Own,     ///< of the reviewer, with a letter
};

/// Words and phrases that are marked in every record; * and ? stand for letters as in a query.
struct HighlightGroup
{
    HighlightKind kind = HighlightKind::Include;
    QString name;
    QStringList terms;

    bool operator==(const HighlightGroup &) const = default;
};

/// A stretch of a text that a group marks.
struct MarkedSpan
{
    query::TextSpan span;
    std::size_t group = 0; ///< by place; Highlighter::kQuery: the search

    bool operator==(const MarkedSpan &) const = default;
};

/// Finds what is to be marked. Words are compared as the query language compares them: with their variants,
/// letter case and accents aside; several words of a line are a phrase.
class Highlighter
{
public:
    static constexpr std::size_t kQuery = static_cast<std::size_t>(-1);

    Highlighter() = default;

    /// `query` may be nullptr.
    Highlighter(std::vector<HighlightGroup> groups, query::NodePtr query);

    [[nodiscard]] const std::vector<HighlightGroup> &groups() const { return m_groups; }

    /// Ascending and without overlap: what a later group marks goes before what an earlier one does, and all
    /// before the search.
    [[nodiscard]] std::vector<MarkedSpan> spans(query::Field field, std::string_view text) const;

    [[nodiscard]] HighlightKind kindOf(std::size_t group) const;

    /// "A" of the first own group; empty for the other kinds.
    [[nodiscard]] QString letterOf(std::size_t group) const;

private:
    std::vector<HighlightGroup> m_groups;
    std::vector<query::NodePtr> m_terms; ///< by group; nullptr: none
    query::NodePtr m_query;
};

/// The groups of a review on this machine: those for and against, and the reviewer's own. Without a store
/// there are none, and none are kept.
[[nodiscard]] std::vector<HighlightGroup> highlightsOf(QSettings *store, const QString &review);
void keepHighlights(QSettings *store, const QString &review, const std::vector<HighlightGroup> &groups);

} // namespace winnow::gui
