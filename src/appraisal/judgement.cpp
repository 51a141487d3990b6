#include "appraisal/judgement.h"

#include "flow/theme.h"
#include "text/fold.h"

#include <algorithm>
#include <string>

namespace winnow::appraisal {

namespace {

struct Palette
{
    Colours colours;
    std::string_view name;
    std::array<std::uint32_t, kJudgements.size()> fills; ///< in the order of the judgements
};

constexpr std::array<Palette, 3> kPalettes{{
    {Colours::Cochrane, "cochrane", {0x02C100, 0xE2DF07, 0xBF0000, 0x820000, 0x4EA1F7, 0xCCCCCC}},
    {Colours::ColourBlind, "colourblind", {0xFED98E, 0xFE9929, 0xD95F0E, 0x993404, 0xFFFFFF, 0xCCCCCC}},
    {Colours::Grey, "grey", {0xE6E6E6, 0xA0A0A0, 0x606060, 0x242424, 0xFFFFFF, 0xC4C4C4}},
}};

/// Minus and times as signs, which stand in the middle of a line; nothing is printed where nothing was
/// judged.
constexpr std::array<std::string_view, kJudgements.size()> kSymbols{"+", "\u2212", "\u00D7", "!", "?", ""};

constexpr std::array<std::string_view, kJudgements.size()> kWords{
    "low", "some-concerns", "high", "critical", "no-information", "not-applicable"};

struct Letter
{
    char letter;
    Judgement judgement;
};

constexpr std::array<Letter, 9> kLetters{{{'l', Judgement::Low},
                                          {'s', Judgement::SomeConcerns},
                                          {'m', Judgement::SomeConcerns},
                                          {'u', Judgement::SomeConcerns},
                                          {'h', Judgement::High},
                                          {'c', Judgement::Critical},
                                          {'v', Judgement::Critical},
                                          {'n', Judgement::NoInformation},
                                          {'x', Judgement::NotApplicable}}};

constexpr std::uint32_t kBlack = 0x000000;
constexpr std::uint32_t kWhite = 0xFFFFFF;

} // namespace

std::string_view toString(Judgement judgement)
{
    return kWords.at(static_cast<std::size_t>(judgement));
}

std::string_view symbolOf(Judgement judgement)
{
    return kSymbols.at(static_cast<std::size_t>(judgement));
}

std::optional<Judgement> judgementFromText(std::string_view text, LoneS loneS)
{
    std::string word = text::fold(text);
    word.erase(0, word.find_first_not_of(" \t\r\n\""));
    word.erase(word.find_last_not_of(" \t\r\n\"") + 1);
    if (word.empty()) {
        return std::nullopt;
    }
    if (word.starts_with("se") || (word == "s" && loneS == LoneS::Serious)) {
        return Judgement::High;
    }
    if (word.starts_with("not app") || word == "not-applicable" || word.starts_with("n/a") || word == "na") {
        return Judgement::NotApplicable;
    }
    const auto *const found = std::ranges::find(kLetters, word.front(), &Letter::letter);
    return found == kLetters.end() ? std::nullopt : std::optional(found->judgement);
}

std::string_view toString(Colours colours)
{
    return std::ranges::find(kPalettes, colours, &Palette::colours)->name;
}

std::optional<Colours> coloursFromString(std::string_view name)
{
    const auto *const found = std::ranges::find(kPalettes, name, &Palette::name);
    return found == kPalettes.end() ? std::nullopt : std::optional(found->colours);
}

std::uint32_t fillOf(Judgement judgement, Colours colours)
{
    return std::ranges::find(kPalettes, colours, &Palette::colours)
        ->fills.at(static_cast<std::size_t>(judgement));
}

std::uint32_t inkOn(std::uint32_t fill)
{
    return flow::contrast(kBlack, fill) >= flow::contrast(kWhite, fill) ? kBlack : kWhite;
}

} // namespace winnow::appraisal
