#pragma once

#include "query/fields.h"

#include <array>
#include <string>
#include <string_view>

namespace winnow::index {

// The layout of the search index, a folder beside the review. All numbers are in the order of bytes of the
// machine; an index is a cache and does not travel.
//
// Xapian database (glass, no term lists)
//   document number    The number of the record.
//   term PREFIX VALUE  One posting for each value that is compared as a whole. The prefixes are
//   kValuePrefixes
//                      and kYearPrefix.
//   term XX CODE       One posting for each record that lacks what is asked for with a code, see kLackCodes.
//   document data      Only in an index of texts (index/text.h): the name of the text and, behind the first
//                      end of a line, its note. Such an index has nothing else but words of the field
//                      FullText.
//   metadata P WORD    The postings of a folded word, a number each in bytes of seven bits, the lowest first,
//                      the highest bit set in all but the last: twice the distance from the record before
//                      (the first: from 0), one more where the record holds the word in other fields than the
//                      one before (the first: than the abstract alone); in that case the set of fields that
//                      hold it (query::FieldSet) follows. No positions, no stems: what a word stands for is
//                      decided when a query is run.
//   metadata P WORD N  The same for the next kPostingsPerPiece postings, for N from 1, behind a space.
//   metadata           "layout": number of this layout. "review", "last", "count": the stamp. "words" and
//                      "gaps": how many lines of the files of these names count. "forward": how many units.
//                      "frequencies": how many postings each word has, four bytes each, by its number.
//
// Words are no terms of documents, as nearly all the time of making the index would go into Xapian's
// bookkeeping for one term of one document (measured with 103,185 records: 19.7 s against 0.5 s for packing
// the same 11 million postings; 70 against 20 MB).
//
// File "vocabulary"    The words in order of their numbers, one a line.
// File "gaps"          What stands between words (query::gapsOf()) in the same way; the first two are kNoGap
//                      and kSpaceGap.
// File "forward"       The forward index, on which phrases and W/n are checked: units of two bytes, record
//                      after record. A number below 0xC000 is one unit, another one two, the first of which
//                      has the two highest bits. For each segment (title, each keyword ...):
//                      - its field (the number of the bit, 4 bits) with its number of words (12 bits; 0xFFF:
//                        the number follows),
//                      - the number of units to come,
//                      - for each word its number,
//                      - each gap other than one space (none, at the borders): how many words it is behind
//                        the one before, and its number, a byte each in one unit; or 0xFF and both numbers.
// File "ends"          For each record number from 1 the end of the record in "forward" in units, 8 bytes. A
//                      record begins where the one before it ends.
//
// An index is only ever appended to; anything else means making it anew. The files may hold more than the
// metadata say: what a writer left that did not finish. The next one writes over it.

inline constexpr std::string_view kLayout = "5";
inline constexpr std::string_view kVocabularyFile = "vocabulary";
inline constexpr std::string_view kGapsFile = "gaps";
inline constexpr std::string_view kForwardFile = "forward";
inline constexpr std::string_view kForwardEndsFile = "ends";

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

/// The code of what a record must say to be judged by `code`: one of these, FULLTEXT, or empty where there is
/// none.
[[nodiscard]] std::string_view lackCode(const query::FieldCode &code);

/// The term of a value, cut to what Xapian takes (245 bytes).
[[nodiscard]] std::string valueTerm(query::ValueField field, std::string_view value);

/// The term of a year, padded so that terms sort as years do.
[[nodiscard]] std::string yearTerm(int year);

} // namespace winnow::index
