#include "extraction/computed.h"
#include "extraction/field_types.h"
#include "extraction/options.h"
#include "extraction/shipped_forms.h"
#include "some_forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::extraction::test {

namespace {

using testing::HasSubstr;

std::string refusalOf(const std::string &fields)
{
    const auto form = parseForm(formWith(fields));
    EXPECT_FALSE(form) << fields;
    EXPECT_TRUE(form || form.error().code == ErrorCode::WrongFormat);
    return form ? std::string() : form.error().message;
}

TEST(FormJson, givesTheSameFormAgain)
{
    const std::string json = toJson(formOfAllTypes());
    const auto again = parseForm(json);
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(toJson(*again), json);
}

TEST(FormJson, knowsAllTypes)
{
    for (const TypeInfo &info : fieldTypes()) {
        EXPECT_EQ(fieldTypeFromString(info.name), info.type);
        EXPECT_EQ(infoOf(info.type).name, info.name);
        EXPECT_TRUE(info.main.empty() || isNumeric(partOf(info.type, info.main)->scalar));
        EXPECT_FALSE(info.label.empty() || info.takes.empty());
    }
    EXPECT_EQ(fieldTypeFromString("slider"), std::nullopt);
}

TEST(FormJson, makesAnIdOfAnOptionThatIsALabelOnly)
{
    const Form form = parsedFormWith(
        R"json({"id": "a", "label": "A", "type": "single", "options": ["Étude de cas (1)", "Yes, no"]})json");
    EXPECT_EQ(fieldAt(form, "a")->options[0].id, "etude-de-cas-1");
    EXPECT_EQ(fieldAt(form, "a")->options[1].label, "Yes, no");
}

TEST(FormJson, takesAnOptionByIdOrLabelInAnyCaseAndWithAnyBlanks)
{
    const Form form = parsedFormWith(
        R"({"id": "a", "label": "A", "type": "single", "options": [{"id": "x", "label": "Case  Study"}, {"id": "y", "label": "ÉTUDE"}]})");
    const Field &field = *fieldAt(form, "a");
    for (const char *text : {"X", "x ", "case study", " CASE\u00A0STUDY", "Case \t Study"}) {
        ASSERT_EQ(optionsMeantBy(field, text).size(), 1U) << text;
        EXPECT_EQ(optionsMeantBy(field, text).front()->id, "x") << text;
    }
    EXPECT_EQ(optionsMeantBy(field, "étude").front()->id, "y");
    for (const char *text : {"casestudy", "case stud", "case study b", "", "étud"}) {
        EXPECT_TRUE(optionsMeantBy(field, text).empty()) << text;
    }
}

TEST(FormJson, namesWhatIsWrong)
{
    const std::pair<std::string, const char *> cases[] = {
        {R"({"id": "a", "label": "A", "type": "slider"})",
         "\"slider\", which there is not. There are text, long-text, integer"},
        {R"({"id": "a", "label": "A"}, {"id": "a", "label": "B"})", "two fields \"a\""},
        {R"({"id": "a b", "label": "A"})", "\"a b\" cannot be an id"},
        {R"({"id": "a/b", "label": "A"})", "cannot be an id"},
        {R"({"id": "é", "label": "A"})", "cannot be an id"},
        {R"({"id": "", "label": "A"})", "field 1 has no \"id\""},
        {R"({"label": "A"})", "Section 1, field 1 has no \"id\""},
        {R"({"id": "a"})", "Field \"a\" has no \"label\""},
        {R"({"id": "a", "label": 5})", "must be a text"},
        {R"({"id": "a", "label": "A", "requird": true})", "\"requird\", which says nothing there"},
        {R"({"id": "a", "label": "A", "required": "yes"})", "true or false"},
        {R"({"id": "a", "label": "A", "type": "single"})", "needs \"options\""},
        {R"({"id": "a", "label": "A", "type": "single", "options": []})", "an entry at least"},
        {R"({"id": "a", "label": "A", "type": "single", "options": ["x", "X"]})", "two options \"x\""},
        {R"({"id": "a", "label": "A", "type": "single", "options": ["x", "NR"]})",
         "can be said of every field"},
        {R"({"id": "a", "label": "A", "type": "single", "options": ["??"]})", "no id can be made"},
        {R"({"id": "a", "label": "A", "type": "single", "options": [{"id": "x", "label": "X", "children": ["y"]}]})",
         "deeper than its type"},
        {R"({"id": "a", "label": "A", "type": "text", "options": ["x"]})", "\"options\" says nothing"},
        {R"({"id": "a", "label": "A", "type": "number", "least": 5, "most": 1})", "\"least\" is more than"},
        {R"({"id": "a", "label": "A", "type": "number", "least": "5"})", "must be a number"},
        {R"({"id": "a", "label": "A", "type": "group", "fields": [{"id": "b", "label": "B", "type": "group", "fields": [{"id": "c", "label": "C"}]}]})",
         "a group in a group"},
        {R"({"id": "a", "label": "A", "type": "group", "fields": []})", "no list \"fields\""},
        {R"({"id": "a", "label": "A", "type": "matrix", "rows": ["x"], "columns": []})",
         "a row and a column"},
        {R"({"id": "a", "label": "A", "type": "matrix", "rows": ["x: y"], "columns": ["z"]})",
         "colon or a slash"},
        {R"({"id": "a", "label": "A", "type": "number", "units": ["Weeks", "weeks"]})", "\"weeks\" twice"},
        {R"({"id": "a", "label": "A", "former-ids": ["a"]})", "former id"},
        {R"({"id": "a", "label": "A", "asked-if": {"field": "b", "values": ["yes"]}})",
         "there is no such field"},
        {R"({"id": "a", "label": "A", "asked-if": {"field": "b"}}, {"id": "b", "label": "B", "type": "yes-no"})",
         "needs a \"field\" and a list"},
        {R"({"id": "a", "label": "A", "asked-if": {"field": "b", "values": ["ja"]}}, {"id": "b", "label": "B", "type": "yes-no"})",
         "\"ja\" of \"b\", which is impossible there. There are yes, no"},
        {R"({"id": "a", "label": "A", "type": "yes-no", "asked-if": {"field": "b", "values": ["yes"]}}, {"id": "b", "label": "B", "type": "yes-no", "asked-if": {"field": "a", "values": ["no"]}})",
         "a -> b -> a"},
        {R"({"id": "a", "label": "A", "type": "computed", "formula": ""})", "the formula is empty"},
        {R"({"id": "a", "label": "A", "type": "computed", "formula": "1 +"})",
         "something is missing at its end"},
        {R"({"id": "a", "label": "A", "type": "computed", "formula": "x"})", "no field \"x\""},
        {R"({"id": "a", "label": "A", "type": "computed", "formula": "b - 1"}, {"id": "b", "label": "B", "type": "computed", "formula": "2 * a"})",
         "a -> b -> a"},
        {R"({"id": "a", "label": "A", "type": "computed", "formula": "a"})", "a -> a"},
        {R"({"id": "a", "label": "A", "type": "computed", "formula": "t"}, {"id": "t", "label": "T"})",
         "\"t\" is no number"},
        {R"({"id": "a", "label": "A", "type": "computed", "formula": "t"}, {"id": "t", "label": "T", "type": "two-by-two"})",
         "write one of t.intervention-events"},
        {R"({"id": "a", "label": "A", "type": "computed", "formula": "g.n"}, {"id": "g", "label": "G", "type": "group", "fields": [{"id": "n", "label": "N", "type": "integer"}]})",
         "write sum(g.n)"},
        {R"json({"id": "a", "label": "A", "type": "computed", "formula": "sum(g.m)"}, {"id": "g", "label": "G", "type": "group", "fields": [{"id": "n", "label": "N", "type": "integer"}]})json",
         "has no field \"m\""},
        {R"json({"id": "a", "label": "A", "type": "computed", "formula": "sum(g.c)"}, {"id": "g", "label": "G", "type": "group", "fields": [{"id": "c", "label": "C", "type": "computed", "formula": "a + 1"}]})json",
         "a -> g.c -> a"},
    };
    for (const auto &[fields, message] : cases) {
        EXPECT_THAT(refusalOf(fields), HasSubstr(message)) << fields;
    }
}

TEST(FormJson, refusesWhatIsNoForm)
{
    const auto messageOf = [](std::string_view text) { return parseForm(text).error().message; };
    EXPECT_THAT(messageOf(""), HasSubstr("no JSON file"));
    EXPECT_THAT(messageOf("[]"), HasSubstr("The form must be an object"));
    EXPECT_THAT(messageOf(R"({"title": "t"})"), HasSubstr("no \"id\""));
    EXPECT_THAT(messageOf(R"({"id": "f"})"), HasSubstr("no \"title\""));
    EXPECT_THAT(messageOf(R"({"id": "f", "title": "t"})"), HasSubstr("\"sections\""));
    EXPECT_THAT(messageOf(R"({"id": "f", "title": "t", "version": 0, "sections": []})"), HasSubstr("from 1"));
    EXPECT_THAT(messageOf("{\"id\": \"\xFF\"}"), HasSubstr("no JSON file"));
}

TEST(FormJson, refusesWhatWouldBeTooMuchWork)
{
    EXPECT_THAT(parseForm(std::string(100'000, '[')).error().message, HasSubstr("deeper"));
    EXPECT_THAT(parseForm(std::string(5U << 20U, ' ')).error().message, HasSubstr("4 MiB"));
    std::string many;
    for (int i = 0; i < 2'001; ++i) {
        many += (i == 0 ? "" : ",") + (R"({"id": "f)" + std::to_string(i) + R"(", "label": "L"})");
    }
    EXPECT_THAT(refusalOf(many), HasSubstr("more than 2000 fields"));
    std::string deep = R"({"id": "x13", "label": "X"})";
    for (int i = 12; i > 0; --i) {
        std::string outer = R"({"id": "x)";
        outer.append(std::to_string(i)).append(R"(", "label": "X", "children": [)").append(deep).append("]}");
        deep = std::move(outer);
    }
    EXPECT_THAT(refusalOf(R"({"id": "a", "label": "A", "type": "code", "options": [)" + deep + "]}"),
                HasSubstr("12 levels"));
    std::string options;
    for (int i = 0; i < 20'001; ++i) {
        options += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\"";
    }
    EXPECT_THAT(refusalOf(R"({"id": "a", "label": "A", "type": "single", "options": [)" + options + "]}"),
                HasSubstr("20000 options"));
}

TEST(FormJson, worksOutALongChainOfComputedFields)
{
    std::string chain;
    for (int i = 1'900; i > 0; --i) {
        chain.append(R"({"id": "c)").append(std::to_string(i));
        chain.append(R"(", "label": "L", "type": "computed", "formula": "c)").append(std::to_string(i - 1));
        chain.append(R"( + 1"},)");
    }
    const Form form = parsedFormWith(chain + R"({"id": "c0", "label": "L", "type": "integer"})");
    const auto results = compute(form, typed(form, {{"c0", "5"}}));
    ASSERT_EQ(results.size(), 1'900U);
    EXPECT_EQ(results.back().path, "c1900");
    EXPECT_EQ(results.back().number, 1'905.0);
}

TEST(FieldAt, findsFieldsByTheirIdsNowAndFormerly)
{
    const Form form = parsedFormWith(R"(
        {"id": "age", "label": "Age", "type": "integer", "former-ids": ["years"]},
        {"id": "arms", "label": "Arms", "type": "group", "former-ids": ["groups"], "fields": [
            {"id": "n", "label": "N", "type": "integer", "former-ids": ["size"]}]})");
    EXPECT_EQ(fieldAt(form, "years")->id, "age");
    EXPECT_EQ(fieldAt(form, "arms/a~1b/n")->id, "n");
    EXPECT_EQ(fieldAt(form, "groups/x/size")->id, "n");
    for (const char *none : {"", "/", "arms/n", "arms//n", "arms/x/m", "n", "age/x/n", "arms/x/n/y"}) {
        EXPECT_EQ(fieldAt(form, none), nullptr) << none;
    }
}

TEST(Paths, holdAnyNameOfAnArm)
{
    for (const char *name : {"Intervention", "a/b", "2 mg/day ~ 3", "~1", "مجموعة", "a//", "/"}) {
        const Path path{"arms", name, "n"};
        EXPECT_EQ(pathFromString(toString(path)), path) << name;
        EXPECT_EQ(instancesOf(Field{.id = "arms", .label = "Arms"}, {{toString(path), Value{}}}),
                  std::vector<std::string>{name});
    }
}

TEST(ShippedForms, canBeReadAndAreWhole)
{
    ASSERT_GE(shippedForms().size(), 3U);
    for (const ShippedFile &file : shippedForms()) {
        const auto form = shippedForm(file.name);
        ASSERT_TRUE(form) << file.name << ": " << form.error().message;
        EXPECT_EQ(form->id, file.name);
        EXPECT_FALSE(form->description.empty());
        const auto again = parseForm(toJson(*form));
        ASSERT_TRUE(again) << again.error().message;
        EXPECT_EQ(toJson(*again), toJson(*form));
        for (const Section &section : form->sections) {
            EXPECT_FALSE(section.title.empty());
        }
        for (const Field *const field : fieldsOf(*form)) {
            EXPECT_FALSE(field->label.empty());
            for (const Option *const option : allOptions(*field)) {
                EXPECT_EQ(optionsMeantBy(*field, option->label).size(), 1U)
                    << field->id << ": " << option->label;
            }
        }
    }
    EXPECT_THAT(shippedForm("none").error().message, HasSubstr("bibliometric, pico, policy"));
}

TEST(ShippedForms, haveTheRowsOfTheFoundingReview)
{
    const Form form = shippedForm("policy").value();
    const std::pair<const char *, std::vector<const char *>> rows[] = {
        {"category",
         {"Woodcraft",
          "Weaving and Textiles",
          "Bamboo Crafts",
          "Pottery and Ceramics",
          "Shell and Coral Crafts",
          "Stone and Metalwork"}},
        {"mechanism",
         {"Digital Literacy Training",
          "Internet Access Program",
          "Digital Marketing Training",
          "Technology Infrastructure Improvement"}},
        {"challenge",
         {"Digital Access and Infrastructure",
          "Digital Skills",
          "Digital Content and Branding",
          "Understanding Digital Markets",
          "Capital for Digital Investment"}},
    };
    for (const auto &[field, labels] : rows) {
        for (const char *label : labels) {
            EXPECT_TRUE(parseValue(*fieldAt(form, field), label)) << label;
        }
    }
}

} // namespace

} // namespace winnow::extraction::test
