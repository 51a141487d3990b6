#include "app/flow_as_of.h"
#include "app/flow_diagram.h"
#include "app/flow_notes.h"
#include "app/flow_records.h"
#include "app/flow_snapshots.h"
#include "app/history.h"
#include "app/import_files.h"
#include "app/stages.h"
#include "flow/check.h"
#include "flow/numbers.h"
#include "store/event_detail.h"
#include "team.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace winnow::app {

namespace {

using flow::LineId;
using flow::Numbers;
using test::Team;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Numbers numbersIn(Workspace &workspace)
{
    auto counts = flowCounts(workspace);
    EXPECT_TRUE(counts) << counts.error().message;
    return counts ? flow::numbersOf(*counts) : Numbers();
}

void setStatus(Team &team, std::int64_t record, ReportStatus status, const std::string &why = {})
{
    auto done = setReportStatus(*team.as("owner"), {{record}, status, why, {}});
    EXPECT_TRUE(done) << done.error().message;
}

void note(Team &team, const FlowNumberRequest &request)
{
    auto done = noteFlowNumber(*team.as("owner"), request);
    EXPECT_TRUE(done) << done.error().message;
}

TEST(ReportStatus, isCountedUntilItIsTakenBack)
{
    Team team(2);
    team.decide("owner", 1, Verdict::Include);
    team.decide("owner", 2, Verdict::Include);
    setStatus(team, 1, ReportStatus::NotRetrieved, "no access");
    EXPECT_EQ(numbersIn(*team.as("owner")).reports.notRetrieved.value, 1);
    const auto workspace = team.as("owner");
    EXPECT_THAT(undo(*workspace).value().value_or(""), HasSubstr("not-retrieved, no access"));
    EXPECT_EQ(numbersIn(*workspace).reports.notRetrieved.value, 0);
    EXPECT_TRUE(redo(*workspace).value());
    EXPECT_EQ(numbersIn(*workspace).reports.notRetrieved.value, 1);
    setStatus(team, 1, ReportStatus::Sought);
    EXPECT_EQ(numbersIn(*workspace).reports.notRetrieved.value, 0);
}

TEST(ReportStatus, followsTheRecordThatStandsForItsGroup)
{
    Team team(2);
    team.decide("owner", 1, Verdict::Include);
    team.decide("owner", 2, Verdict::Include);
    setStatus(team, 2, ReportStatus::NotRetrieved);
    team.merge({{1}, {2}});
    const Numbers numbers = numbersIn(*team.as("owner"));
    EXPECT_EQ(numbers.reports.sought.value, 1);
    EXPECT_EQ(numbers.reports.notRetrieved.value, 1);
}

TEST(ReportStatus, isRefusedWhereTheReportWasNotSoughtOrWasReadAlready)
{
    Team team(3);
    team.decide("owner", 1, Verdict::Exclude);
    team.decide("owner", 2, Verdict::Include);
    team.decide("owner", 2, Verdict::Include, {}, Stage::FullText);
    const auto workspace = team.as("owner");
    const auto refused = setReportStatus(*workspace, {{1}, ReportStatus::NotRetrieved, "no access", {}});
    EXPECT_THAT(refused.error().message, HasSubstr("r1 was excluded at title and abstract"));
    const auto read = setReportStatus(*workspace, {{2}, ReportStatus::NotRetrieved, "no access", {}});
    EXPECT_THAT(read.error().message, HasSubstr("was assessed at full text"));
    const auto itself = setReportStatus(*workspace, {{2}, ReportStatus::Duplicate, {}, RecordId{2}});
    EXPECT_THAT(itself.error().message, HasSubstr("duplicate of itself"));
    EXPECT_TRUE(setReportStatus(*workspace, {{2}, ReportStatus::Duplicate, {}, RecordId{3}}));
    EXPECT_EQ(numbersIn(*workspace).reports.lateDuplicates.value, 1);
}

TEST(FlowNumbers, holdAsNotedLastAndCanBeTakenBack)
{
    Team team(1);
    note(team, {"previous_studies", {}, 10, "first version"});
    note(team, {"previous_studies", {}, 12, "first version, corrected"});
    note(team, {"other_results", "Contact with authors", 4, "e-mails"});
    Numbers numbers = numbersIn(*team.as("owner"));
    EXPECT_EQ(numbers.variant, flow::Variant::UpdatedOther);
    EXPECT_EQ(numbers.previous.studies.value, 12);
    EXPECT_THAT(numbers.outside,
                ElementsAre(flow::OutsideNumber{LineId::PreviousStudies, "", 12, "first version, corrected"},
                            flow::OutsideNumber{LineId::OtherMethods, "Contact with authors", 4, "e-mails"}));
    note(team, {"previous_studies", {}, {}, {}});
    EXPECT_FALSE(numbersIn(*team.as("owner")).previous.studies.isDrawn());
}

TEST(FlowNumbers, areRefusedWhereTheyCannotStand)
{
    Team team(1);
    const auto workspace = team.as("owner");
    const auto said = [&](const FlowNumberRequest &request) {
        const auto done = noteFlowNumber(*workspace, request);
        return done ? std::string() : done.error().message;
    };
    EXPECT_THAT(said({"no_such_line", {}, 1, "n"}),
                HasSubstr("no line no_such_line. It has previous_studies"));
    EXPECT_THAT(said({"total_studies", {}, 1, "n"}), HasSubstr("computed from others"));
    EXPECT_THAT(said({"left_unscreened", {}, 1, "n"}), HasSubstr("computed from others"));
    EXPECT_THAT(said({"other_results", {}, 1, "n"}), HasSubstr("say which it is"));
    EXPECT_THAT(said({"records_screened", "x", 1, "n"}), HasSubstr("has no name"));
    EXPECT_THAT(said({"records_screened", {}, -1, "n"}), HasSubstr("0 or more"));
    EXPECT_THAT(said({"records_screened", {}, 1, {}}), HasSubstr("where the number comes from"));
    EXPECT_THAT(said({"website_results", {}, 1, "n"}), IsEmpty());
}

TEST(FlowCase06, keepsOldNumbersInSnapshotsAndShowsWhatAnUndoneMergeChanged)
{
    Team team(3);
    const auto workspace = team.as("owner");
    team.merge({{1}, {2}});
    team.decide("owner", 1, Verdict::Exclude);
    team.decide("owner", 3, Verdict::Exclude);
    const Numbers kept = takeFlowSnapshot(*workspace, "submitted").value().numbers;
    store::EventDraft split;
    split.kind = EventKind::DuplicateSplit;
    split.subjectKind = "record";
    split.subject = 2;
    ASSERT_TRUE(workspace->log().append(workspace->act(), std::span(&split, 1)));
    EXPECT_EQ(numbersIn(*workspace).duplicates.value, 0);
    EXPECT_EQ(flowSnapshot(*workspace, "submitted").value().numbers, kept);
    const FlowDifferences differences = flowDifferences(*workspace, "submitted").value();
    EXPECT_TRUE(differences.knowsRecords);
    std::map<LineId, FlowDifference> byLine;
    for (const FlowDifference &difference : differences.lines) {
        byLine[difference.place.line] = difference;
    }
    EXPECT_THAT(byLine, SizeIs(2));
    EXPECT_EQ(byLine[LineId::Duplicates].before.value, 1);
    EXPECT_EQ(byLine[LineId::Duplicates].after.value, 0);
    EXPECT_THAT(byLine[LineId::Duplicates].gone, ElementsAre(RecordId{2}));
    EXPECT_EQ(byLine[LineId::AwaitingScreening].after.value, 1);
    EXPECT_THAT(byLine[LineId::AwaitingScreening].came, ElementsAre(RecordId{2}));
}

TEST(FlowCase08, letsTheLatestDecisionHoldAndMovesItsRecord)
{
    Team team(1);
    const auto workspace = team.as("owner");
    team.decide("owner", 1, Verdict::Include);
    team.decide("owner", 1, Verdict::Include, {}, Stage::FullText);
    ASSERT_TRUE(takeFlowSnapshot(*workspace, "first"));
    team.decide("owner", 1, Verdict::Exclude, "no data", Stage::FullText);
    ASSERT_TRUE(takeFlowSnapshot(*workspace, "second"));
    const Numbers numbers = numbersIn(*workspace);
    EXPECT_EQ(numbers.included.reports.value, 0);
    EXPECT_THAT(numbers.reports.excluded, ElementsAre(flow::Line{"no data", {1, {}}}));
    const FlowDifferences differences = flowDifferences(*workspace, "first", "second").value();
    ASSERT_FALSE(differences.lines.empty());
    EXPECT_EQ(differences.lines.front().place.line, LineId::ReportsExcluded);
    EXPECT_THAT(flowDifferences(*workspace, "second", "now").value().lines, IsEmpty());
}

TEST(FlowSnapshots, haveOneNameEachAndNeverChange)
{
    Team team(1);
    const auto workspace = team.as("owner");
    ASSERT_TRUE(takeFlowSnapshot(*workspace, "submitted"));
    EXPECT_EQ(takeFlowSnapshot(*workspace, "submitted").error().code, ErrorCode::AlreadyExists);
    EXPECT_EQ(takeFlowSnapshot(*workspace, "now").error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(takeFlowSnapshot(*workspace, "").error().code, ErrorCode::InvalidArgument);
    EXPECT_THAT(flowSnapshot(*workspace, "other").error().message, HasSubstr("There are: submitted."));
    EXPECT_THAT(flowSnapshots(*workspace).value(), SizeIs(1));
    ASSERT_TRUE(undo(*workspace).value());
    EXPECT_THAT(flowSnapshots(*workspace).value(), IsEmpty());
}

TEST(FlowSnapshots, holdAllNumbersAsTheyWere)
{
    Team team(4);
    note(team, {"previous_studies", {}, 10, "first version"});
    note(team, {"other_results", "Contact with authors", 4, "e-mails"});
    for (std::int64_t record = 1; record <= 4; ++record) {
        team.decide("owner", record, record == 4 ? Verdict::Exclude : Verdict::Include);
    }
    setStatus(team, 1, ReportStatus::AwaitingClassification, "no reply");
    setStatus(team, 2, ReportStatus::NotRetrieved);
    const auto workspace = team.as("owner");
    const Numbers before = numbersIn(*workspace);
    ASSERT_TRUE(takeFlowSnapshot(*workspace, "submitted"));
    EXPECT_EQ(flowSnapshot(*workspace, "submitted").value().numbers, before);
}

TEST(AsOf, takesADayWithAllItsHoursAndRefusesWhatIsNoDate)
{
    EXPECT_EQ(std::get<std::string>(logEndOf("2026-01-31").value()), "2026-01-31T23:59:59.999Z");
    EXPECT_EQ(std::get<std::string>(logEndOf("2026-01-31T14:30").value()), "2026-01-31T14:30:59.999Z");
    EXPECT_EQ(std::get<std::string>(logEndOf("2026-01-31T14:30:05Z").value()), "2026-01-31T14:30:05.999Z");
    EXPECT_EQ(std::get<std::string>(logEndOf("2024-02-29T14:30:05.1").value()), "2024-02-29T14:30:05.199Z");
    for (const char *bad : {"",
                            "yesterday",
                            "2026",
                            "2026-1-31",
                            "2026-02-30",
                            "2026-01-31Z",
                            "2026-01-31T25:00",
                            "2026-01-31T14:60",
                            "2026-01-31T14:30:",
                            "2026-01-31T14:30:05.",
                            "2026-01-31T14:30:05.1234",
                            "2026-01-31 14:30",
                            "2026-01-31T14",
                            "-026-01-31"}) {
        EXPECT_FALSE(logEndOf(bad)) << bad;
    }
}

TEST(AsOf, showsTheReviewAsItWasAndWritesNothing)
{
    Team team(2);
    team.decide("owner", 1, Verdict::Include);
    const auto workspace = team.as("owner");
    const std::string then = workspace->log().events().value().back().atUtc;
    team.decide("owner", 2, Verdict::Exclude);
    const auto before = reviewAsOf(*workspace, then).value();
    EXPECT_TRUE(before->isReadOnly());
    EXPECT_EQ(numbersIn(*before).awaitingScreening.value, 1);
    EXPECT_EQ(numbersIn(*workspace).awaitingScreening.value, 0);
    EXPECT_THAT(before->log().checkFold().value(), IsEmpty());
    store::EventDraft event;
    EXPECT_FALSE(before->log().append(before->act(), std::span(&event, 1)));
    EXPECT_THAT(workspace->log().checkFold().value(), IsEmpty());
}

/// Does one thing after another to a review, as its users might.
class RandomReviewers
{
public:
    RandomReviewers(Team &team, unsigned seed)
        : m_team(team)
        , m_random(seed)
    {}

    void actOnce()
    {
        const auto workspace = m_team.as(pick(2) == 0 ? "ann" : "ben");
        switch (pick(13)) {
        case 0:
            static_cast<void>(undo(*workspace));
            break;
        case 1:
            static_cast<void>(redo(*workspace));
            break;
        case 2:
            addImport(*workspace);
            break;
        case 3:
            merge(*workspace);
            break;
        case 4:
            append(*workspace, EventKind::DuplicateSplit, "record", record().value, {}, {});
            break;
        case 5:
            static_cast<void>(
                setReportStatus(*workspace, {record(), static_cast<ReportStatus>(pick(5)), "why", {}}));
            break;
        case 6:
            static_cast<void>(setStudies(
                *workspace, {record(), {std::string(1, static_cast<char>('A' + pick(3)))}, pick(3) == 0}));
            break;
        case 7:
            noteNumber(*workspace);
            break;
        case 8:
            changeSettings(*workspace);
            break;
        case 9:
            static_cast<void>(undoImport(*workspace, ImportId{static_cast<std::int64_t>(1 + pick(4))}));
            break;
        default:
            decide(*workspace);
        }
    }

private:
    unsigned pick(unsigned below) { return static_cast<unsigned>(m_random() % below); }

    RecordId record() { return {static_cast<std::int64_t>(1 + pick(m_records))}; }

    static void append(Workspace &workspace,
                       EventKind kind,
                       const std::string &subjectKind,
                       std::int64_t subject,
                       const std::string &verdict,
                       const std::string &detail)
    {
        store::EventDraft event;
        event.kind = kind;
        event.subjectKind = subjectKind;
        event.subject = subject;
        event.verdict = verdict;
        event.detail = detail;
        if (kind == EventKind::StoppingChecked) {
            event.stage = toString(Stage::TitleAbstract);
        }
        EXPECT_TRUE(workspace.log().append(workspace.act(), std::span(&event, 1)));
    }

    void addImport(Workspace &workspace)
    {
        static constexpr std::array kKinds{SourceKind::Database, SourceKind::Register, SourceKind::Website};
        const SourceKind kind = kKinds.at(pick(kKinds.size()));
        const auto done = workspace.file().transact([&]() -> Result<void> {
            store::Imports &imports = workspace.imports();
            const auto source = imports.source("Source " + std::string(toString(kind)), kind).value();
            const auto search = imports.addSearch({{}, source, "q", {}, "", "", false}).value();
            const auto import =
                imports
                    .addImport(
                        {{}, search, "f.ris", "sha" + std::to_string(m_records), "ris", 2, 2, 0, false},
                        workspace.newUuid())
                    .value();
            for (int i = 0; i < 2; ++i) {
                Record record;
                record.title = "Record " + std::to_string(++m_records);
                static_cast<void>(workspace.records().insert(import, record, "raw", i).value());
            }
            append(workspace, EventKind::Import, "import", import.value, {}, {});
            return {};
        });
        EXPECT_TRUE(done);
    }

    void merge(Workspace &workspace)
    {
        const auto one = workspace.judgement().keptFor(record()).value();
        const auto other = workspace.judgement().keptFor(record()).value();
        if (one == other) {
            return;
        }
        auto members = workspace.judgement().membersOf(one).value();
        const auto others = workspace.judgement().membersOf(other).value();
        members.insert(members.end(), others.begin(), others.end());
        append(workspace,
               EventKind::DuplicatesMerged,
               "record",
               one.value,
               {},
               store::toDetail(store::MergeDetail{members, "safe"}));
    }

    void noteNumber(Workspace &workspace)
    {
        switch (pick(4)) {
        case 0:
            static_cast<void>(noteFlowNumber(workspace, {"previous_studies", {}, pick(9), "before"}));
            break;
        case 1:
            static_cast<void>(noteFlowNumber(workspace, {"previous_studies", {}, {}, {}}));
            break;
        case 2:
            static_cast<void>(
                noteRemoval(workspace, {static_cast<std::int64_t>(1 + pick(5)), pick(2) == 0, "n"}));
            break;
        default:
            append(workspace, EventKind::StoppingChecked, "review", 0, pick(2) == 0 ? "stop" : "go on", {});
        }
    }

    void changeSettings(Workspace &workspace)
    {
        StageSettings settings = defaultSettings(pick(2) == 0 ? Stage::TitleAbstract : Stage::FullText);
        settings.reviewersPerRecord = static_cast<int>(1 + pick(2));
        settings.rule = static_cast<AgreementRule>(pick(3));
        settings.needsReason = false;
        if (pick(2) == 0) {
            settings.tools = {"ben"};
        }
        static_cast<void>(setStage(workspace, settings));
    }

    void decide(Workspace &workspace)
    {
        const DecideRequest request{record(),
                                    pick(3) == 0 ? Stage::FullText : Stage::TitleAbstract,
                                    static_cast<Verdict>(pick(3)),
                                    pick(2) == 0 ? "a reason" : "another",
                                    {},
                                    {},
                                    {}};
        static_cast<void>(app::decide(workspace, std::span(&request, 1)));
    }

    Team &m_team;
    std::mt19937 m_random;
    unsigned m_records = 6;
};

/// Property: as of any time, a review counts what it counted then; and so it does for snapshots. Whatever
/// happened, as many records stand behind each number as it says.
TEST(AsOfProperty, countsWhatWasCountedThen)
{
    for (const unsigned seed : {1U, 2U, 3U, 4U}) {
        Team team(6);
        RandomReviewers reviewers(team, seed);
        const auto workspace = team.as("reader");
        std::vector<std::pair<std::string, Numbers>> seen;
        for (int step = 0; step < 60; ++step) {
            reviewers.actOnce();
            seen.emplace_back(workspace->log().events().value().back().atUtc, numbersIn(*workspace));
            if (step == 30) {
                ASSERT_TRUE(takeFlowSnapshot(*workspace, "half"));
            }
        }
        EXPECT_THAT(workspace->log().checkFold().value(), IsEmpty());
        for (std::size_t i = 0; i < seen.size(); ++i) {
            if (i + 1 < seen.size() && seen[i + 1].first == seen[i].first) {
                continue; // nothing happened in between
            }
            const auto then = reviewAsOf(*workspace, seen[i].first).value();
            EXPECT_EQ(flow::lineValues(numbersIn(*then)), flow::lineValues(seen[i].second))
                << "seed " << seed << ", step " << i;
            EXPECT_EQ(numbersIn(*then), seen[i].second) << "seed " << seed << ", step " << i;
            EXPECT_THAT(then->log().checkFold().value(), IsEmpty());
        }
        EXPECT_EQ(flowSnapshot(*workspace, "half").value().numbers, seen[30].second);
        EXPECT_TRUE(flowDifferences(*workspace, "half").value().knowsRecords);
        const flow::Counted counted = countFlow(*workspace).value();
        for (const flow::LineRecords &line : counted.lines) {
            EXPECT_EQ(recordsBehind(*workspace, flow::toString(line.line)).value().empty(), false);
        }
    }
}

TEST(BoxEntries, nameTheRecordsBehindEachBoxAndWhatComesFromOutside)
{
    Team team(3);
    for (std::int64_t record = 1; record <= 3; ++record) {
        team.decide("owner", record, Verdict::Exclude);
    }
    note(team, {"other_results", "Contact with authors", 4, "e-mails"});
    const auto workspace = team.as("owner");
    std::map<std::string, std::vector<std::string>> boxes;
    for (const FlowEntry &entry : boxEntries(*workspace, countFlow(*workspace).value(), 2).value()) {
        boxes[entry.box].push_back(entry.text);
    }
    EXPECT_THAT(boxes["box5"], ElementsAre("Tin of record 1", "Salt of record 2", "and 1 more"));
    ASSERT_FALSE(boxes["box11"].empty());
    EXPECT_THAT(boxes["box11"].back(), HasSubstr("4 counted outside Winnow (e-mails)"));
    EXPECT_THAT(recordsBehind(*workspace, "box99").error().message, HasSubstr("no box or line box99"));
}

} // namespace

} // namespace winnow::app
