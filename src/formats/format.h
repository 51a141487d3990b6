#pragma once

#include "base/result.h"
#include "formats/input/text_input.h"
#include "model/decision.h"
#include "model/diagnostic.h"
#include "model/record.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// What a screening tool says of a record in its file.
struct ReadDecision
{
    std::optional<Stage> stage; ///< nothing where the tool does not tell
    std::string reviewer;       ///< empty where the file names none
    Verdict verdict = Verdict::Include;
    std::string reason;
    std::string note;

    bool operator==(const ReadDecision &) const = default;
};

/// A record as a reader hands it over.
struct ReadRecord
{
    Record record;
    std::vector<RawField> extras; ///< fields that Record has no place for, in file order; a writer of the
                                  ///< format gives them back
    std::vector<ReadDecision> decisions;
    std::string raw;       ///< the record's text as the file had it (as UTF-8, lines ended by \n)
    std::int64_t line = 0; ///< where it begins, from 1
};

/// A stretch of a file that began like a record and cannot be one.
struct RejectedRecord
{
    std::int64_t line = 0;
    std::string reason; ///< half a sentence: "has neither a title nor an author"
    std::string raw;
};

/// This column is that field: found by a reader, or chosen by the user against its guess.
struct ColumnChoice
{
    std::string field;  ///< by fieldNames(): "title"
    std::string column; ///< as the file spells it; letter case, accents and punctuation aside
};

/// Receives what a reader finds, in file order. record() + rejected() calls = records in the file.
class RecordSink
{
public:
    virtual ~RecordSink() = default;

    /// Returns false to make the reader stop.
    virtual bool record(ReadRecord &&record) = 0;
    virtual bool rejected(RejectedRecord &&record) = 0;
    virtual void diagnostic(Diagnostic &&diagnostic) = 0;

    /// More of what must stand before a record's `raw` for it to be read alone: the header of a CSV file, the
    /// @string macros of a BibTeX file. The whole is all that was told before the record, one after another.
    virtual void preamble(std::string_view /*more*/) {}

    /// What the reader took each named column for, in file order; an empty field says for nothing.
    virtual void columns(std::span<const ColumnChoice> /*columns*/) {}
};

struct ReadOptions
{
    std::vector<ColumnChoice> columns; ///< for files with named columns; others ignore it
    bool beginsWithPreamble =
        false; ///< the text is what RecordSink::preamble() told, then records: no search for it
};

/// What a format makes of the beginning of a file.
struct Detection
{
    int score = 0;             ///< 0 (certainly not this format) to 100 (certainly)
    std::string reason;        ///< half a sentence: "line 1 is the tag TY"
    std::string_view producer; ///< the database that wrote the file, where that shows: "Scopus"; else empty
};

/// A record as a writer receives it.
struct ExportRecord
{
    Record record;
    std::vector<RawField> extras; ///< only when the record was read from the same format; otherwise empty
    std::string source;           ///< name of the source it came from
    std::vector<ReadDecision> decisions;
};

/// Writes a file piece by piece; append everything to `out`.
class RecordWriter
{
public:
    virtual ~RecordWriter() = default;

    virtual void begin(std::string &out) = 0;
    virtual void record(const ExportRecord &record, std::string &out) = 0;

    /// Fails where what was written cannot be finished; then `out` is worth nothing.
    [[nodiscard]] virtual Result<void> end(std::string &out) = 0;
};

/// One bibliographic file format. Each lives in a file of its own, formats/ID.cpp, as `extern const Format
/// ID`; the table of all is generated from the file list.
struct Format
{
    std::string_view id;    ///< for --format: "ris"
    std::string_view label; ///< for people: "RIS"
    std::string_view extension;

    /// Judged by the first part of the text alone; at most 64 kB are shown.
    Detection (*detect)(std::string_view head) = nullptr;

    /// Reads to the end or until the sink refuses. Fails when reading the file itself fails, or when the
    /// options do not fit it. nullptr: cannot be read.
    Result<void> (*read)(TextInput &input, const ReadOptions &options, RecordSink &sink) = nullptr;

    /// How many records begin in a file, found by the simplest means and by no code that read() uses, so that
    /// the two can check one another. nullptr exactly when `read` is.
    std::int64_t (*count)(TextInput &input) = nullptr;

    /// nullptr: cannot be written.
    std::unique_ptr<RecordWriter> (*writer)() = nullptr;
};

/// All formats, in order of their ids.
[[nodiscard]] std::span<const Format *const> allFormats();

/// By id; nullptr when there is none.
[[nodiscard]] const Format *findFormat(std::string_view id);

struct DetectedFormat
{
    const Format *format = nullptr;
    Detection detection;
};

/// The readable format that is surest of `head`, or an error that says which formats were tried. A tie goes
/// to the first id.
[[nodiscard]] Result<DetectedFormat> detectFormat(std::string_view head);

/// The fields that a column can be: "title", "authors", "year" ...
[[nodiscard]] std::span<const std::string_view> fieldNames();

/// The writable format for a file name, by its extension; the longest that fits ("x.winnow.json").
[[nodiscard]] const Format *formatForWriting(std::string_view fileName);

} // namespace winnow::formats
