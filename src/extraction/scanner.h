#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace winnow::extraction {

/// Goes through what somebody typed, piece by piece. Blanks between pieces do not matter.
class Scanner
{
public:
    explicit Scanner(std::string_view text)
        : m_rest(text)
    {}

    [[nodiscard]] bool isAtEnd();

    /// Goes past `word` where it comes next, in any case. One of letters must end there: "n" is not in "no".
    bool take(std::string_view word);

    /// Past so many bytes of rest().
    void skip(std::size_t length);

    /// Past the first of them that comes next; which one, or "".
    std::string_view takeAny(std::initializer_list<std::string_view> words);

    /// A number in canonical form. Where it is a faulty one, fault() says why.
    std::optional<std::string> number();

    /// "<", "≤", ">", "≥", "~" for what comes next of these or of "<=", "about" and the like; "=" is gone
    /// past and gives "".
    std::string qualifier();

    /// Up to the first of these or the end, trimmed.
    std::string_view until(std::initializer_list<std::string_view> ends);

    /// What is still there.
    [[nodiscard]] std::string_view rest();

    [[nodiscard]] const std::string &fault() const { return m_fault; }

private:
    void skipBlanks();

    std::string_view m_rest;
    std::string m_fault;
};

} // namespace winnow::extraction
