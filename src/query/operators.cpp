#include "query/operators.h"

#include <algorithm>
#include <charconv>

namespace winnow::query {

namespace {

constexpr int kMaxDistance = 255; // Scopus help: W/n and PRE/n take 0 to 255

} // namespace

bool isWord(const Token &token, std::string_view upperCase)
{
    return token.kind == TokenKind::Word && std::ranges::equal(token.text, upperCase, {}, [](char c) {
               return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
           });
}

std::optional<int> numberFrom(std::string_view text)
{
    int number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failure == std::errc() && end == text.data() + text.size() && number >= 0 ? std::optional(number)
                                                                                     : std::nullopt;
}

std::optional<ProximityOperator> proximityFrom(const Token &token)
{
    const std::size_t slash = token.text.find('/');
    if (token.kind != TokenKind::Word || slash == std::string_view::npos) {
        return std::nullopt;
    }
    Token name = token;
    name.text = token.text.substr(0, slash);
    const bool isOrdered = isWord(name, "PRE");
    if (!isOrdered && !isWord(name, "W")) {
        return std::nullopt;
    }
    auto distance = numberFrom(token.text.substr(slash + 1));
    if (distance && *distance > kMaxDistance) {
        distance.reset();
    }
    return ProximityOperator{isOrdered, distance};
}

std::optional<Comparison> comparisonFrom(const Token &token)
{
    if (isWord(token, "BEF") || token.text == "<") {
        return Comparison::Less;
    }
    if (isWord(token, "AFT") || token.text == ">") {
        return Comparison::Greater;
    }
    return isWord(token, "IS") || token.text == "=" ? std::optional(Comparison::Equal) : std::nullopt;
}

} // namespace winnow::query
