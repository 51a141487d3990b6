#include "app/cited_material.h"

#include "app/citation_keys.h"
#include "app/evidence_tables.h"
#include "app/table_data.h"

#include <algorithm>
#include <unordered_set>

namespace winnow::app {

namespace {

/// Of two entries of a fixed list that are one record by now, the second number stays free.
void settleList(evidence::TableSet &set, CitationKeys &keys)
{
    std::unordered_set<std::string> listed;
    for (std::string &key : set.list) {
        const bool isWork = std::ranges::find(set.works, key, &evidence::Work::key) != set.works.end();
        if (!isWork) {
            key = keys.keyNow(key);
        }
        if (!listed.insert(key).second) {
            key.clear();
        }
    }
}

} // namespace

Result<CitedMaterial> citedMaterial(Workspace &workspace)
{
    auto tables = storedTables(workspace);
    auto text = tables ? reportText(workspace) : tables.error();
    auto keys = text ? CitationKeys::of(workspace) : text.error();
    if (!keys) {
        return std::move(keys).error();
    }
    CitedMaterial material{*std::move(tables), *std::move(text), {}, {}};
    const auto settle = [&](std::string &key) { key = keys->keyNow(key); };
    evidence::forEachKey(material.tables, settle);
    forEachKey(material.text, settle);
    settleList(material.tables, *keys);
    auto data = tableData(workspace, evidence::writtenKeys(material.tables));
    if (!data) {
        return std::move(data).error();
    }
    material.data = *std::move(data);
    material.numbers = evidence::numberReferences(material.tables, material.data, citedKeys(material.text));
    return material;
}

} // namespace winnow::app
