#pragma once

#include "app/workspace.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// A copy of a review in the folder NAME.backups beside it.
struct Backup
{
    std::filesystem::path file;
    std::chrono::sys_time<std::chrono::milliseconds> time;
    std::uintmax_t bytes = 0;
};

[[nodiscard]] std::filesystem::path backupFolder(const std::filesystem::path &review);

/// Copies the review as it stands into its folder of backups and deletes there those that surplusBackups()
/// names. Others may work on the review meanwhile.
[[nodiscard]] Result<Backup> backUp(Workspace &workspace);

/// Copies the review as it stands to a new file; fails with AlreadyExists.
[[nodiscard]] Result<void> backUpTo(Workspace &workspace, const std::filesystem::path &file);

/// backUp(), where the newest backup is older than a day (where there is none: the review is), something was
/// added to the review since, and the review may be written. Costs nothing to speak of otherwise.
[[nodiscard]] Result<std::optional<Backup>> backUpWhenDue(Workspace &workspace);

/// The backups of a review, the newest first; other files in the folder are left out.
[[nodiscard]] Result<std::vector<Backup>> backups(const std::filesystem::path &review);

struct RestoreOutcome
{
    std::filesystem::path restored; ///< what the review is a copy of now
    std::filesystem::path before;   ///< where what it was before is kept; empty where there was no file
    bool wasDamaged = false;        ///< `before` could not be read as a review
};

/// Makes the review what `backup` holds: a path, or a name in the folder of backups. What the review is now
/// is kept as a backup first, also where it is damaged. Changes nothing unless the backup is sound and of the
/// same review.
[[nodiscard]] Result<RestoreOutcome> restoreBackup(const std::filesystem::path &review,
                                                   const std::filesystem::path &backup,
                                                   const Services &services);

/// Which of several backups can go, as places in `times`: kept are the ten newest and, of the older ones, the
/// newest of each week (from Monday, UTC).
[[nodiscard]] std::vector<std::size_t>
surplusBackups(std::span<const std::chrono::sys_time<std::chrono::milliseconds>> times);

} // namespace winnow::app
