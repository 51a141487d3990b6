#include "app/flow_notes.h"
#include "app/flow_snapshots.h"
#include "cli/flow_numbers.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

namespace {

using nlohmann::ordered_json;
using winnow::flow::Number;

struct SnapshotOptions
{
    std::string review;
    std::string name;
    std::string reviewer;
    bool asJson = false;
};

struct DiffOptions
{
    std::string review;
    std::string from;
    std::string to = "now";
    bool asJson = false;
};

struct NumberOptions
{
    std::string review;
    app::FlowNumberRequest request;
    bool isTakenBack = false;
    std::string reviewer;
};

int takeSnapshot(const SnapshotOptions &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    auto snapshot = app::takeFlowSnapshot(*workspace, options.name);
    if (!snapshot) {
        return context.fail(snapshot.error());
    }
    context.out << "Kept the numbers of the flow diagram as " << printable(snapshot->name) << ".\n";
    printRemarks(context, snapshot->numbers);
    return Done;
}

int listSnapshots(const SnapshotOptions &options, const Context &context)
{
    const auto workspace = context.open(options.review);
    if (!workspace) {
        return Refused;
    }
    auto snapshots = app::flowSnapshots(*workspace);
    if (!snapshots) {
        return context.fail(snapshots.error());
    }
    ordered_json json = ordered_json::array();
    for (const app::FlowSnapshot &snapshot : *snapshots) {
        const Number &reports = snapshot.numbers.included.reports;
        if (options.asJson) {
            json.push_back({{"name", snapshot.name},
                            {"at", snapshot.atUtc},
                            {"reviewer", snapshot.reviewer},
                            {"reports_included", reports.value.value_or(0)}});
        } else {
            context.out << printable(snapshot.name) << "  " << snapshot.atUtc << "  "
                        << printable(snapshot.reviewer) << "  "
                        << counted(reports.value.value_or(0), "report") << " included\n";
        }
    }
    if (options.asJson) {
        printJson(context.out, json);
    } else if (snapshots->empty()) {
        context.out << "No numbers were kept yet; winnow flow snapshot keeps them.\n";
    }
    return Done;
}

ordered_json toJson(const Number &number)
{
    return number.value ? ordered_json(*number.value) : ordered_json(nullptr);
}

ordered_json toJson(const std::vector<RecordId> &records)
{
    ordered_json list = ordered_json::array();
    for (const RecordId record : records) {
        list.push_back(record.value);
    }
    return list;
}

ordered_json toJson(const app::FlowDifferences &differences)
{
    ordered_json json{{"records_known", differences.knowsRecords}};
    ordered_json &lines = json["differences"] = ordered_json::array();
    for (const app::FlowDifference &difference : differences.lines) {
        lines.push_back({{"line", winnow::flow::toString(difference.place.line)},
                         {"box", winnow::flow::boxOf(difference.place.line)},
                         {"name", difference.place.name},
                         {"before", toJson(difference.before)},
                         {"after", toJson(difference.after)},
                         {"came", toJson(difference.came)},
                         {"gone", toJson(difference.gone)}});
    }
    return json;
}

std::string told(const Number &number)
{
    return number.value ? grouped(*number.value) : "blank";
}

void printMoved(const Context &context, std::string_view what, const std::vector<RecordId> &records)
{
    constexpr std::size_t kMost = 10;
    if (records.empty()) {
        return;
    }
    context.out << "    " << what;
    for (std::size_t i = 0; i < std::min(kMost, records.size()); ++i) {
        context.out << " #" << records[i].value;
    }
    if (records.size() > kMost) {
        context.out << " and " << grouped(static_cast<std::int64_t>(records.size() - kMost)) << " more";
    }
    context.out << '\n';
}

int showDifferences(const DiffOptions &options, const Context &context)
{
    const auto workspace = context.open(options.review);
    if (!workspace) {
        return Refused;
    }
    auto differences = app::flowDifferences(*workspace, options.from, options.to);
    if (!differences) {
        return context.fail(differences.error());
    }
    if (options.asJson) {
        printJson(context.out, toJson(*differences));
        return Done;
    }
    for (const app::FlowDifference &difference : differences->lines) {
        context.out << winnow::flow::boxOf(difference.place.line) << "  "
                    << winnow::flow::inWords(difference.place.line)
                    << (difference.place.name.empty() ? "" : ", ") << printable(difference.place.name) << ": "
                    << told(difference.before) << " -> " << told(difference.after) << '\n';
        printMoved(context, "came:", difference.came);
        printMoved(context, "gone:", difference.gone);
    }
    if (differences->lines.empty()) {
        context.out << "No number differs.\n";
    }
    if (!differences->knowsRecords) {
        context.out << "The records behind the kept numbers cannot be told from this copy of the review.\n";
    }
    return Done;
}

int noteNumber(const NumberOptions &options, const Context &context)
{
    if (options.isTakenBack == options.request.count.has_value()) {
        context.err << "winnow: Give --count and --note, or --none to take a number back.\n";
        return UsedWrongly;
    }
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    if (auto noted = app::noteFlowNumber(*workspace, options.request); !noted) {
        return context.fail(noted.error());
    }
    context.out << (options.isTakenBack ? "Took back the number of "
                                        : "Noted " + grouped(*options.request.count) + " for ")
                << printable(options.request.line)
                << (options.request.name.empty() ? "" : ", " + printable(options.request.name))
                << (options.isTakenBack ? ".\n" : "; it is marked as a number from outside Winnow.\n");
    return Done;
}

/// Adds a step over a review; `act` gets what was typed.
template <class Options>
CLI::App *addStep(CLI::App &parser,
                  const std::shared_ptr<Action> &chosen,
                  const std::shared_ptr<Options> &options,
                  const std::pair<std::string, std::string> &words,
                  int (*act)(const Options &, const Context &))
{
    CLI::App *const step = parser.add_subcommand(words.first, words.second);
    step->add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    step->callback([chosen, options, act] {
        *chosen = [options, act](const Context &context) { return act(*options, context); };
    });
    return step;
}

void addNumberStep(CLI::App &parser, const std::shared_ptr<Action> &chosen)
{
    const auto options = std::make_shared<NumberOptions>();
    CLI::App *const step =
        addStep(parser,
                chosen,
                options,
                {"number", "Note a number that comes from outside Winnow; the diagram's data mark it"},
                noteNumber);
    step->add_option("--line",
                     options->request.line,
                     "Which number, called as in the CSV of the R package PRISMA2020: previous_studies, "
                     "other_results, total_studies_ma")
        ->required()
        ->type_name("NAME");
    step->add_option("--name", options->request.name, "Of which source, or for which reason")
        ->type_name("TEXT");
    step->add_option("--count", options->request.count, "The number, added to what Winnow counts");
    step->add_option("--note", options->request.note, "Where it comes from");
    step->add_flag("--none", options->isTakenBack, "Take the number back");
    step->add_option("--reviewer", options->reviewer, "Who notes it")->type_name("NAME");
}

} // namespace

