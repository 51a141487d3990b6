#pragma once

#include "model/ids.h"
#include "model/record.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace winnow::dedupe {

/// A record of a group.
struct Member
{
    RecordId id;
    Record record;
};

/// Where a field of a merged record comes from.
struct FieldOrigin
{
    std::string_view field; ///< one of mergedFields()
    RecordId from;
    std::string_view rule; ///< in words: "the longest"
};

/// What a group says as one record.
struct MergedRecord
{
    Record record;                    ///< with the key of the kept record
    std::vector<FieldOrigin> origins; ///< of the fields that another than the kept record gives, in order
};

/// The names of the fields that are chosen one by one, in order: "title", "authors", "pages" ...
[[nodiscard]] std::vector<std::string_view> mergedFields();

/// Takes each field from the record that has the best of it, as the field's rule says: the longest abstract,
/// the authors with the fullest names, a title that is not all capitals; where several are as good, from the
/// first. `members` begin with the kept record. `chosen` names fields that a person took from a record; the
/// last choice of a field holds, those of other records and unknown fields are passed over.
[[nodiscard]] MergedRecord merge(std::span<const Member> members,
                                 std::span<const std::pair<RecordId, std::string>> chosen);

} // namespace winnow::dedupe
