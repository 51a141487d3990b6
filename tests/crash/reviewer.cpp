// winnow_reviewer REVIEW SEED decide|import|dedupe: works on a review until it is killed. What was committed
// is acknowledged on the standard output: a line "event UUID FINGERPRINT" for each event of an act, then
// "act".

#include "app/decide.h"
#include "app/duplicates.h"
#include "app/history.h"
#include "app/import_files.h"
#include "base/file.h"
#include "fingerprint.h"
#include "hits.h"

#include <unistd.h>

#include <cstdio>
#include <random>

namespace winnow::crash {

namespace {

/// Counts what it gives out: no act has more events than that.
class CountingUuids final : public UuidSource
{
public:
    [[nodiscard]] std::string next() override
    {
        ++m_count;
        return m_random.next();
    }

    std::int64_t takeCount() { return std::exchange(m_count, 0); }

private:
    RandomUuidSource m_random;
    std::int64_t m_count = 0;
};

/// One call of write() a line, so that the other end never sees half of one.
bool tell(const std::string &line)
{
    const std::string bytes = line + "\n";
    return write(STDOUT_FILENO, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
}

class Reviewer
{
public:
    Reviewer(app::Workspace &workspace, CountingUuids &uuids, std::uint64_t seed)
        : m_workspace(workspace)
        , m_uuids(uuids)
        , m_seed(seed)
        , m_random(seed)
    {}

    /// False when something went wrong that ought not to.
    bool act(const std::string &work)
    {
        m_uuids.takeCount();
        const auto chance = below(100);
        const Result<void> done = work == "import" && chance < 40   ? import(60)
                                  : work == "dedupe" && chance < 12 ? import(12)
                                  : work == "dedupe" && chance < 40 ? dedupe()
                                  : chance < 80                     ? decide()
                                  : chance < 93                     ? undo()
                                                                    : redo();
        if (!done) {
            std::fprintf(stderr, "reviewer: %s\n", done.error().message.c_str());
            return false;
        }
        return acknowledge();
    }

private:
    std::uint64_t below(std::uint64_t bound) { return m_random() % bound; }

    /// One to four records as one act; the reason names the act and says how many events it must have.
    Result<void> decide()
    {
        const auto units = m_workspace.records().units();
        if (!units) {
            return units.error();
        }
        const std::uint64_t count = 1 + (below(3) == 0 ? below(4) : 0);
        const std::string name =
            "act " + std::to_string(m_seed) + "." + std::to_string(++m_acts) + " of " + std::to_string(count);
        std::vector<app::DecideRequest> requests;
        const std::uint64_t first = below(units->size() - count);
        for (std::uint64_t i = 0; i < count; ++i) {
            requests.push_back(
                {(*units)[first + i], Stage::TitleAbstract, static_cast<Verdict>(below(3)), name, "note"});
        }
        return app::decide(m_workspace, requests);
    }

    Result<void> import(int count)
    {
        const std::uint64_t seed = m_seed * 1000 + ++m_acts;
        std::filesystem::path file = m_workspace.path();
        file.replace_filename("hits-" + std::to_string(seed) + ".ris");
        app::ImportRequest request;
        request.files = {file};
        request.source = "Scopus";
        if (auto written = writeFile(file, hits(seed, count)); !written) {
            return written;
        }
        Task task;
        auto imported = app::importFiles(m_workspace, request, task);
        return imported ? Result<void>() : std::move(imported).error();
    }

    Result<void> dedupe()
    {
        Task task;
        auto done = app::deduplicate(m_workspace, task);
        return done ? Result<void>() : std::move(done).error();
    }

    Result<void> undo()
    {
        auto undone = app::undo(m_workspace);
        return undone ? Result<void>() : std::move(undone).error();
    }

    Result<void> redo()
    {
        auto redone = app::redo(m_workspace);
        return redone ? Result<void>() : std::move(redone).error();
    }

    bool acknowledge()
    {
        const auto last = m_workspace.log().events({}, m_uuids.takeCount());
        if (!last || last->empty()) {
            return last.isOk();
        }
        for (const Event &event : *last) {
            if (event.op == last->back().op && !tell("event " + event.uuid + " " + fingerprint(event))) {
                return false;
            }
        }
        return tell("act");
    }

    app::Workspace &m_workspace;
    CountingUuids &m_uuids;
    std::uint64_t m_seed;
    std::mt19937_64 m_random;
    std::uint64_t m_acts = 0;
};

} // namespace

static int work(const std::vector<std::string> &arguments)
{
    const SystemClock clock;
    CountingUuids uuids;
    const auto seed = std::stoull(arguments[2]);
    auto workspace = app::Workspace::open(arguments[1], {&clock, &uuids, seed % 4 == 0 ? "ben" : "anna"});
    if (!workspace) {
        std::fprintf(stderr, "reviewer: %s\n", workspace.error().message.c_str());
        return 1;
    }
    Reviewer reviewer(**workspace, uuids, seed);
    while (reviewer.act(arguments[3])) {
    }
    return 1;
}

} // namespace winnow::crash

int main(int argc, char **argv)
try {
    if (argc != 4) {
        std::fputs("usage: winnow_reviewer REVIEW SEED decide|import|dedupe\n", stderr);
        return 2;
    }
    return winnow::crash::work({argv, argv + argc});

} catch (const std::exception &failure) {
    std::fprintf(stderr, "reviewer: %s\n", failure.what());
    return 1;
}
