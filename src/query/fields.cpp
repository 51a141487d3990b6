#include "query/fields.h"

#include "text/fold.h"

#include <algorithm>
#include <array>
#include <vector>

namespace winnow::query {

namespace {

constexpr FieldSet kTitle = setOf(Field::Title);
constexpr FieldSet kAbstract = setOf(Field::Abstract);
constexpr FieldSet kKeywords = setOf(Field::Keywords) | setOf(Field::IndexTerms);
constexpr FieldSet kAuthors = setOf(Field::Authors);

constexpr FieldCode words(std::string_view code, FieldSet fields)
{
    return {code, FieldUse::Words, fields, ValueField::None, {}};
}

constexpr FieldCode value(std::string_view code, ValueField field)
{
    return {code, FieldUse::Value, 0, field, {}};
}

constexpr FieldCode notHere(std::string_view code, std::string_view instead = {})
{
    return {code, FieldUse::NotHere, 0, ValueField::None, instead};
}

/// All field codes of the Scopus Search Guide.
constexpr std::array kCodes{
    words("TITLE-ABS-KEY", kTitle | kAbstract | kKeywords),
    words("TITLE-ABS", kTitle | kAbstract),
    words("TITLE-ABS-KEY-AUTH", kTitle | kAbstract | kKeywords | kAuthors),
    words("TITLE", kTitle),
    words("ABS", kAbstract),
    words("KEY", kKeywords),
    words("AUTHKEY", setOf(Field::Keywords)),
    words("INDEXTERMS", setOf(Field::IndexTerms)),
    words("AUTH", kAuthors),
    words("AUTHOR-NAME", kAuthors),
    words("AUTHLASTNAME", setOf(Field::FamilyNames)),
    words("FIRSTAUTH", setOf(Field::FirstAuthor)),
    words("SRCTITLE", setOf(Field::SourceTitle)),
    words("ALL", kAllFields),
    value("DOI", ValueField::Doi),
    value("PMID", ValueField::Pmid),
    value("EID", ValueField::Eid),
    value("DOCTYPE", ValueField::DocumentType),
    value("LANGUAGE", ValueField::Language),
    FieldCode{"PUBYEAR", FieldUse::Year, 0, ValueField::None, {}},
    notHere("TRADENAME", "write KEY(...) instead"),
    notHere("MANUFACTURER"),
    notHere("CHEMNAME", "write KEY(...) instead"),
    notHere("CHEM", "write KEY(...) instead"),
    notHere("CASREGNUMBER"),
    notHere("CONF"),
    notHere("CONFNAME"),
    notHere("CONFSPONSORS"),
    notHere("CONFLOC"),
    notHere("REF"),
    notHere("REFTITLE"),
    notHere("REFSRCTITLE"),
    notHere("REFAUTH"),
    notHere("REFAUTHLASTNAME"),
    notHere("REFAUTHFIRST"),
    notHere("REFPUBYEAR"),
    notHere("REFPAGE"),
    notHere("REFPAGEFIRST"),
    notHere("REFARTNUM"),
    notHere("REFEID"),
    notHere("FUND-SPONSOR"),
    notHere("FUND-ALL"),
    notHere("FUND-NO"),
    notHere("FUND-ACR"),
    notHere("PUBLISHER"),
    notHere("BOOKPUB"),
    notHere("PUBDATETXT", "compare PUBYEAR instead, as in PUBYEAR = 2020"),
    notHere("WEBSITE"),
    notHere("AUTHFIRST", "write AUTH(...) instead"),
    notHere("AUTHNAME", "write AUTH(...) instead"),
    notHere("AUTHSUFFIX"),
    notHere("AUTHCOLLAB"),
    notHere("EDITOR"),
    notHere("EDFIRST"),
    notHere("EDLASTNAME"),
    notHere("AFFIL"),
    notHere("AFFILCITY"),
    notHere("AFFILCOUNTRY"),
    notHere("AFFILORG"),
    notHere("ISSN"),
    notHere("ISSNP"),
    notHere("EISSN"),
    notHere("ISBN"),
    notHere("CODEN"),
    notHere("AU-ID"),
    notHere("AF-ID"),
    notHere("ORCID"),
    notHere("SRCID"),
    notHere("SEQBANK"),
    notHere("SEQNUMBER"),
    notHere("ARTNUM"),
    notHere("VOLUME"),
    notHere("ISSUE"),
    notHere("PAGES"),
    notHere("PAGEFIRST"),
    notHere("PAGELAST"),
    notHere("LOAD-DATE"),
    notHere("ORIG-LOAD-DATE"),
    notHere("SRCTYPE"),
    notHere("SUBJAREA"),
    notHere("OPENACCESS"),
    notHere("ACCESSTYPE"),
    notHere("PUBSTAGE"),
    notHere("EXACTSRCTITLE", "write SRCTITLE({...}) instead"),
    notHere("EXACTKEYWORD", "write KEY({...}) instead"),
    notHere("OA"),
    notHere("LIMIT-TO", "write the field itself instead, such as DOCTYPE(ar)"),
    notHere("EXCLUDE", "put AND NOT and the field itself at the end instead, such as AND NOT DOCTYPE(re)"),
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

void forEachSegment(const Record &record, const std::function<void(Field, std::string_view)> &visit)
{
    const auto put = [&](Field field, std::string_view text) {
        if (!text.empty()) {
            visit(field, text);
        }
    };
    put(Field::Title, record.title);
    put(Field::Abstract, record.abstractText);
    for (const std::string &keyword : record.keywords) {
        put(Field::Keywords, keyword);
    }
    for (const std::string &indexTerm : record.indexTerms) {
        put(Field::IndexTerms, indexTerm);
    }
    std::string name;
    for (const PersonName &author : record.authors) {
        name.assign(author.family).append(" ").append(author.given);
        put(Field::Authors, name);
        put(Field::FamilyNames, author.family);
        if (&author == &record.authors.front()) {
            put(Field::FirstAuthor, name);
        }
    }
    put(Field::SourceTitle, record.sourceTitle);
}

std::string valueOf(const Record &record, ValueField field)
{
    switch (field) {
    case ValueField::Doi:
        return comparableValue(field, record.doi);
    case ValueField::Pmid:
        return record.pmid;
    case ValueField::Eid:
        return comparableValue(field, record.eid);
    case ValueField::DocumentType:
        return std::string(namesOf(record.type).scopus);
    case ValueField::Language:
        return comparableValue(field, record.language);
    case ValueField::None:
        break;
    }
    return {};
}

std::string comparableValue(ValueField field, std::string_view text)
{
    std::string folded = text::fold(text);
    if (field == ValueField::Doi) {
        const std::size_t at = folded.find("10.");
        folded.erase(0, at == std::string::npos ? 0 : at);
    }
    return folded;
}

} // namespace winnow::query
