#pragma once

#include "base/result.h"
#include "model/ids.h"
#include "model/record.h"
#include "model/source.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::store {

class ReviewFile;

/// What a list shows of a record.
struct RecordRow
{
    RecordId id;
    std::string key;
    std::string title;
    std::vector<PersonName> authors;
    std::string sourceTitle;
    std::optional<int> year;
    std::string doi = {};
    RecordType type = RecordType::Other;
    std::string language = {};
};

/// What lists are sorted and narrowed by, of a visible record; the views are valid during the visit only.
struct ListedRecord
{
    RecordId id;
    RecordId kept; ///< the record that stands for it
    SearchId search;
    std::string_view key;
    std::string_view type; ///< id
    std::string_view title;
    std::string_view authors; ///< one a line, "Family<TAB>Given"
    std::string_view sourceTitle;
    std::optional<int> year;
    std::string_view doi;
    std::string_view language;
};

struct RawRecord
{
    std::string format; ///< id of the format that read it
    std::string file;
    std::int64_t line = 0;
    std::string preamble; ///< of its import; see Imports::setPreamble()
    std::string raw;
};

/// The imported records. They are never changed or deleted; those of an undone import are hidden.
class Records
{
public:
    explicit Records(ReviewFile &file);
    ~Records();
    Records(const Records &) = delete;
    Records &operator=(const Records &) = delete;

    /// Must run inside ReviewFile::transact().
    [[nodiscard]] Result<RecordId>
    insert(ImportId import, const Record &record, std::string_view raw, std::int64_t line);

    /// Fails with NotFound.
    [[nodiscard]] Result<Record> get(RecordId id);
    [[nodiscard]] Result<RawRecord> raw(RecordId id);
    [[nodiscard]] Result<Source> source(RecordId id);

    /// Rows in the order of `ids`; ids that do not exist are left out.
    [[nodiscard]] Result<std::vector<RecordRow>> rows(std::span<const RecordId> ids);

    /// The visible records whose own id in their file is `key`.
    [[nodiscard]] Result<std::vector<RecordId>> withKey(std::string_view key);
    [[nodiscard]] Result<bool> isVisible(RecordId id);

    /// Calls `visit` for every record, visible or not, with an id above `after`, ascending, until it returns
    /// false.
    [[nodiscard]] Result<void> forEach(RecordId after,
                                       const std::function<bool(RecordId, const Record &)> &visit);

    /// Calls `visit` for every visible record, ascending.
    [[nodiscard]] Result<void> forEachListed(const std::function<void(const ListedRecord &)> &visit);

    /// The records of an import that have no abstract, ascending.
    [[nodiscard]] Result<std::vector<RecordId>> withoutAbstract(ImportId import);

    /// Gives a record of an import that is not live yet the abstract that another source has. Must run inside
    /// ReviewFile::transact().
    [[nodiscard]] Result<void> setAbstract(RecordId id, std::string_view text);

    /// Visible records that stand for themselves, ascending: what is screened.
    [[nodiscard]] Result<std::vector<RecordId>> units();

    [[nodiscard]] Result<RecordId> last();         ///< highest id ever given; 0 when empty
    [[nodiscard]] Result<std::int64_t> countAll(); ///< visible or not

private:
    struct Statements;

    ReviewFile &m_file;
    std::unique_ptr<Statements> m_statements;
};

} // namespace winnow::store
