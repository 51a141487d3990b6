#include "sources/support/entry.h"
#include "sources/support/inverted_index.h"
#include "sources/support/json_values.h"
#include "sources/support/quota.h"
#include "sources/support/xml_reply.h"

#include <gtest/gtest.h>

namespace winnow::sources {

namespace {

std::string textOfIndex(const std::string &json)
{
    return textOfInvertedIndex(*parsedJson(json));
}

TEST(InvertedIndex, isPutBackInOrder)
{
    EXPECT_EQ(textOfIndex(R"({"b":[1,3],"a":[0],"c":[2]})"), "a b c b");
    EXPECT_EQ(textOfIndex(R"({"late":[9],"early":[2]})"), "early late");
}

TEST(InvertedIndex, passesOverWhatIsNoPosition)
{
    EXPECT_EQ(textOfIndex(
                  R"({"a":[-1,1.5,"2",null,{},[3],18446744073709551615,4000000000],"b":[0],"c":7,"d":null})"),
              "b");
    EXPECT_EQ(textOfIndex("[]"), "");
    EXPECT_EQ(textOfIndex("null"), "");
    EXPECT_EQ(textOfIndex("{}"), "");
}

TEST(InvertedIndex, isBounded)
{
    std::string positions = "0";
    for (int i = 1; i < 200'000; ++i) {
        positions += ',' + std::to_string(i);
    }
    EXPECT_LE(textOfIndex("{\"word\":[" + positions + "]}").size(), std::size_t{1} << 20U);
    const std::string longWord(3'000'000, 'w');
    EXPECT_EQ(textOfIndex("{\"a\":[0],\"" + longWord + "\":[1]}"), "a");
}

TEST(JsonValues, areFoundThroughLists)
{
    const Json value =
        *parsedJson(R"({"a":[{"b":"x"},{"b":["y",null,{"$":"z"}]},7],"n":"12","m":-3,"k":4,"t":true})");
    std::string all;
    for (const Json *one : valuesAt(value, "a/b")) {
        all += textOf(*one) + ';';
    }
    EXPECT_EQ(all, "x;y;;z;");
    EXPECT_EQ(textAt(value, "a/c"), "");
    EXPECT_EQ(countAt(value, "n"), 12);
    EXPECT_EQ(countAt(value, "m"), std::nullopt);
    EXPECT_EQ(countAt(value, "k"), 4);
    EXPECT_EQ(countAt(value, "t"), std::nullopt);
    EXPECT_TRUE(isTrueAt(value, "t"));
}

TEST(JsonValues, mendWhatAParserRefuses)
{
    EXPECT_EQ(mended(R"({"a":"\ud83d\ude00 \ud83d \\ud83d"})"), R"({"a":"\ud83d\ude00 \ufffd \\ud83d"})");
    EXPECT_EQ(mended("{\"a\":\"\xFF\xC3\xA9\xC3\"}"), "{\"a\":\"?\xC3\xA9?\"}");
    EXPECT_TRUE(parsedJson(mended(R"(["\udc00\ud800"])")));
    EXPECT_EQ(mended("\\ud8"), "\\ud8");
}

TEST(JsonValues, refuseWhatIsNestedDeeply)
{
    EXPECT_TRUE(isFlat("[[[[]]]]"));
    EXPECT_FALSE(isFlat(std::string(1'000'000, '[')));
    EXPECT_TRUE(isFlat("\"" + std::string(1000, '[') + "\""));
    EXPECT_FALSE(isFlat(R"({"a":1,"b":2,"c":3})", 2));
}

TEST(XmlAsJson, hasTheShapeOfScopus)
{
    pugi::xml_document document;
    ASSERT_TRUE(
        document.load_string("<e><l ref='self'/><l ref='x'>t</l><t>A <i>b</i> c</t><o><p>1</p></o><z/></e>"));
    EXPECT_EQ(jsonOf(document.document_element()),
              *parsedJson(
                  R"({"l":[{"@ref":"self","$":""},{"@ref":"x","$":"t"}],"t":"A b c","o":{"p":"1"},"z":""})"));
}

TEST(Quotas, areToldAsDatesAndDurations)
{
    EXPECT_EQ(resetText("1777802400"), "on 2026-05-03 at 10:00 UTC");
    EXPECT_EQ(resetText("1777802400000"), "on 2026-05-03 at 10:00 UTC");
    EXPECT_EQ(resetText("7"), "in 7 s");
    EXPECT_EQ(resetText("90"), "in 2 min");
    EXPECT_EQ(resetText("11987"), "in 3 h 20 min");
    EXPECT_EQ(resetText("Sun, 03 May 2026 10:00:00 GMT"), "Sun, 03 May 2026 10:00:00 GMT");
    EXPECT_EQ(resetText("99999999999999999999"), "99999999999999999999");
    EXPECT_EQ(resetText("9223372036854775807"), "");
    EXPECT_EQ(resetText("a\x01"), "");
    EXPECT_EQ(resetText(""), "");
}

TEST(Blocks, areFollowedByABlank)
{
    EXPECT_EQ(withBlanksBehindBlocks("<h4>Aim</h4>To <i>x</i>.</jats:p></x"),
              "<h4>Aim</h4> To <i>x</i>.</jats:p> </x");
    EXPECT_EQ(withBlanksBehindBlocks("</"), "</");
    EXPECT_EQ(withBlanksBehindBlocks("</>a</p"), "</>a</p");
}

} // namespace

} // namespace winnow::sources
