#include "query/fields.h"

#include "query/field_list.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace winnow::query {

namespace {

constexpr FieldSet kTitle = setOf(Field::Title);
constexpr FieldSet kAbstract = setOf(Field::Abstract);
constexpr FieldSet kKeywords = setOf(Field::Keywords) | setOf(Field::IndexTerms);
constexpr FieldSet kAuthors = setOf(Field::Authors);

constexpr FieldCode words(std::string_view code, FieldSet fields, std::string_view parents = {})
{
    return {code, FieldSyntax::Words, fields, ValueField::None, parents, true, false};
}

/// A field of words that imported records do not hold.
constexpr FieldCode elsewhere(std::string_view code, std::string_view parents = {})
{
    return words(code, 0, parents);
}

/// A field whose parentheses stand for one element of several: one affiliation, one reference.
constexpr FieldCode element(FieldCode field)
{
    field.isElement = true;
    return field;
}

constexpr FieldCode whole(FieldCode field)
{
    field.takesVariants = false;
    return field;
}

constexpr FieldCode
values(std::string_view code, ValueField value = ValueField::None, std::string_view parents = {})
{
    return {code, FieldSyntax::Values, 0, value, parents, false, false};
}

constexpr FieldCode compared(std::string_view code, FieldSyntax syntax, std::string_view parents = {})
{
    return {code, syntax, 0, ValueField::None, parents, false, false};
}

constexpr FieldCode own(FieldCode field)
{
    field.isOwn = true;
    return field;
}

/// All field codes of the Scopus Search Guide, those that LIMIT-TO adds, and Winnow's own.
constexpr std::array kCodes{
    words("TITLE-ABS-KEY", kTitle | kAbstract | kKeywords),
    words("TITLE-ABS", kTitle | kAbstract),
    words("TITLE-ABS-KEY-AUTH", kTitle | kAbstract | kKeywords | kAuthors),
    words("TITLE", kTitle),
    words("ABS", kAbstract),
    words("KEY", kKeywords),
    words("AUTHKEY", setOf(Field::Keywords)),
    words("INDEXTERMS", setOf(Field::IndexTerms)),
    elsewhere("TRADENAME"),
    elsewhere("MANUFACTURER"),
    elsewhere("CHEM"),
    elsewhere("CHEMNAME", "CHEM"),
    values("CASREGNUMBER", ValueField::None, "CHEM"),
    words("ALL", kAllFields),

    words("AUTH", kAuthors),
    element(words("AUTHOR-NAME", kAuthors)),
    words("AUTHNAME", kAuthors, "AUTHOR-NAME"),
    words("AUTHLASTNAME", setOf(Field::FamilyNames), "AUTHOR-NAME AUTH"),
    words("AUTHFIRST", setOf(Field::GivenNames), "AUTHOR-NAME AUTH"),
    elsewhere("AUTHSUFFIX", "AUTHOR-NAME AUTH"),
    elsewhere("AUTHCOLLAB"),
    words("FIRSTAUTH", setOf(Field::FirstAuthor)),
    element(elsewhere("EDITOR")),
    elsewhere("EDLASTNAME", "EDITOR"),
    elsewhere("EDFIRST", "EDITOR"),

    element(elsewhere("AFFIL")),
    elsewhere("AFFILCITY", "AFFIL"),
    elsewhere("AFFILCOUNTRY", "AFFIL"),
    elsewhere("AFFILORG", "AFFIL"),

    words("SRCTITLE", setOf(Field::SourceTitle)),
    whole(words("EXACTSRCTITLE", setOf(Field::SourceTitle))),
    words("PUBLISHER", setOf(Field::Publisher)),
    words("BOOKPUB", setOf(Field::Publisher)),
    elsewhere("PUBDATETXT"),
    elsewhere("CONF"),
    elsewhere("CONFNAME", "CONF"),
    elsewhere("CONFSPONSORS", "CONF"),
    elsewhere("CONFLOC", "CONF"),

    element(elsewhere("REF")),
    elsewhere("REFTITLE", "REF"),
    elsewhere("REFSRCTITLE", "REF"),
    elsewhere("REFAUTH", "REF"),
    elsewhere("REFAUTHLASTNAME", "REF REFAUTH"),
    elsewhere("REFAUTHFIRST", "REF REFAUTH"),
    compared("REFPUBYEAR", FieldSyntax::Year, "REF"),
    values("REFPAGE", ValueField::None, "REF"),
    values("REFPAGEFIRST", ValueField::None, "REF"),
    values("REFARTNUM", ValueField::None, "REF"),
    values("REFEID", ValueField::None, "REF"),
    elsewhere("WEBSITE", "REF"),

    elsewhere("FUND-ALL"),
    elsewhere("FUND-SPONSOR"),
    values("FUND-ACR"),
    values("FUND-NO"),

    values("DOI", ValueField::Doi),
    values("PMID", ValueField::Pmid),
    values("EID", ValueField::Eid),
    values("ISSN", ValueField::Issn),
    values("ISSNP", ValueField::Issn),
    values("EISSN", ValueField::Issn),
    values("ISBN", ValueField::Isbn),
    values("CODEN"),
    FieldCode{"AU-ID", FieldSyntax::Ids, 0, ValueField::None, {}, false, false},
    FieldCode{"AF-ID", FieldSyntax::Ids, 0, ValueField::None, {}, false, false},
    FieldCode{"PREFNAMEAUID", FieldSyntax::Ids, 0, ValueField::None, {}, false, false},
    values("ORCID"),
    values("SRCID"),
    values("SEQBANK"),
    values("SEQNUMBER"),
    values("VOLUME", ValueField::Volume),
    values("ISSUE", ValueField::Issue),
    values("PAGES", ValueField::Pages),
    values("PAGEFIRST", ValueField::PageFirst),
    values("PAGELAST", ValueField::PageLast),
    values("ARTNUM", ValueField::ArticleNumber),

    values("DOCTYPE", ValueField::DocumentType),
    values("LANGUAGE", ValueField::Language),
    values("SRCTYPE"),
    values("SUBJAREA"),
    values("OPENACCESS"),
    values("ACCESSTYPE"),
    values("OA"),
    values("PUBSTAGE"),

    compared("PUBYEAR", FieldSyntax::Year),
    compared("LOAD-DATE", FieldSyntax::Date),
    compared("ORIG-LOAD-DATE", FieldSyntax::Date),

    own(words("FULLTEXT", setOf(Field::FullText))),
};

/// The facets of the refinements that are called otherwise than their fields.
struct Facet
{
    std::string_view name;
    std::string_view code;
};

constexpr std::array kFacets{
    Facet{"EXACTKEYWORD", "KEY"},
    Facet{"DOCTYPE", "DOCTYPE"},
    Facet{"PUBYEAR", "PUBYEAR"},
    Facet{"SUBJAREA", "SUBJAREA"},
    Facet{"LANGUAGE", "LANGUAGE"},
    Facet{"SRCTYPE", "SRCTYPE"},
    Facet{"EXACTSRCTITLE", "EXACTSRCTITLE"},
    Facet{"AFFILCOUNTRY", "AFFILCOUNTRY"},
    Facet{"AFFILCITY", "AFFILCITY"},
    Facet{"AF-ID", "AF-ID"},
    Facet{"AU-ID", "AU-ID"},
    Facet{"PREFNAMEAUID", "PREFNAMEAUID"},
    Facet{"PUBSTAGE", "PUBSTAGE"},
    Facet{"OA", "OA"},
    Facet{"FUND-SPONSOR", "FUND-SPONSOR"},
};

std::string upper(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
    });
    return result;
}

