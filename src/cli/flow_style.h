#pragma once

#include "app/flow_publish.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

namespace winnow::cli {

/// How a diagram is to be drawn, as it was typed.
struct FlowStyleArguments
{
    std::string variant;
    std::string publisher;
    std::optional<double> width;
    std::optional<double> fontSize;
    std::optional<double> dpi;
    std::string colours = "colour";
    std::string texts = "en";
    std::string zeroLines = "optional";
    std::vector<std::string> notes;
    std::vector<std::string> hidden;
    std::vector<std::string> extraLines;
    std::vector<std::string> extraRows;
    bool withoutAttribution = false;
    bool withoutOfficialNotes = false;
    bool withoutRemarks = false;
    bool withoutSourceList = false;
    bool withTitleAbstractReasons = false;
    bool withTotals = false;
    bool withoutSplit = false;
    bool withoutAwaiting = false;
    bool withoutMetaAnalysis = false;
};

void defineFlowStyle(CLI::App &parser, FlowStyleArguments &arguments);

/// The style that the arguments ask for, or what cannot be read in them.
[[nodiscard]] Result<app::FlowStyle> flowStyle(const FlowStyleArguments &arguments);

} // namespace winnow::cli
