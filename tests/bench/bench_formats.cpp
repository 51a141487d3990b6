#include "base/file.h"
#include "bench_data.h"
#include "formats/format.h"
#include "formats/support/bibtex_entries.h"
#include "formats/support/csv_rows.h"
#include "formats/support/strings.h"
#include "formats/support/tagged_text.h"
#include "support/real_data.h"

#include <benchmark/benchmark.h>
#include <malloc.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <fstream>

namespace winnow::bench {

namespace {

namespace fs = std::filesystem;
using namespace formats; // NOLINT(google-build-using-namespace): all of it is about formats

constexpr std::size_t kWantedBytes = 20'000'000;

class DroppingSink final : public RecordSink
{
public:
    bool record(ReadRecord && /*record*/) override
    {
        ++records;
        return true;
    }

    bool rejected(RejectedRecord && /*record*/) override { return true; }

    void diagnostic(Diagnostic && /*diagnostic*/) override {}

    std::int64_t records = 0;
};

/// Copy number `copy` of a text: the digits of long numbers differ from those of other copies, so that no two
/// records are the same.
std::string copyOf(const std::string &text, std::size_t copy)
{
    constexpr std::size_t kLongNumber = 6;
    std::string changed = text;
    for (std::size_t i = 0; i < changed.size();) {
        std::size_t end = i;
        while (end < changed.size() && isDigit(changed[end])) {
            ++end;
        }
        for (std::size_t at = i; end - i >= kLongNumber && at < end; ++at) {
            const std::size_t shift = copy + copy / 10 * (at - i);
            changed[at] = static_cast<char>('0' + (static_cast<std::size_t>(changed[at] - '0') + shift) % 10);
        }
        i = end + 1;
    }
    return changed;
}

/// All files of the real exports in folders whose name ends so.
std::vector<fs::path> exportsIn(const std::string &folderEnd)
{
    std::vector<fs::path> files;
    const fs::path root = test::realData("exports");
    if (fs::exists(root)) {
        for (const fs::directory_entry &entry : fs::recursive_directory_iterator(root)) {
            if (entry.is_regular_file() &&
                entry.path().parent_path().filename().string().ends_with(folderEnd)) {
                files.push_back(entry.path());
            }
        }
    }
    std::ranges::sort(files);
    return files;
}

/// A file as UTF-8 lines.
std::string textOf(const fs::path &path)
{
    std::string text;
    if (auto input = TextInput::open(path)) {
        while (input->next()) {
            text.append(input->line()) += '\n';
        }
    }
    return text + '\n';
}

/// `head`, then `body` in as many copies as it takes to have `factor` times the wanted size.
bool writeCopies(const fs::path &path, const std::string &head, const std::string &body, std::size_t factor)
{
    if (body.size() < 2) {
        return false;
    }
    std::ofstream out(path, std::ios::binary);
    out << head;
    const std::size_t copies = (kWantedBytes + body.size() - 1) / body.size() * factor;
    for (std::size_t copy = 0; copy < copies; ++copy) {
        out << copyOf(body, copy);
    }
    return true;
}

/// Rows can be repeated only below one header, so the largest file stands for all.
bool writeCsv(const fs::path &path, std::size_t factor)
{
    std::vector<fs::path> files = exportsIn("scopus_csv");
    if (files.empty()) {
        return false;
    }
    std::string text = textOf(
        *std::ranges::max_element(files, {}, [](const fs::path &file) { return fs::file_size(file); }));
    const std::size_t headerEnd = text.find('\n') + 1;
    text.pop_back();
    return writeCopies(path, text.substr(0, headerEnd), text.substr(headerEnd), factor);
}

bool writeAll(const fs::path &path, const std::string &folderEnd, std::size_t factor)
{
    std::string text;
    for (const fs::path &file : exportsIn(folderEnd)) {
        text += textOf(file);
    }
    return writeCopies(path, {}, text, factor);
}

bool writeRis(const fs::path &path, std::size_t factor)
{
    return writeCopies(path, {}, largeRis(), factor);
}

bool writeNbib(const fs::path &path, std::size_t factor)
{
    return writeAll(path, "pubmed_nbib", factor);
}

bool writeBibtex(const fs::path &path, std::size_t factor)
{
    return writeAll(path, "_bib", factor);
}

std::size_t sizeOf(const TaggedText &text)
{
    std::size_t size = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto field = text.field(i);
        size += field.tag.size() + field.value.size();
    }
    return size;
}

/// The readers of tagged formats divide and normalise in one class; this divides by the same means and
/// nothing more: a tag of two to four characters, then a hyphen at `hyphenAt`.
std::size_t divideTagged(TextInput &input, std::size_t hyphenAt, std::string_view startTag)
{
    TaggedText text;
    std::size_t size = 0;
    while (input.next()) {
        const std::string_view line = input.line();
        const bool isTag = line.size() > hyphenAt && line[hyphenAt] == '-' &&
                           std::isupper(static_cast<unsigned char>(line[0])) != 0 &&
                           std::isalnum(static_cast<unsigned char>(line[1])) != 0;
        if (isTag && line.starts_with(startTag)) {
            size += sizeOf(text);
            text.start(input.lineNumber());
        }
        if (isTag) {
            text.addField(std::min(line.find(' '), hyphenAt), line, hyphenAt + 1);
        } else {
            text.addContinuation(line);
        }
    }
    return size + sizeOf(text);
}

std::size_t divideRis(TextInput &input)
{
    return divideTagged(input, 4, "TY");
}

std::size_t divideNbib(TextInput &input)
{
    return divideTagged(input, 4, "PMID");
}

std::size_t divideBibtex(TextInput &input)
{
    BibtexEntries entries(input);
    BibtexEntry entry;
    std::size_t fields = 0;
    while (entries.next(entry)) {
        fields += entry.fields.size();
    }
    return fields;
}

std::size_t divideCsv(TextInput &input)
{
    CsvReader reader(input, ',');
    CsvRow row;
    std::size_t fields = 0;
    while (reader.next(row)) {
        fields += row.fields.size();
        reader.expectColumns(fields == row.fields.size() ? fields : 0); // of the header, as the reader does
    }
    return fields;
}

std::size_t lines(TextInput &input)
{
    std::size_t size = 0;
    while (input.next()) {
        size += input.line().size();
    }
    return size;
}

double secondsOf(const fs::path &path, const std::function<std::size_t(TextInput &)> &pass)
{
    return cpuSeconds([&] {
        auto input = TextInput::open(path);
        benchmark::DoNotOptimize(pass(*input));
    });
}

struct Subject
{
    const char *id;
    bool (*write)(const fs::path &path, std::size_t factor);
    std::size_t (*divide)(TextInput &input);
};

constexpr Subject kSubjects[]{
    {"ris", writeRis, divideRis},
    {"nbib", writeNbib, divideNbib},
    {"bibtex", writeBibtex, divideBibtex},
    {"csv", writeCsv, divideCsv},
};

/// MB of text a second of processor time: split into lines, divided into records and fields, and read into
/// records. All in turn, so that the ratios hold whatever else the machine does. The time shown is that of
/// reading.
void readFormat(benchmark::State &state)
{
    const Subject &subject = kSubjects[state.range(0)];
    state.SetLabel(subject.id);
    const test::TempFolder folder;
    const fs::path path = folder.path() / "file";
    if (!subject.write(path, 1)) {
        state.SkipWithError("real data missing (set WINNOW_DATA)");
        return;
    }
    const Format *const format = findFormat(subject.id);
    DroppingSink sink;
    double splitting = 0;
    double dividing = 0;
    double reading = 0;
    while (state.KeepRunning()) {
        splitting += secondsOf(path, lines);
        dividing += secondsOf(path, subject.divide);
        const double seconds = secondsOf(
            path, [&](TextInput &input) -> std::size_t { return format->read(input, {}, sink) ? 1 : 0; });
        reading += seconds;
        state.SetIterationTime(seconds);
    }
    const auto rounds = static_cast<double>(state.iterations());
    const double megabytes = static_cast<double>(fs::file_size(path)) / 1e6;
    state.counters["MB"] = megabytes;
    state.counters["records"] = static_cast<double>(sink.records) / rounds;
    state.counters["split_MB_s"] = megabytes * rounds / splitting;
    state.counters["divide_MB_s"] = megabytes * rounds / dividing;
    state.counters["read_MB_s"] = megabytes * rounds / reading;
    state.counters["read_over_split"] = reading / splitting;
}

/// Peak memory of a process of its own, in MB more than one that does nothing.
double peakOfReading(const Subject &subject, const fs::path &path)
{
    malloc_trim(0); // or the child would use again what this process has freed
    rusage usage[2]{};
    for (const bool isReading : {false, true}) {
        const pid_t child = fork();
        if (child == 0) {
            if (isReading) {
                DroppingSink sink;
                auto input = TextInput::open(path);
                static_cast<void>(findFormat(subject.id)->read(*input, {}, sink));
            }
            _exit(0);
        }
        int status = 0;
        wait4(child, &status, 0, &usage[isReading ? 1 : 0]);
    }
    return static_cast<double>(usage[1].ru_maxrss - usage[0].ru_maxrss) / 1024;
}

/// Reading a file of four times the size must not take more memory.
void readingPeakMemory(benchmark::State &state)
{
    const Subject &subject = kSubjects[state.range(0)];
    state.SetLabel(subject.id);
    const test::TempFolder folder;
    const fs::path once = folder.path() / "once";
    const fs::path fourTimes = folder.path() / "four";
    if (!subject.write(once, 1) || !subject.write(fourTimes, 4)) {
        state.SkipWithError("real data missing (set WINNOW_DATA)");
        return;
    }
    while (state.KeepRunning()) {
        state.counters["peak_MB"] = peakOfReading(subject, once);
        state.counters["peak_MB_at_4x"] = peakOfReading(subject, fourTimes);
    }
}

BENCHMARK(readFormat)
    ->DenseRange(0, std::size(kSubjects) - 1)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(5);
BENCHMARK(readingPeakMemory)
    ->DenseRange(0, std::size(kSubjects) - 1)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);

} // namespace

} // namespace winnow::bench
