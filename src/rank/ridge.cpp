#include "rank/ridge.h"

#include <algorithm>
#include <cmath>

namespace winnow::rank {

namespace {

/// The inner products of so many labels take 151 MB; beyond, errors are worked out from the weights, which
/// takes no memory and more time.
constexpr std::size_t kMostInGram = 6144;

void addScaled(std::vector<float> &to, std::span<const float> values, float factor)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        to[i] += factor * values[i];
    }
}

} // namespace

Ridge::Ridge(std::shared_ptr<const Features> features, const RidgeParameters &parameters)
    : m_features(std::move(features))
    , m_parameters(parameters)
    , m_gram(m_features)
    , m_sums(m_features->termCount())
    , m_weights(m_features->termCount())
{}

void Ridge::add(Row row, bool isRelevant)
{
    double square = 0;
    for (const TermWeight entry : m_features->row(row)) {
        square += double{entry.weight} * entry.weight;
    }
    m_labels.push_back({row, isRelevant, static_cast<float>(square), m_features->ownShare(row)});
    m_relevant += isRelevant ? 1 : 0;
    m_u.push_back(0);
    m_v.push_back(0);
    m_steps.emplace_back();
    if (m_labels.size() > kMostInGram) {
        m_gram.clear();
        return;
    }
    m_gram.add(row);
    float uError = isRelevant ? 1.0F : -1.0F;
    float vError = 1.0F;
    const std::span<const float> products = m_gram.products(m_labels.size() - 1);
    for (std::size_t i = 0; i < products.size(); ++i) {
        uError -= products[i] * m_u[i];
        vError -= products[i] * m_v[i];
    }
    m_uErrors.push_back(uError);
    m_vErrors.push_back(vError);
}

/// D of a label and what its own terms add to its diagonal.
float Ridge::penaltyOf(const Label &label) const
{
    return (label.isRelevant ? m_relevantPenalty : m_otherPenalty) + label.own;
}

/// D = 1 / (2 C_i), where the C_i of all labels have the mean `c` and those of the relevant ones together the
/// given ratio to the rest. It changes with each label, and the errors with it.
void Ridge::takePenalties()
{
    const auto all = static_cast<double>(m_labels.size());
    const auto relevant = static_cast<double>(m_relevant);
    const double ratio = m_parameters.ratio;
    const double mean = 1 / (2 * m_parameters.c * all);
    const auto relevantPenalty = static_cast<float>(mean * relevant * (1 + 1 / ratio));
    const auto otherPenalty = static_cast<float>(mean * (all - relevant) * (1 + ratio));
    for (std::size_t i = 0; i < m_uErrors.size(); ++i) {
        const float change =
            m_labels[i].isRelevant ? relevantPenalty - m_relevantPenalty : otherPenalty - m_otherPenalty;
        m_uErrors[i] -= change * m_u[i];
        m_vErrors[i] -= change * m_v[i];
    }
    m_relevantPenalty = relevantPenalty;
    m_otherPenalty = otherPenalty;
}

float Ridge::correctByErrors(float tolerance)
{
    float largest = 0;
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        const float error = std::max(std::abs(m_uErrors[i]), std::abs(m_vErrors[i]));
        if (error <= tolerance) {
            continue;
        }
        largest = std::max(largest, error);
        const float penalty = penaltyOf(m_labels[i]);
        const Pair step{m_uErrors[i] / (m_labels[i].square + penalty),
                        m_vErrors[i] / (m_labels[i].square + penalty)};
        m_u[i] += step.u;
        m_v[i] += step.v;
        m_steps[i].u += step.u;
        m_steps[i].v += step.v;
        addScaled(m_uErrors, m_gram.products(i), -step.u);
        addScaled(m_vErrors, m_gram.products(i), -step.v);
        m_uErrors[i] -= penalty * step.u;
        m_vErrors[i] -= penalty * step.v;
    }
    return largest;
}

void Ridge::addToSums(Row row, Pair step)
{
    for (const TermWeight entry : m_features->row(row)) {
        Pair &sums = m_sums[entry.term];
        sums.u += step.u * entry.weight;
        sums.v += step.v * entry.weight;
    }
}

void Ridge::addStepsToSums()
{
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        if (m_steps[i].u != 0 || m_steps[i].v != 0) {
            addToSums(m_labels[i].row, m_steps[i]);
            m_steps[i] = {};
        }
    }
}

float Ridge::correctByWeights(float tolerance)
{
    float largest = 0;
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        const Label &label = m_labels[i];
        float scoreU = 0;
        float scoreV = 0;
        for (const TermWeight entry : m_features->row(label.row)) {
            const Pair sums = m_sums[entry.term];
            scoreU += entry.weight * sums.u;
            scoreV += entry.weight * sums.v;
        }
        const float penalty = penaltyOf(label);
        const float uError = (label.isRelevant ? 1.0F : -1.0F) - scoreU - penalty * m_u[i];
        const float vError = 1.0F - scoreV - penalty * m_v[i];
        const float error = std::max(std::abs(uError), std::abs(vError));
        if (error <= tolerance) {
            continue;
        }
        largest = std::max(largest, error);
        const Pair step{uError / (label.square + penalty), vError / (label.square + penalty)};
        m_u[i] += step.u;
        m_v[i] += step.v;
        addToSums(label.row, step);
    }
    return largest;
}

void Ridge::fit()
{
    constexpr int kMostRounds = 200;
    const auto tolerance = static_cast<float>(m_parameters.tolerance);
    const bool hasGram = m_labels.size() <= kMostInGram;
    if (!hasGram) {
        m_uErrors = m_vErrors = {};
    }
    takePenalties();
    for (int i = 0; i < kMostRounds; ++i) {
        const float error = hasGram ? correctByErrors(tolerance / 2) : correctByWeights(tolerance / 2);
        if (error <= tolerance) {
            break;
        }
    }
    if (hasGram) {
        addStepsToSums();
    }
    combine();
}

void Ridge::combine()
{
    double sumU = 0;
    double sumV = 0;
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        sumU += m_u[i];
        sumV += m_v[i];
    }
    const double constant = m_parameters.intercept;
    m_bias = static_cast<float>(constant * sumU / (1 + constant * sumV));
    // Four sums side by side, which the processor can work on at once.
    constexpr std::size_t kSums = 4;
    float rises[kSums] = {};
    for (std::size_t term = 0; term < m_sums.size(); ++term) {
        const float weight = m_sums[term].u - m_bias * m_sums[term].v;
        const float rise = std::max(weight - m_weights[term], 0.0F);
        rises[term % kSums] += rise * rise;
        m_weights[term] = weight;
    }
    m_rise = std::sqrt(rises[0] + rises[1] + rises[2] + rises[3]);
}

float Ridge::score(Row row) const
{
    float sum = m_bias;
    for (const TermWeight entry : m_features->row(row)) {
        sum += entry.weight * m_weights[entry.term];
    }
    return sum;
}

bool Ridge::fitsHinge() const
{
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        const float dual = m_u[i] - m_bias * m_v[i];
        if (m_labels[i].isRelevant ? dual < 0 : dual > 0) {
            return false;
        }
    }
    return true;
}

} // namespace winnow::rank
