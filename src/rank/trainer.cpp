#include "rank/trainer.h"

#include <algorithm>
#include <functional>

namespace winnow::rank {

namespace {

/// Higher scores first; equal ones by row.
bool isBefore(const Ranked &a, const Ranked &b)
{
    return a.score != b.score ? a.score > b.score : a.row < b.row;
}

/// What rounding may add to a score beyond the rise of its weights.
constexpr double kRounding = 1e-5;

/// The heap is made anew when the rise has grown so large that its bounds lose digits.
constexpr double kMostRise = 100;

/// Where more than this share of the heap had to be taken from it, to score all anew costs less.
constexpr std::size_t kTakenShare = 16;

} // namespace

Trainer::Trainer(std::shared_ptr<const Features> features, const RidgeParameters &parameters)
    : m_features(std::move(features))
    , m_ridge(m_features, parameters)
    , m_isLabelled(m_features->size(), 0)
    , m_isOut(m_features->size(), 0)
{}

bool Trainer::isWorse(const Candidate &a, const Candidate &b)
{
    return a.bound != b.bound ? a.bound < b.bound : a.row > b.row;
}

void Trainer::leaveOut(Row row)
{
    m_isOut[row] = 1;
    while (m_first < m_features->size() && m_isOut[m_first] != 0) {
        ++m_first;
    }
}

/// Whether the record had no label before.
bool Trainer::take(const Label &label)
{
    if (hasLabel(label.row)) {
        return false;
    }
    m_isLabelled[label.row] = 1;
    leaveOut(label.row);
    m_ridge.add(label.row, label.isRelevant);
    return true;
}

void Trainer::learn()
{
    if (m_ridge.isReady()) {
        m_ridge.fit();
        m_rise += double{m_ridge.rise()} + kRounding;
    }
}

void Trainer::add(Row row, bool isRelevant)
{
    if (take({row, isRelevant})) {
        learn();
    }
}

void Trainer::add(std::span<const Label> labels)
{
    for (const Label &label : labels) {
        static_cast<void>(take(label));
    }
    learn();
}

void Trainer::fillCandidates()
{
    m_candidates.clear();
    m_rise = 0;
    for (Row row = 0; row < m_features->size(); ++row) {
        if (m_isOut[row] == 0) {
            m_candidates.push_back({m_ridge.score(row) - m_ridge.intercept(), row});
        }
    }
    std::ranges::make_heap(m_candidates, isWorse);
}

std::vector<Ranked> Trainer::firstRows(std::size_t count) const
{
    std::vector<Ranked> first;
    for (Row row = m_first; row < m_features->size() && first.size() < count; ++row) {
        if (m_isOut[row] == 0) {
            first.push_back({row, 0});
        }
    }
    return first;
}

std::vector<Ranked> Trainer::top(std::size_t count)
{
    if (!m_ridge.isReady()) {
        return firstRows(count);
    }
    if (m_candidates.empty() || m_rise > kMostRise) {
        fillCandidates();
    }
    // What is taken from the heap is scored anew. A record can only be among the first when its bound reaches
    // the worst of the `count` best scores known.
    std::vector<Ranked> scored;
    std::vector<float> best; // heap of the `count` best scores, the worst on top
    std::size_t most = count + m_candidates.size() / kTakenShare;
    while (!m_candidates.empty()) {
        if (scored.size() > most) {
            fillCandidates();
            scored.clear();
            best.clear();
            most = m_candidates.size();
        }
        const double bound = m_candidates.front().bound + m_rise + m_ridge.intercept() + kRounding;
        if (best.size() == count && bound < best.front()) {
            break;
        }
        std::ranges::pop_heap(m_candidates, isWorse);
        const Row row = m_candidates.back().row;
        m_candidates.pop_back();
        if (m_isOut[row] != 0) {
            continue;
        }
        const float score = m_ridge.score(row);
        scored.push_back({row, score});
        if (best.size() < count) {
            best.push_back(score);
            std::ranges::push_heap(best, std::greater());
        } else if (score > best.front()) {
            std::ranges::pop_heap(best, std::greater());
            best.back() = score;
            std::ranges::push_heap(best, std::greater());
        }
    }
    for (const Ranked &ranked : scored) {
        m_candidates.push_back({static_cast<float>(ranked.score - m_ridge.intercept() - m_rise), ranked.row});
        std::ranges::push_heap(m_candidates, isWorse);
    }
    std::ranges::sort(scored, isBefore);
    scored.resize(std::min(scored.size(), count));
    return scored;
}

std::vector<Ranked> Trainer::all() const
{
    if (!m_ridge.isReady()) {
        return firstRows(m_features->size());
    }
    std::vector<Ranked> ranked;
    ranked.reserve(m_features->size());
    for (Row row = 0; row < m_features->size(); ++row) {
        if (m_isOut[row] == 0) {
            ranked.push_back({row, m_ridge.score(row)});
        }
    }
    std::ranges::sort(ranked, isBefore);
    return ranked;
}

} // namespace winnow::rank
