#pragma once

#include "app/workspace.h"
#include "evidence/table.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// Reads evidence tables from a JSON file and makes them the review's, in place of those before. Every key
/// that a table cites must be a record of the review, evidence from outside, or one of the file's own works.
[[nodiscard]] Result<evidence::TableSet> loadTables(Workspace &workspace, const std::filesystem::path &file);

/// The same of a set in hand.
[[nodiscard]] Result<evidence::TableSet> setTables(Workspace &workspace, evidence::TableSet set);

/// The review's evidence tables, perhaps none, with how references are numbered and printed.
[[nodiscard]] Result<evidence::TableSet> storedTables(Workspace &workspace);

/// The same; NotFound when there are none.
[[nodiscard]] Result<evidence::TableSet> tables(Workspace &workspace);

/// As the file that loadTables() reads.
[[nodiscard]] Result<void> exportTables(Workspace &workspace, const std::filesystem::path &file);

/// A table to be added: one of evidence::readyMadeTables().
struct NewTable
{
    std::string kind;                  ///< "characteristics"
    std::string id{};                  ///< empty: "table-3"
    std::string caption{};             ///< empty: that of its kind
    std::vector<std::string> fields{}; ///< "policy/country", in the order of the columns
};

/// Adds it behind the others, as one act. AlreadyExists where a table has that id, NotFound for a field that
/// no form has.
[[nodiscard]] Result<evidence::Table> addTable(Workspace &workspace, const NewTable &table);

/// Fails with NotFound, naming those that there are.
[[nodiscard]] Result<void> removeTable(Workspace &workspace, std::string_view id);

/// As it is printed now.
[[nodiscard]] Result<evidence::PrintedTable> printedTable(Workspace &workspace, std::string_view id);

/// The same as lines of text.
[[nodiscard]] Result<std::string> tableAsText(Workspace &workspace, std::string_view id);

/// The same as the bytes of a file of this kind, by its extension: "html", "tex".
[[nodiscard]] Result<std::string>
tableAs(Workspace &workspace, std::string_view id, std::string_view extension);

/// Writes one table as the kind of file that the name asks for; an evidence gap map also as a picture.
[[nodiscard]] Result<void>
publishTable(Workspace &workspace, std::string_view id, const std::filesystem::path &file);

} // namespace winnow::app
