#include "stopping_rules.h"

#include "app/labelled_records.h"
#include "rank/model.h"
#include "rank/simulation.h"
#include "screening/buscar.h"
#include "screening/random.h"
#include "screening/recall_estimate.h"
#include "screening/stopping.h"
#include "support/labelled_screening.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <numeric>
#include <vector>

namespace winnow::bench {

namespace {

using screening::RecallGoal;
using screening::ScreenedOrder;

constexpr RecallGoal kGoal; // 95 % recall, 95 % confidence

/// All records but the priors in the order in which they are screened, and which of them are relevant.
struct Screening
{
    ScreenedOrder isRelevant;
    std::size_t relevant = 0;
    std::uint64_t seed = 0;
};

/// Where a rule ends a screening: records read, and relevant ones among them.
struct End
{
    std::size_t read = 0;
    std::size_t found = 0;
};

using Rule = std::function<End(const Screening &)>;

std::size_t foundIn(const Screening &screening, std::size_t read)
{
    const auto begin = screening.isRelevant.begin();
    return static_cast<std::size_t>(std::count(begin, begin + static_cast<std::ptrdiff_t>(read), true));
}

End allRead(const Screening &screening)
{
    return {screening.isRelevant.size(), screening.relevant};
}

/// After so many irrelevant records in a row.
End afterRun(const Screening &screening, std::size_t needed)
{
    std::size_t run = 0;
    for (std::size_t i = 0; i < screening.isRelevant.size(); ++i) {
        run = screening.isRelevant[i] ? 0 : run + 1;
        if (run == needed) {
            return {i + 1, foundIn(screening, i + 1)};
        }
    }
    return allRead(screening);
}

/// Looked at after so many records each time.
End byBuscar(const Screening &screening, std::size_t each)
{
    ScreenedOrder read;
    for (std::size_t i = 0; i < screening.isRelevant.size(); ++i) {
        read.push_back(screening.isRelevant[i]);
        if (read.size() % each == 0) {
            const auto result = screening::buscar(read, screening.isRelevant.size(), kGoal);
            if (result && result->advice.saysStop) {
                return {read.size(), foundIn(screening, read.size())};
            }
        }
    }
    return allRead(screening);
}

/// After so many irrelevant records in a row the smallest sample that could say stop is drawn from what is
/// left, and screened; unless it says stop, screening goes on to the next such run.
End byTailSample(const Screening &screening, std::size_t needed)
{
    std::vector<bool> isRead(screening.isRelevant.size(), false);
    End end;
    std::size_t run = 0;
    const auto readOne = [&](std::size_t place) {
        isRead[place] = true;
        ++end.read;
        end.found += screening.isRelevant[place] ? 1 : 0;
    };
    screening::SplitMix64 random(screening.seed);
    for (std::size_t i = 0; i < screening.isRelevant.size(); ++i) {
        if (isRead[i]) {
            continue;
        }
        readOne(i);
        run = screening.isRelevant[i] ? 0 : run + 1;
        if (run < needed || end.found == 0) {
            continue;
        }
        run = 0;
        std::vector<std::size_t> tail;
        for (std::size_t place = 0; place < isRead.size(); ++place) {
            if (!isRead[place]) {
                tail.push_back(place);
            }
        }
        const auto unscreened = static_cast<std::int64_t>(tail.size());
        const auto before = static_cast<std::int64_t>(end.found);
        const auto size = screening::tailSampleNeeded(unscreened, before, kGoal);
        if (!size) {
            continue;
        }
        for (std::size_t drawn = 0; drawn < static_cast<std::size_t>(*size); ++drawn) {
            std::swap(tail[drawn], tail[drawn + random.below(tail.size() - drawn)]);
            readOne(tail[drawn]);
        }
        const auto estimate = screening::recallFromTailSample(
            {unscreened, *size, static_cast<std::int64_t>(end.found) - before, before}, kGoal);
        if (estimate && estimate->advice.saysStop) {
            return end;
        }
    }
    return end;
}

/// A random tenth of all records is screened first; then the ranking (which learned nothing from that tenth),
/// until the estimate that rests on that tenth says that the goal is reached.
End bySampleOfAll(const Screening &screening)
{
    const std::size_t all = screening.isRelevant.size();
    std::vector<std::size_t> places(all);
    std::iota(places.begin(), places.end(), 0U);
    screening::SplitMix64 random(screening.seed);
    screening::SampleOfAll sample{
        static_cast<std::int64_t>(all), static_cast<std::int64_t>(all / 10), 0, 0, 0};
    std::vector<bool> isRead(all, false);
    End end;
    for (std::size_t drawn = 0; drawn < all / 10; ++drawn) {
        std::swap(places[drawn], places[drawn + random.below(all - drawn)]);
        isRead[places[drawn]] = true;
        end.found += screening.isRelevant[places[drawn]] ? 1 : 0;
    }
    end.read = all / 10;
    sample.found = static_cast<std::int64_t>(end.found);
    for (std::size_t i = 0; i < all; ++i) {
        if (isRead[i]) {
            continue;
        }
        ++end.read;
        end.found += screening.isRelevant[i] ? 1 : 0;
        sample.screened = static_cast<std::int64_t>(end.read);
        sample.relevantFound = static_cast<std::int64_t>(end.found);
        const auto estimate = screening::recallFromSampleOfAll(sample, kGoal);
        if (estimate && estimate->advice.saysStop) {
            return end;
        }
    }
    return end;
}

/// What is not screened when the last relevant record is found is irrelevant, in whatever order.
std::vector<Screening> screenings()
{
    const rank::Model &model = rank::allModels().front();
    std::vector<Screening> all;
    for (const auto &[set, seeds] : test::screeningPriors()) {
        Task task;
        const auto records = app::readLabelledRecords(test::labelledSet(set), model.terms, task);
        if (!records) {
            std::printf("%s: %s\n", set.c_str(), records.error().message.c_str());
            continue;
        }
        for (const test::Priors &priors : seeds) {
            rank::Simulation simulation(rank::Trainer(records->features, model.ridge), records->labels);
            simulation.tell(static_cast<rank::Row>(priors.included));
            simulation.tell(static_cast<rank::Row>(priors.excluded));
            while (simulation.step()) {
            }
            Screening screening;
            for (const int label : simulation.foundLabels()) {
                screening.isRelevant.push_back(label == 1);
            }
            screening.relevant = foundIn(screening, screening.isRelevant.size());
            screening.isRelevant.resize(simulation.records(), false);
            screening.seed = all.size();
            all.push_back(std::move(screening));
        }
    }
    return all;
}

/// `times`: with other random samples each time.
void showRule(const char *name, const Rule &rule, const std::vector<Screening> &screenings, int times)
{
    int count = 0;
    int below = 0;
    int stopped = 0;
    double recall = 0;
    double worst = 1;
    double saved = 0;
    for (Screening screening : screenings) {
        for (int i = 0; i < times; ++i) {
            screening.seed += 1000;
            const End end = rule(screening);
            const double found = static_cast<double>(end.found) / static_cast<double>(screening.relevant);
            ++count;
            below += found < kGoal.recall ? 1 : 0;
            stopped += end.read < screening.isRelevant.size() ? 1 : 0;
            recall += found;
            worst = std::min(worst, found);
            saved += 1 - static_cast<double>(end.read) / static_cast<double>(screening.isRelevant.size());
        }
    }
    std::printf("%-46s %7d %8.1f %8.1f %8.3f %8.3f %8.1f\n",
                name,
                count,
                100.0 * stopped / count,
                100.0 * below / count,
                recall / count,
                worst,
                100 * saved / count);
}

} // namespace

void showStoppingRules()
{
    const std::vector<Screening> all = screenings();
    if (all.empty()) {
        return;
    }
    std::printf("%-46s %7s %8s %8s %8s %8s %8s\n",
                "stopping rule (goal: recall 95 %)",
                "runs",
                "stopped%",
                "below%",
                "recall",
                "worst",
                "saved%");
    constexpr int kSamples = 20;
    showRule(
        "50 irrelevant in a row", [](const Screening &one) { return afterRun(one, 50); }, all, 1);
    showRule(
        "100 irrelevant in a row", [](const Screening &one) { return afterRun(one, 100); }, all, 1);
    showRule(
        "200 irrelevant in a row", [](const Screening &one) { return afterRun(one, 200); }, all, 1);
    showRule(
        "Buscar, after every record", [](const Screening &one) { return byBuscar(one, 1); }, all, 1);
    showRule(
        "Buscar, after every 50", [](const Screening &one) { return byBuscar(one, 50); }, all, 1);
    showRule(
        "sample of the tail, after 50 in a row",
        [](const Screening &one) { return byTailSample(one, 50); },
        all,
        kSamples);
    showRule("estimate from a tenth screened at random", bySampleOfAll, all, kSamples);
    std::puts("");
}

} // namespace winnow::bench
