#include "app/inspect_files.h"

#include "app/read_file.h"

namespace winnow::app {

namespace {

class InspectingSink final : public formats::RecordSink
{
public:
    explicit InspectingSink(Task &task)
        : m_task(task)
    {}

    bool record(formats::ReadRecord &&read) override
    {
        ++inspected.file.stored;
        inspected.file.decisions += static_cast<std::int64_t>(read.decisions.size());
        if (!inspected.first) {
            inspected.first = std::move(read.record);
        }
        return goOn();
    }

    bool rejected(formats::RejectedRecord &&record) override
    {
        inspected.file.rejected.push_back({record.line, std::move(record.reason), std::move(record.raw)});
        return goOn();
    }

    void diagnostic(Diagnostic &&diagnostic) override { m_notices.add(std::move(diagnostic)); }

    void columns(std::span<const formats::ColumnChoice> columns) override
    {
        for (const formats::ColumnChoice &column : columns) {
            inspected.file.columns.push_back({column.field, column.column});
        }
    }

    void finish()
    {
        inspected.file.notices = m_notices.list();
        inspected.file.inFile =
            inspected.file.stored + static_cast<std::int64_t>(inspected.file.rejected.size());
    }

    InspectedFile inspected;

private:
    bool goOn() { return !m_task.isStopped(); }

    Task &m_task;
    Notices m_notices;
};

} // namespace

std::span<const std::string_view> columnFields()
{
    return formats::fieldNames();
}

Result<InspectOutcome> inspectFiles(const InspectRequest &request, Task &task)
{
    auto recognised = recogniseFiles(request.files, formatFor(request.format, request.columns));
    if (!recognised) {
        return std::move(recognised).error();
    }
    const formats::ReadOptions options = readOptions(request.columns);
    InspectOutcome outcome;
    for (const RecognisedFile &file : recognised->files) {
        InspectingSink sink(task);
        auto starts = readFile(file, options, sink, "reading", task);
        if (!starts) {
            return std::move(starts).error();
        }
        sink.finish();
        sink.inspected.producer = file.detection.producer;
        sink.inspected.file.file = file.input.name;
        sink.inspected.file.format = file.format->id;
        sink.inspected.file.formatLabel = file.format->label;
        sink.inspected.file.reason = file.detection.reason;
        sink.inspected.file.starts = *starts;
        outcome.files.push_back(std::move(sink.inspected));
    }
    for (Unrecognised &other : recognised->others) {
        outcome.passedOver.push_back({std::move(other.name), std::move(other.reason)});
    }
    return outcome;
}

} // namespace winnow::app
