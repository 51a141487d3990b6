#pragma once

#include "rank/features.h"

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
    double tolerance = 5e-4; ///< how far the score of a labelled record may be from the exact fit

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

    /// No score changed by more than this in the last fit: the length of the change of all weights.
    [[nodiscard]] float drift() const { return m_drift; }

    /// Whether the last fit is that of the squared hinge, too: no label is overfulfilled.
    [[nodiscard]] bool fitsHinge() const;

private:
    struct Label
    {
        Row row = 0;
        bool isRelevant = false;
        float square = 0; ///< of the length of the row in the terms that are kept
        float own = 0;    ///< of the rest
        float u = 0;
        float v = 0;
    };

    /// Weights that go with u and with v.
    struct Pair
    {
        float u = 0;
        float v = 0;
    };

    /// Corrects each dual variable once; the largest error that was found.
    float sweep(float tolerance);
    void combine();
    [[nodiscard]] double penalty(bool isRelevant) const;

    std::shared_ptr<const Features> m_features;
    RidgeParameters m_parameters;
    std::vector<Label> m_labels;
    std::size_t m_relevant = 0;
    std::vector<Pair> m_sums;     ///< X^T u and X^T v
    std::vector<float> m_weights; ///< X^T a
    float m_bias = 0;
    float m_drift = 0;
};

} // namespace winnow::rank
