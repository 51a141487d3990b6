#include "flow/check.h"
#include "publish/output.h"

#include <nlohmann/json.hpp>

namespace winnow::publish {

extern const Output json;

namespace {

using nlohmann::ordered_json;

ordered_json list(const std::vector<flow::NamedCount> &counts, const char *name)
{
    ordered_json entries = ordered_json::array();
    for (const flow::NamedCount &entry : counts) {
        entries.push_back({{name, entry.name}, {"n", entry.count}});
    }
    return entries;
}

std::string dumped(const ordered_json &value)
{
    return value.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

Result<std::string> writeFlow(const FlowDocument &document)
{
    const flow::Counts &counts = document.counts;
    return dumped({{"template", "PRISMA 2020, new review, databases and registers"},
                   {"identified", counts.identified()},
                   {"databases", list(counts.databases, "source")},
                   {"registers", list(counts.registers, "source")},
                   {"other_methods", list(counts.otherMethods, "source")},
                   {"duplicates_removed", counts.duplicatesRemoved},
                   {"removed_by_automation", counts.removedByAutomation},
                   {"removed_for_other_reasons", counts.removedForOtherReasons},
                   {"other_reasons", list(counts.otherRemovalNotes, "note")},
                   {"records_screened", counts.screened},
                   {"records_awaiting_screening", counts.awaitingScreening},
                   {"records_excluded", counts.excluded},
                   {"reports_sought", counts.sought},
                   {"reports_not_retrieved", counts.notRetrieved},
                   {"reports_assessed", counts.assessed},
                   {"reports_awaiting_assessment", counts.awaitingAssessment},
                   {"reports_excluded", list(counts.reportsExcluded, "reason")},
                   {"studies_included", counts.studiesIncluded},
                   {"reports_included", counts.reportsIncluded},
                   {"is_finished", counts.isFinished()},
                   {"contradictions", flow::contradictions(counts)}});
}

Result<std::string> writeTable(const evidence::PrintedTable &table)
{
    ordered_json rows = ordered_json::array();
    for (const auto &row : table.rows) {
        ordered_json cells = ordered_json::object();
        for (std::size_t i = 0; i < row.size() && i < table.columns.size(); ++i) {
            cells[table.columns[i]] =
                row[i].items.empty() ? ordered_json(row[i].text) : ordered_json(row[i].items);
        }
        rows.push_back(std::move(cells));
    }
    return dumped({{"id", table.id},
                   {"caption", table.caption},
                   {"columns", table.columns},
                   {"rows", std::move(rows)}});
}

} // namespace

const Output json{"json", "JSON", "json", writeFlow, writeTable};

} // namespace winnow::publish
