#include "app/attachments.h"
#include "app/full_text_index.h"
#include "app/record_keys.h"
#include "cli/attached_file.h"
#include "cli/attached_text.h"
#include "cli/command.h"
#include "cli/full_text_matches.h"
#include "cli/fulltext_find.h"
#include "cli/text.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <ostream>

namespace winnow::cli {

extern const Command fulltext;

namespace {

using app::AttachedFile;
using app::FileState;
using nlohmann::ordered_json;

struct Options
{
    std::string review;
    std::string key;
    std::string file;
    std::string hash;
    std::string reviewer;
    std::int64_t page = 0;
    bool again = false;
    std::string folder;
    bool checks = false;
    bool tellsAttempts = false;
    bool isDryRun = false;
    bool asJson = false;
};

int attach(app::Workspace &workspace, const Options &options, const Context &context)
{
    auto record = app::recordFromKey(workspace, options.key);
    if (!record) {
        return context.fail(record.error());
    }
    const auto done = app::attach(workspace, {*record, options.file}, context.task);
    if (!done) {
        return failOnFile(context, done.error());
    }
    context.out << printable(options.key) << (done->isNew ? ": attached " : ": has already ")
                << printable(done->file.name) << " (" << shortHash(done->file) << ", "
                << grouped(done->file.bytes) << " bytes).\n";
    if (done->notRetrieved) {
        context.out << "It was said to be not retrieved"
                    << (done->notRetrieved->empty() ? "" : " (" + printable(*done->notRetrieved) + ")")
                    << "; that does not hold any longer. 'winnow undo' takes both back.\n";
    }
    return Done;
}

int detach(app::Workspace &workspace, const Options &options, const Context &context)
{
    auto record = app::recordFromKey(workspace, options.key);
    if (!record) {
        return context.fail(record.error());
    }
    const auto files = app::attachmentsOf(workspace, *record);
    if (!files) {
        return context.fail(files.error());
    }
    const auto file = fileFor(*files, options.key, options.hash);
    if (!file) {
        return failOnFile(context, file.error());
    }
    if (auto done = app::detach(workspace, *record, file->sha256); !done) {
        return context.fail(done.error());
    }
    context.out << printable(options.key) << ": detached " << printable(file->name) << " ("
                << shortHash(*file) << "). The copy stays in " << app::filesFolder(options.review).string()
                << ".\n";
    return Done;
}

/// How many of what, in the order in which they are told.
struct Totals
{
    std::int64_t retrieved = 0;
    std::int64_t notRetrieved = 0;
    std::int64_t sought = 0; ///< still
    std::int64_t other = 0;  ///< what became of them is neither
    std::map<FileState, std::int64_t> files;
};

Totals totalsOf(const app::FullTexts &texts)
{
    Totals totals;
    for (const app::FullText &text : texts.sought) {
        const std::string_view status = app::statusOf(text);
        ++(status == "retrieved"       ? totals.retrieved
           : status == "not-retrieved" ? totals.notRetrieved
           : status == "sought"        ? totals.sought
                                       : totals.other);
        for (const AttachedFile &file : text.files) {
            ++totals.files[file.state];
        }
    }
    return totals;
}

ordered_json toJson(const app::FullText &text, const std::map<std::string, app::TextOutcome> &known)
{
    ordered_json files = ordered_json::array();
    for (const AttachedFile &file : text.files) {
        const auto outcome = known.find(file.sha256);
        const bool isRead = outcome != known.end();
        files.push_back(
            {{"sha256", file.sha256},
             {"bytes", file.bytes},
             {"name", file.name},
             {"state", app::toString(file.state)},
             {"path", file.path.string()},
             {"source", file.origin.source},
             {"address", file.origin.address},
             {"licence", file.origin.licence},
             {"version", file.origin.version},
             {"reviewer", file.reviewer},
             {"at", file.atUtc},
             {"text", isRead ? ordered_json(app::toString(outcome->second.state)) : ordered_json()},
             {"text_message", isRead ? outcome->second.message : std::string()}});
    }
    return {{"key", text.report.row.key},
            {"title", text.report.row.title},
            {"status", app::statusOf(text)},
            {"why", text.report.why},
            {"assessed", app::isAssessed(text.report)},
            {"files", std::move(files)},
            {"looked_for", findingJson(text.answers)}};
}

void printAsJson(app::Workspace &workspace,
                 const app::FullTexts &texts,
                 const Totals &totals,
                 const std::optional<app::AttachmentCheck> &check,
                 const Context &context)
{
    ordered_json reports = ordered_json::array();
    const auto known = app::knownTexts(workspace);
    for (const app::FullText &text : texts.sought) {
        reports.push_back(toJson(text, known));
    }
    ordered_json states = ordered_json::object();
    for (const FileState state :
         {FileState::There, FileState::Missing, FileState::Changed, FileState::Unreadable}) {
        const auto found = totals.files.find(state);
        states[std::string(app::toString(state))] = found == totals.files.end() ? 0 : found->second;
    }
    ordered_json json{{"reports", std::move(reports)},
                      {"totals",
                       {{"reports", texts.sought.size()},
                        {"retrieved", totals.retrieved},
                        {"not_retrieved", totals.notRetrieved},
                        {"sought", totals.sought},
                        {"other", totals.other},
                        {"files", std::move(states)},
                        {"files_of_others", texts.elsewhere}}}};
    if (check) {
        ordered_json unused = ordered_json::array();
        for (const auto &path : check->unused) {
            unused.push_back(path.string());
        }
        json["unused"] = std::move(unused);
    }
    printJson(context.out, json);
}

void printReport(const app::FullText &text, bool areAttemptsTold, const Context &context)
{
    context.out << printable(text.report.row.key) << "  " << app::statusOf(text)
                << (text.report.why.empty() ? "" : " (" + printable(text.report.why) + ")") << "  "
                << printable(text.report.row.title) << '\n';
    for (const AttachedFile &file : text.files) {
        const std::string terms = copyInWords(file.origin.licence, file.origin.version);
        context.out << "  " << app::toString(file.state) << "  " << shortHash(file) << "  "
                    << printable(file.name) << (terms.empty() ? "" : "  (" + terms + ")") << '\n';
    }
    if (areAttemptsTold) {
        for (const app::DatedAnswer &answer : text.answers) {
            context.out << "  " << attemptText(answer) << '\n';
        }
    } else if (text.files.empty() && !text.answers.empty() && !app::isRetrieved(text)) {
        context.out << "  " << findingText(text.answers) << '\n';
    }
    if (text.report.status == ReportStatus::NotRetrieved && !text.files.empty() && !app::isRetrieved(text)) {
        context.out
            << "  Somebody said that it was not retrieved, but it has a file: attach that again if it "
               "is the report, or detach it.\n";
    }
}

void printTotals(const app::FullTexts &texts, const Totals &totals, const Context &context)
{
    context.out << counted(static_cast<std::int64_t>(texts.sought.size()), "report")
                << " sought: " << grouped(totals.retrieved) << " retrieved, " << grouped(totals.notRetrieved)
                << " not retrieved, " << grouped(totals.sought) << " still sought"
                << (totals.other > 0 ? ", " + grouped(totals.other) + " otherwise" : "") << ".\n";
    for (const auto &[state, count] : totals.files) {
        const std::string_view advice = app::adviceOn(state);
        context.out << counted(count, "file") << ' ' << app::toString(state) << (advice.empty() ? "." : ". ")
                    << advice << '\n';
    }
    if (texts.elsewhere > 0) {
        context.out << counted(texts.elsewhere, "file")
                    << " attached to records whose reports are not sought.\n";
    }
}

/// What the check found, in place of what the sizes say.
void takeOver(const app::AttachmentCheck &check, app::FullTexts &texts)
{
    for (app::FullText &text : texts.sought) {
        for (AttachedFile &file : text.files) {
            if (const auto found = check.states.find(file.sha256); found != check.states.end()) {
                file.state = found->second;
            }
        }
    }
}

/// The files that were read for searches and have no text, or not all of it.
void printTexts(app::Workspace &workspace, const app::FullTexts &texts, const Context &context)
{
    const auto known = app::knownTexts(workspace);
    for (const app::FullText &text : texts.sought) {
        for (const AttachedFile &file : text.files) {
            const auto outcome = known.find(file.sha256);
            if (outcome != known.end() && !outcome->second.message.empty()) {
                context.out << printable(text.report.row.key) << "  " << app::toString(outcome->second.state)
                            << ": " << printable(file.name) << ". " << printable(outcome->second.message)
                            << '\n';
            }
        }
    }
}

int status(app::Workspace &workspace, const Options &options, const Context &context)
{
    auto texts = app::fullTexts(workspace);
    if (!texts) {
        return context.fail(texts.error());
    }
    std::optional<app::AttachmentCheck> check;
    if (options.checks) {
        auto done = app::checkAttachments(workspace, context.task);
        if (!done) {
            return context.fail(done.error());
        }
        check = *std::move(done);
        takeOver(*check, *texts);
    }
    const Totals totals = totalsOf(*texts);
    if (options.asJson) {
        printAsJson(workspace, *texts, totals, check, context);
    } else {
        for (const app::FullText &text : texts->sought) {
            printReport(text, options.tellsAttempts, context);
        }
        printTotals(*texts, totals, context);
        printTexts(workspace, *texts, context);
        if (check && !check->unused.empty()) {
            context.out << counted(static_cast<std::int64_t>(check->unused.size()), "file") << " in "
                        << app::filesFolder(options.review).string()
                        << " that no report has; undo may want them again:\n";
            for (const auto &path : check->unused) {
                context.out << "  " << printable(path.filename().string()) << '\n';
            }
        }
    }
    const bool isSound = !check || std::ranges::all_of(check->states, [](const auto &state) {
        return state.second == FileState::There;
    });
    return isSound ? Done : Refused;
}

int text(app::Workspace &workspace, const Options &options, const Context &context)
{
    return tellText(
        workspace, {options.key, options.hash, options.page, options.again, options.asJson}, context);
}

int match(app::Workspace &workspace, const Options &options, const Context &context)
{
    const auto outcome = app::matchFullTexts(workspace, {options.folder, !options.isDryRun}, context.task);
    if (!outcome) {
        return failOnFile(context, outcome.error());
    }
    printMatches(context, *outcome, {options.review, options.isDryRun, options.asJson});
    return outcome->count(app::MatchState::NotAttached) == 0 ? Done : Refused;
}

using Step = int (*)(app::Workspace &, const Options &, const Context &);

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    const auto chosen = std::make_shared<Step>(nullptr);
    const auto finding = std::make_shared<Action>();
    parser.require_subcommand(1);
    const auto addStep = [&](const char *name, const char *summary, Step step) {
        CLI::App *const added = parser.add_subcommand(name, summary);
        added->add_option("review", options->review, "The review")->required()->type_name("REVIEW");
        added->add_option("--reviewer", options->reviewer, "Who acts")->type_name("NAME");
        added->callback([chosen, step] { *chosen = step; });
        return added;
    };
    const auto addKey = [&](CLI::App *step) {
        step->add_option("key,--record", options->key, "Key or #number of the record")
            ->required()
            ->type_name("KEY");
    };
    CLI::App *const attaching = addStep(
        "attach",
        "Attach a PDF to a report, which is retrieved by that: it is copied to the folder NAME.files, "
        "which goes with NAME.winnow wherever that is copied or sent",
        attach);
    addKey(attaching);
    attaching->add_option("file", options->file, "The PDF")->required()->type_name("FILE");
    CLI::App *const detaching =
        addStep("detach", "Take a PDF from a report; the copy stays in NAME.files", detach);
    addKey(detaching);
    detaching->add_option("--file", options->hash, "Which, where there are several: how its hash begins")
        ->type_name("HASH");
    CLI::App *const matching = addStep(
        "match",
        "Find for each PDF of a folder, and of all folders in it, the sought report that it is, by the DOI "
        "or by title, author and year: what is sure is attached at once, which one undo takes back; what is "
        "not is listed with the command that attaches it",
        match);
    matching->add_option("folder", options->folder, "Where the PDFs are")->required()->type_name("FOLDER");
    matching->add_flag("--dry-run", options->isDryRun, "Attach nothing, only tell what would be");
    matching->add_flag("--json", options->asJson, "As JSON");
    CLI::App *const telling =
        addStep("status", "List the reports that are sought, what became of them, and their files", status);
    telling->add_flag("--check",
                      options->checks,
                      "Read every file and compare it with what was attached; exit code 1 where one is not "
                      "there, or not the same any more");
    telling->add_flag("--attempts",
                      options->tellsAttempts,
                      "With what each source said of a report when it was last asked");
    telling->add_flag("--json", options->asJson, "As JSON");
    CLI::App *const reading = addStep(
        "text",
        "Print the text of a report's PDF, its pages divided by form feeds. Without KEY read all attached "
        "files, so that queries can ask FULLTEXT(...), and name those without text",
        text);
    auto *key =
        reading->add_option("key,--record", options->key, "Key or #number of the record")->type_name("KEY");
    reading->add_option("--file", options->hash, "Which, where there are several: how its hash begins")
        ->type_name("HASH")
        ->needs(key);
    reading->add_option("--page", options->page, "Only this page of the file, from 1")
        ->type_name("N")
        ->check(CLI::PositiveNumber)
        ->needs(key);
    reading->add_flag("--again", options->again, "Without KEY: read also what was read before")
        ->excludes(key);
    reading->add_flag("--json", options->asJson, "As JSON");
    addFindStep(parser, finding);
    return [options, chosen, finding](const Context &context) {
        if (*finding) {
            return (*finding)(context);
        }
        const auto workspace = context.open(options->review, options->reviewer);
        return workspace ? (*chosen)(*workspace, *options, context) : int{Refused};
    };
}

} // namespace

const Command fulltext{
    "fulltext",
    "Find, match and attach the PDFs of reports, read their text, and see which reports could be had",
    "  winnow fulltext find review.winnow --dry-run\n"
    "  winnow fulltext find review.winnow --resolver 'https://resolver.example.edu/?doi={doi}'\n"
    "  winnow fulltext match review.winnow ~/Downloads/papers\n"
    "  winnow fulltext attach review.winnow Hassan2020 ~/Downloads/hassan.pdf\n"
    "  winnow fulltext status review.winnow --attempts\n"
    "  winnow fulltext status review.winnow --check\n"
    "  winnow fulltext text review.winnow Hassan2020 --page 3\n"
    "  winnow fulltext detach review.winnow Hassan2020 --file 3f9a",
    define};

} // namespace winnow::cli
