#include "app/extraction_file.h"

#include "app/csv_table.h"
#include "app/extraction_log.h"
#include "app/forms.h"
#include "base/file.h"
#include "extraction/value_json.h"
#include "model/quote_place.h"
#include "text/fold.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>
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
constexpr std::array<std::string_view, 10> kColumns{
    "study", "field", "value", "quote", "page", "note", "extractor", "agreed", "study-name", "place"};
constexpr std::size_t kRequiredColumns = 2;
constexpr int kDeepest = 16; ///< levels of a file of ours, with room

enum Column : std::size_t {
    StudyKey,
    FieldPath,
    ValueText,
    QuoteText,
    QuotePage,
    NoteText,
    Extractor,
    Agreed,
    StudyName,
    QuotePlaceText
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

/// Whose values of which study.
struct SheetName
{
    std::string study; ///< key of a report of it
    std::string name;  ///< of the study, where the report tells of several
    std::string extractor;
    bool isAgreed = false;

    bool operator<(const SheetName &other) const
    {
        return std::tie(study, name, extractor, isAgreed) <
               std::tie(other.study, other.name, other.extractor, other.isAgreed);
    }
};

/// Values by sheet, in the order of the file.
class Entries
{
public:
    Values &of(const SheetName &sheet)
    {
        const auto [place, isNew] = m_places.try_emplace(sheet, m_entries.size());
        if (isNew) {
            m_sheets.push_back(sheet);
            m_entries.push_back({{}, sheet.extractor, sheet.isAgreed, {}});
        }
        return m_entries[place->second].values;
    }

    /// With the studies found by their keys. Fails where two keys name one study and say something of the
    /// same field.
    Result<std::vector<ExtractionEntry>> resolved(Workspace &workspace) &&
    {
        const auto units = StudyUnits::of(workspace);
        if (!units) {
            return units.error();
        }
        std::set<std::tuple<std::string, std::string, bool, std::string>> said;
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            ExtractionEntry &entry = m_entries[i];
            auto subject = subjectFromKey(workspace, m_sheets[i].study);
            if (!subject) {
                return at("Study " + m_sheets[i].study, std::move(subject).error());
            }
            entry.subject = *std::move(subject);
            entry.subject.study = m_sheets[i].name;
            const StudyUnit unit = unitOf(*units, entry.subject);
            if (!entry.subject.study.empty() && unit.name != entry.subject.study) {
                return at(
                    "Study " + m_sheets[i].study,
                    {ErrorCode::NotFound,
                     "It does not tell of a study \"" + entry.subject.study + "\"; 'winnow study' says so.",
                     {},
                     {}});
            }
            for (const auto &[path, value] : entry.values) {
                if (!said.emplace(unit.id, entry.extractor, entry.isAgreed, path).second) {
                    return at(
                        "Study " + m_sheets[i].study,
                        {ErrorCode::InvalidArgument,
                         "The file says twice what \"" + path + "\" is, under another key of the same study.",
                         {},
                         {}});
                }
            }
        }
        return std::move(m_entries);
    }

private:
    std::map<SheetName, std::size_t> m_places;
    std::vector<SheetName> m_sheets;
    std::vector<ExtractionEntry> m_entries;
};

/// "yes" and "no"; nothing for other words.
std::optional<bool> yesOrNo(const std::string &text)
{
    const std::string word = text::fold(text);
    if (word.empty() || word == "no") {
        return false;
    }
    return word == "yes" ? std::optional(true) : std::nullopt;
}

