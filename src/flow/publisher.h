#pragma once

#include "flow/diagram.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::flow {

/// What a publisher asks of a line drawing, from its instructions for authors.
struct Publisher
{
    std::string_view id; ///< "plos"
    std::string_view name;
    double narrowMm = 0; ///< of one column of text
    double wideMm = 0;   ///< of the page
    std::optional<double> highestMm;
    double smallestTypePt = 0;
    double thinnestLinePt = 0;
    int dpi = 0;                ///< of a drawing in pixels
    std::string_view fileTypes; ///< extensions that are taken, best first: "tif eps"
};

/// In order of their ids.
[[nodiscard]] std::span<const Publisher> publishers();

/// nullptr: there is none of this id.
[[nodiscard]] const Publisher *publisherCalled(std::string_view id);

/// What of a diagram the publisher will send back, a sentence each that says what to change: type, size,
/// resolution (of a file made of pixels), kind of file.
[[nodiscard]] std::vector<std::string>
objections(const Publisher &publisher, const Diagram &diagram, std::string_view extension, double dpi);

} // namespace winnow::flow
