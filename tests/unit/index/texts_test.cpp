#include "index/index.h"
#include "query/evaluate.h"
#include "query/parse.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace winnow::index {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Belonging = std::vector<std::pair<std::int64_t, RecordId>>;

std::vector<std::int64_t> numbersOf(const std::vector<RecordId> &records)
{
    std::vector<std::int64_t> numbers;
    numbers.reserve(records.size());
    for (const RecordId id : records) {
        numbers.push_back(id.value);
    }
    return numbers;
}

/// An index of records with the given titles, and one of texts.
class Texts : public testing::Test
{
protected:
    Index records(const std::vector<std::string> &titles)
    {
        auto writer = IndexWriter::create(m_folder.path() / "records").value();
        std::int64_t id = 0;
        for (const std::string &title : titles) {
            Record record;
            record.title = title;
            EXPECT_TRUE(writer.add(RecordId{++id}, record));
        }
        EXPECT_TRUE(writer.commit({"review", id, id}));
        return Index::open(m_folder.path() / "records").value();
    }

    Index texts(const std::vector<std::vector<std::string>> &texts)
    {
        auto writer = IndexWriter::create(m_folder.path() / "texts").value();
        std::int64_t number = 0;
        for (const std::vector<std::string> &pages : texts) {
            ++number;
            EXPECT_TRUE(writer.add(number, Text{"text " + std::to_string(number), "a\nnote", pages}));
        }
        EXPECT_TRUE(writer.commit({"review", number, number}));
        return Index::open(m_folder.path() / "texts").value();
    }

    static std::vector<std::int64_t>
    find(const Index &records, const Index &texts, const Belonging &of, const std::string &query)
    {
        const FullTexts full{texts, of};
        return numbersOf(records.search(*query::parse(query).root, &full).value());
    }

    test::TempFolder m_folder;
};

TEST_F(Texts, areFoundByWordsPhrasesAndNearnessOnOnePage)
{
    const Index records = this->records({"weaving", "pottery", "steel", "glass"});
    const Index texts =
        this->texts({{"Batik is dyed by hand", "sold at markets"}, {"hand made pots"}, {"nothing"}});
    const Belonging of{{1, {1}}, {2, {2}}, {3, {3}}};
    const auto found = [&](const char *query) { return find(records, texts, of, query); };
    EXPECT_THAT(found("FULLTEXT(hand)"), ElementsAre(1, 2));
    EXPECT_THAT(found("FULLTEXT(market)"), ElementsAre(1)) << "with its plural, as in other fields";
    EXPECT_THAT(found("FULLTEXT(\"hand sold\")"), IsEmpty()) << "over two pages";
    EXPECT_THAT(found("FULLTEXT(\"by hand\")"), ElementsAre(1));
    EXPECT_THAT(found("FULLTEXT({dyed by})"), ElementsAre(1));
    EXPECT_THAT(found("FULLTEXT(batik W/3 hand)"), ElementsAre(1));
    EXPECT_THAT(found("FULLTEXT(hand W/9 sold)"), IsEmpty()) << "over two pages";
    EXPECT_THAT(found("FULLTEXT(hand PRE/1 made)"), ElementsAre(2));
    EXPECT_THAT(found("FULLTEXT(mark* AND hand)"), ElementsAre(1)) << "on two pages";
    EXPECT_THAT(found("TITLE(pottery) OR FULLTEXT(batik)"), ElementsAre(1, 2));
    EXPECT_THAT(found("FULLTEXT(hand) AND NOT TITLE(weaving)"), ElementsAre(2));
    EXPECT_THAT(found("FULLTEXT(hand) AND TITLE(steel)"), IsEmpty());
    EXPECT_THAT(found("TITLE(glass) AND NOT FULLTEXT(hand)"), ElementsAre(4));
}

TEST_F(Texts, areLookedIntoOnlyWhereTheyAreAskedFor)
{
    const Index records = this->records({"weaving"});
    const Index texts = this->texts({{"batik"}});
    const Belonging of{{1, {1}}};
    EXPECT_THAT(find(records, texts, of, "batik"), IsEmpty());
    EXPECT_THAT(find(records, texts, of, "ALL(batik)"), IsEmpty());
    EXPECT_THAT(find(records, texts, of, "FULLTEXT(weaving)"), IsEmpty());
}

TEST_F(Texts, areUnknownOfRecordsWithoutOne)
{
    const Index records = this->records({"weaving", "pottery", "steel"});
    const Index texts = this->texts({{"batik"}});
    const Belonging of{{1, {1}}};
    const FullTexts full{texts, of};
    const auto answer = records.answer(*query::parse("FULLTEXT(pots)").root, &full).value();
    EXPECT_THAT(answer.matching, IsEmpty());
    EXPECT_THAT(numbersOf(answer.undecided), ElementsAre(2, 3));
    EXPECT_THAT(answer.undecidedWithout, ElementsAre("FULLTEXT"));
    const auto without = records.answer(*query::parse("FULLTEXT(pots)").root).value();
    EXPECT_THAT(numbersOf(without.undecided), ElementsAre(1, 2, 3)) << "with no texts at all";
}

