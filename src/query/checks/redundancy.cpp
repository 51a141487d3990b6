#include "query/checks/checks.h"
#include "query/checks/implication.h"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <unordered_set>

namespace winnow::query {

namespace {

/// One alternative of an OR, and what to take out of the text to be rid of it.
struct Item
{
    Asked asked;
    const Node *operand = nullptr;
    std::size_t group = 0;
};

/// All alternatives below a node: TITLE(a OR b) OR TITLE(c) has three.
void collectItems(const Node &node, const FieldCode *field, const Node *operand, std::vector<Item> &items)
{
    if (node.kind == NodeKind::Or) {
        for (const NodePtr &child : node.children) {
            collectItems(*child, field, child.get(), items);
        }
    } else if (node.kind == NodeKind::Fielded) {
        collectItems(*node.children.front(), node.code, operand, items);
    } else {
        items.push_back({{field, &node}, operand});
    }
}

/// All that an AND joins: TITLE(a AND b) AND TITLE(c) joins three. What a field asks of one author stays
/// together.
void collectGroups(const Node &node, const FieldCode *field, const Node *operand, std::vector<Item> &groups)
{
    const bool isOpenField = node.kind == NodeKind::Fielded && !node.code->isElement &&
                             node.children.front()->kind == NodeKind::And;
    if (node.kind == NodeKind::And) {
        for (const NodePtr &child : node.children) {
            collectGroups(*child, field, child.get(), groups);
        }
    } else if (isOpenField) {
        collectGroups(*node.children.front(), node.code, operand, groups);
    } else {
        groups.push_back({{field, &node}, operand});
    }
}

/// Finds, for an operand, those of a set that may be wider than it, without looking at all of them.
class Candidates
{
public:
    Candidates(Implication &implication, const std::vector<Item> &items)
        : m_implication(implication)
        , m_items(items)
    {
        for (std::size_t i = 0; i < items.size(); ++i) {
            add(i);
        }
    }

    /// The numbers of some items; ascending, each once.
    [[nodiscard]] std::vector<std::size_t> of(const Asked &narrow)
    {
        m_found.clear();
        take(m_byHash, m_implication.hashOf(narrow));
        for (const Asked &term : Implication::guaranteed(narrow)) {
            take(m_byHash, m_implication.hashOf(term));
            for (const std::string &word : term.node->words) {
                takeByWord(term, word);
            }
        }
        std::ranges::sort(m_found);
        m_found.erase(std::unique(m_found.begin(), m_found.end()), m_found.end());
        return m_found;
    }

private:
    static constexpr std::size_t kMost = 48;    ///< of one key; more of them do not become quadratic
    static constexpr std::size_t kMostOdd = 16; ///< patterns with letters behind the wildcard

    template <class Map, class Key>
    void take(const Map &map, const Key &key)
    {
        if (const auto found = map.find(key); found != map.end()) {
            m_found.insert(m_found.end(), found->second.begin(), found->second.end());
        }
    }

    template <class Key>
    static void put(std::unordered_map<Key, std::vector<std::size_t>> &map, const Key &key, std::size_t item)
    {
        std::vector<std::size_t> &list = map[key];
        if (list.size() < kMost) {
            list.push_back(item);
        }
    }

    static std::string keyOf(const FieldCode *field, std::string_view word)
    {
        std::string key(field == nullptr ? std::string_view() : field->code);
        return (key += ' ') += word;
    }

    void add(std::size_t item)
    {
        const Asked &asked = m_items[item].asked;
        put(m_byHash, m_implication.hashOf(asked), item);
        // Phrases and ANDs are found by their first word.
        const Node *term = asked.node;
        if (term->kind == NodeKind::And && term->children.front()->kind == NodeKind::Term) {
            term = term->children.front().get();
        }
        if (term->kind != NodeKind::Term || term->words.empty() || term->form == TermForm::Exact) {
            return;
        }
        const std::string &word = term->words.front();
        const std::size_t wildcard = word.find_first_of("*?");
        if (wildcard == std::string::npos) {
            for (const std::string &form : m_implication.formsOf({asked.field, term}, word)) {
                put(m_byWord, keyOf(asked.field, form), item);
            }
        } else if (wildcard > 0) {
            m_longestPrefix = std::max(m_longestPrefix, wildcard);
            put(m_byPrefix, keyOf(asked.field, std::string_view(word).substr(0, wildcard)), item);
        } else if (m_odd.size() < kMostOdd) {
            m_odd.push_back(item);
        }
    }

    void takeByWord(const Asked &term, const std::string &word)
    {
        const std::size_t letters = std::min(word.find_first_of("*?"), word.size());
        if (letters == word.size()) {
            take(m_byWord, keyOf(term.field, word));
        }
        for (std::size_t length = 1; length <= std::min(letters, m_longestPrefix); ++length) {
            take(m_byPrefix, keyOf(term.field, std::string_view(word).substr(0, length)));
        }
        m_found.insert(m_found.end(), m_odd.begin(), m_odd.end());
    }

    Implication &m_implication;
    const std::vector<Item> &m_items;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> m_byHash;
    std::unordered_map<std::string, std::vector<std::size_t>> m_byWord;
    std::unordered_map<std::string, std::vector<std::size_t>> m_byPrefix;
    std::size_t m_longestPrefix = 0;
    std::vector<std::size_t> m_odd;
    std::vector<std::size_t> m_found;
};

class Redundancy
{
public:
    Redundancy(const CheckedQuery &query, Findings &findings)
        : m_query(query)
        , m_findings(findings)
    {}

