#include "app/bundles.h"
#include "app/extraction.h"
#include "app/extraction_file.h"
#include "app/flow_notes.h"
#include "app/forms.h"
#include "app/history.h"
#include "app/outside_evidence.h"
#include "app/stages.h"
#include "base/file.h"
#include "team.h"

#include <gmock/gmock.h>

namespace winnow::app::test {

namespace {

using extraction::Form;
using extraction::Values;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char *kForm =
    R"({"id": "f", "title": "A form", "version": 1, "sections": [{"title": "S", "fields": [
  {"id": "country", "label": "Country"},
  {"id": "n", "label": "People", "type": "integer"},
  {"id": "craft", "label": "Craft", "type": "multiple",
   "options": [{"id": "wood", "label": "Wood"}, {"id": "clay", "label": "Clay"}]},
  {"id": "double", "label": "Twice", "type": "computed", "formula": "n * 2"}]}]})";

/// A review whose full texts are read with the form.
class Extraction : public testing::Test
{
protected:
    Extraction()
    {
        auto form = extraction::parseForm(kForm);
        EXPECT_TRUE(form) << form.error().message;
        m_form = *form;
        EXPECT_TRUE(publishForm(*m_team.as("owner"), m_form));
    }

    Values values(const std::vector<std::pair<std::string, std::string>> &said) const
    {
        Values values;
        for (const auto &[path, text] : said) {
            values.emplace(path, extraction::parseValue(*extraction::fieldAt(m_form, path), text).value());
        }
        return values;
    }

    void extract(const std::string &who,
                 std::int64_t record,
                 const std::vector<std::pair<std::string, std::string>> &said)
    {
        const auto done = extractValues(*m_team.as(who), {{record}}, "f", values(said));
        ASSERT_TRUE(done) << done.error().message;
    }

    /// "country=India; n=5 (differ)" as the reviewer sees it.
    std::string held(const std::string &who, const ExtractionSubject &subject)
    {
        const auto form = formOf(*m_team.as(who), "f").value();
        const auto study = extractionOf(*m_team.as(who), subject, form);
        EXPECT_TRUE(study) << study.error().message;
        std::string text;
        for (const auto &[path, value] : study->held(form)) {
            const extraction::Field *field = extraction::fieldAt(form, path);
            text += (text.empty() ? "" : "; ") + path + "=" +
                    (field == nullptr ? "?" : extraction::display(*field, value.value)) +
                    (value.isDisputed ? " (differ)"
                     : value.isAgreed ? " (agreed)"
                                      : "");
        }
        return text;
    }

    Team m_team{3};
    Form m_form;
};

TEST_F(Extraction, holdsTheLatestValueAndIsUndone)
{
    const auto ann = m_team.as("ann");
    extract("ann", 1, {{"country", "India"}, {"n", "5"}});
    extract("ann", 1, {{"country", "Nepal"}});
    EXPECT_EQ(held("ann", {{1}}), "country=Nepal; double=10; n=5");
    ASSERT_TRUE(undo(*ann).value());
    EXPECT_EQ(held("ann", {{1}}), "country=India; double=10; n=5");
    ASSERT_TRUE(undo(*ann).value());
    EXPECT_EQ(held("ann", {{1}}), "");
    ASSERT_TRUE(redo(*ann).value());
    EXPECT_EQ(held("ann", {{1}}), "country=India; double=10; n=5");
}

TEST_F(Extraction, keepsNotReportedApartFromNothingSaid)
{
    extract("ann", 1, {{"country", "NR"}});
    const auto study = extractionOf(*m_team.as("ann"), {{1}}, m_form).value();
    EXPECT_EQ(study.byExtractor.at("ann").at("country").status, extraction::ValueStatus::NotReported);
    EXPECT_EQ(study.byExtractor.at("ann").count("n"), 0U);
}

TEST_F(Extraction, takesAValueBack)
{
    extract("ann", 1, {{"country", "India"}, {"n", "5"}});
    ASSERT_TRUE(extractValues(*m_team.as("ann"), {{1}}, "f", {{"country", extraction::Value()}}));
    EXPECT_EQ(held("ann", {{1}}), "double=10; n=5");
}

