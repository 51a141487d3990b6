#include "formats/support/record_table.h"

#include "formats/support/csv_authors.h"
#include "formats/support/csv_dialects.h"
#include "formats/support/decision_text.h"
#include "formats/support/normalise.h"
#include "formats/support/vocabulary.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

namespace {

/// An entry before a semicolon, which must not become the end of an entity: "R&amp" is no "R&amp;".
std::string listed(const std::string &entry)
{
    std::string text = markedUp(entry + ';');
    text.pop_back();
    return text;
}

/// "a; b"; a lone entry with a comma gets a semicolon behind it, or it would be read as two.
std::string listCell(const std::vector<std::string> &entries)
{
    std::string text;
    for (const std::string &entry : entries) {
        text += (text.empty() ? "" : "; ") + listed(entry);
    }
    return entries.size() == 1 && text.find(',') != std::string::npos ? text + ';' : text;
}

/// ISO 8601 as far as it is known, "Mar 3" without a year; empty when the year says it all.
std::string dateCell(const PartialDate &date)
{
    if (!date.month) {
        return {};
    }
    if (!date.year) {
        return std::string(monthName(*date.month)) + (date.day ? ' ' + std::to_string(*date.day) : "");
    }
    const auto twoDigits = [](int number) { return (number < 10 ? "-0" : "-") + std::to_string(number); };
    return yearText(*date.year) + twoDigits(*date.month) + (date.day ? twoDigits(*date.day) : std::string());
}

/// Text that looks like ="..." is put into one of those, which the reader takes off.
std::string protectedCell(const std::string &cell)
{
    const bool isFormula = cell.size() >= 3 && cell.starts_with("=\"") && cell.ends_with('"');
    return isFormula ? "=\"" + cell + '"' : cell;
}

/// One column: its name and what it holds of a record.
struct Column
{
    std::string_view name;
    std::string (*cell)(const ExportRecord &exported);
};

template <auto Member>
std::string plain(const ExportRecord &exported)
{
    return exported.record.*Member;
}

template <auto Member>
std::string text(const ExportRecord &exported)
{
    return markedUp(exported.record.*Member);
}

template <auto Member>
std::string list(const ExportRecord &exported)
{
    return listCell(exported.record.*Member);
}

template <Stage stage, auto Member>
std::string decided(const ExportRecord &exported)
{
    return toCells(exported.decisions, stage).*Member;
}

constexpr std::array kColumns{
    Column{"key", plain<&Record::key>},
    Column{"type", [](const ExportRecord &e) { return std::string(namesOf(e.record.type).id); }},
    Column{"title", text<&Record::title>},
    Column{"authors", [](const ExportRecord &e) { return markedUp(csvAuthorCell(e.record.authors)); }},
    Column{"year",
           [](const ExportRecord &e) {
               return e.record.date.year ? yearText(*e.record.date.year) : std::string();
           }},
    Column{"date", [](const ExportRecord &e) { return dateCell(e.record.date); }},
    Column{"source_title", text<&Record::sourceTitle>},
    Column{"volume", plain<&Record::volume>},
    Column{"issue", plain<&Record::issue>},
    Column{"page_first", plain<&Record::pageFirst>},
    Column{"page_last", plain<&Record::pageLast>},
    Column{"article_number", plain<&Record::articleNumber>},
    Column{"doi", plain<&Record::doi>},
    Column{"pmid", plain<&Record::pmid>},
    Column{"pmcid", plain<&Record::pmcid>},
    Column{"eid", plain<&Record::eid>},
    Column{"issn", plain<&Record::issn>},
    Column{"isbn", plain<&Record::isbn>},
    Column{"publisher", text<&Record::publisher>},
    Column{"language", plain<&Record::language>},
    Column{"url", plain<&Record::url>},
    Column{"keywords", list<&Record::keywords>},
    Column{"index_terms", list<&Record::indexTerms>},
    Column{"abstract", text<&Record::abstractText>},
    Column{"source", [](const ExportRecord &e) { return e.source; }},
    Column{"title_abstract_verdict", decided<Stage::TitleAbstract, &DecisionCells::verdict>},
    Column{"title_abstract_reason", decided<Stage::TitleAbstract, &DecisionCells::reason>},
    Column{"title_abstract_note", decided<Stage::TitleAbstract, &DecisionCells::note>},
    Column{"title_abstract_reviewer", decided<Stage::TitleAbstract, &DecisionCells::reviewer>},
    Column{"full_text_verdict", decided<Stage::FullText, &DecisionCells::verdict>},
    Column{"full_text_reason", decided<Stage::FullText, &DecisionCells::reason>},
    Column{"full_text_note", decided<Stage::FullText, &DecisionCells::note>},
    Column{"full_text_reviewer", decided<Stage::FullText, &DecisionCells::reviewer>},
};

/// Whether Winnow would take a column of this name for something.
bool hasMeaning(std::string_view name)
{
    const std::string plain = nameOfColumn(name);
    const bool isOurs = std::ranges::any_of(
        kColumns, [&](const Column &column) { return nameOfColumn(column.name) == plain; });
    return plain.empty() || isOurs || csvColumnRule(csvDialectOf({}), plain) != nullptr;
}

} // namespace

void RecordTable::add(const ExportRecord &exported)
{
    std::vector<std::string> row;
    row.reserve(kColumns.size() + m_extraNames.size());
    for (const Column &column : kColumns) {
        row.push_back(column.cell(exported));
    }
    std::map<std::string_view, std::size_t> seen;
    for (const RawField &extra : exported.extras) {
        if (extra.name == "source" && extra.value == exported.source) {
            continue; // our own column
        }
        const auto [known, isNew] =
            m_extras.try_emplace({extra.name, seen[extra.name]++}, kColumns.size() + m_extraNames.size());
        if (isNew) {
            m_extraNames.push_back(hasMeaning(extra.name) ? std::string(kExtraColumn) + extra.name
                                                          : extra.name);
        }
        row.resize(std::max(row.size(), known->second + 1));
        row[known->second] = extra.value;
    }
    m_rows.push_back(std::move(row));
}

std::vector<std::string> RecordTable::names() const
{
    std::vector<std::string> names;
    names.reserve(kColumns.size() + m_extraNames.size());
    for (const Column &column : kColumns) {
        names.emplace_back(column.name);
    }
    names.insert(names.end(), m_extraNames.begin(), m_extraNames.end());
    return names;
}

std::vector<std::string> RecordTable::row(std::size_t index) const
{
    std::vector<std::string> cells = m_rows[index];
    cells.resize(kColumns.size() + m_extraNames.size());
    std::ranges::transform(cells, cells.begin(), protectedCell);
    return cells;
}

} // namespace winnow::formats
