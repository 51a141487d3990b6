#include "app/facets.h"
#include "app/labels.h"
#include "app/record_list.h"
#include "app/record_order.h"
#include "app/show_record.h"
#include "app/stages.h"
#include "team.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

namespace winnow::app::test {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Random = std::minstd_rand;

std::size_t below(Random &random, std::size_t count)
{
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
}

Record someRecord(Random &random, int number)
{
    constexpr std::array kLanguages{"english", "french", ""};
    constexpr std::array kTitles{"Été on the coast", "ebb", "\"Aim\"", "zinc", ""};
    Record record;
    record.key = "s" + std::to_string(number);
    record.title = kTitles.at(below(random, kTitles.size()));
    record.type = below(random, 2) == 0 ? RecordType::Article : RecordType::Book;
    record.language = kLanguages.at(below(random, kLanguages.size()));
    if (below(random, 5) > 0) {
        record.date.year = 1988 + static_cast<int>(below(random, 38));
    }
    return record;
}

/// A further source with records of all kinds.
void addSource(Workspace &workspace, Random &random, int records)
{
    ASSERT_TRUE(workspace.file().transact([&]() -> Result<void> {
        store::Imports &imports = workspace.imports();
        const auto source = imports.source("PubMed", SourceKind::Database).value();
        const auto search = imports.addSearch({{}, source, "q", {}, "", "", false}).value();
        const auto import =
            imports.addImport({{}, search, "g.ris", "sha2", "ris", records, records, 0, false}, "import-2")
                .value();
        for (int i = 1; i <= records; ++i) {
            static_cast<void>(workspace.records().insert(import, someRecord(random, i), "raw", i).value());
        }
        store::EventDraft event;
        event.kind = EventKind::Import;
        event.subjectKind = "import";
        event.subject = import.value;
        return workspace.log().append(workspace.act(), std::span(&event, 1));
    }));
}

/// Twenty records of one source and forty of another, some of them duplicates, judged and labelled by two.
class RandomReview
{
public:
    explicit RandomReview(unsigned seed)
        : m_random(seed)
        , m_team(20)
    {
        addSource(*m_team.as("owner"), m_random, 40);
        for (int group = 0; group < 8; ++group) {
            m_team.merge({{group + 1}, {21 + 2 * group}, {22 + 2 * group}});
        }
        auto settings = defaultSettings(Stage::TitleAbstract);
        settings.isBlind = seed % 2 == 0;
        m_team.set(settings);
        for (const char *reviewer : {"ann", "ben"}) {
            const auto workspace = m_team.as(reviewer);
            const auto units = allRecords(*workspace).value();
            for (int i = 0; i < 25; ++i) {
                constexpr std::array kVerdicts{Verdict::Include, Verdict::Exclude, Verdict::Maybe};
                m_team.decide(
                    reviewer, units[below(m_random, units.size())].value, kVerdicts.at(below(m_random, 3)));
                const std::string label = below(m_random, 2) == 0 ? "women" : "islands";
                EXPECT_TRUE(addLabel(*workspace, label, {{units[below(m_random, units.size())]}}));
            }
        }
    }

    Team &team() { return m_team; }

