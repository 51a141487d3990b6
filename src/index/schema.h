#pragma once

#include "query/fields.h"

#include <array>
#include <string>
#include <string_view>

namespace winnow::index {

// The layout of the search index, a folder beside the review.
//
//   Xapian database (glass, no term lists)
//     document number   = number of the record
//     term WORD         one posting for each folded word of a record; its wdf is the set of fields
//     (query::FieldSet) that hold it.
//                       There are no positions and no stems: what a word stands for is decided when a query
//                       is run.
//     term PREFIX+VALUE one posting for each value that is compared as a whole; the prefixes are capitals,
//     which folded words
//                       never hold:  XD doi  XP pmid  XE eid  XT document type  XL language  XY year
//     document data     the forward index: what phrases and W/n are checked on. For each segment (title, each
//     keyword ...):
//                       varint field number, varint number of words, then one varint a word: its number in
//                       the vocabulary
//     metadata          "layout" number of this layout; "review", "last", "count": the stamp; "words": size
//     of the vocabulary
//   file "vocabulary"   the words in order of their numbers, one a line. It may hold more words than "words"
//   says: those of a
//                       writer that did not finish.
//
// An index is only ever appended to; anything else means making it anew.

inline constexpr std::string_view kLayout = "1";
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
};

inline constexpr std::string_view kYearPrefix = "XY";

/// The term of a value, cut to what Xapian takes (245 bytes).
[[nodiscard]] std::string valueTerm(query::ValueField field, std::string_view value);

/// The term of a year, padded so that terms sort as years do.
[[nodiscard]] std::string yearTerm(int year);

} // namespace winnow::index
