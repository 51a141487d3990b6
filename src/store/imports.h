#pragma once

#include "base/result.h"
#include "model/source.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::store {

class ReviewFile;

/// Sources, searches and imports: where the records came from.
class Imports
{
public:
    explicit Imports(ReviewFile &file);

    /// The source of that name (letter case aside), made when it is new. Fails with Inconsistent when it is
    /// there with another kind. Must run inside ReviewFile::transact(), as the other functions that add.
    [[nodiscard]] Result<SourceId> source(std::string_view name, SourceKind kind);

    [[nodiscard]] Result<SearchId> addSearch(const Search &search);

    /// Hidden until an Import event makes it live.
    [[nodiscard]] Result<ImportId> addImport(const Import &import, std::string_view uuid);

    /// What an import came to, known only once the file is read.
    [[nodiscard]] Result<void> setCounts(const Import &import);

    /// What must stand before the raw text of a record of this import for it to be read alone.
    [[nodiscard]] Result<void> setPreamble(ImportId import, std::string_view text);
    [[nodiscard]] Result<void> addRejected(ImportId import, const RejectedRow &row);

    /// What an import rejected and no later import settled, in order of the lines.
    [[nodiscard]] Result<std::vector<RejectedRow>> rejectedOf(ImportId import);

    /// Says that the corrected text of an import's rejected records came in with `by`; returns how many those
    /// are. They count as rejected again when `by` is undone.
    [[nodiscard]] Result<std::int64_t> settleRejected(ImportId import, ImportId by);

    [[nodiscard]] Result<std::string> preambleOf(ImportId import);

    /// The live import of a file with these bytes, if there is one.
    [[nodiscard]] Result<std::optional<Import>> liveImportOf(std::string_view sha256);

    [[nodiscard]] Result<std::optional<Search>> search(SearchId id);
    [[nodiscard]] Result<std::vector<Source>> sources();

    /// Searches that count: noted ones that were not undone, and those of live imports.
    [[nodiscard]] Result<std::vector<Search>> liveSearches();
    [[nodiscard]] Result<std::vector<Import>> imports();

private:
    ReviewFile &m_file;
};

} // namespace winnow::store
