#pragma once

#include "app/ranking_pool.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <utility>
#include <vector>

namespace winnow::app {

/// A ranking that learns from every decision in a thread of its own, so that a reviewer never waits for it.
/// What it brings to the top may differ from rankRecords() by what the tolerance of the fit leaves open.
class LiveRanking
{
public:
    /// `readable`: what the reviewer is to read, and nothing else is ranked.
    LiveRanking(std::shared_ptr<const RankingPool> pool, std::span<const RecordId> readable);

    /// Ends the thread; what is not learned yet is left.
    ~LiveRanking() = default;
    LiveRanking(const LiveRanking &) = delete;
    LiveRanking &operator=(const LiveRanking &) = delete;

    [[nodiscard]] const std::shared_ptr<const RankingPool> &pool() const { return m_pool; }

    /// What it learned from when it began, and the order that follows.
    [[nodiscard]] const Ranking &first() const { return m_first; }

    /// Learns from a decision, which may change an earlier one. Returns at once.
    void learn(RecordId record, Verdict verdict);

    /// The records that come first by all that is learned by now, the first one first; none where that was
    /// told before. Returns at once.
    [[nodiscard]] std::optional<std::vector<RecordId>> newer();

    /// Waits until all is learned.
    void wait();

private:
    void run(const std::stop_token &stop);
    void learnAll(std::span<const rank::Label> labels);
    [[nodiscard]] std::vector<RecordId> top();

    std::shared_ptr<const RankingPool> m_pool;
    std::vector<bool> m_isOut;         ///< by row
    std::vector<rank::Label> m_labels; ///< all that are learned; of the thread, once it runs
    rank::Trainer m_trainer;           ///< likewise
    Ranking m_first;
    std::mutex m_mutex; ///< of what follows
    std::condition_variable_any m_wake;
    std::condition_variable_any m_idle;
    std::vector<rank::Label> m_waiting;
    std::optional<std::vector<RecordId>> m_newest;
    bool m_isLearning = false;
    std::jthread m_thread; ///< the last member: it ends before the others go
};

} // namespace winnow::app