    Random &random() { return m_random; }

private:
    Random m_random;
    Team m_team;
};

using Values = std::map<Facet, std::map<RecordId, std::set<std::string>>>;

/// What every record has of each facet, by what lists and the reading pane show of it.
Values slowValues(Workspace &workspace)
{
    Values values;
    for (const RecordId record : allRecords(workspace).value()) {
        const ListRow row = listRows(workspace, std::span(&record, 1)).value().front();
        for (const RecordOrigin &origin : showRecord(workspace, record).value().origins) {
            values[Facet::Source][record].insert(origin.source);
        }
        values[Facet::Year][record] = {row.year ? std::to_string(*row.year) : std::string()};
        values[Facet::Type][record] = {std::string(namesOf(row.type).id)};
        values[Facet::Language][record] = {row.language};
        values[Facet::TitleAbstract][record] = {std::string(screening::toString(row.titleAbstract.state))};
        values[Facet::FullText][record] = {std::string(screening::toString(row.fullText.state))};
        const RecordMarks marks = marksOf(workspace, record).value();
        values[Facet::Label][record] = {marks.labels.begin(), marks.labels.end()};
    }
    return values;
}

bool isOf(const std::string &year, const std::string &value)
{
    return year == value ||
           (value.size() == 9 && !year.empty() && year >= value.substr(0, 4) && year <= value.substr(5));
}

bool hasAny(const std::set<std::string> &values, const std::set<std::string> &wanted)
{
    return wanted.empty() || std::ranges::any_of(values, [&](const std::string &value) {
               return std::ranges::any_of(wanted,
                                          [&](const std::string &other) { return isOf(value, other); });
           });
}

FacetChoice someChoice(const FacetTable &table, Random &random)
{
    FacetChoice choice;
    for (const auto &[facet, counts] : table.narrow(table.records(), {}).counts) {
        while (!counts.empty() && below(random, 3) == 0) {
            choice[facet].insert(counts[below(random, counts.size())].value);
        }
    }
    return choice;
}

void checkAgainstSlowCount(Values values, const FacetTable &table, const FacetChoice &choice)
{
    const auto wanted = [&](Facet facet) {
        const auto found = choice.find(facet);
        return found == choice.end() ? std::set<std::string>() : found->second;
    };
    const Narrowed narrowed = table.narrow(table.records(), choice);
    std::vector<RecordId> expected;
    for (const RecordId record : table.records()) {
        if (std::ranges::all_of(kFacets,
                                [&](Facet facet) { return hasAny(values[facet][record], wanted(facet)); })) {
            expected.push_back(record);
        }
    }
    EXPECT_EQ(narrowed.records, expected);
    for (const auto &[facet, counts] : narrowed.counts) {
        for (const FacetCount &count : counts) {
            const auto having = std::ranges::count_if(table.records(), [&](RecordId record) {
                return hasAny(values[facet][record], {count.value}) &&
                       std::ranges::all_of(kFacets, [&](Facet other) {
                           return other == facet || hasAny(values[other][record], wanted(other));
                       });
            });
            EXPECT_EQ(count.records, having) << toString(facet) << " " << count.value;
        }
    }
}

std::shared_ptr<const FacetTable> tableOf(Workspace &workspace)
{
    return FacetTable::read(workspace).value();
}

std::vector<std::string> valuesIn(const FacetTable &table, Facet facet)
{
    std::vector<std::string> values;
    Narrowed all = table.narrow(table.records(), {});
    for (const FacetCount &count : all.counts[facet]) {
        values.push_back(count.value);
    }
    return values;
}

} // namespace

TEST(Facets, countWhatAWalkOverAllRecordsCounts)
{
    for (unsigned seed = 1; seed <= 4; ++seed) {
        SCOPED_TRACE(seed);
        RandomReview review(seed);
        for (const char *reviewer : {"ann", "ben", "owner"}) {
            SCOPED_TRACE(reviewer);
            const auto workspace = review.team().as(reviewer);
            const auto table = tableOf(*workspace);
            EXPECT_TRUE(std::ranges::equal(table->records(), allRecords(*workspace).value()));
            const Values values = slowValues(*workspace);
            checkAgainstSlowCount(values, *table, {});
            for (int i = 0; i < 4; ++i) {
                checkAgainstSlowCount(values, *table, someChoice(*table, review.random()));
            }
        }
    }
}

TEST(Facets, areTheSameReadInPartsAsReadAnew)
{
    RandomReview review(4);
    const auto ann = review.team().as("ann");
    const auto before = tableOf(*ann);
    review.team().decide("ann", 3, Verdict::Exclude);
    const auto decided = FacetTable::read(*ann, before.get(), FacetTable::Stale::Verdicts).value();
    checkAgainstSlowCount(slowValues(*ann), *decided, {});
    const RecordId third{3};
    ASSERT_TRUE(addLabel(*ann, "new", std::span(&third, 1)));
    const auto labelled = FacetTable::read(*ann, decided.get(), FacetTable::Stale::Marks).value();
    checkAgainstSlowCount(slowValues(*ann), *labelled, {});
    EXPECT_THAT(labelled->valuesOf(third, Facet::Label), testing::Contains("new"));
    EXPECT_THAT(decided->valuesOf(third, Facet::Label), testing::Not(testing::Contains("new")));
}

TEST(Facets, hideWhatOthersSaidUntilTheStageIsOpened)
{
    Team team(2);
    team.decide("ann", 1, Verdict::Include);
    ASSERT_TRUE(writeNote(*team.as("ann"), {1}, "a pilot study"));
    EXPECT_THAT(tableOf(*team.as("ben"))->valuesOf({1}, Facet::TitleAbstract), ElementsAre("undecided"));
    EXPECT_EQ(tableOf(*team.as("ben"))->noteOf({1}), "");
    EXPECT_EQ(tableOf(*team.as("ann"))->noteOf({1}), "a pilot study");
    ASSERT_TRUE(openStage(*team.as("owner"), Stage::TitleAbstract));
    EXPECT_THAT(tableOf(*team.as("ben"))->valuesOf({1}, Facet::TitleAbstract), ElementsAre("include"));
    EXPECT_EQ(tableOf(*team.as("ben"))->noteOf({1}), "a pilot study");
}

