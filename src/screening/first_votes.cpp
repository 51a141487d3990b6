#include "screening/first_votes.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

namespace winnow::screening {

namespace {

using Openings = std::unordered_map<RecordId, std::int64_t>;

Openings firstOpenings(std::span<const Opening> openings, Stage stage)
{
    Openings first;
    for (const Opening &opening : openings) {
        if (opening.stage == stage) {
            const auto [place, isNew] = first.try_emplace(opening.record, opening.order);
            if (!isNew) {
                place->second = std::min(place->second, opening.order);
            }
        }
    }
    return first;
}

using Key = std::pair<RecordId, std::string_view>;

/// The first verdict of each reviewer on each record, independent or not.
std::map<Key, const Vote *> earliestVotes(std::span<const Vote> votes, Stage stage)
{
    std::map<Key, const Vote *> earliest;
    for (const Vote &vote : votes) {
        if (vote.stage != stage) {
            continue;
        }
        const auto [place, isNew] = earliest.try_emplace(Key(vote.record, vote.reviewer), &vote);
        if (!isNew && vote.order < place->second->order) {
            place->second = &vote;
        }
    }
    return earliest;
}

Rating ratingOf(Verdict verdict, MaybeCounts maybe)
{
    switch (verdict) {
    case Verdict::Include:
        return Category{0};
    case Verdict::Exclude:
        return maybe == MaybeCounts::AsItself ? Category{2} : Category{1};
    case Verdict::Maybe:
        break;
    }
    switch (maybe) {
    case MaybeCounts::AsInclude:
        return Category{0};
    case MaybeCounts::AsItself:
        return Category{1};
    case MaybeCounts::Not:
        break;
    }
    return std::nullopt;
}

template <class RatingOfBallot>
Ratings ratingsBy(const FirstVotes &votes, std::size_t categories, RatingOfBallot ratingOfBallot)
{
    Ratings ratings(votes.reviewers.size(), categories);
    std::vector<Rating> row(votes.reviewers.size());
    for (std::size_t record = 0; record < votes.records.size(); ++record) {
        for (std::size_t reviewer = 0; reviewer < row.size(); ++reviewer) {
            const std::optional<Ballot> &ballot = votes.at(record, reviewer);
            row[reviewer] = ballot ? ratingOfBallot(*ballot) : std::nullopt;
        }
        ratings.add(row);
    }
    return ratings;
}

} // namespace

FirstVotes firstVotes(std::span<const Vote> votes, std::span<const Opening> openings, Stage stage)
{
    const Openings opened = firstOpenings(openings, stage);
    FirstVotes first;
    std::vector<const Vote *> independent; // by record
    std::set<std::string> reviewers;
    for (const auto &[key, vote] : earliestVotes(votes, stage)) {
        const auto opening = opened.find(vote->record);
        if (opening != opened.end() && vote->order >= opening->second) {
            ++first.late;
            continue;
        }
        independent.push_back(vote);
        reviewers.insert(vote->reviewer);
        if (first.records.empty() || first.records.back() != vote->record) {
            first.records.push_back(vote->record);
        }
    }
    first.reviewers.assign(reviewers.begin(), reviewers.end());
    first.ballots.resize(first.records.size() * first.reviewers.size());
    std::size_t record = 0;
    for (const Vote *vote : independent) {
        while (first.records[record] != vote->record) {
            ++record;
        }
        const auto reviewer =
            std::ranges::lower_bound(first.reviewers, vote->reviewer) - first.reviewers.begin();
        first.ballots[record * first.reviewers.size() + static_cast<std::size_t>(reviewer)] =
            Ballot{vote->verdict, vote->reason};
    }
    return first;
}

std::vector<std::string_view> verdictCategories(MaybeCounts maybe)
{
    if (maybe == MaybeCounts::AsItself) {
        return {toString(Verdict::Include), toString(Verdict::Maybe), toString(Verdict::Exclude)};
    }
    return {toString(Verdict::Include), toString(Verdict::Exclude)};
}

Ratings verdictRatings(const FirstVotes &votes, MaybeCounts maybe)
{
    return ratingsBy(votes, verdictCategories(maybe).size(), [maybe](const Ballot &ballot) {
        return ratingOf(ballot.verdict, maybe);
    });
}

Ratings reasonRatings(const FirstVotes &votes, std::string_view reason)
{
    return ratingsBy(votes, 2, [reason](const Ballot &ballot) -> Rating {
        if (ballot.verdict != Verdict::Exclude) {
            return Category{1};
        }
        if (ballot.reason.empty()) {
            return std::nullopt;
        }
        return ballot.reason == reason ? Category{0} : Category{1};
    });
}

std::vector<std::string> reasonsGiven(const FirstVotes &votes)
{
    std::set<std::string> reasons;
    for (const std::optional<Ballot> &ballot : votes.ballots) {
        if (ballot && ballot->verdict == Verdict::Exclude && !ballot->reason.empty()) {
            reasons.insert(ballot->reason);
        }
    }
    return {reasons.begin(), reasons.end()};
}

} // namespace winnow::screening
