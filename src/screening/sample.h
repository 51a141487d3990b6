#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::screening {

/// The places of `keys` in a random order that depends on nothing but the seed and the keys: by a hash of
/// each. On every machine the same; a key added later takes its place between the others and moves none of
/// them past another. Keys are best the uuids of records, which no import changes.
[[nodiscard]] std::vector<std::size_t> randomOrder(std::span<const std::string> keys, std::uint64_t seed);

/// The first `size` places of that order: a random sample without replacement (all when there are fewer). A
/// larger sample of the same seed holds the smaller one; a key added later can push out only the last ones.
[[nodiscard]] std::vector<std::size_t>
randomSample(std::span<const std::string> keys, std::size_t size, std::uint64_t seed);

/// Whether the record is one of a random `share` (0 to 1) of all. Each record is decided on by itself, so
/// this never changes as others come in, and a larger share holds the smaller one; the number chosen is the
/// share of all but for chance.
[[nodiscard]] bool isInShare(std::string_view key, double share, std::uint64_t seed);

/// A reviewer and their part of the work, as a weight: 2 gets twice as many records as 1, 0 none.
struct ReviewerShare
{
    std::string reviewer;
    unsigned weight = 1;
};

struct AllocationRule
{
    std::uint64_t seed = 0;
    std::size_t reviewersPerRecord = 1; ///< 1 or 2
    double shareForTwo = 0;             ///< with one per record: the share of records that get a second
};

/// Gives each record to one or two reviewers: by place in `keys`, the places of reviewers, the first reviewer
/// of a record first. Fewer when fewer have a weight above 0.
///
/// Each reviewer holds as many lots as their weight (no more than 1000); of all lots the one with the highest
/// hash with the record gets it, and the highest of another reviewer is the second (rendezvous hashing,
/// Thaler and Ravishankar 1998). This was chosen over dealing out by rank, which is even to one record: here
/// shares are even only as by chance (of 1000 records for two, about 500 -+ 16), but who was given a record
/// never changes when records come in later; a reviewer who joins takes only what becomes theirs, and one who
/// leaves gives away only their own. Second reviewers follow the weights less exactly than first ones, as
/// nobody can be given a record twice.
[[nodiscard]] std::vector<std::vector<std::size_t>> allocate(std::span<const std::string> keys,
                                                             std::span<const ReviewerShare> reviewers,
                                                             const AllocationRule &rule);

} // namespace winnow::screening
