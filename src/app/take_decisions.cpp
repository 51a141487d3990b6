#include "app/take_decisions.h"

#include "app/read_file.h"
#include "store/event_detail.h"
#include "text/fold.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace winnow::app {

namespace {

/// By what a record of a file is found among those of the review, surest first.
using Names = std::array<std::string, 5>;

Names namesOf(const Record &record)
{
    std::string title;
    for (const char c : text::fold(record.title)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
            (static_cast<unsigned char>(c) & 0x80U) != 0) {
            title += c;
        }
    }
    const std::string year = record.date.year ? std::to_string(*record.date.year) : std::string();
    const auto named = [](const char *kind, const std::string &value) {
        return value.empty() ? std::string() : kind + value;
    };
    return {named("doi:", record.doi),
            named("pmid:", record.pmid),
            named("eid:", record.eid),
            named("key:", record.key),
            title.empty() ? std::string() : "title:" + title + '|' + year};
}

/// The records of the review by each of their names; a name that two groups share is no name.
class RecordNames
{
public:
    void add(RecordId kept, const Record &record)
    {
        for (const std::string &name : namesOf(record)) {
            if (name.empty()) {
                continue;
            }
            const auto [entry, isNew] = m_records.try_emplace(name, kept);
            if (!isNew && entry->second != kept) {
                m_shared.insert(name);
            }
        }
    }

    /// The record, or half a sentence that says why there is none.
    [[nodiscard]] std::pair<std::optional<RecordId>, std::string> find(const Record &record) const
    {
        bool isShared = false;
        for (const std::string &name : namesOf(record)) {
            const auto entry = m_records.find(name);
            if (name.empty() || entry == m_records.end()) {
                continue;
            }
            if (!m_shared.contains(name)) {
                return {entry->second, {}};
            }
            isShared = true;
        }
        return {std::nullopt, isShared ? "fits several records of the review" : "is not in the review"};
    }

private:
    std::unordered_map<std::string, RecordId> m_records;
    std::unordered_set<std::string> m_shared;
};

Result<RecordNames> namesInReview(Workspace &workspace)
{
    auto rows = workspace.judgement().unitRows();
    if (!rows) {
        return std::move(rows).error();
    }
    RecordNames names;
    auto row = rows->begin();
    auto read = workspace.records().forEach({}, [&](RecordId id, const Record &record) {
        while (row != rows->end() && row->id < id) {
            ++row;
        }
        if (row != rows->end() && row->id == id) {
            names.add(row->kept, record);
        }
        return true;
    });
    if (!read) {
        return std::move(read).error();
    }
    return names;
}

class DecisionSink final : public formats::RecordSink
{
public:
    DecisionSink(const RecordNames &names, const TakeDecisionsRequest &request, Task &task)
        : m_names(names)
        , m_request(request)
        , m_task(task)
    {}

    bool record(formats::ReadRecord &&read) override
    {
        labels.record(read);
        ++outcome.records;
        if (m_request.verdict) {
            read.decisions = {{m_request.stage, {}, *m_request.verdict, m_request.reason, {}}};
        }
        if (!read.decisions.empty()) {
            take(read);
        }
        return !m_task.isStopped();
    }

    bool rejected(formats::RejectedRecord && /*record*/) override
    {
        labels.rejected();
        return !m_task.isStopped();
    }

    void diagnostic(Diagnostic && /*diagnostic*/) override {}

    RowLabels labels; ///< of the file that is read
    TakeDecisionsOutcome outcome;
    std::vector<store::EventDraft> events;

private:
    void take(const formats::ReadRecord &read)
    {
        auto [id, why] = m_names.find(read.record);
        if (!id) {
            outcome.unmatched.push_back({read.line, read.record.title, std::move(why)});
            return;
        }
        for (const formats::ReadDecision &decision : read.decisions) {
            events.push_back(decisionEvent(*id, decision, m_request.stage));
            ++outcome.decisions;
        }
    }

    const RecordNames &m_names;
    const TakeDecisionsRequest &m_request;
    Task &m_task;
};

} // namespace

Result<TakeDecisionsOutcome>
takeDecisions(Workspace &workspace, const TakeDecisionsRequest &request, Task &task)
{
    auto recognised = recogniseFiles({request.file}, request.format);
    auto names = namesInReview(workspace);
    if (!recognised || !names) {
        return !recognised ? std::move(recognised).error() : std::move(names).error();
    }
    DecisionSink sink(*names, request, task);
    for (const RecognisedFile &file : recognised->files) {
        auto labels = RowLabels::of(file.input);
        if (!labels) {
            return std::move(labels).error();
        }
        sink.labels = *std::move(labels);
        auto read = readFile(file, {}, sink, "reading decisions", task);
        if (!read) {
            return std::move(read).error();
        }
    }
    if (sink.events.empty() && sink.outcome.unmatched.empty()) {
        return Error{
            ErrorCode::WrongFormat,
            request.file.string() +
                " holds no decisions that Winnow knows. Where the tool exported one list per verdict, "
                "say it with --stage and --verdict. Nothing was decided.",
            {},
            request.file.string()};
    }
    auto appended = workspace.file().transact(
        [&]() -> Result<void> { return workspace.log().append(workspace.act(), sink.events); });
    if (!appended) {
        return std::move(appended).error();
    }
    return std::move(sink.outcome);
}

} // namespace winnow::app
