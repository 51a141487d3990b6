// What the diagrams say: the official texts word by word, and what each option changes.
#include "some_numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace winnow::flow::test {

namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAreArray;

using TextById = std::map<std::string, std::string>;

TextById textsOf(const Diagram &diagram)
{
    TextById texts;
    for (const Box &box : diagram.boxes) {
        texts[box.id] = box.description;
    }
    return texts;
}

std::string footnotesOf(const Diagram &diagram)
{
    std::string text;
    for (const TextLine &line : diagram.footnotes) {
        text += (text.empty() ? "" : " ") + line.text;
    }
    return text;
}

Numbers blank(Variant variant)
{
    Numbers numbers;
    numbers.variant = variant;
    return numbers;
}

constexpr const char *kAttribution =
    "From: Page MJ, McKenzie JE, Bossuyt PM, Boutron I, Hoffmann TC, Mulrow CD, et al. The PRISMA 2020 "
    "statement: an updated guideline for reporting systematic reviews. BMJ 2021;372:n71. doi: "
    "10.1136/bmj.n71. For more information, visit: http://www.prisma-statement.org/";

TextById databaseBoxes()
{
    return {
        {"box2", "Records identified from*: Databases (n = ), Registers (n = )"},
        {"box3",
         "Records removed before screening: Duplicate records removed (n = ), Records marked as ineligible "
         "by automation tools (n = ), Records removed for other reasons (n = )"},
        {"box4", "Records screened (n = )"},
        {"box5", "Records excluded** (n = )"},
        {"box6", "Reports sought for retrieval (n = )"},
        {"box7", "Reports not retrieved (n = )"},
        {"box8", "Reports assessed for eligibility (n = )"},
        {"box9", "Reports excluded: Reason 1 (n = ), Reason 2 (n = ), Reason 3 (n = ), etc."},
        {"stage1", "Identification"},
        {"stage2", "Screening"},
        {"stage3", "Included"}};
}

TextById otherBoxes()
{
    return {
        {"box11",
         "Records identified from: Websites (n = ), Organisations (n = ), Citation searching (n = ), etc."},
        {"box12", "Reports sought for retrieval (n = )"},
        {"box13", "Reports not retrieved (n = )"},
        {"box14", "Reports assessed for eligibility (n = )"},
        {"box15", "Reports excluded: Reason 1 (n = ), Reason 2 (n = ), Reason 3 (n = ), etc."}};
}

TextById newBoxes()
{
    return {{"newstud", "Identification of studies via databases and registers"},
            {"box10", "Studies included in review (n = ), Reports of included studies (n = )"}};
}

TextById updatedBoxes()
{
    return {{"prevstud", "Previous studies"},
            {"newstud", "Identification of new studies via databases and registers"},
            {"box1",
             "Studies included in previous version of review (n = ), Reports of studies included in previous "
             "version of review (n = )"},
            {"box10", "New studies included in review (n = ), Reports of new included studies (n = )"},
            {"box16", "Total studies included in review (n = ), Reports of total included studies (n = )"}};
}

const std::vector<std::string> kDatabaseArrows{
    "box2>box3", "box2>box4", "box4>box5", "box4>box6", "box6>box7", "box6>box8", "box8>box9", "box8>box10"};
const std::vector<std::string> kOtherArrows{
    "box11>box12", "box12>box13", "box12>box14", "box14>box15", "box14>box10"};
const std::vector<std::string> kUpdatedArrows{"box10>box16", "box1>box16"};

struct Official
{
    Variant variant;
    const char *title;
    std::vector<TextById> boxes;
    std::vector<std::vector<std::string>> arrows;
};

class OfficialTemplate : public testing::TestWithParam<Official>
{};

TEST_P(OfficialTemplate, saysWordByWordWhatPrismaPublishes)
{
    const Diagram diagram = layOut(blank(GetParam().variant));
    EXPECT_EQ(diagram.title, GetParam().title);
    TextById expected;
    for (const TextById &boxes : GetParam().boxes) {
        expected.insert(boxes.begin(), boxes.end());
    }
    EXPECT_EQ(textsOf(diagram), expected);
    EXPECT_EQ(
        footnotesOf(diagram),
        "*Consider, if feasible to do so, reporting the number of records identified from each database "
        "or register searched (rather than the total number across all databases/registers). **If "
        "automation tools were used, indicate how many records were excluded by a human and how many "
        "were excluded by automation tools. " +
            std::string(kAttribution));
    EXPECT_EQ(diagram.attribution, kAttribution);
}

