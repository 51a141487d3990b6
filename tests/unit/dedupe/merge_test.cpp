#include "dedupe/merge.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace winnow::dedupe {

namespace {

using Chosen = std::vector<std::pair<RecordId, std::string>>;

Member member(std::int64_t id, const std::string &title)
{
    Member member{{id}, {}};
    member.record.title = title;
    return member;
}

std::string rulesOf(const MergedRecord &merged)
{
    std::string text;
    for (const FieldOrigin &origin : merged.origins) {
        text += std::string(origin.field) + " from " + std::to_string(origin.from.value) + " (" +
                std::string(origin.rule) + "); ";
    }
    return text;
}

TEST(Merge, takesTheBestOfEachField)
{
    std::vector<Member> members{member(5, "SALT FARMING"), member(6, "Salt farming"), member(7, "")};
    members[0].record.doi = "10.1/a";
    members[0].record.authors = {{"Li", "W."}, {"Ma", ""}};
    members[0].record.pageFirst = "12";
    members[0].record.date.year = 2020;
    members[1].record.doi = "10.1/b";
    members[1].record.authors = {{"Li", "Wei"}, {"Ma", "Lin"}};
    members[1].record.abstractText = "Short.";
    members[2].record.authors = {{"Li", "Wei"}};
    members[2].record.abstractText = "Much longer.";
    members[2].record.pageFirst = "12";
    members[2].record.pageLast = "19";
    members[2].record.pmid = "77";
    members[2].record.date = {2020, 5, {}};
    const MergedRecord merged = merge(members, {});
    EXPECT_EQ(merged.record.title, "Salt farming");
    EXPECT_EQ(merged.record.doi, "10.1/a");
    EXPECT_EQ(merged.record.authors, members[1].record.authors);
    EXPECT_EQ(merged.record.abstractText, "Much longer.");
    EXPECT_EQ(merged.record.pageLast, "19");
    EXPECT_EQ(merged.record.pmid, "77");
    EXPECT_EQ(merged.record.date, (PartialDate{2020, 5, {}}));
    EXPECT_EQ(
        rulesOf(merged),
        "title from 6 (the first that is not all capitals); authors from 6 (the most authors, with the "
        "fullest names); abstract from 7 (the longest); date from 7 (the most exact); pages from 7 (the "
        "first with a last page); pmid from 7 (the first that has one); ");
}

TEST(Merge, takesAFieldFromWhereAPersonChoseLast)
{
    const std::vector<Member> members{member(1, "One"), member(2, "Two"), member(3, "Three")};
    const MergedRecord merged = merge(members, Chosen{{{2}, "title"}, {{3}, "title"}, {{9}, "title"}});
    EXPECT_EQ(merged.record.title, "Three");
    EXPECT_EQ(rulesOf(merged), "title from 3 (chosen by hand); ");
    EXPECT_TRUE(merge(members, Chosen{{{1}, "title"}, {{2}, "colour"}}).origins.empty());
}

TEST(Merge, ofOneRecordIsThatRecord)
{
    const std::vector<Member> members{member(1, "One")};
    EXPECT_EQ(merge(members, {}).record, members[0].record);
    EXPECT_TRUE(merge(members, {}).origins.empty());
}

/// A field that the table forgot would be lost without a word.
TEST(Merge, knowsEveryFieldOfARecord)
{
    Record full;
    full.type = RecordType::Article;
    full.title = full.abstractText = full.sourceTitle = full.volume = full.issue = full.pageFirst =
        full.pageLast = full.articleNumber = full.doi = full.pmid = full.pmcid = full.eid = full.issn =
            full.isbn = full.publisher = full.language = full.url = "x";
    full.authors = {{"Li", "W."}};
    full.keywords = full.indexTerms = {"x"};
    full.date = {2020, 1, 1};
    EXPECT_EQ(merge(std::vector<Member>{{{1}, {}}, {{2}, full}}, {}).record, full);
    EXPECT_EQ(merge(std::vector<Member>{{{1}, {}}, {{2}, full}}, {}).origins.size(), mergedFields().size());
}

} // namespace

} // namespace winnow::dedupe
