#include "index/index.h"
#include "query/evaluate.h"
#include "query/parse.h"
#include "query/printer.h"
#include "support/temp_folder.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace winnow::index {

namespace {

constexpr std::array<const char *, 24> kWords{
    "craft",    "crafts",    "handicraft", "colour",     "color",  "woman", "women",        "analysis",
    "analyses", "study",     "studies",    "e-commerce", "social", "media", "na\u00EFve",   "the",
    "criteria", "criterion", "x1",         "bamboo",     "\u03B1", "alpha", "\u4E2D\u6587", "worker's"};

/// Makes records and queries from one series of random numbers.
class Generator
{
public:
    explicit Generator(unsigned seed)
        : m_random(seed)
    {}

    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }

    std::string text(int most)
    {
        std::string text;
        for (int i = below(most + 1); i > 0; --i) {
            text += (text.empty() ? "" : below(6) == 0 ? ", " : " ") + std::string(word());
        }
        return text;
    }

    Record record()
    {
        Record record;
        record.title = text(6);
        record.abstractText = text(14);
        for (int i = below(3); i > 0; --i) {
            record.keywords.push_back(text(3));
        }
        for (int i = below(3); i > 0; --i) {
            record.authors.push_back({word(), below(2) == 0 ? "H." : word()});
        }
        for (int i = below(2); i > 0; --i) {
            record.indexTerms.push_back(text(3));
        }
        record.sourceTitle = text(3);
        if (below(4) != 0) {
            record.date.year = 2000 + below(5);
        }
        record.type = below(2) == 0 ? RecordType::Article : RecordType::Review;
        record.language = below(2) == 0 ? "english" : "";
        record.doi = below(3) == 0 ? "10.1/" + std::to_string(below(4)) : "";
        return record;
    }

    std::string query(int depth)
    {
        switch (depth > 0 ? below(9) : below(5)) {
        case 0:
            return term();
        case 1:
            return field() + "(" + term() + ")";
        case 2:
            return "PUBYEAR " + std::string(1, "<=>"[below(3)]) + " " + std::to_string(1999 + below(7));
        case 3:
            return value();
        case 4:
            return field() + "(" + operand() + proximity() + operand() + ")";
        case 5:
            return "(" + query(depth - 1) + " AND " + query(depth - 1) + ")";
        case 6:
            return "(" + query(depth - 1) + " OR " + query(depth - 1) + ")";
        case 7:
            return "(" + query(depth - 1) + " AND NOT " + query(depth - 1) +
                   (below(2) == 0 ? "" : " AND NOT " + query(depth - 1)) + ")";
        default:
            return field() + "(" + term() + " " + term() + ")";
        }
    }

private:
    const char *word() { return kWords.at(static_cast<std::size_t>(below(kWords.size()))); }

    std::string pattern()
    {
        constexpr std::array<const char *, 6> kPatterns{
            "craft*", "*craft", "*craft*", "wom?n", "stud*", "c*r"};
        return kPatterns.at(static_cast<std::size_t>(below(kPatterns.size())));
    }

    std::string term()
    {
        switch (below(5)) {
        case 0:
            return "\"" + std::string(word()) + " " + word() + "\"";
        case 1:
            return "{" + std::string(word()) + "}";
        case 2:
            return pattern();
        case 3:
            return "\"" + std::string(word()) + " " + pattern() + "\"";
        default:
            return word();
        }
    }

    std::string value()
    {
        switch (below(4)) {
        case 0:
            return "DOCTYPE(" + std::string(below(2) == 0 ? "ar" : "re") + ")";
        case 1:
            return "DOI(10.1*)";
        case 2:
            return "LANGUAGE(eng???h OR {english})";
        default:
            return "DOI(10.1/" + std::to_string(below(4)) + ")";
        }
    }

    std::string operand() { return below(3) == 0 ? "(" + term() + " OR " + term() + ")" : term(); }

    std::string proximity() { return (below(2) == 0 ? " W/" : " PRE/") + std::to_string(below(4)) + " "; }

    std::string field()
    {
        constexpr std::array<const char *, 11> kFields{"TITLE-ABS-KEY",
                                                       "TITLE",
                                                       "ABS",
                                                       "KEY",
                                                       "AUTH",
                                                       "SRCTITLE",
                                                       "ALL",
                                                       "AUTHKEY",
                                                       "INDEXTERMS",
                                                       "AUTHLASTNAME",
                                                       "FIRSTAUTH"};
        return kFields.at(static_cast<std::size_t>(below(kFields.size())));
    }

    std::mt19937 m_random;
};

/// Property: the index answers every query just as the reference evaluator does, which reads the plain text.
TEST(IndexProperty, answersAsTheReferenceEvaluatorDoes)
{
    const test::TempFolder folder;
    Generator generator(20261124);
    std::vector<Record> records;
    auto writer = IndexWriter::create(folder.path() / "i").value();
    for (int i = 0; i < 250; ++i) {
        records.push_back(generator.record());
        ASSERT_TRUE(writer.add({i + 1}, records.back()));
    }
    ASSERT_TRUE(writer.commit({"r", 250, 250}));
    const auto index = Index::open(folder.path() / "i").value();
    EXPECT_TRUE(index.check().empty());
    std::size_t hits = 0;
    for (int i = 0; i < 400; ++i) {
        const std::string text = generator.query(3);
        const query::Parsed parsed = query::parse(text);
        ASSERT_TRUE(parsed.isOk()) << text << ": " << parsed.problems.front().message;
        std::vector<RecordId> expected;
        for (std::size_t r = 0; r < records.size(); ++r) {
            if (query::matches(*parsed.root, records[r])) {
                expected.push_back({static_cast<std::int64_t>(r) + 1});
            }
        }
        hits += expected.size();
        ASSERT_EQ(index.search(*parsed.root).value(), expected) << query::printNormalised(*parsed.root);
    }
    EXPECT_GT(hits, 5000U) << "the queries ask for something";
}

} // namespace

} // namespace winnow::index