TEST_F(Texts, belongToWhomTheyAreGiven)
{
    const Index records = this->records({"weaving", "pottery", "steel"});
    const Index texts = this->texts({{"batik"}, {"pots"}, {"batik pots"}});
    const Belonging of{{1, {1}}, {2, {1}}, {2, {3}}, {77, {2}}, {1, {99}}};
    EXPECT_THAT(find(records, texts, of, "FULLTEXT(batik AND pots)"), ElementsAre(1))
        << "in two texts; the third is nobody's";
    EXPECT_THAT(find(records, texts, of, "FULLTEXT(pots)"), ElementsAre(1, 3));
}

TEST_F(Texts, leaveOpenWhatIsNotFoundInThoseThatAreNotWhollyKnown)
{
    const Index records = this->records({"weaving", "pottery"});
    const Index texts = this->texts({{"batik"}, {"pots"}});
    const Belonging of{{1, {1}}, {2, {2}}};
    const std::vector<RecordId> incomplete{{2}};
    const FullTexts full{texts, of, incomplete};
    const auto without = records.answer(*query::parse("FULLTEXT(glass)").root, &full).value();
    EXPECT_THAT(numbersOf(without.undecided), ElementsAre(2));
    const auto with = records.answer(*query::parse("FULLTEXT(pots)").root, &full).value();
    EXPECT_THAT(numbersOf(with.matching), ElementsAre(2)) << "what is found is found";
    EXPECT_THAT(with.undecided, IsEmpty());
}

TEST_F(Texts, haveNamesAndNotes)
{
    const Index texts = this->texts({{"batik"}, {}});
    const auto entries = texts.texts().value();
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[1].number, 2);
    EXPECT_EQ(entries[1].name, "text 2");
    EXPECT_EQ(entries[1].note, "a\nnote");
    EXPECT_THAT(texts.check(), IsEmpty());
}

TEST_F(Texts, tellWhatEachLineOfAQueryDoes)
{
    const Index records = this->records({"weaving", "weaving", "weaving"});
    const Index texts = this->texts({{"batik by hand"}, {"by hand"}, {"pots"}});
    const Belonging of{{1, {1}}, {2, {2}}, {3, {3}}};
    const FullTexts full{texts, of};
    Task task;
    const auto root = query::parse("TITLE(weaving) AND FULLTEXT(\"by hand\" OR pots)").root;
    const auto effects = records.effects(*root, {}, {}, task, &full).value();
    EXPECT_EQ(effects.matching, 3);
    ASSERT_EQ(effects.lines.size(), 5U);
    EXPECT_EQ(effects.lines[3].hits, 2);
    EXPECT_EQ(effects.lines[4].only, 1);
}

/// The measure is the evaluator of records, for which a page is a keyword, as phrases do not cross these
/// either.
TEST_F(Texts, answerAsKeywordsWithTheSameWordsWould)
{
    std::mt19937 random(20);
    const auto number = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    const std::vector<std::string> words{"a", "bee", "cat", "dogs", "elf", "fox"};
    const auto text = [&](int most) {
        std::string made;
        for (int left = 1 + number(most); left > 0; --left) {
            made += words[static_cast<std::size_t>(number(6))] + ' ';
        }
        return made;
    };
    std::vector<std::string> titles;
    std::vector<std::vector<std::string>> pages;
    Belonging of;
    std::vector<Record> twins;
    for (std::int64_t id = 1; id <= 60; ++id) {
        titles.push_back(text(3));
        pages.emplace_back();
        for (int left = number(4); left > 0; --left) {
            pages.back().push_back(text(12));
        }
        of.emplace_back(id, RecordId{id});
        twins.emplace_back();
        twins.back().title = titles.back();
        twins.back().keywords = pages.back();
    }
    const Index records = this->records(titles);
    const Index texts = this->texts(pages);
    const std::vector<std::string> leaves{
        "bee", "\"cat dog\"", "{dogs elf}", "a W/1 fox", "bee PRE/2 cat", "f*", "elf"};
    const auto leaf = [&] { return "(" + leaves[static_cast<std::size_t>(number(7))] + ")"; };
    const std::vector<std::string> operators{" AND ", " OR ", " AND NOT "};
    const auto joined = [&](const std::string &rest) {
        std::string text = operators[static_cast<std::size_t>(number(3))];
        return text.append(rest);
    };
    const auto in = [](std::string field, const std::string &inside, const std::string &outside) {
        return field.append("(").append(inside).append(")").append(outside);
    };
    for (int trial = 0; trial < 300; ++trial) {
        const std::string inside = leaf() + joined(leaf());
        const std::string outside = joined(in("TITLE", leaf(), {}));
        const auto twin = query::parse(in("AUTHKEY", inside, outside));
        ASSERT_TRUE(twin.isOk()) << inside << outside << ": " << twin.problems.front().message;
        std::vector<std::int64_t> wanted;
        for (std::size_t i = 0; i < twins.size(); ++i) {
            if (query::matches(*twin.root, twins[i])) {
                wanted.push_back(static_cast<std::int64_t>(i) + 1);
            }
        }
        EXPECT_EQ(find(records, texts, of, in("FULLTEXT", inside, outside)), wanted) << inside << outside;
    }
}

} // namespace

} // namespace winnow::index
