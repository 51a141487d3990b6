#include "formats/support/identifiers.h"

#include "formats/support/markup.h"
#include "formats/support/strings.h"

#include <algorithm>
#include <charconv>

namespace winnow::formats {

namespace {

/// "%2F" -> "/" as in web addresses; bytes above ASCII stay as they are.
std::string withoutPercents(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned code = 0;
        if (text[i] == '%' && i + 2 < text.size()) {
            const char *const digits = text.data() + i + 1;
            const auto [end, failure] = std::from_chars(digits, digits + 2, code, 16);
            if (failure == std::errc() && end == digits + 2 && code > 0x20 && code < 0x7F) {
                out += static_cast<char>(code);
                i += 2;
                continue;
            }
        }
        out += text[i];
    }
    return out;
}

/// Where a DOI that begins `text` ends. A "<" belongs to it in the old form with an article id, as in
/// "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2", and begins a tag otherwise.
std::size_t doiLength(std::string_view text)
{
    const auto *const stop =
        std::ranges::find_if(text, [](char c) { return (c >= 0 && c <= ' ') || c == '"' || c == 0x7F; });
    const auto end = static_cast<std::size_t>(stop - text.begin());
    const std::string_view whole = text.substr(0, end);
    const bool hasArticleId = whole.find("::") != std::string_view::npos;
    return std::min(end, hasArticleId ? end : whole.find_first_of("<>"));
}

/// A record has few numbers; to look through very many each time would take for ever.
constexpr std::size_t kMaxListBytes = 1000;

void addOnce(std::string &list, std::string_view entry)
{
    if (list.size() > kMaxListBytes) {
        return;
    }
    const std::vector<std::string_view> known = pieces(list, " ");
    if (std::ranges::find(known, entry) == known.end()) {
        list += list.empty() ? "" : " ";
        list += entry;
    }
}

/// Hands each run of digits, hyphens dropped and an X that ends it kept, to `add`.
template <class Add>
void forEachNumber(std::string_view text, Add add)
{
    std::string number;
    for (const char c : text) {
        if (isDigit(c)) {
            number += c;
        } else if ((c == 'X' || c == 'x') && number.size() >= 6) {
            add(number + 'X');
            number.clear();
        } else if (c != '-' && !number.empty()) {
            add(number);
            number.clear();
        }
    }
    if (!number.empty()) {
        add(number);
    }
}

void addIssn(Record &record, const std::string &number)
{
    addOnce(record.issn, number.substr(0, 4) + '-' + number.substr(4));
}

/// The digits behind `marker` in an address.
std::string_view digitsBehind(std::string_view url, std::string_view marker)
{
    const std::size_t at = url.find(marker);
    if (at == std::string_view::npos) {
        return {};
    }
    url.remove_prefix(at + marker.size());
    const auto *const end = std::ranges::find_if_not(url, isDigit);
    return url.substr(0, static_cast<std::size_t>(end - url.begin()));
}

} // namespace

std::string bareDoi(std::string_view text)
{
    const std::size_t at = text.find("10.");
    if (at == std::string_view::npos) {
        return {};
    }
    text.remove_prefix(at);
    std::string decoded;
    if (text.find_first_of("%&") != std::string_view::npos) {
        decoded = withoutPercents(withoutMarkup(text));
        text = decoded;
    }
    text = text.substr(0, doiLength(text));
    while (!text.empty() && std::string_view(".,;").find(text.back()) != std::string_view::npos) {
        text.remove_suffix(1);
    }
    const std::size_t slash = text.find('/');
    const bool isDoi =
        slash != std::string_view::npos && slash >= 7 && slash + 1 < text.size() &&
        std::ranges::all_of(text.substr(3, slash - 3), [](char c) { return isDigit(c) || c == '.'; });
    return isDoi ? lowered(text) : std::string();
}

std::string pmidFrom(std::string_view text)
{
    const auto *const begin = std::ranges::find_if(text, isDigit);
    const auto *const end = std::find_if_not(begin, text.end(), isDigit);
    const bool isOnlyNumber = std::none_of(end, text.end(), isDigit);
    const bool isZero = std::all_of(begin, end, [](char c) { return c == '0'; });
    return isOnlyNumber && !isZero && end - begin <= 8 ? std::string(begin, end) : std::string();
}

std::string pmcidFrom(std::string_view text)
{
    for (std::size_t at = 0; at + 3 < text.size(); ++at) {
        if (!equalsIgnoringCase(text.substr(at, 3), "pmc")) {
            continue;
        }
        const std::string_view rest = text.substr(at + 3);
        const auto *const end = std::ranges::find_if_not(rest, isDigit);
        const auto size = static_cast<std::size_t>(end - rest.begin());
        if (size >= 3 && size <= 9) {
            return "PMC" + std::string(rest.substr(0, size));
        }
    }
    return {};
}

std::string eidIn(std::string_view text)
{
    constexpr std::string_view kStart = "2-s2.0-";
    const std::string_view digits = digitsBehind(text, kStart);
    return digits.empty() ? std::string() : std::string(kStart) + std::string(digits);
}

void addSerialNumbers(Record &record, std::string_view text)
{
    forEachNumber(text, [&](const std::string &number) {
        if (number.size() == 8) {
            addIssn(record, number);
        } else if (number.size() == 10 || number.size() == 13) {
            addOnce(record.isbn, number);
        }
    });
}

void addIssns(Record &record, std::string_view text)
{
    forEachNumber(text, [&](const std::string &number) {
        if (number.size() >= 5 && number.size() <= 8) {
            addIssn(record, std::string(8 - number.size(), '0') + number);
        }
    });
}

void completeIdentifiers(Record &record)
{
    if (record.url.empty()) {
        return;
    }
    if (record.doi.empty() && record.url.find("doi.org/") != std::string::npos) {
        record.doi = bareDoi(record.url);
    }
    if (record.eid.empty()) {
        record.eid = eidIn(record.url);
    }
    for (const std::string_view marker : {"pubmed.ncbi.nlm.nih.gov/", "ncbi.nlm.nih.gov/pubmed/"}) {
        if (record.pmid.empty()) {
            record.pmid = pmidFrom(digitsBehind(record.url, marker));
        }
    }
}

} // namespace winnow::formats
