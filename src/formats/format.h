#pragma once

#include "base/result.h"
#include "formats/text_input.h"
#include "model/decision.h"
#include "model/diagnostic.h"
#include "model/record.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// A record as a reader hands it over.
struct ReadRecord
{
    Record record;
    std::vector<RawField> extras; ///< fields that Record has no place for, in file order; a writer of the
                                  ///< format gives them back
    std::string raw;              ///< the record's text as the file had it (as UTF-8, lines ended by \n)
    std::int64_t line = 0;        ///< where it begins, from 1
};

/// A stretch of a file that began like a record and cannot be one.
struct RejectedRecord
{
    std::int64_t line = 0;
    std::string reason; ///< half a sentence: "has neither a title nor an author"
    std::string raw;
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
};

/// A record as a writer receives it.
struct ExportRecord
{
    Record record;
    std::vector<RawField> extras; ///< only when the record was read from the same format; otherwise empty
    std::string source;           ///< name of the source it came from
    std::vector<Decision> decisions;
};

/// Writes a file piece by piece; append everything to `out`.
class RecordWriter
{
public:
    virtual ~RecordWriter() = default;

    virtual void begin(std::string &out) = 0;
    virtual void record(const ExportRecord &record, std::string &out) = 0;
    virtual void end(std::string &out) = 0;
};

/// One bibliographic file format. Each lives in a file of its own, formats/ID.cpp, as `extern const Format
/// ID`; the table of all is generated from the file list.
struct Format
{
    std::string_view id;    ///< for --format: "ris"
    std::string_view label; ///< for people: "RIS"
    std::string_view extension;

    /// 0 (certainly not) to 100 (certainly), judged by the first part of the text alone; at most 64 kB are
    /// shown.
    int (*detect)(std::string_view head) = nullptr;

    /// Reads to the end or until the sink refuses. Fails only when reading the file itself fails. nullptr:
    /// cannot be read.
    Result<void> (*read)(TextInput &input, RecordSink &sink) = nullptr;

    /// nullptr: cannot be written.
    std::unique_ptr<RecordWriter> (*writer)() = nullptr;
};

/// All formats, in order of their ids.
[[nodiscard]] std::span<const Format *const> allFormats();

/// By id; nullptr when there is none.
[[nodiscard]] const Format *findFormat(std::string_view id);

/// The readable format that is surest of `head`, or an error that says which formats were tried. A tie goes
/// to the first id.
[[nodiscard]] Result<const Format *> detectFormat(std::string_view head);

/// The writable format for a file name, by its extension.
[[nodiscard]] const Format *formatForWriting(std::string_view fileName);

} // namespace winnow::formats
