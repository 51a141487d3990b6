#include "app/appraisals.h"
#include "app/evidence_tables.h"
#include "app/extraction.h"
#include "app/flow_notes.h"
#include "app/forms.h"
#include "app/history.h"
#include "app/outside_evidence.h"
#include "app/report.h"
#include "app/report_text.h"
#include "app/stages.h"
#include "app/table_data.h"
#include "base/file.h"
#include "team.h"

#include <gmock/gmock.h>

#include <cstdlib>

namespace winnow::app::test {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Records 1 and 2 are included, 3 is excluded at full text, 4 has no verdict.
class Tables : public testing::Test
{
protected:
    Tables()
    {
        for (const Stage stage : {Stage::TitleAbstract, Stage::FullText}) {
            for (const std::int64_t record : {1, 2}) {
                m_team.decide("owner", record, Verdict::Include, {}, stage);
            }
        }
        m_team.decide("owner", 3, Verdict::Include);
        m_team.decide("owner", 3, Verdict::Exclude, "wrong population", Stage::FullText);
        const auto form = extraction::parseForm(
            R"({"id": "f", "title": "A form", "version": 1, "sections": [{"title": "S", "fields": [
              {"id": "country", "label": "Country"},
              {"id": "n", "label": "People", "type": "integer"},
              {"id": "craft", "label": "Craft", "type": "code", "options": [
                {"id": "wood", "label": "Wood", "children": [{"id": "carving", "label": "Carving"}]},
                {"id": "clay", "label": "Clay"}]},
              {"id": "arms", "label": "Arms", "type": "group", "fields": [
                {"id": "size", "label": "Size", "type": "integer"}]}]}]})");
        EXPECT_TRUE(form) << form.error().message;
        EXPECT_TRUE(publishForm(*m_team.as("owner"), *form));
        m_form = *form;
    }

    void extract(std::int64_t record, const std::vector<std::pair<std::string, std::string>> &said)
    {
        extraction::Values values;
        for (const auto &[path, text] : said) {
            const extraction::Field *field = extraction::fieldAt(m_form, path);
            ASSERT_NE(field, nullptr) << path;
            values.emplace(path, extraction::parseValue(*field, text).value());
        }
        ASSERT_TRUE(extractValues(*m_team.as("owner"), {{record}}, "f", values));
    }

    /// The cells of a table, divided by |, its rows by line ends; then its notes.
    std::string printed(const std::string &id)
    {
        const auto table = printedTable(*m_team.as("owner"), id);
        EXPECT_TRUE(table) << table.error().message;
        std::string text;
        for (const evidence::PrintedRow &row : table->rows) {
            for (const evidence::PrintedCell &cell : row.cells) {
                text += (&cell == &row.cells.front() ? "" : "|") + cell.text;
                for (const std::string &item : cell.items) {
                    text += "{" + item + "}";
                }
            }
            text += "\n";
        }
        for (const std::string &note : table->notes) {
            text += note + "\n";
        }
        return text;
    }

    void load(const std::string &json)
    {
        const auto file = m_folder.path() / "t.json";
        ASSERT_TRUE(writeFile(file, json));
        const auto set = loadTables(*m_team.as("owner"), file);
        ASSERT_TRUE(set) << set.error().message;
    }

    Team m_team{4};
    winnow::test::TempFolder m_folder;
    extraction::Form m_form;
};

TEST_F(Tables, fillThemselvesFromWhatWasExtracted)
{
    extract(1,
            {{"country", "India"},
             {"n", "5"},
             {"craft", "carving"},
             {"arms/new/size", "3"},
             {"arms/old/size", "2"}});
    extract(2, {{"country", "NR"}, {"craft", "clay"}});
    const NewTable request{"characteristics", "c", "", {"f/country", "f/n", "f/craft", "f/arms"}};
    ASSERT_TRUE(addTable(*m_team.as("owner"), request));
    EXPECT_EQ(printed("c"),
              "r1|India|5|Wood \u203a Carving|{new: Size 3}{old: Size 2}|[1]\n"
              "r2|Not reported||Clay||[2]\n");
    const NewTable thematic{"thematic", "t", "", {"f/craft"}};
    ASSERT_TRUE(addTable(*m_team.as("owner"), thematic));
    // Who chose a part of something chose that, too.
    EXPECT_EQ(printed("t"),
              "Wood||1|[1]\n"
              "Wood \u203a Carving||1|[1]\n"
              "Clay||1|[2]\n");
}

