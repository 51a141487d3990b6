#include "base/file.h"
#include "flow/check.h"
#include "publish/support/flow_numbers.h"
#include "support/real_data.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <set>

namespace winnow::publish::test {

namespace {

namespace fs = std::filesystem;
using flow::Number;
using flow::Severity;
using testing::ElementsAre;
using testing::HasSubstr;

fs::path goldFolder()
{
    return winnow::test::realData("../reference/prisma-gold");
}

/// Files such as 07.json: collected diagrams with what is wrong with each.
std::vector<fs::path> goldFiles(std::string_view extension)
{
    std::vector<fs::path> files;
    for (const auto &entry : fs::directory_iterator(goldFolder())) {
        const std::string name = entry.path().stem().string();
        if (entry.path().extension() == extension && name.size() == 2 && std::isdigit(name[0]) != 0) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

using Rules = std::set<std::string>;

Rules rulesOf(const std::vector<flow::Finding> &findings, Severity severity)
{
    Rules rules;
    for (const flow::Finding &finding : findings) {
        if (finding.severity == severity) {
            rules.emplace(finding.rule);
        }
    }
    return rules;
}

/// The rules that a list of sentences such as "R04 screened ..." begins with.
Rules expected(const nlohmann::json &sentences)
{
    Rules rules;
    for (const auto &sentence : sentences) {
        const auto text = sentence.get<std::string>();
        rules.insert(text.substr(0, text.find(' ')));
    }
    return rules;
}

std::string csvOf(const std::string &rows)
{
    return "data,node,box,description,boxtext,tooltips,url,n\n" + rows;
}

} // namespace

TEST(FlowNumbers, breakExactlyTheRulesThatTheCollectedDiagramsBreak)
{
    WINNOW_NEEDS_REAL_DATA(goldFolder());
    const auto files = goldFiles(".json");
    ASSERT_GE(files.size(), 18U);
    for (const fs::path &file : files) {
        const std::string bytes = readFile(file).value();
        const nlohmann::json expect = nlohmann::json::parse(bytes)["expect"];
        const auto numbers = numbersFromJson(bytes);
        ASSERT_TRUE(numbers) << file;
        EXPECT_EQ(numbersFromJson(numbersToJson(*numbers)).value(), *numbers) << file;
        const auto findings = flow::check(*numbers);
        EXPECT_EQ(rulesOf(findings, Severity::Error), expected(expect["errors"])) << file;
        EXPECT_EQ(rulesOf(findings, Severity::Warning), expected(expect["warnings"])) << file;
    }
}

TEST(FlowNumbers, ofThePackagesFilesBreakTheSameRules)
{
    WINNOW_NEEDS_REAL_DATA(goldFolder());
    for (const fs::path &file : goldFiles(".csv")) {
        const nlohmann::json object =
            nlohmann::json::parse(readFile(fs::path(file).replace_extension(".json")).value());
        const auto numbers = numbersFromCsv(readFile(file).value());
        ASSERT_TRUE(numbers) << file;
        const auto findings = flow::check(*numbers);
        Rules errors = expected(object["expect"]["errors"]);
        if (object.contains("other_identified")) {
            errors.insert("R03"); // a line of box 2 for which the package's file has no row
        }
        EXPECT_EQ(rulesOf(findings, Severity::Error), errors) << file;
        EXPECT_EQ(rulesOf(findings, Severity::Warning), expected(object["expect"]["warnings"])) << file;
        EXPECT_EQ(numbersFromCsv(numbersToCsv(*numbers)).value(), *numbers) << file;
    }
}

TEST(FlowNumbers, areReadFromOlderAndSemicolonFiles)
{
    WINNOW_NEEDS_REAL_DATA(goldFolder());
    for (const auto &[original, written] : {std::pair("original/02_original.csv", "02.csv"),
                                            std::pair("original/03_original_semicolon.csv", "03.csv"),
                                            std::pair("original/08_original.csv", "08.csv")}) {
        const auto numbers = numbersFromCsv(readFile(goldFolder() / original).value());
        ASSERT_TRUE(numbers) << original;
        const auto same = numbersFromCsv(readFile(goldFolder() / written).value()).value();
        EXPECT_EQ(numbers->screened, same.screened) << original;
        EXPECT_EQ(numbers->reports, same.reports) << original;
        EXPECT_EQ(numbers->included, same.included) << original;
    }
}

TEST(FlowNumbers, areReadInAnyOrderOfColumnsWithWhatIsNotANumberKept)
{
    const auto numbers = numbersFromCsv("n,data,boxtext,extra\n"
                                        "\"1,234\",database_results,Databases,x\n"
                                        "xxx,records_screened,,x\n"
                                        "NA,records_excluded,,x\n"
                                        "\"Wrong design, 4; 7; Other\",dbr_excluded,,x\n"
                                        "3,website_results,Blogs,x\n"
                                        "9,something_else,,x\n")
                             .value();
    EXPECT_EQ(numbers.databases, (Number{1234, {}}));
    EXPECT_EQ(numbers.screened, (Number{std::nullopt, "xxx"}));
    EXPECT_EQ(numbers.excluded, Number{});
    EXPECT_THAT(
        numbers.reports.excluded,
        ElementsAre(flow::Line{"Wrong design", {4, {}}}, flow::Line{"", {7, {}}}, flow::Line{"Other", {}}));
    EXPECT_THAT(numbers.otherList, ElementsAre(flow::Line{"Blogs", {3, {}}}));
    EXPECT_EQ(numbers.variant, flow::Variant::NewOther);
}

TEST(FlowNumbers, areWrittenInTheRowsOfThePackage)
{
    flow::Numbers numbers;
    numbers.variant = flow::Variant::NewOther;
    numbers.databases = {10, {}};
    numbers.reports.excluded = {{"Wrong design, or setting; both", {4, {}}}};
    numbers.otherList = {
        {"Experts", {1, {}}}, {"Websites", {2, {}}}, {"Books", {3, {}}}, {"Letters", {4, {}}}};
    const std::string csv = numbersToCsv(numbers);
    EXPECT_EQ(std::ranges::count(csv, '\n'), 35);
    EXPECT_THAT(csv, HasSubstr("\"Wrong design \u2013 or setting \u2013 both, 4\""));
    EXPECT_THAT(csv, HasSubstr(",Websites,"));
    EXPECT_THAT(csv, HasSubstr("\"Books, Letters\",NA,NA,7\n"));
}

TEST(FlowNumbers, keepSourcesForWhichThePackageHasNoRowAmongTheRegisters)
{
    flow::Numbers numbers;
    numbers.databases = {10, {}};
    numbers.furtherSources = {{"Records of a project", {5, {}}}};
    const flow::Numbers again = numbersFromCsv(numbersToCsv(numbers)).value();
    EXPECT_EQ(again.registers, (Number{5, {}}));
    EXPECT_THAT(again.registerList, ElementsAre(flow::Line{"Records of a project", {5, {}}}));
}

TEST(FlowNumbers, tooLargeOrNegativeOrNoneAreKeptAsTheyStand)
{
    for (const std::string_view text :
         {"99999999999999999999", "1000000000001", "-3", "12.5", "xxx", "n=4"}) {
        EXPECT_EQ(numberFromText(text), (Number{std::nullopt, std::string(text)}));
    }
    EXPECT_EQ(numberFromText(" 1,234 "), (Number{1234, {}}));
    EXPECT_EQ(numberFromText("NA"), Number{});
    const auto numbers =
        numbersFromJson(R"({"variant": "new_db", "screened": -3, "records_excluded": 18446744073709551615,
                           "databases": {"total": 1.5}, "dbr": {"sought": "\u0000x", "assessed": [1]}})")
            .value();
    EXPECT_EQ(numbers.screened.unreadable, "-3");
    EXPECT_EQ(numbers.excluded.unreadable, "18446744073709551615");
    EXPECT_EQ(numbers.databases.unreadable, "1.5");
    EXPECT_EQ(numbers.reports.sought.unreadable, "x");
    EXPECT_EQ(numbers.reports.assessed.unreadable, "[1]");
}

TEST(FlowNumbers, thatNobodyCanReadStayUnreadableWhenTheyAreCut)
{
    const std::string padded = "1," + std::string(60, ' ') + "x";
    for (const std::string &text : {padded, std::string(60, '0') + "x", "12" + std::string(60, 'y')}) {
        const Number once = numberFromText(text);
        EXPECT_FALSE(once.value);
        EXPECT_LT(once.unreadable.size(), text.size());
        EXPECT_EQ(numberFromText(once.unreadable), once) << once.unreadable;
    }
}

TEST(FlowNumbers, comeBackFromJsonAsTheyWere)
{
    const flow::Number wrong{std::nullopt, "x\"<"};
    flow::Numbers numbers;
    numbers.variant = flow::Variant::UpdatedOther;
    numbers.previous = {{3, {}}, {4, {}}};
    numbers.databases = {1000000000000, {}};
    numbers.databaseList = {{"A, b; c", {0, {}}}, {"", {7, {}}}, {"without", {}}};
    numbers.furtherSources = {{"one", {1, {}}}, {"two", wrong}};
    numbers.byAutomation = wrong;
    numbers.otherList = {{"Websites", {1, {}}}, {"Books", {2, {}}}};
    numbers.otherReports.lateDuplicates = {1, {}};
    numbers.of2009.lateAdded = {2, {}};
    numbers.explanations = {{"R04", "linked reports"}};
    EXPECT_EQ(numbersFromJson(numbersToJson(numbers)).value(), numbers);
}

TEST(FlowNumbers, areRefusedWhereThereAreNone)
{
    EXPECT_THAT(numbersFromCsv("").error().message, HasSubstr("no CSV of the R package"));
    EXPECT_THAT(numbersFromCsv(csvOf("a,b,c,d,e,f,g,1\n")).error().message, HasSubstr("no CSV"));
    EXPECT_THAT(numbersFromJson("[1]").error().message, HasSubstr("no JSON file"));
    EXPECT_THAT(numbersFromJson("{").error().message, HasSubstr("no JSON file"));
    EXPECT_THAT(numbersFromJson(R"({"variant": "prisma2050"})").error().message, HasSubstr("not prisma2050"));
    EXPECT_TRUE(numbersFromJson(R"({"variant": "new_db", "dbr": 3, "databases": [1], "other": "x"})"));
}

} // namespace winnow::publish::test
