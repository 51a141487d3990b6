#include "flow/publisher.h"
#include "some_numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::flow::test {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Publisher, objectsToNothingInADiagramMadeForIt)
{
    for (const Publisher &publisher : publishers()) {
        EXPECT_EQ(publisherCalled(publisher.id), &publisher);
        DiagramOptions options;
        options.widthMm = publisher.wideMm;
        const Diagram diagram = layOut(someNumbers(Variant::NewDatabases), options);
        EXPECT_THAT(objections(publisher, diagram, "eps", 0), IsEmpty()) << publisher.id;
    }
    EXPECT_EQ(publisherCalled("none"), nullptr);
}

TEST(Publisher, objectsToSmallTypeOtherSizesAndFilesItDoesNotTake)
{
    DiagramOptions options;
    options.widthMm = 200;
    options.fontSizePt = 6.5;
    const Diagram diagram = layOut(someNumbers(Variant::NewOther), options);
    EXPECT_THAT(objections(*publisherCalled("plos"), diagram, "png", 299),
                ElementsAre("PLOS asks for type of at least 8 pt; this diagram is set in 6.5 pt.",
                            "PLOS prints at most 190.5 mm in width; this is 200 mm wide.",
                            "PLOS takes .tif, .eps, not .png.",
                            "PLOS asks for 300 dpi; this has 299."));
    options.widthMm = 60;
    options.fontSizePt = 8;
    const Diagram narrow = layOut(someNumbers(Variant::NewOther, 25), options);
    EXPECT_THAT(objections(*publisherCalled("springer"), narrow, "eps", 1200),
                testing::AllOf(testing::Contains(HasSubstr("at most 234 mm in height")),
                               testing::Contains(HasSubstr("at least 84 mm"))));
}

} // namespace

} // namespace winnow::flow::test
