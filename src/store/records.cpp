#include "store/records.h"

#include "store/database.h"
#include "store/lines.h"
#include "store/review_file.h"

#include <array>
#include <utility>

namespace winnow::store {

namespace {

constexpr std::string_view kInsert =
    "INSERT INTO record(import_id, key, type, title, authors, source_title, "
    "year, month, day, volume, issue, page_first, "
    "page_last, article_number, doi, pmid, pmcid, eid, issn, isbn, publisher, "
    "language, url, keywords, index_terms, abstract) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, "
    "?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, "
    "?25, ?26)";

constexpr std::string_view kColumns =
    "id, key, type, title, authors, source_title, year, month, day, volume, issue, page_first, page_last, "
    "article_number, doi, "
    "pmid, pmcid, eid, issn, isbn, publisher, language, url, keywords, index_terms, abstract";

/// The text fields that lie side by side in kColumns, from `volume` (column 9) to `url`.
constexpr std::array kPlainFields{
    &Record::volume,
    &Record::issue,
    &Record::pageFirst,
    &Record::pageLast,
    &Record::articleNumber,
    &Record::doi,
    &Record::pmid,
    &Record::pmcid,
    &Record::eid,
    &Record::issn,
    &Record::isbn,
    &Record::publisher,
    &Record::language,
    &Record::url,
};

std::optional<std::int64_t> widened(std::optional<int> value)
{
    return value ? std::optional<std::int64_t>(*value) : std::nullopt;
}

std::optional<int> narrowed(std::optional<std::int64_t> value)
{
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

/// A row of kColumns.
Record readRecord(const Statement &row)
{
    Record record;
    record.key = row.text(1);
    record.type = recordTypeFromId(row.text(2)).value_or(RecordType::Other);
    record.title = row.text(3);
    record.authors = authorsFromLines(row.text(4));
    record.sourceTitle = row.text(5);
    record.date = {
        narrowed(row.optionalInteger(6)), narrowed(row.optionalInteger(7)), narrowed(row.optionalInteger(8))};
    int column = 9;
    for (const auto field : kPlainFields) {
        record.*field = row.text(column++);
    }
    record.keywords = fromLines(row.text(column++));
    record.indexTerms = fromLines(row.text(column++));
    record.abstractText = row.text(column);
    return record;
}

Error noSuchRecord(RecordId id)
{
    return {ErrorCode::NotFound,
            "There is no record number " + std::to_string(id.value) + " in this review.",
            {},
            {}};
}

} // namespace

struct Records::Statements
{
    explicit Statements(Database &database)
        : insert(database.prepare(kInsert))
        , insertRaw(database.prepare("INSERT INTO record_raw(record_id, line, raw) VALUES (?1, ?2, ?3)"))
        , row(database.prepare(
              "SELECT id, key, title, authors, source_title, year, doi, type, language FROM record WHERE "
              "id = ?1"))
    {}