Result<void> takeRow(const TableRow &row, const Form &form, Entries &entries)
{
    const auto &fields = row.fields;
    const std::string &path = fields[FieldPath];
    const extraction::Field *field = extraction::fieldAt(form, path);
    const auto isAgreed = yesOrNo(fields[Agreed]);
    if (field == nullptr || !isAgreed) {
        return Error{ErrorCode::NotFound,
                     field == nullptr
                         ? "The form " + form.id + " has no field \"" + path + "\"."
                         : "In the column \"agreed\" stands yes or no, not \"" + fields[Agreed] + "\".",
                     {},
                     path};
    }
    Values &values = entries.of({fields[StudyKey], fields[StudyName], fields[Extractor], *isAgreed});
    const bool isGiven = values.find(path) != values.end();
    if (fields[ValueText].empty() != isGiven) {
        return Error{
            ErrorCode::InvalidArgument,
            isGiven ? "A row above gives another value of this field; keep one of them."
                    : "There is no value, and no row above gives one of this field; write NR where it is not "
                      "reported.",
            {},
            path};
    }
    if (!isGiven) {
        auto value = extraction::parseValue(*field, fields[ValueText]);
        if (!value) {
            return std::move(value).error();
        }
        values.insert_or_assign(path, *std::move(value));
    }
    Value &value = values.find(path)->second;
    if (!fields[QuoteText].empty() || !fields[QuotePage].empty() || !fields[QuotePlaceText].empty()) {
        const bool isPlace = quotePlace(fields[QuotePlaceText]).has_value();
        value.quotes.push_back(
            {fields[QuoteText], fields[QuotePage], isPlace ? fields[QuotePlaceText] : std::string()});
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

/// No JSON, and what is nested too deeply to be one of ours: discarded.
json parsed(const std::string &bytes)
{
    bool isTooDeep = false;
    json root = json::parse(
        bytes,
        [&](int depth, json::parse_event_t /*event*/, json & /*value*/) {
            isTooDeep = isTooDeep || depth > kDeepest;
            return !isTooDeep;
        },
        false);
    return isTooDeep ? json(json::value_t::discarded) : root;
}

/// A value must be one that people could type for the field.
Result<void> check(const Form &form, const std::string &path, const Value &value)
{
    const extraction::Field *field = extraction::fieldAt(form, path);
    if (field == nullptr) {
        return Error{
            ErrorCode::NotFound, "The form " + form.id + " has no field \"" + path + "\".", {}, path};
    }
    const auto again = extraction::parseValue(*field, extraction::display(*field, value));
    return again ? Result<void>() : again.error();
}

Result<void> takeStudy(const json &entry, const Form &form, Entries &entries)
{
    const std::string study = entry.is_object() ? textIn(entry, "study") : std::string();
    if (study.empty() || !entry.contains("values")) {
        return Error{ErrorCode::WrongFormat, "An entry needs a \"study\" and \"values\".", {}, {}};
    }
    const auto values =
        extraction::valuesFromJson(entry["values"].dump(-1, ' ', false, json::error_handler_t::replace));
    if (!values) {
        return values.error();
    }
    const auto agreed = entry.find("agreed");
    const bool isAgreed = agreed != entry.end() && agreed->is_boolean() && agreed->get<bool>();
    Values &target = entries.of({study, textIn(entry, "name"), textIn(entry, "extractor"), isAgreed});
    for (const auto &[path, value] : *values) {
        if (auto checked = check(form, path, value); !checked) {
            return checked;
        }
        if (!target.emplace(path, value).second) {
            return Error{
                ErrorCode::InvalidArgument, "\"" + path + "\" is given twice; keep one of them.", {}, path};
        }
    }
    return {};
}

Result<Entries> entriesFromJson(const Form &form, const std::filesystem::path &file)
{
    auto bytes = readFile(file, kMostBytes);
    if (!bytes) {
        return std::move(bytes).error();
    }
    const json root = parsed(*bytes);
    if (!root.is_object() || !root.contains("studies") || !root["studies"].is_array()) {
        return Error{ErrorCode::WrongFormat,
                     file.filename().string() + " must hold an object with a list \"studies\".",
                     {},
                     file.string()};
    }
    Entries entries;
    std::size_t number = 0;
    for (const json &entry : root["studies"]) {
        ++number;
        if (auto taken = takeStudy(entry, form, entries); !taken) {
            return at(file.filename().string() + ", study " + std::to_string(number),
                      std::move(taken).error());
        }
    }
    return entries;
}

/// One set of values of one study, as files hold them.
struct Sheet
{
    SheetName name;
    const Values *values = nullptr;
};

/// A name is given only where the key alone does not tell which study it is.
std::vector<Sheet> sheetsOf(const StudyUnits &units, const std::vector<StudyExtraction> &extractions)
{
    std::vector<Sheet> sheets;
    for (const StudyExtraction &extraction : extractions) {
        const bool isPlain =
            extraction.reports.empty() || units.ofReport(extraction.reports.front()).id == extraction.id;
        const SheetName name{extraction.keys.front(), isPlain ? std::string() : extraction.name, {}};
        for (const auto &[extractor, values] : extraction.byExtractor) {
            sheets.push_back({{name.study, name.name, extractor, false}, &values});
        }
        if (!extraction.agreed.empty()) {
            sheets.push_back({{name.study, name.name, {}, true}, &extraction.agreed});
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
        rows.push_back({sheet.name.study,
                        path,
                        said,
                        quote.text,
                        quote.page,
                        note,
                        sheet.name.extractor,
                        sheet.name.isAgreed ? "yes" : "",
                        sheet.name.name,
                        quote.place});
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
    auto read = isJson(file) ? entriesFromJson(*form, file) : entriesFromCsv(*form, file);
    auto entries = read ? (*std::move(read)).resolved(workspace) : read.error();
    if (!entries) {
        return std::move(entries).error();
    }
    ExtractionImport outcome;
    outcome.studies = std::ssize(*entries);
    for (const ExtractionEntry &entry : *entries) {
        outcome.values += std::ssize(entry.values);
    }
    if (outcome.values == 0) {
        return outcome; // as a review writes it that has no values
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
    const auto units = StudyUnits::of(workspace);
    if (!extractions || !units) {
        return !extractions ? std::move(extractions).error() : units.error();
    }
    std::int64_t left = 0;
    std::vector<std::vector<std::string>> rows;
    ordered_json studies = ordered_json::array();
    for (const Sheet &sheet : sheetsOf(*units, *extractions)) {
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
        ordered_json entry{{"study", sheet.name.study}, {"extractor", sheet.name.extractor}};
        if (!sheet.name.name.empty()) {
            entry["name"] = sheet.name.name;
        }
        if (sheet.name.isAgreed) {
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
