#pragma once

#include "app/workspace.h"
#include "model/stage_settings.h"
#include "screening/outcome.h"

#include <array>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace winnow::app {

/// One thing for each stage.
template <class T>
class PerStage
{
public:
    T &operator[](Stage stage) { return m_values.at(static_cast<std::size_t>(stage)); }

    const T &operator[](Stage stage) const { return m_values.at(static_cast<std::size_t>(stage)); }

private:
    std::array<T, kStages.size()> m_values;
};

/// How a group of duplicates stands. Where titles are screened alone first, what was excluded there counts as
/// excluded at title and abstract.
struct Standing
{
    PerStage<screening::Outcome> outcomes; ///< what holds; not for the eyes of a reviewer
    PerStage<screening::Outcome> seen;     ///< what the reviewer may know of it
    std::vector<Decision> said;            ///< all decisions; not for the eyes of a reviewer either
    std::vector<Decision> decisions;       ///< those of them that the reviewer may see
    PerStage<std::optional<Resolution>> resolutions;
    PerStage<bool> isOpen; ///< the reviewer may see all that was said at the stage
};

/// The rules by which decisions are read, and the one place where blinding is done: every list, file and
/// window shows what `seen` and `decisions` say, the counting and the order of stages go by `outcomes`.
class Standings
{
public:
    /// Reads how the stages are screened and what was opened. `reviewer` is who looks.
    [[nodiscard]] static Result<Standings> of(Workspace &workspace);

    [[nodiscard]] const StageSettings &settings(Stage stage) const { return m_settings[stage]; }

    /// Whether the reviewer who looks may see what others said of a record at a stage.
    [[nodiscard]] bool isOpen(Stage stage, std::span<const RecordId> members) const;

    /// Whether the reviewer who looks may settle conflicts at a stage.
    [[nodiscard]] bool maySettle(Stage stage) const;

    /// Whether the reviewer who looks may say what holds for everybody of records at a stage: fails with
    /// Denied where others settle its conflicts, or where it is still blind.
    [[nodiscard]] Result<void> checkMayAgree(Stage stage, std::span<const RecordId> members) const;

    /// Of the group that `record` belongs to; its cost does not grow with the review.
    [[nodiscard]] Result<Standing> standing(Workspace &workspace, RecordId record) const;

    /// Of every group that something was said of, by the record that stands for it, ascending.
    [[nodiscard]] Result<std::map<RecordId, Standing>> all(Workspace &workspace) const;

private:
    [[nodiscard]] Standing stand(RecordId kept,
                                 std::span<const Decision> decisions,
                                 std::span<const Resolution> resolutions,
                                 std::span<const RecordId> members) const;
    /// Made by the reviewer who looks, or brought in by them, as from what another tool exported.
    [[nodiscard]] bool isOwn(const Decision &decision) const;
    [[nodiscard]] screening::Outcome seenOf(const screening::StageVotes &votes,
                                            const screening::Outcome &outcome,
                                            Stage stage,
                                            bool isOpen) const;

    std::string m_reviewer;
    PerStage<StageSettings> m_settings;
    PerStage<bool> m_isStageOpen;
    std::set<std::pair<RecordId, Stage>> m_opened;
};

/// Whether a record has come through all stages before `stage`; nullptr: nothing was said of it.
[[nodiscard]] bool hasCome(const Standings &standings, const Standing *standing, Stage stage);

/// On how many records something was said that the reviewer may not see yet.
[[nodiscard]] Result<std::int64_t> blindedRecords(Workspace &workspace);

/// Why somebody who may not settle the conflicts of a stage does not see them.
[[nodiscard]] Error notYours(const StageSettings &settings);

/// The stages that are used, in the order in which a record passes them.
[[nodiscard]] std::vector<Stage> stagesOf(const Standings &standings);

} // namespace winnow::app
