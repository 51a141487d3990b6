#include "dedupe/verdict.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>

namespace winnow::dedupe {

namespace {

std::string trimmed(const std::string &text)
{
    const std::size_t from = text.find_first_not_of(' ');
    return from == std::string::npos ? std::string()
                                     : text.substr(from, text.find_last_not_of(' ') - from + 1);
}

std::map<std::string, std::string> fieldsOf(const std::string &line)
{
    std::map<std::string, std::string> fields;
    for (std::size_t from = 0; from < line.size();) {
        const std::size_t end = std::min(line.find(" | ", from), line.size());
        const std::string field = line.substr(from, end - from);
        const std::size_t equals = field.find('=');
        EXPECT_NE(equals, std::string::npos) << line;
        fields[trimmed(field.substr(0, equals))] = trimmed(field.substr(equals + 1));
        from = end + 3;
    }
    return fields;
}

RecordType typeOf(const std::string &name)
{
    return name == "preprint"   ? RecordType::Preprint
           : name == "register" ? RecordType::RegisterEntry
           : name == "chapter"  ? RecordType::Chapter
                                : RecordType::Article;
}

Record recordOf(const std::string &line)
{
    auto fields = fieldsOf(line);
    Record record;
    record.title = fields["title"];
    std::istringstream authors(fields["authors"]);
    for (std::string author; std::getline(authors, author, ';');) {
        const std::size_t comma = std::min(author.find(','), author.size());
        record.authors.push_back({trimmed(author.substr(0, comma)),
                                  comma == author.size() ? "" : trimmed(author.substr(comma + 1))});
    }
    if (!fields["year"].empty()) {
        record.date.year = std::stoi(fields["year"]);
    }
    record.sourceTitle = fields["journal"];
    record.volume = fields["volume"];
    record.issue = fields["issue"];
    const std::string pages = fields["pages"];
    record.pageFirst = pages.substr(0, pages.find('-'));
    record.pageLast = pages.find('-') == std::string::npos ? "" : pages.substr(pages.find('-') + 1);
    record.articleNumber = fields["article"];
    record.doi = fields["doi"];
    record.pmid = fields["pmid"];
    record.isbn = fields["isbn"];
    record.abstractText = fields["abstract"];
    record.type = typeOf(fields["type"]);
    return record;
}

std::string nameOf(Tier tier)
{
    return tier == Tier::Safe ? "safe" : tier == Tier::Grey ? "grey" : "none";
}

Comparison comparisonOf(const Record &a, const Record &b)
{
    return compare(traitsOf({1}, a, 0), traitsOf({2}, b, 0));
}

TEST(Verdict, putsEachPairOfTheTableInItsTier)
{
    std::ifstream table(std::string(WINNOW_TEST_DATA) + "/dedupe/pairs.txt");
    int cases = 0;
    std::string tier;
    while (std::getline(table, tier)) {
        if (tier.empty() || tier.front() == '#') {
            continue;
        }
        std::string first;
        std::string second;
        std::getline(table, first);
        std::getline(table, second);
        const Record a = recordOf(first);
        const Record b = recordOf(second);
        const Comparison comparison = comparisonOf(a, b);
        EXPECT_EQ(nameOf(judge(comparison).tier), tier)
            << first << '\n'
            << second << '\n'
            << reasonFor(comparison) << ", probability " << judge(comparison).probability;
        EXPECT_EQ(judge(comparisonOf(b, a)).tier, judge(comparison).tier) << "the other way round: " << first;
        EXPECT_EQ(reasonFor(comparisonOf(b, a)), reasonFor(comparison));
        ++cases;
    }
    EXPECT_GE(cases, 38);
}

TEST(Verdict, saysWhyInWords)
{
    Record a;
    a.title = "Salt farming and household income in small island economies";
    a.authors = {{"Tan", "B."}};
    a.date.year = 2019;
    a.doi = "10.1000/b2";
    Record b = a;
    b.date.year = 2020;
    EXPECT_EQ(reasonFor(comparisonOf(a, b)), "same title, same DOI, same first author, year differs by 1");
    b.title.replace(5, 7, "harming");
    b.type = RecordType::Preprint;
    EXPECT_EQ(reasonFor(comparisonOf(a, b)),
              "title 98 % alike, same DOI, same first author, year differs by 1, one is a preprint");
}

TEST(Verdict, givesAHigherProbabilityToWhatAgreesInMore)
{
    Record a;
    a.title = "Salt farming and household income in small island economies";
    a.authors = {{"Tan", "B."}};
    Record b = a;
    double before = judge(comparisonOf(a, b)).probability;
    const auto expectMore = [&](const char *what) {
        const double now = judge(comparisonOf(a, b)).probability;
        EXPECT_GT(now, before) << what;
        before = now;
    };
    a.date.year = b.date.year = 2019;
    expectMore("year");
    a.sourceTitle = b.sourceTitle = "Island Studies";
    expectMore("journal");
    a.volume = b.volume = "7";
    expectMore("volume");
    a.pageFirst = b.pageFirst = "12";
    expectMore("page");
    a.doi = b.doi = "10.1000/b2";
    expectMore("DOI");
}

} // namespace

} // namespace winnow::dedupe
