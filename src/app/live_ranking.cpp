#include "app/live_ranking.h"

#include "base/background.h"

#include <algorithm>

namespace winnow::app {

namespace {

/// So many records are brought forward at once: more than anybody reads until the next are there.
constexpr std::size_t kBroughtForward = 100;

/// All rows but those of `readable`.
std::vector<bool> allBut(const RankingPool &pool, std::span<const RecordId> readable)
{
    std::vector<bool> isOut(pool.records.size(), true);
    for (const RecordId record : readable) {
        if (const auto row = pool.rowOf(record)) {
            isOut[*row] = false;
        }
    }
    return isOut;
}

} // namespace

LiveRanking::LiveRanking(std::shared_ptr<const RankingPool> pool, std::span<const RecordId> readable)
    : m_pool(std::move(pool))
    , m_isOut(allBut(*m_pool, readable))
    , m_labels(m_pool->labels)
    , m_trainer(trainerOf(*m_pool, m_isOut, m_labels))
    , m_first(rankingOf(*m_pool, m_trainer))
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{}

void LiveRanking::learn(RecordId record, Verdict verdict)
{
    const auto row = m_pool->rowOf(record);
    if (!row) {
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back({*row, verdict != Verdict::Exclude});
    }
    m_wake.notify_one();
}

std::optional<std::vector<RecordId>> LiveRanking::newer()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_newest, std::nullopt);
}

void LiveRanking::wait()
{
    std::unique_lock lock(m_mutex);
    m_idle.wait(lock, [this] { return m_waiting.empty() && !m_isLearning; });
}

void LiveRanking::run(const std::stop_token &stop)
{
    goToBackground();
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
        const std::vector<rank::Label> labels = std::exchange(m_waiting, {});
        m_isLearning = true;
        lock.unlock();
        learnAll(labels);
        std::vector<RecordId> first = top();
        lock.lock();
        m_newest = std::move(first);
        m_isLearning = false;
        m_idle.notify_all();
    }
}

void LiveRanking::learnAll(std::span<const rank::Label> labels)
{
    bool isChanged = false;
    for (const rank::Label &label : labels) {
        const auto known = std::ranges::find(m_labels, label.row, &rank::Label::row);
        if (known == m_labels.end()) {
            m_labels.push_back(label);
        } else if (known->isRelevant != label.isRelevant) {
            known->isRelevant = label.isRelevant;
            isChanged = true;
        }
    }
    // What is learned cannot be forgotten, but all can be learned anew.
    if (isChanged) {
        m_trainer = trainerOf(*m_pool, m_isOut, m_labels);
    } else {
        m_trainer.add(labels);
    }
}

std::vector<RecordId> LiveRanking::top()
{
    std::vector<RecordId> records;
    records.reserve(kBroughtForward);
    for (const rank::Ranked &ranked : m_trainer.top(kBroughtForward)) {
        records.push_back(m_pool->records[ranked.row]);
    }
    return records;
}

} // namespace winnow::app
