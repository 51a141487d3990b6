#pragma once

#include "app/import_files.h"
#include "base/task.h"
#include "formats/format.h"
#include "formats/input/input_files.h"
#include "model/diagnostic.h"
#include "store/asreview_state.h"
#include "store/log.h"

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace winnow::app {

/// A text in which records were recognised.
struct RecognisedFile
{
    formats::InputFile input;
    const formats::Format *format = nullptr;
    formats::Detection detection;
};

/// A file inside a folder or archive that holds no records, and why.
struct Unrecognised
{
    std::string name;
    std::string reason;
};

struct RecognisedFiles
{
    std::vector<RecognisedFile> files;
    std::vector<Unrecognised> others;
};

/// The texts with records in files, folders, archives and workbooks, in their order; their format by content,
/// or the one called `formatId`. Fails where a file that was named itself holds none, or nothing does.
[[nodiscard]] Result<RecognisedFiles> recogniseFiles(const std::vector<std::filesystem::path> &paths,
                                                     const std::string &formatId);

/// The format to ask for: only CSV has columns that can be chosen.
[[nodiscard]] std::string formatFor(const std::string &id, const std::vector<ColumnMapping> &columns);

/// What readers are told of the columns.
[[nodiscard]] formats::ReadOptions readOptions(const std::vector<ColumnMapping> &columns);

/// Reads a file into `sink`, then counts its records once more by other means. Returns that count. Reports
/// progress of both as `what`, and fails with Cancelled when the task is stopped. Errors name the file.
[[nodiscard]] Result<std::int64_t> readFile(const RecognisedFile &file,
                                            const formats::ReadOptions &options,
                                            formats::RecordSink &sink,
                                            std::string_view what,
                                            Task &task);

/// Notices of which alike ones are told once, with their number.
class Notices
{
public:
    void add(Diagnostic &&diagnostic);

    /// In order of their lines.
    [[nodiscard]] std::vector<Diagnostic> list() const;

private:
    std::map<std::pair<std::string, std::string>, std::pair<Diagnostic, std::int64_t>> m_groups;
};

/// Gives the rows of an ASReview project's data set their labels, which lie beside it, in order.
class RowLabels
{
public:
    /// None where the file is no such data set.
    [[nodiscard]] static Result<RowLabels> of(const formats::InputFile &file);

    /// The next row is this record; gives it its label as a decision.
    void record(formats::ReadRecord &read);

    /// The next row is no record.
    void rejected() { ++m_row; }

private:
    store::AsreviewLabels m_labels;
    std::int64_t m_row = 0;
};

/// A decision of a screening tool as an event on `record`; at stage `otherwise` where it does not tell its
/// own.
[[nodiscard]] store::EventDraft
decisionEvent(RecordId record, const formats::ReadDecision &decision, Stage otherwise);

/// "hits.ris: " before the message, unless it names the file already.
[[nodiscard]] Error withFile(Error error, const std::string &file);

} // namespace winnow::app
