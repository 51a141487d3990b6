#include "flow/counts.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace winnow::flow {

namespace {

using screening::State;

constexpr std::string_view kNoReason = "No reason given";

std::int64_t sum(const std::vector<NamedCount> &counts)
{
    return std::accumulate(counts.begin(),
                           counts.end(),
                           std::int64_t{0},
                           [](std::int64_t total, const NamedCount &entry) { return total + entry.count; });
}

std::int64_t sizeOf(const LineRecords &entry)
{
    return static_cast<std::int64_t>(entry.records.size()) + entry.outside;
}

/// One line with its entries, in the order in which their names first came.
class Tally
{
public:
    LineRecords &entry(const std::string &name)
    {
        const auto [place, isNew] = m_places.try_emplace(name, m_entries.size());
        if (isNew) {
            m_entries.push_back({{}, name, {}, 0});
        }
        return m_entries[place->second];
    }

    void sortMostFirst()
    {
        std::ranges::stable_sort(m_entries, std::ranges::greater{}, sizeOf);
        m_places.clear();
    }

    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }

    [[nodiscard]] std::int64_t total() const
    {
        return std::accumulate(m_entries.begin(),
                               m_entries.end(),
                               std::int64_t{0},
                               [](std::int64_t total, const auto &entry) { return total + sizeOf(entry); });
    }

    [[nodiscard]] std::vector<NamedCount> counts() const
    {
        std::vector<NamedCount> counts(m_entries.size());
        std::ranges::transform(m_entries, counts.begin(), [](const LineRecords &entry) {
            return NamedCount{entry.name, sizeOf(entry)};
        });
        return counts;
    }

    [[nodiscard]] std::vector<LineRecords> &entries() { return m_entries; }

private:
    std::vector<LineRecords> m_entries;
    std::unordered_map<std::string, std::size_t> m_places;
};

/// The lines of one column from the search for reports to their assessment.
struct Column
{
    LineId sought;
    LineId notRetrieved;
    LineId lateDuplicates;
    LineId assessed;
    LineId notAssessedYet;
    LineId awaiting;
    LineId excluded;
};

constexpr Column kDatabases{LineId::Sought,
                            LineId::NotRetrieved,
                            LineId::LateDuplicates,
                            LineId::Assessed,
                            LineId::NotAssessedYet,
                            LineId::Awaiting,
                            LineId::ReportsExcluded};
constexpr Column kOthers{LineId::OtherSought,
                         LineId::OtherNotRetrieved,
                         LineId::OtherLateDuplicates,
                         LineId::OtherAssessed,
                         LineId::OtherNotAssessedYet,
                         LineId::OtherAwaiting,
                         LineId::OtherReportsExcluded};

/// One record or group of duplicates: what is screened.
struct Unit
{
    RecordId id; ///< of the record that stands for it
    const LedgerRecord *kept = nullptr;
    std::vector<const LedgerRecord *> members;
};

/// As PRISMA prints the other methods: the three of the template by kind, any other by its own name.
std::string methodOf(const Source &source)
{
    switch (source.kind) {
    case SourceKind::Website:
        return "Websites";
    case SourceKind::Organisation:
        return "Organisations";
    case SourceKind::Citation:
        return "Citation searching";
    case SourceKind::Database:
    case SourceKind::Register:
    case SourceKind::Other:
        break;
    }
    return source.name;
}

class Counter
{
public:
    explicit Counter(const Ledger &ledger)
        : m_ledger(ledger)
    {
        std::unordered_map<std::int64_t, const Source *> sources;
        for (const Source &source : ledger.sources) {
            sources[source.id.value] = &source;
        }
        for (const Search &search : ledger.searches) {
            const auto source = sources.find(search.source.value);
            if (source != sources.end()) {
                m_searches[search.id.value].source = source->second;
            }
        }
    }

    Counted run()
    {
        collectUnits();
        nameSources();
        for (const Unit &unit : m_units) {
            identify(unit);
        }
        addHits();
        addRemovals();
        for (const OutsideNumber &number : m_ledger.outside) {
            addOutside(number);
        }
        line(LineId::ExcludedReasons).sortMostFirst();
        line(LineId::ReportsExcluded).sortMostFirst();
        line(LineId::OtherReportsExcluded).sortMostFirst();
        sumUp();
        return {std::move(m_counts), takeLines()};
    }

private:
    struct SearchTally
    {
        const Source *source = nullptr;
        std::int64_t imported = 0;
    };

    Tally &line(LineId id) { return m_lines.at(static_cast<std::size_t>(id)); }

