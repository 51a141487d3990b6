#pragma once

#include "app/check_query.h"
#include "app/workspace.h"
#include "base/task.h"

#include <string>
#include <vector>

namespace winnow::app {

/// Adds to the problems of a query what the records of a review tell of it: W24, terms that find or add
/// nothing and groups that leave nothing; W25, words that are probably misspelled; W26, seeds that are not
/// found, by the group that keeps them out; W27, abbreviations and their long forms that records give
/// for a term and the query does not ask for. Of what the records do not say (AFFIL ...) nothing is told. A
/// query that cannot be read keeps its problems. Fails as queryEffects() does.
[[nodiscard]] Result<void> checkOverRecords(Workspace &workspace,
                                            CheckedText &checked,
                                            query::Precedence precedence,
                                            const std::vector<std::string> &seeds,
                                            Task &task);

} // namespace winnow::app
