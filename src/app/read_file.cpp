#include "app/read_file.h"

#include "store/event_detail.h"

#include <algorithm>

namespace winnow::app {

namespace {

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

Result<formats::TextInput> openText(const formats::InputFile &file)
{
    auto source = file.open();
    if (!source) {
        return std::move(source).error();
    }
    return formats::TextInput::from(*std::move(source));
}

Result<RecognisedFile> recognise(const formats::InputFile &file, const std::string &formatId)
{
    auto input = openText(file);
    if (!input) {
        return std::move(input).error();
    }
    auto format = chooseFormat(formatId, input->head());
    if (!format) {
        return withFile(std::move(format).error(), file.name);
    }
    return RecognisedFile{file, format->format, std::move(format->detection)};
}

} // namespace

Result<RecognisedFiles> recogniseFiles(const std::vector<std::filesystem::path> &paths,
                                       const std::string &formatId)
{
    RecognisedFiles recognised;
    for (const std::filesystem::path &path : paths) {
        auto inputs = formats::inputFilesAt(path);
        if (!inputs) {
            return std::move(inputs).error();
        }
        for (const formats::InputFile &input : *inputs) {
            auto file = recognise(input, formatId);
            if (file) {
                recognised.files.push_back(*std::move(file));
            } else if (input.isPart && file.error().code != ErrorCode::Unsupported) {
                recognised.others.push_back({input.name, std::move(file).error().message});
            } else {
                return std::move(file).error();
            }
        }
    }
    if (recognised.files.empty()) {
        return Error{ErrorCode::WrongFormat,
                     paths.empty()
                         ? "Name at least one file."
                         : "The folder or archive " + paths.front().string() + " holds no file with records.",
                     {},
                     {}};
    }
    return recognised;
}

std::string formatFor(const std::string &id, const std::vector<ColumnMapping> &columns)
{
    return id.empty() && !columns.empty() ? "csv" : id;
}

formats::ReadOptions readOptions(const std::vector<ColumnMapping> &columns)
{
    formats::ReadOptions options;
    for (const ColumnMapping &mapping : columns) {
        options.columns.push_back({mapping.field, mapping.column});
    }
    return options;
}

Result<std::int64_t> readFile(const RecognisedFile &file,
                              const formats::ReadOptions &options,
                              formats::RecordSink &sink,
                              std::string_view what,
                              Task &task)
{
    auto input = openText(file.input);
    if (!input) {
        return withFile(std::move(input).error(), file.input.name);
    }
    input->watch([&] {
        task.report({what, input->bytesRead(), 2 * input->bytesTotal()});
        return !task.isStopped();
    });
    const auto read = file.format->read(*input, options, sink);
    if (task.isStopped()) {
        return Task::stoppedError();
    }
    if (!read) {
        return withFile(read.error(), file.input.name);
    }
    if (input->fallbackLines() > 0) {
        sink.diagnostic(
            {Severity::Warning,
             0,
             {},
             std::to_string(input->fallbackLines()) + " lines are not UTF-8 and were read as Windows-1252."});
    }
    auto again = openText(file.input);
    if (!again) {
        return withFile(std::move(again).error(), file.input.name);
    }
    again->watch([&] {
        task.report({what, again->bytesTotal() + again->bytesRead(), 2 * again->bytesTotal()});
        return !task.isStopped();
    });
    const std::int64_t count = file.format->count(*again);
    if (task.isStopped()) {
        return Task::stoppedError();
    }
    task.report({what, 2 * again->bytesTotal(), 2 * again->bytesTotal()});
    return count;
}

void Notices::add(Diagnostic &&diagnostic)
{
    // The first keeps its line, the others are counted.
    const auto [entry, isNew] =
        m_groups.try_emplace({diagnostic.field, diagnostic.text}, std::move(diagnostic), 0);
    ++entry->second.second;
}

std::vector<Diagnostic> Notices::list() const
{
    std::vector<Diagnostic> notices;
    for (const auto &[key, group] : m_groups) {
        Diagnostic notice = group.first;
        if (group.second > 1) {
            notice.text += " (" + std::to_string(group.second) + " times; first at this line)";
        }
        notices.push_back(std::move(notice));
    }
    std::ranges::stable_sort(notices, {}, &Diagnostic::line);
    return notices;
}

Result<RowLabels> RowLabels::of(const formats::InputFile &file)
{
    RowLabels rows;
    if (!file.isDataSet) {
        return rows;
    }
    auto project = formats::asreviewProjectAt(file.path);
    if (!project) {
        return std::move(project).error();
    }
    if (project->results.empty()) {
        return rows;
    }
    auto labels = store::readAsreviewLabels(project->results, project->records);
    if (!labels) {
        return withFile(std::move(labels).error(), file.name);
    }
    rows.m_labels = *std::move(labels);
    return rows;
}

void RowLabels::record(formats::ReadRecord &read)
{
    if (const auto label = m_labels.find(m_row++); label != m_labels.end()) {
        const Verdict verdict = label->second.isRelevant ? Verdict::Include : Verdict::Exclude;
        read.decisions = {{{}, {}, verdict, {}, label->second.note}};
    }
}

store::EventDraft decisionEvent(RecordId record, const formats::ReadDecision &decision, Stage otherwise)
{
    store::EventDraft event;
    event.kind = EventKind::Decision;
    event.stage = toString(decision.stage.value_or(otherwise));
    event.subjectKind = "record";
    event.subject = record.value;
    event.verdict = toString(decision.verdict);
    event.reason = decision.reason;
    event.detail = store::toNoteDetail(decision.note);
    event.reviewer = decision.reviewer;
    return event;
}

Error withFile(Error error, const std::string &file)
{
    if (error.message.find(file) == std::string::npos) {
        error.message = file + ": " + error.message;
    }
    error.where = file;
    return error;
}

} // namespace winnow::app