TEST_F(Extraction, isBlindUntilFullTextIsOpened)
{
    extract("ann", 1, {{"country", "India"}});
    extract("ben", 1, {{"country", "Nepal"}});
    EXPECT_EQ(held("ben", {{1}}), "country=Nepal");
    for (const LogEntry &entry : history(*m_team.as("ben"), RecordId{1}).value()) {
        EXPECT_EQ(entry.text.find("India"), std::string::npos) << entry.text;
    }
    ASSERT_TRUE(openStage(*m_team.as("ann"), Stage::FullText));
    EXPECT_THAT(held("ben", {{1}}), HasSubstr("(differ)"));
    const auto study = extractionOf(*m_team.as("ben"), {{1}}, m_form).value();
    const auto all = study.held(m_form);
    EXPECT_EQ(all.at("country").others.size(), 1U);
    EXPECT_THAT(all.at("country").extractors, ElementsAre("ann", "ben"));
}

TEST_F(Extraction, holdsWhatWasAgreedWhateverExtractorsSaid)
{
    extract("ann", 1, {{"country", "India"}});
    extract("ben", 1, {{"country", "Nepal"}});
    EXPECT_THAT(agreeOnValues(*m_team.as("ann"), {{1}}, "f", values({{"country", "Bhutan"}})).error().message,
                HasSubstr("still blind"));
    ASSERT_TRUE(openStage(*m_team.as("ann"), Stage::FullText));
    ASSERT_TRUE(agreeOnValues(*m_team.as("ann"), {{1}}, "f", values({{"country", "Bhutan"}})));
    EXPECT_EQ(held("ben", {{1}}), "country=Bhutan (agreed)");
    extract("ben", 1, {{"country", "Tibet"}});
    EXPECT_EQ(held("ben", {{1}}), "country=Bhutan (agreed)");
}

TEST_F(Extraction, isAgreedOnByThoseWhoMaySettleOnly)
{
    StageSettings settings = stageSettings(*m_team.as("owner")).value().back();
    settings.adjudicators = {"cleo"};
    m_team.set(settings);
    const auto refused = agreeOnValues(*m_team.as("ann"), {{1}}, "f", values({{"country", "Bhutan"}}));
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("cleo"));
    ASSERT_TRUE(openStage(*m_team.as("cleo"), Stage::FullText));
    EXPECT_TRUE(agreeOnValues(*m_team.as("cleo"), {{1}}, "f", values({{"country", "Bhutan"}})));
}

TEST_F(Extraction, belongsToTheStudyOfAllItsReports)
{
    extract("ann", 1, {{"country", "India"}});
    extract("ann", 3, {{"n", "7"}});
    ASSERT_TRUE(setStudies(*m_team.as("ann"), {{1}, {"Craft trial"}}));
    ASSERT_TRUE(setStudies(*m_team.as("ann"), {{3}, {"Craft trial"}}));
    EXPECT_EQ(held("ann", {{1}}), "country=India; double=14; n=7");
    EXPECT_EQ(held("ann", {{3}}), held("ann", {{1}}));
    const auto all = extractionsOf(*m_team.as("ann"), m_form).value();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().label, "Craft trial");
    EXPECT_THAT(all.front().keys, ElementsAre("r1", "r3"));
}

TEST_F(Extraction, followsRecordsThatAreMerged)
{
    extract("ann", 2, {{"country", "India"}});
    m_team.merge({{1}, {2}});
    EXPECT_EQ(held("ann", {{1}}), "country=India");
}

TEST_F(Extraction, isAlsoDoneOnEvidenceFromOutside)
{
    ASSERT_TRUE(noteEvidence(*m_team.as("ann"), {"talk", EvidenceKind::Interview, "A craftswoman"}));
    const auto subject = subjectFromKey(*m_team.as("ann"), "talk").value();
    ASSERT_TRUE(extractValues(*m_team.as("ann"), subject, "f", values({{"craft", "wood; clay"}})));
    EXPECT_EQ(held("ann", subject), "craft=Wood; Clay");
    EXPECT_EQ(extractionsOf(*m_team.as("ann"), m_form).value().front().label, "A craftswoman");
}