TEST_P(OfficialTemplate, hasItsArrows)
{
    std::vector<std::string> expected;
    for (const auto &arrows : GetParam().arrows) {
        expected.insert(expected.end(), arrows.begin(), arrows.end());
    }
    EXPECT_THAT(arrowsOf(layOut(blank(GetParam().variant))), UnorderedElementsAreArray(expected));
    DiagramOptions narrow;
    narrow.widthMm = 84;
    EXPECT_THAT(arrowsOf(layOut(blank(GetParam().variant), narrow)), UnorderedElementsAreArray(expected));
}

TextById withHeader(TextById boxes, const char *text)
{
    boxes["othstud"] = text;
    return boxes;
}

INSTANTIATE_TEST_SUITE_P(
    Of2020,
    OfficialTemplate,
    testing::Values(
        Official{
            Variant::NewDatabases,
            "PRISMA 2020 flow diagram for new systematic reviews which included searches of databases and "
            "registers only",
            {databaseBoxes(), newBoxes()},
            {kDatabaseArrows}},
        Official{Variant::NewOther,
                 "PRISMA 2020 flow diagram for new systematic reviews which included searches of databases, "
                 "registers and other sources",
                 {databaseBoxes(),
                  newBoxes(),
                  withHeader(otherBoxes(), "Identification of studies via other methods")},
                 {kDatabaseArrows, kOtherArrows}},
        Official{
            Variant::UpdatedDatabases,
            "PRISMA 2020 flow diagram for updated systematic reviews which included searches of databases "
            "and registers only",
            {databaseBoxes(), updatedBoxes()},
            {kDatabaseArrows, kUpdatedArrows}},
        Official{
            Variant::UpdatedOther,
            "PRISMA 2020 flow diagram for updated systematic reviews which included searches of databases, "
            "registers and other sources",
            {databaseBoxes(),
             updatedBoxes(),
             withHeader(otherBoxes(), "Identification of new studies via other methods")},
            {kDatabaseArrows, kUpdatedArrows, kOtherArrows}}),
    [](const auto &info) {
        std::string name(toString(info.param.variant));
        std::erase(name, '-');
        return name;
    });

TEST(Template2009, hasItsFourPhases)
{
    const Diagram diagram = layOut(blank(Variant::Prisma2009));
    const TextById expected{
        {"found", "Records identified through database searching (n = )"},
        {"found_other", "Additional records identified through other sources (n = )"},
        {"no_dupes", "Records after duplicates removed (n = )"},
        {"screened", "Records screened (n = )"},
        {"screen_exclusions", "Records excluded (n = )"},
        {"full_text", "Full-text articles assessed for eligibility (n = )"},
        {"full_text_exclusions", "Full-text articles excluded, with reasons (n = )"},
        {"qualitative", "Studies included in qualitative synthesis (n = )"},
        {"quantitative", "Studies included in quantitative synthesis (meta-analysis) (n = )"},
        {"stage1", "Identification"},
        {"stage2", "Screening"},
        {"stage3", "Eligibility"},
        {"stage4", "Included"}};
    EXPECT_EQ(textsOf(diagram), expected);
    EXPECT_THAT(arrowsOf(diagram),
                UnorderedElementsAreArray({"found>no_dupes",
                                           "found_other>no_dupes",
                                           "no_dupes>screened",
                                           "screened>screen_exclusions",
                                           "screened>full_text",
                                           "full_text>full_text_exclusions",
                                           "full_text>qualitative",
                                           "qualitative>quantitative"}));
    EXPECT_THAT(footnotesOf(diagram), HasSubstr("From: Moher D, Liberati A"));
    EXPECT_EQ(arrowsOf(layOut(someNumbers(Variant::Prisma2009))).size(), 9U) << "studies added late";
}

TEST(Template2009, takesTheNumbersOf2020Together)
{
    const Numbers numbers = someNumbers(Variant::Prisma2009);
    EXPECT_EQ(numbers.of2009.found, (Number{43073 + 12, {}}));
    EXPECT_EQ(numbers.of2009.foundOther, (Number{60, {}}));
    EXPECT_EQ(numbers.of2009.screened, (Number{41839 + 60, {}}));
    EXPECT_EQ(numbers.of2009.fullText, (Number{120, {}}));
    EXPECT_EQ(numbers.of2009.reasons.front(), (Line{"wrong design0", {2, {}}}));
    EXPECT_THAT(numbers.of2009.reasons, Contains(Line{"Report not retrieved", {4, {}}}));
    EXPECT_EQ(numbers.of2009.fullTextExcluded, (Number{12 + 2 + 4, {}}));
    EXPECT_THAT(asVariant(numbers, Variant::NewDatabases).error().message, HasSubstr("PRISMA 2009"));
}

