#include "app/import_files.h"

#include "base/sha256.h"
#include "formats/format.h"
#include "store/event_detail.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

namespace winnow::app {

namespace {

Error withFile(Error error, const std::filesystem::path &file)
{
    if (error.message.find(file.string()) == std::string::npos) {
        error.message = file.string() + ": " + error.message;
    }
    error.where = file.string();
    return error;
}

/// A file that was recognised and is about to be read.
struct OpenedFile
{
    std::filesystem::path path;
    std::string sha256;
    formats::TextInput input;
    const formats::Format *format;
    formats::Detection detection;
};

Result<formats::DetectedFormat> chooseFormat(const std::string &id, std::string_view head)
{
    if (id.empty()) {
        return formats::detectFormat(head);
    }
    const formats::Format *format = formats::findFormat(id);
    if (format != nullptr && format->read != nullptr) {
        return formats::DetectedFormat{format, {100, "it was chosen", format->detect(head).producer}};
    }
    std::string known;
    for (const formats::Format *candidate : formats::allFormats()) {
        if (candidate->read != nullptr) {
            known += (known.empty() ? "" : ", ") + std::string(candidate->id);
        }
    }
    return Error{ErrorCode::Unsupported,
                 "There is no format " + id + " to read; choose one of " + known + ".",
                 {},
                 {}};
}

Result<OpenedFile>
openFile(Workspace &workspace, const std::filesystem::path &path, const std::string &formatId)
{
    auto hash = sha256OfFile(path);
    if (!hash) {
        return std::move(hash).error();
    }
    auto earlier = workspace.imports().liveImportOf(*hash);
    if (!earlier) {
        return std::move(earlier).error();
    }
    if (const std::optional<Import> &import = *earlier) {
        return Error{ErrorCode::AlreadyExists,
                     path.string() + " was imported before, as " + import->file +
                         "; importing it twice would count its records twice. Nothing was changed.",
                     {},
                     path.string()};
    }
    auto input = formats::TextInput::open(path);
    if (!input) {
        return std::move(input).error();
    }
    auto format = chooseFormat(formatId, input->head());
    if (!format) {
        return withFile(std::move(format).error(), path);
    }
    return OpenedFile{path, *std::move(hash), *std::move(input), format->format, format->detection};
}

/// Stores what a reader finds as it comes; the first failure of the store stops the reader and is kept.
class StoringSink final : public formats::RecordSink
{
public:
    StoringSink(Workspace &workspace, ImportId import, const formats::TextInput &input, Task &task)
        : m_workspace(workspace)
        , m_import(import)
        , m_input(input)
        , m_task(task)
    {}

    bool record(formats::ReadRecord &&read) override
    {
        auto stored = m_workspace.records().insert(m_import, read.record, read.raw, read.line);
        if (!stored) {
            m_failure = std::move(stored).error();
            return false;
        }
        ++m_stored;
        return goOn();
    }

    bool rejected(formats::RejectedRecord &&record) override
    {
        RejectedRow row{record.line, std::move(record.reason), std::move(record.raw)};
        if (auto added = m_workspace.imports().addRejected(m_import, row); !added) {
            m_failure = std::move(added).error();
            return false;
        }
        m_rejected.push_back(std::move(row));
        return goOn();
    }

    void preamble(std::string_view text) override
    {
        if (auto set = m_workspace.imports().setPreamble(m_import, text); !set) {
            m_failure = std::move(set).error();
        }
    }

    void diagnostic(Diagnostic &&diagnostic) override
    {
        // Alike notices are grouped: the first keeps its line, the others are counted.
        const auto [entry, isNew] =
            m_notices.try_emplace({diagnostic.field, diagnostic.text}, std::move(diagnostic), 0);
        ++entry->second.second;
    }

    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }

    [[nodiscard]] ImportedFile outcome(const OpenedFile &file) const
    {
        ImportedFile outcome{file.path,
                             std::string(file.format->id),
                             std::string(file.format->label),
                             m_stored + static_cast<std::int64_t>(m_rejected.size()),
                             m_stored,
                             m_rejected,
                             {}};
        for (const auto &[key, notice] : m_notices) {
            Diagnostic diagnostic = notice.first;
            if (notice.second > 1) {
                diagnostic.text += " (" + std::to_string(notice.second) + " times; first at this line)";
            }
            outcome.notices.push_back(std::move(diagnostic));
        }
        std::ranges::sort(outcome.notices, {}, &Diagnostic::line);
        if (file.input.fallbackLines() > 0) {
            outcome.notices.push_back({Severity::Warning,
                                       0,
                                       {},
                                       std::to_string(file.input.fallbackLines()) +
                                           " lines are not UTF-8 and were read as Windows-1252."});
        }
        return outcome;
    }

private:
    bool goOn()
    {
        m_task.report({"importing", m_input.bytesRead(), m_input.bytesTotal()});
        if (m_task.isStopped()) {
            m_failure = Task::stoppedError();
        }
        return !m_failure;
    }

