#pragma once

#include "index/vocabulary.h"
#include "query/fields.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::index {

/// One stretch of words of a record, as numbers of the vocabulary.
struct Segment
{
    query::Field field = query::Field::Title;
    std::vector<WordId> words;
};

/// Appends a segment to the forward index of a record.
void appendSegment(std::string &data, query::Field field, std::span<const WordId> words);

/// Takes the forward index of a record apart; stops at damage.
[[nodiscard]] std::vector<Segment> readSegments(std::string_view data);

} // namespace winnow::index
