#include "flow/publisher.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace winnow::flow {

namespace {

constexpr double kMmPerPoint = 25.4 / 72;
constexpr double kTolerance = 0.05; ///< millimetres

constexpr std::array<Publisher, 6> kPublishers{{
    {"bmc", "BMC", 85, 170, 225, 8, 0.5, 300, "pdf eps docx png tif"},
    {"bmj", "BMJ", 90, 180, std::nullopt, 7, 0.5, 1200, "svg pdf eps docx tif png"},
    {"elsevier", "Elsevier", 90, 190, 240, 7, 0.1, 1000, "eps pdf tif docx"},
    {"plos", "PLOS", 66.8, 190.5, 222.3, 8, 0.5, 300, "tif eps"},
    {"springer", "Springer", 84, 174, 234, 8, 0.3, 1200, "eps tif docx"},
    {"wiley", "Wiley", 80, 180, std::nullopt, 8, 0.5, 600, "eps pdf png tif"},
}};

/// "8" or "7.5".
std::string plain(double value)
{
    std::string text = std::to_string(std::round(value * 10) / 10);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) {
        text.pop_back();
    }
    return text;
}

bool takes(const Publisher &publisher, std::string_view extension)
{
    for (std::string_view rest = publisher.fileTypes; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (rest.substr(0, end) == extension) {
            return true;
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

std::string listOf(const Publisher &publisher)
{
    std::string list = ".";
    for (const char c : publisher.fileTypes) {
        list += c == ' ' ? std::string(", .") : std::string(1, c);
    }
    return list;
}

} // namespace

std::span<const Publisher> publishers()
{
    return kPublishers;
}

const Publisher *publisherCalled(std::string_view id)
{
    const auto *const found = std::ranges::find(kPublishers, id, &Publisher::id);
    return found == kPublishers.end() ? nullptr : found;
}

std::vector<std::string>
objections(const Publisher &publisher, const Diagram &diagram, std::string_view extension, double dpi)
{
    const std::string name(publisher.name);
    const double width = diagram.width * kMmPerPoint;
    const double height = diagram.height * kMmPerPoint;
    std::vector<std::string> found;
    if (diagram.fontSize < publisher.smallestTypePt) {
        found.push_back(name + " asks for type of at least " + plain(publisher.smallestTypePt) +
                        " pt; this diagram is set in " + plain(diagram.fontSize) + " pt.");
    }
    if (width > publisher.wideMm + kTolerance) {
        found.push_back(name + " prints at most " + plain(publisher.wideMm) + " mm in width; this is " +
                        plain(width) + " mm wide.");
    }
    if (width < publisher.narrowMm - kTolerance) {
        found.push_back(name + " asks for a width of at least " + plain(publisher.narrowMm) +
                        " mm; this is " + plain(width) + " mm wide.");
    }
    if (publisher.highestMm && height > *publisher.highestMm + kTolerance) {
        found.push_back(name + " prints at most " + plain(*publisher.highestMm) + " mm in height; this is " +
                        plain(height) + " mm high. Make it wider, or list fewer sources and reasons.");
    }
    if (diagram.theme.lineWidth < publisher.thinnestLinePt) {
        found.push_back(name + " asks for lines of at least " + plain(publisher.thinnestLinePt) + " pt.");
    }
    if (!takes(publisher, extension)) {
        found.push_back(name + " takes " + listOf(publisher) + ", not ." + std::string(extension) + ".");
    }
    const bool hasPixels = extension == "png" || extension == "tif";
    if (hasPixels && dpi < publisher.dpi) {
        found.push_back(name + " asks for " + std::to_string(publisher.dpi) + " dpi; this has " + plain(dpi) +
                        ".");
    }
    return found;
}

} // namespace winnow::flow
