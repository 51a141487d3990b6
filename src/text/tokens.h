#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::text {

/// One word of a text: its folded form and where it stands.
struct Token
{
    std::string word;
    std::size_t from = 0; ///< bytes of the text, [from, to)
    std::size_t to = 0;
};

/// Receives the words of a text one by one; the views are valid during the call only.
class TokenSink
{
public:
    virtual ~TokenSink() = default;
    virtual void token(std::string_view folded, std::size_t from, std::size_t to) = 0;
};

/// Divides a text into words: runs of letters and digits. All else divides (hyphen, slash, dot, apostrophe; a
/// possessive 's is dropped). Each CJK ideograph and kana is a word of its own. A word is at most 64 bytes;
/// the rest of a longer one is dropped.
void forEachToken(std::string_view text, TokenSink &sink);

[[nodiscard]] std::vector<Token> tokens(std::string_view text);

} // namespace winnow::text
