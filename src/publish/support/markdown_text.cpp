#include "publish/support/markdown_text.h"

namespace winnow::publish {

namespace {

constexpr std::string_view kMarkup = "|\\*_`~$"; ///< of Markdown in its usual dialects

/// Whether a bracket would make a link: "](" and "][". Brackets alone mean nothing, so that [3, 4] stays as
/// it is.
bool startsTarget(char c, char previous)
{
    return previous == ']' && (c == '(' || c == '[');
}

} // namespace

std::string escapedMarkdown(std::string_view text)
{
    std::string out;
    char previous = 0;
    for (const char c : text) {
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

} // namespace winnow::publish
