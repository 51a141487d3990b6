#include "evidence/citation.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace winnow::evidence {

namespace {

constexpr std::size_t kShortestRun = 3; ///< CSL 1.0.2: two numbers in a row stay apart

CitationStyle brackets()
{
    return {};
}

CitationStyle parentheses()
{
    CitationStyle style;
    style.open = "(";
    style.close = ")";
    return style;
}

CitationStyle ieee()
{
    CitationStyle style;
    style.open.clear();
    style.close.clear();
    style.eachOpen = "[";
    style.eachClose = "]";
    return style;
}

CitationStyle superscript()
{
    CitationStyle style;
    style.open.clear();
    style.close.clear();
    style.delimiter = ",";
    style.isSuperscript = true;
    return style;
}

using Preset = std::pair<std::string_view, CitationStyle (*)()>;
constexpr std::array<Preset, 4> kPresets{
    {{"brackets", brackets}, {"parentheses", parentheses}, {"ieee", ieee}, {"superscript", superscript}}};

bool mayJoin(const NumberedCitation &before, const NumberedCitation &after)
{
    return after.number == before.number + 1 && after.isOutside == before.isOutside &&
           before.locator.empty() && after.locator.empty() && before.mark.empty() && after.mark.empty();
}

auto orderOf(const NumberedCitation &citation)
{
    return std::tuple(citation.isOutside, citation.number);
}

/// Of the same reference the first stays, and with it the first place in it that is named.
void dropDoubles(std::vector<NumberedCitation> &citations)
{
    std::vector<NumberedCitation> kept;
    for (NumberedCitation &citation : citations) {
        const bool isThere = std::ranges::any_of(kept, [&](const NumberedCitation &one) {
            return orderOf(one) == orderOf(citation) && one.locator == citation.locator;
        });
        if (!isThere) {
            kept.push_back(std::move(citation));
        }
    }
    citations = std::move(kept);
}

CitedText numberText(const NumberedCitation &citation, const CitationStyle &style)
{
    std::string text = style.eachOpen;
    text += citation.isOutside ? style.outside : "";
    text += std::to_string(citation.number) + citation.mark;
    text += citation.locator.empty() ? "" : ", " + citation.locator;
    return {text + style.eachClose, citation.key};
}

} // namespace

std::optional<CitationStyle> citationStyleCalled(std::string_view name)
{
    const auto *const found = std::ranges::find(kPresets, name, &Preset::first);
    return found == kPresets.end() ? std::nullopt : std::optional(found->second());
}

std::vector<CitedText> citedText(std::vector<NumberedCitation> citations, const CitationStyle &style)
{
    if (style.isSorted) {
        std::ranges::stable_sort(citations, {}, orderOf);
    }
    dropDoubles(citations);
    std::vector<CitedText> pieces;
    for (std::size_t i = 0; i < citations.size();) {
        std::size_t end = i + 1;
        while (end < citations.size() && mayJoin(citations[end - 1], citations[end])) {
            ++end;
        }
        if (const std::string &between = pieces.empty() ? style.open : style.delimiter; !between.empty()) {
            pieces.push_back({between, {}});
        }
        pieces.push_back(numberText(citations[i], style));
        if (end - i >= kShortestRun) {
            pieces.push_back({style.dash, {}});
            pieces.push_back(numberText(citations[end - 1], style));
            i = end;
        } else {
            ++i;
        }
    }
    if (!pieces.empty() && !style.close.empty()) {
        pieces.push_back({style.close, {}});
    }
    return pieces;
}

std::string textOf(std::span<const CitedText> pieces)
{
    std::string text;
    for (const CitedText &piece : pieces) {
        text += piece.text;
    }
    return text;
}

} // namespace winnow::evidence
