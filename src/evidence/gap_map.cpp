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

std::vector<const StudyData *>
withCode(const std::vector<const StudyData *> &studies, std::string_view field, std::string_view code)
{
    std::vector<const StudyData *> found;
    std::ranges::copy_if(studies, std::back_inserter(found), [&](const StudyData *study) {
        return hasCode(*study, field, code);
    });
    return found;
}

/// "3: 2 high, 1 low"
std::string cellText(const std::vector<const StudyData *> &studies,
                     const Table &table,
                     const std::vector<CodeLabel> &division)
{
    std::string text = std::to_string(studies.size());
    std::string parts;
    for (const CodeLabel &code : division) {
        const auto found = withCode(studies, table.dividedBy, code.id);
        if (!found.empty()) {
            parts += (parts.empty() ? "" : ", ") + std::to_string(found.size()) + " " + code.label;
        }
    }
    return parts.empty() ? text : text + ": " + parts;
}

std::string labelOfField(const ReviewData &data, const std::string &field)
{
    const auto found = data.fieldLabels.find(field);
    return found == data.fieldLabels.end() ? field : found->second;
}

} // namespace

void printMap(const Table &table, const StudyIndex &studies, PrintedTable &printed)
{
    const ReviewData &data = studies.data();
    const std::vector<CodeLabel> columns = codesOf(data, table.columnsOf);
    const std::vector<CodeLabel> division =
        table.dividedBy.empty() ? std::vector<CodeLabel>() : codesOf(data, table.dividedBy);
    printed.columns.push_back({labelOfField(data, table.rowsOf), 0, Alignment::Start, false});
    PrintedCell corner;
    corner.isHead = true;
    std::vector<PrintedCell> group{corner};
    for (const CodeLabel &column : columns) {
        printed.columns.push_back({column.label, 0, Alignment::Centre, false});
        PrintedCell head;
        head.text = labelOfField(data, table.columnsOf);
        head.isHead = true;
        head.isCovered = group.size() > 1;
        head.alignment = Alignment::Centre;
        group.push_back(std::move(head));
    }
    if (group.size() > 1) {
        group[1].columnSpan = static_cast<int>(columns.size());
        printed.groups.push_back(std::move(group));
    }
    std::vector<CodeLabel> rows = codesOf(data, table.rowsOf);
    std::vector<const StudyData *> included;
    for (const StudyData &study : data.studies) {
        if (study.isIncluded) {
            included.push_back(&study);
        }
    }
    std::size_t most = 0;
    std::vector<std::vector<std::vector<const StudyData *>>> found;
    for (const CodeLabel &row : rows) {
        const auto ofRow = withCode(included, table.rowsOf, row.id);
        std::vector<std::vector<const StudyData *>> cells;
        for (const CodeLabel &column : columns) {
            cells.push_back(withCode(ofRow, table.columnsOf, column.id));
            most = std::max(most, cells.back().size());
        }
        found.push_back(std::move(cells));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        PrintedRow line;
        PrintedCell head;
        head.text = rows[i].label;
        head.isHead = true;
        line.cells.push_back(std::move(head));
        for (const auto &here : found[i]) {
            PrintedCell cell;
            cell.alignment = Alignment::Centre;
            if (!here.empty()) {
                cell.text = cellText(here, table, division);
                cell.fill = shadeOf(here.size(), most);
                cell.number =
                    division.empty() ? std::optional(static_cast<double>(here.size())) : std::nullopt;
                for (const StudyData *study : here) {
                    cell.quotes.push_back({{}, {}, study->label});
                }
            }
            line.cells.push_back(std::move(cell));
        }
        printed.rows.push_back(std::move(line));
    }
    printed.notes.emplace_back(
        "Numbers of studies; a study counts in every cell that it speaks of. Empty cells are gaps.");
}

} // namespace winnow::evidence
