#include "app/flow_notes.h"
#include "app/history.h"
#include "app/import_files.h"
#include "app/outside_evidence.h"
#include "app/stages.h"
#include "app/studies.h"
#include "base/file.h"
#include "team.h"

#include <gmock/gmock.h>

#include <array>

namespace winnow::app::test {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

void includeAll(Team &team, std::int64_t last)
{
    for (std::int64_t record = 1; record <= last; ++record) {
        team.decide("owner", record, Verdict::Include);
        team.decide("owner", record, Verdict::Include, {}, Stage::FullText);
    }
}

TEST(Studies, areOneForEachReportUntilReportsNameTheSame)
{
    Team team(3);
    includeAll(team, 2);
    team.decide("owner", 3, Verdict::Include);
    team.decide("owner", 3, Verdict::Exclude, "no data", Stage::FullText);
    auto all = studiesOf(*team.as("owner")).value();
    ASSERT_EQ(all.size(), 3U);
    EXPECT_FALSE(all[2].isIncluded);
    EXPECT_EQ(all[2].whyExcluded, "no data");
    const auto owner = team.as("owner");
    ASSERT_TRUE(groupReports(*owner, std::vector<RecordId>{{1}, {3}}, "Craft trial"));
    all = studiesOf(*owner).value();
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].label, "Craft trial");
    EXPECT_THAT(all[0].keys, ElementsAre("r1")) << "a report that was excluded stands by itself";
    EXPECT_THAT(all[2].keys, ElementsAre("r3"));
    EXPECT_EQ(all[2].whyExcluded, "no data");
    EXPECT_THAT(studyOfReport(*owner, {1}).value().keys, ElementsAre("r1", "r3"));
    ASSERT_TRUE(undo(*owner).value());
    EXPECT_EQ(studiesOf(*owner).value().size(), 3U);
    EXPECT_FALSE(groupReports(*owner, std::vector<RecordId>{{1}}, ""));
}

TEST(Studies, areSeveralWhereAReportTellsOfSeveral)
{
    Team team(2);
    includeAll(team, 2);
    ASSERT_TRUE(setStudies(*team.as("owner"), {{1}, {"A", "B"}}));
    ASSERT_TRUE(setStudies(*team.as("owner"), {{2}, {"B"}}));
    const auto all = studiesOf(*team.as("owner")).value();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_THAT(all[1].keys, ElementsAre("r1", "r2"));
    EXPECT_EQ(studyOfReport(*team.as("owner"), {1}, "B").value().label, "B");
    EXPECT_EQ(studyOfReport(*team.as("owner"), {1}).value().label, "A");
}

TEST(Studies, showNobodysVerdictBeforeTheStageIsOpen)
{
    Team team(2);
    team.decide("ann", 1, Verdict::Include);
    team.decide("ann", 1, Verdict::Exclude, "no data", Stage::FullText);
    team.decide("ann", 2, Verdict::Include);
    team.decide("ann", 2, Verdict::Include, {}, Stage::FullText);
    EXPECT_THAT(studiesOf(*team.as("ann")).value(), SizeIs(2));
    EXPECT_THAT(studiesOf(*team.as("ben")).value(), SizeIs(0));
    for (const Stage stage : {Stage::TitleAbstract, Stage::FullText}) {
        ASSERT_TRUE(openStage(*team.as("ann"), stage));
    }
    EXPECT_THAT(studiesOf(*team.as("ben")).value(), SizeIs(2));
}

TEST(Studies, keepWhatWasSaidOfAPreviousVersionWhenGrouped)
{
    Team team(2);
    includeAll(team, 2);
    const auto owner = team.as("owner");
    ASSERT_TRUE(setStudies(*owner, {{2}, {}, true}));
    ASSERT_TRUE(groupReports(*owner, std::vector<RecordId>{{1}, {2}}, "Craft trial"));
    ASSERT_TRUE(takeApart(*owner, studyOfReport(*owner, {1}).value()));
    const auto all = studiesOf(*owner).value();
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_TRUE(all[1].isOfPreviousVersion);
}

