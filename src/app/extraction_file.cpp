#include "app/extraction_file.h"

#include "app/csv_table.h"
#include "app/forms.h"
#include "base/file.h"
#include "extraction/value_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace winnow::app {

namespace {

using extraction::Form;
using extraction::Value;
using extraction::Values;
using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::size_t kMostBytes = std::size_t{256} << 20U;
constexpr std::array<std::string_view, 8> kColumns{
    "study", "field", "value", "quote", "page", "note", "extractor", "agreed"};
constexpr std::size_t kRequiredColumns = 2;

enum Column : std::size_t {
    StudyKey,
    FieldPath,
    ValueText,
    QuoteText,
    QuotePage,
    NoteText,
    Extractor,
    Agreed
};

bool isJson(const std::filesystem::path &file)
{
    return file.extension() == ".json";
}

Error at(const std::string &place, Error error)
{
    error.message = place + ": " + error.message + " Nothing was taken.";
    return error;
}

/// Values by study, extractor and whether they are agreed, in the order of the file.
class Entries
{
public:
    Values &of(const std::string &study, const std::string &extractor, bool isAgreed)
    {
        const auto [place, isNew] =
            m_places.try_emplace(std::tuple(study, extractor, isAgreed), m_entries.size());
        if (isNew) {
            m_studies.push_back(study);
            m_entries.push_back({{}, extractor, isAgreed, {}});
        }
        return m_entries[place->second].values;
    }

    /// With the studies found by their keys.
    Result<std::vector<ExtractionEntry>> resolved(Workspace &workspace) &&
    {
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            auto subject = subjectFromKey(workspace, m_studies[i]);
            if (!subject) {
                return at("Study " + m_studies[i], std::move(subject).error());
            }
            m_entries[i].subject = *std::move(subject);
        }
        return std::move(m_entries);
    }

private:
    std::map<std::tuple<std::string, std::string, bool>, std::size_t> m_places;
    std::vector<std::string> m_studies;
    std::vector<ExtractionEntry> m_entries;
};

Result<void> takeRow(const TableRow &row, const Form &form, Entries &entries)
{
    const auto &fields = row.fields;
    const std::string &path = fields[FieldPath];
    const extraction::Field *field = extraction::fieldAt(form, path);
    if (field == nullptr) {
        return Error{
            ErrorCode::NotFound, "The form " + form.id + " has no field \"" + path + "\".", {}, path};
    }
    Values &values = entries.of(fields[StudyKey], fields[Extractor], fields[Agreed] == "yes");
    if (fields[ValueText].empty()) {
        if (values.find(path) == values.end()) {
            return Error{ErrorCode::InvalidArgument,
                         "There is no value, and no row above gives one of this field; write NR where it is "
                         "not reported.",
                         {},
                         path};
        }
    } else {
        auto value = extraction::parseValue(*field, fields[ValueText]);
        if (!value) {
            return std::move(value).error();
        }
        values.insert_or_assign(path, *std::move(value));
    }
    Value &value = values.find(path)->second;
    if (!fields[QuoteText].empty() || !fields[QuotePage].empty()) {
        value.quotes.push_back({fields[QuoteText], fields[QuotePage]});
    }
    if (!fields[NoteText].empty()) {
        value.note = fields[NoteText];
    }
    return {};
}

Result<Entries> entriesFromCsv(const Form &form, const std::filesystem::path &file)
{
    auto rows = readTable(file, kColumns, kRequiredColumns);
    if (!rows) {
        return std::move(rows).error();
    }
    Entries entries;
    for (const TableRow &row : *rows) {
        if (auto taken = takeRow(row, form, entries); !taken) {
            return at(placeOf(file, row), std::move(taken).error());
        }
    }
    return entries;
}

