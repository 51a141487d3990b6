#include "dedupe/groups.h"

#include "text/fold.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace winnow::dedupe {

namespace {

/// One way in which two records are seen to be the same.
struct Rule
{
    std::string_view words;
    std::string Candidate::*key;
};

constexpr std::array kRules{
    Rule{"same DOI", &Candidate::doi},
    Rule{"same PMID", &Candidate::pmid},
    Rule{"same EID", &Candidate::eid},
    Rule{"same title, year and first author", &Candidate::titleKey},
};

/// Letters, digits and all that is not ASCII of a folded text, so that spaces and punctuation do not tell
/// titles apart.
std::string bare(std::string_view text)
{
    std::string folded = text::fold(text);
    std::erase_if(folded, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x80 && std::isalnum(byte) == 0;
    });
    return folded;
}

/// Disjoint sets with the members of each set at hand, so that forbidden pairs can be looked up before two
/// sets are joined.
class Clusters
{
public:
    explicit Clusters(std::size_t size)
        : m_root(size)
        , m_members(size)
        , m_rules(size, 0)
    {
        std::iota(m_root.begin(), m_root.end(), std::size_t{0});
        for (std::size_t i = 0; i < size; ++i) {
            m_members[i].push_back(i);
        }
    }

    [[nodiscard]] std::size_t rootOf(std::size_t i) const { return m_root[i]; }

    [[nodiscard]] const std::vector<std::size_t> &members(std::size_t root) const { return m_members[root]; }

    [[nodiscard]] unsigned rules(std::size_t root) const { return m_rules[root]; }

    /// Joins the sets of `a` and `b`, the smaller into the larger.
    void join(std::size_t a, std::size_t b, unsigned rules)
    {
        std::size_t into = m_root[a];
        std::size_t from = m_root[b];
        if (into != from) {
            if (m_members[into].size() < m_members[from].size()) {
                std::swap(into, from);
            }
            for (const std::size_t member : m_members[from]) {
                m_root[member] = into;
            }
            m_members[into].insert(m_members[into].end(), m_members[from].begin(), m_members[from].end());
            m_members[from].clear();
            m_rules[into] |= m_rules[from];
        }
        m_rules[into] |= rules;
    }

private:
    std::vector<std::size_t> m_root;
    std::vector<std::vector<std::size_t>> m_members;
    std::vector<unsigned> m_rules;
};

class Grouping
{
public:
    Grouping(std::span<const Candidate> candidates, std::span<const std::pair<RecordId, RecordId>> apart)
        : m_candidates(candidates.begin(), candidates.end())
        , m_clusters(candidates.size())
    {
        std::ranges::sort(m_candidates, {}, &Candidate::id);
        for (const auto &[a, b] : apart) {
            m_apart[a].insert(b);
            m_apart[b].insert(a);
        }
    }

    void joinTogether(std::span<const std::pair<RecordId, RecordId>> together)
    {
        for (const auto &[a, b] : together) {
            const auto first = std::ranges::lower_bound(m_candidates, a, {}, &Candidate::id);
            const auto second = std::ranges::lower_bound(m_candidates, b, {}, &Candidate::id);
            if (first != m_candidates.end() && first->id == a && second != m_candidates.end() &&
                second->id == b) {
                m_clusters.join(indexOf(first), indexOf(second), 0);
            }
        }
    }

    void joinByRule(std::size_t rule)
    {
        std::unordered_map<std::string_view, std::vector<std::size_t>> firsts;
        for (std::size_t i = 0; i < m_candidates.size(); ++i) {
            const std::string &key = m_candidates[i].*kRules.at(rule).key;
            if (key.empty()) {
                continue;
            }
            // Where a person took records apart, one key can have several groups; else there is one entry a
            // key.
            std::vector<std::size_t> &groups = firsts[key];
            const auto fitting =
                std::ranges::find_if(groups, [&](std::size_t first) { return mayJoin(first, i); });
            if (fitting == groups.end()) {
                groups.push_back(i);
            } else {
                m_clusters.join(*fitting, i, 1U << rule);
            }
        }
    }

    [[nodiscard]] std::vector<Group> groups() const
    {
        std::vector<Group> groups;
        for (std::size_t i = 0; i < m_candidates.size(); ++i) {
            const auto &members = m_clusters.members(i);
            if (members.size() > 1) {
                groups.push_back(groupOf(members, m_clusters.rules(i)));
            }
        }
        std::ranges::sort(groups, {}, [](const Group &group) { return group.members.front(); });
        return groups;
    }

private:
    [[nodiscard]] std::size_t indexOf(std::vector<Candidate>::iterator candidate)
    {
        return static_cast<std::size_t>(candidate - m_candidates.begin());
    }

    [[nodiscard]] bool mayJoin(std::size_t a, std::size_t b) const
    {
        if (m_apart.empty() || m_clusters.rootOf(a) == m_clusters.rootOf(b)) {
            return true;
        }
        const auto &others = m_clusters.members(m_clusters.rootOf(b));
        return std::ranges::none_of(m_clusters.members(m_clusters.rootOf(a)), [&](std::size_t member) {
            const auto forbidden = m_apart.find(m_candidates[member].id);
            return forbidden != m_apart.end() && std::ranges::any_of(others, [&](std::size_t other) {
                       return forbidden->second.contains(m_candidates[other].id);
                   });
        });
    }

    [[nodiscard]] Group groupOf(const std::vector<std::size_t> &members, unsigned rules) const
    {
        Group group;
        const auto best = std::ranges::min_element(members, {}, [&](std::size_t member) {
            const Candidate &candidate = m_candidates[member];
            return std::tuple(candidate.rank, !candidate.hasAbstract, candidate.id);
        });
        group.kept = m_candidates[*best].id;
        for (const std::size_t member : members) {
            group.members.push_back(m_candidates[member].id);
        }
        std::ranges::sort(group.members);
        for (std::size_t rule = 0; rule < kRules.size(); ++rule) {
            if ((rules & (1U << rule)) != 0) {
                group.rule += group.rule.empty() ? "" : ", ";
                group.rule += kRules.at(rule).words;
            }
        }
        return group;
    }

    std::vector<Candidate> m_candidates;
    Clusters m_clusters;
    std::unordered_map<RecordId, std::set<RecordId>> m_apart;
};

} // namespace

Candidate candidateOf(RecordId id, const Record &record, int rank)
{
    Candidate candidate{id, rank, !record.abstractText.empty(), record.doi, record.pmid, record.eid, {}};
    const std::string title = bare(record.title);
    const std::string author = record.authors.empty() ? std::string() : bare(record.authors.front().family);
    if (!title.empty() && !author.empty() && record.date.year) {
        candidate.titleKey = title + '|' + std::to_string(*record.date.year) + '|' + author;
    }
    return candidate;
}

std::vector<Group> findGroups(std::span<const Candidate> candidates,
                              std::span<const std::pair<RecordId, RecordId>> together,
                              std::span<const std::pair<RecordId, RecordId>> apart)
{
    Grouping grouping(candidates, apart);
    grouping.joinTogether(together);
    for (std::size_t rule = 0; rule < kRules.size(); ++rule) {
        grouping.joinByRule(rule);
    }
    return grouping.groups();
}

} // namespace winnow::dedupe
