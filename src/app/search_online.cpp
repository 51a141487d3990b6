#include "app/search_online.h"

#include "app/online_fetch.h"
#include "app/online_plan.h"
#include "store/event_detail.h"
#include "text/trim.h"

#include <algorithm>
#include <charconv>

namespace winnow::app {

namespace {

int yearOf(const Clock &clock)
{
    const std::string now = clock.nowUtc();
    int year = 0;
    std::from_chars(now.data(), now.data() + std::min<std::size_t>(now.size(), 4), year);
    return year;
}

std::string labelOf(std::string_view sourceId)
{
    const auto source = sourceOf(sourceId);
    return std::string(source ? (*source)->label : sourceId);
}

query::Precedence precedenceOf(const OnlineSearch &online)
{
    return online.precedence == "standard" ? query::Precedence::Standard : query::Precedence::Classic;
}

Error withResumeHint(Error error, SearchId search)
{
    if (error.code == ErrorCode::Cancelled) {
        error.message = "Stopped as you asked."; // the review is not quite as it was before
    }
    error.message +=
        " What came so far is kept as search " + std::to_string(search.value) + ", which can be resumed.";
    error.where = kResumable;
    return error;
}

/// Makes the search, its import and its parts, all hidden yet.
Result<OnlineSearch> begin(Workspace &workspace,
                           const SourceClient &client,
                           const OnlinePlan &plan,
                           const OnlineRequest &request,
                           const Clock &clock)
{
    OnlineSearch online;
    online.source = request.source;
    online.query = request.query;
    online.precedence = request.precedence == query::Precedence::Standard ? "standard" : "classic";
    online.isComplete = plan.search.isComplete;
    online.usesCursor = plan.search.usesCursor;
    online.beganUtc = clock.nowUtc();
    online.hits = plan.hits;
    online.parts = plan.parts;
    auto done = workspace.file().transact([&]() -> Result<void> {
        const std::string label(client.source().label);
        auto source = workspace.imports().source(label, SourceKind::Database);
        if (!source) {
            return std::move(source).error();
        }
        auto search = workspace.imports().addSearch(
            {{}, *source, request.query, plan.hits, online.beganUtc.substr(0, 10), {}, false});
        if (!search) {
            return std::move(search).error();
        }
        online.search = *search;
        Import import;
        import.search = *search;
        import.file = "search at " + label + " on " + online.beganUtc.substr(0, 10);
        import.format = online.source;
        const std::string uuid = workspace.newUuid();
        import.sha256 = "search " + uuid;
        auto added = workspace.imports().addImport(import, uuid);
        if (!added) {
            return std::move(added).error();
        }
        online.import = *added;
        return workspace.onlineSearches().add(online);
    });
    return done ? Result<OnlineSearch>(std::move(online)) : std::move(done).error();
}

/// Makes the records visible, as one act.
Result<void> finish(Workspace &workspace, OnlineOutcome &outcome, const Clock &clock)
{
    OnlineSearch &online = outcome.search;
    online.endedUtc = clock.nowUtc();
    return workspace.file().transact([&]() -> Result<void> {
        auto rejected = workspace.imports().rejectedOf(online.import);
        if (!rejected) {
            return std::move(rejected).error();
        }
        outcome.rejected = *std::move(rejected);
        outcome.stored = online.fetched - online.unmatched;
        Import import;
        import.id = online.import;
        import.stored = outcome.stored;
        import.rejected = static_cast<std::int64_t>(outcome.rejected.size());
        import.inFile = import.stored + import.rejected;
        auto counted = workspace.imports().setCounts(import);
        auto updated = workspace.onlineSearches().update(online);
        if (!counted || !updated) {
            return !counted ? std::move(counted) : std::move(updated);
        }
        store::EventDraft event;
        event.kind = EventKind::Import;
        event.subjectKind = "import";
        event.subject = online.import.value;
        event.detail = store::toNoteDetail("search at " + outcome.label + ": " +
                                           std::to_string(online.hits.value_or(online.fetched)) +
                                           " hits claimed, " + std::to_string(online.fetched) + " fetched, " +
                                           std::to_string(outcome.stored) + " stored");
        return workspace.log().append(workspace.act(), std::span(&event, 1));
    });
}

void addLosses(const OnlineTranslation &translation, Notices &notices)
{
    for (const OnlineLoss &loss : translation.losses) {
        notices.add({Severity::Warning, 0, {}, loss.message});
    }
}

void compareCounts(const OnlineSearch &online, std::size_t rejected, Notices &notices)
{
    const auto came = online.fetched + static_cast<std::int64_t>(rejected);
    if (online.hits && *online.hits != came) {
        notices.add({Severity::Warning,
                     0,
                     {},
                     "The source claimed " + std::to_string(*online.hits) + " hits and sent " +
                         std::to_string(came) + " records."});
    }
}

/// Fetches what is still to come, looks for abstracts, and makes the records visible.
Result<OnlineOutcome> complete(Workspace &workspace,
                               OnlineOutcome outcome,
                               SourceClient &client,
                               bool fillsAbstracts,
                               const OnlineAccess &access,
                               Notices &notices,
                               const Clock &clock,
                               Task &task)
{
    auto fetched = fetchPages(workspace, client, outcome, notices, task);
    if (fetched && fillsAbstracts) {
        fetched = fillAbstracts(workspace, access, outcome, notices, task);
    }
    if (!fetched) {
        return withResumeHint(std::move(fetched).error(), outcome.search.search);
    }
    if (auto finished = finish(workspace, outcome, clock); !finished) {
        return withResumeHint(std::move(finished).error(), outcome.search.search);
    }
    compareCounts(outcome.search, outcome.rejected.size(), notices);
    outcome.notices = notices.list();
    return outcome;
}

Result<OnlineSearch> unfinishedSearch(Workspace &workspace, std::optional<SearchId> wanted)
{
    auto unfinished = workspace.onlineSearches().unfinished();
    if (!unfinished) {
        return std::move(unfinished).error();
    }
    const auto found = wanted ? std::ranges::find(*unfinished, *wanted, &OnlineSearch::search)
                              : (unfinished->empty() ? unfinished->end() : std::prev(unfinished->end()));
    if (found == unfinished->end()) {
        return Error{ErrorCode::NotFound,
                     wanted ? "There is no unfinished search number " + std::to_string(wanted->value) + "."
                            : "There is no unfinished search in this review.",
                     {},
                     {}};
    }
    return *found;
}

/// A search goes on as it was begun: half of it from elsewhere would be no search that anybody could repeat.
Result<void> checkUnchanged(const OnlineSearch &online, const ResumeRequest &request)
{
    std::string change;
    if (!request.source.empty() && request.source != online.source) {
        change = "asks " + labelOf(online.source) + ", not " + labelOf(request.source);
    } else if (!text::trimmed(request.query).empty() &&
               text::trimmed(request.query) != text::trimmed(online.query)) {
        change = "has another query";
    } else if (request.precedence && *request.precedence != precedenceOf(online)) {
        change = "reads the query with the precedence " + online.precedence;
    }
    if (change.empty()) {
        return {};
    }
    return Error{ErrorCode::InvalidArgument,
                 "Search " + std::to_string(online.search.value) + " " + change +
                     ". Resume it as it was begun, or begin a new search.",
                 {},
                 {}};
}

} // namespace

Result<OnlinePreview>
previewOnline(const OnlineRequest &request, const OnlineAccess &access, const Clock &clock, Task &task)
{
    auto client = SourceClient::open(request.source, access);
    if (!client) {
        return std::move(client).error();
    }
    auto plan = planOnlineSearch(*client, request.query, request.precedence, yearOf(clock), task);
    if (!plan) {
        return std::move(plan).error();
    }
    OnlinePreview preview;
    preview.label = client->source().label;
    preview.isSuperset = plan->translation.isSuperset;
    preview.hits = plan->hits;
    preview.quotaLeft = plan->quota.left;
    preview.quotaReset = plan->quota.reset;
    preview.notices = plan->notices;
    preview.losses = plan->translation.losses;
    const std::int64_t size = client->pageSize(plan->search);
    for (const OnlinePart &part : plan->parts) {
        preview.sent.push_back(part.query);
        preview.requests += (part.hits.value_or(0) + size - 1) / size;
    }
    return preview;
}

Result<OnlineOutcome> searchOnline(Workspace &workspace,
                                   const OnlineRequest &request,
                                   const OnlineAccess &access,
                                   const Clock &clock,
                                   Task &task)
{
    auto client = SourceClient::open(request.source, access);
    if (!client) {
        return std::move(client).error();
    }
    auto plan = planOnlineSearch(*client, request.query, request.precedence, yearOf(clock), task);
    if (!plan) {
        return std::move(plan).error();
    }
    auto online = begin(workspace, *client, *plan, request, clock);
    if (!online) {
        return std::move(online).error();
    }
    Notices notices;
    for (const std::string &notice : plan->notices) {
        notices.add({Severity::Info, 0, {}, notice});
    }
    addLosses(plan->translation, notices);
    OnlineOutcome outcome;
    outcome.search = *std::move(online);
    outcome.label = client->source().label;
    return complete(
        workspace, std::move(outcome), *client, request.fillsAbstracts, access, notices, clock, task);
}

Result<OnlineOutcome> resumeOnline(Workspace &workspace,
                                   const ResumeRequest &request,
                                   const OnlineAccess &access,
                                   const Clock &clock,
                                   Task &task)
{
    auto online = unfinishedSearch(workspace, request.search);
    if (!online) {
        return std::move(online).error();
    }
    if (auto unchanged = checkUnchanged(*online, request); !unchanged) {
        return std::move(unchanged).error();
    }
    auto client = SourceClient::open(online->source, access);
    if (!client) {
        return std::move(client).error();
    }
    Notices notices;
    if (auto translation = translateForSource(online->source, online->query, precedenceOf(*online))) {
        addLosses(*translation, notices);
    }
    OnlineOutcome outcome;
    outcome.search = *std::move(online);
    outcome.label = client->source().label;
    return complete(
        workspace, std::move(outcome), *client, request.fillsAbstracts, access, notices, clock, task);
}

} // namespace winnow::app
