#include "extraction/scanner.h"

#include "extraction/scalars.h"

#include <algorithm>
#include <array>

namespace winnow::extraction {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

struct Spelling
{
    std::string_view typed;
    std::string_view meant;
};

/// The longer ones first.
constexpr std::array<Spelling, 13> kQualifiers{{{"<=", "≤"},
                                                {"=<", "≤"},
                                                {">=", "≥"},
                                                {"=>", "≥"},
                                                {"≤", "≤"},
                                                {"≥", "≥"},
                                                {"<", "<"},
                                                {">", ">"},
                                                {"~", "~"},
                                                {"≈", "~"},
                                                {"about", "~"},
                                                {"approximately", "~"},
                                                {"=", ""}}};

} // namespace

void Scanner::skipBlanks()
{
    const std::string_view all = m_rest;
    const std::string_view inner = trimmed(all);
    m_rest.remove_prefix(inner.empty() ? all.size() : static_cast<std::size_t>(inner.data() - all.data()));
}

bool Scanner::isAtEnd()
{
    skipBlanks();
    return m_rest.empty();
}

bool Scanner::take(std::string_view word)
{
    skipBlanks();
    if (m_rest.size() < word.size() ||
        !std::ranges::equal(m_rest.substr(0, word.size()), word, {}, lower, lower)) {
        return false;
    }
    const bool isWord = isLetter(word.back()) && static_cast<unsigned char>(word.back()) < 0x80;
    if (isWord && m_rest.size() > word.size() && isLetter(m_rest[word.size()]) &&
        static_cast<unsigned char>(m_rest[word.size()]) < 0x80) {
        return false;
    }
    m_rest.remove_prefix(word.size());
    return true;
}

void Scanner::skip(std::size_t length)
{
    skipBlanks();
    m_rest.remove_prefix(std::min(length, m_rest.size()));
}

std::string_view Scanner::takeAny(std::initializer_list<std::string_view> words)
{
    const auto *const found =
        std::ranges::find_if(words, [this](std::string_view word) { return take(word); });
    return found == words.end() ? std::string_view() : *found;
}

std::optional<std::string> Scanner::number()
{
    skipBlanks();
    auto taken = takeNumber(m_rest);
    if (!taken) {
        return std::nullopt;
    }
    if (!taken->fault.empty()) {
        m_fault = std::move(taken->fault);
        return std::nullopt;
    }
    m_rest.remove_prefix(taken->length);
    return std::move(taken->canonical);
}

std::string Scanner::qualifier()
{
    const auto *const found =
        std::ranges::find_if(kQualifiers, [this](const Spelling &one) { return take(one.typed); });
    return found == kQualifiers.end() ? std::string() : std::string(found->meant);
}

std::string_view Scanner::until(std::initializer_list<std::string_view> ends)
{
    std::size_t length = m_rest.size();
    for (const std::string_view end : ends) {
        length = std::min(length, m_rest.find(end));
    }
    const std::string_view taken = m_rest.substr(0, length);
    m_rest.remove_prefix(length);
    return trimmed(taken);
}

std::string_view Scanner::rest()
{
    skipBlanks();
    return trimmed(m_rest);
}

} // namespace winnow::extraction
