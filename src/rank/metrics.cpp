#include "rank/metrics.h"

#include <cmath>
#include <vector>

namespace winnow::rank {

namespace {

/// 1-based places of the relevant records.
std::vector<std::size_t> placesIn(std::span<const int> labels)
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i] == 1) {
            places.push_back(i + 1);
        }
    }
    return places;
}

/// A whole number from the middle between two goes to the even one, as numpy rounds.
double roundHalfEven(double value)
{
    const double below = std::floor(value);
    const double rest = value - below;
    const bool isUp = rest > 0.5 || (rest == 0.5 && std::fmod(below, 2) != 0);
    return isUp ? below + 1 : below;
}

/// By how many records an order by chance finds its k-th relevant record later, as a share; for all k. Chance
/// is round(linspace(0, relevant, records)).
std::vector<double> savings(const std::vector<std::size_t> &places, std::size_t records)
{
    const auto relevant = static_cast<double>(places.size());
    const double step = records > 1 ? relevant / static_cast<double>(records - 1) : 0;
    std::vector<double> saved;
    std::size_t chance = 0;
    for (std::size_t k = 1; k <= places.size(); ++k) {
        // The last value is exactly `relevant`, so that the search ends.
        while (chance + 1 < records &&
               roundHalfEven(static_cast<double>(chance) * step) < static_cast<double>(k)) {
            ++chance;
        }
        saved.push_back((static_cast<double>(chance) - static_cast<double>(places[k - 1] - 1)) /
                        static_cast<double>(records));
    }
    return saved;
}

/// The saving at the largest number of relevant records that is not above a share of them; 0 for none.
double savingAt(const std::vector<double> &saved, double share)
{
    double saving = 0;
    for (std::size_t k = 1; k <= saved.size(); ++k) {
        if (static_cast<double>(k) / static_cast<double>(saved.size()) <= share) {
            saving = saved[k - 1];
        }
    }
    return saving;
}

double lossOf(const std::vector<std::size_t> &places, std::size_t records)
{
    const auto relevant = static_cast<double>(places.size());
    const auto all = static_cast<double>(records);
    double area = 0; // sum of the recall curve: each relevant record counts from its place to the end
    for (const std::size_t place : places) {
        area += static_cast<double>(records - place + 1);
    }
    const double best = relevant * (all - (relevant - 1) / 2);
    return places.size() == records ? 0 : (best - area) / (relevant * (all - relevant));
}

} // namespace

std::optional<Metrics> metricsOf(std::span<const int> labels, std::size_t records)
{
    constexpr double kMost = 0.95;
    constexpr double kTenth = 0.10;
    const std::vector<std::size_t> places = placesIn(labels);
    if (places.empty()) {
        return std::nullopt;
    }
    const auto relevant = static_cast<double>(places.size());
    const auto all = static_cast<double>(records);
    const std::vector<double> saved = savings(places, records);
    Metrics metrics;
    metrics.loss = lossOf(places, records);
    metrics.wss95 = savingAt(saved, kMost);
    metrics.wss100 = savingAt(saved, 1);
    const auto wanted = static_cast<std::size_t>(std::ceil(kMost * relevant));
    metrics.wss95Cohen = (all - static_cast<double>(places[wanted - 1])) / all - (1 - kMost);
    double sum = 0;
    double early = 0;
    for (const std::size_t place : places) {
        sum += static_cast<double>(place);
        early += static_cast<double>(place) / all <= kTenth ? 1 : 0;
    }
    metrics.atd = sum / relevant;
    metrics.recall10 = early / relevant;
    return metrics;
}

} // namespace winnow::rank