    void run()
    {
        for (const Place &place : m_query.places()) {
            const NodeKind kind = place.node->kind;
            if (kind == NodeKind::Or && !isPartOf(place, NodeKind::Or)) {
                checkOr(place);
            } else if (kind == NodeKind::And && !isPartOf(place, NodeKind::And)) {
                checkAnd(place);
            }
            // What stands below belongs to the group above, in the same sense or through a field.
            const bool isPassing = kind == NodeKind::Fielded && place.parent != nullptr;
            m_above[place.node] = isPassing ? aboveOf(place) : kind;
        }
    }

private:
    /// The kind of the group above, fields that only hand it down aside.
    NodeKind aboveOf(const Place &place)
    {
        return place.parent == nullptr ? NodeKind::Term : m_above[place.parent];
    }

    bool isPartOf(const Place &place, NodeKind kind)
    {
        const bool isBelowElement = place.parent != nullptr && place.parent->kind == NodeKind::Fielded &&
                                    place.parent->code->isElement && kind == NodeKind::And;
        return !isBelowElement && aboveOf(place) == kind;
    }

    [[nodiscard]] std::string shortText(const Node &operand) const
    {
        constexpr std::size_t kMost = 60;
        std::string text(m_query.textOf(m_query.extentOf(operand)));
        if (text.size() <= kMost) {
            return text;
        }
        std::size_t end = kMost;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        return text.substr(0, end) + "\u2026";
    }

    void report(const Item &narrow, const std::string &message)
    {
        std::optional<Fix> fix;
        if (auto edit = m_query.removalOf(*narrow.operand)) {
            fix = Fix{"Remove it", {*std::move(edit)}};
        }
        m_findings.warn("W10", m_query.extentOf(*narrow.operand), message, std::move(fix));
    }

    void checkOr(const Place &place)
    {
        std::vector<Item> items;
        collectItems(*place.node, place.field, place.node, items);
        Candidates candidates(m_implication, items);
        for (std::size_t x = 0; x < items.size(); ++x) {
            for (const std::size_t y : candidates.of(items[x].asked)) {
                if (x == y || !m_implication.ofOperands(items[x].asked, items[y].asked)) {
                    continue;
                }
                const bool isMutual = m_implication.ofOperands(items[y].asked, items[x].asked);
                if (isMutual && x < y) {
                    continue;
                }
                const bool isSame =
                    m_implication.hashOf(items[x].asked) == m_implication.hashOf(items[y].asked);
                report(items[x],
                       isSame ? "This stands in the group twice."
                              : "This is redundant: " + shortText(*items[y].operand) + " finds all of it.");
                break;
            }
        }
    }

    void checkAnd(const Place &place)
    {
        std::vector<Item> groups;
        collectGroups(*place.node, place.field, place.node, groups);
        std::vector<std::vector<Item>> itemsOf(groups.size());
        std::vector<Item> all;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            collectItems(*groups[i].asked.node, groups[i].asked.field, groups[i].operand, itemsOf[i]);
            for (Item &item : itemsOf[i]) {
                item.group = i;
                all.push_back(item);
            }
        }
        Candidates candidates(m_implication, all);
        // What may be wider than each item of a group is looked up once for all groups it is held against.
        using Wider = std::deque<std::vector<std::size_t>>;
        const auto widerOf = [&](std::size_t group, std::size_t item, Wider & wider) -> const auto &
        {
            while (wider.size() <= item) {
                wider.push_back(candidates.of(itemsOf[group][wider.size()].asked));
            }
            return wider[item];
        };
        const auto isNarrower = [&](std::size_t j, std::size_t i, Wider &wider) {
            for (std::size_t item = 0; item < itemsOf[j].size(); ++item) {
                if (std::ranges::none_of(widerOf(j, item, wider), [&](std::size_t y) {
                        return all[y].group == i &&
                               m_implication.ofOperands(itemsOf[j][item].asked, all[y].asked);
                    })) {
                    return false;
                }
            }
            return true;
        };
        std::unordered_set<std::size_t> reported;
        for (std::size_t j = 0; j < groups.size(); ++j) {
            std::size_t looked = 0;
            std::size_t last = groups.size();
            Wider wider;
            for (const std::size_t y : widerOf(j, 0, wider)) {
                constexpr std::size_t kMostGroups = 16;
                const std::size_t i = all[y].group;
                if (i == j || i == last || reported.contains(i) || ++looked > kMostGroups) {
                    continue;
                }
                last = i;
                if (!isNarrower(j, i, wider)) {
                    continue;
                }
                const bool staysInstead = itemsOf[i].size() < itemsOf[j].size() ||
                                          (itemsOf[i].size() == itemsOf[j].size() && i < j);
                Wider widerThanOther;
                if (staysInstead && isNarrower(i, j, widerThanOther)) {
                    continue;
                }
                reported.insert(i);
                const bool isSame =
                    m_implication.hashOf(groups[i].asked) == m_implication.hashOf(groups[j].asked);
                report(groups[i],
                       (isSame ? "This is joined by AND twice; the other is "
                               : "This changes nothing: it finds all that is found by ") +
                           shortText(*groups[j].operand) + ".");
            }
        }
    }

    const CheckedQuery &m_query;
    Findings &m_findings;
    Implication m_implication;
    std::unordered_map<const Node *, NodeKind> m_above;
};

} // namespace

/// W10: what can be left out because something else says the same or more.
void checkRedundancy(const CheckedQuery &query, Findings &findings)
{
    Redundancy(query, findings).run();
}

} // namespace winnow::query
