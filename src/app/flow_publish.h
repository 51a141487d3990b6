#pragma once

#include "base/result.h"
#include "flow/diagram.h"
#include "flow/publisher.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace winnow::app {

/// What is behind the boxes of a diagram; see publish::BoxEntry.
struct FlowEntry
{
    std::string box;
    std::string text;
    std::string address;
};

/// How a diagram is written.
struct FlowStyle
{
    flow::DiagramOptions options;
    std::optional<flow::Variant> variant;       ///< none: that of the numbers
    const flow::Publisher *publisher = nullptr; ///< whose rules are checked; none: nobody's
    double dpi = 300;                           ///< of files made of pixels
};

struct FlowFile
{
    std::filesystem::path file;
    std::vector<std::string> objections; ///< of the publisher
};

/// Whether a file of that name shows what is behind the boxes: a page of HTML.
[[nodiscard]] bool showsEntries(const std::filesystem::path &file);

/// Texts for a diagram: the name of shipped ones, or a JSON file.
[[nodiscard]] Result<flow::Texts> diagramTexts(const std::string &nameOrFile);

/// Writes a diagram of the numbers, or the numbers themselves, as the kind of file that the name asks for.
[[nodiscard]] Result<FlowFile> publishNumbers(const flow::Numbers &numbers,
                                              const std::vector<FlowEntry> &entries,
                                              const std::filesystem::path &file,
                                              const FlowStyle &style);

} // namespace winnow::app
