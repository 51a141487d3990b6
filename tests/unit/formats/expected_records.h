#pragma once

#include "model/record.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace winnow::formats {

/// A record as another program's tests expect it. Fields that it says nothing of are empty.
struct ExpectedRecord
{
    Record record;
    std::optional<RecordType> type; ///< nothing where the other program's type has no counterpart
};

/// An input file and the file with what another program reads out of it.
struct ExpectedPair
{
    std::filesystem::path input;
    std::filesystem::path expected;
};

/// The pairs of a folder, by the names that such files have: NAME.x with NAME.expected.json, NAME.json,
/// NAME_result.bib, NAME_expected.bib or NAME.bib.
[[nodiscard]] std::vector<ExpectedPair> expectedPairs(const std::filesystem::path &folder);

/// What the file says: Zotero items, the tree of biblatex-csl-converter, or BibTeX. Nothing when it is none
/// of these.
[[nodiscard]] std::optional<std::vector<ExpectedRecord>> expectedRecords(const std::filesystem::path &path);

} // namespace winnow::formats
