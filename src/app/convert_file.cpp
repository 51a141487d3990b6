#include "app/convert_file.h"

#include "app/read_file.h"
#include "app/write_format.h"
#include "base/file.h"

namespace winnow::app {

namespace {

class WritingSink final : public formats::RecordSink
{
public:
    WritingSink(formats::RecordWriter &writer, bool keepsExtras, std::string &bytes, Task &task)
        : m_writer(writer)
        , m_keepsExtras(keepsExtras)
        , m_bytes(bytes)
        , m_task(task)
    {}

    bool record(formats::ReadRecord &&read) override
    {
        formats::ExportRecord exported{std::move(read.record), {}, {}, std::move(read.decisions)};
        if (m_keepsExtras) {
            exported.extras = std::move(read.extras);
        }
        m_writer.record(exported, m_bytes);
        ++outcome.written;
        return goOn();
    }

    bool rejected(formats::RejectedRecord &&record) override
    {
        outcome.rejected.push_back({record.line, std::move(record.reason), std::move(record.raw)});
        return goOn();
    }

    void diagnostic(Diagnostic && /*diagnostic*/) override {}

    ConvertOutcome outcome;

private:
    bool goOn() { return !m_task.isStopped(); }

    formats::RecordWriter &m_writer;
    bool m_keepsExtras;
    std::string &m_bytes;
    Task &m_task;
};

} // namespace

Result<ConvertOutcome> convertFiles(const ConvertRequest &request, Task &task)
{
    auto target = formatToWrite(request.output, request.outputFormat);
    if (!target) {
        return std::move(target).error();
    }
    auto recognised = recogniseFiles(request.files, formatFor(request.format, request.columns));
    if (!recognised) {
        return std::move(recognised).error();
    }
    const formats::ReadOptions options = readOptions(request.columns);
    const auto writer = (*target)->writer();
    std::string bytes;
    writer->begin(bytes);
    ConvertOutcome outcome;
    for (const RecognisedFile &file : recognised->files) {
        WritingSink sink(*writer, file.format == *target, bytes, task);
        auto read = readFile(file, options, sink, "converting", task);
        if (!read) {
            return std::move(read).error();
        }
        outcome.written += sink.outcome.written;
        outcome.rejected.insert(
            outcome.rejected.end(), sink.outcome.rejected.begin(), sink.outcome.rejected.end());
    }
    if (auto ended = writer->end(bytes); !ended) {
        return std::move(ended).error();
    }
    if (auto saved = writeFile(request.output, bytes); !saved) {
        return std::move(saved).error();
    }
    return outcome;
}

} // namespace winnow::app
