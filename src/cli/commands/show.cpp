#include "app/labels.h"
#include "app/record_keys.h"
#include "app/show_record.h"
#include "cli/command.h"
#include "cli/text.h"

#include <algorithm>
#include <ostream>

namespace winnow::cli {

extern const Command show;

namespace {

using nlohmann::ordered_json;

struct Options
{
    std::string review;
    std::string key;
    bool isJson = false;
    std::string reviewer;
};

void printField(const Context &context, std::string_view name, std::string_view value)
{
    if (!value.empty()) {
        context.out << name << ": " << printable(value) << '\n';
    }
}

std::string joined(const std::vector<std::string> &entries)
{
    std::string text;
    for (const std::string &entry : entries) {
        text += (text.empty() ? "" : "; ") + entry;
    }
    return text;
}

std::string pagesOf(const Record &record)
{
    return record.pageLast.empty() ? record.pageFirst : record.pageFirst + "-" + record.pageLast;
}

void printText(const Context &context, const app::RecordView &view)
{
    const Record &record = view.record;
    context.out << printable(record.title) << '\n' << authorText(record.authors, 100) << '\n';
    const std::vector<std::pair<std::string_view, std::string>> fields{
        {"Number", "#" + std::to_string(view.id.value)},
        {"Key", record.key},
        {"Type", std::string(namesOf(record.type).label)},
        {"Source title", record.sourceTitle},
        {"Year", record.date.year ? std::to_string(*record.date.year) : std::string()},
        {"Volume", record.volume},
        {"Issue", record.issue},
        {"Pages", pagesOf(record)},
        {"Article number", record.articleNumber},
        {"DOI", record.doi},
        {"PMID", record.pmid},
        {"PMCID", record.pmcid},
        {"EID", record.eid},
        {"Language", record.language},
        {"Keywords", joined(record.keywords)},
        {"Index terms", joined(record.indexTerms)},
        {"Abstract", record.abstractText},
    };
    for (const auto &[name, value] : fields) {
        printField(context, name, value);
    }
    context.out << "Sources:\n";
    for (const app::RecordOrigin &origin : view.origins) {
        context.out << "  " << printable(origin.source) << ", " << printable(origin.file) << " line "
                    << origin.line << ", key " << printable(origin.key) << '\n';
    }
    printField(context, "Duplicates because of", view.duplicateRule);
    for (const dedupe::FieldOrigin &origin : view.otherOrigins) {
        const auto from = std::ranges::find(view.origins, origin.from, &app::RecordOrigin::id);
        context.out << "  " << origin.field << " from "
                    << (from == view.origins.end() ? "" : printable(from->key)) << " (" << origin.rule
                    << ")\n";
    }
    context.out << (view.standing.decisions.empty() ? "No decisions yet.\n" : "Decisions:\n");
    for (const Decision &decision : view.standing.decisions) {
        context.out << "  " << toString(decision.stage) << ": " << toString(decision.verdict)
                    << (decision.reason.empty() ? "" : ", " + printable(decision.reason))
                    << (decision.note.empty() ? "" : " (" + printable(decision.note) + ")") << " by "
                    << printable(decision.reviewer) << " at " << decision.atUtc << '\n';
    }
}

void printMarks(const Context &context, const app::RecordMarks &marks)
{
    printField(context, "Labels", joined(marks.labels));
    for (const app::RecordNote &note : marks.notes) {
        context.out << "Note by " << printable(note.reviewer) << ": " << printable(note.text) << '\n';
    }
}

ordered_json toJson(const app::RecordView &view, const app::RecordMarks &marks)
{
    ordered_json notes = ordered_json::array();
    for (const app::RecordNote &note : marks.notes) {
        notes.push_back({{"reviewer", note.reviewer}, {"text", note.text}, {"at", note.atUtc}});
    }
    const Record &record = view.record;
    ordered_json authors = ordered_json::array();
    for (const PersonName &author : record.authors) {
        authors.push_back({{"family", author.family}, {"given", author.given}});
    }
    ordered_json sources = ordered_json::array();
    for (const app::RecordOrigin &origin : view.origins) {
        sources.push_back({{"number", origin.id.value},
                           {"key", origin.key},
                           {"source", origin.source},
                           {"file", origin.file},
                           {"line", origin.line}});
    }
    ordered_json fields = ordered_json::object();
    for (const dedupe::FieldOrigin &origin : view.otherOrigins) {
        fields[std::string(origin.field)] = {{"number", origin.from.value}, {"rule", origin.rule}};
    }
    ordered_json decisions = ordered_json::array();
    for (const Decision &decision : view.standing.decisions) {
        decisions.push_back({{"stage", toString(decision.stage)},
                             {"verdict", toString(decision.verdict)},
                             {"reason", decision.reason},
                             {"note", decision.note},
                             {"reviewer", decision.reviewer},
                             {"at", decision.atUtc}});
    }
    return {{"number", view.id.value},
            {"key", record.key},
            {"type", namesOf(record.type).id},
            {"title", record.title},
            {"authors", std::move(authors)},
            {"year", record.date.year ? ordered_json(*record.date.year) : ordered_json()},
            {"source_title", record.sourceTitle},
            {"volume", record.volume},
            {"issue", record.issue},
            {"pages", pagesOf(record)},
            {"article_number", record.articleNumber},
            {"doi", record.doi},
            {"pmid", record.pmid},
            {"pmcid", record.pmcid},
            {"eid", record.eid},
            {"language", record.language},
            {"keywords", record.keywords},
            {"index_terms", record.indexTerms},
            {"abstract", record.abstractText},
            {"sources", std::move(sources)},
            {"fields_from_duplicates", std::move(fields)},
            {"decisions", std::move(decisions)},
            {"labels", marks.labels},
            {"notes", std::move(notes)}};
}

int showRecord(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    auto record = app::recordFromKey(*workspace, options.key);
    if (!record) {
        return context.fail(record.error());
    }
    auto view = app::showRecord(*workspace, *record);
    auto marks = app::marksOf(*workspace, *record);
    if (!view || !marks) {
        return context.fail(!view ? view.error() : marks.error());
    }
    if (*record != view->id && !options.isJson) {
        context.out << printable(options.key) << " is a duplicate; this is the record that stands for it.\n";
    }
    if (options.isJson) {
        printJson(context.out, toJson(*view, *marks));
    } else {
        printText(context, *view);
        printMarks(context, *marks);
    }
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser.add_option("key", options->key, "Key or #number of the record")->required()->type_name("KEY");
    parser
        .add_option(
            "--reviewer", options->reviewer, "Who looks: what others said is blind until it is opened")
        ->type_name("NAME");
    parser.add_flag("--json", options->isJson, "As JSON");
    return [options](const Context &context) { return showRecord(*options, context); };
}

} // namespace

const Command show{"show",
                   "Show one record with all its sources and decisions",
                   "  winnow show review.winnow Hassan2020",
                   define};

} // namespace winnow::cli
