#pragma once

#include "publish/output.h"

#include <string>
#include <vector>

namespace winnow::publish::test {

/// A table that is written in all outputs and opened by the programs with which people read them.
struct TableCase
{
    std::string name; ///< of its files
    evidence::PrintedTable table;
};

/// The tables of the founding review, and tables that are hard to print.
[[nodiscard]] std::vector<TableCase> tableCases();

[[nodiscard]] const TableCase &tableCaseNamed(const std::vector<TableCase> &all, const std::string &name);

/// A document with every kind of block.
[[nodiscard]] Document documentCase();

/// Rows of the size that reviews have, with merged categories, lists and `references` references.
[[nodiscard]] evidence::PrintedTable
largeTable(std::size_t rows, std::size_t columns, std::size_t references);

} // namespace winnow::publish::test
