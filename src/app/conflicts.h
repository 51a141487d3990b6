#pragma once

#include "app/standing.h"

#include <string>
#include <vector>

namespace winnow::app {

/// Why the decisions on a record do not go together.
enum class ConflictKind {
    Verdicts,   ///< some would exclude it, others not
    Reasons,    ///< all exclude it, for different reasons
    Duplicates, ///< one reviewer judged its duplicates differently
};

struct Conflict
{
    RecordId record;
    std::string key;
    std::string title;
    Stage stage = Stage::TitleAbstract;
    ConflictKind kind = ConflictKind::Verdicts;
    std::vector<Decision>
        decisions;       ///< that the reviewer may see; where votes are hidden, none but their own
    bool isOpen = false; ///< all may see all of it
};

/// Every conflict, of one stage where given, by record. Fails where the stage names others to settle its
/// conflicts.
[[nodiscard]] Result<std::vector<Conflict>> conflicts(Workspace &workspace, std::optional<Stage> stage);

struct ResolveRequest
{
    RecordId record;
    Stage stage = Stage::TitleAbstract;
    Verdict verdict = Verdict::Include;
    std::string reason;
    std::string note;
    bool isConsensus = true; ///< otherwise the current reviewer decides as a third person
};

/// Settles a conflict, or settles it anew; the votes stay as they are. Fails where there is none, where a
/// reason is wanting, or where the third person has voted.
[[nodiscard]] Result<void> resolve(Workspace &workspace, const ResolveRequest &request);

} // namespace winnow::app
