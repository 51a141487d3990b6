#pragma once

#include "rank/ridge.h"

#include <span>
#include <vector>

namespace winnow::rank {

/// A record and how likely it seems to be relevant; the scale has no meaning beyond its order.
struct Ranked
{
    Row row = 0;
    float score = 0;
};

/// What a reviewer said of a record.
struct Label
{
    Row row = 0;
    bool isRelevant = false;
};

/// Learns from one label after the other which records to read next. Cheap enough to be asked after every
/// decision: only records that may have come to the top are scored anew. Belongs to one thread at a time;
/// many trainers may share the features.
///
/// The order depends on nothing but the features, the parameters and the labels in their order: equal scores
/// go by row, all sums are made in a fixed order, and no function of the C library is used whose last bit
/// differs between machines.
class Trainer
{
public:
    Trainer(std::shared_ptr<const Features> features, const RidgeParameters &parameters);

    /// Adds a label and learns from it. A record that has a label already keeps it.
    void add(Row row, bool isRelevant);

    /// Adds many at once and learns from all of them together.
    void add(std::span<const Label> labels);

    /// Ranks a record never again; it may have a label all the same.
    void leaveOut(Row row);

    [[nodiscard]] bool hasLabel(Row row) const { return m_isLabelled[row] != 0; }

    /// The records to be read that come first: those without a label that were not left out, at most
    /// `count`, the best ones first; in the order of their rows as long as nothing is learned.
    [[nodiscard]] std::vector<Ranked> top(std::size_t count);

    /// All records to be read, the best ones first.
    [[nodiscard]] std::vector<Ranked> all() const;

    [[nodiscard]] const Ridge &model() const { return m_ridge; }

private:
    /// A record with the most that its score can be by now, but for the intercept and less what all scores
    /// may have risen so far.
    struct Candidate
    {
        float bound = 0;
        Row row = 0;
    };

    [[nodiscard]] bool take(const Label &label);
    void learn();
    static bool isWorse(const Candidate &a, const Candidate &b);
    void fillCandidates();
    [[nodiscard]] std::vector<Ranked> firstRows(std::size_t count) const;

    std::shared_ptr<const Features> m_features;
    Ridge m_ridge;
    std::vector<std::uint8_t> m_isLabelled;
    std::vector<std::uint8_t> m_isOut; ///< labelled or left out: not to be ranked
    std::vector<Candidate>
        m_candidates;  ///< a heap, the highest bound on top; may hold records not to be ranked
    Row m_first = 0;   ///< no record before it is to be ranked
    double m_rise = 0; ///< how much scores may have risen since the heap was filled
};

} // namespace winnow::rank
