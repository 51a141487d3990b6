#pragma once

#include "base/result.h"
#include "model/decision.h"
#include "model/ids.h"
#include "store/fold.h"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace winnow::store {

class ReviewFile;

/// A visible record with what the counting of a flow diagram needs of it.
struct UnitRow
{
    RecordId id;
    RecordId kept;
    SearchId search;
};

/// Which records others speak for.
class Representatives
{
public:
    explicit Representatives(std::map<RecordId, RecordId> others)
        : m_others(std::move(others))
    {}

    /// Who speaks for `record`; itself where no other does.
    [[nodiscard]] RecordId of(RecordId record) const
    {
        const auto found = m_others.find(record);
        return found == m_others.end() ? record : found->second;
    }

    /// Every record that another one speaks for, with that one.
    [[nodiscard]] const std::map<RecordId, RecordId> &others() const { return m_others; }

private:
    std::map<RecordId, RecordId> m_others;
};

/// What holds now: decisions and groups of duplicates.
class Judgement
{
public:
    explicit Judgement(ReviewFile &file);

    /// The latest decision of each reviewer on the group that `id` belongs to, at all
    /// stages; also those on its members that an undone import took away.
    [[nodiscard]] Result<std::vector<Decision>> decisionsOf(RecordId id);

    /// The same for all records, by the record that stands for the group, ascending.
    [[nodiscard]] Result<std::map<RecordId, std::vector<Decision>>> allDecisions();

    /// The record that stands for `id`; itself where it is no duplicate.
    [[nodiscard]] Result<RecordId> keptFor(RecordId id);

    /// All members of the group that `kept` stands for, itself first.
    [[nodiscard]] Result<std::vector<RecordId>> membersOf(RecordId kept);

    /// All records that `kept` speaks for: itself, its duplicates, and what an undone import took from its
    /// group.
    [[nodiscard]] Result<std::vector<RecordId>> representedBy(RecordId kept);

    /// The same for all records.
    [[nodiscard]] Result<Representatives> representatives();

    /// Why a record is represented by another; empty where it is not.
    [[nodiscard]] Result<std::string> ruleOf(RecordId duplicate);

    [[nodiscard]] Result<std::map<RecordId, DuplicateLink>> duplicates();
    [[nodiscard]] Result<std::vector<std::pair<RecordId, RecordId>>> keptApart();

    /// Of these records, the fields that a person chose for their group; those chosen last come last.
    [[nodiscard]] Result<std::vector<std::pair<RecordId, std::string>>>
    chosenFields(std::span<const RecordId> records);

    /// The records of imports that are not live; their ids follow one another.
    [[nodiscard]] Result<std::vector<ImportRange>> hiddenRanges();

    /// Every visible record, ascending.
    [[nodiscard]] Result<std::vector<UnitRow>> unitRows();

private:
    ReviewFile &m_file;
};

} // namespace winnow::store
