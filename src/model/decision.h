#pragma once

#include "model/ids.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace winnow {

/// Title comes before TitleAbstract where titles are screened alone first; in a flow diagram the two are one.
enum class Stage { Title, TitleAbstract, FullText };
enum class Verdict { Include, Exclude, Maybe };

/// In the order in which a record passes them.
inline constexpr std::array kStages{Stage::Title, Stage::TitleAbstract, Stage::FullText};

/// "title", "title-abstract", "full-text"; "include", "exclude", "maybe".
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
    std::string enteredBy =
        {}; ///< who brought it in, which may be another person; set by store::Judgement only

    bool operator==(const Decision &) const = default;
};

/// What holds for a record at a stage whatever its reviewers said: they agreed, or a third person decided.
struct Resolution
{
    RecordId record;
    Stage stage = Stage::TitleAbstract;
    Verdict verdict = Verdict::Include;
    std::string reason;
    std::string note;
    bool isConsensus = true; ///< otherwise a third person decided
    std::string reviewer;    ///< who entered it
    std::string atUtc;

    bool operator==(const Resolution &) const = default;
};

} // namespace winnow
