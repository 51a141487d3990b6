#include "cli/full_text_matches.h"

#include "cli/text.h"

#include <algorithm>
#include <cmath>
#include <ostream>

namespace winnow::cli {

namespace {

using app::MatchedFile;
using app::MatchedReport;
using app::MatchState;
using nlohmann::ordered_json;

/// As a shell takes it for one word. One with control characters cannot be typed from what is shown.
std::string quoted(const std::string &word)
{
    constexpr std::string_view kPlain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@%+=:,./-_";
    const bool isPlain =
        !word.empty() && word.front() != '-' && word.find_first_not_of(kPlain) == std::string::npos;
    if (isPlain) {
        return word;
    }
    std::string all = "'";
    for (const char c : word) {
        all += c == '\'' ? "'\\''" : std::string(1, c);
    }
    return all + "'";
}

std::string commandFor(const MatchedFile &file, const MatchedReport &report, const MatchPrinting &printing)
{
    return "winnow fulltext attach " + quoted(printing.review) + " --record " + quoted(report.key) + ' ' +
           quoted(file.file.string());
}

int percent(double score)
{
    constexpr double kHundred = 100;
    return static_cast<int>(std::lround(score * kHundred));
}

ordered_json toJson(const MatchedFile &file, const MatchPrinting &printing)
{
    ordered_json reports = ordered_json::array();
    for (const MatchedReport &report : file.reports) {
        ordered_json one{{"key", report.key},
                         {"title", report.title},
                         {"score", report.match.score},
                         {"reason", report.match.reason}};
        if (file.state == MatchState::ToConfirm) {
            one["command"] = commandFor(file, report, printing);
        }
        reports.push_back(std::move(one));
    }
    ordered_json json{
        {"file", file.file.string()}, {"state", app::toString(file.state)}, {"reports", std::move(reports)}};
    if (!file.why.empty()) {
        json["why"] = file.why;
    }
    if (file.notRetrieved) {
        json["was_not_retrieved"] = *file.notRetrieved;
    }
    return json;
}

void printAsJson(const Context &context, const app::MatchOutcome &outcome, const MatchPrinting &printing)
{
    ordered_json files = ordered_json::array();
    for (const MatchedFile &file : outcome.files) {
        files.push_back(toJson(file, printing));
    }
    ordered_json totals{{"files", outcome.files.size()}};
    for (const MatchState state : app::kMatchStates) {
        totals[std::string(app::toString(state))] = outcome.count(state);
    }
    totals["links"] = outcome.links;
    printJson(context.out,
              {{"dry_run", printing.isDryRun}, {"files", std::move(files)}, {"totals", std::move(totals)}});
}

void printFile(const Context &context, const MatchedFile &file, const MatchPrinting &printing)
{
    const std::string_view state =
        file.state == MatchState::Attached && printing.isDryRun ? "would attach" : app::toString(file.state);
    context.out << state << "  " << printable(file.file.string());
    if (!file.reports.empty() && file.state != MatchState::ToConfirm) {
        const MatchedReport &report = file.reports.front();
        context.out << "  " << printable(report.key) << "  " << printable(report.title) << " ("
                    << report.match.reason << ')';
    }
    context.out << (file.why.empty() ? "" : ": " + printable(file.why)) << '\n';
    if (file.notRetrieved) {
        context.out << "  It was said to be not retrieved"
                    << (file.notRetrieved->empty() ? "" : " (" + printable(*file.notRetrieved) + ")")
                    << "; that does not hold any longer.\n";
    }
    if (file.state != MatchState::ToConfirm) {
        return;
    }
    for (const MatchedReport &report : file.reports) {
        context.out << "  " << percent(report.match.score) << " %  " << printable(report.key) << "  "
                    << printable(report.title) << " (" << report.match.reason << ")\n    "
                    << printable(commandFor(file, report, printing)) << '\n';
    }
}

/// What people want to know first and what they have to do last.
void printTotals(const Context &context, const app::MatchOutcome &outcome, const MatchPrinting &printing)
{
    const auto told = [&](MatchState state, std::string_view words) {
        const auto count = static_cast<std::int64_t>(outcome.count(state));
        return count == 0 ? std::string() : ", " + grouped(count) + ' ' + std::string(words);
    };
    context.out << counted(static_cast<std::int64_t>(outcome.files.size()), "PDF") << ": "
                << grouped(static_cast<std::int64_t>(outcome.count(MatchState::Attached)))
                << (printing.isDryRun ? " would be attached" : " attached")
                << told(MatchState::ToConfirm, "to confirm")
                << told(MatchState::NoMatch, "of no sought report")
                << told(MatchState::AlreadyAttached, "attached before")
                << told(MatchState::SameAsOther, "the same as another")
                << told(MatchState::Unreadable, "unreadable") << told(MatchState::NotAttached, "not attached")
                << ".\n";
    if (outcome.links > 0) {
        context.out << counted(static_cast<std::int64_t>(outcome.links), "symbolic link")
                    << " passed over: name the folder that they lead to.\n";
    }
}

} // namespace

void printMatches(const Context &context, const app::MatchOutcome &outcome, const MatchPrinting &printing)
{
    if (printing.asJson) {
        printAsJson(context, outcome, printing);
        return;
    }
    for (const MatchedFile &file : outcome.files) {
        printFile(context, file, printing);
    }
    printTotals(context, outcome, printing);
}

} // namespace winnow::cli
