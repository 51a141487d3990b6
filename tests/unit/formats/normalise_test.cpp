#include "formats/support/csv_authors.h"
#include "formats/support/identifiers.h"
#include "formats/support/markup.h"
#include "formats/support/normalise.h"
#include "formats/support/vocabulary.h"

#include <gtest/gtest.h>

#include <array>
#include <utility>

namespace winnow::formats {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;
using Names = std::vector<PersonName>;

} // namespace

TEST(BareDoi, takesTheDoiOutOfAllItsForms)
{
    constexpr std::array kCases{
        Pair{"10.1000/ABC", "10.1000/abc"},
        Pair{"https://doi.org/10.1000/abc", "10.1000/abc"},
        Pair{"http://dx.doi.org/10.1000/abc.", "10.1000/abc"},
        Pair{"doi: 10.1000/abc [doi]", "10.1000/abc"},
        Pair{"https://doi.org/10.1000%2Fabc%28x%29", "10.1000/abc(x)"},
        Pair{"10.1000/abc</p>", "10.1000/abc"},
        Pair{"10.1002/(SICI)1097-0258(19980815)17:15&lt;1661::AID-SIM968&gt;3.0.CO;2-2",
             "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2"},
        Pair{"10.1000", ""},
        Pair{"10.12/too-short", ""},
        Pair{"version 10.2 of it", ""},
        Pair{"", ""},
    };
    for (const auto &[text, doi] : kCases) {
        EXPECT_EQ(bareDoi(text), doi) << text;
        EXPECT_EQ(bareDoi(bareDoi(text)), doi) << text;
    }
}

TEST(Identifiers, areTakenOutOfTheirSurroundings)
{
    EXPECT_EQ(pmidFrom("PUBMED 21314913"), "21314913");
    EXPECT_EQ(pmidFrom("21314913 [pmid]"), "21314913");
    EXPECT_EQ(pmidFrom("1234567890"), "");
    EXPECT_EQ(pmidFrom("12 and 13"), "");
    EXPECT_EQ(eidIn("https://www.scopus.com/inward/record.uri?eid=2-s2.0-123&doi=x"), "2-s2.0-123");
    EXPECT_EQ(eidIn("2-s2.0-"), "");
}

TEST(SerialNumbers, goToTheirFieldsOnce)
{
    Record record;
    addSerialNumbers(record, "20411723 (ISSN); 978-3-031-49212-9 (ISBN); 2041-1723; 1234567x; 99");
    EXPECT_EQ(record.issn, "2041-1723 1234-567X");
    EXPECT_EQ(record.isbn, "9783031492129");
    Record eaten;
    addIssns(eaten, "1234567");
    EXPECT_EQ(eaten.issn, "0123-4567");
}

TEST(CompleteIdentifiers, readsTheAddress)
{
    Record record;
    record.url = "https://pubmed.ncbi.nlm.nih.gov/31234567/";
    completeIdentifiers(record);
    EXPECT_EQ(record.pmid, "31234567");
    record.url = "https://doi.org/10.1000/X";
    completeIdentifiers(record);
    EXPECT_EQ(record.doi, "10.1000/x");
}

TEST(Pages, areDividedAndCompleted)
{
    struct Case
    {
        std::string_view text;
        std::string_view first;
        std::string_view last;
    };

    constexpr std::array kCases{
        Case{"188-97", "188", "197"},
        Case{"188\u2013197", "188", "197"},
        Case{"pp. 188--197", "188", "197"},
        Case{"e12", "e12", ""},
        Case{"S1-S9", "S1", "S9"},
        Case{"12 - 34", "12", "34"},
        Case{"1023-9", "1023", "1029"},
        Case{"", "", ""},
        Case{"5-", "5", ""},
    };
    for (const Case &pages : kCases) {
        Record record;
        setPages(record, pages.text);
        EXPECT_EQ(record.pageFirst, pages.first) << pages.text;
        EXPECT_EQ(record.pageLast, pages.last) << pages.text;
    }
}

