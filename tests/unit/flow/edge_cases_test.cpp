#include "flow/check.h"
#include "flow/counts.h"
#include "flow/numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

namespace winnow::flow {

namespace {

using screening::State;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// Sources 1 to 5, each with the search of the same number.
Ledger ledgerOfAllMethods()
{
    Ledger ledger;
    const std::array<std::pair<const char *, SourceKind>, 5> sources{{{"Scopus", SourceKind::Database},
                                                                      {"CENTRAL", SourceKind::Register},
                                                                      {"WHO", SourceKind::Website},
                                                                      {"Snowballing", SourceKind::Citation},
                                                                      {"Experts", SourceKind::Other}}};
    std::int64_t id = 0;
    for (const auto &[name, kind] : sources) {
        ++id;
        ledger.sources.push_back({{id}, name, kind});
        ledger.searches.push_back({{id}, {id}, "", {}, "", "", false});
    }
    return ledger;
}

LedgerRecord &add(Ledger &ledger,
                  std::int64_t id,
                  std::int64_t kept,
                  std::int64_t search,
                  State first = State::Undecided,
                  State second = State::Undecided,
                  const std::string &reason = {})
{
    ledger.records.push_back({{id}, {kept}, {search}, {first, {}}, {second, reason}});
    return ledger.records.back();
}

/// Ids behind a line, or one entry of a list.
std::vector<std::int64_t> behind(const Ledger &ledger, LineId line, const std::string &name = {})
{
    std::vector<std::int64_t> ids;
    for (const LineRecords &entry : countWithRecords(ledger).lines) {
        if (entry.line == line && (name.empty() || entry.name == name)) {
            for (const RecordId id : entry.records) {
                ids.push_back(id.value);
            }
        }
    }
    return ids;
}

std::vector<std::string> errorsIn(const Numbers &numbers)
{
    std::vector<std::string> errors;
    for (const Finding &finding : check(numbers)) {
        if (finding.severity == Severity::Error) {
            errors.push_back(finding.message);
        }
    }
    return errors;
}

TEST(FlowCase01, countsEachMemberOfAGroupAtItsOwnSourceAndAllButOneAsRemoved)
{
    Ledger ledger = ledgerOfAllMethods();
    add(ledger, 1, 1, 1, State::Include);
    add(ledger, 2, 1, 2);
    add(ledger, 3, 1, 1);
    const Counts counts = count(ledger);
    EXPECT_THAT(counts.databases, ElementsAre(NamedCount{"Scopus", 2}));
    EXPECT_THAT(counts.registers, ElementsAre(NamedCount{"CENTRAL", 1}));
    EXPECT_EQ(counts.duplicatesRemoved, 2);
    EXPECT_EQ(counts.screened, 1);
}

TEST(FlowCase01, keepsARecordOfADatabaseBeforeOneOfARegisterBeforeAnyOther)
{
    Ledger ledger = ledgerOfAllMethods();
    add(ledger, 1, 1, 4, State::Include); // stands for the group, but was found by citation searching
    add(ledger, 2, 1, 2);
    add(ledger, 3, 1, 1);
    EXPECT_THAT(behind(ledger, LineId::Duplicates), ElementsAre(2));
    EXPECT_THAT(behind(ledger, LineId::Screened), ElementsAre(1));
    EXPECT_THAT(behind(ledger, LineId::OtherMethods), IsEmpty());
}

TEST(FlowCase01, takesACitationHitOfTheDatabasesForADuplicateAndNoSecondUnit)
{
    Ledger ledger = ledgerOfAllMethods();
    add(ledger, 1, 1, 1, State::Include, State::Include);
    add(ledger, 2, 1, 4);
    const Counts counts = count(ledger);
    EXPECT_EQ(counts.reportsIncluded, 1);
    EXPECT_EQ(counts.duplicatesRemoved, 0);
    EXPECT_EQ(counts.otherReports.sought, 0);
}

TEST(FlowCase02, countsOfOtherMethodsOnlyWhatWasNotKnownAndSaysHowManyWere)
{
    Ledger ledger = ledgerOfAllMethods();
    add(ledger, 1, 1, 1, State::Include, State::Include);
    add(ledger, 2, 1, 3);
    add(ledger, 3, 3, 3, State::Include, State::Include);
    add(ledger, 4, 3, 4);
    const Counts counts = count(ledger);
    EXPECT_THAT(counts.otherMethods,
                ElementsAre(NamedCount{"Websites", 1},
                            NamedCount{"Citation searching", 0},
                            NamedCount{"Experts", 0}));
    EXPECT_EQ(counts.otherDuplicates, 2);
    const Numbers numbers = numbersOf(counts);
    EXPECT_EQ(numbers.variant, Variant::NewOther);
    EXPECT_EQ(numbers.otherDuplicates.value, 2);
    EXPECT_THAT(numbers.remarks, Contains(HasSubstr("removal of 2 records of other methods")));
    EXPECT_THAT(errorsIn(numbers), IsEmpty());
}

TEST(FlowCase02, followsOtherMethodsDownTheirOwnColumn)
{
    Ledger ledger = ledgerOfAllMethods();
    add(ledger, 1, 1, 3, State::Include, State::Include);
    add(ledger, 2, 2, 3, State::Include, State::Exclude, "no data");
    add(ledger, 3, 3, 4, State::Include).status = ReportStatus::NotRetrieved;
    add(ledger, 4, 4, 5, State::Exclude);
    const Counts counts = count(ledger);
    EXPECT_EQ(counts.otherReports.sought, 3);
    EXPECT_EQ(counts.otherReports.notRetrieved, 1);
    EXPECT_EQ(counts.otherReports.assessed, 2);
    EXPECT_THAT(counts.otherReports.excluded, ElementsAre(NamedCount{"no data", 1}));
    EXPECT_EQ(counts.reportsIncluded, 1);
    EXPECT_EQ(counts.sought, 0);
    EXPECT_THAT(errorsIn(numbersOf(counts)), IsEmpty());
}

TEST(FlowCase03, countsWhatWasExportedAndSaysWhatTheSourceReported)
{
    Ledger ledger = ledgerOfAllMethods();
    ledger.searches[0].hits = 1204;
    add(ledger, 1, 1, 1, State::Exclude);
    const Counts counts = count(ledger);
    EXPECT_EQ(counts.identified(), 1);
    EXPECT_THAT(counts.missingHits, ElementsAre(MissingHits{"Scopus", 1204, 1}));
    EXPECT_THAT(numbersOf(counts).remarks,
                ElementsAre("Scopus reported 1,204 records, of which 1 was imported."));
}

TEST(FlowCase04, countsDuplicatesInsideOneFileAsDuplicates)
{
    Ledger ledger = ledgerOfAllMethods();
    add(ledger, 1, 1, 1, State::Exclude);
    add(ledger, 2, 1, 1);
    const Counts counts = count(ledger);
    EXPECT_EQ(counts.identified(), 2);
    EXPECT_EQ(counts.duplicatesRemoved, 1);
}

TEST(FlowCase05, restatesAllNumbersWhereADuplicateOfFullTextIsMerged)
{
    Ledger ledger = ledgerOfAllMethods();
    add(ledger, 1, 1, 1, State::Include, State::Include);
    add(ledger, 2, 1, 1, State::Include, State::Include);
    const Counts counts = count(ledger);
    EXPECT_EQ(counts.screened, 1);
    EXPECT_EQ(counts.duplicatesRemoved, 1);
    EXPECT_EQ(counts.lateDuplicates, 0);
}

TEST(FlowCase05, keepsTheNumbersOfScreeningWhereItIsCalledALateDuplicate)
{
    Ledger ledger = ledgerOfAllMethods();
    add(ledger, 1, 1, 1, State::Include, State::Include);
    add(ledger, 2, 2, 1, State::Include, State::Include).status = ReportStatus::Duplicate;
    const Counts counts = count(ledger);
    EXPECT_EQ(counts.screened, 2);
    EXPECT_EQ(counts.duplicatesRemoved, 0);
    EXPECT_EQ(counts.lateDuplicates, 1);
    EXPECT_EQ(counts.reportsIncluded, 1);
    EXPECT_THAT(errorsIn(numbersOf(counts)), IsEmpty());
}

TEST(FlowCase07, addsALaterRoundToTheSameSource)
{
    Ledger ledger = ledgerOfAllMethods();
    ledger.searches.push_back({{6}, {1}, "update", {}, "2026-01-01", "", false});
    add(ledger, 1, 1, 1, State::Exclude);
    add(ledger, 2, 2, 6, State::Exclude);
    EXPECT_THAT(count(ledger).databases, ElementsAre(NamedCount{"Scopus", 2}));
}

TEST(FlowCase09, countsSeveralReportsOfOneStudyAsOneStudy)
{
    Ledger ledger = ledgerOfAllMethods();
    add(ledger, 1, 1, 1, State::Include, State::Include).studies = {"Smith"};
    add(ledger, 2, 2, 1, State::Include, State::Include).studies = {"Smith"};
    add(ledger, 3, 3, 1, State::Include, State::Include);
    const Counts counts = count(ledger);
    EXPECT_EQ(counts.reportsIncluded, 3);
    EXPECT_EQ(counts.studiesIncluded, 2);
    EXPECT_EQ(counts.duplicatesRemoved, 0);
}

TEST(FlowCase09, explainsMoreStudiesThanReportsWhereOneReportTellsOfSeveral)
{
    Ledger ledger = ledgerOfAllMethods();
    add(ledger, 1, 1, 1, State::Include, State::Include).studies = {"North", "South"};
    const Numbers numbers = numbersOf(count(ledger));
    EXPECT_EQ(numbers.included.studies.value, 2);
    EXPECT_EQ(numbers.included.reports.value, 1);
    EXPECT_THAT(errorsIn(numbers), IsEmpty());
    EXPECT_THAT(check(numbers), Contains(Field(&Finding::rule, "R07")));
}

TEST(FlowCase10, addsAReportButNoStudyWhereThePreviousVersionHadTheStudy)
{
    Ledger ledger = ledgerOfAllMethods();
    ledger.outside = {{LineId::PreviousStudies, "", 10, "the first version"},
                      {LineId::PreviousReports, "", 12, "the first version"}};
    LedgerRecord &record = add(ledger, 1, 1, 1, State::Include, State::Include);
    record.studies = {"Smith"};
    record.isOfPreviousStudy = true;
    add(ledger, 2, 2, 1, State::Include, State::Include);
    const Numbers numbers = numbersOf(count(ledger));
    EXPECT_TRUE(isUpdated(numbers.variant));
    EXPECT_EQ(numbers.included.studies.value, 1);
    EXPECT_EQ(numbers.included.reports.value, 2);
    EXPECT_EQ(numbers.total.studies.value, 11);
    EXPECT_EQ(numbers.total.reports.value, 14);
    EXPECT_THAT(errorsIn(numbers), IsEmpty());
}

TEST(FlowCase11, takesARegisterEntryAndThePaperOfATrialForTwoReportsOfOneStudy)
{
    Ledger ledger = ledgerOfAllMethods();
    add(ledger, 1, 1, 1, State::Include, State::Include).studies = {"NCT1"};
    add(ledger, 2, 2, 2, State::Include, State::Include).studies = {"NCT1"};
    const Counts counts = count(ledger);
    EXPECT_EQ(counts.identified(), 2);
    EXPECT_EQ(counts.duplicatesRemoved, 0);
    EXPECT_EQ(counts.reportsIncluded, 2);
    EXPECT_EQ(counts.studiesIncluded, 1);
}

TEST(FlowCase12, carriesOnARecordThatWasDecidedOrSoughtWithoutAVerdictAtTitleAndAbstract)
{
    Ledger ledger = ledgerOfAllMethods();
    add(ledger, 1, 1, 1, State::Undecided, State::Exclude, "no data");
    add(ledger, 2, 2, 1).status = ReportStatus::NotRetrieved;
    const Counts counts = count(ledger);
    EXPECT_EQ(counts.screened, 2);
    EXPECT_EQ(counts.sought, 2);
    EXPECT_TRUE(counts.isFinished());
    EXPECT_THAT(errorsIn(numbersOf(counts)), IsEmpty());
}

TEST(FlowCase13, callsAReviewWithConflictsAndOpenRecordsADraftAndSaysHowManyRemain)
{
    Ledger ledger = ledgerOfAllMethods();
    add(ledger, 1, 1, 1, State::Conflict);
    add(ledger, 2, 2, 1, State::Pending);
    add(ledger, 3, 3, 1);
    add(ledger, 4, 4, 1, State::Include, State::Conflict);
    add(ledger, 5, 5, 3);
    const Counts counts = count(ledger);
    EXPECT_FALSE(counts.isFinished());
    EXPECT_EQ(counts.awaitingScreening, 3);
    EXPECT_EQ(counts.awaitingAssessment, 1);
    EXPECT_EQ(counts.otherAwaitingScreening, 1);
    EXPECT_THAT(errorsIn(numbersOf(counts)), IsEmpty());
}

TEST(FlowCase14, countsWhatAStoppingRuleLeftAsRemovedByAutomationAndNeverAsExcludedByPeople)
{
    Ledger ledger = ledgerOfAllMethods();
    ledger.isStopped = true;
    add(ledger, 1, 1, 1, State::Exclude);
    add(ledger, 2, 2, 1);
    add(ledger, 3, 3, 1);
    const Numbers numbers = numbersOf(count(ledger));
    EXPECT_EQ(numbers.byAutomation.value, 2);
    EXPECT_EQ(numbers.leftUnscreened.value, 2);
    EXPECT_EQ(numbers.excluded.value, 1);
    EXPECT_EQ(numbers.excludedByPeople.value, 1);
    EXPECT_EQ(numbers.excludedByTools.value, 0);
    EXPECT_THAT(errorsIn(numbers), IsEmpty());
}

TEST(FlowCase14, tellsWhatToolsExcludedFromWhatPeopleExcluded)
{
    Ledger ledger = ledgerOfAllMethods();
    ledger.usesTools = true;
    add(ledger, 1, 1, 1, State::Exclude).isExcludedByTool = true;
    add(ledger, 2, 2, 1, State::Exclude);
    add(ledger, 3, 3, 1, State::Exclude);
    const Numbers numbers = numbersOf(count(ledger));
    EXPECT_EQ(numbers.excludedByTools.value, 1);
    EXPECT_EQ(numbers.excludedByPeople.value, 2);
    EXPECT_THAT(behind(ledger, LineId::ExcludedByTools), ElementsAre(1));
}

TEST(FlowCase15, countsAPolicyBeforeScreeningAsRemovedForOtherReasonsWithItsNote)
{
    Ledger ledger = ledgerOfAllMethods();
    ledger.searches[0].isNoted = true;
    ledger.searches[0].hits = 3;
    ledger.removals = {{2, false, "retracted"}};
    add(ledger, 1, 1, 1, State::Exclude, State::Undecided);
    const Counts counts = count(ledger);
    EXPECT_THAT(counts.otherRemovalNotes, ElementsAre(NamedCount{"retracted", 2}));
    EXPECT_THAT(errorsIn(numbersOf(counts)), IsEmpty());
}

TEST(FlowCase16, leavesBlankWhatIsNotKnownAndSaysZeroWhereItIs)
{
    Ledger ledger = ledgerOfAllMethods();
    const Numbers unknown = numbersOf(count(Ledger{}));
    EXPECT_FALSE(unknown.previous.studies.isDrawn());
    EXPECT_FALSE(unknown.total.studies.isDrawn());
    EXPECT_FALSE(unknown.metaAnalysis.studies.isDrawn());
    EXPECT_FALSE(unknown.otherReports.sought.isDrawn());
    EXPECT_EQ(unknown.duplicates.value, 0);
    ledger.outside = {{LineId::PreviousStudies, "", 0, "the first version found none"}};
    const Numbers zero = numbersOf(count(ledger));
    EXPECT_EQ(zero.previous.studies.value, 0);
    EXPECT_FALSE(zero.previous.reports.isDrawn());
}

TEST(Counts, namesReasonsAtTitleAndAbstractOnlyWhereOneWasGiven)
{
    Ledger ledger = ledgerOfAllMethods();
    add(ledger, 1, 1, 1, State::Exclude);
    EXPECT_THAT(count(ledger).excludedReasons, IsEmpty());
    add(ledger, 2, 2, 1, State::Exclude).titleAbstract.reason = "animals";
    EXPECT_THAT(count(ledger).excludedReasons,
                ElementsAre(NamedCount{"No reason given", 1}, NamedCount{"animals", 1}));
}

TEST(Counts, addNumbersFromOutsideAndMarkThem)
{
    Ledger ledger = ledgerOfAllMethods();
    ledger.outside = {{LineId::OtherMethods, "Contact with authors", 4, "e-mails"},
                      {LineId::NotRetrieved, "", 2, "asked the library"}};
    add(ledger, 1, 1, 1, State::Include).status = ReportStatus::NotRetrieved;
    const Numbers numbers = numbersOf(count(ledger));
    EXPECT_EQ(numbers.reports.notRetrieved.value, 3);
    EXPECT_EQ(outsideOf(numbers, {LineId::NotRetrieved, {}}), 2);
    EXPECT_EQ(outsideOf(numbers, {LineId::OtherMethods, "Contact with authors"}), 4);
    EXPECT_EQ(outsideOf(numbers, {LineId::OtherMethods, {}}), 4);
    EXPECT_EQ(outsideOf(numbers, {LineId::OtherMethods, "Websites"}), 0);
    EXPECT_THAT(behind(ledger, LineId::NotRetrieved), ElementsAre(1));
}

TEST(Counts, countReportsThatAwaitClassificationAmongThoseAssessed)
{
    Ledger ledger = ledgerOfAllMethods();
    add(ledger, 1, 1, 1, State::Include).status = ReportStatus::AwaitingClassification;
    add(ledger, 2, 2, 1, State::Include, State::Maybe).status = ReportStatus::Ongoing;
    // A verdict holds whatever was said before.
    add(ledger, 3, 3, 1, State::Include, State::Include).status = ReportStatus::NotRetrieved;
    const Counts counts = count(ledger);
    EXPECT_EQ(counts.assessed, 3);
    EXPECT_EQ(counts.awaitingClassification, 2);
    EXPECT_EQ(counts.reportsIncluded, 1);
    EXPECT_TRUE(counts.isFinished());
    EXPECT_THAT(errorsIn(numbersOf(counts)), IsEmpty());
}

TEST(FlowLines, haveNamesThatAreFoundAgain)
{
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < kLineCount; ++i) {
        const auto line = static_cast<LineId>(i);
        EXPECT_TRUE(names.insert(toString(line)).second) << toString(line);
        EXPECT_EQ(lineNamed(toString(line)), (LinePlace{line, {}}));
        EXPECT_TRUE(boxOf(line).starts_with("box"));
    }
    EXPECT_EQ(lineNamed("website_results"), (LinePlace{LineId::OtherMethods, "Websites"}));
    EXPECT_EQ(lineNamed("box5"), std::nullopt);
    EXPECT_THAT(placesNamed("box5"), ElementsAre(LinePlace{LineId::Excluded, {}}));
    EXPECT_THAT(placesNamed("box18"), IsEmpty());
    for (const std::string_view name : placeNames()) {
        EXPECT_THAT(placesNamed(name), testing::Not(IsEmpty())) << name;
    }
}

Ledger randomLedger(std::mt19937 &random, bool isFinished)
{
    Ledger ledger = ledgerOfAllMethods();
    ledger.isStopped = random() % 3 == 0;
    ledger.usesTools = random() % 3 == 0;
    if (random() % 3 == 0) {
        ledger.searches[0].isNoted = true;
        ledger.searches[0].hits = 100;
    }
    if (random() % 3 == 0) {
        ledger.outside = {{LineId::PreviousStudies, "", 5, "before"},
                          {LineId::PreviousReports, "", 7, "before"}};
    }
    if (random() % 3 == 0) {
        ledger.outside.push_back({LineId::OtherMethods, "Contact with authors", 3, "mail"});
    }
    const auto size = static_cast<std::int64_t>(random() % 40);
    for (std::int64_t id = 1; id <= size; ++id) {
        std::int64_t kept = id;
        if (random() % 3 == 0 && !ledger.records.empty()) {
            kept = ledger.records[random() % ledger.records.size()].kept.value;
        }
        const auto state = [&] {
            constexpr std::array kSettled{State::Include, State::Exclude};
            return isFinished ? kSettled.at(random() % 2) : static_cast<State>(random() % 6);
        };
        const State first = state();
        const State second = state();
        LedgerRecord &record = add(ledger,
                                   id,
                                   kept,
                                   static_cast<std::int64_t>(1 + random() % 5),
                                   first,
                                   second,
                                   std::string(random() % 2, static_cast<char>('a' + random() % 3)));
        record.titleAbstract.reason = std::string(random() % 2, 'r');
        record.status = static_cast<ReportStatus>(random() % 5);
        record.isExcludedByTool = ledger.usesTools && random() % 2 == 0;
        for (std::size_t i = random() % 3; i > 0; --i) {
            record.studies.emplace_back(1, static_cast<char>('A' + random() % 4));
        }
        record.isOfPreviousStudy = random() % 5 == 0;
    }
    if (ledger.searches[0].isNoted) {
        const auto imported =
            std::ranges::count_if(ledger.records, [](const auto &one) { return one.search.value == 1; });
        ledger.removals = {{100 - imported, random() % 2 == 0, random() % 2 == 0 ? "not exported" : ""}};
    }
    return ledger;
}

/// Property: the numbers of any review add up, and once it is finished nothing is left to be said.
TEST(CountsProperty, addUpForAnyReview)
{
    std::mt19937 random(3);
    for (int round = 0; round < 2000; ++round) {
        const Ledger ledger = randomLedger(random, round % 2 == 0);
        const Counts counts = count(ledger);
        EXPECT_THAT(errorsIn(numbersOf(counts)), IsEmpty()) << "round " << round;
        EXPECT_TRUE(round % 2 != 0 || counts.isFinished());
    }
}

/// Property: behind every number stand as many records as it says, less what comes from outside; and behind
/// no number twice the same, but for studies of one report.
TEST(CountsProperty, nameTheRecordsBehindEveryNumber)
{
    std::mt19937 random(4);
    for (int round = 0; round < 1000; ++round) {
        const Counted counted = countWithRecords(randomLedger(random, round % 2 == 0));
        const Numbers numbers = numbersOf(counted.counts);
        for (const LineValue &value : lineValues(numbers)) {
            std::vector<RecordId> ids;
            std::int64_t outside = 0;
            for (const LineRecords &line : counted.lines) {
                if (line.line == value.place.line &&
                    (value.place.name.empty() || line.name == value.place.name)) {
                    ids.insert(ids.end(), line.records.begin(), line.records.end());
                    outside += line.outside;
                }
            }
            EXPECT_EQ(value.number.value, static_cast<std::int64_t>(ids.size()) + outside)
                << toString(value.place.line) << ' ' << value.place.name << ", round " << round;
            const bool isOfStudies =
                value.place.line == LineId::NewStudies || value.place.line == LineId::TotalStudies;
            EXPECT_TRUE(isOfStudies || std::set<RecordId>(ids.begin(), ids.end()).size() == ids.size())
                << toString(value.place.line);
            const bool isAdded = !isPart(value.place.line) && value.place.line != LineId::TotalStudies &&
                                 value.place.line != LineId::TotalReports;
            EXPECT_TRUE(!isAdded || outside == outsideOf(numbers, value.place)) << toString(value.place.line);
        }
    }
}

/// Property: each record of a database or register is in box 2 once, and ends in exactly one place.
TEST(CountsProperty, giveEachRecordOfTheDatabasesOneFate)
{
    std::mt19937 random(5);
    for (int round = 0; round < 500; ++round) {
        const Ledger ledger = randomLedger(random, false);
        const Counted counted = countWithRecords(ledger);
        std::map<LineId, std::size_t> sizes;
        for (const LineRecords &line : counted.lines) {
            sizes[line.line] += line.records.size();
        }
        EXPECT_EQ(sizes[LineId::Databases] + sizes[LineId::Registers],
                  sizes[LineId::Duplicates] + sizes[LineId::ByAutomation] + sizes[LineId::AwaitingScreening] +
                      sizes[LineId::Excluded] + sizes[LineId::NotRetrieved] + sizes[LineId::LateDuplicates] +
                      sizes[LineId::NotAssessedYet] + sizes[LineId::Awaiting] +
                      sizes[LineId::ReportsExcluded] + sizes[LineId::NewReports] +
                      sizes[LineId::OtherReportsExcluded] + sizes[LineId::OtherAwaiting] -
                      sizes[LineId::OtherAssessed]);
    }
}

} // namespace

} // namespace winnow::flow
