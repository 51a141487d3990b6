#include "app/find_full_texts.h"

#include "app/find_plan.h"
#include "app/full_text_finder.h"
#include "app/pdf_downloads.h"
#include "app/source_client.h"

#include <algorithm>
#include <set>

namespace winnow::app {

namespace {

using locators::Locator;

SoughtFullText shown(const FindPlan &plan, const Candidate &candidate, bool isAskedNow)
{
    const ListRow &row = candidate.text.report.row;
    SoughtFullText sought = soughtOf(candidate.text.answers);
    sought.record = row.id;
    sought.key = row.key;
    sought.title = row.title;
    sought.isAskedNow = isAskedNow;
    if (plan.resolver && sought.state != FindState::Found) {
        sought.resolver = plan.resolver->addressFor(candidate.record);
    }
    return sought;
}

Result<PdfDownloads>
downloadsFor(const FindPlan &plan, const FullTextRequest &request, const OnlineAccess &access)
{
    const auto timeout = stallTimeoutOf(access);
    if (!timeout) {
        return timeout.error();
    }
    net::SessionOptions options;
    options.stallTimeout = *timeout;
    options.timing = request.timing;
    const bool isLocal = std::ranges::any_of(plan.clients, &LocatorClient::isOnLoopback);
    auto downloads = PdfDownloads::open(options,
                                        isLocal ? net::Reach::PublicOrLoopback : net::Reach::Public,
                                        {request.mostBytes, request.longestDownload});
    for (const LocatorClient &client : plan.clients) {
        const Locator &locator = client.locator();
        if (!downloads || locator.filesUrl.empty()) {
            continue;
        }
        const double perSecond = std::min(locator.pace.perSecond, 1.0);
        if (auto set = downloads->setPace(locator.filesUrl, {perSecond, 1}); !set) {
            return std::move(set).error();
        }
    }
    return downloads;
}

Error againError(Error error)
{
    error.where = kFindAgain;
    return error;
}

} // namespace

SoughtFullText soughtOf(std::span<const DatedAnswer> answers)
{
    SoughtFullText sought;
    sought.state = stateOf(answers);
    if (const DatedAnswer *const best = bestOf(answers)) {
        sought.source = fullTextSourceLabel(best->answer.source);
        sought.address = best->answer.address;
        sought.licence = best->answer.licence;
        sought.version = best->answer.version;
        sought.message = best->answer.message;
    }
    return sought;
}

Result<FullTextPreview>
previewFullTexts(Workspace &workspace, const FullTextRequest &request, const OnlineAccess &access)
{
    auto plan = planFind(workspace, request, access);
    if (!plan) {
        return std::move(plan).error();
    }
    FullTextPreview preview;
    preview.passedOver = plan->passedOver;
    std::set<RecordId> asked;
    std::set<RecordId> nameable;
    for (const LocatorClient &client : plan->clients) {
        const Locator &locator = client.locator();
        FullTextPreview::Source source{std::string(locator.label), 0, 0};
        std::map<const locators::Question *, std::size_t> reports;
        for (const Candidate &candidate : plan->candidates) {
            const auto *const question = questionFor(locator, candidate.record);
            if (question != nullptr) {
                nameable.insert(candidate.text.report.row.id);
            }
            if (isAsked(*plan, locator, candidate)) {
                ++reports[question];
                ++source.reports;
                asked.insert(candidate.text.report.row.id);
            }
        }
        for (const auto &[question, count] : reports) {
            source.requests += static_cast<std::int64_t>((count + question->most - 1) / question->most);
        }
        preview.sources.push_back(std::move(source));
    }
    preview.reports = static_cast<std::int64_t>(asked.size());
    preview.answered = static_cast<std::int64_t>(nameable.size() - asked.size());
    preview.nameless = static_cast<std::int64_t>(plan->candidates.size() - nameable.size());
    return preview;
}

Result<FullTextOutcome>
findFullTexts(Workspace &workspace, const FullTextRequest &request, const OnlineAccess &access, Task &task)
{
    if (workspace.isReadOnly()) {
        return Error{ErrorCode::Unwritable,
                     "This review can only be read, so that nothing can be attached in it. Copy it, with the "
                     "folder NAME.files, to a folder of your own to work on it.",
                     {},
                     workspace.path().string()};
    }
    auto plan = planFind(workspace, request, access);
    if (!plan) {
        return std::move(plan).error();
    }
    auto downloads = downloadsFor(*plan, request, access);
    if (!downloads) {
        return std::move(downloads).error();
    }
    FullTextOutcome outcome;
    outcome.passedOver = plan->passedOver;
    FullTextFinder finder(workspace, *plan, *std::move(downloads), task);
    if (auto done = finder.run(); !done) {
        return againError(std::move(done).error());
    }
    outcome.notices = finder.notices();
    outcome.asked = static_cast<std::int64_t>(finder.asked().size());
    for (const Candidate &candidate : plan->candidates) {
        outcome.reports.push_back(
            shown(*plan, candidate, finder.asked().contains(candidate.text.report.row.id)));
        ++outcome.counts[outcome.reports.back().state];
    }
    const auto total = static_cast<std::int64_t>(plan->candidates.size());
    task.report({kLookingForFullTexts, total, total});
    return outcome;
}

} // namespace winnow::app
