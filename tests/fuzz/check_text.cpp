#include "fuzz/check_text.h"

#include "formats/format.h"
#include "formats/support/latex.h"
#include "formats/support/markup.h"
#include "formats/support/normalise.h"
#include "fuzz/check_record.h"
#include "text/encoding.h"

#include <algorithm>

namespace winnow::fuzz {

namespace {

using namespace formats; // NOLINT(google-build-using-namespace): all of it is about formats

/// The text by lines, each ended by \n.
std::string byLines(std::string bytes)
{
    TextInput input = TextInput::fromBytes(std::move(bytes));
    std::string text;
    while (input.next()) {
        text.append(input.line()) += '\n';
    }
    return text;
}

/// The text without the line ends at its end: a last line of nothing but a byte order mark is one line or
/// none.
std::string_view withoutLastEnds(std::string_view text)
{
    return text.substr(0, text.find_last_not_of('\n') + 1);
}

/// The text by pieces, its line ends made \n.
std::string byPieces(std::string bytes)
{
    TextInput input = TextInput::fromBytes(std::move(bytes));
    std::string whole;
    while (input.nextPiece()) {
        whole += input.piece();
    }
    std::string text;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (whole[i] != '\r') {
            text += whole[i];
        } else if (whole.compare(i, 2, "\r\n") != 0) {
            text += '\n';
        }
    }
    return text;
}

void appendUnit(std::string &out, char32_t unit, bool isBigEndian)
{
    const auto high = static_cast<char>(unit >> 8U);
    const auto low = static_cast<char>(unit & 0xFFU);
    out += isBigEndian ? high : low;
    out += isBigEndian ? low : high;
}

/// Valid UTF-8 as UTF-16 with a byte order mark.
std::string asUtf16(std::string_view text, bool isBigEndian)
{
    std::string out;
    appendUnit(out, 0xFEFF, isBigEndian);
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = text::nextCodePoint(text, at);
        if (code < 0x10000) {
            appendUnit(out, code, isBigEndian);
        } else {
            appendUnit(out, 0xD800 + ((code - 0x10000) >> 10U), isBigEndian);
            appendUnit(out, 0xDC00 + ((code - 0x10000) & 0x3FFU), isBigEndian);
        }
    }
    return out;
}

/// Lines of blanks that let `text` stand where the buffer of TextInput ends.
std::string padding(std::size_t textSize)
{
    constexpr std::size_t kChunkBytes = std::size_t{256} << 10U;
    constexpr std::size_t kLine = 128;
    std::string lines;
    while (lines.size() + kLine + textSize / 2 < kChunkBytes) {
        lines.append(kLine - 1, ' ') += '\n';
    }
    return lines;
}

} // namespace

std::string checkDetection(std::string_view bytes)
{
    Finding finding;
    TextInput input = TextInput::fromBytes(std::string(bytes));
    const std::string head(input.head());
    expectText(finding, head, "head");
    finding.expect(head.find('\r') == std::string::npos, "has a CR", "head");
    // Not all that is asked has come through TextInput.
    for (const std::string_view text : {std::string_view(head), bytes}) {
        for (const Format *format : allFormats()) {
            const Detection detection = format->read != nullptr ? format->detect(text) : Detection();
            finding.expect(detection.score >= 0 && detection.score <= 100, "is no score", format->id);
            finding.expect((detection.score > 0) == !detection.reason.empty(),
                           "a reason goes with each score above 0",
                           format->id);
            finding.expect(text != head || text::isUtf8(detection.reason), "is no UTF-8", detection.reason);
        }
    }
    const auto detected = detectFormat(head);
    finding.expect(detected ? detected->format->read != nullptr : !detected.error().message.empty(),
                   "neither a format that can be read nor an error that says something");
    return finding.text();
}

std::string checkTextInput(std::string_view bytes)
{
    Finding finding;
    const std::string lines = byLines(std::string(bytes));
    expectText(finding, lines, "lines");
    finding.expect(lines.find('\r') == std::string::npos, "has a CR", "a line");
    finding.expect(withoutLastEnds(byPieces(std::string(bytes))) == withoutLastEnds(lines),
                   "lines and pieces differ",
                   lines);
    const std::string head(TextInput::fromBytes(std::string(bytes)).head());
    finding.expect(lines.starts_with(head), "the head is not how the text begins", head);
    // Read once more it stands as it is; but for byte order marks, which were at the begin of lines.
    const std::string plain = byLines("\n" + lines).substr(1);
    for (const bool isBigEndian : {false, true}) {
        const std::string utf16 = asUtf16("\n" + lines, isBigEndian);
        finding.expect(byLines(utf16).substr(1) == plain, "differs as UTF-16", lines);
        finding.expect(withoutLastEnds(byPieces(utf16)) == withoutLastEnds("\n" + plain),
                       "differs as UTF-16 by pieces",
                       lines);
    }
    const std::string before = padding(bytes.size());
    const std::string padded = byLines(before + std::string(bytes));
    const std::string late =
        byLines("\n" + std::string(bytes)).substr(1); // no mark of a whole file, no guess
    finding.expect(padded.substr(0, before.size()) == before && padded.substr(before.size()) == late,
                   "differs at the end of a buffer",
                   late);
    return finding.text();
}

std::string checkMarkup(std::string_view bytes)
{
    Finding finding;
    const std::string text = byLines(std::string(bytes));
    for (const std::string &out : {withoutMarkup(text), withoutLatex(text), plainText(text)}) {
        expectText(finding, out, "text without markup");
        finding.expect(out.size() <= 4 * text.size(), "grows", text); // \^ and a combining mark are longest
    }
    const std::string plain = plainText(text);
    finding.expect(plainText(markedUp(plain)) == plain, "plain text that cannot be written", plain);
    for (const bool hasCommaLists : {false, true}) {
        std::vector<std::string> terms;
        addTerms(terms, text, hasCommaLists);
        finding.expect(std::ranges::count(terms, std::string()) == 0, "an empty term", text);
    }
    return finding.text();
}

} // namespace winnow::fuzz
