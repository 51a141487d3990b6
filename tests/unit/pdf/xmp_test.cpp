#include "pdf/child/xmp.h"

#include <gtest/gtest.h>

namespace winnow::pdf {

namespace {

std::string packet(const std::string &properties, const std::string &attributes = {})
{
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
           "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
           "<rdf:Description rdf:about=\"\" " +
           attributes + ">" + properties + "</rdf:Description></rdf:RDF></x:xmpmeta>  <?xpacket end=\"w\"?>";
}

} // namespace

TEST(Xmp, saysTheDoiOfPropertiesAsPublishersNameThem)
{
    EXPECT_EQ(identifiersOf(packet("<prism:doi>10.1000/a.1</prism:doi>"
                                   "<dc:identifier>doi:10.1000/a.2</dc:identifier>"
                                   "<crossmark:DOI>10.1000/a.3</crossmark:DOI>"
                                   "<prism:url>https://doi.org/10.1000/a.4</prism:url>")),
              "10.1000/a.1 doi:10.1000/a.2 10.1000/a.3 https://doi.org/10.1000/a.4");
}

TEST(Xmp, saysTheDoiOfAttributesAndOfLists)
{
    EXPECT_EQ(
        identifiersOf(packet("<dc:identifier><rdf:Bag><rdf:li>10.1000/a.2</rdf:li></rdf:Bag></dc:identifier>",
                             "prism:doi=\"10.1000/a.1\"")),
        "10.1000/a.1 10.1000/a.2");
}

TEST(Xmp, saysNothingOfOtherProperties)
{
    EXPECT_EQ(identifiersOf(packet("<dc:title><rdf:Alt><rdf:li>10.1000/a.1</rdf:li></rdf:Alt></dc:title>"
                                   "<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID>"
                                   "<pdfx:doiAgency>10.1000/a.2</pdfx:doiAgency>")),
              "");
}

TEST(Xmp, thatBreaksOffIsReadAsFarAsItGoes)
{
    const std::string whole =
        packet("<prism:doi>10.1000/a.1</prism:doi><dc:identifier>10.1000/a.2</dc:identifier>");
    EXPECT_EQ(identifiersOf(whole.substr(0, whole.find("<dc:identifier>"))), "10.1000/a.1");
    EXPECT_EQ(identifiersOf("no XML at all"), "");
    EXPECT_EQ(identifiersOf(""), "");
}

} // namespace winnow::pdf
