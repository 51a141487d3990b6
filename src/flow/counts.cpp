#include "flow/counts.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

namespace winnow::flow {

namespace {

using screening::State;

std::int64_t sum(const std::vector<NamedCount> &counts)
{
    return std::accumulate(counts.begin(),
                           counts.end(),
                           std::int64_t{0},
                           [](std::int64_t total, const NamedCount &entry) { return total + entry.count; });
}

/// Counts by name, in the order in which the names first came.
class Tally
{
public:
    void add(const std::string &name, std::int64_t count)
    {
        const auto [place, isNew] = m_places.try_emplace(name, m_counts.size());
        if (isNew) {
            m_counts.push_back({name, 0});
        }
        m_counts[place->second].count += count;
    }

    [[nodiscard]] std::vector<NamedCount> inOrder() && { return std::move(m_counts); }

    /// Most first.
    [[nodiscard]] std::vector<NamedCount> sorted() &&
    {
        std::ranges::stable_sort(m_counts, std::ranges::greater{}, &NamedCount::count);
        return std::move(m_counts);
    }

private:
    std::vector<NamedCount> m_counts;
    std::unordered_map<std::string, std::size_t> m_places;
};

/// One record or group of duplicates: what is screened.
struct Unit
{
    screening::Outcome titleAbstract;
    screening::Outcome fullText;
    bool isOfDatabase = false; ///< one of its records came from a database or register
};

class Counter
{
public:
    explicit Counter(const Ledger &ledger)
        : m_ledger(ledger)
    {
        for (const Source &source : ledger.sources) {
            m_sources[source.id] = &source;
        }
        for (const Search &search : ledger.searches) {
            m_searches[search.id] = &search;
        }
    }

    Counts run()
    {
        countIdentified();
        countRemoved();
        collectUnits();
        for (const auto &[id, unit] : m_units) {
            if (unit.isOfDatabase) {
                --m_counts.duplicatesRemoved;
                countUnit(unit);
            }
        }
        m_counts.reportsExcluded = std::move(m_reasons).sorted();
        return m_counts;
    }

private:
    [[nodiscard]] const Source *sourceOf(SearchId id) const
    {
        const auto search = m_searches.find(id);
        if (search == m_searches.end()) {
            return nullptr;
        }
        const auto source = m_sources.find(search->second->source);
        return source == m_sources.end() ? nullptr : source->second;
    }

    [[nodiscard]] bool isOfDatabase(const LedgerRecord &record) const
    {
        const Source *source = sourceOf(record.search);
        return source != nullptr && isDatabaseOrRegister(source->kind);
    }

    /// Per search the records that it brought; a noted search counts its hits even where fewer were imported.
    void countIdentified()
    {
        std::map<SearchId, std::int64_t> imported;
        for (const LedgerRecord &record : m_ledger.records) {
            ++imported[record.search];
        }
        Tally databases;
        Tally registers;
        Tally others;
        for (const Search &search : m_ledger.searches) {
            const Source *source = sourceOf(search.id);
            if (source == nullptr) {
                continue;
            }
            const std::int64_t count =
                std::max(imported[search.id], search.isNoted ? search.hits.value_or(0) : 0);
            Tally &tally = source->kind == SourceKind::Database   ? databases
                           : source->kind == SourceKind::Register ? registers
                                                                  : others;
            tally.add(source->name, count);
        }
        m_counts.databases = std::move(databases).inOrder();
        m_counts.registers = std::move(registers).inOrder();
        m_counts.otherMethods = std::move(others).inOrder();
    }

    void countRemoved()
    {
        Tally notes;
        for (const LedgerRemoval &removal : m_ledger.removals) {
            (removal.byAutomation ? m_counts.removedByAutomation : m_counts.removedForOtherReasons) +=
                removal.count;
            if (!removal.byAutomation && !removal.note.empty()) {
                notes.add(removal.note, removal.count);
            }
        }
        m_counts.otherRemovalNotes = std::move(notes).inOrder();
    }

    void collectUnits()
    {
        for (const LedgerRecord &record : m_ledger.records) {
            Unit &unit = m_units[record.kept];
            // All records of databases but one of each unit are duplicates: the ones are taken off again in
            // run().
            m_counts.duplicatesRemoved += static_cast<std::int64_t>(isOfDatabase(record));
            unit.isOfDatabase = unit.isOfDatabase || isOfDatabase(record);
            if (record.id == record.kept) {
                unit.titleAbstract = record.titleAbstract;
                unit.fullText = record.fullText;
            }
        }
    }

    void countUnit(const Unit &unit)
    {
        // Whoever decided at full text has passed title and abstract, with or without a verdict there.
        const bool isCarriedOn =
            unit.fullText.state != State::Undecided && unit.titleAbstract.state == State::Undecided;
        const State first = isCarriedOn ? State::Include : unit.titleAbstract.state;
        if (first == State::Undecided && m_ledger.isStopped) {
            ++m_counts.removedByAutomation;
            return;
        }
        if (!screening::isSettled(first)) {
            ++m_counts.awaitingScreening;
            return;
        }
        ++m_counts.screened;
        if (!screening::goesOn(first)) {
            ++m_counts.excluded;
            return;
        }
        ++m_counts.sought;
        switch (unit.fullText.state) {
        case State::Include:
            ++m_counts.assessed;
            ++m_counts.reportsIncluded;
            ++m_counts.studiesIncluded; // one report is one study until reports are grouped
            break;
        case State::Exclude:
            ++m_counts.assessed;
            m_reasons.add(unit.fullText.reason.empty() ? "No reason given" : unit.fullText.reason, 1);
            break;
        case State::Undecided:
        case State::Maybe:
        case State::Conflict:
        case State::Pending:
            ++m_counts.awaitingAssessment;
        }
    }

    const Ledger &m_ledger;
    std::map<SourceId, const Source *> m_sources;
    std::map<SearchId, const Search *> m_searches;
    std::map<RecordId, Unit> m_units;
    Tally m_reasons;
    Counts m_counts;
};

} // namespace

std::int64_t Counts::identified() const
{
    return sum(databases) + sum(registers);
}

bool Counts::isFinished() const
{
    return awaitingScreening == 0 && awaitingAssessment == 0;
}

Counts count(const Ledger &ledger)
{
    return Counter(ledger).run();
}

} // namespace winnow::flow
