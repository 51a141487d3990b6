#include "gui/screening/stage_records.h"

#include "app/find_records.h"
#include "app/labels.h"
#include "app/record_list.h"
#include "app/standing.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace winnow::gui {

namespace {

Result<std::vector<RecordId>> cameTo(app::Workspace &workspace, Stage stage)
{
    auto units = app::allRecords(workspace);
    auto standings = app::Standings::of(workspace);
    if (!units || !standings) {
        return !units ? std::move(units).error() : std::move(standings).error();
    }
    const auto stages = app::stagesOf(*standings);
    if (stages.empty() || stages.front() == stage) {
        return units;
    }
    auto all = standings->all(workspace);
    if (!all) {
        return std::move(all).error();
    }
    std::erase_if(*units, [&](RecordId record) {
        const auto standing = all->find(record);
        return !app::hasCome(*standings, standing == all->end() ? nullptr : &standing->second, stage);
    });
    return units;
}

void keepOnly(std::vector<RecordId> &records, std::vector<RecordId> wanted)
{
    std::sort(wanted.begin(), wanted.end());
    std::vector<RecordId> both;
    std::set_intersection(
        records.begin(), records.end(), wanted.begin(), wanted.end(), std::back_inserter(both));
    records = std::move(both);
}

Result<std::vector<RecordId>> partOf(app::Workspace &workspace, const StageListing &listing, Task &task)
{
    auto records = app::allRecords(workspace);
    if (!records) {
        return records;
    }
    std::sort(records->begin(), records->end());
    if (listing.list) {
        keepOnly(*records, *listing.list);
    }
    if (!listing.label.empty()) {
        auto labelled = app::recordsLabelled(workspace, listing.label);
        if (!labelled) {
            return labelled;
        }
        keepOnly(*records, *std::move(labelled));
    }
    if (!listing.query.empty()) {
        auto found = app::findRecords(workspace, listing.query, task);
        if (!found) {
            return found;
        }
        keepOnly(*records, *std::move(found));
    }
    return records;
}

/// What is not left stands first.
void putInOrder(std::vector<RecordId> &records, const std::vector<RecordId> &order)
{
    const std::unordered_set<RecordId> came(records.begin(), records.end());
    const std::unordered_set<RecordId> left(order.begin(), order.end());
    std::erase_if(records, [&](RecordId record) { return left.contains(record); });
    std::copy_if(order.begin(), order.end(), std::back_inserter(records), [&](RecordId record) {
        return came.contains(record);
    });
}

} // namespace

Result<std::shared_ptr<const RecordOrder>>
stageRecords(app::Workspace &workspace, const StageListing &listing, Task &task)
{
    auto records = listing.isPart() ? partOf(workspace, listing, task) : cameTo(workspace, listing.stage);
    if (!records) {
        return std::move(records).error();
    }
    if (!listing.isPart() && listing.order) {
        putInOrder(*records, *listing.order);
    }
    return orderOf(*std::move(records));
}

} // namespace winnow::gui
