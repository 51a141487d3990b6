#include "extraction/conditions.h"
#include "some_forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::extraction::test {

namespace {

using testing::ElementsAre;

const Form &form()
{
    static const Form kForm = parsedFormWith(R"(
        {"id": "design", "label": "Design", "type": "single", "required": true, "options": ["RCT", "Cohort"]},
        {"id": "blind", "label": "Blind?", "type": "yes-no", "asked-if": {"field": "design", "values": ["rct"]}},
        {"id": "who", "label": "Who was blind", "required": true, "asked-if": {"field": "blind", "values": ["yes", "NR"]}},
        {"id": "craft", "label": "Craft", "type": "code", "options": [
            {"id": "wood", "label": "Wood", "children": [{"id": "chairs", "label": "Chairs"}]}, {"id": "clay", "label": "Clay"}]},
        {"id": "tree", "label": "Tree", "asked-if": {"field": "craft", "values": ["wood"]}},
        {"id": "arms", "label": "Arms", "type": "group", "required": true, "asked-if": {"field": "design", "values": ["rct"]}, "fields": [
            {"id": "kind", "label": "Kind", "type": "single", "options": ["Drug", "None"]},
            {"id": "dose", "label": "Dose", "type": "number", "required": true, "asked-if": {"field": "kind", "values": ["drug"]}},
            {"id": "double", "label": "Double", "type": "computed", "formula": "2 * dose"},
            {"id": "mask", "label": "Mask", "asked-if": {"field": "blind", "values": ["yes"]}}]})");
    return kForm;
}

TEST(Conditions, askOnlyWhereTheyAreMet)
{
    EXPECT_THAT(askedPaths(form(), {}), ElementsAre("design", "craft"));
    EXPECT_THAT(askedPaths(form(), typed(form(), {{"design", "cohort"}})), ElementsAre("design", "craft"));
    EXPECT_THAT(askedPaths(form(), typed(form(), {{"design", "rct"}})),
                ElementsAre("design", "blind", "craft"));
    EXPECT_THAT(askedPaths(form(), typed(form(), {{"design", "rct"}, {"blind", "no"}})),
                ElementsAre("design", "blind", "craft"));
    EXPECT_THAT(askedPaths(form(), typed(form(), {{"design", "rct"}, {"blind", "yes"}})),
                ElementsAre("design", "blind", "who", "craft"));
}

TEST(Conditions, mayWaitForAStatus)
{
    EXPECT_TRUE(isAsked(form(), typed(form(), {{"design", "rct"}, {"blind", "not reported"}}), "who"));
    EXPECT_FALSE(isAsked(form(), typed(form(), {{"design", "rct"}, {"blind", "unclear"}}), "who"));
}

TEST(Conditions, doNotAskBehindAFieldThatIsNotAskedItself)
{
    EXPECT_FALSE(isAsked(form(), typed(form(), {{"design", "cohort"}, {"blind", "yes"}}), "who"));
}

TEST(Conditions, areMetByACodeBelow)
{
    EXPECT_TRUE(isAsked(form(), typed(form(), {{"craft", "clay; chairs"}}), "tree"));
    EXPECT_FALSE(isAsked(form(), typed(form(), {{"craft", "clay"}}), "tree"));
}

TEST(Conditions, lookBesideThemInAGroup)
{
    const Values values = typed(form(),
                                {{"design", "rct"},
                                 {"blind", "yes"},
                                 {"who", "all"},
                                 {"arms/a/kind", "drug"},
                                 {"arms/b/kind", "none"}});
    EXPECT_TRUE(isAsked(form(), values, "arms/a/dose"));
    EXPECT_FALSE(isAsked(form(), values, "arms/b/dose"));
    EXPECT_TRUE(isAsked(form(), values, "arms/b/mask"));
    EXPECT_FALSE(isAsked(form(), values, "arms/b/moon"));
    EXPECT_THAT(askedPaths(form(), values),
                ElementsAre("design",
                            "blind",
                            "who",
                            "craft",
                            "arms/a/kind",
                            "arms/a/dose",
                            "arms/a/mask",
                            "arms/b/kind",
                            "arms/b/mask"));
}

TEST(Completeness, countsWhatIsAskedAndLeft)
{
    const Values values = typed(form(), {{"design", "rct"}, {"blind", "yes"}, {"arms/a/kind", "drug"}});
    const Completeness completeness = completenessOf(form(), values);
    EXPECT_EQ(completeness.asked, 7U);
    EXPECT_EQ(completeness.answered, 3U);
    EXPECT_THAT(completeness.missing, ElementsAre("who", "arms/a/dose"));
    EXPECT_EQ(completeness.text(), "4 of 7 fields left; 2 are required");
    EXPECT_FALSE(completeness.isComplete());
}

TEST(Completeness, missesARequiredGroupWithoutAnInstance)
{
    EXPECT_THAT(completenessOf(form(), typed(form(), {{"design", "rct"}})).missing, ElementsAre("arms"));
    EXPECT_TRUE(completenessOf(form(), typed(form(), {{"design", "cohort"}})).isComplete());
}

TEST(Completeness, takesNotReportedForAnAnswer)
{
    const Completeness completeness =
        completenessOf(form(), typed(form(), {{"design", "NR"}, {"craft", "NA"}}));
    EXPECT_EQ(completeness.text(), "All fields are filled in");
    EXPECT_TRUE(completeness.isComplete());
}

} // namespace

} // namespace winnow::extraction::test
