#include "extraction/versions.h"
#include "some_forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace winnow::extraction::test {

namespace {

using testing::HasSubstr;
using enum FormChangeKind;

const char *const kFirst = R"(
    {"id": "age", "label": "Age", "type": "integer"},
    {"id": "design", "label": "Design", "type": "single", "options": [{"id": "rct", "label": "RCT"}, {"id": "other", "label": "Other"}]},
    {"id": "arms", "label": "Arms", "type": "group", "fields": [{"id": "n", "label": "N", "type": "integer"}]},
    {"id": "notes", "label": "Notes", "type": "text"})";

const char *const kSecond = R"(
    {"id": "mean-age", "label": "Age in years", "type": "mean-sd", "former-ids": ["age"]},
    {"id": "design", "label": "Design", "type": "single", "required": true,
     "options": [{"id": "rct", "label": "Randomised trial"}, {"id": "cohort", "label": "Cohort"}]},
    {"id": "groups", "label": "Arms", "type": "group", "former-ids": ["arms"], "fields": [{"id": "n", "label": "N", "type": "integer"}]},
    {"id": "country", "label": "Country", "type": "location"})";

TEST(Versions, sayWhatChanged)
{
    const auto changes = changesBetween(parsedFormWith(kFirst), parsedFormWith(kSecond));
    std::vector<std::tuple<FormChangeKind, std::string, std::string>> found;
    for (const FormChange &change : changes) {
        found.emplace_back(change.kind, change.field, change.option);
        EXPECT_TRUE(change.text.ends_with(".")) << change.text;
    }
    EXPECT_THAT(found,
                testing::ElementsAre(std::tuple(Renamed, "mean-age", ""),
                                     std::tuple(TypeChanged, "mean-age", ""),
                                     std::tuple(Reworded, "mean-age", ""),
                                     std::tuple(RulesChanged, "design", ""),
                                     std::tuple(OptionReworded, "design", "rct"),
                                     std::tuple(OptionAdded, "design", "cohort"),
                                     std::tuple(OptionRemoved, "design", "other"),
                                     std::tuple(Renamed, "groups", ""),
                                     std::tuple(Added, "country", ""),
                                     std::tuple(Removed, "notes", "")));
    EXPECT_THAT(changesBetween(parsedFormWith(kFirst), parsedFormWith(kFirst)), testing::IsEmpty());
}

TEST(Versions, sayWhatMovedToAnotherSection)
{
    const auto formOf = [](const char *first, const char *second) {
        return parseForm(
                   std::string(
                       R"({"id": "f", "title": "T", "sections": [{"title": "One", "fields": [{"id": "a", "label": "A"}, )") +
                   first + R"(]}, {"title": "Two", "fields": [{"id": "b", "label": "B"}, )" + second + "]}]}")
            .value();
    };
    const char *const moved = R"({"id": "m", "label": "M"})";
    const char *const stays = R"({"id": "s", "label": "S"})";
    const auto changes = changesBetween(formOf(moved, stays), formOf(stays, moved));
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].kind, Moved);
    EXPECT_THAT(changes[1].text, HasSubstr("\"M\" moved to the section \"Two\""));
}

TEST(Fitted, putsValuesUnderThePresentFormAndDropsNone)
{
    const Form first = parsedFormWith(kFirst);
    const Values values =
        typed(first, {{"age", "40"}, {"design", "other"}, {"arms/A\u2192B/n", "12"}, {"notes", "n"}});
    const Fitted result = fitted(parsedFormWith(kSecond), values);
    ASSERT_EQ(result.values.size(), 3U);
    EXPECT_EQ(result.values[0].path, "design");
    EXPECT_THAT(result.values[0].problems, testing::ElementsAre(HasSubstr("no option of the form any more")));
    EXPECT_EQ(result.values[1].path, "groups/A\u2192B/n");
    EXPECT_EQ(result.values[1].formerPath, "arms/A\u2192B/n");
    EXPECT_THAT(result.values[1].problems, testing::IsEmpty());
    EXPECT_EQ(result.values[2].path, "mean-age");
    EXPECT_THAT(result.values[2].problems, testing::Contains(HasSubstr("a mean with its spread")));
    EXPECT_EQ(partsOf(result.values[2].value), "value=40");
    ASSERT_EQ(result.noLongerAsked.size(), 1U);
    EXPECT_EQ(result.noLongerAsked[0].path, "notes");
    EXPECT_THAT(result.noLongerAsked[0].reason, HasSubstr("no longer asks"));
    EXPECT_EQ(result.present().size(), 3U);
}

