#include "screening/team_agreement.h"

#include "screening/agreement_of_many.h"

#include <array>

namespace winnow::screening {

namespace {

PairAgreement pairAgreement(const Ratings &ratings,
                            const std::array<std::size_t, 2> &raters,
                            CrossTable table,
                            double confidence)
{
    PairAgreement pair{raters[0], raters[1], std::move(table), {}, {}, {}, {}, {}, {}};
    pair.observed = observedAgreement(pair.table, confidence);
    pair.kappa = cohenKappa(pair.table, Weights::Unweighted, confidence);
    pair.adjusted = pabak(pair.table, confidence);
    // Without what one of them rated alone, which AC1 would take into account.
    Ratings both(2, ratings.categories());
    const Ratings ofPair = ratings.ofRaters(raters);
    for (std::size_t unit = 0; unit < ofPair.units(); ++unit) {
        if (ofPair.at(unit, 0) && ofPair.at(unit, 1)) {
            both.add(ofPair.row(unit));
        }
    }
    pair.ac1 = gwetAc1(both, confidence);
    pair.prevalenceIndex = prevalenceIndex(pair.table);
    pair.biasIndex = biasIndex(pair.table);
    return pair;
}

} // namespace

TeamAgreement teamAgreement(const Ratings &ratings, const Bootstrap &bootstrap)
{
    TeamAgreement team;
    team.observed = meanPairAgreement(ratings, bootstrap.confidence);
    team.units = team.observed.units;
    team.fleiss = fleissKappa(ratings, bootstrap.confidence).kappa;
    team.ac1 = gwetAc1(ratings, bootstrap.confidence);
    team.light = lightKappa(ratings).kappa;
    team.alpha = krippendorffAlpha(ratings, Metric::Nominal, bootstrap);
    for (std::size_t first = 0; first < ratings.raters(); ++first) {
        for (std::size_t second = first + 1; second < ratings.raters(); ++second) {
            CrossTable table = crossTable(ratings, first, second);
            if (table.units() > 0) {
                team.pairs.push_back(
                    pairAgreement(ratings, {first, second}, std::move(table), bootstrap.confidence));
            }
        }
    }
    return team;
}

} // namespace winnow::screening
