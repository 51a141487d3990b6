#pragma once

#include "model/ids.h"

#include <optional>
#include <string>
#include <string_view>

namespace winnow {

enum class Stage { TitleAbstract, FullText };
enum class Verdict { Include, Exclude, Maybe };

/// "title-abstract", "full-text"; "include", "exclude", "maybe".
[[nodiscard]] std::string_view toString(Stage stage);
[[nodiscard]] std::string_view toString(Verdict verdict);
[[nodiscard]] std::optional<Stage> stageFromString(std::string_view name);
[[nodiscard]] std::optional<Verdict> verdictFromString(std::string_view name);

/// What one reviewer last said of one record at one stage.
struct Decision
{
    RecordId record;
    Stage stage = Stage::TitleAbstract;
    std::string reviewer;
    Verdict verdict = Verdict::Include;
    std::string reason; ///< of an exclusion; may be empty
    std::string note;
    std::string atUtc; ///< set by the store

    bool operator==(const Decision &) const = default;
};

} // namespace winnow