    Statement insert;
    Statement insertRaw;
    Statement row;
};

Records::Records(ReviewFile &file)
    : m_file(file)
{}

Records::~Records() = default;

Result<RecordId>
Records::insert(ImportId import, const Record &record, std::string_view raw, std::int64_t line)
{
    return guarded([&] {
        Database &database = *m_file.m_database;
        if (!m_statements) {
            m_statements = std::make_unique<Statements>(database);
        }
        const std::string authors = authorLines(record.authors);
        const std::string keywords = toLines(record.keywords);
        const std::string indexTerms = toLines(record.indexTerms);
        Statement &insert = m_statements->insert;
        insert.bind(1, import.value)
            .bind(2, record.key)
            .bind(3, namesOf(record.type).id)
            .bind(4, record.title)
            .bind(5, authors)
            .bind(6, record.sourceTitle)
            .bind(7, widened(record.date.year))
            .bind(8, widened(record.date.month))
            .bind(9, widened(record.date.day));
        int parameter = 10;
        for (const auto field : kPlainFields) {
            insert.bind(parameter++, record.*field);
        }
        insert.bind(parameter, keywords)
            .bind(parameter + 1, indexTerms)
            .bind(parameter + 2, record.abstractText)
            .run();
        const RecordId id{database.lastInsertId()};
        m_statements->insertRaw.bind(1, id.value).bind(2, line).bind(3, raw).run();
        return id;
    });
}

Result<Record> Records::get(RecordId id)
{
    return guarded([&] {
        Statement select =
            m_file.m_database->prepare("SELECT " + std::string(kColumns) + " FROM record WHERE id = ?1");
        if (!select.bind(1, id.value).step()) {
            throw SqlError(noSuchRecord(id));
        }
        return readRecord(select);
    });
}

Result<RawRecord> Records::raw(RecordId id)
{
    return guarded([&] {
        Statement select = m_file.m_database->prepare(
            "SELECT import.format, import.file, record_raw.line, import.preamble, record_raw.raw FROM "
            "record_raw "
            "JOIN record ON record.id = record_raw.record_id JOIN import ON import.id = record.import_id "
            "WHERE record_raw.record_id = ?1");
        if (!select.bind(1, id.value).step()) {
            throw SqlError(noSuchRecord(id));
        }
        return RawRecord{std::string(select.text(0)),
                         std::string(select.text(1)),
                         select.integer(2),
                         std::string(select.text(3)),
                         std::string(select.text(4))};
    });
}

Result<Source> Records::source(RecordId id)
{
    return guarded([&] {
        Statement select = m_file.m_database->prepare(
            "SELECT source.id, source.name, source.kind FROM record JOIN import ON import.id = "
            "record.import_id "
            "JOIN search ON search.id = import.search_id JOIN source ON source.id = search.source_id WHERE "
            "record.id = ?1");
        if (!select.bind(1, id.value).step()) {
            throw SqlError(noSuchRecord(id));
        }
        return Source{{select.integer(0)},
                      std::string(select.text(1)),
                      sourceKindFromString(select.text(2)).value_or(SourceKind::Other)};
    });
}

Result<std::vector<RecordRow>> Records::rows(std::span<const RecordId> ids)
{
    return guarded([&] {
        if (!m_statements) {
            m_statements = std::make_unique<Statements>(*m_file.m_database);
        }
        Statement &select = m_statements->row;
        std::vector<RecordRow> rows;
        rows.reserve(ids.size());
        for (const RecordId id : ids) {
            if (select.bind(1, id.value).step()) {
                rows.push_back({id,
                                std::string(select.text(1)),
                                std::string(select.text(2)),
                                authorsFromLines(select.text(3)),
                                std::string(select.text(4)),
                                narrowed(select.optionalInteger(5)),
                                std::string(select.text(6)),
                                recordTypeFromId(select.text(7)).value_or(RecordType::Other),
                                std::string(select.text(8))});
            }
            select.reset();
        }
        return rows;
    });
}

Result<std::vector<RecordId>> Records::withKey(std::string_view key)
{
    return guarded([&] {
        Statement select = m_file.m_database->prepare(
            "SELECT record.id FROM record JOIN import ON import.id = record.import_id "
            "WHERE record.key = ?1 AND import.is_live = 1 ORDER BY record.id");
        select.bind(1, key);
        std::vector<RecordId> found;
        while (select.step()) {
            found.push_back({select.integer(0)});
        }
        return found;
    });
}

Result<bool> Records::isVisible(RecordId id)
{
    return guarded([&] {
        Statement select =
            m_file.m_database->prepare("SELECT 1 FROM record JOIN import ON import.id = record.import_id "
                                       "WHERE record.id = ?1 AND import.is_live = 1");
        return select.bind(1, id.value).step();
    });
}

Result<void> Records::forEach(RecordId after, const std::function<bool(RecordId, const Record &)> &visit)
{
    return guarded([&] {
        Statement select = m_file.m_database->prepare("SELECT " + std::string(kColumns) +
                                                      " FROM record WHERE id > ?1 ORDER BY id");
        select.bind(1, after.value);
        while (select.step() && visit({select.integer(0)}, readRecord(select))) {
        }
    });
}

Result<void> Records::forEachListed(const std::function<void(const ListedRecord &)> &visit)
{
    return guarded([&] {
        // CROSS JOIN keeps the order of the loops, so that nothing has to be sorted.
        Statement select = m_file.m_database->prepare(
            "SELECT record.id, coalesce(duplicate.kept_id, record.id), import.search_id, record.key, "
            "record.type, record.title, record.authors, record.source_title, record.year, record.doi, "
            "record.language FROM record CROSS JOIN import ON import.id = record.import_id "
            "LEFT JOIN duplicate ON duplicate.record_id = record.id "
            "WHERE import.is_live = 1 ORDER BY record.id");
        while (select.step()) {
            visit({{select.integer(0)},
                   {select.integer(1)},
                   {select.integer(2)},
                   select.text(3),
                   select.text(4),
                   select.text(5),
                   select.text(6),
                   select.text(7),
                   narrowed(select.optionalInteger(8)),
                   select.text(9),
                   select.text(10)});
        }
    });
}

Result<std::vector<RecordId>> Records::withoutAbstract(ImportId import)
{
    return guarded([&] {
        Statement select = m_file.m_database->prepare(
            "SELECT id FROM record WHERE import_id = ?1 AND abstract = '' ORDER BY id");
        select.bind(1, import.value);
        std::vector<RecordId> ids;
        while (select.step()) {
            ids.push_back({select.integer(0)});
        }
        return ids;
    });
}

Result<void> Records::setAbstract(RecordId id, std::string_view text)
{
    return guarded([&] {
        Statement update = m_file.m_database->prepare(
            "UPDATE record SET abstract = ?2 WHERE id = ?1 AND abstract = '' AND NOT EXISTS (SELECT 1 FROM "
            "import WHERE import.id = record.import_id AND import.is_live = 1)");
        update.bind(1, id.value).bind(2, text).run();
    });
}

Result<std::vector<RecordId>> Records::units()
{
    return guarded([&] {
        Statement select = m_file.m_database->prepare(
            "SELECT record.id FROM import JOIN record ON record.import_id = import.id "
            "WHERE import.is_live = 1 AND NOT EXISTS (SELECT 1 FROM duplicate WHERE duplicate.record_id = "
            "record.id) "
            "ORDER BY record.id");
        std::vector<RecordId> units;
        while (select.step()) {
            units.push_back({select.integer(0)});
        }
        return units;
    });
}

Result<RecordId> Records::last()
{
    return guarded([&] {
        Statement select = m_file.m_database->prepare("SELECT coalesce(max(id), 0) FROM record");
        select.step();
        return RecordId{select.integer(0)};
    });
}

Result<std::int64_t> Records::countAll()
{
    return guarded([&] {
        Statement select = m_file.m_database->prepare("SELECT count(*) FROM record");
        select.step();
        return select.integer(0);
    });
}

} // namespace winnow::store
