#include "app/cited_material.h"

#include "app/citation_keys.h"
#include "app/evidence_tables.h"
#include "app/table_data.h"

#include <algorithm>

namespace winnow::app {

Result<CitedMaterial> citedMaterial(Workspace &workspace)
{
    auto tables = storedTables(workspace);
    auto text = tables ? reportText(workspace) : tables.error();
    auto keys = text ? CitationKeys::of(workspace) : text.error();
    if (!keys) {
        return std::move(keys).error();
    }
    CitedMaterial material{*std::move(tables), *std::move(text), {}, {}};
    // What is no record any more stays as it was written, and tables say so.
    const auto settle = [&](std::string &key) {
        if (auto now = keys->keyFor(key)) {
            key = *std::move(now);
        }
    };
    evidence::forEachKey(material.tables, settle);
    forEachKey(material.text, settle);
    auto data = tableData(workspace, evidence::writtenKeys(material.tables));
    if (!data) {
        return std::move(data).error();
    }
    material.data = *std::move(data);
    material.numbers = evidence::numberReferences(material.tables, material.data, citedKeys(material.text));
    return material;
}

} // namespace winnow::app
