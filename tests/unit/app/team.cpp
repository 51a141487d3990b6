#include "team.h"

#include "app/stages.h"
#include "base/file.h"
#include "store/event_detail.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>

namespace winnow::app::test {

std::string TickingClock::nowUtc() const
{
    const int seconds = 10 * m_ticks++;
    std::array<char, 40> text{};
    std::snprintf(text.data(),
                  text.size(),
                  "2026-01-01T%02d:%02d:%02d.000Z",
                  seconds / 3600 % 24,
                  seconds / 60 % 60,
                  seconds % 60);
    return text.data();
}

namespace {

std::vector<Record> plainRecords(int count)
{
    std::vector<Record> records;
    for (int i = 1; i <= count; ++i) {
        Record &record = records.emplace_back();
        record.key = "r" + std::to_string(i);
        record.title = (i % 2 == 0 ? "Salt of record " : "Tin of record ") + std::to_string(i);
        record.abstractText = "An abstract.";
    }
    return records;
}

} // namespace

Team::Team(int records)
    : Team(plainRecords(records))
{}

Team::Team(const std::vector<Record> &records)
{
    const auto count = static_cast<std::int64_t>(records.size());
    const auto path = m_folder.path() / "team.winnow";
    auto workspace = Workspace::create(path, "A team", {&m_clock, &m_uuids, "owner"}).value();
    const auto done = workspace->file().transact([&]() -> Result<void> {
        store::Imports &imports = workspace->imports();
        const auto source = imports.source("Scopus", SourceKind::Database).value();
        const auto search = imports.addSearch({{}, source, "q", {}, "", "", false}).value();
        const auto import =
            imports
                .addImport({{}, search, "f.ris", "sha", "ris", count, count, 0, false}, workspace->newUuid())
                .value();
        std::int64_t line = 0;
        for (const Record &record : records) {
            static_cast<void>(workspace->records().insert(import, record, "raw", ++line).value());
        }
        store::EventDraft event;
        event.kind = EventKind::Import;
        event.subjectKind = "import";
        event.subject = import.value;
        return workspace->log().append(workspace->act(), std::span(&event, 1));
    });
    EXPECT_TRUE(done) << done.error().message;
}

std::unique_ptr<Workspace> Team::as(const std::string &reviewer)
{
    return Workspace::open(m_folder.path() / "team.winnow", {&m_clock, &m_uuids, reviewer}).value();
}

void Team::decide(
    const std::string &reviewer, std::int64_t record, Verdict verdict, const std::string &reason, Stage stage)
{
    const auto workspace = as(reviewer);
    const DecideRequest request{{record}, stage, verdict, reason, {}, {}, {}};
    const auto done = app::decide(*workspace, std::span(&request, 1));
    EXPECT_TRUE(done) << done.error().message;
}

void Team::merge(const std::vector<RecordId> &members)
{
    const auto workspace = as("owner");
    store::EventDraft event;
    event.kind = EventKind::DuplicatesMerged;
    event.subjectKind = "record";
    event.subject = members.front().value;
    event.detail = store::toDetail(store::MergeDetail{members, "safe"});
    EXPECT_TRUE(workspace->log().append(workspace->act(), std::span(&event, 1)));
}

void Team::set(const StageSettings &settings)
{
    const auto done = setStage(*as("owner"), settings);
    EXPECT_TRUE(done) << done.error().message;
}

Standing Team::standing(const std::string &reviewer, std::int64_t record)
{
    const auto workspace = as(reviewer);
    return Standings::of(*workspace).value().standing(*workspace, {record}).value();
}

} // namespace winnow::app::test
