/// How well and how fast records are ranked: simulations over labelled sets from the priors that the peer was
/// measured with, and the cost of features and of one label in a review of 48,000 records. Printed as tables.

#include "app/labelled_records.h"
#include "app/simulate.h"
#include "base/usage.h"
#include "rank/model.h"
#include "rank/trainer.h"
#include "stopping_rules.h"
#include "support/labelled_screening.h"
#include "support/real_data.h"
#include "support/ris_records.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <string_view>
#include <vector>

namespace winnow::bench {

namespace {

/// The sets that the peer's models were tuned on.
constexpr std::array kSynergy{
    "Donners_2021", "Menon_2022", "Smid_2020", "van_de_Schoot_2018", "Appenzeller-Herzog_2019"};

using test::Priors;

double medianOf(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

/// Means over the seeds of a set, or over sets.
struct Means
{
    rank::Metrics metrics;
    double labels = 0;
    std::vector<double> cpu;
    std::vector<double> stepMs;
    int count = 0;

    void add(const rank::Metrics &one)
    {
        metrics.loss += one.loss;
        metrics.wss95 += one.wss95;
        metrics.wss95Cohen += one.wss95Cohen;
        metrics.wss100 += one.wss100;
        metrics.atd += one.atd;
        metrics.recall10 += one.recall10;
        ++count;
    }

    [[nodiscard]] rank::Metrics mean() const
    {
        return {metrics.loss / count,
                metrics.wss95 / count,
                metrics.wss95Cohen / count,
                metrics.wss100 / count,
                metrics.atd / count,
                metrics.recall10 / count};
    }
};

Means simulateSet(const std::string &set, const std::vector<Priors> &priors, const std::string &model)
{
    Means means;
    for (const Priors &prior : priors) {
        Task task;
        const double before = usedCpuSeconds();
        const auto outcome =
            app::simulate({test::labelledSet(set), prior.included, prior.excluded, model}, task);
        means.cpu.push_back(usedCpuSeconds() - before);
        if (!outcome || !outcome->metrics) {
            std::printf(
                "%s: %s\n", set.c_str(), outcome ? "nothing to find" : outcome.error().message.c_str());
            return {};
        }
        means.add(*outcome->metrics);
        means.labels += static_cast<double>(outcome->order.size());
        means.stepMs.push_back(outcome->stepMedianMs);
    }
    return means;
}

void showMeans(const char *what, const Means &means)
{
    if (means.count > 0) {
        const rank::Metrics mean = means.mean();
        std::printf("%-24s %7.4f %8.4f %9.4f\n", what, mean.loss, mean.wss95, mean.recall10);
    }
}

void showQuality(const std::string &model)
{
    const auto priors = test::screeningPriors();
    if (priors.empty()) {
        std::puts("The labelled sets are missing (set WINNOW_DATA): nothing is said of quality.");
        return;
    }
    std::printf("model %s\n%-24s %7s %8s %9s %9s %9s %9s %8s %9s\n",
                model.c_str(),
                "set",
                "loss",
                "wss95",
                "recall10",
                "cohen",
                "wss100",
                "labels",
                "CPU s",
                "step ms");
    Means synergy;
    Means others;
    Means all;
    for (const auto &[set, seeds] : priors) {
        const Means means = simulateSet(set, seeds, model);
        if (means.count == 0) {
            continue;
        }
        const rank::Metrics mean = means.mean();
        std::printf("%-24s %7.4f %8.4f %9.4f %9.4f %9.4f %9.0f %8.2f %9.3f\n",
                    set.c_str(),
                    mean.loss,
                    mean.wss95,
                    mean.recall10,
                    mean.wss95Cohen,
                    mean.wss100,
                    means.labels / means.count,
                    medianOf(means.cpu),
                    medianOf(means.stepMs));
        std::fflush(stdout);
        (std::ranges::find(kSynergy, set) != kSynergy.end() ? synergy : others).add(mean);
        all.add(mean);
    }
    showMeans("mean of SYNERGY sets", synergy);
    showMeans("mean of other sets", others);
    showMeans("mean of all", all);
    std::puts("");
}

/// Texts of the peer's size: the large file, then labelled sets.
std::vector<std::pair<std::string, std::string>> manyTexts()
{
    constexpr std::size_t kRecords = 48'375;
    std::vector<std::pair<std::string, std::string>> texts;
    for (Record &record : test::recordsIn(test::realData("perf/large_mixed_20637.ris.gz"))) {
        texts.emplace_back(std::move(record.title), std::move(record.abstractText));
    }
    const auto priors = test::screeningPriors();
    Task task;
    for (const auto &[set, seeds] : priors) {
        static_cast<void>(app::readLabelledTexts(
            test::labelledSet(set),
            [&](std::string_view title, std::string_view abstractText, int /*label*/) {
                texts.emplace_back(title, abstractText);
            },
            task));
    }
    // A few of the first again, with a word of their own, make up for what is missing.
    for (std::size_t i = 0; !texts.empty() && texts.size() < kRecords; ++i) {
        texts.emplace_back(texts[i].first + " copy" + std::to_string(i), texts[i].second);
    }
    texts.resize(std::min(texts.size(), kRecords));
    return texts;
}

void showLabelCosts(const std::shared_ptr<const rank::Features> &features, const rank::Model &model)
{
    rank::Trainer trainer(features, model.ridge);
    std::vector<double> steps;
    std::puts("   labels   ms for a label and the next record: median, worst   ms to rank all");
    for (rank::Row label = 0; label <= 5'000; ++label) {
        const rank::Row row = trainer.top(1).front().row;
        const double before = usedCpuSeconds();
        // One in twenty is relevant, in a way that words can tell.
        trainer.add(row, features->row(row).size() % 20 == 0);
        static_cast<void>(trainer.top(1));
        steps.push_back((usedCpuSeconds() - before) * 1e3);
        if (label == 1'000 || label == 5'000) {
            steps.erase(steps.begin(), steps.end() - 200);
            const double begin = usedCpuSeconds();
            static_cast<void>(trainer.all());
            std::printf("%9u %33.2f %8.2f %18.2f\n",
                        label,
                        medianOf(steps),
                        std::ranges::max(steps),
                        (usedCpuSeconds() - begin) * 1e3);
        }
    }
}

void showSpeed()
{
    const rank::Model &model = rank::allModels().front();
    const auto texts = manyTexts();
    if (texts.empty()) {
        std::puts("The large file is missing (set WINNOW_DATA): nothing is said of speed.");
        return;
    }
    constexpr int kTimes = 3;
    std::vector<double> seconds;
    std::shared_ptr<const rank::Features> features;
    const double withTexts = peakMegabytes();
    for (int i = 0; i < kTimes; ++i) {
        features.reset();
        const double before = usedCpuSeconds();
        rank::FeatureBuilder builder(model.terms);
        for (const auto &[title, abstractText] : texts) {
            builder.add(title, abstractText);
        }
        features = builder.build();
        seconds.push_back(usedCpuSeconds() - before);
    }
    std::printf("features of %zu records: %.2f CPU s; %zu terms, %zu of them in two records or more; "
                "%.0f MB of work beside %.0f MB with the texts\n",
                texts.size(),
                medianOf(seconds),
                features->distinctTermCount(),
                features->termCount(),
                peakMegabytes() - withTexts,
                withTexts);
    showLabelCosts(features, model);
}

} // namespace

} // namespace winnow::bench

int main(int argc, char **argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
    if (argc > 1 && std::string_view(argv[1]) == "--stopping") {
        winnow::bench::showStoppingRules();
        return 0;
    }
    winnow::bench::showSpeed();
    if (argc > 1) {
        winnow::bench::showQuality(argv[1]);
        return 0;
    }
    winnow::bench::showQuality(std::string(winnow::rank::allModels().front().name));
    winnow::bench::showQuality("elas_u4");
    winnow::bench::showStoppingRules();
    return 0;
}
