#pragma once

#include "model/ids.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::store {

/// What an event's detail_json holds, per kind; reading never fails: what is not there is empty.
struct MergeDetail
{
    std::vector<RecordId> members; ///< the whole group, the kept record too
    std::string tier;
};

[[nodiscard]] MergeDetail mergeDetail(std::string_view json);
[[nodiscard]] std::string toDetail(const MergeDetail &detail);

/// {"other": 7} of two records that are kept apart.
[[nodiscard]] RecordId otherDetail(std::string_view json);
[[nodiscard]] std::string toOtherDetail(RecordId other);

/// {"note": "..."}, or nothing where the note is empty.
[[nodiscard]] std::string noteDetail(std::string_view json);
[[nodiscard]] std::string toNoteDetail(std::string_view note);

/// {"count": n, "automation": bool, "note": "..."} of a removal.
struct RemovalDetail
{
    std::int64_t count = 0;
    bool isByAutomation = false;
    std::string note;
};

[[nodiscard]] RemovalDetail removalDetail(std::string_view json);
[[nodiscard]] std::string toDetail(const RemovalDetail &detail);

} // namespace winnow::store
