#include "query/checks/checks.h"
#include "query/checks/or_group.h"
#include "text/variants.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>

namespace winnow::query {

namespace {

constexpr std::size_t kShortStem = 3;

/// What is odd about a word with wildcards; empty where nothing is.
std::string oddityOf(std::string_view word)
{
    const auto wildcards = std::ranges::count_if(word, [](char c) { return c == '*' || c == '?'; });
    const std::size_t letters = word.size() - static_cast<std::size_t>(wildcards);
    if (word.front() == '*' && word.back() == '*' && word.size() > 1) {
        return "With * on both sides this finds many words that were not meant, and Scopus advises against "
               "it.";
    }
    if (word.front() == '*') {
        return "With * in front this finds every word that ends so; check what it brings.";
    }
    if (std::ranges::count(word, '*') > 1) {
        return "Scopus documents one wildcard in a word; divide this into several.";
    }
    if (word.find('*') != std::string_view::npos && letters < kShortStem) {
        return "So few letters before * find very many words; write a longer stem.";
    }
    return {};
}

/// The letters before a * that is the only wildcard and ends the word; else empty.
std::string_view stemOf(const Node &node)
{
    if (node.kind != NodeKind::Term || node.form == TermForm::Exact || node.words.size() != 1) {
        return {};
    }
    const std::string_view word = node.words.front();
    return word.size() > 1 && word.find_first_of("*?") == word.size() - 1 && word.back() == '*'
               ? word.substr(0, word.size() - 1)
               : std::string_view();
}

/// Stems of the other spelling of a stem: anesthe of anaesthe, randomis of randomiz. Found by spelling words
/// that begin with it.
std::set<std::string> otherSpellings(std::string_view stem)
{
    constexpr std::array<std::string_view, 8> kEndings{"", "a", "e", "r", "ing", "ation", "isation", "ise"};
    std::set<std::string> stems;
    for (const std::string_view ending : kEndings) {
        const std::string word = std::string(stem) + std::string(ending);
        for (const std::string &form : text::variants(word)) {
            const std::string other = form.substr(0, form.size() - std::min(form.size(), ending.size()));
            // A plural differs at the end; a spelling differs within the stem, or by an o before its e.
            const bool beginsAlike =
                other.substr(0, 1) == stem.substr(0, 1) || other == stem.substr(1) ||
                std::string_view(other).substr(std::min<std::size_t>(1, other.size())) == stem;
            if (form.ends_with(ending) && !other.starts_with(stem) && !stem.starts_with(other) &&
                other.size() > kShortStem && beginsAlike) {
                stems.insert(other);
            }
        }
    }
    return stems;
}

std::size_t commonPrefix(std::string_view a, std::string_view b)
{
    return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

} // namespace

/// W09
void checkWildcards(const CheckedQuery &query, Findings &findings)
{
    for (const Place &place : query.places()) {
        const Node &node = *place.node;
        if (node.kind != NodeKind::Term || node.form == TermForm::Exact || !holdsWords(place.field)) {
            continue;
        }
        for (const std::string &word : node.words) {
            if (!hasWildcard(word)) {
                continue;
            }
            if (std::string oddity = oddityOf(word); !oddity.empty()) {
                findings.warn("W09", {node.from, node.to}, std::move(oddity));
                break;
            }
        }
    }
}

/// W08: a word with a wildcard no longer stands for its other spelling.
void checkSpellingsOfWildcards(const CheckedQuery &query, Findings &findings)
{
    const OrGroups groups(query);
    for (const Place &place : query.places()) {
        const Node &node = *place.node;
        const std::string_view stem = stemOf(node);
        if (stem.size() <= kShortStem || !holdsWords(place.field)) {
            continue;
        }
        std::set<std::string> others = otherSpellings(stem);
        std::erase_if(others, [&](const std::string &other) { return groups.hasStemBeside(place, other); });
        if (others.empty()) {
            continue;
        }
        findings.warn("W08",
                      {node.from, node.to},
                      "With a wildcard the other spelling or form is not found by itself; add " +
                          *others.begin() + "*.",
                      query.alternative(place, *others.begin() + "*"));
    }
}

/// W11: three and more words of an OR that one stem would find.
void checkWordsForOneWildcard(const CheckedQuery &query, Findings &findings)
{
    constexpr std::size_t kShortestStem = 6;
    constexpr std::size_t kLongestRest = 6;
    constexpr std::size_t kFewest = 3;
    for (const Place &place : query.places()) {
        if (place.node->kind != NodeKind::Or || !holdsWords(place.field)) {
            continue;
        }
        std::vector<const Node *> words;
        for (const NodePtr &child : place.node->children) {
            if (child->kind == NodeKind::Term && child->form != TermForm::Exact && child->words.size() == 1 &&
                !hasWildcard(child->words.front()) && child->words.front().size() >= kShortestStem) {
                words.push_back(child.get());
            }
        }
        const auto wordOf = [](const Node *node) -> const std::string & { return node->words.front(); };
        std::ranges::stable_sort(words, {}, wordOf);
        for (std::size_t first = 0; first < words.size();) {
            std::size_t stem = wordOf(words[first]).size();
            std::size_t end = first + 1;
            for (; end < words.size(); ++end) {
                const std::size_t shared =
                    std::min(stem, commonPrefix(wordOf(words[first]), wordOf(words[end])));
                if (shared < kShortestStem || wordOf(words[end]).size() - shared > kLongestRest ||
                    wordOf(words[first]).size() - shared > kLongestRest) {
                    break;
                }
                stem = shared;
            }
            if (end - first >= kFewest) {
                const auto run = std::span(words).subspan(first, end - first);
                const Node *earliest =
                    *std::ranges::min_element(run, {}, [](const Node *node) { return node->from; });
                findings.inform("W11",
                                {earliest->from, earliest->to},
                                wordOf(words[first]).substr(0, stem) + "* would find " +
                                    std::to_string(end - first) +
                                    " of these words, and others that begin so.");
            }
            first = end;
        }
    }
}

} // namespace winnow::query
