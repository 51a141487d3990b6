#pragma once

#include "model/ids.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::store {

class Database;

/// Where an import's records are in this file.
struct ImportPlace
{
    std::string uuid;
    std::string sha256; ///< of the file that was imported
    std::string file;
    RecordId first;
    RecordId last;
};

/// Names records so that every copy of a review understands: by their import and their place in it,
/// "IMPORT-UUID/12", from 1.
class RecordRefs
{
public:
    explicit RecordRefs(Database &database);

    /// Empty where there is no such record.
    [[nodiscard]] std::string refOf(RecordId record) const;

    /// The record here that another copy's `ref` means. An import that is not here by its uuid is found by
    /// what was imported, `sha256` of its uuid, since the same file holds the same records in the same order.
    [[nodiscard]] std::optional<RecordId> find(std::string_view ref) const;

    /// Learns of another copy's imports: uuid -> sha256.
    void learn(const std::map<std::string, std::string> &imports);

    [[nodiscard]] const std::vector<ImportPlace> &imports() const { return m_imports; }

private:
    std::vector<ImportPlace> m_imports; ///< ascending by first record
    std::map<std::string, std::string, std::less<>> m_foreign;
};

} // namespace winnow::store
