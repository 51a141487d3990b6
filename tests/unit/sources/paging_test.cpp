#include "replies.h"
#include "sources/support/paging.h"

#include <gtest/gtest.h>

namespace winnow::sources {

namespace {

/// The places of all pages of a source whose replies `reply` makes; stops at a hundred.
template <class Reply>
std::vector<std::string> placesOf(const Source &source, Reply reply)
{
    std::vector<std::string> places;
    std::string at;
    while (places.size() < 100) {
        const auto page = source.read(replyOf(reply(at)), {}, at);
        EXPECT_TRUE(page) << (page ? "" : page.error().message);
        if (!page || !page->next) {
            break;
        }
        at = *page->next;
        places.push_back(at);
        EXPECT_TRUE(source.request({{}, "key", {}, {}}, {"x", false, true}, at)) << at;
    }
    return places;
}

std::string list(std::size_t count, const std::string &entry)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += (i == 0 ? "" : ",") + entry;
    }
    return '[' + text + ']';
}

std::string scopusPage(const std::string &hits, std::size_t count, const std::string &cursor)
{
    return R"({"search-results":{"opensearch:totalResults":")" + hits + R"(","cursor":{"@next":")" + cursor +
           R"("},"entry":)" + list(count, R"({"dc:title":"x"})") + "}}";
}

TEST(Paging, ofScopusByNumbersEndsAtFiveThousand)
{
    const Source &scopus = *findSource("scopus");
    const auto places = placesOf(scopus, [](const std::string &) {
        return R"({"search-results":{"opensearch:totalResults":"41231","entry":)" +
               list(200, R"({"dc:title":"x"})") + "}}";
    });
    ASSERT_EQ(places.size(), 24U);
    EXPECT_EQ(places.front(), "start 200");
    EXPECT_EQ(places.back(), "start 4800");
}

TEST(Paging, ofScopusByCursorEndsWithTheHits)
{
    int number = 0;
    const auto places = placesOf(*findSource("scopus"), [&](const std::string &) {
        return scopusPage("53", 25, "mark" + std::to_string(++number));
    });
    EXPECT_EQ(places, (std::vector<std::string>{"cursor 25 mark1", "cursor 50 mark2"}));
}

TEST(Paging, endsWhereTheCursorIsTheSameAgain)
{
    const auto places =
        placesOf(*findSource("scopus"), [](const std::string &) { return scopusPage("999999", 25, "same"); });
    EXPECT_EQ(places, (std::vector<std::string>{"cursor 25 same"}));
    const auto others = placesOf(*findSource("europepmc"), [](const std::string &) {
        return R"({"hitCount":999999,"nextCursorMark":"*","resultList":{"result":[{"title":"x"}]}})";
    });
    EXPECT_TRUE(others.empty());
}

TEST(Paging, endsWithAnEmptyPage)
{
    for (const Source *source : allSources()) {
        for (const RecordedReply &recorded : recordedReplies()) {
            if (recorded.source == source && recorded.expected.contains("records")) {
                continue;
            }
            if (recorded.source == source && source->id != "pubmed") {
                const auto page = source->read(recorded.reply, {}, {});
                EXPECT_FALSE(page && page->next) << recorded.name;
            }
        }
    }
}

TEST(Paging, ofCrossrefGoesOnWithTheSameCursor)
{
    const auto places = placesOf(*findSource("crossref"), [](const std::string &) {
        return R"({"message-type":"work-list","message":{"total-results":450,"next-cursor":"same","items":)" +
               list(200, R"({"DOI":"10.5555/x","title":["x"]})") + "}}";
    });
    EXPECT_EQ(places, (std::vector<std::string>{"cursor 200 same", "cursor 400 same"}));
}

TEST(Paging, ofPubMedGoesFromTheSearchToTheLastRecordThatThereIs)
{
    const auto places = placesOf(*findSource("pubmed"), [](const std::string &at) {
        return at.empty() ? "<eSearchResult><Count>20000</Count><QueryKey>1</QueryKey><WebEnv>E_1</WebEnv>"
                            "</eSearchResult>"
                          : "<PubmedArticleSet></PubmedArticleSet>";
    });
    ASSERT_EQ(places.size(), 50U);
    EXPECT_EQ(places.front(), "history 0 20000 1 E_1");
    EXPECT_EQ(places.back(), "history 9800 20000 1 E_1");
}

TEST(Paging, ofDoajEndsAtAThousand)
{
    const auto places = placesOf(*findSource("doaj"), [](const std::string &) {
        return R"({"total":5000,"results":[{"id":"x","bibjson":{"title":"x"}}]})";
    });
    EXPECT_EQ(places.size(), 9U);
    EXPECT_EQ(places.back(), "page 10");
}

TEST(Paging, ofOpenAlexByPagesEndsAtTenThousand)
{
    const auto places = placesOf(*findSource("openalex"), [](const std::string &) {
        return R"({"meta":{"count":50000,"page":1},"results":[{"id":"x","title":"x"}]})";
    });
    EXPECT_EQ(places.size(), 99U);
    EXPECT_EQ(places.back(), "page 100");
}

TEST(Paging, noticesASourceThatNeverEnds)
{
    EXPECT_TRUE(nextCursor({100, "a"}, "b", {25, std::nullopt, false}));
    EXPECT_FALSE(nextCursor({30'000'000, "a"}, "b", {25, std::nullopt, false}));
    EXPECT_FALSE(nextCursor({100, "a"}, std::string(10'000, 'b'), {25, std::nullopt, false}));
    EXPECT_FALSE(nextCursor({100, "a"}, "", {25, std::nullopt, false}));
    EXPECT_FALSE(nextCursor({100, "a"}, "b", {0, std::nullopt, false}));
}

} // namespace

} // namespace winnow::sources