std::string textIn(const json &object, const char *name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<Entries> entriesFromJson(const std::filesystem::path &file)
{
    auto bytes = readFile(file, kMostBytes);
    if (!bytes) {
        return std::move(bytes).error();
    }
    const json root = json::parse(*bytes, nullptr, false);
    if (!root.is_object() || !root.contains("studies") || !root["studies"].is_array()) {
        return Error{ErrorCode::WrongFormat,
                     file.filename().string() + " must hold an object with a list \"studies\".",
                     {},
                     file.string()};
    }
    Entries entries;
    for (const json &entry : root["studies"]) {
        const std::string study = entry.is_object() ? textIn(entry, "study") : std::string();
        auto values = entry.is_object() && entry.contains("values")
                          ? extraction::valuesFromJson(
                                entry["values"].dump(-1, ' ', false, json::error_handler_t::replace))
                          : Result<Values>(Error{ErrorCode::WrongFormat, "There are no \"values\".", {}, {}});
        if (study.empty() || !values) {
            return at("An entry of \"studies\"",
                      values ? Error{ErrorCode::WrongFormat, "It names no \"study\".", {}, {}}
                             : std::move(values).error());
        }
        const auto agreed = entry.find("agreed");
        const bool isAgreed = agreed != entry.end() && agreed->is_boolean() && agreed->get<bool>();
        Values &target = entries.of(study, textIn(entry, "extractor"), isAgreed);
        for (auto &[path, value] : *values) {
            target.insert_or_assign(path, std::move(value));
        }
    }
    return entries;
}

/// One set of values of one study, as files hold them.
struct Sheet
{
    std::string study;
    std::string extractor;
    bool isAgreed = false;
    const Values *values = nullptr;
};

std::vector<Sheet> sheetsOf(const std::vector<StudyExtraction> &extractions)
{
    std::vector<Sheet> sheets;
    for (const StudyExtraction &extraction : extractions) {
        for (const auto &[extractor, values] : extraction.byExtractor) {
            sheets.push_back({extraction.keys.front(), extractor, false, &values});
        }
        if (!extraction.agreed.empty()) {
            sheets.push_back({extraction.keys.front(), {}, true, &extraction.agreed});
        }
    }
    return sheets;
}

void addRows(const Sheet &sheet,
             const std::string &path,
             const std::string &text,
             const Value &value,
             std::vector<std::vector<std::string>> &rows)
{
    const auto row = [&](const std::string &said, const extraction::Quote &quote, const std::string &note) {
        rows.push_back({sheet.study,
                        path,
                        said,
                        quote.text,
                        quote.page,
                        note,
                        sheet.extractor,
                        sheet.isAgreed ? "yes" : ""});
    };
    row(text, value.quotes.empty() ? extraction::Quote() : value.quotes.front(), value.note);
    for (std::size_t i = 1; i < value.quotes.size(); ++i) {
        row({}, value.quotes[i], {});
    }
}

} // namespace

Result<ExtractionImport>
importValues(Workspace &workspace, std::string_view formId, const std::filesystem::path &file)
{
    const auto form = formOf(workspace, formId);
    if (!form) {
        return form.error();
    }
    auto read = isJson(file) ? entriesFromJson(file) : entriesFromCsv(*form, file);
    auto entries = read ? (*std::move(read)).resolved(workspace) : read.error();
    if (!entries) {
        return std::move(entries).error();
    }
    ExtractionImport outcome;
    outcome.studies = std::ssize(*entries);
    for (const ExtractionEntry &entry : *entries) {
        outcome.values += std::ssize(entry.values);
    }
    if (auto done = extractAll(workspace, formId, *entries); !done) {
        return std::move(done).error();
    }
    return outcome;
}

Result<std::int64_t>
exportValues(Workspace &workspace, std::string_view formId, const std::filesystem::path &file)
{
    const auto form = formOf(workspace, formId);
    auto extractions = form ? extractionsOf(workspace, *form) : form.error();
    if (!extractions) {
        return std::move(extractions).error();
    }
    std::int64_t left = 0;
    std::vector<std::vector<std::string>> rows;
    ordered_json studies = ordered_json::array();
    for (const Sheet &sheet : sheetsOf(*extractions)) {
        Values kept;
        for (const auto &[path, value] : *sheet.values) {
            const extraction::Field *field = extraction::fieldAt(*form, path);
            if (field == nullptr) {
                ++left;
                continue;
            }
            addRows(sheet, path, extraction::display(*field, value), value, rows);
            kept.emplace(path, value);
        }
        ordered_json entry{{"study", sheet.study}, {"extractor", sheet.extractor}};
        if (sheet.isAgreed) {
            entry["agreed"] = true;
        }
        entry["values"] = ordered_json::parse(toJson(kept));
        studies.push_back(std::move(entry));
    }
    const ordered_json root{{"form", form->id}, {"studies", std::move(studies)}};
    auto written =
        isJson(file)
            ? writeFile(file, root.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n")
            : writeTable(file, kColumns, rows);
    return written ? Result<std::int64_t>(left) : std::move(written).error();
}

Result<void>
exportValueSheet(Workspace &workspace, std::string_view formId, const std::filesystem::path &file)
{
    const auto form = formOf(workspace, formId);
    auto extractions = form ? extractionsOf(workspace, *form) : form.error();
    if (!extractions) {
        return std::move(extractions).error();
    }
    std::vector<std::map<std::string, HeldValue>> held;
    std::set<std::string> used;
    for (const StudyExtraction &extraction : *extractions) {
        held.push_back(extraction.held(*form));
        for (const auto &[path, value] : held.back()) {
            used.insert(path);
        }
    }
    // In the order of the form; the instances of a group stay together.
    std::vector<std::string> paths;
    for (const extraction::Field *field : extraction::fieldsOf(*form)) {
        for (const std::string &path : used) {
            if (path == field->id || path.starts_with(field->id + "/")) {
                paths.push_back(path);
            }
        }
    }
    std::vector<std::string_view> columns{"study", "label"};
    columns.insert(columns.end(), paths.begin(), paths.end());
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < extractions->size(); ++i) {
        std::vector<std::string> row{(*extractions)[i].keys.front(), (*extractions)[i].label};
        for (const std::string &path : paths) {
            const auto value = held[i].find(path);
            const extraction::Field *field = extraction::fieldAt(*form, path);
            row.push_back(value == held[i].end() || field == nullptr
                              ? std::string()
                              : extraction::display(*field, value->second.value));
        }
        rows.push_back(std::move(row));
    }
    return writeTable(file, columns, rows);
}

} // namespace winnow::app
