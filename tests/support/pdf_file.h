#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace winnow::test {

/// A page to be made. `content` is in the operators of PDF, with the origin at the bottom left; fonts are F1
/// (Helvetica), F2 (Times) and F3 (Courier); \x01 is the ligature fi, \x02 fl, \x03 ffi and \x04 a soft
/// hyphen.
struct PdfPage
{
    std::string content;
    double width = 595;
    double height = 842;
    int rotate = 0;
    std::string extra{}; ///< more entries of its dictionary
};

/// A password to open it; an empty one encrypts the file for nobody.
using PdfPassword = std::optional<std::string>;

struct PdfFile
{
    std::vector<PdfPage> pages;
    std::vector<std::pair<std::string, std::string>> info{}; ///< "Title" and so on; texts in ASCII
    std::vector<std::pair<int, std::string>> outline{};      ///< depth and title
    std::string catalog{};                                   ///< more entries of the catalogue
    PdfPassword password{};
    std::string filter{}; ///< of the contents, which are then already as it wants them
};

[[nodiscard]] std::string makePdf(const PdfFile &file);

/// One line of text.
[[nodiscard]] std::string
pdfLine(double x, double y, std::string_view text, std::string_view font = "F1", double size = 12);

/// Bytes that inflate to so many megabytes of zeros.
[[nodiscard]] std::string deflatedZeros(std::size_t megabytes);

/// A file of plain objects, for those that no reader expects: the first is the catalogue, number 1.
[[nodiscard]] std::string pdfOfObjects(const std::vector<std::string> &objects,
                                       const std::string &trailer = {});

} // namespace winnow::test
