#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace winnow::pdf {

/// In points, from the top left corner of the page as it is shown: cropped, and turned as the file says.
struct Box
{
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    bool operator==(const Box &) const = default;
};

/// Of a page as it is shown, in points.
struct PageSize
{
    double width = 0;
    double height = 0;

    bool operator==(const PageSize &) const = default;
};

/// A line of the outline, the table of contents that the file brings along. `depth` is 0 for a chapter, 1 for
/// what is below it, and so on.
struct OutlineEntry
{
    std::string title;
    std::uint32_t depth = 0;

    bool operator==(const OutlineEntry &) const = default;
};

/// What a file says of itself. All texts are UTF-8, and empty where the file says nothing. Of a locked file
/// only isEncrypted and isLocked are known. Scripts are never run, so nothing is said of them.
struct About
{
    std::vector<PageSize> pages{};
    std::string title{};
    std::string author{};
    std::string subject{};
    std::string keywords{};
    std::string creator{};                   ///< the program that the text was written in
    std::string producer{};                  ///< the program that made the PDF
    std::optional<std::int64_t> createdAt{}; ///< seconds since 1970, UTC
    bool isEncrypted = false;
    bool isLocked = false; ///< nothing can be read without a password
    bool hasAttachments = false;

    bool operator==(const About &) const = default;
};

/// A word as a person would search for it: ligatures are letters, and where it was divided at the end of a
/// line its parts are joined.
struct Word
{
    std::string text;
    Box box;
    std::optional<Box> rest{}; ///< the part on the next line or in the next column

    bool operator==(const Word &) const = default;
};

/// In the order of the file.
using Outline = std::vector<OutlineEntry>;

/// The words of a page in the order in which they are read.
struct PageText
{
    std::vector<Word> words;

    bool operator==(const PageText &) const = default;
};

/// The words with a space between each two.
[[nodiscard]] std::string plainText(const PageText &text);

/// A part of a page, in pixels at the scale that is asked for.
struct PixelRegion
{
    std::int32_t left = 0;
    std::int32_t top = 0;
    std::int32_t width = 0;
    std::int32_t height = 0;

    bool operator==(const PixelRegion &) const = default;
};

/// Row by row without gaps, each pixel 0xAARRGGBB and opaque: QImage takes it as Format_RGB32 or as
/// Format_ARGB32_Premultiplied.
struct Picture
{
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::vector<std::uint32_t> pixels;

    bool operator==(const Picture &) const = default;
};

} // namespace winnow::pdf
