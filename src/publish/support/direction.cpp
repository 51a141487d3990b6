#include "publish/support/direction.h"

#include "text/encoding.h"

#include <algorithm>
#include <array>

namespace winnow::publish {

std::string_view primaryLanguage(std::string_view language)
{
    return language.substr(0, language.find_first_of("-_"));
}

bool isRightToLeftLanguage(std::string_view language)
{
    constexpr std::array<std::string_view, 9> kLanguages{
        "ar", "arc", "ckb", "dv", "fa", "he", "ps", "ur", "yi"};
    return std::ranges::find(kLanguages, primaryLanguage(language)) != kLanguages.end();
}

bool runsFromRight(char32_t c)
{
    return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

bool isRightToLeft(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::nextCodePoint(text, at);
        if (runsFromRight(c)) {
            return true;
        }
        const bool isLetter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0xC0;
        const bool isPunctuation = c >= 0x2000 && c <= 0x206F;
        if (isLetter && !isPunctuation) {
            return false;
        }
    }
    return false;
}

} // namespace winnow::publish
