#include "cli/fulltext_find.h"

#include "app/find_full_texts.h"
#include "cli/text.h"

#include <array>
#include <ostream>
#include <utility>

namespace winnow::cli {

namespace {

using app::FindState;
using app::SoughtFullText;
using nlohmann::ordered_json;

constexpr std::size_t kDay = 10; ///< letters of a time in UTC

struct Options
{
    std::string review;
    std::vector<std::string> sources;
    std::vector<std::string> only;
    std::string resolver;
    std::string reviewer;
    bool asksAgain = false;
    bool isDryRun = false;
    bool asJson = false;
};

struct Word
{
    FindState state;
    std::string_view text;
    const char *name; ///< in JSON
};

/// In the order in which they are counted.
constexpr std::array kWords{
    Word{FindState::Found, "found", "found"},
    Word{FindState::LandingPage, "landing page only", "landing_page"},
    Word{FindState::NotFound, "not found", "not_found"},
    Word{FindState::Failed, "failed", "failed"},
    Word{FindState::New, "not asked for", "not_asked"},
};

const Word &wordOf(FindState state)
{
    return *std::ranges::find(kWords, state, &Word::state);
}

/// "landing page only at OpenAlex (cc-by, accepted version): https://..."
std::string lineOf(const SoughtFullText &report)
{
    std::string line(wordOf(report.state).text);
    if (!report.source.empty() && report.state != FindState::NotFound) {
        line += " at " + printable(report.source);
    }
    if (const std::string terms = copyInWords(report.licence, report.version); !terms.empty()) {
        line += " (" + terms + ")";
    }
    if (!report.message.empty()) {
        line += ": " + printable(report.message);
    }
    if (!report.address.empty()) {
        line += (report.message.empty() ? ": " : " ") + printable(report.address);
    }
    return line;
}

app::FullTextRequest requestOf(const Options &options)
{
    app::FullTextRequest request;
    request.sources = options.sources;
    for (const std::string &name : options.only) {
        if (const auto state = app::findStateFromString(name)) {
            request.only.push_back(*state);
        }
    }
    request.asksAgain = options.asksAgain;
    request.resolver = options.resolver;
    return request;
}

void printUnasked(const std::vector<app::UnaskedSource> &sources, const Context &context)
{
    for (const app::UnaskedSource &one : sources) {
        context.out << one.source << " is passed over. " << printable(one.why) << '\n';
    }
}

ordered_json toJson(const std::vector<app::UnaskedSource> &sources)
{
    ordered_json list = ordered_json::array();
    for (const app::UnaskedSource &one : sources) {
        list.push_back({{"source", one.source}, {"why", one.why}});
    }
    return list;
}

void printPreview(const app::FullTextPreview &preview, const Context &context)
{
    context.out << counted(preview.reports, "report") << " would be looked for.\n";
    for (const auto &source : preview.sources) {
        context.out << "  " << source.label << ": " << counted(source.reports, "report") << ", "
                    << counted(source.requests, "request") << " at most\n";
    }
    printUnasked(preview.passedOver, context);
    if (preview.answered > 0) {
        context.out << counted(preview.answered, "report")
                    << " answered within the last 30 days would not be asked for; --again asks anew.\n";
    }
    if (preview.nameless > 0) {
        context.out << counted(preview.nameless, "report")
                    << " without a DOI, a PMID and a title that says enough cannot be asked for.\n";
    }
}

ordered_json toJson(const app::FullTextPreview &preview)
{
    ordered_json sources = ordered_json::array();
    for (const auto &source : preview.sources) {
        sources.push_back(
            {{"source", source.label}, {"reports", source.reports}, {"requests", source.requests}});
    }
    return {{"reports", preview.reports},
            {"answered", preview.answered},
            {"nameless", preview.nameless},
            {"sources", std::move(sources)},
            {"passed_over", toJson(preview.passedOver)}};
}

std::int64_t countOf(const app::FullTextOutcome &outcome, FindState state)
{
    const auto found = outcome.counts.find(state);
    return found == outcome.counts.end() ? 0 : found->second;
}

void printOutcome(const app::FullTextOutcome &outcome, const Context &context)
{
    for (const SoughtFullText &report : outcome.reports) {
        context.out << printable(report.key) << "  " << lineOf(report) << "  " << printable(report.title)
                    << '\n';
        if (!report.resolver.empty()) {
            context.out << "  ask at " << printable(report.resolver) << '\n';
        }
    }
    printUnasked(outcome.passedOver, context);
    for (const std::string &notice : outcome.notices) {
        context.out << printable(notice) << '\n';
    }
    context.out << counted(outcome.asked, "report") << " looked for. Of "
                << counted(static_cast<std::int64_t>(outcome.reports.size()), "report")
                << " without a file: ";
    std::string list;
    for (const Word &word : kWords) {
        const std::int64_t count = countOf(outcome, word.state);
        if (count > 0 || word.state != FindState::New) {
            list += (list.empty() ? "" : ", ") + grouped(count) + ' ' + std::string(word.text);
        }
    }
    context.out << list << ".\n";
}

ordered_json toJson(const app::FullTextOutcome &outcome)
{
    ordered_json reports = ordered_json::array();
    for (const SoughtFullText &report : outcome.reports) {
        reports.push_back({{"key", report.key},
                           {"title", report.title},
                           {"status", app::toString(report.state)},
                           {"source", report.source},
                           {"address", report.address},
                           {"licence", report.licence},
                           {"version", report.version},
                           {"message", report.message},
                           {"resolver", report.resolver},
                           {"asked_now", report.isAskedNow}});
    }
    ordered_json totals{{"reports", outcome.reports.size()}, {"asked", outcome.asked}};
    for (const Word &word : kWords) {
        totals[word.name] = countOf(outcome, word.state);
    }
    return {{"reports", std::move(reports)},
            {"totals", std::move(totals)},
            {"passed_over", toJson(outcome.passedOver)},
            {"notices", outcome.notices}};
}

int dryRun(app::Workspace &workspace, const Options &options, const Context &context)
{
    const auto preview = app::previewFullTexts(workspace, requestOf(options), app::accessFromEnvironment());
    if (!preview) {
        return context.fail(preview.error());
    }
    if (options.asJson) {
        printJson(context.out, toJson(*preview));
    } else {
        printPreview(*preview, context);
    }
    return Done;
}

int run(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    if (options.isDryRun) {
        return dryRun(*workspace, options, context);
    }
    const auto outcome =
        app::findFullTexts(*workspace, requestOf(options), app::accessFromEnvironment(), context.task);
    if (!outcome) {
        const int code = context.fail(outcome.error());
        if (outcome.error().where == app::kFindAgain) {
            context.err << "What was answered is kept. Go on with: winnow fulltext find " << options.review
                        << '\n';
        }
        return code;
    }
    if (options.asJson) {
        printJson(context.out, toJson(*outcome));
    } else {
        printOutcome(*outcome, context);
    }
    return Done;
}

} // namespace

std::string copyInWords(std::string_view licence, std::string_view version)
{
    constexpr std::string_view kVersion = "Version";
    std::string words = printable(licence);
    if (!version.empty()) {
        const bool isNamed = version.ends_with(kVersion); // "acceptedVersion"
        words += (words.empty() ? "" : ", ") +
                 printable(version.substr(0, version.size() - (isNamed ? kVersion.size() : 0))) +
                 (isNamed ? " version" : "");
    }
    return words;
}

std::string findingText(std::span<const app::DatedAnswer> answers)
{
    return lineOf(app::soughtOf(answers));
}

std::string attemptText(const app::DatedAnswer &answer)
{
    SoughtFullText told = app::soughtOf({&answer, 1});
    const std::string source = std::exchange(told.source, {});
    return answer.atUtc.substr(0, kDay) + "  " + printable(source) + ": " + lineOf(told);
}

ordered_json findingJson(std::span<const app::DatedAnswer> answers)
{
    const app::DatedAnswer *const best = app::bestOf(answers);
    if (best == nullptr) {
        return nullptr;
    }
    const SoughtFullText sought = app::soughtOf(answers);
    ordered_json attempts = ordered_json::array();
    for (const app::DatedAnswer &answer : answers) {
        const SoughtFullText told = app::soughtOf({&answer, 1});
        attempts.push_back({{"status", toString(answer.answer.status)},
                            {"source", told.source},
                            {"address", told.address},
                            {"licence", told.licence},
                            {"version", told.version},
                            {"message", told.message},
                            {"reviewer", answer.reviewer},
                            {"at", answer.atUtc}});
    }
    return {{"status", app::toString(sought.state)},
            {"source", sought.source},
            {"address", sought.address},
            {"licence", sought.licence},
            {"version", sought.version},
            {"message", sought.message},
            {"at", best->atUtc},
            {"attempts", std::move(attempts)}};
}

void addFindStep(CLI::App &parser, const std::shared_ptr<Action> &chosen)
{
    const auto options = std::make_shared<Options>();
    CLI::App *const step = parser.add_subcommand(
        "find",
        "Look for copies that everybody may read of the reports without a file, and attach the PDFs; a run "
        "that was stopped goes on where it was");
    step->add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    std::vector<std::string> known;
    for (const app::LocatorInfo &source : app::fullTextSources()) {
        known.push_back(source.id);
    }
    step->add_option("--source", options->sources, "Where to look, several divided by commas")
        ->delimiter(',')
        ->check(CLI::IsMember(known));
    step->add_option("--only",
                     options->only,
                     "Only reports that stand so, several divided by commas; they are asked for again")
        ->delimiter(',')
        ->check(CLI::IsMember({"new", "found", "landing-page", "not-found", "failed"}));
    step->add_flag("--again", options->asksAgain, "Ask also for what was answered within the last 30 days");
    step->add_option("--resolver",
                     options->resolver,
                     "Address of your link resolver, with {doi}, {pmid}, {title}, {author}, {year} or "
                     "{journal}, shown for what is not found; else that of WINNOW_LINK_RESOLVER")
        ->type_name("PATTERN");
    step->add_flag("--dry-run", options->isDryRun, "Only tell what would be asked for, and where");
    step->add_option("--reviewer", options->reviewer, "Who acts")->type_name("NAME");
    step->add_flag("--json", options->asJson, "As JSON");
    step->callback([chosen, options] {
        *chosen = [options](const Context &context) { return run(*options, context); };
    });
}

} // namespace winnow::cli