TEST_F(Tables, listExcludedStudiesWithTheirReasons)
{
    ASSERT_TRUE(addTable(*m_team.as("owner"), {"excluded"}));
    EXPECT_EQ(printed("table-1"), "r3|Tin of record 3|wrong population\n");
}

TEST_F(Tables, showJudgementsInTheColoursOfThePlots)
{
    std::vector<DomainJudgement> judgements;
    for (const char *domain : {"D1", "D2", "D3", "D4", "D5"}) {
        judgements.push_back({domain, appraisal::Judgement::Low, "by lot"});
    }
    ASSERT_TRUE(appraise(*m_team.as("owner"), {1}, *appraisal::toolCalled("rob2"), judgements));
    ASSERT_TRUE(addTable(*m_team.as("owner"), {"risk-of-bias"}));
    EXPECT_THAT(printed("table-1"), HasSubstr("r1|Low|Low|Low|Low|Low|Low\n"));
    const auto table = printedTable(*m_team.as("owner"), "table-1").value();
    EXPECT_TRUE(table.rows[0].cells[1].fill);
    EXPECT_EQ(table.rows[0].cells[1].quotes.front().text, "by lot");
}

TEST_F(Tables, keepAStudyThatIsExcludedAfterItWasCited)
{
    load(
        R"({"tables": [{"id": "t", "columns": ["A", "References"], "rows": [{"A": "x", "References": ["r1", "r2"]}]}]})");
    EXPECT_EQ(printed("t"), "x|[1, 2]\n");
    m_team.decide("owner", 2, Verdict::Exclude, "duplicate data", Stage::FullText);
    EXPECT_EQ(printed("t"), "x|[1, 2\u2020]\n\u2020 Not among the included studies: r2 (duplicate data).\n");
}

