#pragma once

#include "app/workspace.h"
#include "store/bundles.h"

#include <filesystem>
#include <vector>

namespace winnow::app {

/// Writes what one reviewer said, or all where `reviewer` is empty, into a bundle; returns the number of its
/// bytes.
[[nodiscard]] Result<std::int64_t>
exportBundle(Workspace &workspace, std::string_view reviewer, const std::filesystem::path &file);

/// Takes in what a bundle brings; see store::Bundles.
[[nodiscard]] Result<store::BundleOutcome> mergeBundle(Workspace &workspace,
                                                       const std::filesystem::path &file);

struct SyncedBundle
{
    std::filesystem::path file;
    Result<store::BundleOutcome> outcome; ///< a bundle that cannot be read does not keep the others out
};

/// Meets the other reviewers in a folder that all share: takes in every bundle of it and puts there, in place
/// of the one before, what the current reviewer said.
[[nodiscard]] Result<std::vector<SyncedBundle>> syncFolder(Workspace &workspace,
                                                           const std::filesystem::path &folder);

} // namespace winnow::app
