#include "app/import_files.h"

#include "app/read_file.h"
#include "store/event_detail.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace winnow::app {

namespace {

/// Stores what a reader finds as it comes; the first failure of the store stops the reader and is kept.
class StoringSink final : public formats::RecordSink
{
public:
    StoringSink(Workspace &workspace, ImportId import, const ImportRequest &request, Task &task)
        : m_workspace(workspace)
        , m_import(import)
        , m_request(request)
        , m_task(task)
    {}

    bool record(formats::ReadRecord &&read) override
    {
        m_labels.record(read);
        auto stored = m_workspace.records().insert(m_import, read.record, read.raw, read.line);
        if (!stored) {
            m_failure = std::move(stored).error();
            return false;
        }
        ++m_outcome.stored;
        m_withoutAbstract += static_cast<std::int64_t>(read.record.abstractText.empty());
        for (const formats::ReadDecision &decision : read.decisions) {
            ++m_outcome.decisions;
            if (m_request.takesDecisions) {
                m_events.push_back(decisionEvent(*stored, decision, m_request.decisionStage));
            }
        }
        return goOn();
    }

    bool rejected(formats::RejectedRecord &&record) override
    {
        m_labels.rejected();
        RejectedRow row{record.line, std::move(record.reason), std::move(record.raw)};
        if (auto added = m_workspace.imports().addRejected(m_import, row); !added) {
            m_failure = std::move(added).error();
            return false;
        }
        m_outcome.rejected.push_back(std::move(row));
        return goOn();
    }

    void preamble(std::string_view more) override { m_preamble += more; }

    void columns(std::span<const formats::ColumnChoice> columns) override
    {
        for (const formats::ColumnChoice &column : columns) {
            m_outcome.columns.push_back({column.field, column.column});
        }
    }

    void diagnostic(Diagnostic &&diagnostic) override { m_notices.add(std::move(diagnostic)); }

    /// What an ASReview project says beside its data set.
    void setLabels(RowLabels labels) { m_labels = std::move(labels); }

    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }

    [[nodiscard]] const std::string &preamble() const { return m_preamble; }

    [[nodiscard]] std::int64_t withoutAbstract() const { return m_withoutAbstract; }

    /// The decisions that were found, as events.
    [[nodiscard]] std::vector<store::EventDraft> takeEvents() { return std::move(m_events); }

    [[nodiscard]] ImportedFile takeOutcome()
    {
        m_outcome.inFile = m_outcome.stored + static_cast<std::int64_t>(m_outcome.rejected.size());
        m_outcome.notices = m_notices.list();
        return std::move(m_outcome);
    }

private:
    bool goOn()
    {
        if (m_task.isStopped()) {
            m_failure = Task::stoppedError();
        }
        return !m_failure;
    }

    Workspace &m_workspace;
    ImportId m_import;
    const ImportRequest &m_request;
    Task &m_task;
    ImportedFile m_outcome;
    RowLabels m_labels;
    Notices m_notices;
    std::vector<store::EventDraft> m_events;
    std::string m_preamble;
    std::int64_t m_withoutAbstract = 0;
    std::optional<Error> m_failure;
};

Error noSuchImport(ImportId import)
{
    return {ErrorCode::NotFound,
            "There is no import number " + std::to_string(import.value) +
                " in this review, or it was undone; 'winnow import REVIEW --report' lists the imports.",
            {},
            {}};
}

/// The name of the source at which a noted search was run.
Result<std::string> sourceOfSearch(Workspace &workspace, SearchId id)
{
    auto noted = workspace.imports().search(id);
    if (!noted) {
        return std::move(noted).error();
    }
    const std::optional<Search> &search = *noted;
    if (!search) {
        return Error{
            ErrorCode::NotFound,
            "There is no search number " + std::to_string(id.value) +
                " in this review; 'winnow search-run' prints the number of the search that it notes.",
            {},
            {}};
    }
    auto sources = workspace.imports().sources();
    if (!sources) {
        return std::move(sources).error();
    }
    const auto source = std::ranges::find(*sources, search->source, &Source::id);
    return source == sources->end() ? std::string() : source->name;
}

Result<std::string>
sourceName(Workspace &workspace, const ImportRequest &request, const RecognisedFile &first)
{
    if (request.search) {
        return sourceOfSearch(workspace, *request.search);
    }
    if (!request.source.empty()) {
        return request.source;
    }
    const std::string_view producer = first.detection.producer;
    return producer.empty() ? first.input.path.stem().string() : std::string(producer);
}

