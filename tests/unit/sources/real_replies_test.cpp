#include "replies.h"
#include "support/real_data.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace winnow::sources {

namespace {

using json = nlohmann::ordered_json;

/// The page in a file of the real replies.
Page pageIn(std::string_view source, const std::string &name, int status = 200, std::string_view at = {})
{
    auto page = findSource(source)->read(replyOf(contentOf(realReply(name)), status), {}, at);
    EXPECT_TRUE(page) << name << ": " << (page ? "" : page.error().message);
    return page ? *std::move(page) : Page();
}

std::size_t countOf(const Page &page, std::string Record::*field)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        page.records, [&](const formats::ReadRecord &read) { return !(read.record.*field).empty(); }));
}

struct Count
{
    const char *source;
    const char *name;
    std::int64_t hits; ///< -1: not told
    std::size_t records;
    std::size_t dois;
    std::size_t abstracts;
};

TEST(RealReplies, haveTheRecordsThatTheirSendersCounted)
{
    WINNOW_NEEDS_REAL_DATA(realReply(""));
    const std::vector<Count> counts{
        {"scopus", "scopus-search-2026-a-page1.json", 53, 25, 22, 0},
        {"scopus", "scopus-search-2026-a-page2.json", 53, 25, 24, 0},
        {"scopus", "scopus-search-2026-a-page3.json", 53, 3, 2, 0},
        {"scopus", "scopus-search-2026-b-page1.json", 32, 25, 20, 0},
        {"scopus", "scopus-search-2026-b-page2.json", 32, 7, 2, 0},
        {"scopus", "scopus-search-2026-c-page1.json", 45, 25, 22, 0},
        {"scopus", "scopus-search-2026-c-page2.json", 45, 20, 18, 0},
        {"scopus", "scopus-search-standard.json", 3, 2, 1, 0},
        {"scopus", "scopus-search-scopusflow-page.json", 6, 6, 6, 0},
        {"pubmed", "pubmed-esearch.xml", 51, 0, 0, 0},
        {"pubmed", "pubmed-scilex-esearch_response.xml", 42, 0, 0, 0},
        {"pubmed", "pubmed-efetch.xml", 1, 1, 1, 1},
        {"pubmed", "pubmed-efetch-28731372.xml", 1, 1, 1, 1},
        {"pubmed", "pubmed-scilex-efetch_multiple.xml", 2, 2, 2, 2},
        {"pubmed", "pubmed-scilex-efetch_with_pmcid.xml", 1, 1, 1, 1},
        {"europepmc", "europepmc-response.xml", 2, 1, 1, 1},
        {"europepmc", "europepmc-noresults.xml", 0, 0, 0, 0},
        {"crossref", "crossref-works-query.body.json", 586628, 2, 2, 2},
        {"crossref", "crossref-cursor.body.json", 454, 20, 20, 1},
        {"crossref", "crossref-select.body.json", 586628, 20, 20, 0},
        {"crossref", "crossref-work-10.2196_22081.json", 1, 1, 1, 1},
        {"crossref", "crossref-works-field-queries.body.json", 1253, 20, 20, 15},
        {"arxiv", "arxiv-query.atom.xml", 21, 20, 1, 20},
        {"semanticscholar", "semanticscholar-bulk.body.json", 2674, 1000, 0, 0},
        {"semanticscholar", "semanticscholar-search.body.json", 11054, 100, 0, 0},
        {"semanticscholar", "semanticscholar-match.body.json", -1, 1, 0, 0},
        {"doaj", "doaj-article-search.body.json", 5412874, 10, 5, 10},
    };
    for (const Count &count : counts) {
        const Page page = pageIn(count.source, count.name);
        EXPECT_EQ(page.hits.value_or(-1), count.hits) << count.name;
        EXPECT_EQ(page.records.size(), count.records) << count.name;
        EXPECT_TRUE(page.rejected.empty()) << count.name;
        EXPECT_EQ(countOf(page, &Record::doi), count.dois) << count.name;
        EXPECT_EQ(countOf(page, &Record::abstractText), count.abstracts) << count.name;
        EXPECT_EQ(countOf(page, &Record::key), count.records) << count.name;
    }
}

TEST(RealReplies, ofScopusChain)
{
    WINNOW_NEEDS_REAL_DATA(realReply(""));
    std::string at;
    std::vector<std::string> eids;
    for (const char *page : {"1", "2", "3"}) {
        const Page found =
            pageIn("scopus", std::string("scopus-search-2026-a-page") + page + ".json", 200, at);
        for (const auto &read : found.records) {
            eids.push_back(read.record.eid);
        }
        at = found.next.value_or("");
    }
    EXPECT_EQ(at, "");
    ASSERT_EQ(eids.size(), 53U);
    std::ranges::sort(eids);
    EXPECT_EQ(std::ranges::adjacent_find(eids), eids.end());
}

json onlyRecord(const Page &page, std::size_t number = 0)
{
    const json all = shown(Result<Page>(page));
    return all["records"].at(number);
}

