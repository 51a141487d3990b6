#include "evidence/ready_made.h"

#include <algorithm>
#include <array>

namespace winnow::evidence {

namespace {

Error needsCodes(const char *what)
{
    return {ErrorCode::NotFound,
            std::string(what) +
                " Name fields with options, such as --field policy/category; 'winnow forms REVIEW' "
                "lists the forms.",
            {},
            {}};
}

std::vector<FieldChoice> withCodes(std::span<const FieldChoice> fields)
{
    std::vector<FieldChoice> coded;
    std::ranges::copy_if(fields, std::back_inserter(coded), &FieldChoice::hasCodes);
    return coded;
}

Column fieldColumn(const FieldChoice &field)
{
    Column column{field.label, ColumnKind::Field};
    column.field = field.field;
    return column;
}

Column referencesColumn()
{
    return {"References", ColumnKind::References};
}

Column studyColumn()
{
    return {"Study", ColumnKind::Study};
}

/// A row for each option of the first field with options.
Result<Table> thematic(std::span<const FieldChoice> fields)
{
    const auto coded = withCodes(fields);
    if (coded.empty()) {
        return needsCodes("A thematic table has a row for each option of a field.");
    }
    Table table;
    table.caption = coded.front().label;
    table.source = RowSource::Options;
    table.rowsOf = coded.front().field;
    table.columns = {{coded.front().label, ColumnKind::Text}, {"Description", ColumnKind::Text}};
    for (const FieldChoice &field : fields) {
        if (field.field != table.rowsOf) {
            table.columns.push_back(fieldColumn(field));
        }
    }
    table.columns.push_back({"Studies", ColumnKind::Count});
    table.columns.push_back(referencesColumn());
    return table;
}

Result<Table> characteristics(std::span<const FieldChoice> fields)
{
    Table table;
    table.caption = "Characteristics of included studies";
    table.source = RowSource::Studies;
    table.order = RowOrder::Author;
    table.isLandscape = fields.size() > 3;
    table.columns = {studyColumn()};
    for (const FieldChoice &field : fields) {
        table.columns.push_back(fieldColumn(field));
    }
    if (fields.empty()) {
        Column title{"Title", ColumnKind::Fact};
        title.field = "title";
        Column source{"Published in", ColumnKind::Fact};
        source.field = "source";
        table.columns.push_back(std::move(title));
        table.columns.push_back(std::move(source));
    }
    table.columns.push_back(referencesColumn());
    return table;
}

Result<Table> excluded(std::span<const FieldChoice>)
{
    Table table;
    table.caption = "Studies excluded at full text, with reasons";
    table.source = RowSource::Excluded;
    table.order = RowOrder::Author;
    Column title{"Title", ColumnKind::Fact};
    title.field = "title";
    table.columns = {studyColumn(), std::move(title), {"Reason for exclusion", ColumnKind::Reason}};
    return table;
}

/// The judgements of an appraisal tool are fields too: "rob2/D1".
Result<Table> riskOfBias(std::span<const FieldChoice> fields)
{
    if (fields.empty()) {
        return Error{ErrorCode::NotFound,
                     "No study was appraised yet: 'winnow appraise REVIEW KEY --tool rob2 D1=low ...'.",
                     {},
                     {}};
    }
    Table table;
    table.caption = "Risk of bias of included studies";
    table.source = RowSource::Studies;
    table.order = RowOrder::Author;
    table.columns = {studyColumn()};
    for (const FieldChoice &field : fields) {
        table.columns.push_back(fieldColumn(field));
    }
    return table;
}

Result<Table> gapMap(std::span<const FieldChoice> fields)
{
    const auto coded = withCodes(fields);
    if (coded.size() < 2) {
        return needsCodes(
            "An evidence gap map has two fields with options, one for its rows and one for its columns.");
    }
    Table table;
    table.caption = "Evidence gap map";
    table.source = RowSource::Map;
    table.rowsOf = coded[0].field;
    table.columnsOf = coded[1].field;
    table.dividedBy = coded.size() > 2 ? coded[2].field : "";
    table.isLandscape = true;
    return table;
}

/// Its rows are for people to write: one a outcome.
Result<Table> summaryOfFindings(std::span<const FieldChoice>)
{
    Table table;
    table.caption = "Summary of findings";
    table.source = RowSource::Findings;
    table.isLandscape = true;
    Row row;
    row.finding = Finding{};
    row.finding->outcome = "Name the outcome";
    table.rows.push_back(std::move(row));
    return table;
}

constexpr std::array<ReadyMade, 6> kKinds{
    {{"thematic", "Thematic: a row for each category", thematic},
     {"characteristics", "Characteristics of included studies", characteristics},
     {"excluded", "Excluded studies with reasons", excluded},
     {"risk-of-bias", "Risk of bias", riskOfBias},
     {"gap-map", "Evidence gap map", gapMap},
     {"summary-of-findings", "Summary of findings (GRADE)", summaryOfFindings}}};

} // namespace

std::span<const ReadyMade> readyMadeTables()
{
    return kKinds;
}

Result<Table> readyMade(std::string_view kind, std::string_view id, std::span<const FieldChoice> fields)
{
    const auto *const found = std::ranges::find(kKinds, kind, &ReadyMade::id);
    if (found == kKinds.end()) {
        std::string names;
        for (const ReadyMade &known : kKinds) {
            names += (names.empty() ? "" : ", ") + std::string(known.id);
        }
        return Error{ErrorCode::NotFound,
                     "There is no kind of table \"" + std::string(kind) + "\"; there are " + names + ".",
                     {},
                     {}};
    }
    auto table = found->make(fields);
    if (table) {
        table->id = id;
    }
    return table;
}

} // namespace winnow::evidence
