#include "app/online_fetch.h"

#include "base/sha256.h"
#include "query/evaluate.h"
#include "query/parse.h"

#include <algorithm>
#include <array>
#include <map>

namespace winnow::app {

namespace {

constexpr std::string_view kFetching = "fetching records";
constexpr std::string_view kFilling = "looking for abstracts";

/// By what a record is known again when its page comes twice.
std::string nameOf(const formats::ReadRecord &read)
{
    const Record &record = read.record;
    for (const std::string &name : {record.eid, record.key, record.pmid, record.doi, record.url}) {
        if (!name.empty()) {
            return name;
        }
    }
    return read.raw;
}

/// The reading of one page into the review.
class PageStore
{
public:
    PageStore(Workspace &workspace, OnlineOutcome &outcome, Notices &notices, const query::Node *judge)
        : m_workspace(workspace)
        , m_outcome(outcome)
        , m_notices(notices)
        , m_judge(judge)
    {}

    Result<void> take(sources::Page &&page)
    {
        for (formats::ReadRecord &read : page.records) {
            if (auto taken = take(read); !taken) {
                return taken;
            }
        }
        for (formats::RejectedRecord &rejected : page.rejected) {
            if (auto taken = take(rejected); !taken) {
                return taken;
            }
        }
        for (Diagnostic &diagnostic : page.diagnostics) {
            m_notices.add(std::move(diagnostic));
        }
        return {};
    }

private:
    Result<void> take(formats::ReadRecord &read)
    {
        OnlineSearch &search = m_outcome.search;
        auto isNew = m_workspace.onlineSearches().isNew(search.search, nameOf(read));
        if (!isNew) {
            return std::move(isNew).error();
        }
        if (!*isNew) {
            return {};
        }
        ++search.fetched;
        const query::Truth truth = m_judge == nullptr ? query::Truth::Yes : judged(read.record);
        if (truth == query::Truth::No) {
            ++search.unmatched;
            return {};
        }
        search.undecided += truth == query::Truth::Unknown ? 1 : 0;
        auto stored = m_workspace.records().insert(search.import, read.record, read.raw, search.fetched);
        return stored ? Result<void>() : std::move(stored).error();
    }

    Result<void> take(formats::RejectedRecord &rejected)
    {
        auto isNew =
            m_workspace.onlineSearches().isNew(m_outcome.search.search, "rejected " + sha256(rejected.raw));
        if (!isNew) {
            return std::move(isNew).error();
        }
        RejectedRow row{rejected.line, std::move(rejected.reason), std::move(rejected.raw)};
        return *isNew ? m_workspace.imports().addRejected(m_outcome.search.import, row) : Result<void>();
    }

    [[nodiscard]] query::Truth judged(const Record &record) const
    {
        return query::matches(*m_judge, record) ? query::Truth::Yes
                                                : query::judge(*m_judge, record, query::Missing::Unknown);
    }

