#include "query/faults.h"

#include <algorithm>
#include <array>
#include <string>

namespace winnow::query {

namespace {

/// PubMed's field tags: cancer[tiab], "heart attack"[MeSH Terms].
constexpr std::array<std::string_view, 18> kPubMedTags{"ti",
                                                       "tiab",
                                                       "tw",
                                                       "mh",
                                                       "mesh",
                                                       "mesh:noexp",
                                                       "majr",
                                                       "au",
                                                       "dp",
                                                       "pdat",
                                                       "pt",
                                                       "la",
                                                       "sb",
                                                       "title",
                                                       "title/abstract",
                                                       "all",
                                                       "text",
                                                       "publication"};

/// Ovid's field suffixes: cancer.tw.
constexpr std::array<std::string_view, 9> kOvidFields{"ti", "ab", "tw", "mp", "kw", "sh", "fs", "pt", "jn"};

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(
        result, result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

bool isNumber(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

Problem error(std::string code, std::size_t from, std::size_t length, std::string message)
{
    return {std::move(code), ProblemSeverity::Error, from, from + length, std::move(message)};
}

std::optional<Problem> unclosedFault(const Token &token)
{
    if (token.isClosed) {
        return std::nullopt;
    }
    return error("E02",
                 token.from,
                 1,
                 token.kind == TokenKind::Quoted ? "This quotation mark is never closed; add the closing \"."
                                                 : "This brace is never closed; add }.");
}

std::optional<Problem> quoteFault(const Token &token)
{
    for (const std::string_view quote : {"\u201C", "\u201D", "\u201E"}) {
        if (const std::size_t at = token.text.find(quote); at != std::string_view::npos) {
            return error("W04",
                         token.from + at,
                         quote.size(),
                         "Typographic quotation marks make no phrase; write \" instead.");
        }
    }
    return std::nullopt;
}

/// A tag in brackets at the end of a word, or the first word of one that has several.
std::optional<Problem> pubMedFault(const Token &token)
{
    const std::size_t open = token.text.rfind('[');
    if (open == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string tag = lower(token.text.substr(open + 1, token.text.find(']', open) - open - 1));
    if (std::ranges::find(kPubMedTags, tag) == kPubMedTags.end()) {
        return std::nullopt;
    }
    return error("E05",
                 token.from + open,
                 token.text.size() - open,
                 "Tags in brackets are the syntax of PubMed; write the field before the words, as in "
                 "TITLE-ABS(...).");
}

std::optional<Problem> nearFault(const Token &token)
{
    const std::string word = lower(token.text);
    for (const std::string_view name : {"near/", "adj"}) {
        const std::string_view number = std::string_view(word).substr(std::min(name.size(), word.size()));
        if (word.starts_with(name) && isNumber(number)) {
            return error("E05",
                         token.from,
                         token.text.size(),
                         std::string(token.text) + " is the syntax of another database; write W/" +
                             std::string(number) + ", or PRE/" + std::string(number) +
                             " where the order counts.");
        }
    }
    return std::nullopt;
}

std::optional<Problem> ovidFault(const Token &token)
{
    constexpr std::size_t kSuffix = 4; // ".tw."
    if (token.text.size() <= kSuffix) {
        return std::nullopt;
    }
    const std::string suffix = lower(token.text.substr(token.text.size() - kSuffix));
    if (suffix.front() != '.' || suffix.back() != '.' ||
        std::ranges::find(kOvidFields, suffix.substr(1, 2)) == kOvidFields.end()) {
        return std::nullopt;
    }
    return error("E05",
                 token.to - kSuffix,
                 kSuffix,
                 "A field behind the word is the syntax of Ovid; write it before, as in TITLE-ABS(...).");
}

} // namespace

std::optional<Problem> findTokenFault(std::span<const Token> tokens)
{
    constexpr std::array kWordChecks{quoteFault, pubMedFault, nearFault, ovidFault};
    for (const Token &token : tokens) {
        if (auto fault = unclosedFault(token)) {
            return fault;
        }
        for (const auto check : kWordChecks) {
            if (auto fault = token.kind == TokenKind::Word ? check(token) : std::nullopt) {
                return fault;
            }
        }
    }
    return std::nullopt;
}

} // namespace winnow::query
