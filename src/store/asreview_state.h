#pragma once

#include "base/result.h"

#include <cstdint>
#include <map>
#include <string>

namespace winnow::store {

/// What ASReview noted of one record.
struct AsreviewLabel
{
    bool isRelevant = false;
    std::string note;
};

/// Labels by the row of the data set, from 0.
using AsreviewLabels = std::map<std::int64_t, AsreviewLabel>;

/// Reads the labels of an ASReview project. `results` is the content of its results.db (until version 1:
/// results.sql), `records` that of data_store.db, which says what row a record is, or empty where the project
/// has none; both are SQLite databases, and hostile ones. Fails with WrongFormat.
[[nodiscard]] Result<AsreviewLabels> readAsreviewLabels(const std::string &results,
                                                        const std::string &records);

} // namespace winnow::store
