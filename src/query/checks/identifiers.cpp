#include "query/checks/checks.h"
#include "text/fold.h"

#include <algorithm>
#include <array>

namespace winnow::query {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isDigit);
}

int digit(char c)
{
    return c == 'x' ? 10 : c - '0';
}

/// Digits, and an x as the last one.
bool isNumberWithCheck(std::string_view text, std::size_t size)
{
    return text.size() == size && isDigits(text.substr(0, size - 1)) &&
           (isDigit(text.back()) || text.back() == 'x');
}

std::string withoutHyphens(std::string_view text)
{
    std::string result(text);
    std::erase_if(result, [](char c) { return c == '-' || c == ' '; });
    return result;
}

/// ISO 3297: weights 8 to 2, modulo 11.
std::string faultOfIssn(std::string_view value)
{
    const std::string issn = withoutHyphens(value);
    if (!isNumberWithCheck(issn, 8)) {
        return "An ISSN has eight digits, the last of which may be X.";
    }
    int sum = 0;
    for (std::size_t i = 0; i < issn.size(); ++i) {
        sum += digit(issn[i]) * static_cast<int>(issn.size() - i);
    }
    return sum % 11 == 0 ? "" : "The check digit of this ISSN is wrong; a digit was mistyped.";
}

/// ISO 2108: ten digits modulo 11, thirteen with weights 1 and 3 modulo 10.
std::string faultOfIsbn(std::string_view value)
{
    const std::string isbn = withoutHyphens(value);
    int sum = 0;
    if (isNumberWithCheck(isbn, 10)) {
        for (std::size_t i = 0; i < isbn.size(); ++i) {
            sum += digit(isbn[i]) * static_cast<int>(isbn.size() - i);
        }
        return sum % 11 == 0 ? "" : "The check digit of this ISBN is wrong; a digit was mistyped.";
    }
    if (isbn.size() != 13 || !isDigits(isbn)) {
        return "An ISBN has ten or thirteen digits.";
    }
    for (std::size_t i = 0; i < isbn.size(); ++i) {
        sum += digit(isbn[i]) * (i % 2 == 0 ? 1 : 3);
    }
    return sum % 10 == 0 ? "" : "The check digit of this ISBN is wrong; a digit was mistyped.";
}

/// ISO 7064, MOD 11-2.
std::string faultOfOrcid(std::string_view value)
{
    const std::string orcid = withoutHyphens(value);
    if (!isNumberWithCheck(orcid, 16)) {
        return "An ORCID has sixteen digits, the last of which may be X.";
    }
    int total = 0;
    for (const char c : orcid.substr(0, 15)) {
        total = (total + digit(c)) * 2 % 11;
    }
    return (12 - total) % 11 == digit(orcid.back())
               ? ""
               : "The check digit of this ORCID is wrong; a digit was mistyped.";
}

/// DOI Handbook 2.2: 10., four and more digits, perhaps divided by dots, a slash and anything.
std::string faultOfDoi(std::string_view value)
{
    const std::size_t slash = value.find('/');
    const bool isDoi =
        value.starts_with("10.") && slash != std::string_view::npos && slash + 1 < value.size() &&
        slash >= 7 &&
        std::ranges::all_of(value.substr(3, slash - 3), [](char c) { return isDigit(c) || c == '.'; });
    return isDoi ? "" : "A DOI begins with 10., four digits or more and a slash, as in 10.1000/182.";
}

std::string faultOfPmid(std::string_view value)
{
    return isDigits(value) && value.size() <= 8 ? "" : "A PMID is a number of at most eight digits.";
}

std::string faultOfEid(std::string_view value)
{
    constexpr std::string_view kPrefix = "2-s2.0-";
    return value.starts_with(kPrefix) && isDigits(value.substr(kPrefix.size()))
               ? ""
               : "An EID is written 2-s2.0- and a number.";
}

struct Identifier
{
    std::string_view code;
    std::string (*faultOf)(std::string_view foldedValue);
    std::string_view begin; ///< where the identifier begins in an address of the web; empty: has none
};

constexpr std::array kIdentifiers{
    Identifier{"DOI", faultOfDoi, "10."},
    Identifier{"ISSN", faultOfIssn, {}},
    Identifier{"ISSNP", faultOfIssn, {}},
    Identifier{"EISSN", faultOfIssn, {}},
    Identifier{"ISBN", faultOfIsbn, {}},
    Identifier{"ORCID", faultOfOrcid, {}},
    Identifier{"PMID", faultOfPmid, {}},
    Identifier{"EID", faultOfEid, "2-s2.0-"},
};

/// https://doi.org/10.1/a: takes away what stands before the identifier.
std::optional<Fix> withoutAddress(const CheckedQuery &query, const Node &term, const Identifier &identifier)
{
    const std::size_t begin = identifier.begin.empty() ? std::string::npos : term.text.find(identifier.begin);
    const std::size_t at = query.text().substr(term.from, term.to - term.from).find(term.text);
    if (begin == std::string::npos || begin == 0 || at == std::string_view::npos ||
        !identifier.faultOf(text::fold(term.text.substr(begin))).empty()) {
        return std::nullopt;
    }
    const std::size_t from = term.from + at;
    return Fix{"Write " + term.text.substr(begin), {{from, from + begin, {}}}};
}

} // namespace

/// W20
void checkIdentifiers(const CheckedQuery &query, Findings &findings)
{
    for (const Place &place : query.places()) {
        const Node &node = *place.node;
        if (node.kind != NodeKind::Term || place.field == nullptr || hasWildcard(node.text)) {
            continue;
        }
        const auto *const identifier = std::ranges::find(kIdentifiers, place.field->code, &Identifier::code);
        if (identifier == kIdentifiers.end()) {
            continue;
        }
        if (std::string fault = identifier->faultOf(text::fold(node.text)); !fault.empty()) {
            findings.warn(
                "W20", {node.from, node.to}, std::move(fault), withoutAddress(query, node, *identifier));
        }
    }
}

} // namespace winnow::query
