#pragma once

#include "dedupe/spelling.h"
#include "dedupe/title.h"
#include "model/ids.h"
#include "model/record.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace winnow::dedupe {

/// What deduplication needs to know of a record, in the form in which it is compared.
struct Traits
{
    RecordId id;
    int rank = 0;   ///< 0 for databases, 1 for registers, 2 for other sources: the lowest is kept
    int filled = 0; ///< number of fields that the record has; the record with most of them is kept
    RecordType type = RecordType::Other;
    bool isPreprint = false; ///< by its type, its DOI or its place
    BareTitle title;
    int year = 0; ///< 0 where unknown
    std::string doi;
    std::string pmid;
    std::string eid;
    std::string firstFamily;             ///< letters of the first author's family name
    std::string firstGiven;              ///< letters of the given names or initials
    std::vector<std::uint32_t> families; ///< hashes of all family names, ascending
    JournalName journal;
    std::string issn;
    std::string volume; ///< its first number
    std::string issue;
    std::string pageFirst; ///< the article number where there is no page
    std::string pageLast;
    bool hasAbstract = false;
    /// Of the first and the last letters of the abstract, as far as it is long enough to tell; else 0.
    std::array<std::uint64_t, 2> abstractEnds{};
};

[[nodiscard]] Traits traitsOf(RecordId id, const Record &record, int rank);

/// The order in which records are compared; it depends on what they say, and on their ids only where they
/// say the same.
[[nodiscard]] bool comesBefore(const Traits &a, const Traits &b);

/// Whether two records say the same in all that is compared.
[[nodiscard]] bool saysTheSame(const Traits &a, const Traits &b);

} // namespace winnow::dedupe
