#pragma once

#include "app/standing.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace winnow::app {

/// A label and on how many records it is.
struct LabelCount
{
    std::string label;
    std::int64_t records = 0;
};

/// A note that a reviewer wrote on a record.
struct RecordNote
{
    std::string reviewer;
    std::string text;
    std::string atUtc;
};

/// What hangs on a record, as far as the current reviewer may see it.
struct RecordMarks
{
    std::vector<std::string> labels; ///< each once, in alphabetical order
    std::vector<RecordNote> notes;   ///< the latest of each reviewer
};

/// Labels belong to who gives them: a reviewer adds, removes, renames and merges their own, and sees others'
/// when title and abstract are not blind or were opened. Each is one act that undo takes back.
[[nodiscard]] Result<void>
addLabel(Workspace &workspace, const std::string &label, std::span<const RecordId> records);
[[nodiscard]] Result<void>
removeLabel(Workspace &workspace, const std::string &label, std::span<const RecordId> records);

/// Calls all the reviewer's labels `from` by another name; where `to` is in use the two become one. Returns
/// on how many records.
[[nodiscard]] Result<std::int64_t>
renameLabel(Workspace &workspace, const std::string &from, const std::string &to);

/// Those that the reviewer may see, in alphabetical order.
[[nodiscard]] Result<std::vector<LabelCount>> labels(Workspace &workspace);

/// The records of every label that the reviewer may see, by the records that stand for their groups.
[[nodiscard]] Result<std::map<std::string, std::set<RecordId>>> recordsOfLabels(Workspace &workspace);

/// The latest note of each reviewer on every record, as far as the reviewer may see them, in order of their
/// names.
[[nodiscard]] Result<std::map<RecordId, std::vector<RecordNote>>> notesOfRecords(Workspace &workspace);

/// The records with a label that the reviewer may see, ascending.
[[nodiscard]] Result<std::vector<RecordId>> recordsLabelled(Workspace &workspace, const std::string &label);

/// Puts the reviewer's note on a record, in place of an earlier one; an empty one removes it.
[[nodiscard]] Result<void> writeNote(Workspace &workspace, RecordId record, const std::string &note);

[[nodiscard]] Result<RecordMarks> marksOf(Workspace &workspace, RecordId record);

} // namespace winnow::app
