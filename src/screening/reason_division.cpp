#include "screening/reason_division.h"

#include "screening/agreement_of_many.h"
#include "screening/agreement_of_two.h"

#include <algorithm>

namespace winnow::screening {

namespace {

void countPair(ReasonDivision &division, const Ballot &one, const Ballot &other)
{
    const auto gives = [&](const Ballot &ballot) {
        return ballot.verdict == Verdict::Exclude && ballot.reason == division.reason;
    };
    if (gives(one) && gives(other)) {
        ++division.both;
    } else if (gives(one) || gives(other)) {
        ++division.oneOnly;
        const Ballot &against = gives(one) ? other : one;
        ++(against.verdict == Verdict::Exclude ? division.againstOtherReason : division.againstGoingOn);
    } else {
        ++division.neither;
    }
}

bool says(const std::optional<Ballot> &ballot)
{
    return ballot && (ballot->verdict != Verdict::Exclude || !ballot->reason.empty());
}

void countPairs(ReasonDivision &division, const FirstVotes &votes)
{
    for (std::size_t record = 0; record < votes.records.size(); ++record) {
        for (std::size_t one = 0; one < votes.reviewers.size(); ++one) {
            for (std::size_t other = one + 1; other < votes.reviewers.size(); ++other) {
                if (says(votes.at(record, one)) && says(votes.at(record, other))) {
                    countPair(division, *votes.at(record, one), *votes.at(record, other));
                }
            }
        }
    }
}

bool isWorse(const ReasonDivision &one, const ReasonDivision &other)
{
    if (one.oneOnly != other.oneOnly) {
        return one.oneOnly > other.oneOnly;
    }
    if (one.dividedShare != other.dividedShare) {
        return one.dividedShare.value_or(0) > other.dividedShare.value_or(0);
    }
    return one.reason < other.reason;
}

} // namespace

std::vector<ReasonDivision> reasonDivisions(const FirstVotes &votes, double confidence)
{
    std::vector<ReasonDivision> divisions;
    for (std::string &reason : reasonsGiven(votes)) {
        ReasonDivision division;
        division.reason = std::move(reason);
        countPairs(division, votes);
        if (division.both + division.oneOnly > 0) {
            division.dividedShare =
                static_cast<double>(division.oneOnly) / static_cast<double>(division.both + division.oneOnly);
        }
        const Ratings ratings = reasonRatings(votes, division.reason);
        division.kappa = votes.reviewers.size() == 2
                             ? cohenKappa(crossTable(ratings, 0, 1), Weights::Unweighted, confidence)
                             : fleissKappa(ratings, confidence).kappa;
        divisions.push_back(std::move(division));
    }
    std::ranges::sort(divisions, isWorse);
    return divisions;
}

} // namespace winnow::screening