TEST(Template, saysNoMoreOfTheAsteriskWhereItsAdviceIsFollowed)
{
    DiagramOptions options;
    const Numbers numbers = someNumbers(Variant::NewDatabases);
    const Diagram followed = layOut(numbers);
    EXPECT_THAT(boxOf(followed, "box2").description,
                HasSubstr("Records identified from: Databases (n = 43,073): Scopus (n = 41,231)"));
    EXPECT_EQ(boxOf(followed, "box5").description,
              "Records excluded (n = 41,779), Excluded by a human (n = 41,700), Excluded by automation tools "
              "(n = 79)");
    EXPECT_EQ(footnotesOf(followed), kAttribution);
    options.listsSources = false;
    options.splitsTools = false;
    const Diagram plain = layOut(numbers, options);
    EXPECT_EQ(boxOf(plain, "box2").description,
              "Records identified from*: Databases (n = 43,073), Registers (n = 12)");
    EXPECT_EQ(boxOf(plain, "box5").description, "Records excluded** (n = 41,779)");
    EXPECT_THAT(footnotesOf(plain), HasSubstr("**If automation"));
    options.withOfficialNotes = false;
    options.withAttribution = false;
    options.notes = {"Searched on 3 May."};
    EXPECT_THAT(boxOf(layOut(numbers, options), "box5").description, Not(HasSubstr("*")));
    EXPECT_EQ(footnotesOf(layOut(numbers, options)), "Searched on 3 May.");
    EXPECT_EQ(layOut(numbers, options).attribution, kAttribution) << "for the data of the file";
}

TEST(Template, drawsWhatTheOptionsAskFor)
{
    DiagramOptions options;
    options.listsTitleAbstractReasons = true;
    options.totalsReasons = true;
    options.extraLines = {{"box11", {"Personal communication", {4, {}}}}};
    options.extraRows = {{"box8", {"Reports appraised", {40, {}}}, {"Low quality", {12, {}}}},
                         {"box10", {"Narrative synthesis", {20, {}}}, {}}};
    const Diagram diagram = layOut(someNumbers(Variant::NewOther), options);
    EXPECT_THAT(boxOf(diagram, "box5").description, HasSubstr("wrong language (n = 779)"));
    EXPECT_THAT(boxOf(diagram, "box9").description,
                HasSubstr("Reports excluded (n = 7): wrong design0 (n = 1)"));
    EXPECT_THAT(boxOf(diagram, "box11").description, HasSubstr("Personal communication (n = 4)"));
    EXPECT_EQ(boxOf(diagram, "awaiting").description, "Reports awaiting classification (n = 3)");
    EXPECT_EQ(boxOf(diagram, "box17").description,
              "Total studies included in meta-analysis (n = 9), Reports of total included studies in "
              "meta-analysis (n = 11)");
    EXPECT_EQ(boxOf(diagram, "extra1_side").description, "Low quality (n = 12)");
    EXPECT_THAT(arrowsOf(diagram),
                testing::IsSupersetOf({"box8>extra1",
                                       "extra1>extra1_side",
                                       "extra1>box10",
                                       "box10>extra2",
                                       "extra2>box17",
                                       "box8>awaiting"}));
    options.showsAwaiting = false;
    options.showsMetaAnalysis = false;
    const Diagram less = layOut(someNumbers(Variant::NewOther), options);
    EXPECT_THAT(textsOf(less), Not(Contains(testing::Key("awaiting"))));
    EXPECT_THAT(textsOf(less), Not(Contains(testing::Key("box17"))));
}

TEST(Template, leavesOutWhatIsHidden)
{
    DiagramOptions options;
    options.hidden = {"box4", "box7", "total_reports", "register_results"};
    const Diagram diagram = layOut(someNumbers(Variant::UpdatedOther), options);
    const TextById texts = textsOf(diagram);
    EXPECT_THAT(texts, Not(Contains(testing::Key("box4"))));
    EXPECT_THAT(texts, Not(Contains(testing::Key("box5")))) << "what left there";
    EXPECT_THAT(texts, Not(Contains(testing::Key("box7"))));
    EXPECT_EQ(texts.at("box16"), "Total studies included in review (n = 38)");
    EXPECT_THAT(texts.at("box2"), Not(HasSubstr("Registers")));
    EXPECT_THAT(arrowsOf(diagram), Contains("box2>box6"));
}

