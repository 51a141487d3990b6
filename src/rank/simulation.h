#pragma once

#include "rank/trainer.h"

#include <optional>
#include <span>
#include <vector>

namespace winnow::rank {

/// Screens records of which the labels are known, as a reviewer would with the ranking: reads the first
/// record, tells its label, has all ranked anew, until the last relevant one is found.
class Simulation
{
public:
    /// `labels`: 1 relevant, 0 not, one for each record. They must outlive the simulation.
    Simulation(Trainer trainer, std::span<const int> labels);

    /// Tells a label before screening begins; such a record is no part of the order.
    void tell(Row row);

    /// Screens one record; false when no relevant one is left.
    bool step();

    /// The records in the order in which they were screened.
    [[nodiscard]] const std::vector<Row> &order() const { return m_order; }

    /// Labels of order().
    [[nodiscard]] std::vector<int> foundLabels() const;

    /// Records without those that were told.
    [[nodiscard]] std::size_t records() const { return m_labels.size() - m_told; }

    [[nodiscard]] const Trainer &trainer() const { return m_trainer; }

private:
    Trainer m_trainer;
    std::span<const int> m_labels;
    std::vector<Row> m_order;
    std::size_t m_left = 0; ///< relevant ones not found yet
    std::size_t m_told = 0;
};

} // namespace winnow::rank
