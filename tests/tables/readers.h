#pragma once

#include "evidence/printed.h"

#include <string>
#include <vector>

namespace winnow::publish::test {

/// A table as a program read it, or as it should: texts without white space, numbers of lists left out;
/// "(covered)" for cells that are merged with another.
using ReadTable = std::vector<std::vector<std::string>>;

/// How a program that cannot merge shows cells that are covered.
enum class Covered { Told, Blank };

/// Names first, or the groups above them where `hasGroups`.
[[nodiscard]] ReadTable expectedTable(const evidence::PrintedTable &table, Covered covered, bool hasGroups);

/// The first table of a flat OpenDocument file, with how many lists its cells hold.
[[nodiscard]] ReadTable readFlatOdt(const std::string &xml, std::size_t &lists);

/// The first table of pandoc's JSON, with how many numbered lists its cells hold.
[[nodiscard]] ReadTable readPandoc(const std::string &json, std::size_t &lists);

/// The rows of a CSV file.
[[nodiscard]] ReadTable readCsv(const std::string &csv);

/// How many cells of a table hold lists.
[[nodiscard]] std::size_t listsOf(const evidence::PrintedTable &table);

/// Text without any white space, to compare what was broken into lines elsewhere.
[[nodiscard]] std::string squeezed(std::string_view text);

} // namespace winnow::publish::test
