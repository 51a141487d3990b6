#include "app/find_plan.h"

#include "app/source_client.h"

#include <algorithm>

namespace winnow::app {

namespace {

constexpr std::int64_t kLatelyMs = std::int64_t{30} * 24 * 3600 * 1000;

/// Only who is named, where any is.
Result<std::vector<const locators::Locator *>> chosen(const FullTextRequest &request)
{
    const auto all = locators::locatorsByRank();
    std::string known;
    for (const locators::Locator *locator : all) {
        known += (known.empty() ? "" : ", ") + std::string(locator->id);
    }
    for (const std::string &id : request.sources) {
        if (locators::findLocator(id) == nullptr) {
            std::string message = "There is no source of full texts called ";
            message.append(id).append("; choose of ").append(known) += '.';
            return Error{ErrorCode::InvalidArgument, std::move(message), {}, {}};
        }
    }
    std::vector<const locators::Locator *> some;
    std::ranges::copy_if(all, std::back_inserter(some), [&](const locators::Locator *locator) {
        return request.sources.empty() ||
               std::ranges::find(request.sources, locator->id) != request.sources.end();
    });
    return some;
}

Result<void> addClients(const FullTextRequest &request, const OnlineAccess &access, FindPlan &plan)
{
    const auto locators = chosen(request);
    const auto timeout = stallTimeoutOf(access);
    if (!locators || !timeout) {
        return !locators ? locators.error() : timeout.error();
    }
    net::SessionOptions options;
    options.userAgent = userAgentOf(access);
    options.stallTimeout = *timeout;
    options.timing = request.timing;
    for (const locators::Locator *locator : *locators) {
        auto client = LocatorClient::open(*locator, access, options);
        if (client) {
            plan.clients.push_back(*std::move(client));
        } else if (client.error().code == ErrorCode::Denied) {
            plan.passedOver.push_back({std::string(locator->label), client.error().message});
        } else {
            return std::move(client).error();
        }
    }
    if (!plan.clients.empty()) {
        return {};
    }
    std::string why;
    for (const UnaskedSource &one : plan.passedOver) {
        why += (why.empty() ? "" : " ") + one.why;
    }
    return Error{ErrorCode::Denied, why, {}, {}};
}

bool isWanted(const FullTextRequest &request, const FullText &text)
{
    if (isAssessed(text.report) || !text.files.empty() || text.report.status != ReportStatus::Sought) {
        return false;
    }
    return request.only.empty() ||
           std::ranges::find(request.only, stateOf(text.answers)) != request.only.end();
}

/// The reports of the records that the request names; all where it names none.
Result<std::vector<RecordId>> unitsOf(Workspace &workspace, const FullTextRequest &request)
{
    std::vector<RecordId> units;
    for (const RecordId record : request.records) {
        auto kept = workspace.judgement().keptFor(record);
        if (!kept) {
            return std::move(kept).error();
        }
        units.push_back(*kept);
    }
    return units;
}

/// Fills what a record lacks to be asked for from those that it stands for.
Result<Record> recordOf(Workspace &workspace, RecordId kept)
{
    auto record = workspace.records().get(kept);
    auto group = workspace.judgement().representedBy(kept);
    if (!record || !group) {
        return !record ? std::move(record).error() : std::move(group).error();
    }
    for (const RecordId member : *group) {
        auto other = workspace.records().get(member);
        if (!other) {
            return std::move(other).error();
        }
        for (std::string Record::*const field : {&Record::doi, &Record::pmid, &Record::pmcid, &Record::url}) {
            if (((*record).*field).empty()) {
                (*record).*field = (*other).*field;
            }
        }
    }
    return record;
}

bool isLately(const DatedAnswer &answer, const std::string &nowUtc)
{
    const auto then = millisecondsOf(answer.atUtc);
    const auto now = millisecondsOf(nowUtc);
    return then && now && *now - *then < kLatelyMs;
}

} // namespace

Result<FindPlan> planFind(Workspace &workspace, const FullTextRequest &request, const OnlineAccess &access)
{
    FindPlan plan;
    plan.asksAgain = request.asksAgain || !request.only.empty();
    plan.nowUtc = workspace.act().atUtc;
    if (const std::string &pattern = request.resolver.empty() ? access.linkResolver : request.resolver;
        !pattern.empty()) {
        auto resolver = LinkResolver::of(pattern);
        if (!resolver) {
            return std::move(resolver).error();
        }
        plan.resolver = *std::move(resolver);
    }
    if (auto added = addClients(request, access, plan); !added) {
        return std::move(added).error();
    }
    auto texts = fullTexts(workspace);
    auto units = unitsOf(workspace, request);
    if (!texts || !units) {
        return !texts ? std::move(texts).error() : std::move(units).error();
    }
    for (FullText &text : texts->sought) {
        const bool isNamed = units->empty() || std::ranges::find(*units, text.report.row.id) != units->end();
        if (!isNamed || !isWanted(request, text)) {
            continue;
        }
        auto record = recordOf(workspace, text.report.row.id);
        if (!record) {
            return std::move(record).error();
        }
        plan.candidates.push_back({std::move(text), *std::move(record)});
    }
    return plan;
}

bool isAsked(const FindPlan &plan, const locators::Locator &locator, const Candidate &candidate)
{
    if (questionFor(locator, candidate.record) == nullptr) {
        return false;
    }
    return plan.asksAgain || std::ranges::none_of(candidate.text.answers, [&](const DatedAnswer &answer) {
               const FullTextStatus status = answer.answer.status;
               const bool isAnswer = answer.answer.source == locator.id ? status != FullTextStatus::Unanswered
                                                                        : status == FullTextStatus::Found;
               return isAnswer && isLately(answer, plan.nowUtc);
           });
}

} // namespace winnow::app
