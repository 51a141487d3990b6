#include "dedupe/groups.h"

#include "dedupe/comparison.h"
#include "dedupe/pairs.h"
#include "dedupe/verdict.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

namespace winnow::dedupe {

namespace {

using Place = std::uint32_t;

struct Edge
{
    Pair places;
    float probability;
};

/// The most probable first; equal ones by their places, which stand for what the records say.
void sortByProbability(std::vector<Edge> &edges)
{
    std::ranges::sort(edges, [](const Edge &a, const Edge &b) {
        return std::tuple(-a.probability, a.places) < std::tuple(-b.probability, b.places);
    });
}

/// The lowest stands for its group.
std::tuple<int, bool, int, RecordId> standing(const Traits &traits)
{
    return {traits.rank, !traits.hasAbstract, -traits.filled, traits.id};
}

std::vector<Traits> inOrder(std::vector<Traits> records)
{
    std::ranges::sort(records, comesBefore);
    return records;
}

/// Disjoint sets with the members of each at hand.
class Clusters
{
public:
    /// `records` are in the order of comesBefore(), so that those that say the same follow one another.
    explicit Clusters(std::span<const Traits> records)
        : m_root(records.size())
        , m_members(records.size())
        , m_voices(records.size())
        , m_weakest(records.size())
    {
        std::iota(m_root.begin(), m_root.end(), Place{0});
        for (Place i = 0; i < records.size(); ++i) {
            m_members[i].push_back(i);
            m_voices[i].push_back(i > 0 && saysTheSame(records[i - 1], records[i]) ? m_voices[i - 1].front()
                                                                                   : i);
        }
    }

    [[nodiscard]] Place rootOf(Place place) const { return m_root[place]; }

    [[nodiscard]] const std::vector<Place> &members(Place root) const { return m_members[root]; }

    /// Of members that say the same, the first record of all that says it; ascending.
    [[nodiscard]] const std::vector<Place> &voices(Place root) const { return m_voices[root]; }

    /// The link that was made last, which is the least sure one.
    [[nodiscard]] const Pair &weakest(Place root) const { return m_weakest[root]; }

    /// The smaller set goes into the larger one.
    void join(const Pair &link)
    {
        Place into = m_root[link.first];
        Place from = m_root[link.second];
        if (into == from) {
            return;
        }
        if (m_members[into].size() < m_members[from].size()) {
            std::swap(into, from);
        }
        for (const Place member : m_members[from]) {
            m_root[member] = into;
        }
        m_members[into].insert(m_members[into].end(), m_members[from].begin(), m_members[from].end());
        m_members[from] = {};
        std::vector<Place> voices;
        std::ranges::set_union(m_voices[into], m_voices[from], std::back_inserter(voices));
        m_voices[into] = std::move(voices);
        m_voices[from] = {};
        m_weakest[into] = link;
    }

private:
    std::vector<Place> m_root;
    std::vector<std::vector<Place>> m_members;
    std::vector<std::vector<Place>> m_voices;
    std::vector<Pair> m_weakest;
};

class Grouping
{
public:
    Grouping(std::vector<Traits> records, const Settled &settled, Task &task)
        : m_records(inOrder(std::move(records)))
        , m_clusters(m_records)
        , m_task(task)
    {
        for (Place i = 0; i < m_records.size(); ++i) {
            m_places.emplace(m_records[i].id, i);
        }
        for (const RecordPair &pair : settled.apart) {
            if (const auto places = placesOf(pair)) {
                m_apart[places->first].push_back(places->second);
                m_apart[places->second].push_back(places->first);
            }
        }
        for (const RecordPair &pair : settled.together) {
            if (const auto places = placesOf(pair)) {
                m_clusters.join(*places);
            }
        }
    }

    Proposal run()
    {
        judgePairs();
        sortByProbability(m_safe);
        for (const Edge &edge : m_safe) {
            if (mayJoin(edge.places)) {
                m_clusters.join(edge.places);
            } else {
                m_grey.push_back(edge);
            }
        }
        sortByProbability(m_grey);
        return {groups(), greyPairs()};
    }

private:
    [[nodiscard]] std::optional<Pair> placesOf(const RecordPair &pair) const
    {
        const auto a = m_places.find(pair.first);
        const auto b = m_places.find(pair.second);
        return a == m_places.end() || b == m_places.end() ? std::nullopt
                                                          : std::optional(Pair(a->second, b->second));
    }

