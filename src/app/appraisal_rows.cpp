#include "app/appraisal_rows.h"

#include "app/appraisal_tools.h"
#include "app/appraisals_held.h"
#include "app/csv_table.h"
#include "app/record_keys.h"
#include "app/study_finder.h"
#include "base/file.h"
#include "formats/support/csv_rows.h"
#include "text/fold.h"
#include "text/trim.h"

#include <nlohmann/json.hpp>

#include <array>
#include <set>

namespace winnow::app {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::size_t kMostBytes = std::size_t{64} << 20U;
constexpr std::size_t kMostRows = 200'000;

/// The columns that are texts.
struct Column
{
    std::string_view name;
    std::string AppraisalRow::*field;
};

constexpr std::array<Column, 10> kColumns{{{"study", &AppraisalRow::study},
                                           {"tool", &AppraisalRow::tool},
                                           {"result", &AppraisalRow::result},
                                           {"question", &AppraisalRow::question},
                                           {"domain", &AppraisalRow::domain},
                                           {"support", &AppraisalRow::support},
                                           {"quote", &AppraisalRow::quote},
                                           {"page", &AppraisalRow::page},
                                           {"place", &AppraisalRow::place},
                                           {"reviewer", &AppraisalRow::reviewer}}};

constexpr std::string_view kAnswer = "answer";
constexpr std::string_view kJudgement = "judgement";
constexpr std::string_view kConsensus = "consensus";

Error refusal(std::string message)
{
    return {ErrorCode::InvalidArgument, std::move(message), {}, {}};
}

Error inFile(const std::filesystem::path &file, Error error)
{
    error.message = file.filename().string() + ": " + error.message;
    error.where = file.string();
    return error;
}

bool isJson(const std::filesystem::path &file)
{
    return text::fold(file.extension().string()) == ".json";
}

/// Sets what stands under one name; an error where the name is none, or both an answer and a judgement stand
/// there.
Result<void> setField(AppraisalRow &row, const std::string &name, const std::string &value)
{
    const auto *const column = std::ranges::find(kColumns, std::string_view(name), &Column::name);
    if (column != kColumns.end()) {
        row.*(column->field) = value;
        return {};
    }
    if (name == kAnswer || name == kJudgement) {
        if (value.empty()) {
            return {};
        }
        if (!row.said.empty()) {
            return refusal(row.where + " holds both an answer and a judgement; divide it into two.");
        }
        row.said = value;
        return {};
    }
    if (name == kConsensus) {
        const std::string folded = text::fold(value);
        if (!folded.empty() && folded != "yes" && folded != "no" && folded != "true" && folded != "false") {
            return refusal(row.where + ": the consensus \"" + value + "\" is neither yes nor no.");
        }
        row.isConsensus = folded == "yes" || folded == "true";
        return {};
    }
    std::string known;
    for (const Column &one : kColumns) {
        known += std::string(one.name) + ", ";
    }
    return refusal("\"" + name.substr(0, 60) + "\" is none of " + known + "answer, judgement and consensus.");
}

Result<void> checkRow(const AppraisalRow &row)
{
    if (row.study.empty()) {
        return refusal(row.where + " names no study; write its key or its author and year.");
    }
    if (row.question.empty() == row.domain.empty()) {
        return refusal(row.where + " must name a question or a domain, and not both.");
    }
    if (row.said.empty()) {
        return refusal(row.where + " has neither an answer nor a judgement.");
    }
    return {};
}

Result<std::vector<AppraisalRow>> rowsOfJson(std::string_view bytes)
{
    const json whole = json::parse(bytes.begin(), bytes.end(), nullptr, false);
    const json *list = &whole;
    if (whole.is_object() && whole.contains("appraisals")) {
        list = &whole["appraisals"];
    }
    if (!list->is_array()) {
        return refusal(
            "This is no JSON of appraisals; write {\"appraisals\": [{\"study\": \"...\", \"tool\": "
            "\"rob2\", \"question\": \"1.1\", \"answer\": \"Y\"}]}.");
    }
    if (list->size() > kMostRows) {
        return refusal("There are more than 200,000 entries; divide the file.");
    }
    std::vector<AppraisalRow> rows;
    for (const json &object : *list) {
        AppraisalRow row;
        row.where = "Entry " + std::to_string(rows.size() + 1);
        if (!object.is_object()) {
            return refusal(row.where + " is no object in braces { }.");
        }
        for (const auto &[name, value] : object.items()) {
            const bool isText = value.is_string() || value.is_boolean() || value.is_number_integer();
            if (!isText) {
                return refusal(row.where + ": \"" + name + "\" must be a text in quotation marks.");
            }
            const std::string said = value.is_string() ? value.get<std::string>() : value.dump();
            if (auto set = setField(row, name, said); !set) {
                return std::move(set).error();
            }
        }
        if (auto checked = checkRow(row); !checked) {
            return std::move(checked).error();
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

/// The names of the columns, as setField() knows them.
Result<std::vector<std::string>> headOf(const TableRow &row)
{
    std::vector<std::string> names;
    std::set<std::string> known;
    for (const std::string &field : row.fields) {
        names.push_back(text::fold(text::trimmed(field)));
        AppraisalRow probe;
        if (auto set = setField(probe, names.back(), {}); !set) {
            return std::move(set).error();
        }
        if (!known.insert(names.back()).second) {
            return refusal("Two columns are called " + names.back() + "; keep one of them.");
        }
    }
    return names;
}

Result<std::vector<AppraisalRow>> rowsOfCsv(formats::TextInput &input)
{
    const auto lines = rowsOf(input, kMostRows + 1);
    if (!lines) {
        return lines.error();
    }
    std::vector<std::string> names;
    std::vector<AppraisalRow> rows;
    for (const TableRow &line : *lines) {
        const std::string where = "Line " + std::to_string(line.line);
        if (names.empty()) {
            auto head = headOf(line);
            if (!head) {
                return std::move(head).error();
            }
            names = *std::move(head);
            continue;
        }
        if (line.fields.size() != names.size() || rows.size() >= kMostRows) {
            return refusal(where + " has " + std::to_string(line.fields.size()) +
                           " cells, but the first row names " + std::to_string(names.size()) +
                           " columns; make them equal, and keep to 200,000 rows.");
        }
        AppraisalRow row;
        row.where = where;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (auto set = setField(row, names[i], std::string(text::trimmed(line.fields[i]))); !set) {
                return std::move(set).error();
            }
        }
        if (auto checked = checkRow(row); !checked) {
            return std::move(checked).error();
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string asJson(const std::vector<AppraisalRow> &rows)
{
    ordered_json list = ordered_json::array();
    for (const AppraisalRow &row : rows) {
        ordered_json object = ordered_json::object();
        for (const Column &column : kColumns) {
            if (!(row.*(column.field)).empty()) {
                object[std::string(column.name)] = row.*(column.field);
            }
            if (column.name == "domain") {
                object[std::string(row.question.empty() ? kJudgement : kAnswer)] = row.said;
            }
        }
        if (row.isConsensus) {
            object[std::string(kConsensus)] = true;
        }
        list.push_back(std::move(object));
    }
    return ordered_json{{"appraisals", std::move(list)}}.dump(
               2, ' ', false, ordered_json::error_handler_t::replace) +
           "\n";
}

std::string asCsv(const std::vector<AppraisalRow> &rows)
{
    std::string out =
        "study,tool,result,question,domain,answer,judgement,support,quote,page,place,reviewer,consensus\r\n";
    for (const AppraisalRow &row : rows) {
        const bool isAnswer = !row.question.empty();
        const std::array<std::string, 13> fields{row.study,
                                                 row.tool,
                                                 row.result,
                                                 row.question,
                                                 row.domain,
                                                 isAnswer ? row.said : std::string(),
                                                 isAnswer ? std::string() : row.said,
                                                 row.support,
                                                 row.quote,
                                                 row.page,
                                                 row.place,
                                                 row.reviewer,
                                                 row.isConsensus ? "yes" : ""};
        for (std::size_t i = 0; i < fields.size(); ++i) {
            out += i == 0 ? "" : ",";
            formats::appendCsvField(out, fields.at(i));
        }
        out += "\r\n";
    }
    return out;
}

/// The rows of one study, tool, result and person.
ToolJudgements &groupOf(std::vector<ToolJudgements> &all,
                        RecordId record,
                        const appraisal::ToolPtr &tool,
                        const AppraisalRow &row)
{
    if (!all.empty()) {
        const ToolJudgements &last = all.back();
        if (last.said.record == record && last.tool->id == tool->id && last.said.result == row.result &&
            last.said.reviewer == row.reviewer && last.said.isConsensus == row.isConsensus) {
            return all.back();
        }
    }
    return all.emplace_back(
        ToolJudgements{tool, {record, {}, {}, row.result, row.isConsensus, row.reviewer}});
}

Result<void> addRow(ToolJudgements &group, const AppraisalRow &row, AppraisalRowsImport &outcome)
{
    if (!row.question.empty()) {
        group.said.answers.push_back({row.question, row.said, row.support, row.quote, row.page, row.place});
        ++outcome.answers;
        return {};
    }
    const auto judgement = appraisal::judgementFromText(row.said, group.tool->loneS);
    if (!judgement && group.tool->isJudged()) {
        return refusal(row.where + ": \"" + row.said + "\" is no judgement; write " +
                       appraisal::choicesOf(*group.tool) + ".");
    }
    group.said.judgements.push_back({row.domain,
                                     judgement.value_or(appraisal::Judgement::NoInformation),
                                     row.support,
                                     row.quote,
                                     row.page,
                                     row.place});
    ++outcome.judgements;
    return {};
}

Result<appraisal::ToolPtr> toolFor(const AppraisalRow &row,
                                   const std::vector<appraisal::ToolPtr> &tools,
                                   const appraisal::ToolPtr &usual)
{
    if (row.tool.empty()) {
        return usual != nullptr ? Result<appraisal::ToolPtr>(usual)
                                : refusal(row.where + " names no tool; add the column tool, or --tool.");
    }
    const auto found = std::ranges::find_if(tools, [&](const appraisal::ToolPtr &one) {
        return one->id == text::fold(row.tool) || one->id == row.tool;
    });
    return found != tools.end() ? Result<appraisal::ToolPtr>(*found)
                                : refusal(row.where + ": there is no tool called \"" + row.tool +
                                          "\"; 'winnow appraise --tools' lists them.");
}

template <class T>
void addRows(std::vector<AppraisalRow> &rows, const AppraisalRow &of, const ByItem<T> &items)
{
    for (const auto &[item, sayings] : items) {
        for (const T &one : sayings.all()) {
            AppraisalRow row = of;
            if constexpr (std::is_same_v<T, HeldAnswer>) {
                row.question = item;
                row.said = one.said.answer;
            } else {
                row.domain = item;
                row.said = toString(one.said.judgement);
            }
            row.support = one.said.support;
            row.quote = one.said.quote;
            row.page = one.said.page;
            row.place = one.said.place;
            row.reviewer = one.reviewer;
            row.isConsensus = one.isConsensus;
            rows.push_back(std::move(row));
        }
    }
}

} // namespace

Result<bool> holdsAppraisalRows(const std::filesystem::path &file)
{
    if (isJson(file)) {
        return true;
    }
    auto input = formats::TextInput::open(file);
    if (!input) {
        return std::move(input).error();
    }
    const auto rows = rowsOf(*input, 1);
    if (!rows || rows->empty()) {
        return rows ? Result<bool>(false) : rows.error();
    }
    std::set<std::string> names;
    for (const std::string &field : rows->front().fields) {
        names.insert(text::fold(text::trimmed(field)));
    }
    return (names.contains("question") && names.contains(std::string(kAnswer))) ||
           (names.contains("domain") && names.contains(std::string(kJudgement)));
}

Result<std::vector<AppraisalRow>> readAppraisalRows(const std::filesystem::path &file)
{
    const auto read = [&]() -> Result<std::vector<AppraisalRow>> {
        if (isJson(file)) {
            auto bytes = readFile(file, kMostBytes);
            return bytes ? rowsOfJson(*bytes) : std::move(bytes).error();
        }
        auto input = formats::TextInput::open(file);
        return input ? rowsOfCsv(*input) : std::move(input).error();
    };
    auto rows = read();
    if (!rows) {
        return inFile(file, std::move(rows).error());
    }
    if (rows->empty()) {
        return inFile(file, refusal("There is no answer and no judgement in it."));
    }
    return rows;
}

Result<void> writeAppraisalRows(const std::vector<AppraisalRow> &rows, const std::filesystem::path &file)
{
    return writeFile(file, isJson(file) ? asJson(rows) : asCsv(rows));
}

Result<AppraisalRowsImport> importAppraisalRows(Workspace &workspace,
                                                const std::filesystem::path &file,
                                                const appraisal::ToolPtr &tool,
                                                const std::string &result)
{
    auto rows = readAppraisalRows(file);
    if (!rows) {
        return std::move(rows).error();
    }
    auto tools = toolsOf(workspace);
    auto finder = StudyFinder::of(workspace);
    if (!tools || !finder) {
        return !tools ? std::move(tools).error() : std::move(finder).error();
    }
    std::vector<ToolJudgements> all;
    std::set<RecordId> studies;
    AppraisalRowsImport outcome;
    std::map<std::string, std::optional<RecordId>> found;
    for (AppraisalRow &row : *rows) {
        auto known = found.find(row.study);
        if (known == found.end()) {
            auto record = finder->find(row.study);
            if (!record) {
                return std::move(record).error();
            }
            known = found.emplace(row.study, *record).first;
        }
        auto used = toolFor(row, *tools, tool);
        if (!used) {
            return inFile(file, std::move(used).error());
        }
        if (!known->second) {
            continue;
        }
        row.result = row.result.empty() ? result : row.result;
        studies.insert(*known->second);
        if (auto added = addRow(groupOf(all, *known->second, *used, row), row, outcome); !added) {
            return inFile(file, std::move(added).error());
        }
    }
    if (auto complaint = finder->complaint()) {
        return *complaint;
    }
    if (auto appended = appraiseAll(workspace, all); !appended) {
        return inFile(file, std::move(appended).error());
    }
    outcome.studies = studies.size();
    return outcome;
}

Result<std::vector<AppraisalRow>> appraisalRows(Workspace &workspace, const appraisal::ToolPtr &tool)
{
    auto said = saidInReview(workspace);
    if (!said) {
        return std::move(said).error();
    }
    std::vector<AppraisalRow> rows;
    for (const auto &[record, results] : *said) {
        auto keys = keysOf(workspace, std::span(&record, 1));
        if (!keys) {
            return std::move(keys).error();
        }
        for (const SaidOfResult &one : results) {
            if (tool == nullptr || one.tool->id == tool->id) {
                AppraisalRow row;
                row.study = keys->front();
                row.tool = one.tool->id;
                row.result = one.result;
                addRows(rows, row, one.answers);
                addRows(rows, row, one.judgements);
            }
        }
    }
    return rows;
}

} // namespace winnow::app
