#include "text/fold.h"

#include "text/encoding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>

namespace winnow::text {

namespace {

struct WrittenOut
{
    UChar32 letter;
    std::string_view letters;
};

/// Letters that NFKD leaves whole, after case folding.
constexpr std::array kWrittenOut{
    WrittenOut{0x00E6, "ae"},
    WrittenOut{0x00F0, "d"},
    WrittenOut{0x00F8, "o"},
    WrittenOut{0x00FE, "th"},
    WrittenOut{0x0111, "d"},
    WrittenOut{0x0127, "h"},
    WrittenOut{0x0131, "i"},
    WrittenOut{0x0142, "l"},
    WrittenOut{0x014B, "n"},
    WrittenOut{0x0153, "oe"},
    WrittenOut{0x0167, "t"},
    WrittenOut{0x0180, "b"},
    WrittenOut{0x0268, "i"},
    WrittenOut{0x00B5, "\u03BC"},
    WrittenOut{0x1E9E, "ss"},
    WrittenOut{0x00DF, "ss"},
};

/// Text of any origin for a normaliser, which would take time in the square of a run of combining marks:
/// after thirty of them comes a COMBINING GRAPHEME JOINER, as the Stream-Safe Text Format has it (Unicode
/// Standard Annex 15, section 13).
icu::UnicodeString streamSafe(std::string_view text)
{
    constexpr UChar32 kFirstMark = 0x0300;
    constexpr UChar32 kJoiner = 0x034F;
    constexpr int kLongestRun = 30;
    icu::UnicodeString unicode =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    icu::UnicodeString safe;
    std::int32_t copied = 0;
    int run = 0;
    for (std::int32_t i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1)) {
        const UChar32 c = unicode.char32At(i);
        run = c >= kFirstMark && u_getCombiningClass(c) != 0 ? run + 1 : 0;
        if (run > kLongestRun) {
            safe.append(unicode, copied, i - copied).append(kJoiner);
            copied = i;
            run = 1;
        }
    }
    return copied == 0 ? unicode : safe.append(unicode, copied, unicode.length() - copied);
}

void appendLetter(std::string &out, UChar32 c)
{
    if (u_getCombiningClass(c) != 0 || u_charType(c) == U_NON_SPACING_MARK) {
        return;
    }
    for (const WrittenOut &entry : kWrittenOut) {
        if (entry.letter == c) {
            out += entry.letters;
            return;
        }
    }
    appendUtf8(out, static_cast<char32_t>(c));
}

void appendFoldedUnicode(std::string &out, std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status) != 0) {
        out += text;
        return;
    }
    icu::UnicodeString unicode = streamSafe(text);
    unicode.foldCase();
    const icu::UnicodeString decomposed = normalizer->normalize(unicode, status);
    if (U_FAILURE(status) != 0) {
        out += text;
        return;
    }
    for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        appendLetter(out, u_foldCase(decomposed.char32At(i), U_FOLD_CASE_DEFAULT));
    }
}

} // namespace

void appendFolded(std::string &out, std::string_view text)
{
    if (!isAscii(text)) {
        appendFoldedUnicode(out, text);
        return;
    }
    const std::size_t begin = out.size();
    out += text;
    for (std::size_t i = begin; i < out.size(); ++i) {
        if (out[i] >= 'A' && out[i] <= 'Z') {
            out[i] = static_cast<char>(out[i] + ('a' - 'A'));
        }
    }
}

std::string fold(std::string_view text)
{
    std::string out;
    appendFolded(out, text);
    return out;
}

std::string composed(std::string_view text)
{
    if (isAscii(text)) {
        return std::string(text);
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) != 0) {
        return std::string(text);
    }
    const icu::UnicodeString result = normalizer->normalize(streamSafe(text), status);
    std::string out;
    if (U_FAILURE(status) != 0) {
        return std::string(text);
    }
    return result.toUTF8String(out);
}

} // namespace winnow::text