std::vector<std::string> labelsOf(Workspace &workspace)
{
    std::vector<std::string> labels;
    for (const Study &study : studiesOf(workspace).value()) {
        labels.push_back(study.label);
    }
    return labels;
}

TEST(Studies, areTakenApartInOneAct)
{
    Team team(3);
    includeAll(team, 3);
    const auto owner = team.as("owner");
    const std::array<RecordId, 2> both{{{1}, {2}}};
    ASSERT_TRUE(groupReports(*owner, both, "Smith trial"));
    EXPECT_THAT(labelsOf(*owner), SizeIs(2));
    ASSERT_TRUE(takeApart(*owner, studyOfReport(*owner, {2}).value()));
    EXPECT_THAT(labelsOf(*owner), SizeIs(3));
    ASSERT_TRUE(undo(*owner));
    EXPECT_THAT(studyOfReport(*owner, {2}).value().reports, ElementsAre(RecordId{1}, RecordId{2}));
}

TEST(Studies, takenApartLeaveAReportItsOtherStudies)
{
    Team team(2);
    includeAll(team, 2);
    const auto owner = team.as("owner");
    ASSERT_TRUE(setStudies(*owner, {{1}, {"North", "South"}, true}));
    ASSERT_TRUE(takeApart(*owner, studyOfReport(*owner, {1}, "North").value()));
    const auto left = studiesOf(*owner).value();
    ASSERT_THAT(left, SizeIs(2));
    EXPECT_EQ(left[0].name, "South");
    EXPECT_TRUE(left[0].isOfPreviousVersion);
}

TEST(Studies, ofOneReportCannotBeTakenApart)
{
    Team team(1);
    includeAll(team, 1);
    const auto ann = team.as("ann");
    const auto done = takeApart(*ann, studyOfReport(*ann, {1}).value());
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::InvalidArgument);
}

/// Imports a RIS file and includes all of it.
class Suggestions : public testing::Test
{
protected:
    std::vector<StudySuggestion> suggested(const std::string &ris)
    {
        const auto file = m_folder.path() / "s.ris";
        EXPECT_TRUE(writeFile(file, ris));
        const auto owner = m_team.as("owner");
        ImportRequest request;
        request.files = {file};
        Task task;
        const auto imported = importFiles(*owner, request, task);
        EXPECT_TRUE(imported) << imported.error().message;
        const std::int64_t last = owner->records().last().value().value;
        includeAll(m_team, last);
        return suggestStudies(*owner).value();
    }

    Team m_team{1};
    winnow::test::TempFolder m_folder;
};

std::string entry(const std::string &id,
                  const std::string &authors,
                  const std::string &title,
                  const std::string &year,
                  const std::string &abstract = "None")
{
    std::string text = "TY  - JOUR\nID  - " + id + "\n";
    std::string rest = authors;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        text += "AU  - " + rest.substr(0, end) + "\n";
        rest.erase(0, std::min(end + 1, rest.size()));
    }
    return text + "TI  - " + title + "\nPY  - " + year + "\nAB  - " + abstract + "\nER  - \n\n";
}

TEST_F(Suggestions, joinReportsOfTheSameRegistration)
{
    const auto all = suggested(
        entry("a", "Lee, A", "Protocol of a trial", "2015", "Registered as NCT01234567.") +
        entry("b", "Kim, B", "Results after a year", "2018", "(NCT01234567)") +
        entry("c", "Kim, B", "Other things", "2018", "NCT0123456 is too short, NCT012345678 too long"));
    ASSERT_EQ(all.size(), 1U);
    EXPECT_THAT(all[0].keys, ElementsAre("a", "b"));
    EXPECT_EQ(all[0].name, "NCT01234567");
    EXPECT_THAT(all[0].why, HasSubstr("registration"));
}

