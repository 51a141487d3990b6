#include "evidence/gap_map.h"

#include "evidence/printed_parts.h"

#include <algorithm>
#include <array>

namespace winnow::evidence {

namespace {

/// From few studies to many: a shade on which black is read at 7 : 1 and more. The number stands in the cell.
constexpr std::array<std::uint32_t, 4> kShades{0xEEF4FA, 0xD3E5F5, 0xB3D3EE, 0x93C0E6};

std::uint32_t shadeOf(std::size_t count, std::size_t most)
{
    const std::size_t step = most == 0 ? 0 : (count * kShades.size() - 1) / most;
    return kShades.at(std::min(step, kShades.size() - 1));
}

std::string labelOfField(const ReviewData &data, const std::string &field)
{
    const auto found = data.fieldLabels.find(field);
    return found == data.fieldLabels.end() ? field : found->second;
}

/// "3: 2 high, 1 low"
std::string cellText(const GapMapCell &cell)
{
    std::string parts;
    for (const GapMapPart &part : cell.parts) {
        if (part.count > 0) {
            parts += (parts.empty() ? "" : ", ") + std::to_string(part.count) + " " + part.label;
        }
    }
    return std::to_string(cell.studies.size()) + (parts.empty() ? "" : ": " + parts);
}

PrintedCell printedCell(const GapMapCell &cell, std::size_t most)
{
    PrintedCell shown;
    shown.alignment = Alignment::Centre;
    if (cell.studies.empty()) {
        return shown;
    }
    shown.text = cellText(cell);
    shown.fill = shadeOf(cell.studies.size(), most);
    if (cell.parts.empty()) {
        shown.number = static_cast<double>(cell.studies.size());
    }
    for (const std::string &study : cell.studies) {
        shown.quotes.push_back({{}, {}, study});
    }
    return shown;
}

/// The options of a field, of a tree only those parts that studies have: a gap is told by the whole.
std::vector<CodeLabel> mappedCodes(const ReviewData &data, std::string_view field)
{
    std::vector<CodeLabel> codes = codesOf(data, field);
    std::erase_if(codes, [&](const CodeLabel &code) {
        return code.isPart && std::ranges::none_of(data.studies, [&](const StudyData &study) {
                   return study.isIncluded && hasCode(study, field, code.id);
               });
    });
    return codes;
}

} // namespace

GapMap gapMapOf(const Table &table, const ReviewData &data)
{
    GapMap map;
    map.rowsLabel = labelOfField(data, table.rowsOf);
    map.columnsLabel = labelOfField(data, table.columnsOf);
    map.rows = mappedCodes(data, table.rowsOf);
    map.columns = mappedCodes(data, table.columnsOf);
    if (!table.dividedBy.empty()) {
        map.partsLabel = labelOfField(data, table.dividedBy);
        map.parts = mappedCodes(data, table.dividedBy);
    }
    for (const CodeLabel &row : map.rows) {
        std::vector<GapMapCell> cells;
        for (const CodeLabel &column : map.columns) {
            GapMapCell cell;
            for (const CodeLabel &part : map.parts) {
                cell.parts.push_back({part.label});
            }
            for (const StudyData &study : data.studies) {
                if (!study.isIncluded || !hasCode(study, table.rowsOf, row.id) ||
                    !hasCode(study, table.columnsOf, column.id)) {
                    continue;
                }
                cell.studies.push_back(study.label);
                for (std::size_t i = 0; i < map.parts.size(); ++i) {
                    cell.parts[i].count += hasCode(study, table.dividedBy, map.parts[i].id) ? 1U : 0U;
                }
            }
            map.most = std::max(map.most, cell.studies.size());
            cells.push_back(std::move(cell));
        }
        map.cells.push_back(std::move(cells));
    }
    return map;
}

void printMap(const Table &table, const StudyIndex &studies, PrintedTable &result)
{
    const GapMap map = gapMapOf(table, studies.data());
    result.columns.push_back({map.rowsLabel, 0, Alignment::Start, false});
    std::vector<PrintedCell> group(1);
    group.front().isHead = true;
    for (const CodeLabel &column : map.columns) {
        result.columns.push_back({column.label, 0, Alignment::Centre, false});
        PrintedCell head;
        head.text = map.columnsLabel;
        head.isHead = true;
        head.isCovered = group.size() > 1;
        head.alignment = Alignment::Centre;
        group.push_back(std::move(head));
    }
    if (group.size() > 1) {
        group[1].columnSpan = static_cast<int>(map.columns.size());
        result.groups.push_back(std::move(group));
    }
    for (std::size_t i = 0; i < map.rows.size(); ++i) {
        PrintedRow line;
        line.cells.emplace_back().text = map.rows[i].label;
        line.cells.back().isHead = true;
        for (const GapMapCell &cell : map.cells[i]) {
            line.cells.push_back(printedCell(cell, map.most));
        }
        result.rows.push_back(std::move(line));
    }
    result.notes.emplace_back(
        "Numbers of studies; a study counts in every cell that it speaks of. Empty cells are gaps.");
}

} // namespace winnow::evidence