TEST_F(Tables, markWhatWasExcludedByAbstractButNotWhatNobodyJudged)
{
    load(
        R"({"tables": [{"id": "t", "columns": ["A", "References"], "rows": [{"A": "x", "References": ["#4"]}]}]})");
    EXPECT_EQ(printed("t"), "x|[1]\n");
    m_team.decide("owner", 4, Verdict::Exclude, "off topic");
    EXPECT_EQ(printed("t"),
              "x|[1\u2020]\n\u2020 Not among the included studies: r4 (excluded at title and abstract).\n");
}

TEST_F(Tables, citeTheRecordThatStandsForItsGroup)
{
    m_team.merge({{1}, {4}});
    load(
        R"({"tables": [{"id": "t", "columns": ["A", "References"], "rows": [{"A": "x", "References": ["r4"]}]}]})");
    EXPECT_EQ(printed("t"), "x|[1]\n");
    EXPECT_THAT(evidence::writtenKeys(tables(*m_team.as("owner")).value()), ElementsAre("r1"));
}

TEST_F(Tables, citeTheGroupThatARecordCameIntoLater)
{
    load(
        R"({"tables": [{"id": "t", "columns": ["A", "References"], "rows": [{"A": "x", "References": ["r4", "r2"]}]}]})");
    ASSERT_TRUE(setReportText(*m_team.as("owner"), "As said [@r4].\n"));
    m_team.merge({{1}, {4}});
    EXPECT_EQ(printed("t"), "x|[1, 2]\n");
    const auto report = makeReport(*m_team.as("owner"), {}).value();
    for (const publish::Block &block : report.document.blocks) {
        if (const auto *list = std::get_if<publish::References>(&block)) {
            ASSERT_EQ(list->entries.size(), 2U);
            EXPECT_EQ(list->entries[0].key, "r1");
        }
    }
}

TEST_F(Tables, keepANumberFreeWhereTwoOfAFixedListBecameOneRecord)
{
    load(
        R"({"references": {"numbering": "fixed", "list": ["r1", "r4", "r2"]}, "tables": [{"id": "t", "columns": ["A", "References"], "rows": [{"A": "x", "References": ["r1", "r2", "r4"]}]}]})");
    EXPECT_EQ(printed("t"), "x|[1\u20133]\n");
    m_team.merge({{1}, {4}});
    EXPECT_EQ(printed("t"), "x|[1, 3]\n");
    const auto owner = m_team.as("owner");
    ASSERT_TRUE(addTable(*owner, {"excluded", "e"})) << "the tables can still be changed";
    EXPECT_EQ(printed("t"), "x|[1, 3]\n");
    const auto file = m_folder.path() / "again.json";
    ASSERT_TRUE(exportTables(*owner, file));
    ASSERT_TRUE(loadTables(*owner, file));
    EXPECT_EQ(printed("t"), "x|[1, 3]\n");
}

TEST_F(Tables, printStudiesOfOneReportEachWithItsOwnValues)
{
    const auto owner = m_team.as("owner");
    ASSERT_TRUE(setStudies(*owner, {{1}, {"North", "South"}}));
    extract(1, {{"country", "Norway"}});
    extraction::Values values;
    values.emplace("country",
                   extraction::parseValue(*extraction::fieldAt(m_form, "country"), "Chile").value());
    ASSERT_TRUE(extractValues(*owner, {{1}, {}, "South"}, "f", values));
    ASSERT_TRUE(addTable(*owner, {"characteristics", "c", "", {"f/country"}}));
    EXPECT_EQ(printed("c"), "North|Norway|[1]\nSouth|Chile|[1]\nr2||[2]\n");
}

TEST_F(Tables, canBeChangedWhenWhatTheyCiteIsGone)
{
    evidence::TableSet set =
        evidence::parseTableSet(
            R"({"tables": [{"id": "t", "columns": ["References"], "rows": [{"References": ["gone"]}]}]})")
            .value();
    store::EventDraft event; // as it was before the import of the record was undone
    event.kind = EventKind::TablesLoaded;
    event.subjectKind = "review";
    event.detail = toJson(set);
    const auto owner = m_team.as("owner");
    ASSERT_TRUE(owner->log().append(owner->act(), std::span(&event, 1)));
    ASSERT_TRUE(addTable(*owner, {"excluded"}));
    EXPECT_EQ(printed("t"), "[1\u2021]\n\u2021 Not in the review any more: gone.\n");
}

TEST_F(Tables, refuseToCiteWhatIsNotThere)
{
    const auto file = m_folder.path() / "t.json";
    ASSERT_TRUE(writeFile(
        file,
        R"({"tables": [{"id": "t", "columns": ["References"], "rows": [{"References": ["nobody"]}]}]})"));
    const auto set = loadTables(*m_team.as("owner"), file);
    ASSERT_FALSE(set);
    EXPECT_THAT(set.error().message, HasSubstr("cite nobody"));
    EXPECT_FALSE(tables(*m_team.as("owner")));
}

TEST_F(Tables, markEvidenceFromOutsideAndDoNotCountItAsAStudy)
{
    ASSERT_TRUE(noteEvidence(*m_team.as("owner"), {"talk", EvidenceKind::Interview, "A craftswoman"}));
    const auto talk = subjectFromKey(*m_team.as("owner"), "talk").value();
    extraction::Values values;
    values.emplace("craft", extraction::parseValue(*extraction::fieldAt(m_form, "craft"), "clay").value());
    ASSERT_TRUE(extractValues(*m_team.as("owner"), talk, "f", values));
    extract(2, {{"craft", "clay"}});
    ASSERT_TRUE(addTable(*m_team.as("owner"), {"thematic", "t", "", {"f/craft"}}));
    EXPECT_EQ(printed("t"), "Clay||1 + 1 outside|[1, E1]\n");
}

TEST_F(Tables, areAddedRemovedAndUndone)
{
    const auto owner = m_team.as("owner");
    ASSERT_TRUE(addTable(*owner, {"characteristics", "c"}));
    EXPECT_EQ(addTable(*owner, {"characteristics", "c"}).error().code, ErrorCode::AlreadyExists);
    EXPECT_EQ(addTable(*owner, {"excluded"}).value().id, "table-2");
    EXPECT_THAT(addTable(*owner, {"characteristics", "d", "", {"f/weight"}}).error().message,
                HasSubstr("f/country"));
    EXPECT_THAT(removeTable(*owner, "z").error().message, HasSubstr("c, table-2"));
    ASSERT_TRUE(removeTable(*owner, "c"));
    EXPECT_EQ(tables(*owner).value().tables.size(), 1U);
    ASSERT_TRUE(undo(*owner).value());
    EXPECT_EQ(tables(*owner).value().tables.size(), 2U);
    ASSERT_TRUE(removeTable(*owner, "c"));
    ASSERT_TRUE(removeTable(*owner, "table-2"));
    EXPECT_EQ(tables(*owner).error().code, ErrorCode::NotFound) << "as before there were any";
    ASSERT_TRUE(addTable(*owner, {"excluded"}));
    ASSERT_TRUE(writeFile(m_folder.path() / "none.json", R"({"tables": []})"));
    EXPECT_THAT(loadTables(*owner, m_folder.path() / "none.json").error().message, HasSubstr("empty"));
}

TEST_F(Tables, comeBackFromTheirFile)
{
    ASSERT_TRUE(addTable(*m_team.as("owner"), {"characteristics", "c", "Who took part", {"f/country"}}));
    const auto file = m_folder.path() / "out.json";
    ASSERT_TRUE(exportTables(*m_team.as("owner"), file));
    const std::string before = toJson(tables(*m_team.as("owner")).value());
    ASSERT_TRUE(loadTables(*m_team.as("owner"), file));
    EXPECT_EQ(toJson(tables(*m_team.as("owner")).value()), before);
}

TEST_F(Tables, countWhatTheTextCitesFirst)
{
    load(
        R"({"tables": [{"id": "t", "columns": ["A", "References"], "rows": [{"A": "x", "References": ["r1"]}]}]})");
    ASSERT_TRUE(setReportText(*m_team.as("owner"), "# Key messages\n\nAs said [@r2].\n"));
    EXPECT_EQ(printed("t"), "x|[2]\n");
}

TEST(ReportText, isDividedIntoSectionsParagraphsAndLists)
{
    const ReportText text =
        parseReportText("before\n\n# Key messages\n\n- one **bold** and *slanted* [@a; @b]\n"
                        "  goes on\n- two\n\n## Limits\nA 5 * 3 text\nover lines.\n\n1. x\n2. y\n");
    ASSERT_EQ(text.sections.size(), 3U);
    EXPECT_EQ(text.sections[0].title, "");
    EXPECT_EQ(text.sections[1].title, "Key messages");
    const auto &list = std::get<publish::ItemList>(text.sections[1].blocks.at(0));
    ASSERT_EQ(list.items.size(), 2U);
    EXPECT_FALSE(list.isNumbered);
    EXPECT_TRUE(list.items[0][1].isBold);
    EXPECT_TRUE(list.items[0][3].isItalic);
    EXPECT_THAT(citedKeys(text), ElementsAre("a", "b"));
    EXPECT_EQ(list.items[0].back().text, " goes on");
    const auto &paragraph = std::get<publish::Paragraph>(text.sections[2].blocks.at(0));
    EXPECT_EQ(paragraph.runs.at(0).text, "A 5 * 3 text over lines.");
    EXPECT_TRUE(std::get<publish::ItemList>(text.sections[2].blocks.at(1)).isNumbered);
}

TEST(ReportText, takesForTextWhatIsNoMarkup)
{
    for (const char *text : {"[@", "[@a", "[@]", "[@a; b]", "**", "*", "a ** b", "#x", "#### four"}) {
        const ReportText read = parseReportText(text);
        EXPECT_THAT(citedKeys(read), IsEmpty()) << text;
        ASSERT_EQ(read.sections.size(), 1U) << text;
        std::string all;
        for (const publish::Run &run : std::get<publish::Paragraph>(read.sections[0].blocks.at(0)).runs) {
            all += run.text;
        }
        EXPECT_EQ(all, text);
    }
}

TEST_F(Tables, areInAReportWithWhatPeopleWroteAndWhatTheReviewKnows)
{
    load(R"({"tables": [{"id": "t", "caption": "Crafts", "columns": ["A", "References"],
             "rows": [{"A": "x", "References": ["r1"]}]}]})");
    ASSERT_TRUE(
        setReportText(*m_team.as("owner"), "# Key messages\n\n- Craft pays [@r2].\n\n# Outlook\n\nMore.\n"));
    const auto report = makeReport(*m_team.as("owner"), {});
    ASSERT_TRUE(report) << report.error().message;
    std::vector<std::string> headings;
    int figures = 0;
    int tables = 0;
    for (const publish::Block &block : report->document.blocks) {
        if (const auto *heading = std::get_if<publish::Heading>(&block)) {
            headings.push_back(heading->text);
        }
        figures += std::holds_alternative<publish::Figure>(block) ? 1 : 0;
        tables += std::holds_alternative<publish::TableBlock>(block) ? 1 : 0;
    }
    EXPECT_THAT(headings,
                testing::IsSupersetOf({"How the studies were found",
                                       "Findings",
                                       "Quality of the evidence",
                                       "Outlook",
                                       "Methods",
                                       "Limitations",
                                       "References",
                                       "Appendix A: searches",
                                       "Appendix B: reports excluded at full text"}));
    EXPECT_EQ(figures, 1);
    EXPECT_EQ(tables, 2) << "Crafts, and what was excluded";
    const auto &highlight = std::get<publish::Highlight>(report->document.blocks.front());
    EXPECT_EQ(highlight.title, "Key messages");
    EXPECT_EQ(highlight.items.at(0).at(2).text, "1") << "r2 is cited first";
    EXPECT_EQ(highlight.items.at(0).at(2).reference, "r2");
}

