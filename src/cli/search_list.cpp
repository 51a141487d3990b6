#include "cli/search_list.h"

#include <array>
#include <ostream>
#include <string_view>

namespace winnow::cli {

namespace {

using nlohmann::ordered_json;

std::string_view nameOf(app::SearchRunState state)
{
    // In the order of app::SearchRunState.
    constexpr std::array<std::string_view, 3> kNames{"counted", "unfinished", "undone"};
    return kNames.at(static_cast<std::size_t>(state));
}

std::int64_t keptOf(const OnlineSearch &online)
{
    return online.fetched - online.unmatched;
}

void printOnline(std::ostream &out, const OnlineSearch &online)
{
    for (const OnlinePart &part : online.parts) {
        out << "  sent:    " << printable(part.query);
        if (online.parts.size() > 1 && part.hits) {
            out << " (" << counted(*part.hits, "hit") << ")";
        }
        out << '\n';
    }
    out << "  from " << online.beganUtc << " to " << (online.endedUtc.empty() ? "..." : online.endedUtc)
        << ": " << grouped(online.fetched) << " fetched, " << grouped(keptOf(online) - online.undecided)
        << " match the query, " << grouped(online.undecided) << " cannot be decided, "
        << grouped(online.unmatched) << " do not match\n";
}

} // namespace

void printSearchRun(std::ostream &out, const app::SearchRun &run)
{
    out << "search " << run.search.value << ": " << printable(run.source);
    if (!run.date.empty()) {
        out << " on " << printable(run.date);
    }
    if (run.hits) {
        out << ", " << counted(*run.hits, "hit");
    }
    if (run.state == app::SearchRunState::Unfinished) {
        out << ", interrupted; go on with --resume " << run.search.value;
    } else if (run.state == app::SearchRunState::Undone) {
        out << ", undone";
    }
    out << '\n';
    if (!run.query.empty()) {
        out << "  written: " << printable(run.query) << '\n';
    }
    if (run.online) {
        printOnline(out, *run.online);
    }
    if (!run.note.empty()) {
        out << "  note: " << printable(run.note) << '\n';
    }
}

ordered_json searchRunJson(const app::SearchRun &run)
{
    const auto orNull = [](const std::optional<std::int64_t> &number) {
        return number ? ordered_json(*number) : ordered_json();
    };
    ordered_json json{{"search", run.search.value},
                      {"source", run.source},
                      {"state", nameOf(run.state)},
                      {"date", run.date},
                      {"query", run.query},
                      {"hits", orNull(run.hits)},
                      {"note", run.note}};
    if (!run.online) {
        return json;
    }
    const OnlineSearch &online = *run.online;
    ordered_json parts = ordered_json::array();
    for (const OnlinePart &part : online.parts) {
        parts.push_back({{"sent", part.query}, {"hits", orNull(part.hits)}, {"done", part.isDone}});
    }
    json["precedence"] = online.precedence;
    json["parts"] = std::move(parts);
    json["began"] = online.beganUtc;
    json["ended"] = online.endedUtc.empty() ? ordered_json() : ordered_json(online.endedUtc);
    json["fetched"] = online.fetched;
    json["matched"] = keptOf(online) - online.undecided;
    json["undecided"] = online.undecided;
    json["unmatched"] = online.unmatched;
    json["abstracts_filled"] = online.filled;
    return json;
}

} // namespace winnow::cli
