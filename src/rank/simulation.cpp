#include "rank/simulation.h"

#include <algorithm>

namespace winnow::rank {

Simulation::Simulation(Trainer trainer, std::span<const int> labels)
    : m_trainer(std::move(trainer))
    , m_labels(labels)
    , m_left(static_cast<std::size_t>(std::ranges::count(labels, 1)))
{}

void Simulation::tell(Row row)
{
    if (m_trainer.hasLabel(row)) {
        return;
    }
    m_trainer.add(row, m_labels[row] == 1);
    m_left -= m_labels[row] == 1 ? 1 : 0;
    ++m_told;
}

bool Simulation::step()
{
    if (m_left == 0) {
        return false;
    }
    const Row row = m_trainer.top(1).front().row;
    m_order.push_back(row);
    m_trainer.add(row, m_labels[row] == 1);
    m_left -= m_labels[row] == 1 ? 1 : 0;
    return true;
}

std::vector<int> Simulation::foundLabels() const
{
    std::vector<int> labels;
    labels.reserve(m_order.size());
    for (const Row row : m_order) {
        labels.push_back(m_labels[row]);
    }
    return labels;
}

} // namespace winnow::rank
