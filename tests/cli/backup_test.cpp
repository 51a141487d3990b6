#include "app/workspace.h"
#include "cli/command.h"
#include "session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace winnow::cli::test {

namespace {

using nlohmann::json;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;

class BackupCommand : public testing::Test
{
protected:
    BackupCommand() { m_session.makeReview("r.winnow", kThreeRecords); }

    void decide(const std::string &verdict)
    {
        const Output decided = m_session.run(
            {"decide", "@/r.winnow", "A2020", "--stage", "title-abstract", "--verdict", verdict});
        ASSERT_EQ(decided.code, Done) << decided.err;
    }

    std::string verdict(const std::string &review)
    {
        const json shown = json::parse(m_session.run({"show", review, "A2020", "--json"}).out);
        return shown["decisions"][0]["verdict"];
    }

    json list() { return json::parse(m_session.run({"backup", "list", "@/r.winnow", "--json"}).out); }

    Session m_session;
};

TEST_F(BackupCommand, goesBackToAnEarlierState)
{
    decide("include");
    const Output made = m_session.run({"backup", "@/r.winnow"});
    ASSERT_EQ(made.code, Done) << made.err;
    decide("exclude");
    const Output listed = m_session.run({"backup", "list", "@/r.winnow"});
    const std::string name = listed.out.substr(0, listed.out.find(' '));
    EXPECT_THAT(name, EndsWith(".winnow"));
    EXPECT_THAT(made.out, HasSubstr("restore " + m_session.path("r.winnow").string() + " " + name));
    const Output restored = m_session.run({"backup", "restore", "@/r.winnow", name});
    ASSERT_EQ(restored.code, Done) << restored.err;
    EXPECT_THAT(restored.out, HasSubstr("What it was before is kept in "));
    EXPECT_EQ(verdict("@/r.winnow"), "include");
    ASSERT_EQ(list().size(), 2U);
    EXPECT_EQ(verdict(list()[0]["file"]), "exclude");
    EXPECT_EQ(m_session.run({"verify", "@/r.winnow"}).code, Done);
}

TEST_F(BackupCommand, findsWhatIsThereAfterGoingBack)
{
    ASSERT_EQ(m_session.run({"backup", "@/r.winnow"}).code, Done);
    m_session.write("more.ris", "TY  - JOUR\nID  - D\nTI  - Rattan\nER  - \n");
    ASSERT_EQ(m_session.run({"import", "@/r.winnow", "@/more.ris"}).code, Done);
    EXPECT_EQ(m_session.run({"find", "@/r.winnow", "TITLE(rattan)", "--count"}).out, "1\n");
    const std::string backup = list()[0]["file"];
    ASSERT_EQ(m_session.run({"backup", "restore", "@/r.winnow", backup}).code, Done);
    m_session.write("other.ris",
                    "TY  - JOUR\nID  - E\nTI  - Clay\nER  - \nTY  - JOUR\nID  - F\nTI  - Batik\nER  - \n");
    ASSERT_EQ(m_session.run({"import", "@/r.winnow", "@/other.ris"}).code, Done);
    EXPECT_EQ(m_session.run({"find", "@/r.winnow", "TITLE(rattan)", "--count"}).out, "0\n");
    EXPECT_EQ(m_session.run({"find", "@/r.winnow", "TITLE(clay)", "--count"}).out, "1\n");
}

TEST_F(BackupCommand, writesToAFileThatIsNew)
{
    const Output made = m_session.run({"backup", "@/r.winnow", "--to", "@/copy.winnow"});
    ASSERT_EQ(made.code, Done) << made.err;
    EXPECT_EQ(m_session.run({"verify", "@/copy.winnow"}).code, Done);
    const Output again = m_session.run({"backup", "@/r.winnow", "--to", "@/copy.winnow"});
    EXPECT_EQ(again.code, Refused);
    EXPECT_THAT(again.err, HasSubstr("exists already"));
    EXPECT_THAT(list(), IsEmpty());
}

TEST_F(BackupCommand, saysHowToMakeTheFirst)
{
    EXPECT_THAT(m_session.run({"backup", "list", "@/r.winnow"}).out, HasSubstr("Next: winnow backup"));
    EXPECT_EQ(m_session.run({"backup"}).code, UsedWrongly);
}

TEST_F(BackupCommand, refusesWhatIsNoBackup)
{
    const Output refused = m_session.run({"backup", "restore", "@/r.winnow", "@/r.winnow.ris"});
    EXPECT_EQ(refused.code, Refused);
    EXPECT_THAT(refused.err, HasSubstr("r.winnow.ris"));
    EXPECT_EQ(m_session.run({"backup", "restore", "@/r.winnow", "none.winnow"}).code, Refused);
}

} // namespace

} // namespace winnow::cli::test
