#include "index/effects.h"
#include "index/index.h"
#include "query/parse.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

namespace winnow::index {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class EffectsTest : public testing::Test
{
protected:
    void make(const std::vector<std::string> &titles)
    {
        auto writer = IndexWriter::create(m_folder.path() / "i").value();
        std::int64_t id = 0;
        for (const std::string &title : titles) {
            Record record;
            record.title = title;
            ASSERT_TRUE(writer.add({++id}, record));
        }
        ASSERT_TRUE(writer.commit({"review", id, id}));
        m_index = std::make_unique<Index>(Index::open(m_folder.path() / "i").value());
    }

    [[nodiscard]] Effects effects(const std::string &query,
                                  const std::vector<RecordId> &seeds = {},
                                  const std::vector<RecordId> &leftOut = {}) const
    {
        return m_index->effects(*query::parse(query).root, seeds, leftOut).value();
    }

    [[nodiscard]] std::vector<RecordId> found(const std::string &query) const
    {
        return m_index->search(*query::parse(query).root).value();
    }

    test::TempFolder m_folder;
    std::unique_ptr<Index> m_index;
};

/// The line of a query that stands at `text`.
LineEffect at(const Effects &effects, const std::string &query, const std::string &text)
{
    const auto line = std::ranges::find_if(effects.lines, [&](const LineEffect &effect) {
        return query.substr(effect.from, effect.to - effect.from) == text;
    });
    return line == effects.lines.end() ? LineEffect() : *line;
}

TEST_F(EffectsTest, tellsWhatEachLineDoes)
{
    make({"craft digital",
          "craft",
          "bamboo digital",
          "craft bamboo digital",
          "digital",
          "bamboo steel digital"});
    const std::string query = "TITLE(craft OR bamboo) AND TITLE(digital) AND NOT TITLE(steel)";
    const Effects all = effects(query, {{1}, {2}, {5}, {6}});
    EXPECT_EQ(all.matching, 3);
    EXPECT_THAT(all.missedSeeds, ElementsAre(RecordId{2}, RecordId{5}, RecordId{6}));
    EXPECT_EQ(at(all, query, "craft").hits, 3);
    EXPECT_EQ(at(all, query, "craft").adds, 2);
    EXPECT_EQ(at(all, query, "craft").only, 1);
    EXPECT_EQ(at(all, query, "bamboo").only, 1);
    EXPECT_EQ(at(all, query, "TITLE(digital)").hits, 5);
    EXPECT_EQ(at(all, query, "TITLE(digital)").loses, 1);
    EXPECT_THAT(at(all, query, "TITLE(digital)").lostSeeds, ElementsAre(RecordId{2}));
    EXPECT_EQ(at(all, query, "TITLE(craft OR bamboo)").loses, 1);
    EXPECT_THAT(at(all, query, "TITLE(craft OR bamboo)").lostSeeds, ElementsAre(RecordId{5}));
    EXPECT_EQ(at(all, query, "TITLE(steel)").role, LineRole::Excluded);
    EXPECT_EQ(at(all, query, "TITLE(steel)").loses, 1);
    EXPECT_THAT(at(all, query, "TITLE(steel)").lostSeeds, ElementsAre(RecordId{6}));
}

TEST_F(EffectsTest, leavesOutWhatDoesNotCount)
{
    make({"craft", "craft", "bamboo"});
    const std::string query = "TITLE(craft OR bamboo)";
    EXPECT_EQ(at(effects(query, {}, {{2}, {99}}), query, "craft").hits, 1);
    EXPECT_EQ(effects(query, {}, {{2}}).matching, 2);
}

TEST_F(EffectsTest, hasNoLinesWhereAQueryIsOne)
{
    make({"digital trends"});
    EXPECT_THAT(effects("TITLE(digital trends)").lines, IsEmpty());
    EXPECT_EQ(effects("TITLE(digital trends)").matching, 1);
}

/// Property: the counts are those of the query without the line.
TEST_F(EffectsTest, countsAsTheQueryWithoutTheLineWould)
{
    constexpr std::array<const char *, 8> kWords{"a1", "b1", "c1", "d1", "e1", "f1", "g1", "h1"};
    std::mt19937 random(3);
    std::vector<std::string> titles;
    for (int i = 0; i < 300; ++i) {
        std::string title = "x1";
        for (const char *word : kWords) {
            title += random() % 3 == 0 ? std::string(" ") + word : "";
        }
        titles.push_back(title);
    }
    make(titles);
    const std::string query = "(a1 OR b1 OR (c1 AND d1)) AND (e1 OR f1) AND NOT (g1 OR h1)";
    const Effects all = effects(query);
    const auto changed = [&](const std::string &without) {
        return static_cast<std::int64_t>(found(without).size()) -
               static_cast<std::int64_t>(found(query).size());
    };
    EXPECT_EQ(at(all, query, "a1").only, -changed("(b1 OR (c1 AND d1)) AND (e1 OR f1) AND NOT (g1 OR h1)"));
    EXPECT_EQ(at(all, query, "(c1 AND d1)").only + at(all, query, "c1 AND d1").only,
              -changed("(a1 OR b1) AND (e1 OR f1) AND NOT (g1 OR h1)"));
    EXPECT_EQ(at(all, query, "c1").loses, changed("(a1 OR b1 OR d1) AND (e1 OR f1) AND NOT (g1 OR h1)"));
    EXPECT_EQ(at(all, query, "f1").only, -changed("(a1 OR b1 OR (c1 AND d1)) AND e1 AND NOT (g1 OR h1)"));
    EXPECT_EQ(at(all, query, "h1").only, changed("(a1 OR b1 OR (c1 AND d1)) AND (e1 OR f1) AND NOT g1"));
    const auto exclusion = std::ranges::find(all.lines, LineRole::Excluded, &LineEffect::role);
    ASSERT_NE(exclusion, all.lines.end());
    EXPECT_EQ(exclusion->loses, changed("(a1 OR b1 OR (c1 AND d1)) AND (e1 OR f1)"));
    EXPECT_GT(exclusion->loses, 0);
}

} // namespace

} // namespace winnow::index
