#include "screening/mixing.h"

#include "screening/random.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

namespace winnow::screening {

namespace {

/// Gives records of one list that did not come yet.
class Unseen
{
public:
    Unseen(std::span<const RecordId> records, std::unordered_set<RecordId> &seen)
        : m_records(records)
        , m_seen(seen)
    {}

    RecordId take()
    {
        while (!m_seen.insert(m_records[m_next]).second) {
            ++m_next;
        }
        return m_records[m_next++];
    }

private:
    std::span<const RecordId> m_records;
    std::unordered_set<RecordId> &m_seen;
    std::size_t m_next = 0;
};

} // namespace

std::vector<RecordId> inRandomOrder(std::span<const RecordId> records, std::uint64_t seed)
{
    std::vector<std::pair<std::uint64_t, RecordId>> drawn;
    drawn.reserve(records.size());
    for (const RecordId record : records) {
        drawn.emplace_back(seededHash(seed, std::to_string(record.value)), record);
    }
    std::ranges::sort(drawn);
    std::vector<RecordId> order(drawn.size());
    std::ranges::transform(drawn, order.begin(), &std::pair<std::uint64_t, RecordId>::second);
    return order;
}

std::vector<RecordId> mixed(std::span<const RecordId> ranking, double share, std::uint64_t seed)
{
    const std::vector<RecordId> random = inRandomOrder(ranking, seed);
    std::unordered_set<RecordId> seen;
    Unseen ranked(ranking, seen);
    Unseen drawn(random, seen);
    std::vector<RecordId> order;
    order.reserve(ranking.size());
    double due = 0;
    while (order.size() < ranking.size()) {
        due += std::clamp(share, 0.0, 1.0);
        if (due >= 1) {
            due -= 1;
            order.push_back(drawn.take());
        } else {
            order.push_back(ranked.take());
        }
    }
    return order;
}

} // namespace winnow::screening
