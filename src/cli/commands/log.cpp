#include "app/history.h"
#include "app/log_file.h"
#include "app/record_keys.h"
#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command log;

namespace {

using nlohmann::ordered_json;

struct Options
{
    std::string review;
    std::string key;
    std::int64_t last = 0;
    std::string file;
    bool isJson = false;
    std::string reviewer;
};

ordered_json toJson(const app::LogEntry &entry)
{
    const Event &event = entry.event;
    return {{"entry", event.id.value},
            {"uuid", event.uuid},
            {"act", event.op},
            {"at", event.atUtc},
            {"reviewer", event.reviewer},
            {"kind", toString(event.kind)},
            {"text", entry.text},
            {"undone", entry.isUndone},
            {"stage", event.stage},
            {"subject_kind", event.subjectKind},
            {"subject", event.subject},
            {"verdict", event.verdict},
            {"reason", event.reason},
            {"retracts", event.retracts ? ordered_json(event.retracts->value) : ordered_json()},
            {"version", event.appVersion}};
}

int printLog(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    if (!options.file.empty()) {
        auto written = app::writeLog(*workspace, options.file);
        if (!written) {
            return context.fail(written.error());
        }
        context.out << "Wrote " << *written << " entries to " << options.file << ".\n";
        return Done;
    }
    std::optional<RecordId> record;
    if (!options.key.empty()) {
        auto found = app::recordFromKey(*workspace, options.key);
        if (!found) {
            return context.fail(found.error());
        }
        record = *found;
    }
    auto entries =
        app::history(*workspace, record, options.last > 0 ? std::optional(options.last) : std::nullopt);
    if (!entries) {
        return context.fail(entries.error());
    }
    ordered_json list = ordered_json::array();
    for (const app::LogEntry &entry : *entries) {
        if (options.isJson) {
            list.push_back(toJson(entry));
            continue;
        }
        context.out << entry.event.id.value << "  " << entry.event.atUtc << "  "
                    << printable(entry.event.reviewer) << "  " << printable(entry.text)
                    << (entry.isUndone ? "  [undone]" : "") << '\n';
    }
    if (options.isJson) {
        printJson(context.out, list);
    }
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser.add_option("--record", options->key, "Only what concerns this record")->type_name("KEY");
    parser.add_option("--last", options->last, "Only the last N entries")
        ->type_name("N")
        ->check(CLI::PositiveNumber);
    parser.add_option("-o,--output", options->file, "Write the whole trail into a CSV file")
        ->type_name("FILE")
        ->excludes("--record")
        ->excludes("--last");
    parser
        .add_option(
            "--reviewer", options->reviewer, "Who looks: what others said is blind until it is opened")
        ->type_name("NAME");
    parser.add_flag("--json", options->isJson, "As JSON");
    return [options](const Context &context) { return printLog(*options, context); };
}

} // namespace

const Command log{"log",
                  "Print the audit trail: who did or decided what, and when",
                  "  winnow log review.winnow --last 20",
                  define};

} // namespace winnow::cli