    [[nodiscard]] const Tally &line(LineId id) const { return m_lines.at(static_cast<std::size_t>(id)); }

    void place(LineId id, RecordId record, const std::string &name = {})
    {
        line(id).entry(name).records.push_back(record);
    }

    void addOutside(OutsideNumber number)
    {
        line(number.line).entry(number.name).outside += number.count;
        if (number.line == LineId::Excluded) {
            line(LineId::ExcludedByPeople).entry({}).outside += number.count;
            line(LineId::ExcludedReasons).entry(std::string(kNoReason)).outside += number.count;
        }
        m_counts.outside.push_back(std::move(number));
    }

    [[nodiscard]] const Source *sourceOf(const LedgerRecord &record) const
    {
        const auto search = m_searches.find(record.search.value);
        return search == m_searches.end() ? nullptr : search->second.source;
    }

    [[nodiscard]] bool isOfDatabase(const LedgerRecord &record) const
    {
        const Source *source = sourceOf(record);
        return source != nullptr && isDatabaseOrRegister(source->kind);
    }

    static LineId lineOf(const Source &source)
    {
        return source.kind == SourceKind::Database   ? LineId::Databases
               : source.kind == SourceKind::Register ? LineId::Registers
                                                     : LineId::OtherMethods;
    }

    static std::string nameOf(const Source &source)
    {
        return isDatabaseOrRegister(source.kind) ? source.name : methodOf(source);
    }

    void collectUnits()
    {
        std::unordered_map<std::int64_t, std::size_t> places;
        places.reserve(m_ledger.records.size());
        m_units.reserve(m_ledger.records.size());
        for (const LedgerRecord &record : m_ledger.records) {
            const auto [place, isNew] = places.try_emplace(record.kept.value, m_units.size());
            if (isNew) {
                m_units.push_back({record.kept, nullptr, {}});
            }
            Unit &unit = m_units[place->second];
            unit.members.push_back(&record);
            if (record.id == record.kept) {
                unit.kept = &record;
            }
            const auto search = m_searches.find(record.search.value);
            if (search != m_searches.end()) {
                ++search->second.imported;
            }
        }
    }

    /// Every source that was searched has its number, also where it found nothing.
    void nameSources()
    {
        for (const Search &search : m_ledger.searches) {
            if (const Source *source = m_searches[search.id.value].source) {
                line(lineOf(*source)).entry(nameOf(*source));
            }
        }
    }

    /// A noted search counts its hits even where fewer were imported; of any other one only what was imported
    /// counts.
    void addHits()
    {
        for (const Search &search : m_ledger.searches) {
            const auto &[source, imported] = m_searches[search.id.value];
            const std::int64_t missing = search.hits.value_or(0) - imported;
            if (source == nullptr || missing <= 0) {
                continue;
            }
            if (search.isNoted) {
                addOutside({lineOf(*source), nameOf(*source), missing, search.note});
            } else {
                m_counts.missingHits.push_back({source->name, *search.hits, imported});
            }
        }
    }

    void addRemovals()
    {
        for (const LedgerRemoval &removal : m_ledger.removals) {
            addOutside({removal.byAutomation ? LineId::ByAutomation : LineId::OtherRemoved,
                        removal.byAutomation   ? std::string()
                        : removal.note.empty() ? std::string(kNoReason)
                                               : removal.note,
                        removal.count,
                        removal.note});
        }
    }

    /// Which record of a unit its column counts; the others are duplicates: the record that stands for the
    /// unit where it is of that column, else one of a database before one of a register, the oldest first.
    [[nodiscard]] const LedgerRecord *countedOf(const Unit &unit, bool isOfDatabases) const
    {
        const auto isCandidate = [&](const LedgerRecord &record) {
            return sourceOf(record) != nullptr && isOfDatabase(record) == isOfDatabases;
        };
        if (unit.kept != nullptr && isCandidate(*unit.kept)) {
            return unit.kept;
        }
        const LedgerRecord *best = nullptr;
        for (const LedgerRecord *record : unit.members) {
            if (isCandidate(*record) &&
                (best == nullptr || (sourceOf(*record)->kind < sourceOf(*best)->kind &&
                                     sourceOf(*record)->kind == SourceKind::Database))) {
                best = record;
            }
        }
        return best;
    }

