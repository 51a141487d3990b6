#include "session.h"
#include "support/labelled_screening.h"
#include "support/real_data.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <zlib.h>

#include <algorithm>

namespace winnow::cli::test {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Twelve records, rows 0 to 11, of which 1, 4, 7 and 10 are relevant; with a text over several lines, an
/// empty abstract and columns that have no say.
const std::string kLabelled = "id,title,abstract,label_included,label_abstract_included\n"
                              "1,Indigo dyes for cotton,The dye was tested on cotton fabric.,0,1\n"
                              "2,Firing clay in a kiln,\"Pottery kilns were fired\nwith \"\"green\"\" wood, "
                              "and clay was measured.\",1,1\n"
                              "3,Loom weaving of fabric,,0,1\n"
                              "4,Colour of cotton dyes,Dyes fade on cotton fabric.,0,0\n"
                              "5,Kiln temperature and clay,Clay pottery was fired in kilns.,1,1\n"
                              "6,Weaving on a hand loom,The loom gave fabric of cotton.,0,0\n"
                              "7,Cotton weaving,Fabric from the loom was dyed.,0,0\n"
                              "8,Pottery of fired clay,A kiln for clay pottery.,1,1\n"
                              "9,Natural dyes,The dyes of cotton fabric.,0,0\n"
                              "10,Indigo on the loom,Cotton fabric and indigo dye.,0,0\n"
                              "11,Glaze and kiln,Clay was fired in pottery kilns.,1,1\n"
                              "12,Fabric of cotton,Weaving and dyes.,0,0\n";

nlohmann::json simulated(Session &session, const std::vector<std::string> &options)
{
    std::vector<std::string> arguments{"simulate", "@/labelled.csv", "--json"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Output output = session.run(arguments);
    EXPECT_EQ(output.code, 0) << output.err;
    return nlohmann::json::parse(output.out, nullptr, false);
}

} // namespace

TEST(Simulate, screensFromThePriorsUntilTheLastRelevantRecord)
{
    Session session;
    session.write("labelled.csv", kLabelled);
    const auto outcome =
        simulated(session, {"--prior-included", "1", "--prior-excluded", "0", "--seed", "3"});
    auto order = outcome["order"].get<std::vector<int>>();
    ASSERT_EQ(order.size(), 3U) << "the kilns come before all cloth";
    std::ranges::sort(order);
    EXPECT_THAT(order, testing::ElementsAre(4, 7, 10));
    EXPECT_DOUBLE_EQ(outcome["metrics"]["loss"].get<double>(), 0);
    EXPECT_DOUBLE_EQ(outcome["metrics"]["atd"].get<double>(), 2);
    EXPECT_DOUBLE_EQ(outcome["metrics"]["wss95_cohen"].get<double>(), 0.65);
    for (const char *name : {"wss95", "wss100", "recall10"}) {
        EXPECT_TRUE(outcome["metrics"][name].is_number()) << name;
    }
    for (const char *name : {"cpu_s", "step_ms_median", "peak_mb"}) {
        EXPECT_GE(outcome[name].get<double>(), 0) << name;
    }
}

TEST(Simulate, goesTheSameWayWhateverTheSeed)
{
    Session session;
    session.write("labelled.csv", kLabelled);
    const auto first = simulated(session, {"--prior-included", "4", "--prior-excluded", "6", "--seed", "1"});
    const auto second = simulated(session, {"--prior-included", "4", "--prior-excluded", "6", "--seed", "2"});
    EXPECT_EQ(first["order"], second["order"]);
}

TEST(Simulate, withoutPriorsReadsInOrderOfTheFileUntilBothLabelsAreKnown)
{
    Session session;
    session.write("labelled.csv", kLabelled);
    const auto outcome = simulated(session, {});
    EXPECT_EQ(outcome["order"][0], 0);
    EXPECT_EQ(outcome["order"][1], 1);
    EXPECT_EQ(outcome["order"].size(), 5U);
}

TEST(Simulate, readsGzipWithAByteOrderMarkAndOtherLineEnds)
{
    Session session;
    std::string text = "\xEF\xBB\xBF" + kLabelled;
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) {
        text.insert(at, "\r");
    }
    gzFile file = gzopen(session.path("packed.csv.gz").c_str(), "wb");
    gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
    gzclose(file);
    session.write("labelled.csv", kLabelled);
    const Output packed = session.run({"simulate", "@/packed.csv.gz", "--json"});
    ASSERT_EQ(packed.code, 0) << packed.err;
    EXPECT_EQ(nlohmann::json::parse(packed.out)["order"], simulated(session, {})["order"]);
}