Result<SearchId> searchFor(Workspace &workspace, const ImportRequest &request, const std::string &source)
{
    if (request.search) {
        return *request.search;
    }
    auto sourceId = workspace.imports().source(source, request.kind);
    if (!sourceId) {
        return std::move(sourceId).error();
    }
    return workspace.imports().addSearch(
        {{}, *sourceId, request.query, request.hits, request.date, {}, false});
}

Error nothingImported(const std::string &file, const ImportedFile &outcome)
{
    const std::string why =
        outcome.rejected.empty()
            ? "it holds no record"
            : "line " + std::to_string(outcome.rejected.front().line) + " " + outcome.rejected.front().reason;
    return {ErrorCode::WrongFormat,
            file + " was read as " + outcome.formatLabel + ", but nothing could be imported: " + why +
                ". Check the file, or name its format with --format.",
            {},
            file};
}

void tellAbstracts(ImportedFile &outcome, std::int64_t missing)
{
    if (missing > 0) {
        outcome.notices.push_back({Severity::Info,
                                   0,
                                   {},
                                   std::to_string(missing) + " of " + std::to_string(outcome.stored) +
                                       " records have no abstract."});
    }
}

/// Tells when the two counts differ: one of them overlooks something.
void compareCounts(ImportedFile &outcome)
{
    if (outcome.starts != outcome.inFile) {
        outcome.notices.push_back({Severity::Warning,
                                   0,
                                   {},
                                   "A simple count finds " + std::to_string(outcome.starts) +
                                       " places where a record begins, " + std::to_string(outcome.inFile) +
                                       " were found on reading; compare the numbers with the source's."});
    }
}

Result<ImportedFile> importOne(Workspace &workspace,
                               const ImportRequest &request,
                               const RecognisedFile &file,
                               const Import &draft,
                               std::vector<store::EventDraft> &events,
                               Task &task)
{
    Import import = draft;
    import.file = file.input.name;
    import.format = file.format->id;
    auto id = workspace.imports().addImport(import, workspace.newUuid());
    if (!id) {
        return std::move(id).error();
    }
    import.id = *id;
    StoringSink sink(workspace, import.id, request, task);
    const formats::ReadOptions options = readOptions(request.columns);
    auto labels = RowLabels::of(file.input);
    if (!labels) {
        return std::move(labels).error();
    }
    sink.setLabels(*std::move(labels));
    auto starts = readFile(file, options, sink, "importing", task);
    if (sink.failure()) {
        return *sink.failure();
    }
    if (!starts) {
        return std::move(starts).error();
    }
    ImportedFile outcome = sink.takeOutcome();
    outcome.file = import.file;
    outcome.import = import.id;
    outcome.format = import.format;
    outcome.formatLabel = file.format->label;
    outcome.reason = file.detection.reason;
    outcome.starts = *starts;
    if (outcome.stored == 0 && !file.input.isPart) {
        return nothingImported(import.file, outcome);
    }
    compareCounts(outcome);
    tellAbstracts(outcome, sink.withoutAbstract());
    import.inFile = outcome.inFile;
    import.stored = outcome.stored;
    import.rejected = static_cast<std::int64_t>(outcome.rejected.size());
    auto counted = workspace.imports().setCounts(import);
    auto kept = workspace.imports().setPreamble(import.id, sink.preamble());
    if (!counted || !kept) {
        return !counted ? std::move(counted).error() : std::move(kept).error();
    }
    store::EventDraft event;
    event.kind = EventKind::Import;
    event.subjectKind = "import";
    event.subject = import.id.value;
    event.detail = store::toNoteDetail(import.file + ": " + std::to_string(import.stored) + " stored, " +
                                       std::to_string(import.rejected) + " rejected");
    events.push_back(std::move(event));
    std::vector<store::EventDraft> decisions = sink.takeEvents();
    events.insert(
        events.end(), std::make_move_iterator(decisions.begin()), std::make_move_iterator(decisions.end()));
    return outcome;
}

/// Refuses files that were imported before, or are named twice; returns the hash of each.
Result<std::vector<std::string>> hashesOf(Workspace &workspace, const std::vector<RecognisedFile> &files)
{
    std::vector<std::string> hashes;
    for (const RecognisedFile &file : files) {
        auto hash = file.input.sha256();
        if (!hash) {
            return std::move(hash).error();
        }
        auto earlier = workspace.imports().liveImportOf(*hash);
        if (!earlier) {
            return std::move(earlier).error();
        }
        if (const std::optional<Import> &import = *earlier) {
            return Error{ErrorCode::AlreadyExists,
                         file.input.name + " was imported before, as " + import->file +
                             "; importing it twice would count its records twice. Nothing was changed.",
                         {},
                         file.input.name};
        }
        const auto twin = std::ranges::find(hashes, *hash);
        if (twin != hashes.end()) {
            const auto &other = files[static_cast<std::size_t>(twin - hashes.begin())];
            return Error{ErrorCode::AlreadyExists,
                         file.input.name + " has the same content as " + other.input.name + "; name it once.",
                         {},
                         file.input.name};
        }
        hashes.push_back(*std::move(hash));
    }
    return hashes;
}

