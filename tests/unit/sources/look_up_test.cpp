#include "replies.h"

#include <gtest/gtest.h>

namespace winnow::sources {

namespace {

std::vector<Record> recordsWithDois(const std::vector<std::string> &dois)
{
    std::vector<Record> records;
    for (const std::string &doi : dois) {
        records.emplace_back().doi = doi;
    }
    return records;
}

TEST(LookUp, asksOpenAlexForSeveralDois)
{
    const Source &openalex = *findSource("openalex");
    const auto records = recordsWithDois({"10.5555/a", "", "10.5555/with,comma", "10.5555/b|c", "10.5555/d"});
    const auto request = openalex.lookUp({}, records);
    EXPECT_TRUE(request->url.ends_with("/works?filter=doi%3A10.5555%2Fa%7C10.5555%2Fd&per_page=50"))
        << request->url;
}

TEST(LookUp, asksForNoMoreThanTheSourceTakes)
{
    const Source &openalex = *findSource("openalex");
    const auto records = recordsWithDois(std::vector<std::string>(80, "10.5555/1"));
    const std::string url = openalex.lookUp({}, records)->url;
    std::size_t dois = 0;
    for (std::size_t at = url.find("10.5555"); at != std::string::npos; at = url.find("10.5555", at + 1)) {
        ++dois;
    }
    EXPECT_EQ(dois, openalex.lookUpMost);
}

TEST(LookUp, asksPubMedByPmid)
{
    std::vector<Record> records(3);
    records[0].pmid = "38000001";
    records[2].pmid = "38000003";
    const auto request = findSource("pubmed")->lookUp({}, records);
    EXPECT_EQ(request->method, net::Method::Post);
    EXPECT_NE(request->body.find("&id=38000001%2C38000003&"), std::string::npos) << request->body;
}

TEST(LookUp, asksCrossrefForOneDoi)
{
    const auto records = recordsWithDois({"10.1002/(sici)1097<1661::aid>3.0.co;2-2"});
    const auto request = findSource("crossref")->lookUp({}, records);
    EXPECT_EQ(request->url,
              "https://api.crossref.org/works/10.1002%2F%28sici%291097%3C1661%3A%3Aaid%3E3.0.co%3B2-2");
}

TEST(LookUp, saysWhenNoRecordCanBeAskedFor)
{
    const std::vector<Record> records(2);
    for (const Source *source : allSources()) {
        if (source->lookUp != nullptr) {
            const auto request = source->lookUp({}, records);
            ASSERT_FALSE(request) << source->id;
            EXPECT_EQ(request.error().code, ErrorCode::NotFound);
            EXPECT_GT(source->lookUpMost, 0U);
        }
    }
    EXPECT_EQ(findSource("scopus")->lookUp, nullptr);
}

} // namespace

} // namespace winnow::sources
