#include "net/address.h"
#include "replies.h"
#include "sources/locators/locator.h"
#include "sources/locators/support/copies.h"
#include "sources/locators/support/same_work.h"

#include <gmock/gmock.h>

#include <map>
#include <random>

namespace winnow::locators {

namespace {

namespace fs = std::filesystem;
using json = nlohmann::ordered_json;
using testing::HasSubstr;
using testing::Not;

Record recordOf(const json &given)
{
    Record record;
    record.doi = given.value("doi", "");
    record.pmid = given.value("pmid", "");
    record.pmcid = given.value("pmcid", "");
    record.title = given.value("title", "");
    record.url = given.value("url", "");
    if (given.contains("year")) {
        record.date.year = given["year"].get<int>();
    }
    for (const auto &family : given.value("authors", json::array())) {
        record.authors.push_back({family, {}});
    }
    return record;
}

/// What a person checks: without what is empty.
json shown(const Copies &copies)
{
    json all = json::array();
    for (const auto &ofRecord : copies) {
        json list = json::array();
        for (const Copy &copy : ofRecord) {
            json one = json::object();
            for (const auto &[name, value] : {std::pair<const char *, std::string>("pdf", copy.pdf),
                                              {"page", copy.landingPage},
                                              {"licence", copy.licence},
                                              {"version", copy.version}}) {
                if (!value.empty()) {
                    one[name] = value;
                }
            }
            list.push_back(std::move(one));
        }
        all.push_back(std::move(list));
    }
    return all;
}

/// A reply of tests/data/locators/ID/NAME.in to what NAME.expected.json asks for.
struct Recorded
{
    std::string name; ///< "unpaywall/several"
    const Locator *locator = nullptr;
    net::Reply reply;
    std::vector<Record> records;
    std::string expected; ///< JSON
};

std::vector<Recorded> recorded()
{
    std::vector<Recorded> all;
    for (const auto &entry : fs::recursive_directory_iterator(fs::path(WINNOW_TEST_DATA) / "locators")) {
        if (entry.path().extension() != ".in") {
            continue;
        }
        fs::path expected = entry.path();
        Recorded one;
        const std::string id = entry.path().parent_path().filename().string();
        one.name = id + '/' + entry.path().stem().string();
        one.locator = findLocator(id);
        one.expected = sources::contentOf(expected.replace_extension(".expected.json"));
        const json wanted = json::parse(one.expected);
        one.reply = sources::replyOf(sources::contentOf(entry.path()), wanted.value("status", 200));
        for (const json &record : wanted.at("records")) {
            one.records.push_back(recordOf(record));
        }
        all.push_back(std::move(one));
    }
    return all;
}

Result<Copies> readOf(const Recorded &one)
{
    return questionFor(*one.locator, one.records.front())->read(one.reply, one.records);
}

TEST(Locators, readTheirReplies)
{
    const std::map<std::string, ErrorCode> codes{{"denied", ErrorCode::Denied},
                                                 {"busy", ErrorCode::Busy},
                                                 {"invalid", ErrorCode::InvalidArgument},
                                                 {"unreachable", ErrorCode::Unreachable}};
    const auto all = recorded();
    ASSERT_GT(all.size(), 20U);
    for (const Recorded &one : all) {
        ASSERT_NE(one.locator, nullptr) << one.name;
        const auto copies = readOf(one);
        const json expected = json::parse(one.expected);
        if (expected.contains("error")) {
            ASSERT_FALSE(copies) << one.name;
            const json &error = expected["error"];
            EXPECT_EQ(copies.error().code, codes.at(error["code"])) << one.name << copies.error().message;
            EXPECT_THAT(copies.error().message, HasSubstr(error["message"].get<std::string>())) << one.name;
        } else {
            ASSERT_TRUE(copies) << one.name << ": " << copies.error().message;
            EXPECT_EQ(shown(*copies).dump(1), expected["copies"].dump(1)) << one.name;
        }
    }
}

/// What a locator makes of a reply of the real service to a record with that DOI.
std::vector<Copy> realCopies(std::string_view id, const std::string &body, const std::string &doi)
{
    Record record;
    record.doi = doi;
    const auto copies =
        questionFor(*findLocator(id), record)->read(sources::replyOf(body), std::span(&record, 1));
    EXPECT_TRUE(copies) << copies.error().message;
    return copies ? copies->front() : std::vector<Copy>();
}

TEST(Locators, readRealReplies)
{
    const fs::path europepmc = sources::realReply("europepmc-result-core.json");
    const fs::path arxiv = sources::realReply("arxiv-query.atom.xml");
    if (!fs::exists(europepmc) || !fs::exists(arxiv)) {
        GTEST_SKIP() << "WINNOW_DATA names no real replies";
    }
    // It is kept without the list around it.
    const json entry = json::parse(sources::contentOf(europepmc))["full"];
    const std::string list = json{{"hitCount", 1}, {"resultList", {{"result", {entry}}}}}.dump();
    const auto ofEuropePmc = realCopies("europepmc", list, "10.3390/plants10040775");
    ASSERT_EQ(ofEuropePmc.size(), 2U);
    EXPECT_EQ(ofEuropePmc[0].pdf, "https://europepmc.org/articles/PMC8071313?pdf=render");
    EXPECT_EQ(ofEuropePmc[0].licence, "cc by");
    EXPECT_EQ(ofEuropePmc[1].landingPage, "https://europepmc.org/articles/PMC8071313");
    const auto ofArxiv = realCopies("arxiv", sources::contentOf(arxiv), "10.48550/arxiv.2008.11708");
    ASSERT_EQ(ofArxiv.size(), 1U);
    EXPECT_EQ(ofArxiv[0].pdf, "http://arxiv.org/pdf/2008.11708v1");
    EXPECT_EQ(ofArxiv[0].landingPage, "http://arxiv.org/abs/2008.11708v1");
}

TEST(Locators, takeNoCutOffReplyForAWholeOne)
{
    for (const Recorded &one : recorded()) {
        const auto whole = readOf(one);
        if (!whole || one.reply.status != 200) {
            continue;
        }
        const std::size_t size = one.reply.body.find_last_not_of(" \n") + 1;
        for (std::size_t end = 0; end < size; end += std::max<std::size_t>(1, size / 80)) {
            Recorded cut = one;
            cut.reply.body.resize(end);
            const auto copies = readOf(cut);
            EXPECT_FALSE(copies) << one.name << ' ' << end;
        }
    }
}

TEST(Locators, areUnharmedByChangedBytes)
{
    std::mt19937 random(3);
    constexpr std::string_view kBytes = "\"{}[]<>/:,\\&;\n\0\xFF";
    for (const Recorded &one : recorded()) {
        for (int round = 0; round < 200 && !one.reply.body.empty(); ++round) {
            Recorded changed = one;
            for (int i = 0; i < 1 + round % 5; ++i) {
                changed.reply.body[random() % changed.reply.body.size()] = kBytes[random() % kBytes.size()];
            }
            const auto copies = readOf(changed);
            if (copies) {
                EXPECT_EQ(copies->size(), one.records.size()) << one.name;
            } else {
                EXPECT_FALSE(copies.error().message.empty());
            }
        }
    }
}

TEST(Locators, meetRepliesOfTheOthersAndDeepNesting)
{
    const std::string deep(500'000, '[');
    Record record;
    record.doi = "10.48550/arxiv.2008.11708";
    record.pmid = "33000001";
    record.title = "Weaving in pairs: a study of knots";
    for (const Locator *locator : allLocators()) {
        for (const Question &question : locator->questions) {
            for (const Recorded &one : recorded()) {
                const auto copies = question.read(one.reply, std::span(&record, 1));
                EXPECT_TRUE(!copies || copies->size() == 1) << locator->id << " reads " << one.name;
            }
            EXPECT_FALSE(question.read(sources::replyOf(deep), std::span(&record, 1))) << locator->id;
            EXPECT_FALSE(question.read(sources::replyOf("{\"results\":" + deep), std::span(&record, 1)));
        }
    }
}

TEST(Locators, areAskedInTheirOrder)
{
    std::vector<std::string_view> ids;
    for (const Locator *locator : locatorsByRank()) {
        ids.push_back(locator->id);
        EXPECT_TRUE(locator->baseUrl.starts_with("https://"));
        EXPECT_TRUE(locator->filesUrl.empty() || net::addressOf(locator->filesUrl));
        EXPECT_GT(locator->pace.perSecond, 0);
    }
    EXPECT_THAT(ids, testing::ElementsAre("unpaywall", "openalex", "europepmc", "arxiv", "core"));
    EXPECT_EQ(findLocator("scihub"), nullptr);
}

/// All that goes to the source but its headers.
std::string sentBy(std::string_view id, const Record &record, const sources::Access &access = {})
{
    const auto request = questionFor(*findLocator(id), record)->request(access, std::span(&record, 1));
    return request ? request->url + ' ' + request->body : "refused: " + request.error().message;
}

TEST(Locators, askByWhatTheRecordHas)
{
    Record byDoi;
    byDoi.doi = "10.1002/(sici)1<2::aid>3.0;2-2";
    byDoi.title = "Weaving in pairs: a study of knots";
    Record byTitle;
    byTitle.title = "Weaving \"in\" pairs: {a} study of knots*";
    Record byArxiv = byTitle;
    byArxiv.url = "http://arxiv.org/abs/2008.11708v3";
    const sources::Access access{{}, "sesame-sesame", {}, "ann@example.edu"};
    EXPECT_THAT(sentBy("unpaywall", byDoi, access),
                HasSubstr("api.unpaywall.org/v2/10.1002%2F%28sici%291%3C2%3A%3Aaid%3E3.0%3B2-2?email="
                          "ann%40example.edu"));
    EXPECT_EQ(questionFor(*findLocator("unpaywall"), byTitle), nullptr);
    EXPECT_THAT(sentBy("unpaywall", byDoi), HasSubstr("refused: Unpaywall asks who is calling"));
    EXPECT_THAT(sentBy("openalex", byDoi, access), HasSubstr("filter=doi%3A10.1002%2F"));
    EXPECT_THAT(sentBy("openalex", byTitle, access),
                HasSubstr("title.search%3A%22Weaving%20in%20pairs%20a%20study%20of%20knots%22"));
    EXPECT_THAT(sentBy("europepmc", byDoi, access), HasSubstr("query=DOI%3A%2210.1002%2F"));
    EXPECT_THAT(sentBy("arxiv", byArxiv, access), HasSubstr("id_list=2008.11708&"));
    EXPECT_THAT(sentBy("arxiv", byTitle, access), HasSubstr("search_query=ti%3A%22Weaving%20in%20pairs"));
    EXPECT_THAT(sentBy("core", byDoi, access), HasSubstr("/v3/search/works/?q=doi%3A%22"));
    for (const Locator *locator : allLocators()) {
        EXPECT_THAT(sentBy(locator->id, byDoi, access), Not(HasSubstr("sesame"))) << locator->id;
    }
}

TEST(Locators, askForManyAtOnceWhereTheSourceTakesThem)
{
    std::vector<Record> records(3);
    records[0].doi = "10.5555/a";
    records[1].doi = "10.5555/b";
    records[2].doi = "10.5555/c";
    const auto openalex = questionFor(*findLocator("openalex"), records[0]);
    EXPECT_GE(openalex->most, 50U);
    EXPECT_THAT(openalex->request({}, records)->url,
                HasSubstr("doi%3A10.5555%2Fa%7C10.5555%2Fb%7C10.5555%2Fc"));
    const auto europepmc = questionFor(*findLocator("europepmc"), records[0]);
    EXPECT_THAT(europepmc->request({}, records)->body,
                HasSubstr("DOI%3A%2210.5555%2Fa%22%20OR%20DOI%3A%2210.5555%2Fb%22"));
}

TEST(Locators, sendKeysInHeadersThatAreSecret)
{
    Record record;
    record.doi = "10.5555/a";
    for (const std::string_view id : {"openalex", "core"}) {
        const auto request =
            findLocator(id)->questions.front().request({{}, "sesame-sesame", {}, {}}, std::span(&record, 1));
        ASSERT_TRUE(request);
        ASSERT_EQ(request->headers.size(), 1U);
        EXPECT_EQ(request->headers[0].value, "Bearer sesame-sesame");
        EXPECT_TRUE(request->headers[0].isSecret);
    }
}

TEST(SameWork, wantsMoreThanATitle)
{
    Record record;
    record.title = "Editorial";
    record.date.year = 2020;
    EXPECT_FALSE(isSameWork(record, {"Editorial", 2020, {}})) << "many are called so";
    record.title = "Weaving in pairs: a study of knots";
    record.date.year.reset();
    EXPECT_FALSE(isSameWork(record, {record.title, 2020, {"Weber"}}))
        << "nothing else is known of the record";
    record.authors = {{"Müller", "A."}};
    EXPECT_TRUE(isSameWork(record, {"WEAVING in Pairs – a Study of Knots", 2020, {"Anna Muller"}}));
    EXPECT_FALSE(isSameWork(record, {record.title, 2020, {"Weber"}}));
}

TEST(WebAddress, isOneThatABrowserCanBeGiven)
{
    EXPECT_EQ(webAddress(" https://a.example.org/1.pdf\n"), "https://a.example.org/1.pdf");
    EXPECT_EQ(webAddress("HTTP://a.example.org/?u=x@y"), "http://a.example.org/?u=x@y");
    for (const std::string bad : {"",
                                  "a.example.org",
                                  "https://",
                                  "file:///a",
                                  "https://u@a.example.org/",
                                  "data:,x",
                                  "https://a.example.org/\x1b",
                                  "https://a.example.org/\"",
                                  "https://a.example.org\\b"}) {
        EXPECT_EQ(webAddress(bad), "") << bad;
    }
    EXPECT_EQ(webAddress("https://a.example.org/" + std::string(3000, 'a')), "");
}

} // namespace

} // namespace winnow::locators
