#pragma once

#include "base/result.h"
#include "evidence/table.h"
#include "flow/counts.h"
#include "flow/diagram.h"

#include <span>
#include <string>
#include <string_view>

namespace winnow::publish {

/// A flow diagram with the numbers that it was laid out from.
struct FlowDocument
{
    flow::Counts counts;
    flow::Diagram diagram;
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
        nullptr; ///< nullptr: cannot hold a table
};

/// All outputs, in order of their ids.
[[nodiscard]] std::span<const Output *const> allOutputs();

enum class Subject { Flow, Table };

/// The output for a file name, by its extension; Unsupported names the extensions that would do.
[[nodiscard]] Result<const Output *> outputFor(std::string_view fileName, Subject subject);

} // namespace winnow::publish
