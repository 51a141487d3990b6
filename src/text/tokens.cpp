#include "text/tokens.h"

#include "text/encoding.h"
#include "text/fold.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

namespace winnow::text {

namespace {

constexpr std::size_t kMaxWordBytes = 64;

enum class Kind : unsigned char { Break, Word, Alone };

constexpr std::array<Kind, 128> makeAsciiKinds()
{
    std::array<Kind, 128> kinds{};
    for (std::size_t c = 0; c < kinds.size(); ++c) {
        const bool isWord = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        kinds.at(c) = isWord ? Kind::Word : Kind::Break;
    }
    return kinds;
}

constexpr auto kAsciiKinds = makeAsciiKinds();

/// The folded form of each byte that is an ASCII letter or digit; 0 for all others.
constexpr std::array<char, 256> makeFoldedAscii()
{
    std::array<char, 256> folded{};
    for (std::size_t c = 0; c < kAsciiKinds.size(); ++c) {
        const bool isCapital = c >= 'A' && c <= 'Z';
        folded.at(c) = kAsciiKinds.at(c) == Kind::Break ? '\0' : static_cast<char>(isCapital ? c + 32 : c);
    }
    return folded;
}

constexpr auto kFoldedAscii = makeFoldedAscii();

char foldedAscii(char c)
{
    return kFoldedAscii[static_cast<unsigned char>(c)];
}

/// CJK ideographs and kana: scripts that do not write spaces between words.
bool isWrittenWithoutSpaces(char32_t c)
{
    return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

Kind kindOf(char32_t c)
{
    if (c < 128) {
        return kAsciiKinds.at(c);
    }
    const auto codePoint = static_cast<UChar32>(c);
    if (isWrittenWithoutSpaces(c)) {
        return Kind::Alone;
    }
    if (u_isalnum(codePoint) != 0 || u_charType(codePoint) == U_NON_SPACING_MARK ||
        u_charType(codePoint) == U_COMBINING_SPACING_MARK || u_charType(codePoint) == U_OTHER_NUMBER ||
        u_charType(codePoint) == U_LETTER_NUMBER) {
        return Kind::Word;
    }
    return Kind::Break;
}

bool isApostrophe(std::string_view text, std::size_t at)
{
    return at < text.size() && (text[at] == '\'' || text.substr(at).starts_with("\u2019"));
}

/// Cuts a folded word to its longest allowed length, at a character border.
std::string_view cut(std::string_view word)
{
    if (word.size() <= kMaxWordBytes) {
        return word;
    }
    std::size_t length = kMaxWordBytes;
    while (length > 0 && (static_cast<unsigned char>(word[length]) & 0xC0U) == 0x80U) {
        --length;
    }
    return word.substr(0, length);
}

/// The end of a possessive 's that follows a word at `at`; `at` itself where there is none.
std::size_t afterPossessive(std::string_view text, std::size_t at)
{
    if (!isApostrophe(text, at)) {
        return at;
    }
    std::size_t next = at + (text[at] == '\'' ? 1 : 3);
    if (next < text.size() && (text[next] == 's' || text[next] == 'S')) {
        ++next;
        std::size_t peek = next;
        if (next >= text.size() || kindOf(nextCodePoint(text, peek)) != Kind::Word) {
            return next;
        }
    }
    return at;
}

/// The end of the word that begins at `position`; where none does, `position` moves behind what divides.
std::size_t wordEnd(std::string_view text, std::size_t &position)
{
    const std::size_t from = position;
    const Kind kind = kindOf(nextCodePoint(text, position));
    if (kind == Kind::Break) {
        return from;
    }
    std::size_t to = position;
    while (kind == Kind::Word && position < text.size() &&
           kindOf(nextCodePoint(text, position)) == Kind::Word) {
        to = position;
    }
    return to;
}

class CollectingSink final : public TokenSink
{
public:
    void token(std::string_view folded, std::size_t from, std::size_t to) override
    {
        collected.push_back({std::string(folded), from, to});
    }

    std::vector<Token> collected;
};

} // namespace

void forEachToken(std::string_view text, TokenSink &sink)
{
    std::array<char, kMaxWordBytes> ascii{};
    std::string folded;
    const char *const begin = text.data();
    const char *const end = begin + text.size();
    std::size_t position = 0;
    while (position < text.size()) {
        const std::size_t from = position;
        const char *at = begin + from;
        char *into = ascii.data();
        char *const full = into + kMaxWordBytes;
        for (char c = '\0'; at != end && (c = foldedAscii(*at)) != '\0'; ++at) {
            if (into != full) {
                *into++ = c;
            }
        }
        if (at == end || static_cast<unsigned char>(*at) < 128) {
            // Nearly all words and all that divides them go this way.
            const auto to = static_cast<std::size_t>(at - begin);
            if (to == from) {
                ++position;
                continue;
            }
            sink.token({ascii.data(), static_cast<std::size_t>(into - ascii.data())}, from, to);
            position = afterPossessive(text, to);
            continue;
        }
        const std::size_t to = wordEnd(text, position);
        if (to == from) {
            continue;
        }
        folded.clear();
        appendFolded(folded, text.substr(from, to - from));
        if (!folded.empty()) {
            sink.token(cut(folded), from, to);
        }
        position = afterPossessive(text, to);
    }
}

std::vector<Token> tokens(std::string_view text)
{
    CollectingSink sink;
    forEachToken(text, sink);
    return std::move(sink.collected);
}

} // namespace winnow::text