TEST(Template, hidesLinesOfZeroAsAskedAndLeavesBlanksForWhatIsNotKnown)
{
    Numbers numbers;
    numbers.databases = {3, {}};
    numbers.registers = {0, {}};
    numbers.duplicates = {0, {}};
    numbers.byAutomation = {0, {}};
    numbers.reports.assessed = {0, {}};
    numbers.included.studies = {0, {}};
    numbers.included.reports = {0, {}};
    DiagramOptions options;
    const auto text = [&](const char *id) { return textsOf(layOut(numbers, options))[id]; };
    EXPECT_EQ(text("box2"), "Records identified from*: Databases (n = 3)");
    EXPECT_EQ(text("box3"), "Records removed before screening: Duplicate records removed (n = 0)");
    EXPECT_EQ(text("box4"), "Records screened (n = )");
    EXPECT_EQ(text("box9"), "Reports excluded (n = 0)");
    options.zeroLines = ZeroLines::Kept;
    EXPECT_EQ(text("box2"), "Records identified from*: Databases (n = 3), Registers (n = 0)");
    EXPECT_THAT(text("box3"), HasSubstr("automation tools (n = 0)"));
    options.zeroLines = ZeroLines::Hidden;
    EXPECT_EQ(text("box10"), "Studies included in review (n = 0)");
    numbers.reports.assessed = {5, {}};
    EXPECT_EQ(text("box9"), "Reports excluded (n = )") << "they are not told";
    numbers.screened = {std::nullopt, "xxx"};
    EXPECT_EQ(text("box4"), "Records screened (n = xxx)");
}

TEST(Template, saysThatADraftIsOne)
{
    struct Case
    {
        std::int64_t records;
        std::int64_t reports;
        const char *sentence;
    };

    const std::vector<Case> cases{
        {12, 0, "Draft: records that await screening (n = 12)."},
        {1, 1234, "Draft: records that await screening (n = 1), reports that await assessment (n = 1,234)."},
        {0, 1, "Draft: reports that await assessment (n = 1)."},
    };
    DiagramOptions options;
    options.isDraft = true;
    for (const Case &test : cases) {
        Numbers numbers;
        numbers.awaitingScreening = {test.records, {}};
        numbers.reports.notAssessedYet = {test.reports, {}};
        const Diagram diagram = layOut(numbers, options);
        EXPECT_TRUE(diagram.footnotes.front().isBold);
        EXPECT_THAT(diagram.description, HasSubstr(test.sentence));
    }
    EXPECT_THAT(layOut(Numbers{}).description, Not(HasSubstr("Draft")));
}

TEST(Template, isToldInSentences)
{
    Numbers numbers = someNumbers(Variant::UpdatedOther, 1, "no data");
    numbers.reports.awaiting = {};
    numbers.otherReports.awaiting = {};
    DiagramOptions options;
    options.showsMetaAnalysis = false;
    const std::string told = layOut(numbers, options).description;
    EXPECT_THAT(
        told,
        testing::StartsWith("Previous studies. Identification: The first box reads \u201CStudies included "
                            "in previous version of review (n = 12), "));
    for (const char *sentence :
         {"From there an arrow leads to \u201CTotal studies included in review (n = 38), Reports of total "
          "included studies (n = 45)\u201D. Identification of new studies via databases and registers. "
          "Identification: The first box reads \u201CRecords identified from: Databases (n = 43,073): Scopus",
          "An arrow leads right to \u201CRecords removed before screening: Duplicate records removed (n = "
          "1,234)",
          "Screening: An arrow leads down to \u201CRecords screened (n = 41,839)\u201D.",
          "Included: An arrow leads down to \u201CNew studies included in review (n = 26), Reports of new "
          "included studies (n = 30)\u201D. An arrow leads down to \u201CTotal studies",
          "Identification of new studies via other methods. Identification: The first box reads"}) {
        EXPECT_THAT(told, HasSubstr(sentence));
    }
    numbers.variant = Variant::NewDatabases;
    EXPECT_THAT(
        layOut(numbers).description,
        testing::EndsWith(
            "Not in the diagram, found by other methods: Websites (n = 40), Citation searching (n = 20)."));
}

