#include "gui/reading/abstract_parts.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>

namespace winnow::gui {

namespace {

using query::TextSpan;

/// Longer ones first where one begins with another.
constexpr std::array<std::string_view, 62> kLabels{"aims and objectives",
                                                   "aim and objectives",
                                                   "aim of the study",
                                                   "purpose of review",
                                                   "recent findings",
                                                   "background and aims",
                                                   "background and objectives",
                                                   "background and objective",
                                                   "background and purpose",
                                                   "background/aims",
                                                   "background",
                                                   "objectives",
                                                   "objective",
                                                   "aims",
                                                   "aim",
                                                   "purpose",
                                                   "introduction",
                                                   "context",
                                                   "rationale",
                                                   "importance",
                                                   "materials and methods",
                                                   "material and methods",
                                                   "patients and methods",
                                                   "subjects and methods",
                                                   "methods and results",
                                                   "methods and findings",
                                                   "design/methodology/approach",
                                                   "methodology",
                                                   "methods",
                                                   "method",
                                                   "study design",
                                                   "design and setting",
                                                   "design",
                                                   "setting",
                                                   "settings",
                                                   "participants",
                                                   "patients",
                                                   "population",
                                                   "interventions",
                                                   "intervention",
                                                   "exposures",
                                                   "main outcomes and measures",
                                                   "main outcome measures",
                                                   "main results",
                                                   "data sources",
                                                   "study selection",
                                                   "data extraction",
                                                   "data synthesis",
                                                   "results and discussion",
                                                   "results",
                                                   "findings",
                                                   "discussion",
                                                   "conclusions and implications",
                                                   "conclusions",
                                                   "conclusion",
                                                   "interpretation",
                                                   "limitations",
                                                   "research limitations/implications",
                                                   "practical implications",
                                                   "social implications",
                                                   "implications",
                                                   "originality/value"};

constexpr std::array<std::string_view, 4> kDashes{"-", "\u2013", "\u2014", "\u2212"};
constexpr std::size_t kLongestRights = 400;

bool isSpace(char sign)
{
    return std::isspace(static_cast<unsigned char>(sign)) != 0;
}

bool isUpper(char sign)
{
    return sign >= 'A' && sign <= 'Z';
}

bool isLetter(char sign)
{
    return isUpper(sign) || (sign >= 'a' && sign <= 'z');
}

char lower(char sign)
{
    return isUpper(sign) ? static_cast<char>(sign - 'A' + 'a') : sign;
}

bool beginsWith(std::string_view text, std::string_view word)
{
    return text.size() >= word.size() &&
           std::equal(
               word.begin(), word.end(), text.begin(), [](char of, char in) { return of == lower(in); });
}

std::size_t skipSpace(std::string_view text, std::size_t at)
{
    while (at < text.size() && isSpace(text[at])) {
        ++at;
    }
    return at;
}

/// Behind the punctuation that ends a label, or nothing where the word is no label.
std::optional<std::size_t> afterLabel(std::string_view text, TextSpan word)
{
    const std::string_view label = text.substr(word.from, word.to - word.from);
    if (word.to == text.size()) {
        return std::nullopt;
    }
    if (text[word.to] == ':') {
        return word.to + 1;
    }
    const std::size_t next = skipSpace(text, word.to);
    if (next == word.to || next == text.size()) {
        return std::nullopt;
    }
    if (text.substr(word.to, next - word.to).find('\n') != std::string_view::npos) {
        return next; // a line of its own
    }
    for (const std::string_view dash : kDashes) {
        if (text.substr(next).starts_with(dash) && next + dash.size() < text.size() &&
            isSpace(text[next + dash.size()])) {
            return next + dash.size();
        }
    }
    const bool isCapital = std::ranges::none_of(label, [](char sign) { return sign >= 'a' && sign <= 'z'; });
    const bool isBeforeSentence = !isLetter(text[next]) || isUpper(text[next]);
    return isCapital && isBeforeSentence ? std::optional(next) : std::nullopt;
}

struct Label
{
    TextSpan word;
    std::size_t after = 0;
};

std::optional<Label> labelAt(std::string_view text, std::size_t at)
{
    for (const std::string_view label : kLabels) {
        const TextSpan word{at, at + label.size()};
        if (!isLetter(text[at]) || !isUpper(text[at]) || !beginsWith(text.substr(at), label)) {
            continue;
        }
        if (const auto after = afterLabel(text, word)) {
            return Label{word, skipSpace(text, *after)};
        }
    }
    return std::nullopt;
}

/// Whether a sentence or a line may begin here.
bool isBeginning(std::string_view text, std::size_t at)
{
    std::size_t before = at;
    while (before > 0 && isSpace(text[before - 1])) {
        --before;
    }
    if (before == 0) {
        return true;
    }
    const bool isNewLine = text.substr(before, at - before).find('\n') != std::string_view::npos;
    constexpr std::string_view kEnds = ".?!;)]";
    return isNewLine || kEnds.find(text[before - 1]) != std::string_view::npos;
}

std::vector<Label> labelsOf(std::string_view text)
{
    std::vector<Label> labels;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!isUpper(text[at]) || !isBeginning(text, at)) {
            continue;
        }
        if (const auto label = labelAt(text, at)) {
            labels.push_back(*label);
            at = label->word.to;
        }
    }
    return labels.size() > 1 ? labels : std::vector<Label>();
}