TEST(Simulate, hasAShortReadableForm)
{
    Session session;
    session.write("labelled.csv", kLabelled);
    const Output output = session.run({"simulate", "@/labelled.csv", "--model", "elas_u4"});
    EXPECT_EQ(output.code, 0) << output.err;
    EXPECT_THAT(output.out, HasSubstr("Model elas_u4: 12 records, of which 4 relevant"));
    EXPECT_THAT(output.out, HasSubstr("recall at 10 %"));
}

TEST(Simulate, namesItsModels)
{
    Session session;
    session.write("labelled.csv", kLabelled);
    EXPECT_THAT(session.run({"simulate", "--help"}).out, HasSubstr("elas_u4"));
    const Output wrong = session.run({"simulate", "@/labelled.csv", "--model", "magic"});
    EXPECT_EQ(wrong.code, 1);
    EXPECT_THAT(wrong.err, HasSubstr("There is no model magic; the models are "));
}

TEST(Simulate, refusesPriorsThatAreNotWhatIsSaid)
{
    Session session;
    session.write("labelled.csv", kLabelled);
    Output output = session.run({"simulate", "@/labelled.csv", "--prior-included", "0"});
    EXPECT_EQ(output.code, 1);
    EXPECT_THAT(output.err, HasSubstr("its label_included is 0; choose a row with 1"));
    output = session.run({"simulate", "@/labelled.csv", "--prior-excluded", "1"});
    EXPECT_THAT(output.err, HasSubstr("its label_included is 1; choose a row with 0"));
    for (const char *row : {"12", "-1", "99999999999"}) {
        output = session.run({"simulate", "@/labelled.csv", "--prior-excluded", row});
        EXPECT_EQ(output.code, 1);
        EXPECT_THAT(output.err, HasSubstr("rows are counted from 0 to 11"));
    }
}

TEST(Simulate, saysWhatIsMissingInTheFile)
{
    Session session;
    session.write("labelled.csv", "title,abstract,included\na,b,1\n");
    EXPECT_THAT(session.run({"simulate", "@/labelled.csv"}).err,
                HasSubstr("There is no column label_included"));
    session.write("labelled.csv", "title,abstract,label_included\na,b,1\nc,d,maybe\n");
    EXPECT_THAT(session.run({"simulate", "@/labelled.csv"}).err,
                HasSubstr("line 3: The label of row 1 is \"maybe\""));
    session.write("labelled.csv", "title,abstract,label_included\n");
    EXPECT_THAT(session.run({"simulate", "@/labelled.csv"}).err, HasSubstr("There is no record in it"));
    session.write("labelled.csv", "title,abstract,label_included\na,\"b,1\n");
    EXPECT_THAT(session.run({"simulate", "@/labelled.csv"}).err, HasSubstr("never closed"));
    EXPECT_EQ(session.run({"simulate", "@/no such file.csv"}).code, 1);
}

TEST(Simulate, hasNoMetricsWhereNothingIsToBeFound)
{
    Session session;
    session.write("labelled.csv", "title,abstract,label_included\na,b,0\nc,d,1\n");
    const auto outcome = simulated(session, {"--prior-included", "1"});
    EXPECT_TRUE(outcome["metrics"].is_null());
    EXPECT_TRUE(outcome["order"].empty());
}

TEST(Simulate, withThePeersModelGivesThePeersFigures)
{
    const auto data = winnow::test::realData("screening-peer/Donners_2021.csv");
    WINNOW_NEEDS_REAL_DATA(data);
    Session session;
    double loss = 0;
    double saved = 0;
    double recall = 0;
    int seeds = 0;
    const auto all = winnow::test::screeningPriors();
    for (const winnow::test::Priors &priors : all.at("Donners_2021")) {
        const Output output = session.run({"simulate",
                                           data.string(),
                                           "--prior-included",
                                           std::to_string(priors.included),
                                           "--prior-excluded",
                                           std::to_string(priors.excluded),
                                           "--model",
                                           "elas_u4",
                                           "--json"});
        ASSERT_EQ(output.code, 0) << output.err;
        const auto metrics = nlohmann::json::parse(output.out)["metrics"];
        loss += metrics["loss"].get<double>();
        saved += metrics["wss95"].get<double>();
        recall += metrics["recall10"].get<double>();
        ++seeds;
    }
    ASSERT_EQ(seeds, 5);
    EXPECT_NEAR(loss / seeds, 0.0664, 2e-4);
    EXPECT_NEAR(saved / seeds, 0.7383, 2e-4);
    EXPECT_NEAR(recall / seeds, 0.6571, 2e-4);
}

} // namespace winnow::cli::test