TEST_F(Tables, areTheKeyMessagesOfAReportWhereNobodyWroteAny)
{
    load(R"({"tables": [{"id": "t", "caption": "Crafts", "columns": ["A", "References"],
             "rows": [{"A": "Wood", "References": ["r1"]}]}]})");
    const auto report = makeReport(*m_team.as("owner"), {}).value();
    const auto &highlight = std::get<publish::Highlight>(report.document.blocks.front());
    EXPECT_EQ(highlight.title, "At a glance");
    EXPECT_EQ(highlight.items.at(0).at(0).text, "2 studies are included (2 reports).");
    std::string told;
    for (const publish::Run &run : highlight.items.at(1)) {
        told += run.text;
    }
    EXPECT_EQ(told, "Crafts (Table 1): Wood [1].");
    EXPECT_THAT(report.notices.back(), HasSubstr("Key messages"));
}

/// Programs are looked for where there are none, until it is gone.
class NoPrograms
{
public:
    NoPrograms()
    {
        if (const char *path = std::getenv("PATH")) {
            m_path = path;
        }
        setenv("PATH", "/nonexistent", 1);
    }

    NoPrograms(const NoPrograms &) = delete;
    NoPrograms &operator=(const NoPrograms &) = delete;

    ~NoPrograms() { setenv("PATH", m_path.c_str(), 1); }

private:
    std::string m_path;
};

TEST_F(Tables, areInAReportWithoutPandocAndItSaysHowToGetIt)
{
    load(
        R"({"tables": [{"id": "t", "columns": ["A", "References"], "rows": [{"A": "x", "References": ["r1"]}]}]})");
    const NoPrograms none;
    const auto report = makeReport(*m_team.as("owner"), {});
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_THAT(report->notices.front(), HasSubstr("install the package"));
    for (const publish::Block &block : report->document.blocks) {
        if (const auto *list = std::get_if<publish::References>(&block)) {
            ASSERT_EQ(list->entries.size(), 1U);
            EXPECT_EQ(list->entries[0].label, "[1]");
            EXPECT_EQ(list->entries[0].runs.at(0).text, "Tin of record 1");
            return;
        }
    }
    FAIL() << "there is no reference list";
}

TEST_F(Tables, needNoReportText)
{
    Team empty(1);
    const auto report = makeReport(*empty.as("owner"), {});
    ASSERT_TRUE(report) << report.error().message;
}

} // namespace

} // namespace winnow::app::test