/// The search of the import whose rejected records are retried.
Result<std::optional<SearchId>> searchToJoin(Workspace &workspace, const ImportRequest &request)
{
    if (!request.retried) {
        return request.search;
    }
    auto imports = workspace.imports().imports();
    if (!imports) {
        return std::move(imports).error();
    }
    const auto import = std::ranges::find(*imports, *request.retried, &Import::id);
    if (import == imports->end() || !import->isLive) {
        return noSuchImport(*request.retried);
    }
    return std::optional(import->search);
}

} // namespace

Result<ImportOutcome> importFiles(Workspace &workspace, const ImportRequest &asked, Task &task)
{
    ImportRequest request = asked;
    auto joined = searchToJoin(workspace, request);
    if (!joined) {
        return std::move(joined).error();
    }
    request.search = *joined;
    auto recognised = recogniseFiles(request.files, formatFor(request.format, request.columns));
    if (!recognised) {
        return std::move(recognised).error();
    }
    auto hashes = hashesOf(workspace, recognised->files);
    auto source = sourceName(workspace, request, recognised->files.front());
    if (!hashes || !source) {
        return !hashes ? std::move(hashes).error() : std::move(source).error();
    }
    ImportOutcome outcome;
    outcome.source = *std::move(source);
    for (Unrecognised &other : recognised->others) {
        outcome.passedOver.push_back({std::move(other.name), std::move(other.reason)});
    }
    auto done = workspace.file().transact([&]() -> Result<void> {
        auto search = searchFor(workspace, request, outcome.source);
        if (!search) {
            return std::move(search).error();
        }
        std::vector<store::EventDraft> events;
        for (std::size_t i = 0; i < recognised->files.size(); ++i) {
            Import import;
            import.search = *search;
            import.sha256 = (*hashes)[i];
            auto imported = importOne(workspace, request, recognised->files[i], import, events, task);
            if (!imported) {
                return std::move(imported).error();
            }
            outcome.decisions += request.takesDecisions ? imported->decisions : 0;
            outcome.files.push_back(*std::move(imported));
        }
        if (request.retried) {
            auto settled = workspace.imports().settleRejected(*request.retried, outcome.files.front().import);
            if (!settled) {
                return std::move(settled).error();
            }
            outcome.settled = *settled;
        }
        return workspace.log().append(workspace.act(), events);
    });
    if (!done) {
        return std::move(done).error();
    }
    return outcome;
}

Result<std::string> undoImport(Workspace &workspace, ImportId import)
{
    auto undone = workspace.log().undoImport(workspace.act(), import);
    if (!undone) {
        return std::move(undone).error();
    }
    if (undone->empty()) {
        return noSuchImport(import);
    }
    return "import of " + store::noteDetail(undone->front().detail);
}

Result<SearchId> noteSearchRun(Workspace &workspace, const SearchRunRequest &request)
{
    SearchId search;
    auto done = workspace.file().transact([&]() -> Result<void> {
        auto source = workspace.imports().source(request.source, request.kind);
        if (!source) {
            return std::move(source).error();
        }
        auto added = workspace.imports().addSearch(
            {{}, *source, request.query, request.hits, request.date, request.note, true});
        if (!added) {
            return std::move(added).error();
        }
        search = *added;
        store::EventDraft event;
        event.kind = EventKind::SearchRun;
        event.subjectKind = "search";
        event.subject = search.value;
        event.detail = store::toNoteDetail(request.source + ": " + std::to_string(request.hits) + " hits" +
                                           (request.note.empty() ? std::string() : "; " + request.note));
        return workspace.log().append(workspace.act(), std::span(&event, 1));
    });
    if (!done) {
        return std::move(done).error();
    }
    return search;
}

Result<void> noteRemoval(Workspace &workspace, const RemovalRequest &request)
{
    if (request.count <= 0) {
        return Error{ErrorCode::InvalidArgument,
                     "Say how many records were removed; it must be more than none.",
                     {},
                     {}};
    }
    store::EventDraft event;
    event.kind = EventKind::Removal;
    event.subjectKind = "review";
    event.detail = store::toDetail(store::RemovalDetail{request.count, request.isByAutomation, request.note});
    return workspace.log().append(workspace.act(), std::span(&event, 1));
}

} // namespace winnow::app
