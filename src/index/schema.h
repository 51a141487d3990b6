#pragma once

#include "query/fields.h"

#include <array>
#include <string>
#include <string_view>

namespace winnow::index {

// The layout of the search index, a folder beside the review.
//
// Xapian database (glass, no term lists)
//   document number    The number of the record.
//   term WORD          One posting for each folded word of a record; its wdf is the set of fields that hold
//   the
//                      word (query::FieldSet). No positions, no stems: what a word stands for is decided when
//                      a query is run.
//   term PREFIX VALUE  One posting for each value that is compared as a whole. The prefixes, kValuePrefixes
//   and
//                      kYearPrefix, are capitals, which folded words never hold.
//   document data      The forward index, on which phrases and W/n are checked. For each segment (title, each
//                      keyword ...): varint field, varint number of words, then a varint for each word, its
//                      number in the vocabulary.
//   metadata           "layout": number of this layout. "review", "last", "count": the stamp. "words": size
//   of
//                      the vocabulary.
//
// File "vocabulary"    The words in order of their numbers, one a line. It may hold more of them than "words"
//                      says: those of a writer that did not finish.
//
// An index is only ever appended to; anything else means making it anew.

inline constexpr std::string_view kLayout = "3";
inline constexpr std::string_view kVocabularyFile = "vocabulary";

struct ValuePrefix
{
    query::ValueField field;
    std::string_view prefix;
};

inline constexpr std::array kValuePrefixes{
    ValuePrefix{query::ValueField::Doi, "XD"},
    ValuePrefix{query::ValueField::Pmid, "XP"},
    ValuePrefix{query::ValueField::Eid, "XE"},
    ValuePrefix{query::ValueField::DocumentType, "XT"},
    ValuePrefix{query::ValueField::Language, "XL"},
    ValuePrefix{query::ValueField::Issn, "XS"},
    ValuePrefix{query::ValueField::Isbn, "XB"},
    ValuePrefix{query::ValueField::Volume, "XV"},
    ValuePrefix{query::ValueField::Issue, "XI"},
    ValuePrefix{query::ValueField::PageFirst, "XF"},
    ValuePrefix{query::ValueField::PageLast, "XG"},
    ValuePrefix{query::ValueField::Pages, "XH"},
    ValuePrefix{query::ValueField::ArticleNumber, "XN"},
};

inline constexpr std::string_view kYearPrefix = "XY";

/// The codes of fields without which a record cannot be judged, see query::lacks(): one posting for each
/// record that lacks them, at the term that lackTerm() gives.
inline constexpr std::array<std::string_view, 4> kLackCodes{"ABS", "PUBYEAR", "DOCTYPE", "LANGUAGE"};

[[nodiscard]] std::string lackTerm(std::string_view code);

/// The term of a value, cut to what Xapian takes (245 bytes).
[[nodiscard]] std::string valueTerm(query::ValueField field, std::string_view value);

/// The term of a year, padded so that terms sort as years do.
[[nodiscard]] std::string yearTerm(int year);

} // namespace winnow::index
