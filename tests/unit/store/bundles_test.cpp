#include "base/sha256.h"
#include "review_fixture.h"
#include "store/bundles.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>
#include <sstream>

namespace winnow::store::test {

namespace {

namespace fs = std::filesystem;

constexpr int kRecords = 8;

/// A copy of a review, with all that works on it.
struct Copy
{
    Copy(const fs::path &path, std::uint64_t seed)
        : uuids(seed)
        , file(ReviewFile::open(path).value())
    {}

    RandomUuidSource uuids;
    ReviewFile file;
    Log log{file, uuids};
    Judgement judgement{file};
    Bundles bundles{file};
};

std::vector<std::string> linesOf(const std::string &text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

/// A bundle with the header of another and any of its events, as Winnow itself would have written it.
std::string bundleOf(const std::string &header, const std::vector<std::string> &events)
{
    nlohmann::json object = nlohmann::json::parse(header);
    object["events"] = events.size();
    std::string bundle = object.dump();
    std::string chain = sha256(bundle);
    bundle += '\n';
    for (const std::string &event : events) {
        std::string text = chain;
        text.append("\n").append(event);
        chain = sha256(text);
        bundle.append(chain).append(" ").append(event).append("\n");
    }
    return bundle;
}

std::vector<std::string> eventsIn(const std::string &bundle)
{
    std::vector<std::string> events;
    const std::vector<std::string> lines = linesOf(bundle);
    for (auto line = lines.begin() + 1; line != lines.end(); ++line) {
        events.push_back(line->substr(65));
    }
    return events;
}

/// All that was judged, in words that do not depend on numbers that a file gives to events.
std::string stateOf(Copy &copy)
{
    std::ostringstream state;
    for (const auto &[record, decisions] : copy.judgement.allDecisions().value()) {
        for (const Decision &decision : decisions) {
            state << record.value << ' ' << decision.record.value << ' ' << toString(decision.stage) << ' '
                  << decision.reviewer << ' ' << toString(decision.verdict) << ' ' << decision.note << '\n';
        }
    }
    for (const auto &[record, link] : copy.judgement.duplicates().value()) {
        state << record.value << " is " << link.kept.value << ' ' << link.rule << '\n';
    }
    for (const auto &[a, b] : copy.judgement.keptApart().value()) {
        state << a.value << " is not " << b.value << '\n';
    }
    std::vector<RecordId> all;
    for (std::int64_t id = 1; id <= kRecords; ++id) {
        all.push_back({id});
    }
    for (const auto &[record, field] : copy.judgement.chosenFields(all).value()) {
        state << record.value << " gives " << field << '\n';
    }
    return state.str();
}

class Team
{
public:
    Team() { EXPECT_EQ(executeAside(m_review.file.path(), "PRAGMA wal_checkpoint(TRUNCATE)"), SQLITE_OK); }

    std::unique_ptr<Copy> copy()
    {
        const fs::path path = m_folder.path() / (std::to_string(++m_copies) + ".winnow");
        fs::copy_file(m_review.file.path(), path);
        return std::make_unique<Copy>(path, 1000 + m_copies);
    }

private:
    Review m_review{kRecords};
    winnow::test::TempFolder m_folder;
    std::uint64_t m_copies = 0;
};

EventDraft on(EventKind kind, std::int64_t record)
{
    EventDraft event;
    event.kind = kind;
    event.subjectKind = "record";
    event.subject = record;
    event.stage = "title-abstract";
    return event;
}

void include(Copy &copy, const std::string &reviewer, std::int64_t record)
{
    EventDraft decision = on(EventKind::Decision, record);
    decision.verdict = "include";
    ASSERT_TRUE(copy.log.append(Review::act(reviewer), std::span(&decision, 1)));
}

/// One act of a reviewer, chosen at random among all that judgement knows.
void act(Copy &copy, const std::string &reviewer, std::mt19937 &random)
{
    const auto draw = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    const std::int64_t record = 1 + draw(kRecords);
    const std::int64_t other = 1 + draw(kRecords);
    const Act who = Review::act(reviewer);
    std::vector<EventDraft> drafts;
    switch (draw(9)) {
    case 0:
        ASSERT_TRUE(copy.log.undo(who));
        return;
    case 1:
        ASSERT_TRUE(copy.log.redo(who));
        return;
    case 2:
        drafts.push_back(on(EventKind::DuplicatesMerged, std::min(record, other)));
        drafts.back().reason = "rule of " + reviewer;
        drafts.back().detail = R"({"members":[)" + std::to_string(record) + ',' + std::to_string(other) +
                               R"(],"tier":"person"})";
        break;
    case 3:
        drafts.push_back(on(EventKind::DuplicateSplit, record));
        break;
    case 4:
        drafts.push_back(on(EventKind::FieldChosen, record));
        drafts.back().reason = "title";
        break;
    default:
        for (int i = 0; i <= draw(2); ++i) {
            drafts.push_back(on(EventKind::Decision, 1 + draw(kRecords)));
            drafts.back().verdict =
                toString(std::array{Verdict::Include, Verdict::Exclude, Verdict::Maybe}.at(
                    static_cast<std::size_t>(draw(3))));
            drafts.back().detail = R"({"note":"by )" + reviewer + R"("})";
        }
    }
    ASSERT_TRUE(copy.log.append(who, drafts));
}

/// Reviewers who worked apart: their events, with a header to send them under.
struct Work
{
    std::string header;
    std::vector<std::string> events;
};

Work workOf(Team &team, std::mt19937 &random)
{
    Work work;
    for (const char *const reviewer : {"ann", "ben", "cleo", "ann"}) { // ann has two machines
        const auto copy = team.copy();
        for (int i = 0; i < 12; ++i) {
            act(*copy, reviewer, random);
        }
        EXPECT_THAT(copy->log.checkFold().value(), testing::IsEmpty());
        const std::string bundle = copy->bundles.write(reviewer).value();
        work.header = linesOf(bundle).front();
        std::ranges::copy(eventsIn(bundle), std::back_inserter(work.events));
    }
    return work;
}

} // namespace

TEST(Bundles, anySplitOverAnyFilesInAnyOrderGivesTheSameState)
{
    for (unsigned seed = 1; seed <= 12; ++seed) {
        std::mt19937 random(seed);
        Team team;
        Work work = workOf(team, random);
        std::optional<std::string> expected;
        for (int round = 0; round < 5; ++round) {
            std::vector<std::vector<std::string>> files(1 + random() % 6);
            std::ranges::shuffle(work.events, random);
            for (const std::string &event : work.events) {
                files[random() % files.size()].push_back(event);
                if (random() % 4 == 0) {
                    files[random() % files.size()].push_back(event); // some travel twice
                }
            }
            const auto copy = team.copy();
            for (const auto &file : files) {
                ASSERT_TRUE(copy->bundles.merge(bundleOf(work.header, file)));
            }
            EXPECT_THAT(copy->log.checkFold().value(), testing::IsEmpty()) << "seed " << seed;
            const auto again = copy->bundles.merge(bundleOf(work.header, work.events));
            ASSERT_TRUE(again);
            EXPECT_THAT(again->added, testing::IsEmpty());
            EXPECT_THAT(again->waiting, testing::IsEmpty());
            const std::string state = stateOf(*copy);
            EXPECT_EQ(expected.value_or(state), state) << "seed " << seed << " round " << round;
            expected = state;
        }
        EXPECT_FALSE(expected->empty());
    }
}

TEST(Bundles, bringsTwoReviewersToOneStateInBothFiles)
{
    Team team;
    const auto ann = team.copy();
    const auto ben = team.copy();
    std::mt19937 random(3);
    for (int i = 0; i < 30; ++i) {
        act(*ann, "ann", random);
        act(*ben, "ben", random);
    }
    const std::string fromAnn = ann->bundles.write("ann").value();
    const std::string fromBen = ben->bundles.write("ben").value();
    EXPECT_NE(stateOf(*ann), stateOf(*ben));
    ASSERT_TRUE(ann->bundles.merge(fromBen));
    ASSERT_TRUE(ben->bundles.merge(fromAnn));
    EXPECT_EQ(stateOf(*ann), stateOf(*ben));
    EXPECT_EQ(ann->bundles.write("").value(), ben->bundles.write("").value());
}

TEST(Bundles, undoAfterAMergeTakesBackTheReviewersOwnLastAct)
{
    Team team;
    const auto ann = team.copy();
    const auto ben = team.copy();
    include(*ann, "ann", 1);
    include(*ben, "ben", 2);
    ASSERT_TRUE(ann->bundles.merge(ben->bundles.write("ben").value()));
    EXPECT_EQ(ann->log.undo(Review::act("ann")).value().front().subject, 1);
    EXPECT_EQ(ann->judgement.allDecisions().value().size(), 1U);
}

TEST(Bundles, refusesWhatWasChangedOnItsWay)
{
    Team team;
    const auto ann = team.copy();
    std::mt19937 random(5);
    for (int i = 0; i < 6; ++i) {
        act(*ann, "ann", random);
    }
    const std::string bundle = ann->bundles.write("ann").value();
    const auto ben = team.copy();
    const std::string before = stateOf(*ben);
    for (std::size_t i = 0; i < bundle.size(); i += 7) {
        std::string changed = bundle;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        EXPECT_FALSE(ben->bundles.merge(changed)) << i;
    }
    EXPECT_EQ(stateOf(*ben), before);
    EXPECT_TRUE(ben->bundles.merge(bundle));
}

TEST(Bundles, refusesWhatWasCutShort)
{
    Team team;
    const auto ann = team.copy();
    std::mt19937 random(6);
    for (int i = 0; i < 6; ++i) {
        act(*ann, "ann", random);
    }
    const std::string bundle = ann->bundles.write("ann").value();
    const auto ben = team.copy();
    for (std::size_t size = 0; size + 1 < bundle.size(); size += 11) {
        EXPECT_FALSE(ben->bundles.merge(bundle.substr(0, size))) << size;
    }
}

TEST(Bundles, refusesTheEventsOfAnotherReview)
{
    Team team;
    const auto ann = team.copy();
    nlohmann::json header = nlohmann::json::parse(linesOf(ann->bundles.write("ann").value()).front());
    header["review"] = "another";
    const auto merged = ann->bundles.merge(bundleOf(header.dump(), {}));
    ASSERT_FALSE(merged);
    EXPECT_THAT(merged.error().message, testing::HasSubstr("another review"));
}

TEST(Bundles, refusesDecisionsWithoutAVerdictAndClocksBeyondAllTime)
{
    Team team;
    const auto ann = team.copy();
    include(*ann, "ann", 1);
    const std::string bundle = ann->bundles.write("ann").value();
    const std::string header = linesOf(bundle).front();
    const nlohmann::json event = nlohmann::json::parse(eventsIn(bundle).front());
    const auto ben = team.copy();
    for (const nlohmann::json &change : {nlohmann::json{{"verdict", "yes"}},
                                         nlohmann::json{{"stage", ""}},
                                         nlohmann::json{{"clock", 0}},
                                         nlohmann::json{{"clock", 9007199254740993}},
                                         nlohmann::json{{"kind", "import"}},
                                         nlohmann::json{{"reviewer", ""}},
                                         nlohmann::json{{"uuid", 5}}}) {
        nlohmann::json changed = event;
        changed.update(change);
        EXPECT_FALSE(ben->bundles.merge(bundleOf(header, {changed.dump()}))) << change;
    }
    EXPECT_FALSE(ben->bundles.merge(bundleOf(header, {"[]"})));
    EXPECT_TRUE(ben->bundles.merge(bundleOf(header, {event.dump()})));
}

TEST(Bundles, keepsWhatSpeaksOfARecordThatIsNotHereUntilItIs)
{
    Team team;
    const auto ann = team.copy();
    include(*ann, "ann", 1);
    const std::string bundle = ann->bundles.write("ann").value();
    nlohmann::json header = nlohmann::json::parse(linesOf(bundle).front());
    nlohmann::json event = nlohmann::json::parse(eventsIn(bundle).front());
    const auto ben = team.copy();
    event["subject"] = "0000/1";
    const auto waiting = ben->bundles.merge(bundleOf(header.dump(), {event.dump()}));
    ASSERT_TRUE(waiting);
    EXPECT_THAT(waiting->added, testing::IsEmpty());
    EXPECT_THAT(waiting->waiting,
                testing::ElementsAre(testing::Pair("a record that was not imported here", 1)));
    // The import is known by what was imported, although each copy gave it a name of its own.
    const std::string uuid = header["imports"].begin().key();
    header["imports"]["0000"] = header["imports"][uuid];
    const auto found = ben->bundles.merge(bundleOf(header.dump(), {}));
    ASSERT_TRUE(found);
    EXPECT_THAT(found->added, testing::ElementsAre(testing::Pair("decision", 1)));
    EXPECT_EQ(ben->judgement.decisionsOf({1}).value().size(), 1U);
}

TEST(Bundles, leavesImportsWhereTheyWere)
{
    Team team;
    const auto ann = team.copy();
    EXPECT_THAT(eventsIn(ann->bundles.write("anna").value()), testing::IsEmpty());
}

} // namespace winnow::store::test