TEST_F(Extraction, keepsAllWhenTheFormIsChanged)
{
    extract("ann", 1, {{"country", "India"}, {"n", "5"}, {"craft", "wood"}});
    const auto changed = extraction::parseForm(
        R"({"id": "f", "title": "A form", "version": 9, "sections": [{"title": "S", "fields": [
          {"id": "place", "label": "Place", "former-ids": ["country"]}, {"id": "craft", "label": "Craft", "type": "integer"}]}]})");
    ASSERT_TRUE(changed) << changed.error().message;
    const auto publication = publishForm(*m_team.as("ann"), *changed).value();
    EXPECT_FALSE(publication.isNew);
    EXPECT_EQ(publication.form.version, 2);
    EXPECT_FALSE(publication.changes.empty());
    const auto study = extractionOf(*m_team.as("ann"), {{1}}, publication.form).value();
    const Values &said = study.byExtractor.at("ann");
    EXPECT_EQ(said.at("place").parts.front().text, "India");
    EXPECT_EQ(said.at("n").parts.front().text, "5") << "no longer asked, and still there";
    EXPECT_FALSE(study.notices.at("craft").empty());
    EXPECT_EQ(publishForm(*m_team.as("ann"), *changed).error().code, ErrorCode::AlreadyExists);
    // And back again.
    ASSERT_TRUE(publishForm(*m_team.as("ann"), m_form));
    EXPECT_EQ(held("ann", {{1}}), "country=India; craft=Wood; double=10; n=5");
}

TEST_F(Extraction, refusesFieldsThatAreNotThereOrComputed)
{
    const auto unknown = extractValues(*m_team.as("ann"), {{1}}, "f", {{"weight", extraction::Value()}});
    ASSERT_FALSE(unknown);
    EXPECT_THAT(unknown.error().message, HasSubstr("country"));
    EXPECT_FALSE(extractValues(*m_team.as("ann"), {{1}}, "f", {{"double", extraction::Value()}}));
    const auto noForm = extractValues(*m_team.as("ann"), {{1}}, "g", {});
    ASSERT_FALSE(noForm);
    EXPECT_THAT(noForm.error().message, HasSubstr("pico"));
}

TEST_F(Extraction, comesBackFromAFileAsItWas)
{
    const winnow::test::TempFolder folder;
    Values said = values({{"country", "=1+1"}, {"n", "NR"}, {"craft", "wood; clay"}});
    said.at("country").quotes = {{"the \"words\"", "4", std::string(64, 'a') + "#page=6&box=1,2,3,4.5"},
                                 {"more", ""}};
    said.at("craft").note = "a note";
    ASSERT_TRUE(extractValues(*m_team.as("ann"), {{1}}, "f", said));
    extract("ben", 2, {{"country", "Nepal"}});
    ASSERT_TRUE(openStage(*m_team.as("ann"), Stage::FullText));
    ASSERT_TRUE(agreeOnValues(*m_team.as("ann"), {{2}}, "f", values({{"country", "Bhutan"}})));
    for (const char *name : {"values.csv", "values.json"}) {
        const auto file = folder.path() / name;
        EXPECT_EQ(exportValues(*m_team.as("ann"), "f", file).value(), 0);
        Team other(3);
        ASSERT_TRUE(publishForm(*other.as("owner"), m_form));
        ASSERT_TRUE(openStage(*other.as("owner"), Stage::FullText)); // a consensus needs that
        const auto taken = importValues(*other.as("owner"), "f", file);
        ASSERT_TRUE(taken) << name << taken.error().message;
        EXPECT_EQ(taken->values, 5) << name;
        const auto before = extractionsOf(*m_team.as("ann"), m_form).value();
        const auto after = extractionsOf(*other.as("owner"), m_form).value();
        ASSERT_EQ(after.size(), before.size()) << name;
        for (std::size_t i = 0; i < after.size(); ++i) {
            EXPECT_EQ(after[i].byExtractor, before[i].byExtractor) << name;
            EXPECT_EQ(after[i].agreed, before[i].agreed) << name;
        }
    }
}

