#include "app/search_online.h"
#include "cli/command.h"
#include "cli/search_list.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command search;

namespace {

using nlohmann::ordered_json;

struct Options
{
    std::string review;
    std::string query;
    std::string queryFile;
    std::string source;
    std::string precedence = "classic";
    std::int64_t resume = 0; ///< 0: the newest
    bool isResumed = false;
    bool isListed = false;
    bool hasPrecedence = false;
    bool isDryRun = false;
    bool isWithoutAbstracts = false;
    std::string reviewer;
    bool isJson = false;
};

template <class Number>
ordered_json orNull(const std::optional<Number> &number)
{
    return number ? ordered_json(*number) : ordered_json();
}

void printPreview(const Context &context, const app::OnlinePreview &preview)
{
    context.out << preview.label << " is asked:\n";
    for (const std::string &sent : preview.sent) {
        context.out << "  " << printable(sent) << '\n';
    }
    for (const app::OnlineLoss &loss : preview.losses) {
        context.out << "not as written: " << printable(loss.message) << '\n';
    }
    if (!preview.isSuperset) {
        context.out << "Records that match the query may be missed there.\n";
    } else if (!preview.losses.empty()) {
        context.out << "Nothing that matches is missed there; what comes beyond it is left out here.\n";
    }
    for (const std::string &notice : preview.notices) {
        context.out << printable(notice) << '\n';
    }
    if (preview.hits) {
        context.out << counted(*preview.hits, "hit") << ", " << counted(preview.requests, "request")
                    << " to fetch them";
    } else {
        context.out << "The source does not tell how many hits there are";
    }
    if (preview.quotaLeft) {
        context.out << "; " << grouped(*preview.quotaLeft) << " requests are left";
        if (!preview.quotaReset.empty()) {
            context.out << ", more " << printable(preview.quotaReset);
        }
    }
    context.out << ".\n";
}

ordered_json toJson(const app::OnlinePreview &preview)
{
    ordered_json losses = ordered_json::array();
    for (const app::OnlineLoss &loss : preview.losses) {
        losses.push_back(
            {{"from", loss.from}, {"to", loss.to}, {"message", loss.message}, {"may_miss", loss.mayMiss}});
    }
    return {{"source", preview.label},
            {"sent", preview.sent},
            {"superset", preview.isSuperset},
            {"losses", std::move(losses)},
            {"hits", orNull(preview.hits)},
            {"requests", preview.requests},
            {"quota_left", orNull(preview.quotaLeft)},
            {"quota_reset", preview.quotaReset},
            {"notices", preview.notices}};
}

void printOutcome(const Context &context, const app::OnlineOutcome &outcome)
{
    const OnlineSearch &online = outcome.search;
    for (const Diagnostic &notice : outcome.notices) {
        context.out << printable(notice.text) << '\n';
    }
    for (const RejectedRow &row : outcome.rejected) {
        context.out << "entry " << row.line << " was rejected: it " << printable(row.reason) << '\n';
    }
    context.out << "Search " << online.search.value << ": ";
    if (online.hits) {
        context.out << counted(*online.hits, "hit") << " at " << outcome.label << ", ";
    }
    context.out << grouped(online.fetched) << " fetched";
    if (online.unmatched > 0 || online.undecided > 0) {
        context.out << ", " << grouped(online.fetched - online.unmatched - online.undecided)
                    << " match the query, " << grouped(online.undecided)
                    << " cannot be decided and were kept, " << grouped(online.unmatched)
                    << " do not match and were left out";
    }
    if (online.filled > 0) {
        context.out << "; " << counted(online.filled, "abstract") << " found elsewhere";
    }
    context.out << ".\n"
                << counted(outcome.stored, "record") << " from " << outcome.label
                << (outcome.stored == 1 ? " is" : " are") << " in the review. Next: winnow dedupe REVIEW\n";
}

ordered_json toJson(const app::OnlineOutcome &outcome)
{
    const OnlineSearch &online = outcome.search;
    ordered_json parts = ordered_json::array();
    for (const OnlinePart &part : online.parts) {
        parts.push_back({{"sent", part.query}, {"hits", orNull(part.hits)}});
    }
    ordered_json notices = ordered_json::array();
    for (const Diagnostic &notice : outcome.notices) {
        notices.push_back(notice.text);
    }
    return {{"search", online.search.value},
            {"import", online.import.value},
            {"source", outcome.label},
            {"query", online.query},
            {"parts", std::move(parts)},
            {"began", online.beganUtc},
            {"ended", online.endedUtc},
            {"hits", orNull(online.hits)},
            {"fetched", online.fetched},
            {"matched", online.fetched - online.unmatched - online.undecided},
            {"undecided", online.undecided},
            {"unmatched", online.unmatched},
            {"stored", outcome.stored},
            {"rejected", outcome.rejected.size()},
            {"abstracts_filled", online.filled},
            {"notices", std::move(notices)}};
}

int dryRun(const Options &options, const Context &context, const app::OnlineRequest &request)
{
    auto preview = app::previewOnline(request, app::accessFromEnvironment(), context.clock, context.task);
    if (!preview) {
        return context.fail(preview.error());
    }
    if (options.isJson) {
        printJson(context.out, toJson(*preview));
    } else {
        printPreview(context, *preview);
    }
    return Done;
}

int list(const Options &options, const Context &context, app::Workspace &workspace)
{
    auto runs = app::searchRuns(workspace);
    if (!runs) {
        return context.fail(runs.error());
    }
    ordered_json searches = ordered_json::array();
    for (const app::SearchRun &run : *runs) {
        if (options.isJson) {
            searches.push_back(searchRunJson(run));
        } else {
            printSearchRun(context.out, run);
        }
    }
    if (options.isJson) {
        printJson(context.out, {{"searches", std::move(searches)}});
    } else if (runs->empty()) {
        context.out << "No search yet.\n";
    }
    return Done;
}

query::Precedence precedenceOf(const Options &options)
{
    return options.precedence == "standard" ? query::Precedence::Standard : query::Precedence::Classic;
}

Result<app::OnlineOutcome>
resume(const Options &options, const Context &context, app::Workspace &workspace, std::string query)
{
    app::ResumeRequest request;
    request.search = options.resume > 0 ? std::optional(SearchId{options.resume}) : std::nullopt;
    request.source = options.source;
    request.query = std::move(query);
    request.precedence = options.hasPrecedence ? std::optional(precedenceOf(options)) : std::nullopt;
    request.fillsAbstracts = !options.isWithoutAbstracts;
    return app::resumeOnline(workspace, request, app::accessFromEnvironment(), context.clock, context.task);
}

/// What is wrong with the options; empty where nothing is.
std::string_view misuseOf(const Options &options, std::string_view query)
{
    if (options.isListed) {
        return {};
    }
    if (!options.query.empty() && !options.queryFile.empty()) {
        return "Write a query, or name its file with --query-file, not both.";
    }
    if (options.isResumed) {
        return options.isDryRun ? "A search that is resumed was counted before; leave --dry-run away." : "";
    }
    if (options.source.empty()) {
        return "Say with --source where to search; see winnow search --help.";
    }
    return query.empty() ? "Write a query, or name its file with --query-file." : "";
}

int failed(const Context &context, const Options &options, const Error &error)
{
    const int code = context.fail(error);
    if (error.where == app::kResumable) {
        context.err << "Go on with: winnow search " << options.review << " --resume\n";
    }
    return code;
}

int runSearch(const Options &options, const Context &context)
{
    auto query = queryText(options.query, options.queryFile);
    if (!query) {
        return context.fail(query.error());
    }
    if (const std::string_view misuse = misuseOf(options, *query); !misuse.empty()) {
        context.err << "winnow: " << misuse << '\n';
        return UsedWrongly;
    }
    app::OnlineRequest request;
    request.source = options.source;
    request.query = *std::move(query);
    request.precedence = precedenceOf(options);
    request.fillsAbstracts = !options.isWithoutAbstracts;
    if (options.isDryRun) {
        return dryRun(options, context, request);
    }
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    if (options.isListed) {
        return list(options, context, *workspace);
    }
    auto outcome = options.isResumed
                       ? resume(options, context, *workspace, std::move(request.query))
                       : app::searchOnline(
                             *workspace, request, app::accessFromEnvironment(), context.clock, context.task);
    if (!outcome) {
        return failed(context, options, outcome.error());
    }
    if (options.isJson) {
        printJson(context.out, toJson(*outcome));
    } else {
        printOutcome(context, *outcome);
    }
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser.add_option("query", options->query, "Query in Scopus syntax")->type_name("QUERY");
    parser.add_option("--query-file", options->queryFile, "File that holds the query")->type_name("FILE");
    std::vector<std::string> known;
    for (const app::OnlineSourceInfo &source : app::onlineSources()) {
        known.push_back(source.id);
    }
    parser.add_option("--source", options->source, "Where to search")->check(CLI::IsMember(known));
    parser.add_option("--precedence", options->precedence, "How operators without parentheses bind")
        ->check(CLI::IsMember({"classic", "standard"}));
    parser.add_flag(
        "--dry-run", options->isDryRun, "Only tell what is sent, how many hits there are and what they cost");
    parser
        .add_option("--resume", options->resume, "Go on with an interrupted search: the newest, or this one")
        ->expected(0, 1)
        ->type_name("SEARCH");
    parser.add_flag("--list", options->isListed, "List the searches of the review, as written and as sent");
    parser.add_flag(
        "--no-abstracts", options->isWithoutAbstracts, "Do not look for missing abstracts elsewhere");
    parser.add_option("--reviewer", options->reviewer, "Who searches");
    parser.add_flag("--json", options->isJson, "Report as JSON");
    return [options, &parser](const Context &context) {
        options->isResumed = parser.count("--resume") > 0;
        options->hasPrecedence = parser.count("--precedence") > 0;
        return runSearch(*options, context);
    };
}

} // namespace

const Command search{
    "search",
    "Search at an online source and take its records into the review",
    "  winnow search review.winnow --source openalex --query-file step2.scopus --dry-run\n"
    "  WINNOW_SCOPUS_KEY=... winnow search review.winnow --source scopus 'TITLE-ABS-KEY(handicraft)'\n"
    "  winnow search review.winnow --resume\n"
    "  winnow search review.winnow --list",
    define};

} // namespace winnow::cli
