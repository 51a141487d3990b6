#pragma once

#include "app/decide.h"
#include "app/standing.h"
#include "app/workspace.h"
#include "support/temp_folder.h"

#include <memory>
#include <string>
#include <vector>

namespace winnow::app::test {

/// A clock that goes on by ten seconds each time it is read.
class TickingClock final : public Clock
{
public:
    [[nodiscard]] std::string nowUtc() const override;

private:
    mutable int m_ticks = 0;
};

/// One review of records 1 to `records`, each named "r1", "r2" ..., and reviewers who work on it.
class Team
{
public:
    explicit Team(int records);
    explicit Team(const std::vector<Record> &records);

    /// The review as `reviewer` has it open.
    [[nodiscard]] std::unique_ptr<Workspace> as(const std::string &reviewer);

    /// Records a decision; fails the test where it is refused.
    void decide(const std::string &reviewer,
                std::int64_t record,
                Verdict verdict,
                const std::string &reason = {},
                Stage stage = Stage::TitleAbstract);

    /// The same records as duplicates of the first of them.
    void merge(const std::vector<RecordId> &members);

    void set(const StageSettings &settings);

    /// How the record stands in the eyes of `reviewer`.
    [[nodiscard]] Standing standing(const std::string &reviewer, std::int64_t record);

private:
    winnow::test::TempFolder m_folder;
    TickingClock m_clock;
    RandomUuidSource m_uuids{11};
};

} // namespace winnow::app::test
