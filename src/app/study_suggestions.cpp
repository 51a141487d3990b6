#include "app/merged_record.h"
#include "app/studies.h"
#include "text/fold.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <numeric>
#include <set>
#include <sstream>

namespace winnow::app {

namespace {

constexpr int kMostYearsApart = 5;
constexpr double kAlike = 0.5;        ///< of the words of the shorter title
constexpr std::size_t kShortWord = 4; ///< words below that say little

/// What a report is compared by.
struct Report
{
    RecordId id;
    std::string key;
    std::string label;
    std::set<std::string> registrations;
    std::vector<std::string> authors; ///< family names, folded
    std::set<std::string> titleWords;
    std::optional<int> year;
};

/// How the numbers of trial registers look: a name, perhaps a hyphen, then so many digits.
struct Register
{
    std::string_view name;
    std::size_t fewest;
    std::size_t most;
};

constexpr std::array<Register, 6> kRegisters{
    {{"NCT", 8, 8}, {"ISRCTN", 8, 8}, {"ACTRN", 14, 14}, {"ChiCTR", 8, 10}, {"DRKS", 8, 8}, {"UMIN", 9, 9}}};

std::set<std::string> registrationsIn(std::string_view text)
{
    constexpr std::string_view kDigits = "0123456789";
    std::set<std::string> found;
    for (const Register &known : kRegisters) {
        for (std::size_t at = text.find(known.name); at != std::string_view::npos;
             at = text.find(known.name, at + 1)) {
            std::size_t from = at + known.name.size();
            from += from < text.size() && text[from] == '-' ? 1U : 0U;
            const std::size_t to = std::min(text.find_first_not_of(kDigits, from), text.size());
            if (to - from >= known.fewest && to - from <= known.most) {
                found.insert(std::string(known.name) + std::string(text.substr(from, to - from)));
            }
        }
    }
    return found;
}

std::set<std::string> wordsOf(const std::string &title)
{
    std::set<std::string> words;
    std::istringstream stream(text::fold(title));
    for (std::string word; stream >> word;) {
        if (word.size() >= kShortWord) {
            words.insert(word);
        }
    }
    return words;
}

template <class Range>
std::size_t inCommon(const Range &one, const std::set<std::string> &other)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(one, [&](const std::string &entry) { return other.contains(entry); }));
}

bool hasSameAuthors(const Report &one, const Report &other)
{
    if (one.authors.empty() || other.authors.empty() || one.authors.front() != other.authors.front()) {
        return false;
    }
    const std::set<std::string> names(other.authors.begin(), other.authors.end());
    const std::size_t shorter = std::min(one.authors.size(), other.authors.size());
    // One author alone writes many things.
    return shorter > 1 && 2 * inCommon(one.authors, names) >= shorter;
}

bool isAlike(const Report &one, const Report &other)
{
    const std::size_t shorter = std::min(one.titleWords.size(), other.titleWords.size());
    const bool isNear = !one.year || !other.year || std::abs(*one.year - *other.year) <= kMostYearsApart;
    return isNear && shorter > 0 && hasSameAuthors(one, other) &&
           static_cast<double>(inCommon(one.titleWords, other.titleWords)) >=
               kAlike * static_cast<double>(shorter);
}

/// Groups that grow together (union-find).
class Groups
{
public:
    explicit Groups(std::size_t size)
        : m_parent(size)
    {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
    }

    std::size_t of(std::size_t one)
    {
        while (m_parent[one] != one) {
            one = m_parent[one] = m_parent[m_parent[one]];
        }
        return one;
    }

    void join(std::size_t one, std::size_t other)
    {
        const std::size_t first = of(one);
        const std::size_t second = of(other);
        m_parent[std::max(first, second)] = std::min(first, second);
    }

private:
    std::vector<std::size_t> m_parent;
};

Result<std::vector<Report>> ungroupedReports(Workspace &workspace)
{
    auto studies = studiesOf(workspace);
    if (!studies) {
        return std::move(studies).error();
    }
    std::vector<Report> reports;
    for (const Study &study : *studies) {
        if (!study.isIncluded || !study.name.empty()) {
            continue;
        }
        auto merged = mergedRecord(workspace, study.reports.front());
        if (!merged) {
            return std::move(merged).error();
        }
        const Record &record = merged->record;
        Report report{study.reports.front(), study.keys.front(), study.label, {}, {}, {}, record.date.year};
        report.registrations = registrationsIn(record.title + " " + record.abstractText);
        report.titleWords = wordsOf(record.title);
        for (const PersonName &author : record.authors) {
            report.authors.push_back(text::fold(author.family));
        }
        reports.push_back(std::move(report));
    }
    return reports;
}

/// Reports that name a number together; the number of each group.
void joinByRegistration(const std::vector<Report> &reports,
                        Groups &groups,
                        std::map<std::size_t, std::string> &why)
{
    std::map<std::string, std::vector<std::size_t>> byNumber;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        for (const std::string &number : reports[i].registrations) {
            byNumber[number].push_back(i);
        }
    }
    for (const auto &[number, members] : byNumber) {
        for (const std::size_t member : members) {
            groups.join(members.front(), member);
        }
        if (members.size() > 1) {
            why[members.front()] = number;
        }
    }
}

/// Only reports of the same first author are compared, so that this stays cheap.
void joinByAuthors(const std::vector<Report> &reports, Groups &groups)
{
    std::map<std::string, std::vector<std::size_t>> byAuthor;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        if (!reports[i].authors.empty()) {
            byAuthor[reports[i].authors.front()].push_back(i);
        }
    }
    for (const auto &[author, members] : byAuthor) {
        for (std::size_t a = 0; a < members.size(); ++a) {
            for (std::size_t b = a + 1; b < members.size(); ++b) {
                if (isAlike(reports[members[a]], reports[members[b]])) {
                    groups.join(members[a], members[b]);
                }
            }
        }
    }
}

} // namespace

Result<std::vector<StudySuggestion>> suggestStudies(Workspace &workspace)
{
    auto reports = ungroupedReports(workspace);
    if (!reports) {
        return std::move(reports).error();
    }
    Groups groups(reports->size());
    std::map<std::size_t, std::string> numbers;
    joinByRegistration(*reports, groups, numbers);
    joinByAuthors(*reports, groups);
    std::map<std::size_t, StudySuggestion> found;
    for (std::size_t i = 0; i < reports->size(); ++i) {
        StudySuggestion &suggestion = found[groups.of(i)];
        const Report &report = (*reports)[i];
        if (suggestion.reports.empty()) {
            suggestion.name = report.label;
            suggestion.why = "The same first author and half of the authors, and titles alike.";
        }
        if (const auto number = numbers.find(i); number != numbers.end()) {
            suggestion.name = number->second;
            suggestion.why = "They name the same registration, " + number->second + ".";
        }
        suggestion.reports.push_back(report.id);
        suggestion.keys.push_back(report.key);
    }
    std::vector<StudySuggestion> suggestions;
    for (auto &[group, suggestion] : found) {
        if (suggestion.reports.size() > 1) {
            suggestions.push_back(std::move(suggestion));
        }
    }
    return suggestions;
}

} // namespace winnow::app
