#include "formats/format.h"
#include "formats/support/strings.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

namespace {

/// How to tell a file that is no export at all, and what to say of it. The first that fits counts.
struct Stranger
{
    std::string_view begin; ///< in lower case
    std::string_view looks;
    std::string_view extension = {}; ///< formats of it may still know the file
};

constexpr std::string_view kWebPage =
    "it looks like a web page, such as a log-in page that was saved in place of the export";

constexpr std::array kStrangers{
    Stranger{"%pdf", "it looks like a PDF document"},
    Stranger{"pk\x03\x04",
             "it looks like a zip archive or an Office document; unpack it, or save the sheet as CSV"},
    Stranger{"\u00D0\u00CF\x11\u00E0", "it looks like an old Office document; save it as CSV"},
    Stranger{"sqlite format 3", "it looks like an SQLite database"},
    Stranger{"<!doctype html", kWebPage},
    Stranger{"<html", kWebPage},
    Stranger{"<?xml", "it looks like an XML file", "xml"},
    Stranger{"{\\rtf", "it looks like a rich-text document; save it as plain text"},
};

const Stranger *strangerAt(std::string_view head)
{
    const std::string begin = lowered(trimmed(head).substr(0, 32));
    const auto *const found = std::ranges::find_if(
        kStrangers, [&](const Stranger &stranger) { return begin.starts_with(stranger.begin); });
    return found == kStrangers.end() ? nullptr : found;
}

Error notRecognised(std::string_view head)
{
    std::string readable;
    for (const Format *format : allFormats()) {
        if (format->read != nullptr) {
            readable += (readable.empty() ? "" : ", ") + std::string(format->label);
        }
    }
    const Stranger *const stranger = strangerAt(head);
    const std::string looks = trimmed(head).empty() ? "it is empty"
                              : stranger != nullptr ? std::string(stranger->looks)
                                                    : std::string();
    return {ErrorCode::WrongFormat,
            "This is not a file of bibliographic records that Winnow reads (" + readable + ")" +
                (looks.empty() ? "" : ": ") + looks + ". Export the records again, as RIS for example.",
            {},
            {}};
}

} // namespace

const Format *findFormat(std::string_view id)
{
    const auto formats = allFormats();
    const auto found = std::ranges::find(formats, id, &Format::id);
    return found == formats.end() ? nullptr : *found;
}

Result<DetectedFormat> detectFormat(std::string_view head)
{
    const Stranger *const stranger = strangerAt(head);
    DetectedFormat best;
    for (const Format *format : allFormats()) {
        // Whatever a stranger quotes further down is none of its records.
        const bool isAsked =
            format->read != nullptr && (stranger == nullptr || stranger->extension == format->extension);
        Detection detection = isAsked ? format->detect(head) : Detection();
        if (detection.score > best.detection.score) {
            best = {format, std::move(detection)};
        }
    }
    if (best.format == nullptr) {
        return notRecognised(head);
    }
    return best;
}

const Format *formatForWriting(std::string_view fileName)
{
    const std::string name = lowered(fileName);
    const auto formats = allFormats();
    const Format *best = nullptr;
    for (const Format *format : formats) {
        const bool fits = format->writer != nullptr && name.ends_with('.' + std::string(format->extension));
        if (fits && (best == nullptr || format->extension.size() > best->extension.size())) {
            best = format;
        }
    }
    return best;
}

} // namespace winnow::formats