TEST(Fitted, prefersWhatWasGivenUnderThePresentId)
{
    const Form form = parsedFormWith(
        R"({"id": "z", "label": "Z", "former-ids": ["a", "b"]}, {"id": "c", "label": "C", "type": "computed", "formula": "1"})");
    const auto text = [](const char *one) { return Value{ValueStatus::Extracted, {{"value", one}}}; };
    const Fitted result = fitted(
        form, {{"a", text("1")}, {"b", text("2")}, {"c", text("3")}, {"z", text("4")}, {"//", text("5")}});
    ASSERT_EQ(result.values.size(), 1U);
    EXPECT_EQ(partsOf(result.values[0].value), "value=4");
    ASSERT_EQ(result.noLongerAsked.size(), 4U);
    EXPECT_EQ(result.noLongerAsked[0].path, "//");
    EXPECT_THAT(result.noLongerAsked[1].reason,
                HasSubstr("another value under the present name of the field, z"));
    EXPECT_THAT(result.noLongerAsked[3].reason, HasSubstr("is computed now"));
}

/// What people do to a form while values come in.
void editAtRandom(Form &form, std::mt19937 &random, int round)
{
    std::vector<Field> &fields = form.sections.front().fields;
    const std::size_t at = random() % fields.size();
    Field &field = fields[at];
    switch (random() % 6) {
    case 0:
        if (fields.size() > 2) {
            fields.erase(fields.begin() + static_cast<std::ptrdiff_t>(at));
        }
        break;
    case 1:
        field.formerIds.push_back(field.id);
        field.id = "f" + std::to_string(round);
        break;
    case 2:
        field.type = field.type == FieldType::Text ? FieldType::Integer : FieldType::Text;
        field.options.clear();
        field.fields.clear();
        break;
    case 3:
        fields.push_back(Field{.id = "new" + std::to_string(round), .label = "New"});
        break;
    case 4:
        if (!field.options.empty()) {
            field.options.erase(field.options.begin());
        }
        break;
    default:
        if (!field.fields.empty()) {
            field.fields.front().formerIds.push_back(field.fields.front().id);
            field.fields.front().id = "m" + std::to_string(round);
        }
        break;
    }
}

TEST(Fitted, dropsNothingWhateverWasDoneToTheForm)
{
    std::mt19937 random(8); // NOLINT(bugprone-random-generator-seed): the same edits each time
    for (int run = 0; run < 200; ++run) {
        Form form = parsedFormWith(kFirst);
        Values values = typed(
            form,
            {{"age", "40"}, {"design", "other"}, {"arms/a/n", "12"}, {"arms/b/n", "NR"}, {"notes", "n"}});
        for (int round = 0; round < 12; ++round) {
            editAtRandom(form, random, round);
            const Field &any = form.sections.front().fields[random() % form.sections.front().fields.size()];
            values[any.id] = Value{ValueStatus::Extracted, {{"value", std::to_string(round)}}};
            const Fitted result = fitted(form, values);
            Values seen;
            for (const FittedValue &one : result.values) {
                EXPECT_TRUE(seen.emplace(one.formerPath, one.value).second) << one.formerPath;
                EXPECT_NE(fieldAt(form, one.path), nullptr);
            }
            for (const LeftOver &one : result.noLongerAsked) {
                EXPECT_TRUE(seen.emplace(one.path, one.value).second) << one.path;
            }
            EXPECT_EQ(seen, values);
            EXPECT_EQ(result.present().size(), result.values.size()) << "two values at one place";
        }
    }
}

} // namespace

} // namespace winnow::extraction::test