    void identify(const Unit &unit)
    {
        const bool isOfDatabases = std::ranges::any_of(
            unit.members, [&](const LedgerRecord *record) { return isOfDatabase(*record); });
        const LedgerRecord *counted = countedOf(unit, isOfDatabases);
        if (counted == nullptr) {
            return; // through no search that is known
        }
        for (const LedgerRecord *record : unit.members) {
            const Source *source = sourceOf(*record);
            if (source == nullptr) {
                continue;
            }
            if (isDatabaseOrRegister(source->kind)) {
                place(lineOf(*source), record->id, source->name);
                if (record != counted) {
                    place(LineId::Duplicates, record->id);
                }
            } else if (record == counted) {
                place(LineId::OtherMethods, record->id, methodOf(*source));
            } else {
                ++m_counts.otherDuplicates;
            }
        }
        screen(unit.kept != nullptr ? *unit.kept : *counted, unit.id, isOfDatabases);
    }

    void screen(const LedgerRecord &said, RecordId unit, bool isOfDatabases)
    {
        // What was decided at full text only, or sought, has passed title and abstract, with or without a
        // verdict there.
        const bool isCarriedOn =
            said.titleAbstract.state == State::Undecided &&
            (said.fullText.state != State::Undecided || said.status != ReportStatus::Sought);
        const State first = isCarriedOn ? State::Include : said.titleAbstract.state;
        if (first == State::Undecided && m_ledger.isStopped) {
            if (isOfDatabases) {
                place(LineId::ByAutomation, unit);
                place(LineId::LeftUnscreened, unit);
            }
            return;
        }
        if (!screening::isSettled(first)) {
            if (isOfDatabases) {
                place(LineId::AwaitingScreening, unit);
            } else {
                ++m_counts.otherAwaitingScreening;
            }
            return;
        }
        if (isOfDatabases) {
            place(LineId::Screened, unit);
        }
        if (screening::goesOn(first)) {
            assess(said, unit, isOfDatabases ? kDatabases : kOthers);
        } else if (isOfDatabases) {
            exclude(said, unit);
        } else {
            ++m_counts.otherExcluded;
        }
    }

    void exclude(const LedgerRecord &said, RecordId unit)
    {
        place(LineId::Excluded, unit);
        place(said.isExcludedByTool ? LineId::ExcludedByTools : LineId::ExcludedByPeople, unit);
        const std::string &reason = said.titleAbstract.reason;
        m_hasReasons = m_hasReasons || !reason.empty();
        place(LineId::ExcludedReasons, unit, reason.empty() ? std::string(kNoReason) : reason);
    }

    void assess(const LedgerRecord &said, RecordId unit, const Column &column)
    {
        place(column.sought, unit);
        if (said.status == ReportStatus::Duplicate) {
            place(column.lateDuplicates, unit);
            return;
        }
        // Who judged a report has read it, whatever was said of it before.
        if (said.fullText.state == State::Include || said.fullText.state == State::Exclude) {
            place(column.assessed, unit);
            if (said.fullText.state == State::Include) {
                include(said, unit);
            } else {
                place(column.excluded,
                      unit,
                      said.fullText.reason.empty() ? std::string(kNoReason) : said.fullText.reason);
            }
            return;
        }
        switch (said.status) {
        case ReportStatus::NotRetrieved:
            place(column.notRetrieved, unit);
            break;
        case ReportStatus::AwaitingClassification:
        case ReportStatus::Ongoing:
            place(column.assessed, unit);
            place(column.awaiting, unit);
            break;
        case ReportStatus::Duplicate:
        case ReportStatus::Sought:
            place(column.notAssessedYet, unit);
        }
    }

    void include(const LedgerRecord &said, RecordId unit)
    {
        place(LineId::NewReports, unit);
        if (said.isOfPreviousStudy) {
            return; // a further report of a study that was counted then
        }
        if (said.studies.empty()) {
            place(LineId::NewStudies, unit);
        }
        std::size_t names = 0;
        for (const std::string &study : std::set<std::string>(said.studies.begin(), said.studies.end())) {
            ++names;
            if (m_studies.insert(study).second) {
                place(LineId::NewStudies, unit);
            }
        }
        m_counts.hasReportOfSeveralStudies = m_counts.hasReportOfSeveralStudies || names > 1;
    }

    [[nodiscard]] ReportCounts reportsOf(const Column &column) const
    {
        return {line(column.sought).total(),
                line(column.notRetrieved).total(),
                line(column.lateDuplicates).total(),
                line(column.assessed).total(),
                line(column.notAssessedYet).total(),
                line(column.awaiting).total(),
                line(column.excluded).counts()};
    }

    /// None where nothing is known of the line.
    [[nodiscard]] std::optional<std::int64_t> known(LineId id) const
    {
        return line(id).isEmpty() ? std::nullopt : std::optional(line(id).total());
    }

