#include "flow/manuscript.h"
#include "some_numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::flow::test {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> messages(const char *text)
{
    std::vector<std::string> found;
    for (const Finding &finding : checkManuscript(someNumbers(Variant::NewOther), text)) {
        EXPECT_EQ(finding.rule, "R20");
        EXPECT_EQ(finding.severity, Severity::Warning);
        EXPECT_FALSE(finding.boxes.empty());
        found.push_back(finding.message);
    }
    return found;
}

TEST(Manuscript, thatSaysWhatTheDiagramSaysIsRight)
{
    EXPECT_THAT(
        messages("The searches identified 43,085 records (Scopus 41,231 records). After 1234 duplicates "
                 "were removed, we screened 41,839 records, of which 41,779 records were excluded. The "
                 "full texts of 57 reports were assessed for eligibility. In the end 26 studies were "
                 "included."),
        IsEmpty());
}

TEST(Manuscript, isWarnedOfEachNumberThatIsAnother)
{
    EXPECT_THAT(
        messages("We identified 43,084 records. After removal of 1,233 duplicate records, 41,840 records\n"
                 "were screened. Thirteen studies were included."),
        ElementsAre(testing::AllOf(HasSubstr("43,084 records"), HasSubstr("43,085")),
                    testing::AllOf(HasSubstr("1,233 duplicate"), HasSubstr("1,234")),
                    testing::AllOf(HasSubstr("41,840 records were screened"), HasSubstr("41,839")),
                    testing::AllOf(HasSubstr("Thirteen studies were included"), HasSubstr("26"))));
}

TEST(Manuscript, mayHoldOtherNumbers)
{
    EXPECT_THAT(
        messages("Between 2010 and 2020, 45% of studies included children aged 5 to 12 years. The 12.5 "
                 "records excluded per hour, and 2010-2020 studies included. Table 3 lists the studies. "
                 "A total of 500 participants were included."),
        IsEmpty());
    EXPECT_THAT(messages(""), IsEmpty());
    EXPECT_THAT(messages("999999999999999999999999 records screened"), IsEmpty());
}

} // namespace

} // namespace winnow::flow::test
