#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace winnow::appraisal {

/// How far a domain may bias a result, under the names of RoB 2; other tools say some of them differently.
enum class Judgement {
    Low,
    SomeConcerns, ///< Moderate, Unclear
    High,         ///< Serious
    Critical,     ///< Very high
    NoInformation,
    NotApplicable,
};

inline constexpr std::array kJudgements{Judgement::Low,
                                        Judgement::SomeConcerns,
                                        Judgement::High,
                                        Judgement::Critical,
                                        Judgement::NoInformation,
                                        Judgement::NotApplicable};

/// The word for the log: "some-concerns"; judgementFromText() reads it.
[[nodiscard]] std::string_view toString(Judgement judgement);

/// What a plot prints for a judgement: "+", or nothing where there was nothing to judge.
[[nodiscard]] std::string_view symbolOf(Judgement judgement);

/// What a lone "s" means.
enum class LoneS { SomeConcerns, Serious };

/// A judgement as people and robvis write it: the first letter decides, whatever its case (l, s, m, u, h, c,
/// v, n, x), but "serious" and "some concerns", "no information" and "not applicable" are told apart.
[[nodiscard]] std::optional<Judgement> judgementFromText(std::string_view text, LoneS loneS);

enum class Colours {
    Cochrane,
    ColourBlind, ///< told apart by those who see few colours
    Grey,
};

/// "cochrane", "colourblind", "grey".
[[nodiscard]] std::string_view toString(Colours colours);
[[nodiscard]] std::optional<Colours> coloursFromString(std::string_view name);

/// The fill (0xRRGGBB) for a judgement, as robvis has it in the first two sets.
[[nodiscard]] std::uint32_t fillOf(Judgement judgement, Colours colours);

/// Black or white, whichever is read more easily on that fill; a contrast of 4.5 : 1 at least.
[[nodiscard]] std::uint32_t inkOn(std::uint32_t fill);

} // namespace winnow::appraisal
