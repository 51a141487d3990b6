#include "app/link_resolver.h"

#include <gmock/gmock.h>

namespace winnow::app {

namespace {

using testing::HasSubstr;

Record weaving()
{
    Record record;
    record.doi = "10.5555/a&b=c";
    record.pmid = "33000001";
    record.title = "Weaving & knots: 100 % \"art\"";
    record.authors = {{"Müller", "A."}, {"Weber", "B."}};
    record.date.year = 2020;
    record.sourceTitle = "Journal of Craft";
    return record;
}

TEST(LinkResolver, fillsFieldsPercentEncoded)
{
    const auto resolver =
        LinkResolver::of("https://r.example.edu/?id=doi:{doi}&t={title}&au={author}&pm={pmid}&y={year}"
                         "&j={journal}#x");
    ASSERT_TRUE(resolver) << resolver.error().message;
    EXPECT_EQ(
        resolver->addressFor(weaving()),
        "https://r.example.edu/?id=doi:10.5555%2Fa%26b%3Dc&t=Weaving%20%26%20knots%3A%20100%20%25%20%22art%22"
        "&au=M%C3%BCller&pm=33000001&y=2020&j=Journal%20of%20Craft#x");
}

TEST(LinkResolver, leavesOutWhatARecordLacks)
{
    const auto resolver = LinkResolver::of("https://r.example.edu/?doi={doi}&pmid={pmid}");
    Record record;
    record.doi = "10.5555/a";
    EXPECT_EQ(resolver->addressFor(record), "https://r.example.edu/?doi=10.5555%2Fa&pmid=");
    EXPECT_EQ(resolver->addressFor({}), "") << "an address without any value leads nowhere";
}

TEST(LinkResolver, refusesPatternsThatAreNone)
{
    for (const auto &[pattern, why] :
         {std::pair("", "does not begin with"),
          std::pair("ftp://r.example.edu/{doi}", "does not begin with"),
          std::pair("https://r.example.edu/?a b={doi}", "characters"),
          std::pair("https://r.example.edu/", "names no field"),
          std::pair("https://r.example.edu/{isbn}", "{isbn}, which there is not"),
          std::pair("https://r.example.edu/{}", "{}, which there is not"),
          std::pair("https://r.example.edu/{doi", "without its other"),
          std::pair("https://r.example.edu/doi}", "without its other"),
          std::pair("https://r.example.edu/{{doi}}", "without its other"),
          std::pair("https://{doi}/", "names no server")}) {
        const auto resolver = LinkResolver::of(pattern);
        ASSERT_FALSE(resolver) << pattern;
        EXPECT_EQ(resolver.error().code, ErrorCode::InvalidArgument);
        EXPECT_THAT(resolver.error().message, HasSubstr(why)) << pattern;
        EXPECT_THAT(resolver.error().message, HasSubstr("{journal}"));
    }
}

} // namespace

} // namespace winnow::app
