#include "app/report_matcher.h"

#include "app/file_name_match.h"
#include "app/match_evidence.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace winnow::app {

namespace {

constexpr std::size_t kMostCandidates = 3;

/// What is less is not worth a look.
constexpr double kLeastScore = 0.2;

std::vector<Wording> wordingsOf(std::span<const MatchTarget> targets)
{
    std::vector<Wording> wordings;
    for (std::uint32_t target = 0; target < targets.size(); ++target) {
        for (const Record &record : targets[target].records) {
            wordings.push_back(wordingOf(target, record));
        }
    }
    return wordings;
}

TitleIndex indexOf(const std::vector<Wording> &wordings)
{
    std::vector<std::string> titles;
    titles.reserve(wordings.size());
    for (const Wording &wording : wordings) {
        titles.push_back(wording.traits.title.letters);
    }
    return TitleIndex(std::move(titles));
}

/// A report for which something speaks.
struct Found
{
    std::uint32_t target = 0;
    Evidence evidence{};
    bool isByDoi = false;
    bool isByTitle = false;

    [[nodiscard]] bool isSure() const { return isByDoi || isByTitle; }
};

/// Whether another report has a claim on the PDF that a person has to weigh.
bool contradicts(const Found &sure, const Found &other)
{
    constexpr double kSame = 0.02;
    const bool isBetterTitle =
        other.evidence.title >= TitleGrade::Adjacent &&
        (sure.evidence.title < TitleGrade::Near || other.evidence.likeness > sure.evidence.likeness + kSame);
    if (sure.isByDoi && other.isByDoi) {
        return true;
    }
    const bool isItsDoi = other.evidence.isFirstDoi || other.evidence.title >= TitleGrade::Near;
    return sure.isByDoi ? isBetterTitle : other.isSure() || (other.evidence.hasDoi && isItsDoi);
}

} // namespace

struct ReportMatcher::Parts
{
    explicit Parts(std::span<const MatchTarget> targets)
        : wordings(wordingsOf(targets))
        , titles(indexOf(wordings))
    {
        for (const MatchTarget &target : targets) {
            reports.push_back(target.report);
        }
        ofTarget.resize(targets.size());
        for (std::uint32_t number = 0; number < wordings.size(); ++number) {
            ofTarget[wordings[number].target].push_back(&wordings[number]);
            if (!wordings[number].doi.empty()) {
                byDoi.emplace(wordings[number].doi, wordings[number].target);
            }
        }
    }

    /// All for which a title or a DOI speaks.
    [[nodiscard]] std::vector<Found> findAll(const PdfHead &head) const;

    [[nodiscard]] PdfMatch byFileName(const PdfFacts &pdf) const;

    [[nodiscard]] PdfMatch toConfirm(const std::vector<Found> &found, std::string_view caution) const;

    std::vector<RecordId> reports;
    std::vector<Wording> wordings;
    std::vector<std::vector<const Wording *>> ofTarget;
    std::unordered_multimap<std::string, std::uint32_t> byDoi;
    TitleIndex titles;
};

std::vector<Found> ReportMatcher::Parts::findAll(const PdfHead &head) const
{
    std::map<std::uint32_t, Evidence> evidence;
    for (const TitleSource &source : head.sources) {
        for (const TitlePlace &place : titles.find(source.text)) {
            const Wording &wording = wordings[place.title];
            addPlace(evidence[wording.target], wording, source, place);
        }
    }
    const auto addDoi = [&](const std::string &key) {
        const auto [from, to] = byDoi.equal_range(key);
        std::for_each(from, to, [&](const auto &entry) { evidence.try_emplace(entry.second); });
    };
    for (const PrintedDoi &doi : head.dois) {
        std::ranges::for_each(doi.keys, addDoi);
    }
    addDoi(head.fileDoi);
    std::vector<Found> found;
    for (auto &[target, speaking] : evidence) {
        addRest(speaking, ofTarget[target], head);
        found.push_back({target, speaking, isSureByDoi(speaking, head), isSureByTitle(speaking)});
    }
    return found;
}

