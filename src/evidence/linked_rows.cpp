#include "evidence/linked_rows.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace winnow::evidence {

namespace {

/// Collects what a row cites, each once.
class Linker
{
public:
    Linker(const StudyIndex &studies, LinkedRow &row)
        : m_studies(studies)
        , m_row(row)
    {}

    void citeKey(const std::string &key)
    {
        if (!m_seen.insert(key).second) {
            return;
        }
        m_row.keys.push_back(key);
        const auto studies = m_studies.all(key);
        if (studies.empty()) {
            m_row.unknown.push_back(key);
        }
        std::ranges::for_each(studies, [this](const StudyData *study) { link(*study); });
    }

    /// One of several studies of a report brings its own numbers only.
    void citeStudy(const StudyData &study)
    {
        link(study);
        for (const std::string &key : study.reports) {
            if (m_seen.insert(key).second) {
                m_row.keys.push_back(key);
            }
        }
    }

private:
    void link(const StudyData &study)
    {
        if (std::ranges::find(m_row.studies, &study) == m_row.studies.end()) {
            m_row.studies.push_back(&study);
        }
    }

    const StudyIndex &m_studies;
    LinkedRow &m_row;
    std::unordered_set<std::string> m_seen;
};

/// A row for an option that nobody wrote one for: its label in the first column of texts.
Row rowOf(const CodeLabel &code, const Table &table)
{
    Row row;
    row.cells.resize(table.columns.size());
    row.code = code.id;
    const auto column = std::ranges::find(table.columns, ColumnKind::Text, &Column::kind);
    if (column != table.columns.end()) {
        row.cells[static_cast<std::size_t>(column - table.columns.begin())].text = code.label;
    }
    return row;
}

LinkedRow linked(Row row, const Table &table, const StudyIndex &studies)
{
    LinkedRow result{std::move(row), {}, {}, {}};
    result.row.cells.resize(table.columns.size());
    Linker linker(studies, result);
    for (const Cell &cell : result.row.cells) {
        std::ranges::for_each(cell.references, [&](const std::string &key) { linker.citeKey(key); });
    }
    std::ranges::for_each(result.row.studies, [&](const std::string &key) { linker.citeKey(key); });
    if (!result.row.code.empty() && !table.rowsOf.empty()) {
        for (const StudyData &study : studies.data().studies) {
            if (study.isIncluded && hasCode(study, table.rowsOf, result.row.code)) {
                linker.citeStudy(study);
            }
        }
    }
    return result;
}

std::vector<LinkedRow> rowsOfOptions(const Table &table, const StudyIndex &studies)
{
    std::vector<LinkedRow> rows;
    for (const Row &row : table.rows) {
        rows.push_back(linked(row, table, studies));
    }
    for (const CodeLabel &code : codesOf(studies.data(), table.rowsOf)) {
        if (std::ranges::find(table.rows, code.id, &Row::code) == table.rows.end()) {
            LinkedRow row = linked(rowOf(code, table), table, studies);
            if (!row.studies.empty() || table.source == RowSource::Map) {
                rows.push_back(std::move(row));
            }
        }
    }
    return rows;
}

auto orderOf(const StudyData &study, RowOrder order)
{
    const int year = study.year.value_or(0);
    const bool isByYear = order == RowOrder::Year;
    return std::tuple(study.isOutside, isByYear ? year : 0, study.author, year, study.label);
}

std::vector<LinkedRow>
rowsOfStudies(const std::vector<StudyData> &list, const Table &table, const StudyIndex &studies)
{
    std::vector<const StudyData *> shown;
    for (const StudyData &study : list) {
        if (study.isIncluded || table.source == RowSource::Excluded) {
            shown.push_back(&study);
        }
    }
    if (table.order == RowOrder::Author || table.order == RowOrder::Year) {
        std::ranges::stable_sort(shown, {}, [&](const StudyData *one) { return orderOf(*one, table.order); });
    }
    // What people wrote for a study stands beside what is known of it.
    std::unordered_map<const StudyData *, const Row *> written;
    for (const Row &row : table.rows) {
        for (const std::string &key : row.studies) {
            written.try_emplace(studies.find(key), &row);
        }
    }
    std::vector<LinkedRow> rows;
    for (const StudyData *study : shown) {
        const auto found = written.find(study);
        LinkedRow row{found == written.end() ? Row() : *found->second, study->reports, {study}, {}};
        row.row.cells.resize(table.columns.size());
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

StudyIndex::StudyIndex(const ReviewData &data)
    : m_data(data)
{
    for (const std::vector<StudyData> *list : {&data.studies, &data.excluded}) {
        for (const StudyData &study : *list) {
            for (const std::string &key : study.reports) {
                m_byKey[key].push_back(&study);
            }
        }
    }
}

const StudyData *StudyIndex::find(std::string_view key) const
{
    const auto found = all(key);
    return found.empty() ? nullptr : found.front();
}

std::span<const StudyData *const> StudyIndex::all(std::string_view key) const
{
    const auto found = m_byKey.find(key);
    return found == m_byKey.end() ? std::span<const StudyData *const>() : found->second;
}

bool hasCode(const StudyData &study, std::string_view field, std::string_view code)
{
    const auto value = study.values.find(field);
    return value != study.values.end() &&
           std::ranges::find(value->second.codes, code) != value->second.codes.end();
}

std::vector<CodeLabel> codesOf(const ReviewData &data, std::string_view field)
{
    const auto known = data.codes.find(field);
    std::vector<CodeLabel> codes = known == data.codes.end() ? std::vector<CodeLabel>() : known->second;
    for (const StudyData &study : data.studies) {
        const auto value = study.values.find(field);
        if (value == study.values.end()) {
            continue;
        }
        for (std::size_t i = 0; i < value->second.codes.size(); ++i) {
            const std::string &id = value->second.codes[i];
            if (std::ranges::find(codes, id, &CodeLabel::id) == codes.end()) {
                codes.push_back({id, i < value->second.labels.size() ? value->second.labels[i] : id});
            }
        }
    }
    return codes;
}

std::vector<LinkedRow> linkedRows(const Table &table, const StudyIndex &studies)
{
    switch (table.source) {
    case RowSource::Options:
    case RowSource::Map:
        return rowsOfOptions(table, studies);
    case RowSource::Studies:
        return rowsOfStudies(studies.data().studies, table, studies);
    case RowSource::Excluded:
        return rowsOfStudies(studies.data().excluded, table, studies);
    case RowSource::Written:
    case RowSource::Findings:
        break;
    }
    std::vector<LinkedRow> rows;
    for (const Row &row : table.rows) {
        rows.push_back(linked(row, table, studies));
    }
    return rows;
}

} // namespace winnow::evidence
