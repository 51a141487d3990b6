#pragma once

#include "pdf/content.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What Winnow and the program winnow-pdf say to one another. Each message is its length (4 bytes) and so
/// many bytes. A request asks for one thing; the answer begins with one byte: 0 and then what was asked for,
/// or why it is refused. The program ends when its input ends. What comes from it may be the work of a
/// hostile file: nothing of it is used before the functions here have looked at it.
namespace winnow::pdf {

constexpr double kMostPoints = 1e6; ///< of a page; real files stay below 14,400
constexpr double kMostScale = 100;  ///< pixels for each point
constexpr std::size_t kMostPages = 100'000;
constexpr std::size_t kMostOutline = 20'000;
constexpr std::uint32_t kMostDepth = 64;    ///< of the outline
constexpr std::size_t kMostWords = 500'000; ///< of a page
constexpr std::size_t kMostWordBytes = 4'096;
constexpr std::size_t kMostLineBytes = 16'384; ///< of a title, an author, ...
constexpr std::size_t kMostPixels = 64U << 20U;
constexpr std::size_t kMostRequestBytes = 64;
constexpr int kExitOutOfMemory = 71; ///< how the program ends that asked for more than it may have

enum class Ask : std::uint8_t {
    About = 1,
    Outline,
    Text,
    Picture,
    Identifiers,
};

struct Request
{
    Ask ask = Ask::About;
    std::uint32_t page = 0; ///< from 0
    double scale = 1;       ///< pixels for each point
    std::optional<PixelRegion> region{};

    bool operator==(const Request &) const = default;
};

enum class Refusal : std::uint8_t {
    NotPdf = 1,
    Damaged,
    Locked,
    NoSuchPage,
    TooLarge, ///< a picture of more pixels than may be, a page of miles, too many pages
    OutOfMemory,
    BadRequest,
};

/// With what poppler said of the file.
struct Refused
{
    Refusal why = Refusal::Damaged;
    std::string detail;

    bool operator==(const Refused &) const = default;
};

/// Room for an answer of that kind; more is not read.
[[nodiscard]] std::size_t mostAnswerBytes(const Request &request);

[[nodiscard]] std::string encode(const Request &request);
[[nodiscard]] std::string encode(const About &about);
[[nodiscard]] std::string encode(const Outline &outline);
[[nodiscard]] std::string encode(const PageText &text);
[[nodiscard]] std::string encode(const Picture &picture);
[[nodiscard]] std::string encode(const Refused &refused);
[[nodiscard]] std::string encodeIdentifiers(std::string_view identifiers);

/// Each gives nothing where the bytes are not just one such message.
[[nodiscard]] std::optional<Request> decodeRequest(std::string_view bytes);
[[nodiscard]] std::optional<About> decodeAbout(std::string_view bytes);
[[nodiscard]] std::optional<Outline> decodeOutline(std::string_view bytes);
[[nodiscard]] std::optional<PageText> decodeText(std::string_view bytes);
[[nodiscard]] std::optional<Picture> decodePicture(std::string_view bytes);
[[nodiscard]] std::optional<std::string> decodeIdentifiers(std::string_view bytes);
[[nodiscard]] std::optional<Refused> decodeRefused(std::string_view bytes);

} // namespace winnow::pdf
