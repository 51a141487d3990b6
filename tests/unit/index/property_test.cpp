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
            constexpr std::array<const char *, 9> kGaps{" ", " ", " ", " ", "  ", ", ", "-", " (", "++ "};
            text += (text.empty() ? "" : kGaps.at(static_cast<std::size_t>(below(kGaps.size()))));
            text += word();
        }
        return text;
    }

    Record record()
    {
        Record record;
        record.title = text(6);
        record.abstractText = below(4) == 0 ? "" : text(20);
        for (int i = below(3); i > 0; --i) {
            record.keywords.push_back(text(3));
        }
        for (int i = below(4); i > 0; --i) {
            record.authors.push_back({name(), below(2) == 0 ? "H." : name()});
        }
        for (int i = below(2); i > 0; --i) {
            record.indexTerms.push_back(text(3));
        }
        record.sourceTitle = text(3);
        if (below(4) != 0) {
            record.date.year = 2000 + below(5);
        }
        record.type = below(3) == 0   ? RecordType::Other
                      : below(2) == 0 ? RecordType::Article
                                      : RecordType::Review;
        record.issn = below(2) == 0 ? "1234-567X 0000-000" + std::to_string(below(3)) : "";
        record.volume = below(2) == 0 ? std::to_string(below(4)) : "";
        record.pageFirst = below(2) == 0 ? std::to_string(below(4)) : "";
        record.pageLast = below(2) == 0 ? std::to_string(below(4)) : "";
        record.publisher = text(2);
        record.language = below(2) == 0 ? "english" : "";
        record.doi = below(3) == 0 ? "10.1/" + std::to_string(below(4)) : "";
        return record;
    }

    std::string query(int depth)
    {
        switch (depth > 0 ? below(12) : below(8)) {
        case 0:
            return term();
        case 1:
            return field() + "(" + term() + ")";
        case 2:
            return "PUBYEAR " + std::string(1, "<=>"[below(3)]) + " " + std::to_string(1999 + below(7));
        case 3:
            return value();
        case 4:
            return field() + "(" + operand(2) + proximity() + operand(2) + ")";
        case 5:
            return author();
        case 6:
            return elsewhere();
        case 7:
            return field() + "(" + term() + " " + term() + ")";
        case 8:
            return "(" + query(depth - 1) + " AND " + query(depth - 1) + ")";
        case 9:
            return "(" + query(depth - 1) + " OR " + query(depth - 1) + ")";
        case 10:
            return "(TITLE(" + term() + ") AND NOT ABS(" + operand(1) + proximity() + nearTerm() + "))";
        default:
            return "(" + query(depth - 1) + " AND NOT " + query(depth - 1) +
                   (below(2) == 0 ? "" : " AND NOT " + query(depth - 1)) + ")";
        }
    }

    /// A query as the web pages of Scopus refine it.
    std::string refined()
    {
        const std::string kind = below(2) == 0 ? "LIMIT-TO" : "EXCLUDE";
        const std::string asked = "(" + query(2) + ") AND (" + kind + " (";
        switch (below(3)) {
        case 0:
            return asked + "DOCTYPE,\"ar\") OR " + kind + " (DOCTYPE,\"re\"))";
        case 1:
            return asked + "EXACTKEYWORD,\"" + word() + "\"))";
        default:
            return asked + "EXACTSRCTITLE,\"" + word() + " " + word() + "\"))";
        }
    }