PdfMatch ReportMatcher::Parts::toConfirm(const std::vector<Found> &found, std::string_view caution) const
{
    PdfMatch match;
    for (const Found &one : found) {
        const Evidence &evidence = one.evidence;
        const bool isOnlyMentioned = evidence.title <= TitleGrade::Mentioned && !evidence.hasDoi;
        const double score = scoreOf(evidence);
        if (score >= kLeastScore && !(isOnlyMentioned && !(evidence.hasAuthor && evidence.hasYear))) {
            match.candidates.push_back({reports[one.target],
                                        score,
                                        reasonFor(evidence) + (one.isSure() ? std::string(caution) : "")});
        }
    }
    std::ranges::sort(match.candidates, [](const MatchCandidate &a, const MatchCandidate &b) {
        return std::tie(b.score, a.report) < std::tie(a.score, b.report);
    });
    match.candidates.resize(std::min(match.candidates.size(), kMostCandidates));
    match.grade = match.candidates.empty() ? MatchGrade::None : MatchGrade::ToConfirm;
    return match;
}

PdfMatch ReportMatcher::Parts::byFileName(const PdfFacts &pdf) const
{
    std::map<std::uint32_t, double> scores;
    for (const Wording &wording : wordings) {
        if (const double score = fileNameScore(pdf.name, wording); score > 0) {
            double &held = scores[wording.target];
            held = std::max(held, score);
        }
    }
    PdfMatch match;
    for (const auto &[target, score] : scores) {
        match.candidates.push_back(
            {reports[target],
             score,
             pdf.hasText() ? "the name of the file" : "the name of the file; it has no text, as if scanned"});
    }
    std::ranges::sort(match.candidates, [](const MatchCandidate &a, const MatchCandidate &b) {
        return std::tie(b.score, a.report) < std::tie(a.score, b.report);
    });
    match.candidates.resize(std::min(match.candidates.size(), kMostCandidates));
    match.grade = match.candidates.empty() ? MatchGrade::None : MatchGrade::ToConfirm;
    return match;
}

ReportMatcher::ReportMatcher(std::span<const MatchTarget> targets)
    : m_parts(std::make_unique<Parts>(targets))
{}

ReportMatcher::~ReportMatcher() = default;

PdfMatch ReportMatcher::match(const PdfFacts &pdf) const
{
    const std::vector<Found> found = m_parts->findAll(headOf(pdf));
    const auto sure = std::ranges::find_if(found, &Found::isByDoi) != found.end()
                          ? std::ranges::find_if(found, &Found::isByDoi)
                          : std::ranges::find_if(found, &Found::isSure);
    if (sure == found.end()) {
        PdfMatch match = m_parts->toConfirm(found, {});
        return match.grade == MatchGrade::None ? m_parts->byFileName(pdf) : match;
    }
    const bool isContradicted = std::ranges::any_of(
        found, [&](const Found &other) { return other.target != sure->target && contradicts(*sure, other); });
    if (isContradicted) {
        return m_parts->toConfirm(found, "; but another report fits, too");
    }
    return {MatchGrade::Sure,
            {{m_parts->reports[sure->target], scoreOf(sure->evidence), reasonFor(sure->evidence)}}};
}

void keepOneForEachReport(std::span<PdfMatch *const> matches, std::span<const std::string> names)
{
    std::vector<std::size_t> order(matches.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        const auto scoreOf = [&](std::size_t one) {
            return matches[one]->candidates.empty() ? 0 : matches[one]->candidates.front().score;
        };
        return std::pair(-scoreOf(a), std::string_view(names[a])) <
               std::pair(-scoreOf(b), std::string_view(names[b]));
    });
    std::set<RecordId> taken;
    for (const std::size_t one : order) {
        PdfMatch &match = *matches[one];
        if (match.grade == MatchGrade::Sure && !taken.insert(match.candidates.front().report).second) {
            match.grade = MatchGrade::ToConfirm;
            match.candidates.front().reason += "; but another file is the report as surely";
        }
    }
}

} // namespace winnow::app
