#include "rank/ridge.h"

#include <algorithm>
#include <cmath>

namespace winnow::rank {

Ridge::Ridge(std::shared_ptr<const Features> features, const RidgeParameters &parameters)
    : m_features(std::move(features))
    , m_parameters(parameters)
    , m_sums(m_features->termCount())
    , m_weights(m_features->termCount())
{}

void Ridge::add(Row row, bool isRelevant)
{
    double square = 0;
    for (const TermWeight &entry : m_features->row(row)) {
        square += double{entry.weight} * entry.weight;
    }
    m_labels.push_back({row, isRelevant, static_cast<float>(square), m_features->ownShare(row), 0, 0});
    m_relevant += isRelevant ? 1 : 0;
}

/// D of a label: 1 / (2 C_i), where the C_i of all labels have the mean `c` and those of the relevant ones
/// the given ratio to the rest.
double Ridge::penalty(bool isRelevant) const
{
    const auto all = static_cast<double>(m_labels.size());
    const auto relevant = static_cast<double>(m_relevant);
    const double ratio = m_parameters.ratio;
    const double mean = 1 / (2 * m_parameters.c * all);
    return isRelevant ? mean * relevant * (1 + 1 / ratio) : mean * (all - relevant) * (1 + ratio);
}

float Ridge::sweep(float tolerance)
{
    const auto relevantPenalty = static_cast<float>(penalty(true));
    const auto otherPenalty = static_cast<float>(penalty(false));
    float largest = 0;
    for (Label &label : m_labels) {
        const std::span<const TermWeight> row = m_features->row(label.row);
        float scoreU = 0;
        float scoreV = 0;
        for (const TermWeight &entry : row) {
            const Pair sums = m_sums[entry.term];
            scoreU += entry.weight * sums.u;
            scoreV += entry.weight * sums.v;
        }
        const float penalty = (label.isRelevant ? relevantPenalty : otherPenalty) + label.own;
        const float errorU = (label.isRelevant ? 1.0F : -1.0F) - scoreU - penalty * label.u;
        const float errorV = 1.0F - scoreV - penalty * label.v;
        const float error = std::max(std::abs(errorU), std::abs(errorV));
        if (error <= tolerance) {
            continue;
        }
        largest = std::max(largest, error);
        const float stepU = errorU / (label.square + penalty);
        const float stepV = errorV / (label.square + penalty);
        label.u += stepU;
        label.v += stepV;
        for (const TermWeight &entry : row) {
            Pair &sums = m_sums[entry.term];
            sums.u += stepU * entry.weight;
            sums.v += stepV * entry.weight;
        }
    }
    return largest;
}

void Ridge::fit()
{
    constexpr int kMostSweeps = 200;
    const auto tolerance = static_cast<float>(m_parameters.tolerance);
    for (int i = 0; i < kMostSweeps && sweep(tolerance / 2) > tolerance; ++i) {
    }
    combine();
}

void Ridge::combine()
{
    double sumU = 0;
    double sumV = 0;
    for (const Label &label : m_labels) {
        sumU += label.u;
        sumV += label.v;
    }
    const double constant = m_parameters.intercept;
    const auto bias = static_cast<float>(constant * sumU / (1 + constant * sumV));
    double change = 0;
    for (std::size_t term = 0; term < m_sums.size(); ++term) {
        const float weight = m_sums[term].u - bias * m_sums[term].v;
        const float step = weight - m_weights[term];
        change += double{step} * step;
        m_weights[term] = weight;
    }
    m_drift = static_cast<float>(std::sqrt(change)) + std::abs(bias - m_bias);
    m_bias = bias;
}

float Ridge::score(Row row) const
{
    float sum = m_bias;
    for (const TermWeight &entry : m_features->row(row)) {
        sum += entry.weight * m_weights[entry.term];
    }
    return sum;
}

bool Ridge::fitsHinge() const
{
    return std::ranges::all_of(m_labels, [&](const Label &label) {
        const float dual = label.u - m_bias * label.v;
        return label.isRelevant ? dual >= 0 : dual <= 0;
    });
}

} // namespace winnow::rank
