#include "formats/input/input_files.h"
#include "formats/support/strings.h"
#include "fuzz/check_record.h"
#include "samples.h"
#include "support/real_data.h"
#include "support/temp_folder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace winnow::formats {

namespace {

/// Everything at a path, with the format that read it.
std::pair<const Format *, Collector> readAll(const std::filesystem::path &path)
{
    const Format *format = nullptr;
    Collector all;
    for (const InputFile &file : inputFilesAt(path).value()) {
        TextInput input = TextInput::from(file.open().value()).value();
        if (const auto detected = detectFormat(input.head())) {
            format = detected->format;
            EXPECT_TRUE(format->read(input, {}, all));
        }
    }
    return {format, std::move(all)};
}

std::string written(const Format &target, const Format &origin, const std::vector<ReadRecord> &records)
{
    const auto writer = target.writer();
    std::string out;
    writer->begin(out);
    for (const ReadRecord &read : records) {
        const bool isSame = &target == &origin;
        writer->record({read.record, isSame ? read.extras : std::vector<RawField>(), {}, read.decisions},
                       out);
    }
    EXPECT_TRUE(writer->end(out));
    return out;
}

/// Reads a written file as a user would import it: from the disk, its format found by its content.
Collector readWritten(const Format &format, const std::string &text, const test::TempFolder &folder)
{
    const auto [found, collector] = readAll(folder.file("written." + std::string(format.extension), text));
    EXPECT_NE(found, nullptr);
    if (found != nullptr && format.read != nullptr) {
        EXPECT_EQ(found->id, format.id);
    }
    return collector;
}

/// Decisions whose stage the tool did not tell are written with one.
std::vector<ReadDecision> staged(std::vector<ReadDecision> decisions)
{
    for (ReadDecision &decision : decisions) {
        decision.stage = decision.stage.value_or(Stage::TitleAbstract);
    }
    return decisions;
}

/// Excel holds 32,767 characters in a cell; the writer says where it had to cut.
bool isTooLongForACell(const Record &record)
{
    constexpr std::size_t kManyAuthors = 500;
    return record.abstractText.size() > 32'000 || record.authors.size() > kManyAuthors;
}

/// The names of fields that are not among `again`; values may be wrapped otherwise, and braces that never
/// match cannot be kept in BibTeX.
std::string lost(const std::vector<RawField> &extras, const std::vector<RawField> &again)
{
    std::string names;
    for (const RawField &extra : extras) {
        if (std::ranges::count(extra.value, '{') != std::ranges::count(extra.value, '}')) {
            continue;
        }
        const bool isThere = std::ranges::any_of(again, [&](const RawField &other) {
            return other.name == extra.name && squeezed(other.value) == squeezed(extra.value);
        });
        names += isThere ? "" : extra.name + ' ';
    }
    return names;
}

class RealRoundTrip : public testing::TestWithParam<std::string_view>
{};

std::vector<std::string_view> writableFormats()
{
    std::vector<std::string_view> ids;
    for (const Format *format : allFormats()) {
        if (format->writer != nullptr) {
            ids.push_back(format->id);
        }
    }
    return ids;
}

} // namespace

TEST_P(RealRoundTrip, givesTheRecordsOfEveryRealExportBack)
{
    const auto folder = test::realData("exports");
    WINNOW_NEEDS_REAL_DATA(folder);
    const Format &target = *findFormat(GetParam());
    const test::TempFolder temporary;
    for (const test::ListedExport &listed : test::listedExports()) {
        SCOPED_TRACE(listed.path);
        const auto [origin, read] = readAll(folder / listed.path);
        if (origin == nullptr) {
            continue;
        }
        const Collector again = readWritten(target, written(target, *origin, read.records), temporary);
        ASSERT_EQ(again.records.size(), read.records.size());
        EXPECT_TRUE(again.rejects.empty());
        for (std::size_t i = 0; i < read.records.size(); ++i) {
            if (target.id == "xlsx" && isTooLongForACell(read.records[i].record)) {
                continue;
            }
            ASSERT_EQ(fuzz::inWords(again.records[i].record), fuzz::inWords(read.records[i].record))
                << read.records[i].raw;
            if (&target == origin) {
                EXPECT_EQ(lost(read.records[i].extras, again.records[i].extras), "") << read.records[i].raw;
            }
            for (const ReadDecision &decision : staged(read.records[i].decisions)) {
                const auto found = staged(again.records[i].decisions);
                EXPECT_NE(std::ranges::find(found, decision), found.end()) << read.records[i].raw;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Formats, RealRoundTrip, testing::ValuesIn(writableFormats()), [](const auto &info) {
    return std::string(info.param);
});

} // namespace winnow::formats