TEST_F(Extraction, takesNothingOfAFileThatIsWrongSomewhere)
{
    const winnow::test::TempFolder folder;
    const auto file = folder.path() / "v.csv";
    const std::vector<std::pair<const char *, const char *>> cases{
        {"field,value\ncountry,India\n", "no column \"study\""},
        {"study,field,value\nr1,country,India\nr1,n,many\n", "line 3"},
        {"study,field,value\nr1,weight,5\n", "no field \"weight\""},
        {"study,field,value\nr9,country,India\n", "r9"},
        {"study,field,value\nr1,country,\n", "NR"},
        {"study,field,value\nr1,country,India\nr1,country,Nepal\n", "line 3"},
        {"study,field,value\nr1,country,India\n#1,country,Nepal\n", "another key of the same study"},
        {"study,field,value,agreed\nr1,country,India,perhaps\n", "yes or no"},
        {"study,field,value,study-name\nr1,country,India,North\n", "North"},
        {"study,field,value,colour\nr1,country,India,red\n", "colour"},
    };
    for (const auto &[text, words] : cases) {
        ASSERT_TRUE(writeFile(file, text));
        const auto taken = importValues(*m_team.as("ann"), "f", file);
        ASSERT_FALSE(taken) << text;
        EXPECT_THAT(taken.error().message, HasSubstr(words));
        EXPECT_EQ(held("ann", {{1}}), "");
    }
}

TEST_F(Extraction, takesNoValueFromJsonThatNobodyCouldType)
{
    const winnow::test::TempFolder folder;
    const auto file = folder.path() / "v.json";
    const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
    const std::vector<std::pair<std::string, std::string>> cases{
        {R"({"studies": [{"study": "r1", "values": {"n": {"status": "extracted", "parts": [{"text": "many"}]}}}]})",
         "study 1"},
        {R"({"studies": )" + deep + "}", "studies"},
        {R"({"studies": [{"study": "r1", "values": {"weight": {"parts": [{"text": "5"}]}}}]})",
         "no field \"weight\""},
    };
    for (const auto &[text, words] : cases) {
        ASSERT_TRUE(writeFile(file, text));
        const auto taken = importValues(*m_team.as("ann"), "f", file);
        ASSERT_FALSE(taken) << words;
        EXPECT_THAT(taken.error().message, HasSubstr(words));
    }
}

TEST_F(Extraction, writesAndTakesAFileWithoutValues)
{
    const winnow::test::TempFolder folder;
    for (const char *name : {"v.csv", "v.json"}) {
        EXPECT_EQ(exportValues(*m_team.as("ann"), "f", folder.path() / name).value(), 0);
        EXPECT_EQ(importValues(*m_team.as("ann"), "f", folder.path() / name).value().values, 0);
    }
}

TEST_F(Extraction, ofOthersIsTakenBackByWhoBroughtItIn)
{
    const winnow::test::TempFolder folder;
    const auto file = folder.path() / "v.csv";
    ASSERT_TRUE(openStage(*m_team.as("ann"), Stage::FullText));
    extract("ann", 2, {{"country", "Peru"}});
    extract("ben", 3, {{"country", "Chile"}});
    ASSERT_TRUE(writeFile(file, "study,field,value,extractor\nr1,country,India,ben\nr1,n,5,ann\n"));
    ASSERT_TRUE(importValues(*m_team.as("ann"), "f", file));
    EXPECT_EQ(held("ann", {{1}}), "country=India; double=10; n=5");
    ASSERT_TRUE(undo(*m_team.as("ben")).value());
    EXPECT_EQ(held("ann", {{3}}), "") << "what ben said himself";
    EXPECT_EQ(held("ann", {{1}}), "country=India; double=10; n=5");
    ASSERT_TRUE(undo(*m_team.as("ann")).value());
    EXPECT_EQ(held("ann", {{1}}), "");
    EXPECT_EQ(held("ann", {{2}}), "country=Peru");
}