private:
    const char *word() { return kWords.at(static_cast<std::size_t>(below(kWords.size()))); }

    const char *name()
    {
        constexpr std::array<const char *, 5> kNames{"Craft", "Hassan", "De la Torre", "Women", "Ng"};
        return kNames.at(static_cast<std::size_t>(below(kNames.size())));
    }

    std::string pattern()
    {
        constexpr std::array<const char *, 7> kPatterns{
            "craft*", "*craft", "*craft*", "wom?n", "stud*", "c*r", "w*"};
        return kPatterns.at(static_cast<std::size_t>(below(kPatterns.size())));
    }

    std::string term()
    {
        switch (below(7)) {
        case 0:
            return "\"" + std::string(word()) + " " + word() + "\"";
        case 1:
            return "{" + std::string(word()) + "}";
        case 2:
            return pattern();
        case 3:
            return "\"" + std::string(word()) + " " + pattern() + "\"";
        case 4: {
            constexpr std::array<const char *, 6> kGaps{" ", ", ", "-", " (", "++ ", ""};
            return "{" + std::string(word()) + kGaps.at(static_cast<std::size_t>(below(kGaps.size()))) +
                   word() + "}";
        }
        case 5:
            return "{" + std::string(word()) + (below(2) == 0 ? "++}" : ",}");
        default:
            return word();
        }
    }

    std::string value()
    {
        const std::string number = std::to_string(below(4));
        switch (below(8)) {
        case 0:
            return "DOCTYPE(" + std::string(below(2) == 0 ? "ar" : "re") + ")";
        case 1:
            return "DOI(10.1*)";
        case 2:
            return "LANGUAGE(eng???h OR {english})";
        case 3:
            return "ISSN(" + std::string(below(2) == 0 ? "1234567x" : "0000-000" + number) + ")";
        case 4:
            return "VOLUME(" + number + " OR 9)";
        case 5:
            return "PAGES(" + number + (below(2) == 0 ? "" : "-" + number) + ")";
        case 6:
            return "PAGEFIRST(" + number + ") OR PAGELAST(" + number + ")";
        default:
            return "DOI(10.1/" + number + ")";
        }
    }

    /// What one and the same author must fulfil.
    std::string author()
    {
        const std::string family = "AUTHLASTNAME(" + std::string(name()) + ")";
        const std::string given = "AUTHFIRST(" + std::string(below(2) == 0 ? "h" : name()) + ")";
        switch (below(5)) {
        case 0:
            return "AUTHOR-NAME(" + family + " AND " + given + ")";
        case 1:
            return "AUTHOR-NAME(" + family + " AND NOT " + given + ")";
        case 2:
            return "AUTHOR-NAME(" + family + " OR " + given + ")";
        case 3:
            return "AUTHOR-NAME(" + family + " AND AUTHSUFFIX(jr))";
        default:
            return "AUTHOR-NAME(" + std::string(name()) + " " + name() + ")";
        }
    }

    /// Fields that imported records do not hold.
    std::string elsewhere()
    {
        constexpr std::array<const char *, 5> kAsked{"AFFIL(AFFILCITY(a) AND AFFILCOUNTRY(b))",
                                                     "SUBJAREA(soci)",
                                                     "AFFILCOUNTRY(italy)",
                                                     "REF(REFPUBYEAR > 2000)",
                                                     "CONF(craft W/2 women)"};
        return kAsked.at(static_cast<std::size_t>(below(kAsked.size())));
    }

    /// Several words in braces cannot stand beside W/n.
    std::string nearTerm()
    {
        std::string one = term();
        return one.starts_with('{') ? "{craft++}" : one;
    }

    std::string operand(int depth)
    {
        switch (below(depth > 0 ? 5 : 4)) {
        case 0:
            return "(" + nearTerm() + " OR " + nearTerm() + ")";
        case 4:
            return "(" + operand(depth - 1) + proximity() + operand(depth - 1) + ")";
        default:
            return nearTerm();
        }
    }

    std::string proximity() { return (below(2) == 0 ? " W/" : " PRE/") + std::to_string(below(4)) + " "; }

    std::string field()
    {
        constexpr std::array<const char *, 14> kFields{"TITLE-ABS-KEY",
                                                       "TITLE",
                                                       "ABS",
                                                       "KEY",
                                                       "AUTH",
                                                       "SRCTITLE",
                                                       "ALL",
                                                       "AUTHKEY",
                                                       "INDEXTERMS",
                                                       "AUTHLASTNAME",
                                                       "FIRSTAUTH",
                                                       "EXACTSRCTITLE",
                                                       "AUTHFIRST",
                                                       "PUBLISHER"};
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
    std::vector<query::Subject> subjects(records.begin(), records.end());
    std::size_t hits = 0;
    std::size_t unclear = 0;
    for (int i = 0; i < 2000; ++i) {
        const std::string text = i % 5 == 0 ? generator.refined() : generator.query(3);
        const query::Parsed parsed = query::parse(text);
        ASSERT_TRUE(parsed.isOk()) << text << ": " << parsed.problems.front().message;
        const query::Judge judge(*parsed.root);
        std::vector<RecordId> matching;
        std::vector<RecordId> undecided;
        for (std::size_t r = 0; r < subjects.size(); ++r) {
            const RecordId id{static_cast<std::int64_t>(r) + 1};
            if (judge.matches(subjects[r])) {
                matching.push_back(id);
            } else if (judge.isUndecided(subjects[r])) {
                undecided.push_back(id);
            }
        }
        hits += matching.size();
        unclear += undecided.size();
        ASSERT_EQ(index.search(*parsed.root).value(), matching) << query::printNormalised(*parsed.root);
        const Answer answer = index.answer(*parsed.root).value();
        ASSERT_EQ(answer.matching, matching) << query::printNormalised(*parsed.root);
        ASSERT_EQ(answer.undecided, undecided) << query::printNormalised(*parsed.root);
    }
    EXPECT_GT(hits, 5000U) << "the queries ask for something";
    EXPECT_GT(unclear, 5000U) << "and for what records lack";
}

} // namespace

} // namespace winnow::index
