#include "bench_data.h"

#include "app/import_files.h"
#include "support/real_data.h"

#include <zlib.h>

#include <cstdio>
#include <cstdlib>

namespace winnow::bench {

namespace {

std::string unpacked(const std::filesystem::path &path)
{
    std::string text;
    gzFile file = gzopen(path.c_str(), "rb");
    if (file == nullptr) {
        return text;
    }
    std::vector<char> buffer(std::size_t{1} << 20U);
    for (int got = 0; (got = gzread(file, buffer.data(), static_cast<unsigned>(buffer.size()))) > 0;) {
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
    gzclose(file);
    return text;
}

} // namespace

const std::string &largeRis()
{
    static const std::string kText = unpacked(test::realData("perf/large_mixed_20637.ris.gz"));
    return kText;
}

std::vector<std::string> rawRecords(const std::string &ris)
{
    std::vector<std::string> records;
    std::size_t begin = 0;
    while (begin < ris.size()) {
        const std::size_t end = ris.find("\nER  -", begin);
        const std::size_t next = end == std::string::npos ? ris.size() : ris.find('\n', end + 1) + 1;
        records.push_back(ris.substr(begin, next - begin));
        begin = next;
        while (begin < ris.size() && (ris[begin] == '\n' || ris[begin] == '\r')) {
            ++begin;
        }
    }
    return records;
}

BenchReview::BenchReview()
{
    auto made =
        app::Workspace::create(m_folder.path() / "bench.winnow", "Bench", {&m_clock, &m_uuids, "bench"});
    if (!made) {
        std::fprintf(stderr, "%s\n", made.error().message.c_str());
        std::abort();
    }
    m_workspace = *std::move(made);
}

void BenchReview::importLarge(int times)
{
    for (int time = 0; time < times; ++time) {
        app::ImportRequest request;
        // A line end more makes another file of the same records, which nobody compares here.
        request.files.push_back(
            m_folder.file("large" + std::to_string(time) + ".ris",
                          largeRis() + std::string(static_cast<std::size_t>(time), '\n')));
        Task task;
        auto imported = app::importFiles(*m_workspace, request, task);
        if (!imported) {
            std::fprintf(stderr, "%s\n", imported.error().message.c_str());
            std::abort();
        }
    }
}

} // namespace winnow::bench
