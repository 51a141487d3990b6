#include "store/imports.h"

#include "store/database.h"
#include "store/review_file.h"

namespace winnow::store {

namespace {

constexpr std::string_view kImportColumns =
    "id, search_id, file, sha256, format, in_file, stored, rejected, is_live";
constexpr std::string_view kSearchColumns = "id, source_id, query, hits, run_on, note, is_noted";

Import readImport(const Statement &row)
{
    return {{row.integer(0)},
            {row.integer(1)},
            std::string(row.text(2)),
            std::string(row.text(3)),
            std::string(row.text(4)),
            row.integer(5),
            row.integer(6),
            row.integer(7),
            row.integer(8) != 0};
}

Search readSearch(const Statement &row)
{
    return {{row.integer(0)},
            {row.integer(1)},
            std::string(row.text(2)),
            row.optionalInteger(3),
            std::string(row.text(4)),
            std::string(row.text(5)),
            row.integer(6) != 0};
}

} // namespace

Imports::Imports(ReviewFile &file)
    : m_file(file)
{}

Result<SourceId> Imports::source(std::string_view name, SourceKind kind)
{
    return guarded([&] {
        Statement find = m_file.m_database->prepare("SELECT id, kind, name FROM source WHERE name = ?1");
        if (find.bind(1, name).step()) {
            if (find.text(1) != toString(kind)) {
                throw SqlError({ErrorCode::Inconsistent,
                                "The source " + std::string(find.text(2)) + " is a " +
                                    std::string(find.text(1)) +
                                    " in this review; use that kind, or another name for the source.",
                                {},
                                {}});
            }
            return SourceId{find.integer(0)};
        }
        Statement insert = m_file.m_database->prepare("INSERT INTO source(name, kind) VALUES (?1, ?2)");
        insert.bind(1, name).bind(2, toString(kind)).run();
        return SourceId{m_file.m_database->lastInsertId()};
    });
}

Result<SearchId> Imports::addSearch(const Search &search)
{
    return guarded([&] {
        Statement insert = m_file.m_database->prepare("INSERT INTO search(source_id, query, hits, run_on, "
                                                      "note, is_noted) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        insert.bind(1, search.source.value)
            .bind(2, search.query)
            .bind(3, search.hits)
            .bind(4, search.date)
            .bind(5, search.note)
            .bind(6, std::int64_t{search.isNoted})
            .run();
        return SearchId{m_file.m_database->lastInsertId()};
    });
}

Result<ImportId> Imports::addImport(const Import &import, std::string_view uuid)
{
    return guarded([&] {
        Statement insert = m_file.m_database->prepare(
            "INSERT INTO import(uuid, search_id, file, sha256, format, in_file, stored, rejected, is_live) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0)");
        insert.bind(1, uuid)
            .bind(2, import.search.value)
            .bind(3, import.file)
            .bind(4, import.sha256)
            .bind(5, import.format)
            .bind(6, import.inFile)
            .bind(7, import.stored)
            .bind(8, import.rejected)
            .run();
        return ImportId{m_file.m_database->lastInsertId()};
    });
}

Result<void> Imports::setCounts(const Import &import)
{
    return guarded([&] {
        Statement update = m_file.m_database->prepare(
            "UPDATE import SET in_file = ?2, stored = ?3, rejected = ?4 WHERE id = ?1");
        update.bind(1, import.id.value)
            .bind(2, import.inFile)
            .bind(3, import.stored)
            .bind(4, import.rejected)
            .run();
    });
}

Result<void> Imports::setPreamble(ImportId import, std::string_view text)
{
    return guarded([&] {
        Statement update = m_file.m_database->prepare("UPDATE import SET preamble = ?2 WHERE id = ?1");
        update.bind(1, import.value).bind(2, text).run();
    });
}

Result<void> Imports::addRejected(ImportId import, const RejectedRow &row)
{
    return guarded([&] {
        Statement insert = m_file.m_database->prepare(
            "INSERT INTO rejected(import_id, line, reason, raw) VALUES (?1, ?2, ?3, ?4)");
        insert.bind(1, import.value).bind(2, row.line).bind(3, row.reason).bind(4, row.raw).run();
    });
}

Result<std::vector<RejectedRow>> Imports::rejectedOf(ImportId import)
{
    return guarded([&] {
        std::vector<RejectedRow> rows;
        Statement select = m_file.m_database->prepare(
            "SELECT line, reason, raw FROM rejected WHERE import_id = ?1 AND NOT EXISTS (SELECT 1 FROM "
            "import "
            "WHERE import.id = rejected.settled_by AND is_live = 1) ORDER BY line");
        select.bind(1, import.value);
        while (select.step()) {
            rows.push_back({select.integer(0), std::string(select.text(1)), std::string(select.text(2))});
        }
        return rows;
    });
}

Result<std::int64_t> Imports::settleRejected(ImportId import, ImportId by)
{
    auto open = rejectedOf(import);
    if (!open) {
        return std::move(open).error();
    }
    return guarded([&] {
        Statement update = m_file.m_database->prepare("UPDATE rejected SET settled_by = ?2 WHERE import_id = "
                                                      "?1 AND NOT EXISTS (SELECT 1 FROM import WHERE "
                                                      "import.id = rejected.settled_by AND is_live = 1)");
        update.bind(1, import.value).bind(2, by.value).run();
        return static_cast<std::int64_t>(open->size());
    });
}

Result<std::string> Imports::preambleOf(ImportId import)
{
    return guarded([&] {
        Statement select = m_file.m_database->prepare("SELECT preamble FROM import WHERE id = ?1");
        return select.bind(1, import.value).step() ? std::string(select.text(0)) : std::string();
    });
}

Result<std::optional<Import>> Imports::liveImportOf(std::string_view sha256)
{
    return guarded([&]() -> std::optional<Import> {
        Statement select = m_file.m_database->prepare("SELECT " + std::string(kImportColumns) +
                                                      " FROM import WHERE sha256 = ?1 AND is_live = 1");
        return select.bind(1, sha256).step() ? std::optional(readImport(select)) : std::nullopt;
    });
}

Result<std::optional<Search>> Imports::search(SearchId id)
{
    return guarded([&]() -> std::optional<Search> {
        Statement select = m_file.m_database->prepare("SELECT " + std::string(kSearchColumns) +
                                                      " FROM search WHERE id = ?1");
        return select.bind(1, id.value).step() ? std::optional(readSearch(select)) : std::nullopt;
    });
}

Result<std::vector<Source>> Imports::sources()
{
    return guarded([&] {
        std::vector<Source> sources;
        Statement select = m_file.m_database->prepare("SELECT id, name, kind FROM source ORDER BY id");
        while (select.step()) {
            sources.push_back({{select.integer(0)},
                               std::string(select.text(1)),
                               sourceKindFromString(select.text(2)).value_or(SourceKind::Other)});
        }
        return sources;
    });
}

Result<std::vector<Search>> Imports::liveSearches()
{
    return guarded([&] {
        std::vector<Search> searches;
        Statement select = m_file.m_database->prepare("SELECT " + std::string(kSearchColumns) +
                                                      " FROM search WHERE EXISTS (SELECT 1 FROM import WHERE "
                                                      "import.search_id = search.id AND import.is_live = 1) "
                                                      "OR (is_noted = 1 AND EXISTS (SELECT 1 FROM event "
                                                      "WHERE kind = 'search-run' AND subject_kind = 'search' "
                                                      "AND subject = search.id AND NOT EXISTS (SELECT 1 FROM "
                                                      "event AS undone WHERE undone.retracts = event.id))) "
                                                      "ORDER BY id");
        while (select.step()) {
            searches.push_back(readSearch(select));
        }
        return searches;
    });
}

Result<std::vector<Import>> Imports::imports()
{
    return guarded([&] {
        std::vector<Import> imports;
        Statement select =
            m_file.m_database->prepare("SELECT " + std::string(kImportColumns) + " FROM import ORDER BY id");
        while (select.step()) {
            imports.push_back(readImport(select));
        }
        return imports;
    });
}

} // namespace winnow::store
