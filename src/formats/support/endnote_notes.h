#pragma once

#include "formats/support/record_builder.h"

#include <array>
#include <string_view>

namespace winnow::formats {

/// What EndNote has no field for stands in lines of its research notes: "WINNOW eid: 2-s2.0-85000000001".
/// That the last twelve keywords are index terms is said by kIndexTermsNote, as in RIS.
struct EndnoteNote
{
    std::string_view begin;
    FieldKind kind;
};

inline constexpr std::array kEndnoteNotes{
    EndnoteNote{"WINNOW eid: ", FieldKind::Eid},
    EndnoteNote{"WINNOW pmid: ", FieldKind::Pmid},
    EndnoteNote{"WINNOW page-first: ", FieldKind::PageFirst},
    EndnoteNote{"WINNOW page-last: ", FieldKind::PageLast},
};

} // namespace winnow::formats