TEST(Template, marksWhatComesFromOutsideAndSaysWhereFrom)
{
    Numbers numbers = someNumbers(Variant::NewDatabases);
    numbers.outside = {{LineId::OtherRemoved, "retracted", 3, "list of the publisher"},
                       {LineId::Databases, "Scopus", 41231, ""},
                       {LineId::Screened, "", 5, "first round"},
                       {LineId::FurtherSources, "Letters", 2, ""},
                       {LineId::LateDuplicates, "", 1, ""},
                       {LineId::Awaiting, "", 3, ""}};
    numbers.furtherSources = {{"Letters", {2, {}}}};
    numbers.remarks = {"Scopus reported 41,300 records, of which 41,231 came."};
    DiagramOptions options;
    const Diagram diagram = layOut(numbers, options);
    EXPECT_THAT(boxOf(diagram, "box2").description,
                HasSubstr("Databases (n = 43,073): Scopus (n = 41,231)\u2020, Web of Science (n = 1,842);"));
    EXPECT_THAT(boxOf(diagram, "box3").description,
                HasSubstr("other reasons (n = 7): retracted (n = 3)\u2020, wrong design (n = 4)"));
    EXPECT_EQ(boxOf(diagram, "box4").description, "Records screened (n = 41,839)\u2020");
    EXPECT_THAT(boxOf(diagram, "box2").description, HasSubstr("Letters (n = 2)\u2020"));
    EXPECT_THAT(
        boxOf(diagram, "box9").description,
        testing::AllOf(HasSubstr("Duplicate reports (n = 1)\u2020"), HasSubstr("wrong design0 (n = 1),")));
    EXPECT_EQ(boxOf(diagram, "awaiting").description, "Reports awaiting classification (n = 3)\u2020");
    EXPECT_THAT(
        footnotesOf(diagram),
        HasSubstr("\u2020From outside Winnow, not counted from its records: list of the publisher; first "
                  "round. Scopus reported 41,300 records"));
    options.withRemarks = false;
    EXPECT_EQ(boxOf(layOut(numbers, options), "box4").description, "Records screened (n = 41,839)");
    EXPECT_THAT(footnotesOf(layOut(numbers, options)), Not(HasSubstr("outside")));
}

TEST(Texts, inIndonesianHaveTheirOwnWordsAndGroupTheirOwnWay)
{
    DiagramOptions options;
    options.texts = Texts::named("id").value();
    const Diagram diagram = layOut(someNumbers(Variant::NewOther), options);
    EXPECT_EQ(diagram.language, "id");
    EXPECT_EQ(boxOf(diagram, "box4").description, "Rekaman disaring (n = 41.839)");
    EXPECT_THAT(boxOf(diagram, "box11").description, HasSubstr("Situs web (n = 40)"));
    EXPECT_THAT(diagram.description, Not(HasSubstr("arrow")));
}

TEST(Texts, ofThePackageHaveItsWordsCentredWithoutFootnotes)
{
    DiagramOptions options;
    options.texts = Texts::named("r-package").value();
    options.listsSources = false;
    options.splitsTools = false;
    const Diagram diagram = layOut(someNumbers(Variant::NewDatabases), options);
    EXPECT_EQ(boxOf(diagram, "newstud").description,
              "Identification of new studies via databases and registers");
    EXPECT_THAT(boxOf(diagram, "box3").description, HasSubstr("Duplicate records (n = 1,234)"));
    EXPECT_THAT(boxOf(diagram, "box10").description, HasSubstr("New studies included in review (n = 26)"));
    EXPECT_EQ(boxOf(diagram, "box5").description, "Records excluded (n = 41,779)");
    EXPECT_EQ(boxOf(diagram, "box4").lines.front().anchor, Anchor::Middle);
    EXPECT_THAT(diagram.footnotes, IsEmpty());
}

TEST(Texts, ofAFileMustBeCompleteOrBasedOnOthers)
{
    const auto message = [](const char *json) {
        const auto texts = Texts::fromJson(json);
        return texts ? std::string() : texts.error().message;
    };
    EXPECT_EQ(message(R"({"based-on": "id", "box": {"screened": "X"}, "source": {"Blogs": "Y"}})"), "");
    EXPECT_THAT(message(R"({"language": "fr"})"), HasSubstr("is missing"));
    EXPECT_THAT(message(R"({"based-on": "en", "box": {"screend": "X"}})"), HasSubstr("box.screend"));
    EXPECT_THAT(message(R"({"based-on": "en", "box": {"screened": 3}})"), HasSubstr("quotation marks"));
    EXPECT_THAT(message(R"({"based-on": "xx"})"), HasSubstr("en, id, r-package"));
    EXPECT_THAT(message("[]"), HasSubstr("no JSON file"));
    for (const ShippedFile &texts : shippedTexts()) {
        EXPECT_EQ(message(std::string(texts.content).c_str()), "") << texts.name;
    }
}

} // namespace

} // namespace winnow::flow::test
