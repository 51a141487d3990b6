#pragma once

#include "base/result.h"
#include "base/task.h"
#include "rank/features.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace winnow::app {

/// Records of a finished screening.
struct LabelledRecords
{
    std::shared_ptr<const rank::Features> features;
    std::vector<int> labels; ///< 1 relevant, 0 not
};

/// Receives title, abstract and label of one record; the views are valid during the call only.
using LabelledTextSink = std::function<void(std::string_view, std::string_view, int)>;

/// Reads title, abstract and label_included, 0 or 1, of each row of a CSV file; other columns have no say.
/// Names the line of the first row that cannot be used.
[[nodiscard]] Result<void>
readLabelledTexts(const std::filesystem::path &file, const LabelledTextSink &sink, Task &task);

/// The same as features and labels.
[[nodiscard]] Result<LabelledRecords>
readLabelledRecords(const std::filesystem::path &file, const rank::TermScheme &terms, Task &task);

} // namespace winnow::app
