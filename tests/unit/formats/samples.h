#pragma once

#include "formats/format.h"

#include <filesystem>
#include <string>
#include <vector>

namespace winnow::formats {

/// Keeps all that a reader hands over.
class Collector final : public RecordSink
{
public:
    bool record(ReadRecord &&record) override;
    bool rejected(RejectedRecord &&record) override;
    void diagnostic(Diagnostic &&diagnostic) override;
    void preamble(std::string_view text) override;

    std::vector<ReadRecord> records;
    std::vector<RejectedRecord> rejects;
    std::vector<Diagnostic> diagnostics;
    std::string preambleText; ///< all that was told
};

/// Reads text with the format of this id.
[[nodiscard]] Collector
readText(std::string_view formatId, std::string text, const ReadOptions &options = {});

/// The first record of it; an empty one when there is none.
[[nodiscard]] Record
firstRecord(std::string_view formatId, std::string text, const ReadOptions &options = {});

/// One pair of tests/data/FORMAT: NAME.in and NAME.expected.json.
struct Sample
{
    std::string format;
    std::filesystem::path input;
};

[[nodiscard]] std::vector<Sample> samples();

/// A record with every field filled.
[[nodiscard]] Record fullRecord();

} // namespace winnow::formats
