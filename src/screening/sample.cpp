#include "screening/sample.h"

#include "screening/random.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string_view>
#include <tuple>

namespace winnow::screening {

namespace {

/// Which use of a seed: the sample for two reviewers must not depend on who is first.
enum class Purpose : std::uint64_t { Order = 1, Share = 2, Lots = 3 };

std::uint64_t seedFor(Purpose purpose, std::uint64_t seed)
{
    return mixed(seed ^ mixed(static_cast<std::uint64_t>(purpose)));
}

constexpr unsigned kMostLots = 1000;

struct Lot
{
    std::uint64_t hash = 0;
    std::size_t reviewer = 0;
};

std::vector<Lot> lotsOf(std::span<const ReviewerShare> reviewers, std::uint64_t seed)
{
    std::vector<Lot> lots;
    for (std::size_t reviewer = 0; reviewer < reviewers.size(); ++reviewer) {
        const std::uint64_t name = seededHash(seed, reviewers[reviewer].reviewer);
        for (unsigned lot = 0; lot < std::min(reviewers[reviewer].weight, kMostLots); ++lot) {
            lots.push_back({mixed(name + lot), reviewer});
        }
    }
    return lots;
}

/// The reviewer of the highest lot, `except` one; none without lots of others.
std::optional<std::size_t>
winner(std::span<const Lot> lots, std::uint64_t record, std::optional<std::size_t> except = std::nullopt)
{
    std::optional<std::size_t> best;
    std::uint64_t highest = 0;
    for (const Lot &lot : lots) {
        const std::uint64_t drawn = mixed(lot.hash ^ record);
        if (lot.reviewer != except && (!best || drawn > highest)) {
            best = lot.reviewer;
            highest = drawn;
        }
    }
    return best;
}

} // namespace

std::vector<std::size_t> randomOrder(std::span<const std::string> keys, std::uint64_t seed)
{
    const std::uint64_t own = seedFor(Purpose::Order, seed);
    std::vector<std::uint64_t> hashes;
    hashes.reserve(keys.size());
    for (const std::string &key : keys) {
        hashes.push_back(seededHash(own, key));
    }
    std::vector<std::size_t> places(keys.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::sort(places, [&](std::size_t one, std::size_t other) {
        return std::tie(hashes[one], keys[one], one) < std::tie(hashes[other], keys[other], other);
    });
    return places;
}

std::vector<std::size_t> randomSample(std::span<const std::string> keys, std::size_t size, std::uint64_t seed)
{
    std::vector<std::size_t> places = randomOrder(keys, seed);
    places.resize(std::min(size, places.size()));
    return places;
}

bool isInShare(std::string_view key, double share, std::uint64_t seed)
{
    // Of 2^53 numbers, which a double holds exactly.
    const std::uint64_t drawn = seededHash(seedFor(Purpose::Share, seed), key) >> 11;
    return static_cast<double>(drawn) * 0x1p-53 < share;
}

std::vector<std::vector<std::size_t>> allocate(std::span<const std::string> keys,
                                               std::span<const ReviewerShare> reviewers,
                                               const AllocationRule &rule)
{
    const std::uint64_t own = seedFor(Purpose::Lots, rule.seed);
    const std::vector<Lot> lots = lotsOf(reviewers, own);
    std::vector<std::vector<std::size_t>> given(keys.size());
    for (std::size_t place = 0; place < keys.size(); ++place) {
        const std::uint64_t record = seededHash(own, keys[place]);
        const std::optional<std::size_t> first = winner(lots, record);
        if (!first) {
            continue;
        }
        given[place].push_back(*first);
        if (rule.reviewersPerRecord >= 2 || isInShare(keys[place], rule.shareForTwo, rule.seed)) {
            if (const std::optional<std::size_t> second = winner(lots, record, first)) {
                given[place].push_back(*second);
            }
        }
    }
    return given;
}

} // namespace winnow::screening