    Workspace &m_workspace;
    OnlineOutcome &m_outcome;
    Notices &m_notices;
    const query::Node *m_judge;
};

Result<void> fetchPart(Workspace &workspace,
                       SourceClient &client,
                       OnlineOutcome &outcome,
                       std::size_t number,
                       PageStore &store,
                       Task &task)
{
    OnlineSearch &search = outcome.search;
    bool hasBegunAnew = false;
    while (!search.parts[number].isDone) {
        if (task.isStopped()) {
            return Task::stoppedError();
        }
        const OnlinePart part = search.parts[number];
        task.report({kFetching, search.fetched, search.hits.value_or(0)});
        auto page = client.page({part.query, search.isComplete, search.usesCursor}, part.next, task);
        if (!page && page.error().code == ErrorCode::NotFound && !part.next.empty() && !hasBegunAnew) {
            // The source has forgotten the search; what has come is known again by its names.
            hasBegunAnew = true;
            search.parts[number].next.clear();
            continue;
        }
        if (!page) {
            return std::move(page).error();
        }
        const OnlineSearch before = search;
        const std::optional<std::string> next = page->next;
        const std::optional<std::int64_t> hits = page->hits;
        auto done = workspace.file().transact([&]() -> Result<void> {
            if (auto taken = store.take(*std::move(page)); !taken) {
                return taken;
            }
            OnlinePart &here = search.parts[number];
            here.isDone = !next;
            here.next = next.value_or(std::string());
            here.hits = hits ? hits : here.hits;
            return workspace.onlineSearches().update(search);
        });
        if (!done) {
            search = before;
            return done;
        }
    }
    return {};
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(
        result, result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

/// The abstracts of a page by DOI and PMID.
std::map<std::string, std::string> abstractsOf(const sources::Page &page)
{
    std::map<std::string, std::string> abstracts;
    for (const formats::ReadRecord &read : page.records) {
        const Record &record = read.record;
        if (record.abstractText.empty()) {
            continue;
        }
        for (const std::string &name : {record.doi, record.pmid}) {
            if (!name.empty()) {
                abstracts.emplace(lowered(name), record.abstractText);
            }
        }
    }
    return abstracts;
}

struct Lacking
{
    RecordId id;
    Record record;
};

/// By what it is known again that a source was asked for an abstract.
std::string nameOfLookUp(std::string_view source, RecordId id)
{
    return "abstract at " + std::string(source) + " of " + std::to_string(id.value);
}

/// The records without an abstract for which that source was not asked yet.
Result<std::vector<Lacking>>
lackingIn(Workspace &workspace, const OnlineSearch &search, std::string_view source)
{
    auto ids = workspace.records().withoutAbstract(search.import);
    if (!ids) {
        return std::move(ids).error();
    }
    std::vector<Lacking> lacking;
    for (const RecordId id : *ids) {
        auto isAsked = workspace.onlineSearches().isKnown(search.search, nameOfLookUp(source, id));
        if (!isAsked) {
            return std::move(isAsked).error();
        }
        if (*isAsked) {
            continue;
        }
        auto record = workspace.records().get(id);
        if (!record) {
            return std::move(record).error();
        }
        if (!record->doi.empty() || !record->pmid.empty()) {
            lacking.push_back({id, *std::move(record)});
        }
    }
    return lacking;
}

/// Writes down what one look-up found.
Result<void> storeAbstracts(Workspace &workspace,
                            std::string_view source,
                            std::span<const Lacking> asked,
                            const std::map<std::string, std::string> &abstracts,
                            OnlineSearch &search)
{
    return workspace.file().transact([&]() -> Result<void> {
        for (const Lacking &one : asked) {
            auto isNew = workspace.onlineSearches().isNew(search.search, nameOfLookUp(source, one.id));
            if (!isNew) {
                return std::move(isNew).error();
            }
            auto found = abstracts.find(lowered(one.record.doi));
            found = found == abstracts.end() ? abstracts.find(one.record.pmid) : found;
            if (found == abstracts.end()) {
                continue;
            }
            if (auto set = workspace.records().setAbstract(one.id, found->second); !set) {
                return set;
            }
            ++search.filled;
        }
        return workspace.onlineSearches().update(search);
    });
}

/// Asks one source for the abstracts of all records that lack one.
Result<void> fillFrom(Workspace &workspace, SourceClient &client, OnlineSearch &search, Task &task)
{
    auto lacking = lackingIn(workspace, search, client.source().id);
    if (!lacking) {
        return std::move(lacking).error();
    }
    const std::size_t most = std::max<std::size_t>(client.source().lookUpMost, 1);
    for (std::size_t at = 0; at < lacking->size(); at += most) {
        if (task.isStopped()) {
            return Task::stoppedError();
        }
        task.report({kFilling, static_cast<std::int64_t>(at), static_cast<std::int64_t>(lacking->size())});
        const auto some = std::span(*lacking).subspan(at, std::min(most, lacking->size() - at));
        std::vector<Record> records;
        records.reserve(some.size());
        for (const Lacking &one : some) {
            records.push_back(one.record);
        }
        auto page = client.lookUp(records, task);
        // Not found where none of them has what the source knows records by.
        if (!page && page.error().code != ErrorCode::NotFound) {
            return std::move(page).error();
        }
        const auto abstracts = page ? abstractsOf(*page) : std::map<std::string, std::string>();
        if (auto stored = storeAbstracts(workspace, client.source().id, some, abstracts, search); !stored) {
            return stored;
        }
    }
    return {};
}

} // namespace

Result<void>
fetchPages(Workspace &workspace, SourceClient &client, OnlineOutcome &outcome, Notices &notices, Task &task)
{
    OnlineSearch &search = outcome.search;
    const auto precedence =
        search.precedence == "standard" ? query::Precedence::Standard : query::Precedence::Classic;
    const query::Parsed parsed = query::parse(search.query, precedence);
    PageStore store(workspace, outcome, notices, client.isAskedItself() ? nullptr : parsed.root.get());
    for (std::size_t number = 0; number < search.parts.size(); ++number) {
        if (auto done = fetchPart(workspace, client, outcome, number, store, task); !done) {
            return done;
        }
    }
    return {};
}

Result<void> fillAbstracts(
    Workspace &workspace, const OnlineAccess &access, OnlineOutcome &outcome, Notices &notices, Task &task)
{
    constexpr std::array<std::string_view, 3> kSources{"openalex", "pubmed", "crossref"};
    for (const std::string_view source : kSources) {
        if (source == outcome.search.source) {
            continue;
        }
        auto client = SourceClient::open(source, access);
        auto filled = client ? fillFrom(workspace, *client, outcome.search, task)
                             : Result<void>(std::move(client).error());
        if (!filled && filled.error().code == ErrorCode::Cancelled) {
            return filled;
        }
        if (!filled) {
            notices.add({Severity::Warning,
                         0,
                         {},
                         "Abstracts could not be looked up everywhere: " + filled.error().message});
        }
    }
    return {};
}

} // namespace winnow::app
