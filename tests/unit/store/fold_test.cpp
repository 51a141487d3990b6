#include "store/fold.h"

#include <gtest/gtest.h>

#include <vector>

namespace winnow::store {

namespace {

Event event(std::int64_t id, EventKind kind, std::int64_t subject, const std::string &detail = {})
{
    Event event;
    event.id = {id};
    event.kind = kind;
    event.subject = subject;
    event.detail = detail;
    event.reviewer = "anna";
    event.stage = "title-abstract";
    event.verdict = "include";
    return event;
}

Event retraction(std::int64_t id, std::int64_t of)
{
    Event event = store::event(id, EventKind::Retraction, 0);
    event.retracts = EventId{of};
    return event;
}

const std::vector<ImportRange> kImports{{{1}, {1}, {3}}, {{2}, {4}, {5}}};

TEST(Fold, forgetsWhatWasRetracted)
{
    const std::vector events{event(1, EventKind::Decision, 1), retraction(2, 1)};
    EXPECT_TRUE(fold(events, kImports).decisions.empty());
}

TEST(Fold, findsAnotherRecordForAGroupWhoseImportWasUndone)
{
    const std::vector events{event(1, EventKind::Import, 1),
                             event(2, EventKind::Import, 2),
                             event(3, EventKind::DuplicatesMerged, 1, R"({"members":[1,4,5],"tier":"safe"})"),
                             retraction(4, 1)};
    const Judged judged = fold(events, kImports);
    ASSERT_EQ(judged.duplicates.size(), 1U);
    EXPECT_EQ(judged.duplicates.at({5}).kept, RecordId{4});
    EXPECT_EQ(judged.inherited, (std::map<RecordId, RecordId>{{{1}, {4}}}))
        << "what was decided on the hidden record holds for its heir";
}

TEST(Fold, leavesWhatIsHiddenToTheRecordThatStandsForItsGroup)
{
    const std::vector events{event(1, EventKind::Import, 1),
                             event(2, EventKind::Import, 2),
                             event(3, EventKind::DuplicatesMerged, 1, R"({"members":[1,4,5],"tier":"safe"})"),
                             retraction(4, 2)};
    const Judged judged = fold(events, kImports);
    EXPECT_TRUE(judged.duplicates.empty());
    EXPECT_EQ(judged.inherited, (std::map<RecordId, RecordId>{{{4}, {1}}, {{5}, {1}}}));
}

TEST(Fold, readsADamagedDetailAsNothing)
{
    for (const char *detail : {"", "[]", "{", R"({"members":"x"})", R"({"members":[1,"a"]})", "null"}) {
        const std::vector events{event(1, EventKind::Import, 1),
                                 event(2, EventKind::DuplicatesMerged, 1, detail)};
        EXPECT_TRUE(fold(events, kImports).duplicates.empty()) << detail;
    }
}

TEST(Fold, joinsGroupsThatALaterMergeNames)
{
    const std::vector events{event(1, EventKind::Import, 1),
                             event(2, EventKind::Import, 2),
                             event(3, EventKind::DuplicatesMerged, 1, R"({"members":[1,2]})"),
                             event(4, EventKind::DuplicatesMerged, 4, R"({"members":[4,5]})"),
                             event(5, EventKind::DuplicatesMerged, 4, R"({"members":[1,2,4,5]})")};
    const Judged judged = fold(events, kImports);
    EXPECT_EQ(judged.duplicates.size(), 3U);
    for (const auto &[member, link] : judged.duplicates) {
        EXPECT_EQ(link.kept, RecordId{4}) << member.value;
    }
}

TEST(Fold, keepsApartWhatAPersonSaidUntilAPersonMergesIt)
{
    std::vector events{event(1, EventKind::Import, 1),
                       event(2, EventKind::RecordsKeptApart, 3, R"({"other":1})"),
                       event(3, EventKind::RecordsKeptApart, 2, R"({"other":3})")};
    EXPECT_EQ(fold(events, kImports).keptApart,
              (std::set<std::pair<RecordId, RecordId>>{{{1}, {3}}, {{2}, {3}}}));
    events.push_back(event(4, EventKind::DuplicatesMerged, 1, R"({"members":[1,3],"tier":"person"})"));
    const Judged judged = fold(events, kImports);
    EXPECT_EQ(judged.keptApart, (std::set<std::pair<RecordId, RecordId>>{{{2}, {3}}}));
    EXPECT_EQ(judged.duplicates.at({3}).tier, "person");
}

TEST(Fold, holdsTheNewestChoiceOfAField)
{
    std::vector events{event(1, EventKind::FieldChosen, 1), event(2, EventKind::FieldChosen, 2)};
    events[0].reason = events[1].reason = "title";
    events.push_back(events[0]);
    events.back().id = {3};
    const Judged judged = fold(events, kImports);
    EXPECT_EQ(judged.fieldChoices.at({{1}, "title"}), EventId{3});
    EXPECT_EQ(judged.fieldChoices.at({{2}, "title"}), EventId{2});
}

} // namespace

} // namespace winnow::store