TEST_F(Suggestions, joinReportsOfTheSameAuthorsWithTitlesAlike)
{
    const auto all = suggested(
        entry("a", "Hassan, H;Sade, A;Migin, M", "Handicraft market demand through social media", "2020") +
        entry("b", "Hassan, H;Sade, A", "Social media and handicraft market demand in Malaysia", "2022") +
        entry("c", "Hassan, H;Sade, A", "Batik exports", "2021") +
        entry("d", "Hassan, H;Sade, A", "Handicraft market demand through social media", "2001"));
    ASSERT_EQ(all.size(), 1U);
    EXPECT_THAT(all[0].keys, ElementsAre("a", "b"));
    EXPECT_EQ(all[0].name, "Hassan 2020");
}

TEST_F(Suggestions, leaveAloneWhatOneAuthorWrote)
{
    EXPECT_TRUE(suggested(entry("a", "Li, J", "Digital handicraft heritage", "2020") +
                          entry("b", "Li, J", "Digital handicraft heritage again", "2021"))
                    .empty());
}

TEST(OutsideEvidence, isNotedChangedAndTakenBack)
{
    Team team(1);
    const auto owner = team.as("owner");
    ASSERT_TRUE(noteEvidence(*owner, {"talk", EvidenceKind::Interview, "A craftswoman"}));
    ASSERT_TRUE(noteEvidence(*owner, {"visit", EvidenceKind::FieldVisit, "The market"}));
    ASSERT_TRUE(noteEvidence(*owner, {"talk", EvidenceKind::Interview, "Two craftswomen"}));
    auto all = outsideEvidence(*owner).value();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].title, "Two craftswomen");
    ASSERT_TRUE(removeEvidence(*owner, "talk"));
    EXPECT_EQ(outsideEvidence(*owner).value().size(), 1U);
    ASSERT_TRUE(undo(*owner).value());
    EXPECT_EQ(outsideEvidence(*owner).value().size(), 2U);
    EXPECT_FALSE(removeEvidence(*owner, "nothing"));
}

TEST(OutsideEvidence, isRefusedWhereItCannotBeCited)
{
    Team team(1);
    const auto owner = team.as("owner");
    EXPECT_THAT(noteEvidence(*owner, {"r1", EvidenceKind::Interview, "t"}).error().message,
                HasSubstr("has the key r1"));
    EXPECT_FALSE(noteEvidence(*owner, {"", EvidenceKind::Interview, "t"}));
    EXPECT_FALSE(noteEvidence(*owner, {"k", EvidenceKind::Interview, ""}));
    OutsideEvidence bad{"k", EvidenceKind::PolicyDocument, "t"};
    bad.address = "javascript:alert(1)";
    EXPECT_THAT(noteEvidence(*owner, bad).error().message, HasSubstr("http"));
}

TEST(OutsideEvidence, comesBackFromItsFile)
{
    const winnow::test::TempFolder folder;
    Team team(1);
    OutsideEvidence one{
        "doc", EvidenceKind::PolicyDocument, "=A plan, \"2024\"", "The office", "Belitung", "2024-05"};
    one.address = "https://example.org/plan";
    one.text = "Line one\nline two";
    ASSERT_TRUE(noteEvidence(*team.as("owner"), one));
    ASSERT_TRUE(exportEvidence(*team.as("owner"), folder.path() / "e.csv"));
    Team other(1);
    EXPECT_EQ(importEvidence(*other.as("owner"), folder.path() / "e.csv").value(), 1);
    const auto all = outsideEvidence(*other.as("owner")).value();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].title, one.title);
    EXPECT_EQ(all[0].text, one.text);
    EXPECT_EQ(all[0].address, one.address);
    ASSERT_TRUE(writeFile(folder.path() / "bad.csv", "key,kind,title\na,interview,t\nb,rumour,t\n"));
    const auto bad = importEvidence(*other.as("owner"), folder.path() / "bad.csv");
    ASSERT_FALSE(bad);
    EXPECT_THAT(bad.error().message, HasSubstr("line 3"));
    EXPECT_EQ(outsideEvidence(*other.as("owner")).value().size(), 1U);
}

} // namespace

} // namespace winnow::app::test
