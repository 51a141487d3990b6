// Whole searches through the command line, as tests/data/searches/*.json tell them: what the source is asked,
// what it answers, and what is in the review afterwards. Adding a file adds a test.
#include "app/online_sources.h"
#include "cli/command.h"
#include "searching.h"
#include "support/real_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <set>

namespace winnow::cli {

namespace {

using nlohmann::ordered_json;
using test::kKey;
using test::kToken;
using test::Output;
using test::Searching;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::filesystem::path folder()
{
    return std::filesystem::path(WINNOW_TEST_DATA) / "searches";
}

std::string contentOf(const std::filesystem::path &path)
{
    std::ifstream in(path, std::ios::binary);
    EXPECT_TRUE(in) << path;
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> caseNames()
{
    std::set<std::string> names;
    for (const auto &entry : std::filesystem::directory_iterator(folder())) {
        names.insert(entry.path().stem().string());
    }
    return {names.begin(), names.end()};
}

/// Whether `actual` has all that `expected` names; what is null there must be absent or null.
void expectHolds(const ordered_json &actual, const ordered_json &expected, const std::string &where)
{
    if (expected.is_object() && actual.is_object()) {
        for (const auto &[name, value] : expected.items()) {
            std::string place = where;
            place.append("/").append(name);
            expectHolds(actual.value(name, ordered_json()), value, place);
        }
        return;
    }
    if (expected.is_array() && actual.is_array()) {
        EXPECT_EQ(actual.size(), expected.size()) << where << ": " << actual.dump(1);
        for (std::size_t i = 0; i < std::min(actual.size(), expected.size()); ++i) {
            expectHolds(actual[i], expected[i], where + "/" + std::to_string(i));
        }
        return;
    }
    EXPECT_EQ(actual, expected) << where;
}

/// "file" is below tests/data, "real" below the real replies.
replay::Answer answerOf(const ordered_json &told)
{
    replay::Answer answer;
    answer.status = told.value("status", 200);
    answer.type = told.value("type", std::string("application/json"));
    const ordered_json headers = told.value("headers", ordered_json::object());
    for (const auto &[name, value] : headers.items()) {
        answer.headers.emplace_back(name, value.get<std::string>());
    }
    if (told.contains("file")) {
        answer.body = contentOf(std::filesystem::path(WINNOW_TEST_DATA) / told["file"].get<std::string>());
    } else if (told.contains("real")) {
        answer.body = contentOf(winnow::test::realData("api-samples/" + told["real"].get<std::string>()));
    } else if (told.contains("body")) {
        answer.body = told["body"].is_string() ? told["body"].get<std::string>() : told["body"].dump();
    }
    return answer;
}

bool needsRealData(const ordered_json &told)
{
    return told.dump().find("\"real\":") != std::string::npos;
}

void prepare(Searching &searching, const ordered_json &told)
{
    const std::string source = told["source"];
    std::string upper = source;
    std::ranges::transform(upper, upper.begin(), [](char c) { return static_cast<char>(c - 32); });
    if (told.value("key", false)) {
        searching.set("WINNOW_" + upper + "_KEY", kKey);
    }
    if (told.value("token", false)) {
        searching.set("WINNOW_" + upper + "_TOKEN", kToken);
    }
    for (const auto &[path, answers] : told["answers"].items()) {
        std::vector<replay::Answer> list;
        for (const ordered_json &answer : answers) {
            list.push_back(answerOf(answer));
        }
        searching.server.answer(path, std::move(list));
    }
}

std::vector<std::string> argumentsOf(const ordered_json &told)
{
    std::vector<std::string> arguments{"--source", told["source"], told["query"], "--json"};
    const ordered_json options = told.value("options", ordered_json::array());
    for (const ordered_json &option : options) {
        arguments.push_back(option);
    }
    return arguments;
}

void expectAsked(const replay::Asked &asked, const ordered_json &expected, const std::string &where)
{
    EXPECT_EQ(asked.path, expected["path"]) << where;
    EXPECT_EQ(asked.method, expected.value("method", "GET")) << where;
    const ordered_json parameters = expected.value("parameters", ordered_json::object());
    const ordered_json headers = expected.value("headers", ordered_json::object());
    for (const auto &[name, value] : parameters.items()) {
        EXPECT_EQ(asked.parameter(name), value.is_null() ? "" : value.get<std::string>())
            << where << ", parameter " << name;
    }
    for (const auto &[name, value] : headers.items()) {
        EXPECT_EQ(asked.header(name), value.is_null() ? "" : value.get<std::string>())
            << where << ", header " << name;
    }
}

void expectNoSecret(const Searching &searching, const std::string &said)
{
    const std::string bytes = searching.allBytes();
    for (const char *secret : {kKey, kToken}) {
        EXPECT_THAT(said, Not(HasSubstr(secret)));
        EXPECT_TRUE(bytes.find(secret) == std::string::npos) << "a secret is in the review";
        for (const replay::Asked &asked : searching.server.asked()) {
            EXPECT_THAT(asked.target, Not(HasSubstr(secret)));
        }
    }
}

void preview(const ordered_json &told)
{
    Searching searching;
    prepare(searching, told);
    std::vector<std::string> arguments = argumentsOf(told);
    arguments.emplace_back("--dry-run");
    const Output done = searching.search(std::move(arguments));
    ASSERT_EQ(done.code, Done) << done.err;
    expectHolds(ordered_json::parse(done.out), told["preview"], "preview");
    EXPECT_EQ(searching.session.run({"log", "@/r.winnow", "--json"}).out.find("search at"), std::string::npos)
        << "a preview fetches nothing";
    expectNoSecret(searching, done.out + done.err);
}

void expectRecords(Searching &searching, const ordered_json &expected)
{
    ASSERT_EQ(searching.session.run({"export", "@/r.winnow", "-o", "@/out.winnow.json"}).code, Done);
    const ordered_json written = ordered_json::parse(searching.session.read("out.winnow.json"));
    expectHolds(written["records"], expected, "records");
}

/// What a reader of the review finds later.
void expectStored(Searching &searching, const ordered_json &told, const ordered_json &report)
{
    const Output listed = searching.search({"--list", "--json"});
    ASSERT_EQ(listed.code, Done) << listed.err;
    const ordered_json run = ordered_json::parse(listed.out)["searches"].at(0);
    EXPECT_EQ(run["query"], told["query"]);
    EXPECT_EQ(run["state"], "counted");
    for (const char *name : {"hits", "fetched", "matched", "undecided", "unmatched", "began", "ended"}) {
        EXPECT_EQ(run[name], report[name]) << name;
    }
    EXPECT_EQ(run["parts"][0]["sent"], report["parts"][0]["sent"]);
    ASSERT_EQ(searching.session.run({"flow", "@/r.winnow", "-o", "@/counts.json"}).code, Done);
    const ordered_json counts = ordered_json::parse(searching.session.read("counts.json"));
    EXPECT_EQ(counts["databases"]["total"], report["stored"]);
    EXPECT_THAT(counts["databases"].dump(),
                AllOf(HasSubstr(report["source"].get<std::string>()), HasSubstr(report["stored"].dump())));
    EXPECT_EQ(searching.session.run({"verify", "@/r.winnow"}).code, Done);
}

class SearchCase : public testing::TestWithParam<std::string>
{};

TEST_P(SearchCase, bringsWhatItTells)
{
    const ordered_json told = ordered_json::parse(contentOf(folder() / (GetParam() + ".json")));
    ASSERT_FALSE(told.value("why", "").empty());
    if (needsRealData(told)) {
        WINNOW_NEEDS_REAL_DATA(winnow::test::realData("api-samples"));
    }
    if (told.contains("preview")) {
        preview(told);
    }
    Searching searching;
    prepare(searching, told);
    const Output done = searching.search(argumentsOf(told));
    ASSERT_EQ(done.code, Done) << done.err;
    const ordered_json report = ordered_json::parse(done.out);
    expectHolds(report, told["report"], "report");
    const std::vector<replay::Asked> asked = searching.server.asked();
    ASSERT_EQ(asked.size(), told["asked"].size());
    for (std::size_t i = 0; i < asked.size(); ++i) {
        expectAsked(asked[i], told["asked"][i], "request " + std::to_string(i + 1));
    }
    if (told.contains("records")) {
        expectRecords(searching, told["records"]);
    }
    expectStored(searching, told, report);
    expectNoSecret(searching, done.out + done.err);
}

INSTANTIATE_TEST_SUITE_P(Files, SearchCase, testing::ValuesIn(caseNames()), [](const auto &info) {
    return info.param;
});

TEST(SearchCases, coverEverySource)
{
    std::set<std::string> covered;
    for (const std::string &name : caseNames()) {
        covered.insert(ordered_json::parse(contentOf(folder() / (name + ".json")))["source"]);
    }
    for (const app::OnlineSourceInfo &source : app::onlineSources()) {
        EXPECT_TRUE(covered.contains(source.id)) << source.id;
    }
}

} // namespace

} // namespace winnow::cli