/// Edit distance (Levenshtein), for short strings.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min(
                {above + 1, row[j - 1] + 1, diagonal + static_cast<std::size_t>(a[i - 1] != b[j - 1])});
            diagonal = above;
        }
    }
    return row.back();
}

} // namespace

std::span<const FieldCode> allFieldCodes()
{
    return kCodes;
}

const FieldCode *findFieldCode(std::string_view code)
{
    const std::string wanted = upper(code);
    const auto *const found = std::ranges::find(kCodes, std::string_view(wanted), &FieldCode::code);
    return found == kCodes.end() ? nullptr : found;
}

std::string_view nearestFieldCode(std::string_view code)
{
    const std::string wanted = upper(code.substr(0, 64));
    return std::ranges::min_element(
               kCodes, {}, [&](const FieldCode &known) { return distance(wanted, known.code); })
        ->code;
}

bool mayStandInside(const FieldCode &inner, const FieldCode &outer)
{
    std::string_view parents = inner.parents;
    while (!parents.empty()) {
        const std::size_t end = std::min(parents.find(' '), parents.size());
        if (parents.substr(0, end) == outer.code) {
            return true;
        }
        parents.remove_prefix(std::min(end + 1, parents.size()));
    }
    return false;
}

const FieldCode *findFacet(std::string_view facet)
{
    const std::string wanted = upper(facet);
    const auto *const found = std::ranges::find(kFacets, std::string_view(wanted), &Facet::name);
    return found == kFacets.end() ? nullptr : findFieldCode(found->code);
}

} // namespace winnow::query
