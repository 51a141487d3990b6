#include "text/variants.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <span>
#include <utility>

namespace winnow::text {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// Singular and plural that no rule makes.
constexpr std::array kIrregular{
    Pair{"child", "children"},
    Pair{"foot", "feet"},
    Pair{"goose", "geese"},
    Pair{"man", "men"},
    Pair{"mouse", "mice"},
    Pair{"ox", "oxen"},
    Pair{"person", "people"},
    Pair{"tooth", "teeth"},
    Pair{"woman", "women"},
    Pair{"louse", "lice"},
    Pair{"criterion", "criteria"},
    Pair{"phenomenon", "phenomena"},
    Pair{"datum", "data"},
    Pair{"medium", "media"},
    Pair{"bacterium", "bacteria"},
    Pair{"curriculum", "curricula"},
    Pair{"stratum", "strata"},
    Pair{"spectrum", "spectra"},
    Pair{"ovum", "ova"},
    Pair{"serum", "sera"},
    Pair{"index", "indices"},
    Pair{"matrix", "matrices"},
    Pair{"vertex", "vertices"},
    Pair{"appendix", "appendices"},
    Pair{"cortex", "cortices"},
    Pair{"codex", "codices"},
    Pair{"stimulus", "stimuli"},
    Pair{"fungus", "fungi"},
    Pair{"nucleus", "nuclei"},
    Pair{"radius", "radii"},
    Pair{"focus", "foci"},
    Pair{"locus", "loci"},
    Pair{"alumnus", "alumni"},
    Pair{"thrombus", "thrombi"},
    Pair{"bacillus", "bacilli"},
    Pair{"genus", "genera"},
    Pair{"corpus", "corpora"},
    Pair{"larva", "larvae"},
    Pair{"alga", "algae"},
    Pair{"formula", "formulae"},
    Pair{"vertebra", "vertebrae"},
    Pair{"leaf", "leaves"},
    Pair{"life", "lives"},
    Pair{"knife", "knives"},
    Pair{"wife", "wives"},
    Pair{"half", "halves"},
    Pair{"shelf", "shelves"},
    Pair{"wolf", "wolves"},
    Pair{"calf", "calves"},
    Pair{"loaf", "loaves"},
    Pair{"thief", "thieves"},
    Pair{"craftsman", "craftsmen"},
    Pair{"craftswoman", "craftswomen"},
    Pair{"fisherman", "fishermen"},
    Pair{"diagnosis", "diagnoses"},
};

constexpr std::array kGreek{
    Pair{"\u03B1", "alpha"},   Pair{"\u03B2", "beta"},  Pair{"\u03B3", "gamma"},   Pair{"\u03B4", "delta"},
    Pair{"\u03B5", "epsilon"}, Pair{"\u03B6", "zeta"},  Pair{"\u03B7", "eta"},     Pair{"\u03B8", "theta"},
    Pair{"\u03B9", "iota"},    Pair{"\u03BA", "kappa"}, Pair{"\u03BB", "lambda"},  Pair{"\u03BC", "mu"},
    Pair{"\u03BD", "nu"},      Pair{"\u03BE", "xi"},    Pair{"\u03BF", "omicron"}, Pair{"\u03C0", "pi"},
    Pair{"\u03C1", "rho"},     Pair{"\u03C3", "sigma"}, Pair{"\u03C4", "tau"},     Pair{"\u03C5", "upsilon"},
    Pair{"\u03C6", "phi"},     Pair{"\u03C7", "chi"},   Pair{"\u03C8", "psi"},     Pair{"\u03C9", "omega"},
};

/// British and American stems that are told apart by one stretch of letters at the beginning or in the middle
/// of a word. Only stems that belong to one family of words are listed, so that no two different words are
/// joined.
constexpr std::array kSpelling{
    Pair{"colour", "color"},       Pair{"behaviour", "behavior"}, Pair{"tumour", "tumor"},
    Pair{"favour", "favor"},       Pair{"honour", "honor"},       Pair{"labour", "labor"},
    Pair{"neighbour", "neighbor"}, Pair{"harbour", "harbor"},     Pair{"rumour", "rumor"},
    Pair{"humour", "humor"},       Pair{"odour", "odor"},         Pair{"vapour", "vapor"},
    Pair{"vigour", "vigor"},       Pair{"flavour", "flavor"},     Pair{"endeavour", "endeavor"},
    Pair{"centre", "center"},      Pair{"fibre", "fiber"},        Pair{"litre", "liter"},
    Pair{"theatre", "theater"},    Pair{"calibre", "caliber"},    Pair{"anaesth", "anesth"},
    Pair{"anaemi", "anemi"},       Pair{"leukaemi", "leukemi"},   Pair{"haemat", "hemat"},
    Pair{"haemo", "hemo"},         Pair{"ischaemi", "ischemi"},   Pair{"glycaemi", "glycemi"},
    Pair{"paediatr", "pediatr"},   Pair{"orthopaed", "orthoped"}, Pair{"gynaecolog", "gynecolog"},
    Pair{"oesophag", "esophag"},   Pair{"oestrogen", "estrogen"}, Pair{"oedema", "edema"},
    Pair{"foetus", "fetus"},       Pair{"foetal", "fetal"},       Pair{"diarrhoea", "diarrhea"},
    Pair{"caesarean", "cesarean"}, Pair{"aetiolog", "etiolog"},   Pair{"faecal", "fecal"},
    Pair{"programme", "program"},  Pair{"catalogue", "catalog"},  Pair{"dialogue", "dialog"},
    Pair{"defence", "defense"},    Pair{"licence", "license"},    Pair{"offence", "offense"},
    Pair{"grey", "gray"},          Pair{"aluminium", "aluminum"}, Pair{"sulph", "sulf"},
    Pair{"ageing", "aging"},       Pair{"judgement", "judgment"}, Pair{"modell", "model"},
    Pair{"labell", "label"},       Pair{"travell", "travel"},     Pair{"counsell", "counsel"},
    Pair{"signall", "signal"},     Pair{"fulfil", "fulfill"},     Pair{"enrolment", "enrollment"},
    Pair{"artefact", "artifact"},  Pair{"jewellery", "jewelry"},  Pair{"mould", "mold"},
    Pair{"plough", "plow"},        Pair{"sceptic", "skeptic"},    Pair{"analyse", "analyze"},
    Pair{"catalyse", "catalyze"},  Pair{"paralyse", "paralyze"},  Pair{"hydrolyse", "hydrolyze"},
    Pair{"manoeuvr", "maneuver"},  Pair{"palaeo", "paleo"},
};

/// What stands behind -is and -iz in words of both spellings; the stem before must have four letters, and not
/// be one of kNeverIze.
constexpr std::array<std::string_view, 9> kIseEndings{
    "e", "ed", "es", "ing", "ation", "ations", "er", "ers", "ational"};

/// Words in -ise that have no -ize form.
constexpr std::array<std::string_view, 16> kNeverIze{"exerc",
                                                     "superv",
                                                     "advert",
                                                     "comprom",
                                                     "enterpr",
                                                     "surpr",
                                                     "expert",
                                                     "prom",
                                                     "prec",
                                                     "conc",
                                                     "parad",
                                                     "franch",
                                                     "telev",
                                                     "rev",
                                                     "dev",
                                                     "adv"};

/// Words in -s that are no plural, though what stands before the s is another word.
constexpr std::array<std::string_view, 9> kNoPlural{"economics",
                                                    "electronics",
                                                    "genetics",
                                                    "logistics",
                                                    "mechanics",
                                                    "news",
                                                    "politics",
                                                    "robotics",
                                                    "statics"};

/// Both forms of each pair with the other one, sorted to be looked up.
template <std::size_t Count>
constexpr std::array<Pair, 2 * Count> bothWays(const std::array<Pair, Count> &pairs)
{
    std::array<Pair, 2 * Count> all;
    for (std::size_t i = 0; i < Count; ++i) {
        all[2 * i] = pairs[i];
        all[2 * i + 1] = {pairs[i].second, pairs[i].first};
    }
    std::ranges::sort(all, {}, &Pair::first);
    return all;
}

constexpr auto kOtherNumber = bothWays(kIrregular);
constexpr auto kOtherGreek = bothWays(kGreek);

static_assert(std::ranges::adjacent_find(kOtherNumber, {}, &Pair::first) == kOtherNumber.end());

/// The other form of a word; empty where it has none.
std::string_view otherForm(std::span<const Pair> pairs, std::string_view word)
{
    const auto found = std::ranges::lower_bound(pairs, word, {}, &Pair::first);
    return found != pairs.end() && found->first == word ? found->second : std::string_view();
}

/// The letters that a word holds, as bits; what is no letter from a to z counts nothing.
constexpr std::uint32_t lettersOf(std::string_view word)
{
    std::uint32_t letters = 0;
    for (const char c : word) {
        letters |= c >= 'a' && c <= 'z' ? std::uint32_t{1} << static_cast<unsigned>(c - 'a') : 0;
    }
    return letters;
}

/// A pair of kSpelling with what it takes to see at once that a word holds neither form.
struct Spelling
{
    std::string_view longer;
    std::string_view shorter;
    std::uint32_t common = 0; ///< letters of both
};

constexpr auto makeSpellings()
{
    std::array<Spelling, kSpelling.size()> spellings;
    for (std::size_t i = 0; i < kSpelling.size(); ++i) {
        const auto [british, american] = kSpelling[i];
        const bool isLonger = british.size() >= american.size();
        spellings[i] = {isLonger ? british : american,
                        isLonger ? american : british,
                        lettersOf(british) & lettersOf(american)};
    }
    return spellings;
}

constexpr auto kSpellings = makeSpellings();

bool isNoPlural(std::string_view word)
{
    return std::ranges::find(kNoPlural, word) != kNoPlural.end();
}

std::string replaced(std::string_view word, std::size_t at, std::size_t length, std::string_view with)
{
    return std::string(word.substr(0, at)) + std::string(with) + std::string(word.substr(at + length));
}

bool isVowel(char c)
{
    return std::string_view("aeiou").find(c) != std::string_view::npos;
}

void addPlural(std::set<std::string> &forms, const std::string &word)
{
    const char last = word.back();
    const char before = word[word.size() - 2];
    if (word.ends_with("sis") || word.ends_with("xis")) {
        forms.insert(replaced(word, word.size() - 2, 2, "es"));
    } else if (last == 's' || last == 'x' || last == 'z' || word.ends_with("ch") || word.ends_with("sh")) {
        forms.insert(word + "es");
    } else if (last == 'y' && !isVowel(before)) {
        forms.insert(replaced(word, word.size() - 1, 1, "ies"));
    } else if (!isNoPlural(word + "s")) {
        forms.insert(word + "s");
        if (last == 'o') {
            forms.insert(word + "es");
        }
    }
}

void addSingular(std::set<std::string> &forms, const std::string &word)
{
    const std::size_t size = word.size();
    if (size < 4 || word.back() != 's' || isNoPlural(word) || word.ends_with("ss") || word.ends_with("us") ||
        word.ends_with("is")) {
        return;
    }
    if (word.ends_with("ies") && size > 4) {
        forms.insert(replaced(word, size - 3, 3, "y"));
        forms.insert(word.substr(0, size - 1));
        return;
    }
    const std::string_view withoutEs = std::string_view(word).substr(0, size - 2);
    if (word.ends_with("es") && withoutEs.size() > 2 &&
        (withoutEs.ends_with('s') || withoutEs.ends_with('x') || withoutEs.ends_with('z') ||
         withoutEs.ends_with("ch") || withoutEs.ends_with("sh") || withoutEs.ends_with('o'))) {
        forms.insert(std::string(withoutEs));
    }
    if (word.ends_with("yses") || word.ends_with("eses") || word.ends_with("oses") ||
        word.ends_with("ases")) {
        forms.insert(replaced(word, size - 2, 2, "is"));
    }
    forms.insert(word.substr(0, size - 1));
}

void addNumbers(std::set<std::string> &forms, const std::string &word)
{
    const std::string_view other = otherForm(kOtherNumber, word);
    const bool isIrregular = !other.empty();
    if (isIrregular) {
        forms.emplace(word);
        forms.emplace(other);
    }
    const bool isPlainAscii = std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
    if (!isPlainAscii || word.size() < 3 || (isIrregular && word.back() != 's' && !word.ends_with("ex"))) {
        return;
    }
    if (!isIrregular || word.ends_with("ex") || word.ends_with("ix")) {
        const bool looksPlural =
            word.back() == 's' && !word.ends_with("ss") && !word.ends_with("sis") && !word.ends_with("us");
        if (!looksPlural) {
            addPlural(forms, word);
        }
        addSingular(forms, word);
    }
}

void addSpellings(std::set<std::string> &forms, const std::string &word)
{
    const std::uint32_t letters = lettersOf(word);
    for (const auto &[longer, shorter, common] : kSpellings) {
        if ((common & ~letters) != 0) {
            continue;
        }
        // The American form may be contained in the British one ("fulfil"): the longer is looked for first.
        if (const std::size_t at = word.find(longer); at != std::string::npos) {
            forms.insert(replaced(word, at, longer.size(), shorter));
        } else if (const std::size_t other = word.find(shorter);
                   other == 0 || (other != std::string::npos && shorter.size() > 4)) {
            forms.insert(replaced(word, other, shorter.size(), longer));
        }
    }
    for (const std::string_view ending : kIseEndings) {
        if (word.size() < ending.size() + 6 || !word.ends_with(ending)) {
            continue;
        }
        const std::size_t stem = word.size() - ending.size() - 2;
        const std::string_view mine = std::string_view(word).substr(stem, 2);
        if ((mine == "is" || mine == "iz") &&
            std::ranges::find(kNeverIze, std::string_view(word).substr(0, stem)) == kNeverIze.end()) {
            forms.insert(replaced(word, stem, 2, mine == "is" ? "iz" : "is"));
        }
    }
}

} // namespace

std::vector<std::string> variants(std::string_view foldedWord)
{
    const std::string word(foldedWord);
    std::set<std::string> spellings{word};
    addSpellings(spellings, word);
    std::set<std::string> forms(spellings);
    for (const std::string &spelling : spellings) {
        addNumbers(forms, spelling);
    }
    if (const std::string_view other = otherForm(kOtherGreek, word); !other.empty()) {
        forms.emplace(other);
    }
    return {forms.begin(), forms.end()};
}

} // namespace winnow::text
