#include "publish/support/markdown_text.h"

#include "publish/support/display_width.h"
#include "text/encoding.h"
#include "text/printable_text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace winnow::publish {

namespace {

constexpr std::string_view kMarkup = "|\\*_`~$";            ///< of Markdown in its usual dialects
constexpr std::string_view kPandocMarkup = "|\\*_`~$^@#[]"; ///< of pandoc's

/// Whether a bracket would make a link: "](" and "][". Brackets alone mean nothing, so that [3, 4] stays as
/// it is.
bool startsTarget(char c, char previous)
{
    return previous == ']' && (c == '(' || c == '[');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isRoman(char c)
{
    return std::string_view("ivxlcdmIVXLCDM").find(c) != std::string_view::npos;
}

/// Where a backslash keeps the first word of a line from being a mark of a list, a heading or the like; npos:
/// nowhere.
std::size_t markAt(std::string_view line)
{
    constexpr std::size_t kLongestNumber = 9;
    if (line.empty()) {
        return std::string_view::npos;
    }
    const std::string_view word = line.substr(0, line.find(' '));
    if (word.find_first_not_of("-=+:>#%") == std::string_view::npos || word.starts_with('>') ||
        word.starts_with('%')) {
        return 0;
    }
    if (word.starts_with('(') && word.ends_with(')')) {
        return 0;
    }
    const char last = word.back();
    const std::string_view number = word.substr(0, word.size() - 1);
    const bool isNumber = !number.empty() && number.size() <= kLongestNumber &&
                          (std::ranges::all_of(number, isDigit) || std::ranges::all_of(number, isRoman) ||
                           (number.size() == 1 && isLetter(number.front())));
    return (last == '.' || last == ')') && isNumber ? word.size() - 1 : std::string_view::npos;
}

std::string withSafeBegin(std::string line)
{
    const std::size_t mark = markAt(line);
    if (mark != std::string::npos) {
        line.insert(mark, 1, '\\');
    }
    return line;
}

/// Characters of which versions of pandoc differ on how wide they are.
bool isOfDoubtfulWidth(char32_t c)
{
    return (c >= 0x483 && c <= 0x489) || (c >= 0x591 && c <= 0x5C7) || (c >= 0x610 && c <= 0x61A) ||
           (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0x1AB0 && c <= 0x1AFF) ||
           (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || (c >= 0x20D0 && c <= 0x20FF) || (c >= 0x2600 && c <= 0x27BF) ||
           (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFE20 && c <= 0xFE2F) || c == 0xFEFF || c == 0xAD ||
           (c >= 0x1F000 && c <= 0x1FFFF) || c >= 0xE0000;
}

/// Lines of a text of which each word is set as `asWord` has it.
template <class Word>
std::vector<std::string> wrapWords(std::string_view line, std::size_t width, const Word &asWord)
{
    std::vector<std::string> lines;
    std::string current;
    std::size_t used = 0;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        const std::string word = asWord(line.substr(at, end - at));
        const std::size_t size = displayWidth(word);
        at = end + 1;
        if (word.empty()) {
            continue;
        }
        if (!current.empty() && used + 1 + size > width) {
            lines.push_back(std::move(current));
            current.clear();
            used = 0;
        }
        current += (current.empty() ? "" : " ") + word;
        used += size + (used == 0 ? 0 : 1);
    }
    if (!current.empty()) {
        lines.push_back(std::move(current));
    }
    return lines;
}

std::vector<std::string> linesOf(std::string_view text)
{
    const std::string clean = text::printableText(text);
    std::vector<std::string> lines(1);
    for (std::size_t i = 0; i < clean.size(); ++i) {
        const char c = clean[i];
        if (c == '\n' || (c == '\r' && (i + 1 == clean.size() || clean[i + 1] != '\n'))) {
            lines.emplace_back();
        } else if (c != '\r') {
            lines.back() += c == '\t' ? ' ' : c;
        }
    }
    return lines;
}

} // namespace

std::string escapedMarkdown(std::string_view text)
{
    std::string out;
    char previous = 0;
    for (const char c : text::printableText(text)) {
        if (kMarkup.find(c) != std::string_view::npos || startsTarget(c, previous)) {
            out += '\\';
            out += c;
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '&') {
            out += "&amp;";
        } else if (c == '\r' || c == '\n') {
            out += previous == '\r' && c == '\n' ? "" : "<br>";
        } else {
            out += c;
        }
        previous = c;
    }
    return out;
}

std::string escapedMarkdownParagraph(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t"); // four spaces would make it a listing
    return first == std::string_view::npos ? std::string()
                                           : withSafeBegin(escapedMarkdown(text.substr(first)));
}

std::string escapedForPandoc(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::nextCodePoint(text, at);
        if (c < 0x80 && kPandocMarkup.find(static_cast<char>(c)) != std::string_view::npos) {
            out += '\\';
            out += static_cast<char>(c);
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '&') {
            out += "&amp;";
        } else if (isOfDoubtfulWidth(c)) {
            std::array<char, 16> entity{};
            std::snprintf(entity.data(), entity.size(), "&#x%X;", static_cast<unsigned>(c));
            out += entity.data();
        } else {
            text::appendUtf8(out, c);
        }
    }
    return out;
}

std::vector<std::string> wrappedForPandoc(std::string_view text, std::size_t width)
{
    std::vector<std::string> out;
    for (const std::string &line : linesOf(text)) {
        std::vector<std::string> lines = wrapWords(line, width, escapedForPandoc);
        if (lines.empty()) {
            out.emplace_back(); // between paragraphs
            continue;
        }
        if (!out.empty() && !out.back().empty()) {
            out.back() += '\\'; // a break of the line
        }
        for (std::string &part : lines) {
            out.push_back(withSafeBegin(std::move(part)));
        }
    }
    while (!out.empty() && out.back().empty()) {
        out.pop_back();
    }
    return out;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width)
{
    std::vector<std::string> out;
    for (const std::string &line : linesOf(text)) {
        std::vector<std::string> lines =
            wrapWords(line, width, [](std::string_view word) { return std::string(word); });
        if (lines.empty()) {
            out.emplace_back();
        }
        for (std::string &part : lines) {
            out.push_back(std::move(part));
        }
    }
    while (!out.empty() && out.back().empty()) {
        out.pop_back();
    }
    return out;
}

} // namespace winnow::publish
