#pragma once

#include "app/workspace.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// What records are narrowed by. Those of stages say how a record stands as the reviewer may know it.
enum class Facet { Source, Year, Type, Language, Title, TitleAbstract, FullText, Label };

inline constexpr std::array kFacets{Facet::Source,
                                    Facet::Year,
                                    Facet::Type,
                                    Facet::Language,
                                    Facet::Title,
                                    Facet::TitleAbstract,
                                    Facet::FullText,
                                    Facet::Label};

/// "source", "year", "type", "language", "title", "title-abstract", "full-text", "label".
[[nodiscard]] std::string_view toString(Facet facet);
[[nodiscard]] std::optional<Facet> facetFromString(std::string_view name);

/// The facet of what was decided at a stage.
[[nodiscard]] Facet facetOf(Stage stage);

/// The values that are wanted: several of a facet are alternatives, of each facet one has to hold. Of years
/// also ranges, "2010-2019". An empty value: the record says nothing.
using FacetChoice = std::map<Facet, std::set<std::string>>;

/// A value and how many records have it. Years before the last ten to twenty come as decades, types by their
/// ids, verdicts as screening::toString() names them.
struct FacetCount
{
    std::string value;
    std::int64_t records = 0;
};

using FacetCounts = std::map<Facet, std::vector<FacetCount>>;

struct Narrowed
{
    std::vector<RecordId> records; ///< that have what is chosen, ascending
    FacetCounts counts;            ///< of each facet as if nothing of it were chosen
};

/// The facets of all records that stand for themselves, in a few bytes a record; never changes once it is
/// read, so that any thread may ask it.
class FacetTable
{
public:
    /// What of an earlier table does not hold any more.
    enum class Stale {
        All,
        Verdicts, ///< and who may see them, which holds for labels and notes too
        Marks,
    };

    [[nodiscard]] static Result<std::shared_ptr<const FacetTable>>
    read(Workspace &workspace, const FacetTable *before = nullptr, Stale stale = Stale::All);

    /// All records, ascending.
    [[nodiscard]] std::span<const RecordId> records() const { return *m_records; }

    /// Of these records, ascending, those that have what is chosen, with the counts of all values that any of
    /// them has, and of all that are chosen.
    [[nodiscard]] Narrowed narrow(std::span<const RecordId> records, const FacetChoice &choice) const;

    /// What a record has of a facet; nothing where it is not listed.
    [[nodiscard]] std::vector<std::string> valuesOf(RecordId record, Facet facet) const;

    /// The notes on it in one line; empty: none.
    [[nodiscard]] std::string noteOf(RecordId record) const;

    /// Whether there is such a stage, or anything of the facet at all.
    [[nodiscard]] bool isUsed(Facet facet) const;

private:
    /// The values of all records: those of record n are codes[first[n]] to codes[first[n + 1] - 1].
    struct Column
    {
        std::vector<std::string> names; ///< by code, in the order in which they are shown
        std::vector<std::uint32_t> first{0};
        std::vector<std::uint32_t> codes;
    };

    class Builder;
    using Columns = std::array<std::shared_ptr<const Column>, kFacets.size()>;

    [[nodiscard]] static std::vector<std::uint8_t>
    accepted(Facet facet, const Column &column, const std::set<std::string> &values);
    [[nodiscard]] std::vector<FacetCount>
    shownCounts(Facet facet, const std::vector<std::int64_t> &byCode, const FacetChoice &choice) const;
    [[nodiscard]] std::optional<std::size_t> placeOf(RecordId record) const;
    [[nodiscard]] Result<void> readRecords(Workspace &workspace);
    [[nodiscard]] Result<void> readVerdicts(Workspace &workspace);
    [[nodiscard]] Result<void> readMarks(Workspace &workspace);

    std::shared_ptr<const std::vector<RecordId>> m_records;
    Columns m_columns; ///< nullptr: not used
    std::shared_ptr<const std::map<RecordId, std::string>> m_notes;
};

} // namespace winnow::app