TextSpan trimmed(std::string_view text, TextSpan span)
{
    span.from = std::min(skipSpace(text, span.from), span.to);
    while (span.to > span.from && isSpace(text[span.to - 1])) {
        --span.to;
    }
    return span;
}

bool beginsRights(std::string_view text)
{
    return text.starts_with("\u00A9") || beginsWith(text, "copyright ") || beginsWith(text, "(c) 20") ||
           beginsWith(text, "(c) 19");
}

/// The end of a sentence; an abbreviation ends none.
std::size_t sentenceEnd(std::string_view text, std::size_t at)
{
    while (at < text.size() && text[at] != '.') {
        ++at;
    }
    return std::min(at + 1, text.size());
}

/// Sources print who holds the rights before the abstract, or after it.
TextSpan rightsBefore(std::string_view text)
{
    if (!beginsRights(text)) {
        return {};
    }
    TextSpan rights{0, sentenceEnd(text, 0)};
    for (std::size_t next = skipSpace(text, rights.to);
         next < text.size() && (beginsWith(text.substr(next), "all rights reserved") ||
                                beginsWith(text.substr(next), "published by") ||
                                beginsWith(text.substr(next), "this is an open access"));
         next = skipSpace(text, rights.to)) {
        rights.to = sentenceEnd(text, next);
    }
    return rights.to < text.size() ? rights : TextSpan{};
}

TextSpan rightsAfter(std::string_view text)
{
    const std::size_t first = text.size() > kLongestRights ? text.size() - kLongestRights : 1;
    for (std::size_t at = first; at < text.size(); ++at) {
        if (isBeginning(text, at) && !isSpace(text[at]) && beginsRights(text.substr(at))) {
            return {at, text.size()};
        }
    }
    return {text.size(), text.size()};
}

void addLines(std::vector<AbstractPart> &parts, std::string_view text, TextSpan span, TextSpan label)
{
    const std::size_t before = parts.size();
    for (std::size_t from = span.from; from < span.to;) {
        const std::size_t end = std::min(text.find('\n', from), span.to);
        if (const TextSpan line = trimmed(text, {from, end}); line.from < line.to) {
            parts.push_back({parts.size() == before ? label : TextSpan{}, line, false});
        }
        from = end + 1;
    }
    if (parts.size() == before && label.from < label.to) {
        parts.push_back({label, {span.from, span.from}, false});
    }
}

} // namespace

std::vector<AbstractPart> abstractParts(std::string_view text)
{
    std::vector<AbstractPart> parts;
    const TextSpan before = rightsBefore(text);
    const TextSpan after = rightsAfter(text);
    if (before.to > 0) {
        parts.push_back({{}, trimmed(text, before), true});
    }
    TextSpan section{before.to, after.from};
    TextSpan label;
    for (const Label &next : labelsOf(text.substr(0, after.from))) {
        if (next.word.from < section.from) {
            continue;
        }
        addLines(parts, text, {section.from, next.word.from}, label);
        label = next.word;
        section.from = next.after;
    }
    addLines(parts, text, section, label);
    if (after.from < after.to) {
        parts.push_back({{}, trimmed(text, after), true});
    }
    return parts;
}

} // namespace winnow::gui
