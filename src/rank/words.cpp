#include "rank/words.h"

#include "text/encoding.h"
#include "text/words.h"

#include <array>
#include <cstring>

namespace winnow::rank {

namespace {

constexpr std::size_t kFirstSlots = std::size_t{1} << 14U;

/// The lower-case form of each ASCII character that can be part of a word; 0 for all others.
constexpr std::array<char, 256> kWordCharacters = [] {
    std::array<char, 256> table{};
    for (unsigned c = '0'; c <= '9'; ++c) {
        table.at(c) = static_cast<char>(c);
    }
    for (unsigned c = 'a'; c <= 'z'; ++c) {
        table.at(c) = static_cast<char>(c);
        table.at(c - 'a' + 'A') = static_cast<char>(c);
    }
    table.at('_') = '_';
    return table;
}();

/// Words are compared and hashed in pieces of so many bytes, the last one filled up with zeros. The order of
/// bytes of the machine has no say beyond which slot a word takes.
using Piece = std::uint64_t;

Piece pieceAt(const char *bytes)
{
    Piece piece = 0;
    std::memcpy(&piece, bytes, sizeof piece);
    return piece;
}

std::uint32_t hashOf(std::string_view word)
{
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;
    std::uint64_t hash = word.size() * kFactor;
    for (std::size_t at = 0; at < word.size(); at += sizeof(Piece)) {
        hash = (hash ^ pieceAt(word.data() + at)) * kFactor;
        hash ^= hash >> 32U;
    }
    return static_cast<std::uint32_t>(hash);
}

/// How many bytes of `word` stay, and whether a "y" follows them.
struct Stem
{
    std::size_t length = 0;
    bool hasY = false;
};

Stem stemOf(std::string_view word)
{
    constexpr std::size_t kShortest = 4;
    // Characters, not bytes, are counted only where it matters: a word of fewer than four.
    std::size_t characters = word.size();
    if (characters >= kShortest && characters < kShortest * 4) {
        characters = 0;
        for (const char c : word) {
            characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
        }
    }
    if (characters < kShortest || !word.ends_with('s')) {
        return {word.size(), false};
    }
    if (word.ends_with("ies") && !word.ends_with("eies") && !word.ends_with("aies")) {
        return {word.size() - 3, true};
    }
    if (word.ends_with("es") && !word.ends_with("aes") && !word.ends_with("ees") && !word.ends_with("oes")) {
        return {word.size() - 1, false};
    }
    if (word.ends_with("us") || word.ends_with("ss")) {
        return {word.size(), false};
    }
    return {word.size() - 1, false};
}

} // namespace

std::string stem(std::string_view word)
{
    const Stem found = stemOf(word);
    std::string stemmed(word.substr(0, found.length));
    if (found.hasY) {
        stemmed += 'y';
    }
    return stemmed;
}

Vocabulary::Vocabulary(bool isStemmed, bool areNumbersOne)
    : m_isStemmed(isStemmed)
    , m_areNumbersOne(areNumbersOne)
    , m_slots(kFirstSlots)
{}

std::string_view Vocabulary::word(std::uint32_t number) const
{
    return std::string_view(m_letters).substr(m_begins[number], m_begins[number + 1] - m_begins[number]);
}

void Vocabulary::grow()
{
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    const std::size_t mask = m_slots.size() - 1;
    for (const Slot &slot : old) {
        if (slot.number == 0) {
            continue;
        }
        std::size_t at = slot.hash & mask;
        while (m_slots[at].number != 0) {
            at = (at + 1) & mask;
        }
        m_slots[at] = slot;
    }
}

/// Zeros are behind the word, up to the end of its last piece.
std::uint32_t Vocabulary::numberOf(std::string_view word)
{
    const std::uint32_t hash = hashOf(word);
    const Piece letters = word.size() <= sizeof(Piece) ? pieceAt(word.data()) : 0;
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = hash & mask;
    for (; m_slots[at].number != 0; at = (at + 1) & mask) {
        const Slot &slot = m_slots[at];
        if (slot.hash == hash && slot.letters == letters &&
            (letters != 0 || this->word(slot.number - 1) == word)) {
            return slot.number - 1;
        }
    }
    m_letters += word;
    m_begins.push_back(static_cast<std::uint32_t>(m_letters.size()));
    const auto number = static_cast<std::uint32_t>(size() - 1);
    m_slots[at] = {letters, hash, number + 1};
    if (size() * 2 > m_slots.size()) {
        grow();
    }
    return number;
}

/// The word is the first `length` bytes of m_buffer.
void Vocabulary::appendWord(std::size_t length, std::vector<std::uint32_t> &out)
{
    const std::string_view word = std::string_view(m_buffer).substr(0, length);
    if (m_areNumbersOne && word.find_first_not_of("0123456789") == std::string_view::npos) {
        m_buffer[0] = '#';
        length = 1;
    } else if (m_isStemmed && word.ends_with('s')) {
        const Stem found = stemOf(word);
        length = found.length;
        if (found.hasY) {
            m_buffer[length++] = 'y';
        }
    }
    std::memset(m_buffer.data() + length, 0, sizeof(Piece));
    out.push_back(numberOf(std::string_view(m_buffer).substr(0, length)));
}

void Vocabulary::appendAsciiWords(std::string_view text, std::vector<std::uint32_t> &out)
{
    m_buffer.resize(text.size() + sizeof(Piece));
    char *const letters = m_buffer.data();
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t length = 0;
        for (; at < text.size(); ++at, ++length) {
            const char lower = kWordCharacters[static_cast<unsigned char>(text[at])];
            if (lower == 0) {
                break;
            }
            letters[length] = lower;
        }
        if (length > 1) {
            appendWord(length, out);
        }
        ++at;
    }
}

void Vocabulary::appendUnicodeWords(std::string_view lower, std::vector<std::uint32_t> &out)
{
    m_buffer.resize(lower.size() + sizeof(Piece));
    const auto append = [&](std::string_view word) {
        word.copy(m_buffer.data(), word.size());
        appendWord(word.size(), out);
    };
    std::size_t begin = 0;
    std::size_t characters = 0;
    std::size_t at = 0;
    while (at < lower.size()) {
        const std::size_t here = at;
        const char32_t c = text::nextCodePoint(lower, at);
        const bool isInWord =
            c < kWordCharacters.size() / 2 ? kWordCharacters.at(c) != 0 : text::isWordCharacter(c);
        if (isInWord) {
            begin = characters == 0 ? here : begin;
            ++characters;
            continue;
        }
        if (characters > 1) {
            append(lower.substr(begin, here - begin));
        }
        characters = 0;
    }
    if (characters > 1) {
        append(lower.substr(begin));
    }
}

void Vocabulary::appendWords(std::string_view text, std::vector<std::uint32_t> &out)
{
    if (text::isAscii(text)) {
        appendAsciiWords(text, out);
        return;
    }
    std::string lower;
    text::appendLower(lower, text);
    appendUnicodeWords(lower, out);
}

} // namespace winnow::rank