TEST(RealReplies, ofScopusHaveTheirFields)
{
    WINNOW_NEEDS_REAL_DATA(realReply(""));
    const json record = onlyRecord(pageIn("scopus", "scopus-search-standard.json"), 1);
    EXPECT_EQ(record["authors"], json({"Lee | J."}));
    EXPECT_EQ(record["source_title"], "Bioinformatics");
    EXPECT_EQ(record["doi"], "10.1093/bioinformatics/btz682");
    EXPECT_EQ(record["pmid"], "31501885");
    EXPECT_EQ(record["eid"], "2-s2.0-85080840963");
    EXPECT_EQ(record["issn"], "1367-4803 1460-2059");
    EXPECT_EQ(record["page_first"], "1234");
    EXPECT_EQ(record["page_last"], "1240");
    EXPECT_EQ(record["date"], "2020-2-15");
    EXPECT_EQ(record["type"], "article");
}

TEST(RealReplies, ofEuropePmcHaveTheirFields)
{
    WINNOW_NEEDS_REAL_DATA(realReply(""));
    const json stored = json::parse(contentOf(realReply("europepmc-result-core.json")));
    const json reply{{"hitCount", 1},
                     {"nextCursorMark", "*"},
                     {"resultList", {{"result", json::array({stored["full"]})}}}};
    const auto page = findSource("europepmc")->read(replyOf(reply.dump()), {}, {});
    ASSERT_TRUE(page);
    EXPECT_FALSE(page->next);
    const json record = onlyRecord(*page);
    EXPECT_EQ(record["doi"], "10.3390/plants10040775");
    EXPECT_EQ(record["pmcid"], "PMC8071313");
    EXPECT_EQ(
        record["authors"],
        json({"Möhrle | Kathrin", "Reyes-Aldana | Hugo E", "Kollmann | Johannes", "Teixeira | Leonardo H"}));
    EXPECT_EQ(record["date"], "2021-4");
    EXPECT_EQ(record["issn"], "2223-7747");
    EXPECT_EQ(record["keywords"].size(), 5U);
    EXPECT_EQ(record["type"], "article");
    EXPECT_EQ(record["abstract"].get<std::string>().find("<i>"), std::string::npos);
}

TEST(RealReplies, ofArxivHaveTheirFields)
{
    WINNOW_NEEDS_REAL_DATA(realReply(""));
    const json record = onlyRecord(pageIn("arxiv", "arxiv-query.atom.xml"));
    EXPECT_EQ(record["key"], "2008.11708");
    EXPECT_EQ(record["date"], "2020-8-25");
    EXPECT_EQ(record["authors"][0], "Wang | Yiding");
    EXPECT_EQ(record["title"],
              "A Multitask Deep Learning Approach for User Depression Detection on Sina Weibo");
}

TEST(RealReplies, ofArxivWithoutRecordsAreUnderstood)
{
    WINNOW_NEEDS_REAL_DATA(realReply(""));
    const json empty = json::parse(contentOf(realReply("arxiv-fixture-empty.json")));
    const auto none = findSource("arxiv")->read(replyOf(empty["body"]), {}, {});
    ASSERT_TRUE(none);
    EXPECT_EQ(none->hits, 0);
    EXPECT_FALSE(none->next);
    const json error = json::parse(contentOf(realReply("arxiv-fixture-error.json")));
    for (const int status : {200, 400}) {
        const auto refused = findSource("arxiv")->read(replyOf(error["body"], status), {}, {});
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::InvalidArgument);
        EXPECT_NE(refused.error().message.find("incorrect id format for abc"), std::string::npos);
    }
}

TEST(RealReplies, ofCrossrefHaveTheirFields)
{
    WINNOW_NEEDS_REAL_DATA(realReply(""));
    const json record = onlyRecord(pageIn("crossref", "crossref-work-10.2196_22081.json"));
    EXPECT_EQ(record["source_title"], "Journal of Medical Internet Research");
    EXPECT_EQ(record["authors"][1], "Wagner | Gerit");
    EXPECT_EQ(record["date"], "2020-11-26");
    EXPECT_TRUE(record["abstract"].get<std::string>().starts_with("Background The COVID-19 crisis"));
    const auto refused =
        findSource("crossref")
            ->read(replyOf(contentOf(realReply("crossref-cursor-error.body.json")), 404), {}, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::NotFound);
}

TEST(RealReplies, ofScopusThatRefuseAreUnderstood)
{
    WINNOW_NEEDS_REAL_DATA(realReply(""));
    const json bodies = json::parse(contentOf(realReply("scopus-error-bodies.json")));
    const std::vector<std::pair<const char *, const char *>> cases{
        {"http400_any_syntax_error", "query"},
        {"http400_count_too_large", "count"},
        {"http400_start_beyond_5000", "start"},
        {"http400_restricted_field_INDEXTERMS", "field"},
        {"http403_cursor_not_entitled", "cursor"}};
    for (const auto &[name, where] : cases) {
        const int status = std::string_view(name).starts_with("http403") ? 403 : 400;
        const auto refused = findSource("scopus")->read(replyOf(bodies[name].dump(), status), {}, {});
        ASSERT_FALSE(refused) << name;
        EXPECT_EQ(refused.error().where, where) << refused.error().message;
    }
    const auto empty = findSource("scopus")->read(replyOf(bodies["http200_empty"].dump()), {}, {});
    ASSERT_TRUE(empty);
    EXPECT_EQ(empty->hits, 0);
    EXPECT_TRUE(empty->records.empty());
}

} // namespace

} // namespace winnow::sources