void addFlowSteps(CLI::App &parser, const std::shared_ptr<Action> &chosen)
{
    const auto taking = std::make_shared<SnapshotOptions>();
    CLI::App *const snapshot = addStep(parser,
                                       chosen,
                                       taking,
                                       {"snapshot", "Keep the numbers as they stand under a name, for good"},
                                       takeSnapshot);
    snapshot->add_option("--name", taking->name, "Such as submitted")->required();
    snapshot->add_option("--reviewer", taking->reviewer, "Who keeps them")->type_name("NAME");

    const auto listing = std::make_shared<SnapshotOptions>();
    addStep(parser, chosen, listing, {"snapshots", "List the numbers that were kept"}, listSnapshots)
        ->add_flag("--json", listing->asJson, "As JSON");

    const auto comparing = std::make_shared<DiffOptions>();
    CLI::App *const diff = addStep(parser,
                                   chosen,
                                   comparing,
                                   {"diff", "What differs between kept numbers, or between them and now"},
                                   showDifferences);
    diff->add_option("from", comparing->from, "Name of the earlier numbers")->required()->type_name("NAME");
    diff->add_option("to", comparing->to, "Name of the later numbers; without it, those of now")
        ->type_name("NAME");
    diff->add_flag("--json", comparing->asJson, "As JSON");

    addNumberStep(parser, chosen);
}

} // namespace winnow::cli
