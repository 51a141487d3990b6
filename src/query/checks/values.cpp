#include "query/checks/checks.h"
#include "query/operators.h"
#include "text/fold.h"

#include <algorithm>
#include <array>
#include <span>

namespace winnow::query {

namespace {

/// A value that a field knows and another word for it; `meant` empty where the word is the value.
struct KnownValue
{
    std::string_view word;
    std::string_view meant;
};

constexpr std::array kDocumentTypes{
    KnownValue{"ar", {}},
    KnownValue{"ab", {}},
    KnownValue{"ip", {}},
    KnownValue{"bk", {}},
    KnownValue{"bz", {}},
    KnownValue{"ch", {}},
    KnownValue{"cp", {}},
    KnownValue{"cr", {}},
    KnownValue{"dp", {}},
    KnownValue{"ed", {}},
    KnownValue{"er", {}},
    KnownValue{"le", {}},
    KnownValue{"no", {}},
    KnownValue{"pr", {}},
    KnownValue{"re", {}},
    KnownValue{"rp", {}},
    KnownValue{"sh", {}},
    KnownValue{"tb", {}},
    KnownValue{"article", "ar"},
    KnownValue{"articles", "ar"},
    KnownValue{"journal article", "ar"},
    KnownValue{"article in press", "ip"},
    KnownValue{"book", "bk"},
    KnownValue{"chapter", "ch"},
    KnownValue{"book chapter", "ch"},
    KnownValue{"conference paper", "cp"},
    KnownValue{"conference", "cp"},
    KnownValue{"proceedings", "cp"},
    KnownValue{"conference review", "cr"},
    KnownValue{"data paper", "dp"},
    KnownValue{"editorial", "ed"},
    KnownValue{"erratum", "er"},
    KnownValue{"letter", "le"},
    KnownValue{"note", "no"},
    KnownValue{"review", "re"},
    KnownValue{"reviews", "re"},
    KnownValue{"rev", "re"},
    KnownValue{"short survey", "sh"},
    KnownValue{"retracted", "tb"},
};

constexpr std::array kSourceTypes{
    KnownValue{"j", {}},
    KnownValue{"b", {}},
    KnownValue{"k", {}},
    KnownValue{"p", {}},
    KnownValue{"r", {}},
    KnownValue{"d", {}},
    KnownValue{"journal", "j"},
    KnownValue{"journals", "j"},
    KnownValue{"book", "b"},
    KnownValue{"book series", "k"},
    KnownValue{"proceedings", "p"},
    KnownValue{"conference proceedings", "p"},
    KnownValue{"conference proceeding", "p"},
    KnownValue{"report", "r"},
    KnownValue{"trade journal", "d"},
    KnownValue{"trade publication", "d"},
};

constexpr std::array kSubjects{
    KnownValue{"agri", {}},
    KnownValue{"arts", {}},
    KnownValue{"bioc", {}},
    KnownValue{"busi", {}},
    KnownValue{"ceng", {}},
    KnownValue{"chem", {}},
    KnownValue{"comp", {}},
    KnownValue{"deci", {}},
    KnownValue{"dent", {}},
    KnownValue{"eart", {}},
    KnownValue{"econ", {}},
    KnownValue{"ener", {}},
    KnownValue{"engi", {}},
    KnownValue{"envi", {}},
    KnownValue{"heal", {}},
    KnownValue{"immu", {}},
    KnownValue{"mate", {}},
    KnownValue{"math", {}},
    KnownValue{"medi", {}},
    KnownValue{"mult", {}},
    KnownValue{"neur", {}},
    KnownValue{"nurs", {}},
    KnownValue{"phar", {}},
    KnownValue{"phys", {}},
    KnownValue{"psyc", {}},
    KnownValue{"soci", {}},
    KnownValue{"vete", {}},
    KnownValue{"undefined", {}},
    KnownValue{"agriculture", "AGRI"},
    KnownValue{"business", "BUSI"},
    KnownValue{"chemistry", "CHEM"},
    KnownValue{"computer science", "COMP"},
    KnownValue{"computer", "COMP"},
    KnownValue{"economics", "ECON"},
    KnownValue{"energy", "ENER"},
    KnownValue{"engineering", "ENGI"},
    KnownValue{"environment", "ENVI"},
    KnownValue{"environmental science", "ENVI"},
    KnownValue{"health", "HEAL"},
    KnownValue{"materials", "MATE"},
    KnownValue{"mathematics", "MATH"},
    KnownValue{"medicine", "MEDI"},
    KnownValue{"med", "MEDI"},
    KnownValue{"nursing", "NURS"},
    KnownValue{"pharmacology", "PHAR"},
    KnownValue{"physics", "PHYS"},
    KnownValue{"psychology", "PSYC"},
    KnownValue{"social sciences", "SOCI"},
    KnownValue{"soc", "SOCI"},
};

constexpr std::array kLanguages{
    KnownValue{"afrikaans", {}},
    KnownValue{"albanian", {}},
    KnownValue{"arabic", {}},
    KnownValue{"armenian", {}},
    KnownValue{"azerbaijani", {}},
    KnownValue{"basque", {}},
    KnownValue{"belarusian", {}},
    KnownValue{"bosnian", {}},
    KnownValue{"bulgarian", {}},
    KnownValue{"catalan", {}},
    KnownValue{"chinese", {}},
    KnownValue{"croatian", {}},
    KnownValue{"czech", {}},
    KnownValue{"danish", {}},
    KnownValue{"dutch", {}},
    KnownValue{"english", {}},
    KnownValue{"esperanto", {}},
    KnownValue{"estonian", {}},
    KnownValue{"finnish", {}},
    KnownValue{"french", {}},
    KnownValue{"galician", {}},
    KnownValue{"georgian", {}},
    KnownValue{"german", {}},
    KnownValue{"greek", {}},
    KnownValue{"hebrew", {}},
    KnownValue{"hindi", {}},
    KnownValue{"hungarian", {}},
    KnownValue{"icelandic", {}},
    KnownValue{"indonesian", {}},
    KnownValue{"irish", {}},
    KnownValue{"irish gaelic", {}},
    KnownValue{"italian", {}},
    KnownValue{"japanese", {}},
    KnownValue{"kazakh", {}},
    KnownValue{"korean", {}},
    KnownValue{"latin", {}},
    KnownValue{"latvian", {}},
    KnownValue{"lithuanian", {}},
    KnownValue{"macedonian", {}},
    KnownValue{"malay", {}},
    KnownValue{"maltese", {}},
    KnownValue{"moldavian", {}},
    KnownValue{"moldovan", {}},
    KnownValue{"mongolian", {}},
    KnownValue{"multilingual", {}},
    KnownValue{"nepali", {}},
    KnownValue{"norwegian", {}},
    KnownValue{"persian", {}},
    KnownValue{"polish", {}},
    KnownValue{"portuguese", {}},
    KnownValue{"pushto", {}},
    KnownValue{"romanian", {}},
    KnownValue{"russian", {}},
    KnownValue{"scottish gaelic", {}},
    KnownValue{"serbian", {}},
    KnownValue{"sinhalese", {}},
    KnownValue{"slovak", {}},
    KnownValue{"slovenian", {}},
    KnownValue{"spanish", {}},
    KnownValue{"swahili", {}},
    KnownValue{"swedish", {}},
    KnownValue{"tagalog", {}},
    KnownValue{"tajik", {}},
    KnownValue{"tamil", {}},
    KnownValue{"thai", {}},
    KnownValue{"tibetan", {}},
    KnownValue{"turkish", {}},
    KnownValue{"turkmen", {}},
    KnownValue{"ukrainian", {}},
    KnownValue{"undefined", {}},
    KnownValue{"unknown", {}},
    KnownValue{"urdu", {}},
    KnownValue{"uzbek", {}},
    KnownValue{"vietnamese", {}},
    KnownValue{"welsh", {}},
    KnownValue{"bengali", {}},
    KnownValue{"serbo-croatian", {}},
    KnownValue{"ar", "arabic"},
    KnownValue{"zh", "chinese"},
    KnownValue{"cs", "czech"},
    KnownValue{"da", "danish"},
    KnownValue{"nl", "dutch"},
    KnownValue{"en", "english"},
    KnownValue{"eng", "english"},
    KnownValue{"fr", "french"},
    KnownValue{"fre", "french"},
    KnownValue{"fra", "french"},
    KnownValue{"de", "german"},
    KnownValue{"ger", "german"},
    KnownValue{"deu", "german"},
    KnownValue{"deutsch", "german"},
    KnownValue{"id", "indonesian"},
    KnownValue{"it", "italian"},
    KnownValue{"ita", "italian"},
    KnownValue{"ja", "japanese"},
    KnownValue{"ko", "korean"},
    KnownValue{"ms", "malay"},
    KnownValue{"no", "norwegian"},
    KnownValue{"fa", "persian"},
    KnownValue{"farsi", "persian"},
    KnownValue{"pl", "polish"},
    KnownValue{"pt", "portuguese"},
    KnownValue{"por", "portuguese"},
    KnownValue{"ru", "russian"},
    KnownValue{"rus", "russian"},
    KnownValue{"es", "spanish"},
    KnownValue{"spa", "spanish"},
    KnownValue{"espanol", "spanish"},
    KnownValue{"sv", "swedish"},
    KnownValue{"tr", "turkish"},
    KnownValue{"mandarin", "chinese"},
    KnownValue{"castilian", "spanish"},
};

constexpr std::array kOpenAccess{KnownValue{"0", {}},
                                 KnownValue{"1", {}},
                                 KnownValue{"yes", "1"},
                                 KnownValue{"true", "1"},
                                 KnownValue{"no", "0"},
                                 KnownValue{"false", "0"}};

constexpr std::array kOpenAccessKinds{KnownValue{"all", {}},
                                      KnownValue{"publisherfullgold", {}},
                                      KnownValue{"publisherhybridgold", {}},
                                      KnownValue{"publisherfree2read", {}},
                                      KnownValue{"repository", {}},
                                      KnownValue{"repositoryam", {}},
                                      KnownValue{"repositoryvor", {}},
                                      KnownValue{"gold", "publisherfullgold"},
                                      KnownValue{"hybrid", "publisherhybridgold"},
                                      KnownValue{"bronze", "publisherfree2read"},
                                      KnownValue{"green", "repository"}};

constexpr std::array kAccessTypes{KnownValue{"oa", {}}, KnownValue{"open access", "OA"}};

constexpr std::array kStages{KnownValue{"final", {}},
                             KnownValue{"aip", {}},
                             KnownValue{"in press", "aip"},
                             KnownValue{"article in press", "aip"}};

struct ClosedField
{
    std::string_view code;
    std::span<const KnownValue> values;
    std::string_view kind; ///< what its values are, for the message
};

constexpr std::array kClosedFields{
    ClosedField{"DOCTYPE", kDocumentTypes, "two letters, such as ar, re or cp"},
    ClosedField{"SRCTYPE", kSourceTypes, "one letter: j, b, k, p, r or d"},
    ClosedField{"SUBJAREA", kSubjects, "four letters, such as MEDI or COMP"},
    ClosedField{"LANGUAGE", kLanguages, "the English name of a language"},
    ClosedField{"OPENACCESS", kOpenAccess, "1 or 0"},
    ClosedField{"OA",
                kOpenAccessKinds,
                "all, publisherfullgold, publisherhybridgold, publisherfree2read or repository"},
    ClosedField{"ACCESSTYPE", kAccessTypes, "OA"},
    ClosedField{"PUBSTAGE", kStages, "final or aip"},
};

/// Titles of sources and names, in which brackets and commas break a query.
constexpr std::array<std::string_view, 5> kTitlesAndNames{
    "SRCTITLE", "EXACTSRCTITLE", "AUTHOR-NAME", "AUTH", "FIRSTAUTH"};

struct RestrictedField
{
    std::string_view code;
    std::string_view instead;
};

constexpr std::array kRestricted{RestrictedField{"INDEXTERMS", "KEY"}, RestrictedField{"REFEID", {}}};

/// A value as it stands in the text, its marks aside.
Extent withinMarks(const CheckedQuery &query, const Node &term)
{
    const std::size_t at = query.text().substr(term.from, term.to - term.from).find(term.text);
    return at == std::string_view::npos ? Extent{term.from, term.to}
                                        : Extent{term.from + at, term.from + at + term.text.size()};
}

std::string withoutBrackets(std::string_view title)
{
    const std::size_t open = title.find('(');
    std::string_view text = title.substr(0, open);
    while (text.ends_with(' ')) {
        text.remove_suffix(1);
    }
    return std::string(text);
}

} // namespace

/// W18: values that no record has; Scopus finds nothing then and does not say why.
void checkClosedValues(const CheckedQuery &query, Findings &findings)
{
    for (const Place &place : query.places()) {
        const Node &node = *place.node;
        if (node.kind != NodeKind::Term || place.field == nullptr) {
            continue;
        }
        const auto *const closed = std::ranges::find(kClosedFields, place.field->code, &ClosedField::code);
        if (closed == kClosedFields.end()) {
            continue;
        }
        const std::string value = text::fold(node.text);
        const auto known = std::ranges::find(closed->values, std::string_view(value), &KnownValue::word);
        if (known != closed->values.end() && known->meant.empty()) {
            continue;
        }
        std::optional<Fix> fix;
        if (known != closed->values.end()) {
            const Extent where = withinMarks(query, node);
            fix = Fix{"Write " + std::string(known->meant),
                      {{where.from, where.to, std::string(known->meant)}}};
        }
        findings.warn("W18",
                      {node.from, node.to},
                      std::string(closed->code) + " has no value \"" + node.text +
                          "\", so this finds nothing; it is " + std::string(closed->kind) + ".",
                      std::move(fix));
    }
}

/// W19
void checkRestrictedFields(const CheckedQuery &query, Findings &findings)
{
    for (const Place &place : query.places()) {
        const Node &node = *place.node;
        if (node.kind != NodeKind::Fielded) {
            continue;
        }
        const auto *const restricted =
            std::ranges::find(kRestricted, node.code->code, &RestrictedField::code);
        if (restricted == kRestricted.end()) {
            continue;
        }
        std::optional<Fix> fix;
        const std::string code(restricted->code);
        const Extent name{node.from, node.from + code.size()};
        if (!restricted->instead.empty() && node.refinement == Refinement::None) {
            fix = Fix{"Write " + std::string(restricted->instead),
                      {{name.from, name.to, std::string(restricted->instead)}}};
        }
        findings.warn("W19",
                      name,
                      "Scopus refuses " + code + " to most API keys" +
                          (restricted->instead.empty()
                               ? "."
                               : "; " + std::string(restricted->instead) + " is wider and allowed."),
                      std::move(fix));
    }
}

/// I02: fields that only Winnow has.
void checkOwnFields(const CheckedQuery &query, Findings &findings)
{
    for (const Place &place : query.places()) {
        const Node &node = *place.node;
        if (node.kind == NodeKind::Fielded && node.code->isOwn) {
            const std::string code(node.code->code);
            findings.inform("I02",
                            {node.from, node.from + code.size()},
                            code + " is a field of Winnow's: it looks into the PDFs attached to this "
                                   "review. Databases do not know it.");
        }
    }
}

/// W30
void checkTitlesAndNames(const CheckedQuery &query, Findings &findings)
{
    for (const Place &place : query.places()) {
        const Node &node = *place.node;
        const bool isRefined = place.parent != nullptr && place.parent->refinement != Refinement::None;
        if (node.kind != NodeKind::Term || place.field == nullptr ||
            (!isRefined && std::ranges::find(kTitlesAndNames, place.field->code) == kTitlesAndNames.end()) ||
            node.text.find_first_of("(),[]") == std::string::npos ||
            place.field->syntax == FieldSyntax::Ids) {
            continue;
        }
        const bool isTitle = place.field->code == "SRCTITLE" || place.field->code == "EXACTSRCTITLE";
        const std::string shorter = withoutBrackets(node.text);
        std::optional<Fix> fix;
        if (isTitle && node.text.find('(') != std::string::npos && !shorter.empty()) {
            const Extent where = withinMarks(query, node);
            fix = Fix{"Write " + shorter, {{where.from, where.to, shorter}}};
        }
        findings.warn(
            "W30",
            {node.from, node.to},
            "Brackets and commas in such a value can break the query at Scopus; leave out what they add.",
            std::move(fix));
    }
}

} // namespace winnow::query
