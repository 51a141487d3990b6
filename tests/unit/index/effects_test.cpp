#include "index/effects.h"
#include "index/index.h"
#include "query/evaluate.h"
#include "query/parse.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <set>

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
                                  const Counting &counting = {}) const
    {
        Task task;
        return m_index->effects(*query::parse(query).root, seeds, counting, task).value();
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

std::size_t lineAt(const Effects &effects, const std::string &query, const std::string &text)
{
    const auto line = std::ranges::find_if(effects.lines, [&](const LineEffect &effect) {
        return query.substr(effect.from, effect.to - effect.from) == text;
    });
    return static_cast<std::size_t>(line - effects.lines.begin());
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
    EXPECT_THAT(all.missed,
                ElementsAre(MissedSeed{{2}, lineAt(all, query, "TITLE(digital)")},
                            MissedSeed{{5}, lineAt(all, query, "TITLE(craft OR bamboo)")},
                            MissedSeed{{6}, lineAt(all, query, "TITLE(steel)")}));
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

TEST_F(EffectsTest, namesTheDeepestGroupThatKeepsASeedOut)
{
    make({"craft", "craft digital", "bamboo", "craft digital steel"});
    const std::string query = "TITLE((craft AND (digital AND wood)) AND NOT steel)";
    const Effects all = effects(query, {{1}, {2}, {3}, {4}});
    EXPECT_THAT(all.missed,
                ElementsAre(MissedSeed{{1}, lineAt(all, query, "digital")},
                            MissedSeed{{2}, lineAt(all, query, "wood")},
                            MissedSeed{{3}, lineAt(all, query, "craft")},
                            MissedSeed{{4}, lineAt(all, query, "wood")}));
    EXPECT_THAT(at(all, query, "steel").lostSeeds, ElementsAre(RecordId{4}));
}

TEST_F(EffectsTest, takesWhatStandsBeforeAndNotApart)
{
    make({"craft digital", "craft steel", "craft digital steel"});
    const std::string query = "TITLE(craft) AND TITLE(digital) AND NOT TITLE(steel)";
    const Effects all = effects(query);
    ASSERT_EQ(all.lines.size(), 4U);
    EXPECT_EQ(all.lines[1].role, LineRole::Group);
    EXPECT_EQ(all.lines[2].role, LineRole::Group);
    EXPECT_EQ(all.lines[3].role, LineRole::Excluded);
    EXPECT_EQ(all.lines[3].loses, 1);
}

TEST_F(EffectsTest, blamesNoLineForASeedThatNoOperandFinds)
{
    make({"craft", "wood"});
    EXPECT_THAT(effects("TITLE(craft OR bamboo)", {{1}, {2}}).missed, ElementsAre(MissedSeed{{2}, 0}));
}

TEST_F(EffectsTest, leavesOutWhatDoesNotCount)
{
    make({"craft", "craft", "bamboo"});
    const std::string query = "TITLE(craft OR bamboo)";
    EXPECT_EQ(at(effects(query, {}, {{{2}, {99}}, {}}), query, "craft").hits, 1);
    EXPECT_EQ(effects(query, {}, {{{2}}, {}}).matching, 2);
}

TEST_F(EffectsTest, countsMergedRecordsOnce)
{
    make({"craft", "craft digital", "bamboo digital", "bamboo"});
    const Counting merged{{}, {{{2}, {1}}, {{3}, {1}}}};
    const std::string query = "TITLE((craft OR bamboo) AND digital)";
    const Effects all = effects(query, {{1}, {4}}, merged);
    EXPECT_EQ(all.matching, 1);
    EXPECT_EQ(at(all, query, "craft").hits, 1);
    EXPECT_EQ(at(all, query, "craft").adds, 0);
    EXPECT_EQ(at(all, query, "craft").only, 0);
    EXPECT_EQ(at(all, query, "bamboo").hits, 2);
    EXPECT_EQ(at(all, query, "bamboo").adds, 1);
    EXPECT_EQ(at(all, query, "digital").loses, 1);
    EXPECT_THAT(all.missed, ElementsAre(MissedSeed{{4}, lineAt(all, query, "digital")}));
}

TEST_F(EffectsTest, namesTheGroupAtWhichTheLastOfMergedRecordsIsLost)
{
    make({"craft", "digital", "craft digital wood"});
    const std::string query = "TITLE(craft AND digital)";
    const Effects all = effects(query, {{1}}, {{}, {{{2}, {1}}}});
    EXPECT_THAT(all.missed, ElementsAre(MissedSeed{{1}, lineAt(all, query, "digital")}));
    EXPECT_THAT(at(all, query, "digital").lostSeeds, IsEmpty());
}

TEST_F(EffectsTest, hasOneLineWhereAQueryIsOne)
{
    make({"digital trends"});
    const Effects all = effects("TITLE(digital trends)");
    ASSERT_EQ(all.lines.size(), 1U);
    EXPECT_EQ(all.lines.front().role, LineRole::Whole);
    EXPECT_EQ(all.lines.front().hits, 1);
    EXPECT_EQ(all.matching, 1);
}

TEST_F(EffectsTest, stopsWhenAskedTo)
{
    make({"craft"});
    Task task;
    task.stop();
    const auto stopped = m_index->effects(*query::parse("a1 OR b1").root, {}, {}, task);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
}

TEST_F(EffectsTest, stopsMidway)
{
    make(std::vector<std::string>(600, "a1 b1 c1 d1"));
    std::int64_t done = -1;
    Task *running = nullptr;
    Task task([&](const Progress &progress) {
        done = progress.done;
        running->stop();
    });
    running = &task;
    const std::string query = "\"a1 b1\" OR \"b1 c1\" OR \"c1 d1\" OR \"a1 c1\" OR (a1 W/1 c1)";
    const auto stopped = m_index->effects(*query::parse(query).root, {}, {}, task);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    EXPECT_GE(done, 0);
    EXPECT_LT(done, 600);
}

using query::Node;
using query::NodeKind;
using query::NodePtr;

/// Queries and records by chance, and the reference evaluator as the measure.
class EffectsOracle : public EffectsTest
{
protected:
    static constexpr std::array<const char *, 8> kWords{"a1", "b1", "c1", "d1", "e1", "f1", "g1", "h1"};

    /// A third of the records are merged with another one.
    void makeByChance()
    {
        std::vector<std::string> titles;
        for (std::int64_t i = 1; i <= 120; ++i) {
            std::string title = "x1";
            for (int words = pick(6); words > 0; --words) {
                title += std::string(" ") + word();
            }
            titles.push_back(title);
            Record record;
            record.title = title;
            m_subjects.emplace_back(record);
            m_kept.push_back(i);
            if (i > 1 && pick(3) == 0) {
                m_kept.back() = m_kept[static_cast<std::size_t>(pick(static_cast<int>(i) - 1))];
                m_counting.standIns.push_back({{i}, {m_kept.back()}});
            }
        }
        make(titles);
    }

    int pick(int count) { return static_cast<int>(m_random() % static_cast<unsigned>(count)); }

    std::string word() { return kWords.at(static_cast<std::size_t>(pick(8))); }

    std::string leaf()
    {
        switch (pick(8)) {
        case 0:
        case 1:
            return '"' + word() + ' ' + word() + '"';
        case 2:
            return '"' + word() + ' ' + word().substr(0, 1) + "*\"";
        case 3:
            return word() + " W/2 " + word();
        case 4:
            return word() + ' ' + word();
        default:
            return word();
        }
    }

    std::string expression(int depth)
    {
        if (depth == 0 || pick(5) == 0) {
            return "TITLE(" + leaf() + ')';
        }
        const std::array<const char *, 5> operators{" OR ", " AND ", " OR ", " AND ", " AND NOT "};
        const std::string joined = operators.at(static_cast<std::size_t>(pick(5)));
        std::string text = '(' + expression(depth - 1) + ')';
        for (int more = 1 + pick(3); more > 0; --more) {
            text += joined + '(' + expression(depth - 1) + ')';
        }
        return text;
    }

    /// The groups with a record that the tree finds.
    [[nodiscard]] std::set<std::int64_t> groups(const Node &root) const
    {
        const query::Judge judge(root);
        std::set<std::int64_t> found;
        for (std::size_t i = 0; i < m_subjects.size(); ++i) {
            if (judge.matches(m_subjects[i])) {
                found.insert(m_kept[i]);
            }
        }
        return found;
    }

    std::mt19937 m_random{11};
    std::vector<query::Subject> m_subjects;
    std::vector<std::int64_t> m_kept;
    Counting m_counting;
};

/// The tree without one of its nodes; nullptr where nothing is left.
NodePtr without(const NodePtr &node, const Node *left)
{
    if (node.get() == left) {
        return nullptr;
    }
    if (node->children.empty() || node->kind == NodeKind::Proximity) {
        return node;
    }
    auto copy = std::make_shared<Node>(*node);
    copy->children.clear();
    for (const NodePtr &child : node->children) {
        NodePtr rest = without(child, left);
        if (rest == nullptr && node->kind == NodeKind::AndNot && copy->children.empty()) {
            rest = query::parse("TITLE(x1)").root; // what every record has
        }
        if (rest != nullptr) {
            copy->children.push_back(std::move(rest));
        }
    }
    return node->kind != NodeKind::Fielded && copy->children.size() == 1 ? copy->children.front() : copy;
}

const Node *parentOf(const Node &root, const Node *node)
{
    for (const NodePtr &child : root.children) {
        if (child.get() == node) {
            return &root;
        }
        if (const Node *found = parentOf(*child, node)) {
            return found;
        }
    }
    return nullptr;
}

std::int64_t distance(const std::set<std::int64_t> &one, const std::set<std::int64_t> &other)
{
    std::vector<std::int64_t> differing;
    std::ranges::set_symmetric_difference(one, other, std::back_inserter(differing));
    return static_cast<std::int64_t>(differing.size());
}

TEST_F(EffectsOracle, agreesWithTheEvaluatorOverTheQueryWithoutTheLine)
{
    makeByChance();
    std::int64_t sum = 0;
    for (int round = 0; round < 25; ++round) {
        const std::string text = expression(3);
        SCOPED_TRACE(text);
        const NodePtr root = query::parse(text).root;
        ASSERT_NE(root, nullptr);
        Task task;
        const Effects all = m_index->effects(*root, {}, m_counting, task).value();
        const std::set<std::int64_t> answer = groups(*root);
        EXPECT_EQ(all.matching, static_cast<std::int64_t>(answer.size()));
        for (const LineEffect &line : all.lines) {
            SCOPED_TRACE(text.substr(line.from, line.to - line.from));
            const std::set<std::int64_t> found = groups(*line.node);
            EXPECT_EQ(line.hits, static_cast<std::int64_t>(found.size()));
            if (line.role == LineRole::Whole) {
                continue;
            }
            const std::int64_t changed = distance(answer, groups(*without(root, line.node)));
            EXPECT_EQ(line.role == LineRole::Operand ? line.only : line.loses, changed);
            sum += changed;
            if (line.role != LineRole::Operand) {
                continue;
            }
            const Node *parent = parentOf(*root, line.node);
            const std::set<std::int64_t> others =
                groups(*without(std::make_shared<Node>(*parent), line.node));
            std::vector<std::int64_t> added;
            std::ranges::set_difference(found, others, std::back_inserter(added));
            EXPECT_EQ(line.adds, static_cast<std::int64_t>(added.size()));
        }
    }
    EXPECT_GT(sum, 100);
}

TEST_F(EffectsOracle, missesTheSeedsThatTheEvaluatorMisses)
{
    makeByChance();
    std::vector<RecordId> seeds;
    for (std::size_t i = 0; i < m_kept.size(); ++i) {
        if (m_kept[i] == static_cast<std::int64_t>(i + 1)) {
            seeds.push_back({m_kept[i]});
        }
    }
    for (int round = 0; round < 60; ++round) {
        const std::string text = expression(2);
        SCOPED_TRACE(text);
        const NodePtr root = query::parse(text).root;
        Task task;
        const Effects all = m_index->effects(*root, seeds, m_counting, task).value();
        const std::set<std::int64_t> answer = groups(*root);
        EXPECT_EQ(all.missed.size() + answer.size(), seeds.size());
        for (const MissedSeed &missed : all.missed) {
            EXPECT_FALSE(answer.contains(missed.seed.value));
            EXPECT_EQ(missed.line == 0, root->kind != NodeKind::And && root->kind != NodeKind::AndNot);
        }
    }
}

} // namespace

} // namespace winnow::index
