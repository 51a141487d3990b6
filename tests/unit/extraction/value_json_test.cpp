#include "extraction/value_json.h"
#include "some_forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::extraction::test {

namespace {

using testing::HasSubstr;

const Value kFull{ValueStatus::Extracted,
                  {{"value", "wood"}, {"value", "clay"}, {"unit", "\"mg\"\n=1+1 \u05D0"}},
                  {{"word for word", "S4"}, {"", "12"}, {"no page", ""}},
                  "a note"};

TEST(ValueJson, givesTheSameValueAgain)
{
    EXPECT_EQ(valueFromJson(toJson(kFull)).value(), kFull);
    for (const auto status : {ValueStatus::NotReported,
                              ValueStatus::NotApplicable,
                              ValueStatus::Unclear,
                              ValueStatus::AuthorContacted}) {
        const Value value{status, {}};
        EXPECT_EQ(valueFromJson(toJson(value)).value(), value);
    }
    EXPECT_EQ(toJson(Value{ValueStatus::Extracted, {{"value", "5"}}}),
              R"({"status":"extracted","parts":[["value","5"]]})");
}

TEST(ValueJson, passesOverWhatItDoesNotKnow)
{
    const std::pair<const char *, const char *> cases[] = {
        {R"({"status": "guessed", "parts": {"value": "5"}, "colour": "red"})", "value=5"},
        {R"({"status": "guessed"})", "unclear"},
        {R"({"status": 5, "parts": {"value": 12.50, "n": 30, "is": true, "deep": {"x": 1}, "null": null}})",
         "is=yes n=30 value=12.5"},
        {R"({"status": "NR"})", "not-reported"},
        {R"({"parts": ["a", ["unit", "mg"], ["b"], {"c": 1}], "quotes": 7, "note": []})", "value=a unit=mg"},
        {R"({"parts": {"value": ["a", ["b"], {"c": 1}, "d"]}})", "value=a value=d"},
        {R"("wood")", "value=wood"},
        {"12.5", "value=12.5"},
        {R"({"parts": {"value": "a\u0000b"}})", "value=a b"},
        {"{}", "unclear"},
    };
    for (const auto &[json, parts] : cases) {
        const auto value = valueFromJson(json);
        ASSERT_TRUE(value) << json << ": " << value.error().message;
        EXPECT_EQ(partsOf(*value), parts) << json;
    }
    EXPECT_EQ(valueFromJson(R"({"quotes": ["as text", {"page": 4}, {}, null]})").value().quotes,
              (std::vector<Quote>{{"as text", ""}, {"", "4"}}));
    const std::string place = std::string(64, 'a') + "#page=6&box=1,2,3,4";
    EXPECT_EQ(valueFromJson(R"({"quotes": [{"place": ")" + place + R"("}, {"text": "t", "place": "p. 3"}]})")
                  .value()
                  .quotes,
              (std::vector<Quote>{{"", "", place}, {"t"}}))
        << "what is no place is none";
}

TEST(ValueJson, refusesWhatIsNoValueOrTooLarge)
{
    const std::string large(100'001, 'x');
    std::string parts;
    for (int i = 0; i < 10'001; ++i) {
        parts += (i == 0 ? "" : ",") + std::string("\"x\"");
    }
    const std::pair<std::string, const char *> cases[] = {
        {"", "no value in JSON"},
        {"{", "no value in JSON"},
        {"\"\xFF\"", "no value in JSON"},
        {"null", "must be an object or a text"},
        {"[1]", "must be an object or a text"},
        {std::string(200'000, '['), "deeper than any value"},
        {R"({"parts": {"value": "5"}, "more": )" + std::string(100'000, '[') + std::string(100'000, ']') +
             "}",
         "deeper than any value"},
        {"\"" + large + "\"", "more than 100000 bytes"},
        {R"({"note": ")" + large + "\"}", "more than 100000 bytes"},
        {R"({"parts": {"value": [)" + parts + "]}}", "at most 10000 parts"},
        {R"({"quotes": [)" + parts + "]}", "at most 100 quotes"},
        {std::string(4'000'001, ' '), "more than 4000000 bytes"},
        {"1e999", "no value in JSON"},
    };
    for (const auto &[json, message] : cases) {
        const auto value = valueFromJson(json);
        ASSERT_FALSE(value) << json.substr(0, 60);
        EXPECT_EQ(value.error().code, ErrorCode::WrongFormat);
        EXPECT_THAT(value.error().message, HasSubstr(message)) << json.substr(0, 60);
    }
}

TEST(ValuesJson, givesTheSameValuesAgain)
{
    const Values values{{"age", kFull}, {"arms/a~1b/n", Value{ValueStatus::NotReported, {}}}};
    EXPECT_EQ(valuesFromJson(toJson(values)).value(), values);
    EXPECT_EQ(valuesFromJson("{}").value(), Values{});
}

TEST(ValuesJson, namesThePathAtFault)
{
    EXPECT_THAT(valuesFromJson(R"({"a/b": "x"})").error().message, HasSubstr("\"a/b\": it is no path"));
    EXPECT_THAT(valuesFromJson(R"({"": "x"})").error().message, HasSubstr("no path"));
    EXPECT_THAT(valuesFromJson(R"({"a": null})").error().message, HasSubstr("\"a\": A value must be"));
    EXPECT_THAT(valuesFromJson("[]").error().message, HasSubstr("must hold an object"));
    EXPECT_THAT(valuesFromJson(R"({"a": )" + std::string(100'000, '[')).error().message, HasSubstr("deeper"));
}

} // namespace

} // namespace winnow::extraction::test
