#pragma once

#include "rank/gram.h"

#include <memory>
#include <span>
#include <vector>

namespace winnow::rank {

/// How the classifier weighs what it has learned from.
struct RidgeParameters
{
    double c = 0.11;         ///< how much the labels count against the length of the weights
    double ratio = 9.8;      ///< all relevant records together count this many times all others
    double intercept = 1;    ///< square of the constant feature
    double tolerance = 2e-3; ///< how far the score of a labelled record may be from the exact fit

    bool operator==(const RidgeParameters &) const = default;
};

/// A linear classifier fitted to +1 for relevant and -1 for irrelevant records by weighted least squares,
/// with a small length of the weights: the linear support vector machine with squared hinge in the range of
/// `c` that ranks best, where no record lies beyond the margin (see fitsHinge()).
///
/// The dual variables a solve (X X^T + intercept + D) a = y, D = 1 / (2 C_i). A new label changes them
/// little, so they are corrected one by one from where they were. The constant feature, which ties all of
/// them together, is solved exactly: a = u - b v with (X X^T + D) u = y and (X X^T + D) v = 1.
///
/// The result depends on nothing but the features, the parameters and the labels in their order.
class Ridge
{
public:
    Ridge(std::shared_ptr<const Features> features, const RidgeParameters &parameters);

    /// Adds a label; a record may have one only.
    void add(Row row, bool isRelevant);

    /// Whether both kinds of label are there: before that, nothing can be told.
    [[nodiscard]] bool isReady() const { return m_relevant > 0 && m_relevant < m_labels.size(); }

    /// Fits to all labels so far; to be called when isReady().
    void fit();

    /// The score of a record by the last fit.
    [[nodiscard]] float score(Row row) const;

    [[nodiscard]] float intercept() const { return m_bias; }

    /// The weight of each term by the last fit.
    [[nodiscard]] std::span<const float> weights() const { return m_weights; }

    /// No score but for the intercept rose by more than this in the last fit. No weight of a term in a record
    /// is negative, so this is the length of what was added to weights alone.
    [[nodiscard]] float rise() const { return m_rise; }

    /// Whether the last fit is that of the squared hinge, too: no label is overfulfilled.
    [[nodiscard]] bool fitsHinge() const;

private:
    struct Label
    {
        Row row = 0;
        bool isRelevant = false;
        float square = 0; ///< of the length of the row in the terms that are kept
        float own = 0;    ///< of the rest
    };

    /// A value that goes with u and one that goes with v.
    struct Pair
    {
        float u = 0;
        float v = 0;
    };

    /// Corrects each dual variable whose error is above `tolerance` once; the largest error that was found.
    float correctByErrors(float tolerance);
    float correctByWeights(float tolerance);
    void takePenalties();
    void addToSums(Row row, Pair step);
    void addStepsToSums();
    void combine();
    [[nodiscard]] float penaltyOf(const Label &label) const;

    std::shared_ptr<const Features> m_features;
    RidgeParameters m_parameters;
    std::vector<Label> m_labels;
    std::size_t m_relevant = 0;
    Gram m_gram;                  ///< of all labels as long as they are few
    std::vector<float> m_u;       ///< dual variables
    std::vector<float> m_v;       ///< likewise
    std::vector<Pair> m_steps;    ///< what m_sums has to learn yet
    std::vector<float> m_uErrors; ///< y - (X X^T + D) u, kept while there is a Gram matrix
    std::vector<float> m_vErrors; ///< 1 - (X X^T + D) v
    float m_relevantPenalty = 0;  ///< D of relevant labels
    float m_otherPenalty = 0;
    std::vector<Pair> m_sums;     ///< X^T u and X^T v
    std::vector<float> m_weights; ///< X^T a
    float m_bias = 0;
    float m_rise = 0;
};

} // namespace winnow::rank
