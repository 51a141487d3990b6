#include "store/online_searches.h"

#include "store/database.h"
#include "store/review_file.h"

#include <string>

namespace winnow::store {

namespace {

constexpr std::string_view kColumns = "online_search.search_id, import_id, source, search.query, precedence, "
                                      "is_complete, uses_cursor, began_utc, "
                                      "ended_utc, online_search.hits, fetched, unmatched, undecided, filled";

OnlineSearch readSearch(const Statement &row)
{
    OnlineSearch search;
    search.search = {row.integer(0)};
    search.import = {row.integer(1)};
    search.source = row.text(2);
    search.query = row.text(3);
    search.precedence = row.text(4);
    search.isComplete = row.integer(5) != 0;
    search.usesCursor = row.integer(6) != 0;
    search.beganUtc = row.text(7);
    search.endedUtc = row.text(8);
    search.hits = row.optionalInteger(9);
    search.fetched = row.integer(10);
    search.unmatched = row.integer(11);
    search.undecided = row.integer(12);
    search.filled = row.integer(13);
    return search;
}

std::vector<OnlinePart> readParts(Database &database, SearchId search)
{
    Statement select = database.prepare(
        "SELECT number, query, hits, next, is_done FROM online_part WHERE search_id = ?1 ORDER BY number");
    select.bind(1, search.value);
    std::vector<OnlinePart> parts;
    while (select.step()) {
        parts.push_back({static_cast<int>(select.integer(0)),
                         std::string(select.text(1)),
                         select.optionalInteger(2),
                         std::string(select.text(3)),
                         select.integer(4) != 0});
    }
    return parts;
}

void writeParts(Database &database, const OnlineSearch &search)
{
    Statement write = database.prepare("INSERT INTO online_part(search_id, number, query, hits, next, "
                                       "is_done) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
                                       "ON CONFLICT DO UPDATE SET hits = ?4, next = ?5, is_done = ?6");
    for (const OnlinePart &part : search.parts) {
        write.bind(1, search.search.value)
            .bind(2, std::int64_t{part.number})
            .bind(3, part.query)
            .bind(4, part.hits)
            .bind(5, part.next)
            .bind(6, std::int64_t{part.isDone ? 1 : 0})
            .run();
    }
}

} // namespace

OnlineSearches::OnlineSearches(ReviewFile &file)
    : m_file(file)
{}

Result<void> OnlineSearches::add(const OnlineSearch &search)
{
    return guarded([&] {
        Statement insert = m_file.m_database->prepare(
            "INSERT INTO online_search(search_id, import_id, source, precedence, is_complete, uses_cursor, "
            "began_utc, ended_utc, hits, fetched, unmatched, undecided, filled) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, '', ?8, 0, 0, 0, 0)");
        insert.bind(1, search.search.value)
            .bind(2, search.import.value)
            .bind(3, search.source)
            .bind(4, search.precedence)
            .bind(5, std::int64_t{search.isComplete ? 1 : 0})
            .bind(6, std::int64_t{search.usesCursor ? 1 : 0})
            .bind(7, search.beganUtc)
            .bind(8, search.hits)
            .run();
        writeParts(*m_file.m_database, search);
    });
}

Result<void> OnlineSearches::update(const OnlineSearch &search)
{
    return guarded([&] {
        Statement write = m_file.m_database->prepare("UPDATE online_search SET ended_utc = ?2, hits = ?3, "
                                                     "fetched = ?4, unmatched = ?5, undecided = ?6, "
                                                     "filled = ?7 WHERE search_id = ?1");
        write.bind(1, search.search.value)
            .bind(2, search.endedUtc)
            .bind(3, search.hits)
            .bind(4, search.fetched)
            .bind(5, search.unmatched)
            .bind(6, search.undecided)
            .bind(7, search.filled)
            .run();
        writeParts(*m_file.m_database, search);
    });
}

Result<bool> OnlineSearches::isNew(SearchId search, std::string_view name)
{
    return guarded([&] {
        Statement insert = m_file.m_database->prepare(
            "INSERT INTO online_seen(search_id, name) VALUES (?1, ?2) ON CONFLICT DO NOTHING RETURNING 1");
        return insert.bind(1, search.value).bind(2, name).step();
    });
}

Result<bool> OnlineSearches::isKnown(SearchId search, std::string_view name)
{
    return guarded([&] {
        Statement select =
            m_file.m_database->prepare("SELECT 1 FROM online_seen WHERE search_id = ?1 AND name = ?2");
        return select.bind(1, search.value).bind(2, name).step();
    });
}

std::vector<OnlineSearch> OnlineSearches::select(std::string_view condition, std::optional<SearchId> search)
{
    Statement select =
        m_file.m_database->prepare("SELECT " + std::string(kColumns) +
                                   " FROM online_search JOIN search ON search.id = online_search.search_id " +
                                   std::string(condition) + " ORDER BY online_search.search_id");
    if (search) {
        select.bind(1, search->value);
    }
    std::vector<OnlineSearch> searches;
    while (select.step()) {
        searches.push_back(readSearch(select));
        searches.back().parts = readParts(*m_file.m_database, searches.back().search);
    }
    return searches;
}

Result<std::optional<OnlineSearch>> OnlineSearches::find(SearchId search)
{
    return guarded([&] {
        std::vector<OnlineSearch> found = select("WHERE online_search.search_id = ?1", search);
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

Result<std::vector<OnlineSearch>> OnlineSearches::unfinished()
{
    return guarded([&] { return select("WHERE ended_utc = ''", {}); });
}

Result<std::vector<OnlineSearch>> OnlineSearches::all()
{
    return guarded([&] { return select({}, {}); });
}

} // namespace winnow::store