    void sumUp()
    {
        m_counts.databases = line(LineId::Databases).counts();
        m_counts.registers = line(LineId::Registers).counts();
        m_counts.furtherSources = line(LineId::FurtherSources).counts();
        m_counts.otherMethods = line(LineId::OtherMethods).counts();
        m_counts.duplicatesRemoved = line(LineId::Duplicates).total();
        m_counts.removedByAutomation = line(LineId::ByAutomation).total();
        m_counts.leftUnscreened = line(LineId::LeftUnscreened).total();
        m_counts.removedForOtherReasons = line(LineId::OtherRemoved).total();
        m_counts.otherRemovalNotes = line(LineId::OtherRemoved).counts();
        if (m_counts.otherRemovalNotes.size() == 1 && m_counts.otherRemovalNotes[0].name == kNoReason) {
            m_counts.otherRemovalNotes.clear();
        }
        m_counts.awaitingScreening = line(LineId::AwaitingScreening).total();
        m_counts.screened = line(LineId::Screened).total();
        m_counts.excluded = line(LineId::Excluded).total();
        if (m_ledger.usesTools || m_counts.removedByAutomation > 0) {
            m_counts.excludedByTools = line(LineId::ExcludedByTools).total();
            m_counts.excludedByPeople = line(LineId::ExcludedByPeople).total();
        } else {
            line(LineId::ExcludedByPeople) = {};
        }
        if (m_hasReasons) {
            m_counts.excludedReasons = line(LineId::ExcludedReasons).counts();
        } else {
            line(LineId::ExcludedReasons) = {};
        }
        ReportCounts reports = reportsOf(kDatabases);
        m_counts.sought = reports.sought;
        m_counts.notRetrieved = reports.notRetrieved;
        m_counts.lateDuplicates = reports.lateDuplicates;
        m_counts.assessed = reports.assessed;
        m_counts.awaitingAssessment = reports.awaitingAssessment;
        m_counts.awaitingClassification = reports.awaitingClassification;
        m_counts.reportsExcluded = std::move(reports.excluded);
        m_counts.otherReports = reportsOf(kOthers);
        m_counts.studiesIncluded = line(LineId::NewStudies).total();
        m_counts.reportsIncluded = line(LineId::NewReports).total();
        m_counts.previousStudies = known(LineId::PreviousStudies);
        m_counts.previousReports = known(LineId::PreviousReports);
        m_counts.studiesInMetaAnalysis = known(LineId::MetaAnalysisStudies);
        m_counts.reportsInMetaAnalysis = known(LineId::MetaAnalysisReports);
        addTotals();
    }

    /// Of an updated review: what was there and what is new.
    void addTotals()
    {
        for (const auto &[before, now, all] :
             {std::tuple(LineId::PreviousStudies, LineId::NewStudies, LineId::TotalStudies),
              std::tuple(LineId::PreviousReports, LineId::NewReports, LineId::TotalReports)}) {
            if (line(before).isEmpty()) {
                continue;
            }
            LineRecords &total = line(all).entry({});
            for (const LineId part : {before, now}) {
                for (const LineRecords &entry : line(part).entries()) {
                    total.records.insert(total.records.end(), entry.records.begin(), entry.records.end());
                    total.outside += entry.outside;
                }
            }
        }
    }

    std::vector<LineRecords> takeLines()
    {
        std::vector<LineRecords> lines;
        for (std::size_t i = 0; i < kLineCount; ++i) {
            for (LineRecords &entry : m_lines.at(i).entries()) {
                entry.line = static_cast<LineId>(i);
                std::ranges::sort(entry.records);
                lines.push_back(std::move(entry));
            }
        }
        return lines;
    }

    const Ledger &m_ledger;
    std::unordered_map<std::int64_t, SearchTally> m_searches;
    std::vector<Unit> m_units; ///< in the order in which their first records came
    std::array<Tally, kLineCount> m_lines;
    std::set<std::string> m_studies; ///< those named so far
    bool m_hasReasons = false;       ///< of an exclusion at title and abstract
    Counts m_counts;
};

} // namespace

std::int64_t Counts::identified() const
{
    return sum(databases) + sum(registers) + sum(furtherSources);
}

bool Counts::isFinished() const
{
    return awaitingScreening == 0 && awaitingAssessment == 0 && otherAwaitingScreening == 0 &&
           otherReports.awaitingAssessment == 0;
}

Counted countWithRecords(const Ledger &ledger)
{
    return Counter(ledger).run();
}

Counts count(const Ledger &ledger)
{
    return countWithRecords(ledger).counts;
}

} // namespace winnow::flow
