#pragma once

#include "evidence/linked_rows.h"

namespace winnow::evidence {

/// The columns of a table with the heads of their groups.
void addColumns(const Table &table, PrintedTable &printed);

/// Gives rows that follow one another with the same text in merged columns one cell.
void mergeRows(const Table &table, PrintedTable &printed);

/// Widths in shares: as the table says, else by what the columns hold.
void setShares(const Table &table, PrintedTable &printed);

/// An evidence gap map: a row for each option of one field, a column for each of another, and how many
/// studies were coded with both, by a third.
void printMap(const Table &table, const StudyIndex &studies, PrintedTable &printed);

/// A GRADE summary of findings with its notes, lettered.
void printFindings(const Table &table, const StudyIndex &studies, PrintedTable &printed);

} // namespace winnow::evidence
