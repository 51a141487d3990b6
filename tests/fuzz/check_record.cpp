#include "fuzz/check_record.h"

#include "formats/support/identifiers.h"
#include "formats/support/normalise.h"
#include "formats/support/strings.h"
#include "text/encoding.h"

#include <algorithm>
#include <array>

namespace winnow::fuzz {

namespace {

using formats::isDigits;
using formats::trimmed;

struct Member
{
    std::string_view name;
    std::string Record::*value;
};

constexpr std::array kMembers{
    Member{"key", &Record::key},
    Member{"title", &Record::title},
    Member{"abstract", &Record::abstractText},
    Member{"source title", &Record::sourceTitle},
    Member{"volume", &Record::volume},
    Member{"issue", &Record::issue},
    Member{"first page", &Record::pageFirst},
    Member{"last page", &Record::pageLast},
    Member{"article number", &Record::articleNumber},
    Member{"DOI", &Record::doi},
    Member{"PMID", &Record::pmid},
    Member{"PMCID", &Record::pmcid},
    Member{"EID", &Record::eid},
    Member{"ISSN", &Record::issn},
    Member{"ISBN", &Record::isbn},
    Member{"publisher", &Record::publisher},
    Member{"language", &Record::language},
    Member{"URL", &Record::url},
};

/// Text of one line without blanks at its ends.
void expectLine(Finding &finding, std::string_view text, std::string_view what)
{
    expectText(finding, text, what);
    finding.expect(text.find_first_of("\r\n") == std::string_view::npos, "has a line end in it", what);
    finding.expect(trimmed(text) == text, "is not trimmed", what);
}

bool isIssn(std::string_view text)
{
    return text.size() == 9 && isDigits(text.substr(0, 4)) && text[4] == '-' && isDigits(text.substr(5, 3)) &&
           (formats::isDigit(text[8]) || text[8] == 'X');
}

bool isIsbn(std::string_view text)
{
    return (text.size() == 10 || text.size() == 13) && isDigits(text.substr(0, text.size() - 1)) &&
           (formats::isDigit(text.back()) || text.back() == 'X');
}

void expectIdentifiers(Finding &finding, const Record &record)
{
    finding.expect(
        record.doi.empty() || formats::bareDoi(record.doi) == record.doi, "is no bare DOI", record.doi);
    finding.expect(record.doi.find_first_of(" \t\v\f") == std::string::npos, "is no DOI", record.doi);
    finding.expect(
        record.pmid.empty() || (isDigits(record.pmid) && record.pmid.size() <= 8), "is no PMID", record.pmid);
    finding.expect(record.pmcid.empty() || formats::pmcidFrom(record.pmcid) == record.pmcid,
                   "is no PMCID",
                   record.pmcid);
    finding.expect(record.eid.empty() || formats::eidIn(record.eid) == record.eid, "is no EID", record.eid);
    for (const std::string_view number : formats::pieces(record.issn, " ")) {
        finding.expect(isIssn(number), "is no ISSN", record.issn);
    }
    for (const std::string_view number : formats::pieces(record.isbn, " ")) {
        finding.expect(isIsbn(number), "is no ISBN", record.isbn);
    }
}

void expectDate(Finding &finding, const PartialDate &date)
{
    finding.expect(!date.year || (*date.year >= 0 && *date.year <= 9999), "is no year");
    finding.expect(!date.month || (*date.month >= 1 && *date.month <= 12), "is no month");
    finding.expect(!date.day || (*date.day >= 1 && *date.day <= 31), "is no day");
    finding.expect(!date.day || date.month, "a day without a month");
}

} // namespace

void Finding::expect(bool holds, std::string_view what, std::string_view where)
{
    if (!holds && !isFound()) {
        m_text.append(where).append(where.empty() ? "" : ": ").append(what);
    }
}

void expectText(Finding &finding, std::string_view text, std::string_view what)
{
    finding.expect(text::isUtf8(text), "is no UTF-8", what);
    finding.expect(text.find('\0') == std::string_view::npos, "has a NUL", what);
}

void expectReadRecord(Finding &finding, const formats::ReadRecord &read)
{
    const Record &record = read.record;
    for (const Member &member : kMembers) {
        expectLine(finding, record.*member.value, member.name);
    }
    for (const PersonName &author : record.authors) {
        expectLine(finding, author.family, "family name");
        expectLine(finding, author.given, "given name");
        finding.expect(!author.family.empty(), "an author without a name");
    }
    for (const auto *const terms : {&record.keywords, &record.indexTerms}) {
        for (const std::string &term : *terms) {
            expectLine(finding, term, "keyword");
            finding.expect(!term.empty(), "an empty keyword");
        }
    }
    expectIdentifiers(finding, record);
    expectDate(finding, record.date);
    finding.expect(formats::isUsable(record), "a record that says nothing was handed over as one", read.raw);
    finding.expect(!read.raw.empty(), "a record without its raw text", record.title);
    expectText(finding, read.raw, "raw text");
    for (const RawField &extra : read.extras) {
        expectText(finding, extra.name, "name of an extra");
        expectText(finding, extra.value, "extra");
        finding.expect(!extra.value.empty(), "is an extra without a value", extra.name);
    }
    for (const formats::ReadDecision &decision : read.decisions) {
        for (const std::string *text : {&decision.reviewer, &decision.reason, &decision.note}) {
            expectText(finding, *text, "decision");
        }
    }
}

std::string inWords(const Record &record)
{
    std::string words(namesOf(record.type).id);
    for (const Member &member : kMembers) {
        if (const std::string &value = record.*member.value; !value.empty()) {
            words.append("\n").append(member.name).append(": ").append(value);
        }
    }
    for (const PersonName &author : record.authors) {
        words.append("\nauthor: ").append(author.family).append(" | ").append(author.given);
    }
    for (const std::string &term : record.keywords) {
        words.append("\nkeyword: ").append(term);
    }
    for (const std::string &term : record.indexTerms) {
        words.append("\nindex term: ").append(term);
    }
    for (const auto part : {record.date.year, record.date.month, record.date.day}) {
        words.append(part ? "\ndate: " + std::to_string(*part) : std::string());
    }
    return words;
}

} // namespace winnow::fuzz
