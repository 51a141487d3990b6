// A reviewer is killed at any moment, again and again, while working on one review. SIGKILL leaves the page
// cache of the system alone, so this shows that acts are whole and acknowledged only once committed; it
// cannot show whether SQLite waits for the disk (PRAGMA synchronous), for which only the power would have to
// fail.

#include "app/import_files.h"
#include "app/verify.h"
#include "fingerprint.h"
#include "hits.h"
#include "killed_process.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <thread>
#include <unordered_map>
#include <unordered_set>

namespace winnow::crash {

namespace {

using std::chrono::microseconds;
using testing::IsEmpty;

constexpr int kRecords = 100;
constexpr std::chrono::seconds kPatience{60};

class Crash : public testing::Test
{
protected:
    Crash()
    {
        const auto file = m_folder.file("hits.ris", hits(0, kRecords));
        auto made = app::Workspace::create(review(), "A review", services());
        app::ImportRequest request;
        request.files = {file};
        request.source = "Scopus";
        Task task;
        const auto imported = app::importFiles(**made, request, task);
        EXPECT_TRUE(imported) << imported.error().message;
        made->reset();
        checkReview();
        m_untold = 0;
    }

    /// Kills a reviewer at work `kills` times and looks at the review after each.
    void killAgainAndAgain(const std::string &work, int kills, microseconds delayBound, std::uint64_t seed)
    {
        std::mt19937_64 random(seed);
        for (int round = 0; round < kills && !HasFatalFailure(); ++round) {
            SCOPED_TRACE(work + ", kill " + std::to_string(round));
            KilledProcess process(
                {WINNOW_REVIEWER_BINARY, review().string(), std::to_string(random() % 1000000), work});
            const std::size_t acts = random() % 6;
            // Without an act to wait for, the kill falls into the start of the program.
            const auto bound = acts == 0 ? microseconds(40000) : delayBound;
            const microseconds delay(random() % static_cast<std::uint64_t>(bound.count()));
            ASSERT_TRUE(process.waitFor("act", acts, kPatience)) << "the reviewer gave up";
            std::this_thread::sleep_for(delay);
            ASSERT_TRUE(process.kill()) << "the reviewer ended before it was killed";
            noteAcknowledged(process.lines());
            checkReview();
        }
    }

    /// How many events were acknowledged in all.
    [[nodiscard]] std::size_t acknowledged() const { return m_acknowledged.size(); }

    /// How often an act was committed of which the reviewer could not tell any more.
    [[nodiscard]] int untold() const { return m_untold; }

private:
    [[nodiscard]] std::filesystem::path review() const { return m_folder.path() / "a.winnow"; }

    [[nodiscard]] app::Services services() { return {&m_clock, &m_uuids, "setup"}; }

    void noteAcknowledged(const std::vector<std::string> &lines)
    {
        for (const std::string &line : lines) {
            if (line.starts_with("event ")) {
                const std::size_t space = line.find(' ', 6);
                ASSERT_NE(space, std::string::npos) << line;
                const bool isNew = m_acknowledged.emplace(line.substr(6, space - 6), line.substr(6)).second;
                EXPECT_TRUE(isNew) << "acknowledged twice: " << line;
            }
        }
    }

    void checkReview()
    {
        auto workspace = app::Workspace::open(review(), services());
        ASSERT_TRUE(workspace) << workspace.error().message;
        Task task;
        const auto verified = app::verify(**workspace, task);
        ASSERT_TRUE(verified) << verified.error().message;
        ASSERT_THAT(verified->faults, IsEmpty());
        const auto events = (*workspace)->log().events();
        ASSERT_TRUE(events) << events.error().message;
        std::vector<std::string> prints;
        prints.reserve(events->size());
        for (const Event &event : *events) {
            prints.push_back(event.uuid + " " + fingerprint(event));
        }
        checkPast(prints);
        checkAcknowledged(*events, prints);
        checkDecisions(*events);
        m_past = std::move(prints);
    }

    /// What was there after the last kill is still there, first and unchanged.
    void checkPast(const std::vector<std::string> &prints) const
    {
        ASSERT_GE(prints.size(), m_past.size());
        for (std::size_t i = 0; i < m_past.size(); ++i) {
            ASSERT_EQ(prints[i], m_past[i]);
        }
    }

    /// All that was acknowledged is there, once; of what was not, no more than the one act that was committed
    /// when the kill came.
    void checkAcknowledged(const std::vector<Event> &events, const std::vector<std::string> &prints)
    {
        std::unordered_set<std::string_view> uuids;
        std::set<std::int64_t> untold;
        std::size_t told = 0;
        for (std::size_t i = 0; i < events.size(); ++i) {
            ASSERT_TRUE(uuids.insert(events[i].uuid).second) << events[i].uuid << " is there twice";
            if (const auto said = m_acknowledged.find(events[i].uuid); said != m_acknowledged.end()) {
                ASSERT_EQ(prints[i], said->second) << "acknowledged as something else";
                ++told;
            } else if (i >= m_past.size()) {
                untold.insert(events[i].op);
            }
        }
        ASSERT_EQ(told, m_acknowledged.size()) << "acknowledged, but lost: " << missing(uuids);
        ASSERT_LE(untold.size(), 1U) << "committed, but not acknowledged";
        m_untold += static_cast<int>(untold.size());
    }

    [[nodiscard]] std::string missing(const std::unordered_set<std::string_view> &uuids) const
    {
        std::string text;
        for (const auto &[uuid, print] : m_acknowledged) {
            text += uuids.contains(uuid) ? "" : "\n" + print;
        }
        return text;
    }

    /// Each act of decisions is whole, and holds at most once: a redo brings back what an undo took.
    static void checkDecisions(const std::vector<Event> &events)
    {
        std::unordered_set<std::int64_t> retracted;
        for (const Event &event : events) {
            if (event.retracts) {
                retracted.insert(event.retracts->value);
            }
        }
        std::unordered_map<std::string, std::pair<std::set<std::int64_t>, std::size_t>> acts;
        for (const Event &event : events) {
            if (event.kind == EventKind::Decision) {
                auto &[records, live] = acts[event.reason];
                records.insert(event.subject);
                live += static_cast<std::size_t>(!retracted.contains(event.id.value));
            }
        }
        for (const auto &[name, act] : acts) {
            const auto &[records, live] = act;
            const std::size_t expected = std::stoull(name.substr(name.find(" of ") + 4));
            ASSERT_GE(records.size(), expected) << "half of an act: " << name;
            ASSERT_TRUE(live == 0 || live == records.size())
                << "an act that holds in part or twice: " << name;
        }
    }

    winnow::test::TempFolder m_folder;
    SystemClock m_clock;
    RandomUuidSource m_uuids{1};
    std::unordered_map<std::string, std::string> m_acknowledged; // by uuid, as told
    std::vector<std::string> m_past;
    int m_untold = 0;
};

TEST_F(Crash, losesNoAcknowledgedDecision)
{
    killAgainAndAgain("decide", 420, microseconds(4000), 11);
    EXPECT_GT(acknowledged(), 1000U);
    EXPECT_GT(untold(), 0) << "no kill fell between a commit and its acknowledgement";
}

TEST_F(Crash, leavesNoHalfImport)
{
    killAgainAndAgain("import", 50, microseconds(20000), 12);
    EXPECT_GT(acknowledged(), 100U);
}

TEST_F(Crash, leavesNoHalfDeduplication)
{
    killAgainAndAgain("dedupe", 50, microseconds(20000), 13);
    EXPECT_GT(acknowledged(), 100U);
}

} // namespace

} // namespace winnow::crash