/// A report tells of two studies, one of which another report tells of, too.
TEST_F(Extraction, keepsStudiesOfOneReportApart)
{
    const winnow::test::TempFolder folder;
    const auto ann = m_team.as("ann");
    ASSERT_TRUE(setStudies(*ann, {{1}, {"North", "South"}}));
    ASSERT_TRUE(setStudies(*ann, {{2}, {"South"}}));
    extract("ann", 1, {{"country", "Norway"}});
    extract("ann", 2, {{"country", "Chile"}});
    EXPECT_EQ(held("ann", {{1}}), "country=Norway");
    EXPECT_EQ(held("ann", {{1}, {}, "South"}), "country=Chile");
    const auto file = folder.path() / "v.csv";
    ASSERT_TRUE(exportValues(*ann, "f", file));
    Team other(3);
    const auto owner = other.as("owner");
    ASSERT_TRUE(publishForm(*owner, m_form));
    ASSERT_TRUE(setStudies(*owner, {{1}, {"North", "South"}}));
    ASSERT_TRUE(setStudies(*owner, {{2}, {"South"}}));
    ASSERT_TRUE(openStage(*owner, Stage::FullText));
    const auto taken = importValues(*owner, "f", file);
    ASSERT_TRUE(taken) << taken.error().message;
    const auto all = extractionsOf(*owner, m_form).value();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].label, "North");
    EXPECT_EQ(all[1].label, "South");
    EXPECT_EQ(all[1].byExtractor.at("ann").at("country").parts.front().text, "Chile");
}

TEST_F(Extraction, computesNothingFromWhatIsDisputed)
{
    extract("ann", 1, {{"n", "5"}});
    extract("ben", 1, {{"n", "6"}});
    ASSERT_TRUE(openStage(*m_team.as("ann"), Stage::FullText));
    EXPECT_EQ(held("ann", {{1}}), "n=5 (differ)");
    ASSERT_TRUE(agreeOnValues(*m_team.as("ann"), {{1}}, "f", values({{"n", "6"}})));
    EXPECT_EQ(held("ann", {{1}}), "double=12; n=6 (agreed)");
}

/// Reviewers on copies of a review bring forms, values and evidence together.
TEST_F(Extraction, travelsInBundles)
{
    const winnow::test::TempFolder folder;
    ASSERT_TRUE(noteEvidence(*m_team.as("ann"), {"talk", EvidenceKind::Interview, "A craftswoman"}));
    extract("ann", 1, {{"country", "India"}, {"craft", "wood"}});
    const auto bundle = folder.path() / "all.bundle";
    ASSERT_TRUE(exportBundle(*m_team.as("owner"), {}, bundle));
    Team copy(3);
    const auto merged = mergeBundle(*copy.as("owner"), bundle);
    ASSERT_TRUE(merged) << merged.error().message;
    const auto form = formOf(*copy.as("ann"), "f");
    ASSERT_TRUE(form) << form.error().message;
    const auto all = extractionsOf(*copy.as("ann"), *form).value();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().byExtractor.at("ann").at("country").parts.front().text, "India");
    EXPECT_EQ(outsideEvidence(*copy.as("ann")).value().size(), 1U);
    EXPECT_TRUE(extractionsOf(*copy.as("ben"), *form).value().empty()) << "as blind there as here";
}

TEST_F(Extraction, isATableWithARowForEachStudy)
{
    const winnow::test::TempFolder folder;
    extract("ann", 1, {{"country", "India"}, {"n", "5"}});
    extract("ann", 2, {{"craft", "clay"}});
    ASSERT_TRUE(exportValueSheet(*m_team.as("ann"), "f", folder.path() / "s.csv"));
    EXPECT_EQ(readFile(folder.path() / "s.csv").value(),
              "study,label,country,n,craft,double\r\nr1,r1,India,5,,10\r\nr2,r2,,,Clay,\r\n");
}

} // namespace

} // namespace winnow::app::test
