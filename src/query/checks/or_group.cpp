#include "query/checks/or_group.h"

#include "query/term_words.h"
#include "text/variants.h"

namespace winnow::query {

namespace {

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

} // namespace

OrGroups::OrGroups(const CheckedQuery &query)
{
    for (const Place &place : query.places()) {
        const Node &node = *place.node;
        const bool passes = place.parent != nullptr &&
                            (place.parent->kind == NodeKind::Or || place.parent->kind == NodeKind::Fielded);
        const auto above = passes ? m_groups.find(place.parent) : m_groups.end();
        if (above != m_groups.end()) {
            m_groups.emplace(&node, above->second);
        } else if (node.kind == NodeKind::Or) {
            m_groups.emplace(&node, &node);
        }
        const auto group = m_groups.find(&node);
        if (group == m_groups.end() || node.kind != NodeKind::Term || node.words.empty() ||
            node.form == TermForm::Exact) {
            continue;
        }
        Asked &asked = m_asked[{group->second, place.field}];
        const std::string &first = node.words.front();
        if (node.words.size() > 1) {
            asked.phrases.insert(joined(node.words));
        } else if (const std::size_t wildcard = first.find_first_of("*?"); wildcard == std::string::npos) {
            for (std::string &form : text::variants(first)) {
                asked.words.insert(std::move(form));
            }
        } else if (wildcard + 1 == first.size() && first.back() == '*') {
            asked.stems.insert(first.substr(0, wildcard));
        }
    }
}

const OrGroups::Asked *OrGroups::askedBeside(const Place &place) const
{
    const auto group = m_groups.find(place.node);
    const auto asked = group == m_groups.end() ? m_asked.end() : m_asked.find({group->second, place.field});
    return asked == m_asked.end() ? nullptr : &asked->second;
}

bool OrGroups::hasStem(const Asked &asked, std::string_view letters)
{
    for (std::size_t length = 1; length <= letters.size(); ++length) {
        if (asked.stems.contains(std::string(letters.substr(0, length)))) {
            return true;
        }
    }
    return false;
}

bool OrGroups::hasBeside(const Place &place, std::string_view text) const
{
    const Asked *asked = askedBeside(place);
    if (asked == nullptr) {
        return false;
    }
    const std::vector<std::string> words = termWords(text, true);
    for (const std::string &word : words) {
        if (asked->words.contains(word) || hasStem(*asked, word.substr(0, word.find_first_of("*?")))) {
            return true;
        }
    }
    return words.size() > 1 && asked->phrases.contains(joined(words));
}

bool OrGroups::hasStemBeside(const Place &place, std::string_view letters) const
{
    const Asked *asked = askedBeside(place);
    return asked != nullptr && hasStem(*asked, letters);
}

} // namespace winnow::query
