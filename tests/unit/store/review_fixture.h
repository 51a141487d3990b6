#pragma once

#include "base/uuid.h"
#include "store/imports.h"
#include "store/judgement.h"
#include "store/log.h"
#include "store/records.h"
#include "store/review_file.h"
#include "support/temp_folder.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <memory>
#include <string>
#include <vector>

namespace winnow::store::test {

/// Runs SQL over a connection of its own, as another program would; returns SQLite's code.
inline int executeAside(const std::filesystem::path &path, const char *sql)
{
    sqlite3 *database = nullptr;
    sqlite3_open(path.c_str(), &database);
    const int code = sqlite3_exec(database, sql, nullptr, nullptr, nullptr);
    sqlite3_close(database);
    return code;
}

/// A review file with `count` records "r1", "r2" ... of one live import.
class Review
{
public:
    explicit Review(int count)
        : file(ReviewFile::create(folder.path() / "a.winnow",
                                  {"uuid-1", "A review", "2026-01-01T00:00:00.000Z"})
                   .value())
    {
        addImport(count);
    }

    ImportId addImport(int count)
    {
        ImportId import;
        const auto done = file.transact([&]() -> Result<void> {
            const auto source = imports.source("Scopus", SourceKind::Database).value();
            const auto search = imports.addSearch({{}, source, "q", {}, "", "", false}).value();
            import = imports
                         .addImport({{}, search, "f.ris", uuids.next(), "ris", count, count, 0, false},
                                    uuids.next())
                         .value();
            for (int i = 0; i < count; ++i) {
                Record record;
                record.key = "r" + std::to_string(++m_records);
                record.title = "Title " + record.key;
                static_cast<void>(records.insert(import, record, "raw " + record.key, i + 1).value());
            }
            EventDraft event;
            event.kind = EventKind::Import;
            event.subjectKind = "import";
            event.subject = import.value;
            return log.append(act("anna"), std::span(&event, 1));
        });
        EXPECT_TRUE(done) << done.error().message;
        return import;
    }

    [[nodiscard]] static Act act(const std::string &reviewer)
    {
        return {reviewer, "2026-01-02T03:04:05.000Z", "test"};
    }

    void decide(const std::string &reviewer,
                std::int64_t record,
                Verdict verdict,
                Stage stage = Stage::TitleAbstract)
    {
        EventDraft event;
        event.kind = EventKind::Decision;
        event.stage = toString(stage);
        event.subjectKind = "record";
        event.subject = record;
        event.verdict = toString(verdict);
        ASSERT_TRUE(log.append(act(reviewer), std::span(&event, 1)));
    }

    void merge(std::int64_t kept, const std::vector<std::int64_t> &members)
    {
        EventDraft event;
        event.kind = EventKind::DuplicatesMerged;
        event.subjectKind = "record";
        event.subject = kept;
        event.reason = "same DOI";
        event.detail = "{\"members\":[";
        for (const std::int64_t member : members) {
            event.detail += (member == members.front() ? "" : ",") + std::to_string(member);
        }
        event.detail += "],\"tier\":\"safe\"}";
        ASSERT_TRUE(log.append(act("anna"), std::span(&event, 1)));
    }

    void split(std::int64_t record)
    {
        EventDraft event;
        event.kind = EventKind::DuplicateSplit;
        event.subjectKind = "record";
        event.subject = record;
        ASSERT_TRUE(log.append(act("anna"), std::span(&event, 1)));
    }

    /// The verdict of one reviewer on one record; nothing where there is none.
    [[nodiscard]] std::optional<Verdict> verdict(const std::string &reviewer, std::int64_t record)
    {
        for (const Decision &decision : judgement.decisionsOf({record}).value()) {
            if (decision.reviewer == reviewer) {
                return decision.verdict;
            }
        }
        return std::nullopt;
    }

    winnow::test::TempFolder folder;
    RandomUuidSource uuids{7};
    ReviewFile file;
    Records records{file};
    Imports imports{file};
    Log log{file, uuids};
    Judgement judgement{file};

private:
    int m_records = 0;
};

} // namespace winnow::store::test
