#include "base/file.h"
#include "query/dialects/dialect.h"
#include "query/parse.h"
#include "support/real_data.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>

namespace winnow::query {

namespace {

/// A translation in the notation of tests/data/query/translate: the text, then a line for each loss.
std::string rendered(const Translation &translation)
{
    std::string text = translation.text.empty() ? "(nothing)" : translation.text;
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 4) {
        text.replace(at, 1, " \\n ");
    }
    text += "\n";
    for (const Loss &loss : translation.losses) {
        text += "  " + std::to_string(loss.from) + "-" + std::to_string(loss.to) +
                (loss.isFinal   ? " ! "
                 : loss.mayMiss ? " ~ "
                                : " ") +
                loss.message + "\n";
    }
    return text;
}

struct Case
{
    std::string query;
    std::string expected;
};

/// Lines "query => text", each followed by its losses, which begin with two spaces.
std::vector<Case> casesOf(const std::filesystem::path &file)
{
    std::istringstream in(readFile(file).value());
    std::vector<Case> cases;
    for (std::string line; std::getline(in, line);) {
        if (const std::size_t arrow = line.find(" => "); arrow != std::string::npos && line[0] != '#') {
            cases.push_back({line.substr(0, arrow), line.substr(arrow + 4) + "\n"});
        } else if (line.starts_with("  ")) {
            cases.back().expected += line + "\n";
        }
    }
    return cases;
}

TEST(Dialects, translateEveryCaseOfTheirTables)
{
    for (const Dialect *dialect : allDialects()) {
        const auto cases = casesOf(std::filesystem::path(WINNOW_TEST_DATA "/query/translate") /
                                   (std::string(dialect->id) + ".txt"));
        EXPECT_GE(cases.size(), 10U) << dialect->id;
        for (const Case &wanted : cases) {
            const Parsed parsed = parse(wanted.query);
            ASSERT_TRUE(parsed.isOk()) << wanted.query;
            EXPECT_EQ(rendered(dialect->translate(*parsed.root)), wanted.expected)
                << dialect->id << ": " << wanted.query;
        }
    }
}

TEST(Dialects, areFoundById)
{
    EXPECT_EQ(allDialects().size(), 8U);
    for (const Dialect *dialect : allDialects()) {
        EXPECT_EQ(findDialect(dialect->id), dialect);
    }
    EXPECT_EQ(findDialect("wos"), nullptr);
}

/// What holds of every translation.
void checkInvariants(const Dialect &dialect, const Node &root, std::size_t querySize)
{
    const Translation translation = dialect.translate(root);
    const bool mayMiss = std::ranges::any_of(translation.losses, &Loss::mayMiss);
    EXPECT_EQ(translation.isSuperset, !mayMiss) << dialect.id;
    EXPECT_EQ(translation.text.empty(), std::ranges::any_of(translation.losses, &Loss::isFinal))
        << dialect.id;
    for (const Loss &loss : translation.losses) {
        EXPECT_LE(loss.from, loss.to);
        EXPECT_LE(loss.to, querySize);
        EXPECT_FALSE(loss.message.empty());
    }
    const Translation again = dialect.translate(root);
    EXPECT_EQ(again.text, translation.text);
    EXPECT_EQ(again.losses, translation.losses);
}

TEST(Dialects, translateEveryRealQuery)
{
    const auto folder = winnow::test::realData("queries");
    WINNOW_NEEDS_REAL_DATA(folder);
    int translated = 0;
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        const std::string query = entry.path().extension() == ".txt" ? readFile(entry.path()).value() : "";
        const Parsed parsed = parse(query);
        if (!parsed.isOk()) {
            continue;
        }
        ++translated;
        for (const Dialect *dialect : allDialects()) {
            checkInvariants(*dialect, *parsed.root, query.size());
        }
    }
    EXPECT_GT(translated, 100);
}

/// Nothing in a term may end it: outside of phrases a target gets letters, digits and its own marks only.
TEST(Dialects, letNoTermChangeTheQuery)
{
    constexpr std::array kHostile{
        R"(TITLE({x" OR y[sb] OR "z}))",
        R"(TITLE({x) OR PUB_YEAR:[* TO *] OR (y}))",
        R"(TITLE({x,type:article|review,!y&filter=z#}))",
        "TITLE({x | -y + z~3 ^4 \\ /y/ <tag> %22 \t\r\n})",
        R"(TITLE("x:y z*w, [a TO b] AND NOT c"))",
        R"(DOI({10.1/x" OR y}) OR TITLE(x))",
        R"(DOI({10.1/x,title.search:y|z}))",
        R"(LANGUAGE({english"[la] OR x[ti}))",
        R"(ISSN({1234-567")}))",
        R"(DOCTYPE({ar|review,x:y}))",
    };
    for (const char *query : kHostile) {
        const Parsed parsed = parse(query);
        if (!parsed.isOk()) {
            continue;
        }
        for (const Dialect *dialect : allDialects()) {
            if (dialect->id == "scopus") {
                continue; // the query is in its own language
            }
            const Translation translation = dialect->translate(*parsed.root);
            const std::string &text = translation.text;
            EXPECT_EQ(text.find_first_of("\\%&#!<>~^\t\r"), std::string::npos) << text;
            EXPECT_EQ(text.find("sb]"), std::string::npos) << text;
            EXPECT_EQ(text.find(" TO "), std::string::npos) << text;
            EXPECT_EQ(text.find(','), std::string::npos) << text;
            EXPECT_EQ(std::ranges::count(text, '"') % 2, 0) << text;
            EXPECT_EQ(std::ranges::count(text, '('), std::ranges::count(text, ')')) << text;
        }
    }
}

TEST(Dialects, endQuicklyOnLongAndDeepQueries)
{
    for (const std::string link : {" OR ", " AND NOT ", " AND ", " W/3 "}) {
        std::string many = "z1";
        for (int i = 0; i < 5000; ++i) {
            many.append(link).append("a").append(std::to_string(i));
        }
        const Parsed parsed = parse("TITLE(" + many + ")");
        ASSERT_TRUE(parsed.isOk()) << link;
        for (const Dialect *dialect : allDialects()) {
            EXPECT_FALSE(dialect->translate(*parsed.root).text.empty()) << dialect->id << link;
        }
    }
    std::string deep = "a1";
    for (int i = 0; i < 90; ++i) {
        deep.insert(0, 1, '(').append(i % 2 == 0 ? " OR b1)" : " AND NOT c1)");
    }
    const Parsed parsed = parse("TITLE(" + deep + ")");
    ASSERT_TRUE(parsed.isOk());
    for (const Dialect *dialect : allDialects()) {
        checkInvariants(*dialect, *parsed.root, deep.size() + 7);
    }
}

} // namespace

} // namespace winnow::query
