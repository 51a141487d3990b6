#pragma once

#include "app/full_text_answers.h"
#include "cli/command.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace winnow::cli {

/// Adds `winnow fulltext find`.
void addFindStep(CLI::App &parser, const std::shared_ptr<Action> &chosen);

/// The terms of a copy and which version it is: "cc-by, accepted version"; empty where neither is known.
[[nodiscard]] std::string copyInWords(std::string_view licence, std::string_view version);

/// What sources said of a report, in a line: "landing page only at OpenAlex: https://...".
[[nodiscard]] std::string findingText(std::span<const app::DatedAnswer> answers);

/// What one source said when it was last asked: "2026-11-20  OpenAlex: not found".
[[nodiscard]] std::string attemptText(const app::DatedAnswer &answer);

/// The line and all attempts, null where nobody was asked.
[[nodiscard]] nlohmann::ordered_json findingJson(std::span<const app::DatedAnswer> answers);

} // namespace winnow::cli
