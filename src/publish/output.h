#pragma once

#include "base/result.h"
#include "evidence/table.h"
#include "flow/diagram.h"
#include "flow/numbers.h"
#include "publish/document.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::publish {

/// What stands behind one box: records or reports, one line of text each, with an address where there is one.
struct BoxEntry
{
    std::string text;
    std::string address; ///< http or https; empty: none
};

struct BoxEntries
{
    std::string box;
    std::vector<BoxEntry> entries;
};

/// A diagram, with the numbers that it was laid out from where it is a flow diagram.
struct FlowDocument
{
    std::optional<flow::Numbers> numbers; ///< none: another drawing, which has none of these
    flow::Diagram diagram;
    std::vector<BoxEntries> entries; ///< may be empty: the numbers alone are known
    double dpi = 300;                ///< of outputs that are made of pixels
};

/// One kind of file that results are written as. Each lives in a file of its own, publish/ID.cpp, as `extern
/// const Output ID`; the table of all is generated from the file list. Deterministic: the same input gives
/// the same bytes.
struct Output
{
    std::string_view id;
    std::string_view label;
    std::string_view extension; ///< without the dot

    Result<std::string> (*flow)(const FlowDocument &document) = nullptr; ///< nullptr: cannot hold a diagram
    Result<std::string> (*table)(const evidence::PrintedTable &table) =
        nullptr;                                                         ///< nullptr: cannot hold a table
    Result<std::string> (*document)(const Document &document) = nullptr; ///< nullptr: cannot hold text
};

/// What an output of numbers says to a drawing that has none.
[[nodiscard]] Error holdsNoNumbers(std::string_view extension);

/// All outputs, in order of their ids.
[[nodiscard]] std::span<const Output *const> allOutputs();

enum class Subject { Flow, Table, Document };

/// The output for a file name, by its extension; Unsupported names the extensions that would do.
[[nodiscard]] Result<const Output *> outputFor(std::string_view fileName, Subject subject);

} // namespace winnow::publish