TEST(Facets, listLateYearsOneByOneAndEarlierOnesByDecades)
{
    RandomReview review(1);
    const auto values = valuesIn(*tableOf(*review.team().as("ann")), Facet::Year);
    EXPECT_THAT(values, testing::Contains("1990-1999"));
    EXPECT_THAT(values, testing::Not(testing::Contains("1995")));
    EXPECT_EQ(values.back(), "");
    EXPECT_TRUE(std::ranges::is_sorted(values, std::ranges::greater{}));
}

TEST(Facets, leaveOutStagesThatAreNotUsed)
{
    Team team(1);
    EXPECT_FALSE(tableOf(*team.as("ann"))->isUsed(Facet::Title));
    EXPECT_TRUE(tableOf(*team.as("ann"))->isUsed(Facet::FullText));
    EXPECT_FALSE(tableOf(*team.as("ann"))->isUsed(Facet::Label));
}

TEST(Facets, ofAnEmptyReviewAreEmpty)
{
    Team team(0);
    const auto table = tableOf(*team.as("ann"));
    EXPECT_THAT(table->records(), IsEmpty());
    EXPECT_THAT(table->narrow({}, {}).records, IsEmpty());
}

TEST(Facets, areNamedBothWays)
{
    for (const Facet facet : kFacets) {
        EXPECT_EQ(facetFromString(toString(facet)), facet);
    }
    EXPECT_FALSE(facetFromString("colour"));
}

TEST(Orders, holdEveryRecordOnceInBothDirections)
{
    RandomReview review(3);
    const auto ann = review.team().as("ann");
    const auto table = tableOf(*ann);
    const auto all = allRecords(*ann).value();
    for (int by = 0; by <= static_cast<int>(OrderBy::Doi); ++by) {
        SCOPED_TRACE(by);
        const RecordOrder order = recordOrder(*ann, *table, static_cast<OrderBy>(by)).value();
        for (const bool isDescending : {false, true}) {
            auto listed = inOrder(order, all, isDescending);
            EXPECT_EQ(listed.size(), all.size());
            std::ranges::sort(listed);
            EXPECT_EQ(listed, all);
        }
    }
}

TEST(Orders, goByTheYearThatIsShownAndPutTheUnknownLast)
{
    RandomReview review(5);
    const auto ann = review.team().as("ann");
    const RecordOrder order = recordOrder(*ann, *tableOf(*ann), OrderBy::Year).value();
    for (const bool isDescending : {false, true}) {
        const auto listed = inOrder(order, allRecords(*ann).value(), isDescending);
        const auto rows = listRows(*ann, listed).value();
        const auto precedes = [isDescending](const ListRow &a, const ListRow &b) {
            if (!a.year || !b.year) {
                return a.year.has_value() || (!b.year && a.id < b.id);
            }
            return a.year == b.year ? a.id < b.id : (*a.year < *b.year) != isDescending;
        };
        for (std::size_t i = 1; i < rows.size(); ++i) {
            EXPECT_TRUE(precedes(rows[i - 1], rows[i])) << i;
        }
    }
}

TEST(Orders, passOverAccentsCaseAndSignsInTitles)
{
    Random random(1);
    Team team(0);
    const auto ann = team.as("ann");
    addSource(*ann, random, 30);
    const auto listed =
        inOrder(recordOrder(*ann, *tableOf(*ann), OrderBy::Title).value(), allRecords(*ann).value(), false);
    std::vector<std::string> titles;
    for (const ListRow &row : listRows(*ann, listed).value()) {
        if (titles.empty() || titles.back() != row.title) {
            titles.push_back(row.title);
        }
    }
    EXPECT_THAT(titles, ElementsAre("\"Aim\"", "ebb", "Été on the coast", "zinc", ""));
}

TEST(Orders, countNumbersInKeysAsNumbers)
{
    Team team(12);
    const auto ann = team.as("ann");
    const auto all = allRecords(*ann).value();
    EXPECT_EQ(inOrder(recordOrder(*ann, *tableOf(*ann), OrderBy::Key).value(), all, false), all);
}

TEST(Orders, keepToTheRecordsThatAreAskedFor)
{
    Team team(9);
    const auto ann = team.as("ann");
    const RecordOrder order = recordOrder(*ann, *tableOf(*ann), OrderBy::Title).value();
    EXPECT_THAT(inOrder(order, std::vector<RecordId>{{1}, {2}, {4}}, false),
                ElementsAre(RecordId{2}, RecordId{4}, RecordId{1}));
    EXPECT_THAT(inOrder(order, std::vector<RecordId>{{1}, {2}, {4}}, true),
                ElementsAre(RecordId{1}, RecordId{4}, RecordId{2}));
    EXPECT_THAT(inOrder(order, {}, true), IsEmpty());
}

} // namespace winnow::app::test
