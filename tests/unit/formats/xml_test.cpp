#include "formats/support/xml_records.h"
#include "samples.h"
#include "support/real_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace winnow::formats {

namespace {

using testing::ElementsAre;
using End = XmlElement::End;

constexpr std::array<std::string_view, 1> kNames{"record"};

std::vector<XmlElement> elementsOf(std::string text)
{
    TextInput input = TextInput::fromBytes(std::move(text));
    XmlRecords records(input, kNames);
    std::vector<XmlElement> elements;
    for (XmlElement element; records.next(element);) {
        elements.push_back(element);
    }
    return elements;
}

std::vector<std::string> textsOf(const std::string &text)
{
    std::vector<std::string> texts;
    for (const XmlElement &element : elementsOf(text)) {
        texts.push_back(element.text);
    }
    return texts;
}

std::string titled(std::string_view title)
{
    return "<record><titles><title>" + std::string(title) + "</title></titles></record>";
}

std::vector<std::string> titlesOf(const Collector &collector)
{
    std::vector<std::string> titles;
    for (const ReadRecord &read : collector.records) {
        titles.push_back(read.record.title);
    }
    return titles;
}

std::int64_t countOf(std::string_view format, std::string text)
{
    TextInput input = TextInput::fromBytes(std::move(text));
    return findFormat(format)->count(input);
}

} // namespace

TEST(XmlRecords, cutsElementsOutWithTheirLines)
{
    const auto elements =
        elementsOf("<xml>\r\n<records>\r\n<record a='>'>1\r\n</record >x\n<record\n/></records>");
    ASSERT_EQ(elements.size(), 2U);
    EXPECT_EQ(elements[0].text, "<record a='>'>1\n</record >");
    EXPECT_EQ(elements[0].line, 3);
    EXPECT_EQ(elements[1].text, "<record\n/>");
    EXPECT_EQ(elements[1].line, 5);
}

TEST(XmlRecords, countsLinesOfFilesWithCarriageReturnsAlone)
{
    const auto elements = elementsOf("<xml>\r<records>\r<record>1\r2</record>");
    ASSERT_EQ(elements.size(), 1U);
    EXPECT_EQ(elements[0].line, 3);
    EXPECT_EQ(elements[0].text, "<record>1\n2</record>");
}

TEST(XmlRecords, passesOverNamesThatOnlyBeginAlike)
{
    EXPECT_THAT(textsOf("<records><record-list/><record>1</record></records>"),
                ElementsAre("<record>1</record>"));
}

TEST(XmlRecords, takesTagsInCommentsAndCdataForText)
{
    EXPECT_THAT(textsOf("<!-- <record>0</record> --><record><![CDATA[</record>]]><!--</record>-->1</record>"),
                ElementsAre("<record><![CDATA[</record>]]><!--</record>-->1</record>"));
}

TEST(XmlRecords, doesNotLoseRecordsBehindACommentThatNeverEnds)
{
    EXPECT_THAT(textsOf("<record><!-- 1</record><record>2</record>"),
                ElementsAre("<record><!-- 1</record>", "<record>2</record>"));
}

TEST(XmlRecords, countsElementsOfTheSameNameInside)
{
    EXPECT_THAT(textsOf("<record>a<record>b</record>c</record><record>d</record>"),
                ElementsAre("<record>a<record>b</record>c</record>", "<record>d</record>"));
}

TEST(XmlRecords, endsAnElementWithoutEndTagWhereTheNextBegins)
{
    const auto elements = elementsOf("<record>1<record>2</record><record>3<record>4</record>");
    ASSERT_EQ(elements.size(), 4U);
    EXPECT_EQ(elements[0].text, "<record>1");
    EXPECT_EQ(elements[0].end, End::Missing);
    EXPECT_EQ(elements[1].end, End::Closed);
    EXPECT_EQ(elements[2].text, "<record>3");
    EXPECT_EQ(elements[2].end, End::Missing);
    EXPECT_EQ(elements[3].text, "<record>4</record>");
}

TEST(XmlRecords, saysWhatTheEndOfTheFileCutsOff)
{
    const auto elements = elementsOf("<record>1</record><record>2</rec");
    ASSERT_EQ(elements.size(), 2U);
    EXPECT_EQ(elements[1].text, "<record>2</rec");
    EXPECT_EQ(elements[1].end, End::CutOff);
}

TEST(XmlRecords, findsTagsThatPiecesOfTheFileDivide)
{
    // Text comes in pieces of 64 kB; a file of one line has no better places to divide it.
    constexpr std::size_t kPiece = std::size_t{64} << 10U;
    for (std::size_t before = kPiece - 30; before <= kPiece; ++before) {
        const std::string text = std::string(before, 'x') + titled("1") + titled("2");
        EXPECT_THAT(textsOf(text), ElementsAre(titled("1"), titled("2"))) << before;
        EXPECT_EQ(countOf("endnote_xml", text), 2) << before;
    }
}