TEST(DateFrom, readsWhatDatabasesWrite)
{
    const std::array<std::pair<std::string_view, PartialDate>, 16> kCases{{
        {"2020", {2020, {}, {}}},
        {"2020/11/02", {2020, 11, 2}},
        {"2020///", {2020, {}, {}}},
        {"2020/11//Nov/Dec2020", {2020, 11, {}}},
        {"2017 Nov 15", {2017, 11, 15}},
        {"2020 Jan-Feb", {2020, 1, {}}},
        {"2019 Winter", {2019, {}, {}}},
        {"SEP 22", {{}, 9, 22}},
        {"JUL-DEC", {{}, 7, {}}},
        {"28 May 2024", {2024, 5, 28}},
        {"Jun2023", {2023, 6, {}}},
        {"2016-05-28T10:11:12Z", {2016, 5, 28}},
        {"20240528", {2024, 5, 28}},
        {"2020.0", {2020, {}, {}}},
        {"2020/13/45", {2020, {}, {}}},
        {"in press", {{}, {}, {}}},
    }};
    for (const auto &[text, date] : kCases) {
        EXPECT_EQ(dateFrom(text), date) << text;
    }
}

TEST(Refine, keepsTheFirstWhereTwoDatesContradict)
{
    PartialDate date{2020, {}, {}};
    refine(date, {2021, 3, 4});
    EXPECT_EQ(date, (PartialDate{2020, {}, {}}));
    refine(date, {{}, 5, 6});
    EXPECT_EQ(date, (PartialDate{2020, 5, 6}));
}

TEST(Vocabulary, knowsLanguagesAndTypes)
{
    EXPECT_EQ(languageFrom("eng"), "english");
    EXPECT_EQ(languageFrom("English"), "english");
    EXPECT_EQ(languageFrom("Tok Pisin"), "tok pisin");
    EXPECT_EQ(typeFromLabel("Article; Early Access"), RecordType::Article);
    EXPECT_EQ(typeFromLabel("Article; Book Chapter"), RecordType::Chapter);
    EXPECT_EQ(typeFromLabel("Journal Article; Retracted Publication"), RecordType::Retracted);
    EXPECT_EQ(typeFromLabel("Unpublished doctoral dissertation"), RecordType::Thesis);
    EXPECT_EQ(typeFromLabel("PhD Thesis"), RecordType::Thesis);
    EXPECT_EQ(typeFromLabel("Zine"), std::nullopt);
}

TEST(Vocabulary, readsTheLabelOfEveryTypeBack)
{
    for (int i = static_cast<int>(RecordType::Article); i <= static_cast<int>(RecordType::RegisterEntry);
         ++i) {
        const auto type = static_cast<RecordType>(i);
        EXPECT_EQ(typeFromLabel(namesOf(type).label), type) << namesOf(type).label;
    }
}

TEST(PlainText, resolvesMarkupAndSqueezes)
{
    constexpr std::array kCases{
        Pair{"A plain title", "A plain title"},
        Pair{"  two   blanks\tand\na line ", "two blanks and a line"},
        Pair{"<i>Tridacna</i> &amp; H<sub>2</sub>O", "Tridacna & H2O"},
        Pair{"p &lt; 0.05 and p < 0.01", "p < 0.05 and p < 0.01"},
        Pair{"caf&eacute; &#233; &#xE9; &unknown;", "caf\u00E9 \u00E9 \u00E9 &unknown;"},
        Pair{"<jats:p>Text</jats:p>", "Text"},
        Pair{"[No abstract available]", ""},
        Pair{"a  b", "a b"},
        Pair{"1234567  9", "1234567 9"},
    };
    for (const auto &[text, plain] : kCases) {
        EXPECT_EQ(plainText(text), plain) << text;
        EXPECT_EQ(plainText(markedUp(std::string(plain))), plain) << text;
    }
}

TEST(PlainText, findsDoubleBlanksAtEveryPlace)
{
    for (std::size_t at = 1; at < 20; ++at) {
        std::string text(21, 'x');
        text.replace(at, 2, "  ");
        EXPECT_EQ(plainText(text).size(), at < 19 ? 20U : 19U) << at;
    }
}

TEST(AuthorFrom, dropsWhatSaysThatThereIsNone)
{
    EXPECT_FALSE(authorFrom("[Anonymous]"));
    EXPECT_EQ(authorFrom("Reyes, [Anonymous]"), (PersonName{"Reyes", ""}));
}