    Workspace &m_workspace;
    ImportId m_import;
    const formats::TextInput &m_input;
    Task &m_task;
    std::int64_t m_stored = 0;
    std::vector<RejectedRow> m_rejected;
    std::map<std::pair<std::string, std::string>, std::pair<Diagnostic, std::int64_t>> m_notices;
    std::optional<Error> m_failure;
};

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

Result<std::string> sourceName(Workspace &workspace, const ImportRequest &request, const OpenedFile &first)
{
    if (request.search) {
        return sourceOfSearch(workspace, *request.search);
    }
    if (!request.source.empty()) {
        return request.source;
    }
    const std::string_view producer = first.detection.producer;
    return producer.empty() ? first.path.stem().string() : std::string(producer);
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

Result<ImportedFile> importOne(Workspace &workspace,
                               OpenedFile &file,
                               SearchId search,
                               std::vector<store::EventDraft> &events,
                               Task &task)
{
    Import import{
        {}, search, file.path.filename().string(), file.sha256, std::string(file.format->id), 0, 0, 0, false};
    auto id = workspace.imports().addImport(import, workspace.newUuid());
    if (!id) {
        return std::move(id).error();
    }
    import.id = *id;
    StoringSink sink(workspace, import.id, file.input, task);
    auto read = file.format->read(file.input, {}, sink);
    if (sink.failure()) {
        return *sink.failure();
    }
    if (!read) {
        return withFile(std::move(read).error(), file.path);
    }
    if (auto status = file.input.status(); !status) {
        return withFile(std::move(status).error(), file.path);
    }
    ImportedFile outcome = sink.outcome(file);
    if (outcome.stored == 0) {
        const std::string why = outcome.rejected.empty()
                                    ? "it holds no record"
                                    : "line " + std::to_string(outcome.rejected.front().line) + " " +
                                          outcome.rejected.front().reason;
        return Error{ErrorCode::WrongFormat,
                     file.path.string() + " was read as " + outcome.formatLabel +
                         ", but nothing could be imported: " + why +
                         ". Check the file, or name its format with --format.",
                     {},
                     file.path.string()};
    }
    import.inFile = outcome.inFile;
    import.stored = outcome.stored;
    import.rejected = static_cast<std::int64_t>(outcome.rejected.size());
    if (auto counted = workspace.imports().setCounts(import); !counted) {
        return std::move(counted).error();
    }
    store::EventDraft event;
    event.kind = EventKind::Import;
    event.subjectKind = "import";
    event.subject = import.id.value;
    event.detail = store::toNoteDetail(import.file + ": " + std::to_string(import.stored) + " stored, " +
                                       std::to_string(import.rejected) + " rejected");
    events.push_back(std::move(event));
    return outcome;
}

} // namespace

Result<ImportOutcome> importFiles(Workspace &workspace, const ImportRequest &request, Task &task)
{
    std::vector<OpenedFile> files;
    for (const std::filesystem::path &path : request.files) {
        auto file = openFile(workspace, path, request.format);
        if (!file) {
            return std::move(file).error();
        }
        const auto twin = std::ranges::find(files, file->sha256, &OpenedFile::sha256);
        if (twin != files.end()) {
            return Error{ErrorCode::AlreadyExists,
                         path.string() + " has the same content as " + twin->path.string() +
                             "; name it once.",
                         {},
                         path.string()};
        }
        files.push_back(*std::move(file));
    }
    if (files.empty()) {
        return Error{ErrorCode::InvalidArgument, "Name at least one file to import.", {}, {}};
    }
    auto source = sourceName(workspace, request, files.front());
    if (!source) {
        return std::move(source).error();
    }
    ImportOutcome outcome;
    outcome.source = *std::move(source);
    auto done = workspace.file().transact([&]() -> Result<void> {
        auto search = searchFor(workspace, request, outcome.source);
        if (!search) {
            return std::move(search).error();
        }
        std::vector<store::EventDraft> events;
        for (OpenedFile &file : files) {
            auto imported = importOne(workspace, file, *search, events, task);
            if (!imported) {
                return std::move(imported).error();
            }
            outcome.files.push_back(*std::move(imported));
        }
        return workspace.log().append(workspace.act(), events);
    });
    if (!done) {
        return std::move(done).error();
    }
    return outcome;
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