    [[nodiscard]] Comparison comparisonOf(const Pair &places) const
    {
        return compare(m_records[places.first], m_records[places.second]);
    }

    void judgePairs()
    {
        const std::vector<Pair> pairs = pairsToCompare(m_records, m_task);
        const auto total = static_cast<std::int64_t>(pairs.size());
        for (std::size_t i = 0; i < pairs.size() && !m_task.isStopped(); ++i) {
            const Verdict verdict = judge(comparisonOf(pairs[i]));
            if (verdict.tier != Tier::None) {
                (verdict.tier == Tier::Safe ? m_safe : m_grey)
                    .push_back({pairs[i], static_cast<float>(verdict.probability)});
            }
            m_task.report({"comparing", static_cast<std::int64_t>(i) + 1, total});
        }
    }

    [[nodiscard]] bool areKeptApart(const Pair &link) const
    {
        Place few = m_clusters.rootOf(link.first);
        Place many = m_clusters.rootOf(link.second);
        if (m_clusters.members(few).size() > m_clusters.members(many).size()) {
            std::swap(few, many);
        }
        return !m_apart.empty() && std::ranges::any_of(m_clusters.members(few), [&](Place member) {
            const auto others = m_apart.find(member);
            return others != m_apart.end() && std::ranges::any_of(others->second, [&](Place other) {
                       return m_clusters.rootOf(other) == many;
                   });
        });
    }

    [[nodiscard]] bool contradict(const Pair &link) const
    {
        const std::vector<Place> &others = m_clusters.voices(m_clusters.rootOf(link.second));
        return std::ranges::any_of(m_clusters.voices(m_clusters.rootOf(link.first)), [&](Place a) {
            return std::ranges::any_of(others, [&](Place b) {
                return judge(comparisonOf({a, b})).contradicts;
            });
        });
    }

    [[nodiscard]] bool mayJoin(const Pair &link) const
    {
        return m_clusters.rootOf(link.first) == m_clusters.rootOf(link.second) ||
               (!areKeptApart(link) && !contradict(link));
    }

    [[nodiscard]] std::vector<Group> groups() const
    {
        std::vector<Group> groups;
        for (Place i = 0; i < m_records.size(); ++i) {
            if (m_clusters.members(i).size() > 1) {
                groups.push_back(groupOf(i));
            }
        }
        std::ranges::sort(groups, {}, [](const Group &group) { return group.members.front(); });
        return groups;
    }

    [[nodiscard]] Group groupOf(Place root) const
    {
        Group group;
        const std::vector<Place> &members = m_clusters.members(root);
        const auto best =
            std::ranges::min_element(members, {}, [&](Place member) { return standing(m_records[member]); });
        group.kept = m_records[*best].id;
        for (const Place member : members) {
            group.members.push_back(m_records[member].id);
        }
        std::ranges::sort(group.members);
        group.why = reasonFor(comparisonOf(m_clusters.weakest(root)));
        return group;
    }

    [[nodiscard]] std::vector<GreyPair> greyPairs() const
    {
        std::vector<GreyPair> list;
        std::set<Pair> seen;
        for (const Edge &edge : m_grey) {
            const Place a = m_clusters.rootOf(edge.places.first);
            const Place b = m_clusters.rootOf(edge.places.second);
            if (a == b || !seen.insert(Pair(std::min(a, b), std::max(a, b))).second ||
                areKeptApart(edge.places)) {
                continue;
            }
            const RecordId first = m_records[edge.places.first].id;
            const RecordId second = m_records[edge.places.second].id;
            list.push_back({std::min(first, second),
                            std::max(first, second),
                            edge.probability,
                            reasonFor(comparisonOf(edge.places))});
        }
        return list;
    }

    std::vector<Traits> m_records;
    std::unordered_map<RecordId, Place> m_places;
    std::unordered_map<Place, std::vector<Place>> m_apart;
    Clusters m_clusters;
    Task &m_task;
    std::vector<Edge> m_safe;
    std::vector<Edge> m_grey;
};

} // namespace

RecordId keptOf(std::span<const Traits> records)
{
    return std::ranges::min_element(records, {}, standing)->id;
}

Proposal findDuplicates(std::vector<Traits> records, const Settled &settled, Task &task)
{
    return Grouping(std::move(records), settled, task).run();
}

} // namespace winnow::dedupe