TEST(CsvAuthors, areDividedInEveryCustom)
{
    const std::array<std::pair<std::string_view, Names>, 9> kCases{{
        {"Wilson L.N.; Gardner J.D.", {{"Wilson", "L.N."}, {"Gardner", "J.D."}}},
        {"Wilson, Lauren N. (58975547800); Li, X. (1)", {{"Wilson", "Lauren N."}, {"Li", "X."}}},
        {"Gatica, G.N., Sequeira, F.A.", {{"Gatica", "G.N."}, {"Sequeira", "F.A."}}},
        {"Wilson LN, Gardner JD.", {{"Wilson", "LN"}, {"Gardner", "JD"}}},
        {"Yang, Z. and Jiang, B.", {{"Yang", "Z."}, {"Jiang", "B."}}},
        {"Smith, John", {{"Smith", "John"}}},
        {"World Health Organization", {{"World Health Organization", ""}}},
        {"[No author name available]", {}},
        {"", {}},
    }};
    for (const auto &[cell, names] : kCases) {
        Record record;
        addCsvAuthors(record, cell);
        EXPECT_EQ(record.authors, names) << cell;
        Record again;
        addCsvAuthors(again, csvAuthorCell(names));
        EXPECT_EQ(again.authors, names) << cell;
    }
}

TEST(InitialsFirst, areDividedWhereAllNamesBeginWithThem)
{
    const std::array<std::pair<std::string_view, Names>, 5> kCases{{
        {"EN Reyes, \u00D6 Sari, RSB da Silva, \u2026",
         {{"Reyes", "EN"}, {"Sari", "\u00D6"}, {"da Silva", "RSB"}, {"\u2026", ""}}},
        {"EN Reyes, World Health Organization", {{"EN Reyes", ""}, {"World Health Organization", ""}}},
        {"LI X, WU YZ", {{"LI", "X"}, {"WU", "YZ"}}},
        {"\u674E \u660E", {{"\u674E \u660E", ""}}},
        {"Reyes", {{"Reyes", ""}}},
    }};
    for (const auto &[cell, names] : kCases) {
        EXPECT_EQ(initialsFirstNames(cell).names, names) << cell;
    }
}

TEST(GluedNames, areDividedAtSeamsBetweenTwoWords)
{
    const std::array<std::pair<std::string_view, Names>, 11> kCases{{
        {"Jane Doe", {{"Doe", "Jane"}}},
        {"Jane DoeJohn SmithMaria Lopez", {{"Doe", "Jane"}, {"Smith", "John"}, {"Lopez", "Maria"}}},
        {"Jane McDonaldJohn MacArthur", {{"McDonald", "Jane"}, {"MacArthur", "John"}}},
        {"Rosa DeLucaMarc LaFleur", {{"DeLuca", "Rosa"}, {"LaFleur", "Marc"}}},
        {"LaToya SmithLeAnn O'NeilWenGuang", {{"Smith", "LaToya"}, {"LeAnn O'NeilWenGuang", ""}}},
        {"Jane DoeLaToya Smith", {{"Doe", "Jane"}, {"Smith", "LaToya"}}},
        {"A. B. O\u2019NeilC. de la Torre", {{"O\u2019Neil", "A. B."}, {"de la Torre", "C."}}},
        {"Ana Pe\u00F1a\u00C1lvaro Ort\u00EDZhen-Wei Li",
         {{"Pe\u00F1a", "Ana"}, {"Ort\u00ED", "\u00C1lvaro"}, {"Li", "Zhen-Wei"}}},
        {"Bo Yang \u6768\u535AKai Lu", {{"Bo Yang \u6768\u535A", ""}, {"Lu", "Kai"}}},
        {"Doe, Jane; Smith, John", {{"Doe", "Jane"}, {"Smith", "John"}}},
        {"John Smith Jr.", {{"John Smith Jr.", ""}}},
    }};
    for (const auto &[cell, names] : kCases) {
        EXPECT_EQ(gluedNames(cell).names, names) << cell;
    }
}

TEST(GluedNames, stayTogetherInDoubt)
{
    for (const std::string_view cell : {"Yun DuJuan Li",
                                        "Jane YangWenGuang Chen",
                                        "WenGuang Chen",
                                        "Anna HAMDADRosa Li",
                                        "Krishna N.Anna Pal",
                                        "Jane Suharto Smith WeberMadonna"}) {
        const CsvNames names = gluedNames(cell);
        EXPECT_FALSE(names.areSure) << cell;
        EXPECT_EQ(names.names, (Names{{std::string(cell), ""}})) << cell;
    }
    const CsvNames names = gluedNames("Jane DoeYun DuJuan LiJohn Smith");
    EXPECT_FALSE(names.areSure);
    EXPECT_EQ(names.names, (Names{{"Doe", "Jane"}, {"Yun DuJuan Li", ""}, {"Smith", "John"}}));
    EXPECT_TRUE(gluedNames("OpenAlex").areSure);
    EXPECT_TRUE(gluedNames("John McDonald Smith").areSure);
}

} // namespace winnow::formats
