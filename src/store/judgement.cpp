#include "store/judgement.h"

#include "store/database.h"
#include "store/review_file.h"

namespace winnow::store {

namespace {

constexpr std::string_view kDecisionColumns =
    "decision.record_id, decision.stage, decision.reviewer, decision.verdict, decision.reason, "
    "decision.note, "
    "decision.at_utc, (SELECT act.reviewer FROM event AS act WHERE act.id = event.op)";

Decision readDecision(const Statement &row)
{
    return {{row.integer(0)},
            stageFromString(row.text(1)).value_or(Stage::TitleAbstract),
            std::string(row.text(2)),
            verdictFromString(row.text(3)).value_or(Verdict::Maybe),
            std::string(row.text(4)),
            std::string(row.text(5)),
            std::string(row.text(6)),
            std::string(row.text(7))};
}

} // namespace

Judgement::Judgement(ReviewFile &file)
    : m_file(file)
{}

Result<std::vector<Decision>> Judgement::decisionsOf(RecordId id)
{
    auto kept = keptFor(id);
    if (!kept) {
        return std::move(kept).error();
    }
    return guarded([&] {
        Statement select = m_file.m_database->prepare(
            "SELECT " + std::string(kDecisionColumns) +
            " FROM decision JOIN event ON event.id = event_id WHERE record_id = ?1 OR record_id IN "
            "(SELECT record_id FROM duplicate WHERE kept_id = ?1 "
            "UNION ALL SELECT record_id FROM inherited WHERE "
            "heir_id = ?1) "
            "ORDER BY event.clock, event.uuid");
        select.bind(1, kept->value);
        std::vector<Decision> decisions;
        while (select.step()) {
            decisions.push_back(readDecision(select));
        }
        return decisions;
    });
}

Result<std::map<RecordId, std::vector<Decision>>> Judgement::allDecisions()
{
    return guarded([&] {
        Statement select = m_file.m_database->prepare(
            "SELECT " + std::string(kDecisionColumns) +
            ", coalesce(duplicate.kept_id, inherited.heir_id, decision.record_id) FROM decision "
            "LEFT JOIN duplicate ON duplicate.record_id = decision.record_id "
            "LEFT JOIN inherited ON inherited.record_id = decision.record_id "
            "JOIN event ON event.id = decision.event_id ORDER BY event.clock, event.uuid");
        std::map<RecordId, std::vector<Decision>> decisions;
        while (select.step()) {
            decisions[{select.integer(8)}].push_back(readDecision(select));
        }
        return decisions;
    });
}

Result<RecordId> Judgement::keptFor(RecordId id)
{
    return guarded([&] {
        Statement select = m_file.m_database->prepare("SELECT kept_id FROM duplicate WHERE record_id = ?1");
        return select.bind(1, id.value).step() ? RecordId{select.integer(0)} : id;
    });
}

Result<std::vector<RecordId>> Judgement::membersOf(RecordId kept)
{
    return guarded([&] {
        std::vector<RecordId> members{kept};
        Statement select = m_file.m_database->prepare(
            "SELECT record_id FROM duplicate WHERE kept_id = ?1 ORDER BY record_id");
        select.bind(1, kept.value);
        while (select.step()) {
            members.push_back({select.integer(0)});
        }
        return members;
    });
}

Result<std::vector<RecordId>> Judgement::representedBy(RecordId kept)
{
    return guarded([&] {
        std::vector<RecordId> records{kept};
        Statement select = m_file.m_database->prepare(
            "SELECT record_id FROM duplicate WHERE kept_id = ?1 UNION ALL "
            "SELECT record_id FROM inherited WHERE heir_id = ?1 ORDER BY record_id");
        select.bind(1, kept.value);
        while (select.step()) {
            records.push_back({select.integer(0)});
        }
        return records;
    });
}

Result<Representatives> Judgement::representatives()
{
    return guarded([&] {
        std::map<RecordId, RecordId> records;
        Statement select = m_file.m_database->prepare(
            "SELECT record_id, heir_id FROM inherited UNION ALL SELECT record_id, kept_id FROM duplicate");
        while (select.step()) {
            records.insert_or_assign({select.integer(0)}, RecordId{select.integer(1)});
        }
        return Representatives(std::move(records));
    });
}

Result<std::string> Judgement::ruleOf(RecordId duplicate)
{
    return guarded([&] {
        Statement select = m_file.m_database->prepare("SELECT rule FROM duplicate WHERE record_id = ?1");
        return select.bind(1, duplicate.value).step() ? std::string(select.text(0)) : std::string();
    });
}

Result<std::map<RecordId, DuplicateLink>> Judgement::duplicates()
{
    return guarded([&] {
        std::map<RecordId, DuplicateLink> links;
        Statement select = m_file.m_database->prepare("SELECT record_id, kept_id, tier, rule FROM duplicate");
        while (select.step()) {
            links[{select.integer(0)}] = {
                {select.integer(1)}, std::string(select.text(2)), std::string(select.text(3))};
        }
        return links;
    });
}

Result<std::vector<std::pair<RecordId, RecordId>>> Judgement::keptApart()
{
    return guarded([&] {
        std::vector<std::pair<RecordId, RecordId>> pairs;
        Statement select = m_file.m_database->prepare("SELECT a, b FROM kept_apart");
        while (select.step()) {
            pairs.emplace_back(RecordId{select.integer(0)}, RecordId{select.integer(1)});
        }
        return pairs;
    });
}

Result<std::vector<std::pair<RecordId, std::string>>>
Judgement::chosenFields(std::span<const RecordId> records)
{
    return guarded([&] {
        std::map<std::pair<std::int64_t, std::string>, std::pair<RecordId, std::string>> byEvent;
        Statement select = m_file.m_database->prepare(
            "SELECT field, event.clock, event.uuid FROM field_choice JOIN event ON event.id = event_id "
            "WHERE record_id = ?1");
        for (const RecordId record : records) {
            select.bind(1, record.value);
            while (select.step()) {
                byEvent.emplace(std::pair(select.integer(1), std::string(select.text(2))),
                                std::pair(record, std::string(select.text(0))));
            }
            select.reset();
        }
        std::vector<std::pair<RecordId, std::string>> fields;
        fields.reserve(byEvent.size());
        for (auto &[event, field] : byEvent) {
            fields.push_back(std::move(field));
        }
        return fields;
    });
}

Result<std::vector<ImportRange>> Judgement::hiddenRanges()
{
    return guarded([&] {
        std::vector<ImportRange> ranges;
        Statement select = m_file.m_database->prepare(
            "SELECT id, (SELECT min(record.id) FROM record WHERE import_id = import.id), "
            "(SELECT max(record.id) FROM record WHERE import_id = import.id) FROM import WHERE is_live = 0");
        while (select.step()) {
            if (!select.isNull(1)) {
                ranges.push_back({{select.integer(0)}, {select.integer(1)}, {select.integer(2)}});
            }
        }
        return ranges;
    });
}

Result<std::vector<UnitRow>> Judgement::unitRows()
{
    return guarded([&] {
        Statement select = m_file.m_database->prepare(
            "SELECT record.id, coalesce(duplicate.kept_id, record.id), import.search_id FROM import "
            "JOIN record ON record.import_id = import.id LEFT JOIN duplicate ON duplicate.record_id = "
            "record.id "
            "WHERE import.is_live = 1 ORDER BY record.id");
        std::vector<UnitRow> rows;
        while (select.step()) {
            rows.push_back({{select.integer(0)}, {select.integer(1)}, {select.integer(2)}});
        }
        return rows;
    });
}

} // namespace winnow::store
