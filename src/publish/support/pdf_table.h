#pragma once

#include "evidence/printed.h"
#include "publish/support/pdf_pages.h"

#include <string>
#include <unordered_map>

namespace winnow::publish {

/// Names of the places of reference entries by their keys.
using ReferencePlaces = std::unordered_map<std::string, std::string>;

/// Adds a table with caption and notes: its head is repeated on each page, rows are kept whole where a page
/// can hold them, and cells that cover many rows are said again where a page breaks them. `table` must
/// outlive the call only.
void addPdfTable(PdfPages &pages,
                 const TextSetter &setter,
                 const evidence::PrintedTable &table,
                 const ReferencePlaces &references);

} // namespace winnow::publish