TEST(XmlRecords, keepsARecordThatIsLongerThanManyPieces)
{
    const std::string title(std::size_t{1} << 20U, 't');
    const std::string text = titled(title) + titled("next");
    EXPECT_THAT(textsOf(text), ElementsAre(titled(title), titled("next")));
}

TEST(XmlRecords, tellsARecordThatIsTooLongAndGoesOn)
{
    const std::string endless = "<record><abstract>" + std::string(std::size_t{20} << 20U, 'x');
    for (const std::string_view end : {"</abstract></record>", ""}) {
        const Collector collector = readText("endnote_xml", endless + std::string(end) + titled("Next"));
        EXPECT_THAT(titlesOf(collector), ElementsAre("Next"));
        ASSERT_EQ(collector.rejects.size(), 1U);
        EXPECT_THAT(collector.rejects[0].reason, testing::HasSubstr("too long"));
        EXPECT_LT(collector.rejects[0].raw.size(), 100'000U);
    }
}

TEST(XmlRecords, manyCommentsThatNeverEndTakeNoLongerThanTheFileIs)
{
    std::string text = "<record>";
    for (int i = 0; i < 500'000; ++i) {
        text += "<!--<![CDATA[";
    }
    EXPECT_EQ(elementsOf(text + "</record>" + titled("Next")).size(), 2U);
}

TEST(XmlRecords, manyRecordsWithoutEndTakeNoLongerThanTheFileIs)
{
    constexpr std::size_t kCount = 200'000;
    std::string text;
    for (std::size_t i = 0; i < kCount; ++i) {
        text += "<record><title>1</title>";
    }
    EXPECT_EQ(elementsOf(text).size(), kCount);
}

TEST(XmlReader, deepNestingIsNoHarm)
{
    std::string text = "<record><titles><title>";
    for (int i = 0; i < 500'000; ++i) {
        text += "<i>";
    }
    text += "deep";
    for (int i = 0; i < 500'000; ++i) {
        text += "</i>";
    }
    text += "</title></titles></record>";
    EXPECT_THAT(titlesOf(readText("endnote_xml", text)), ElementsAre("deep"));
}

TEST(XmlReader, referencesToWhatIsNoCharacterAreHarmless)
{
    EXPECT_THAT(titlesOf(readText("endnote_xml", titled("a&#0;b&#x00;c&#1;d&#xD800;e&#x110000;f"))),
                ElementsAre("a b c d\uFFFD\uFFFD\uFFFDe\uFFFD\uFFFD\uFFFD\uFFFDf"));
}

TEST(EndnoteXml, extrasSurviveReadingAndWriting)
{
    for (const Sample &sample : samples()) {
        if (sample.format != "endnote_xml") {
            continue;
        }
        auto input = TextInput::open(sample.input);
        ASSERT_TRUE(input);
        Collector first;
        ASSERT_TRUE(findFormat("endnote_xml")->read(*input, {}, first));
        std::string text;
        const auto writer = findFormat("endnote_xml")->writer();
        writer->begin(text);
        for (const ReadRecord &read : first.records) {
            writer->record({read.record, read.extras, {}, {}}, text);
        }
        EXPECT_TRUE(writer->end(text));
        const Collector again = readText("endnote_xml", text);
        ASSERT_EQ(again.records.size(), first.records.size());
        for (std::size_t i = 0; i < first.records.size(); ++i) {
            EXPECT_EQ(again.records[i].record, first.records[i].record) << text;
            EXPECT_THAT(again.records[i].extras, testing::IsSupersetOf(first.records[i].extras))
                << sample.input << text;
        }
    }
}

TEST(EndnoteXml, writesWhatXmlAllows)
{
    Record record;
    record.title = "a \x01\x1F & b < c > d \xEF\xBF\xBF \"e\"";
    std::string text;
    findFormat("endnote_xml")
        ->writer()
        ->record({record, {{"bad name", "x"}, {"a//b", "x"}, {"/", "x"}}, {}, {}}, text);
    EXPECT_THAT(text, testing::HasSubstr("<title>a  &amp; b &lt; c &gt; d  \"e\"</title>"));
    EXPECT_THAT(text, testing::Not(testing::HasSubstr(">x<")));
}

TEST(PubmedXml, saysTheSameAsNbib)
{
    const Record fromXml = firstRecord("pubmed_xml",
                                       R"(<PubmedArticle><MedlineCitation><PMID>24102982</PMID>
<Article><Journal><ISSN>1742-4658</ISSN><JournalIssue><Volume>280</Volume><Issue>23</Issue>
<PubDate><Year>2013</Year><Month>Dec</Month></PubDate></JournalIssue><Title>The FEBS journal</Title></Journal>
<ArticleTitle>G-protein coupled receptor 56.</ArticleTitle><Pagination><MedlinePgn>6097-113</MedlinePgn></Pagination>
<ELocationID EIdType="doi">10.1111/febs.12529</ELocationID>
<Abstract><AbstractText Label="BACKGROUND">One.</AbstractText><AbstractText Label="RESULTS">Two.</AbstractText></Abstract>
<AuthorList><Author><LastName>Wu</LastName><ForeName>Melissa P</ForeName></Author>
<Author><CollectiveName>Study Group AB</CollectiveName></Author></AuthorList><Language>eng</Language>
<PublicationTypeList><PublicationType>Journal Article</PublicationType><PublicationType>Review</PublicationType>
</PublicationTypeList></Article><MedlineJournalInfo><ISSNLinking>1742-464X</ISSNLinking></MedlineJournalInfo>
<MeshHeadingList><MeshHeading><DescriptorName>Cell Fusion</DescriptorName></MeshHeading><MeshHeading>
<DescriptorName>Myoblasts</DescriptorName><QualifierName MajorTopicYN="Y">cytology</QualifierName></MeshHeading>
</MeshHeadingList><KeywordList><Keyword MajorTopicYN="Y">muscle</Keyword></KeywordList></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="pmc">PMC3892773</ArticleId></ArticleIdList></PubmedData></PubmedArticle>)");
    const Record fromNbib = firstRecord("nbib",
                                        R"(PMID- 24102982
OWN - NLM
IS  - 1742-4658 (Electronic)
IS  - 1742-464X (Linking)
VI  - 280
IP  - 23
DP  - 2013 Dec
TI  - G-protein coupled receptor 56.
PG  - 6097-113
LID - 10.1111/febs.12529 [doi]
AB  - BACKGROUND: One. RESULTS: Two.
FAU - Wu, Melissa P
AU  - Wu MP
CN  - Study Group AB
LA  - eng
PT  - Journal Article
PT  - Review
JT  - The FEBS journal
MH  - Cell Fusion
MH  - Myoblasts/*cytology
OT  - *muscle
PMC - PMC3892773
SO  - FEBS J. 2013 Dec;280(23):6097-113.
)");
    EXPECT_EQ(fromXml, fromNbib);
    EXPECT_EQ(fromXml.pmcid, "PMC3892773");
}

TEST(NbibWriter, writesLinesAsPubmedDoes)
{
    ExportRecord exported{fullRecord(), {}, "Scopus", {}};
    exported.record.abstractText = std::string(60, 'a') + ' ' + std::string(60, 'b');
    exported.decisions = {{Stage::TitleAbstract, "ann", Verdict::Include, "", ""}};
    std::string text;
    findFormat("nbib")->writer()->record(exported, text);
    EXPECT_THAT(text, testing::StartsWith("PMID- 1234567\nOWN - WINNOW\nWKEY- own:1\n"));
    EXPECT_THAT(text,
                testing::HasSubstr("AB  - " + std::string(60, 'a') + "\n      " + std::string(60, 'b')));
    EXPECT_THAT(text, testing::HasSubstr("FAU - Smith Jr., Anna B.\nAU  - Smith Jr. AB\nCN  - Shell, Exxon"));
    EXPECT_THAT(text, testing::HasSubstr("LA  - eng\n"));
    EXPECT_THAT(text,
                testing::HasSubstr("\nGN  - WINNOW title-abstract: include (ann)\nSO  - Journal of Reefs"));
    EXPECT_THAT(text, testing::EndsWith("2-2.\n\n"));
}

TEST(NbibWriter, givesUnknownTagsBack)
{
    const std::string text =
        "PMID- 1\nOWN - NLM\nTI  - A\nPT  - Journal Article\nPT  - Review\nZZ  - unknown\nSO  - J.\n";
    const Collector read = readText("nbib", text);
    ASSERT_EQ(read.records.size(), 1U);
    std::string again;
    findFormat("nbib")->writer()->record({read.records[0].record, read.records[0].extras, {}, {}}, again);
    EXPECT_EQ(
        again,
        "PMID- 1\nOWN - NLM\nTI  - A\nPT  - Review\nPT  - Journal Article\nZZ  - unknown\nSO  - J.\n\n");
}

TEST(RealFiles, xmlFilesAreReadWhole)
{
    const auto folder = test::realData("exports");
    WINNOW_NEEDS_REAL_DATA(folder);
    for (const auto &[name, records] : {std::pair("endnote_xml/camaradesuk__zotero_export.xml", 1233U),
                                        std::pair("pubmed_xml/jonatasgrosman__pubmed-api-paper.xml", 1U),
                                        std::pair("pubmed_xml/sbalci__pubmed2.txt", 3U),
                                        std::pair("pubmed_xml/titipata__pubmed-29768149.xml", 1U)}) {
        auto input = TextInput::open(folder / name);
        ASSERT_TRUE(input);
        const auto detected = detectFormat(input->head());
        ASSERT_TRUE(detected) << name;
        Collector collector;
        ASSERT_TRUE(detected->format->read(*input, {}, collector));
        EXPECT_EQ(collector.records.size(), records) << name;
        EXPECT_TRUE(collector.rejects.empty());
        auto again = TextInput::open(folder / name);
        ASSERT_TRUE(again);
        EXPECT_EQ(detected->format->count(*again), records) << name;
    }
}

} // namespace winnow::formats
