#include "text/words.h"

#include "text/encoding.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace winnow::text {

void appendLower(std::string &out, std::string_view text)
{
    if (!isAscii(text)) {
        icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(
            icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
        unicode.toLower(icu::Locale::getRoot()).toUTF8String(out);
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

bool isWordCharacter(char32_t codePoint)
{
    constexpr std::uint32_t kLettersAndNumbers = U_GC_L_MASK | U_GC_N_MASK;
    return codePoint == U'_' || (U_GET_GC_MASK(static_cast<UChar32>(codePoint)) & kLettersAndNumbers) != 0;
}

} // namespace winnow::text
