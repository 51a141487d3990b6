// What goes wrong between Winnow and those who have the files.
#include "finding.h"

#include <cstdlib>
#include <filesystem>
#include <iterator>

namespace winnow::app::test {

namespace {

using namespace std::chrono_literals;
using replay::Answer;
using replay::redirectTo;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class FindTrouble : public Finding // NOLINT(cppcoreguidelines-virtual-class-destructor): of GoogleTest
{
protected:
    FindTrouble()
        : Finding(1)
    {
        setenv("TMPDIR",
               m_temporary.path().c_str(),
               1); // NOLINT(concurrency-mt-unsafe): no thread of ours reads it
    }

    ~FindTrouble() override
    {
        unsetenv("TMPDIR"); // NOLINT(concurrency-mt-unsafe): likewise
    }

    FindTrouble(const FindTrouble &) = delete;
    FindTrouble &operator=(const FindTrouble &) = delete;

    /// What becomes of the report when its file is that.
    SoughtFullText whenOffered(Answer file)
    {
        offer(1, std::move(file));
        return whenAsked();
    }

    SoughtFullText whenAsked()
    {
        FullTextRequest one = hurried();
        one.asksAgain = true;
        SoughtFullText result = resultOf(find(one), 1);
        EXPECT_EQ(filesOf(1).empty(), result.state != FindState::Found);
        EXPECT_EQ(leftOvers(), 0) << "temporary files";
        return result;
    }

    FullTextRequest hurried()
    {
        FullTextRequest one = only("unpaywall");
        one.mostBytes = std::uint64_t{1} << 20U;
        one.longestDownload = 500ms;
        return one;
    }

    [[nodiscard]] std::ptrdiff_t leftOvers() const
    {
        return std::distance(std::filesystem::directory_iterator(m_temporary.path()), {});
    }

    /// Whether a later run asks for the file again.
    bool comesBack()
    {
        const int before = timesAsked("/files");
        find(hurried());
        return timesAsked("/files") > before;
    }

private:
    winnow::test::TempFolder m_temporary;
};

} // namespace

TEST_F(FindTrouble, aWebPageIsNoPdf)
{
    const SoughtFullText result = whenOffered(
        {.body = "<!DOCTYPE html>\n<html><title>Log in</title></html>", .type = "application/pdf"});
    EXPECT_EQ(result.state, FindState::Failed);
    EXPECT_THAT(result.message, HasSubstr("sent a web page instead of a PDF"));
    EXPECT_EQ(result.address, "https://doi.org/10.5555/r1") << "where a person can look";
    EXPECT_FALSE(comesBack());
}

TEST_F(FindTrouble, whatBeginsOtherwiseIsNoPdf)
{
    EXPECT_THAT(whenOffered({.body = "PK\x03\x04"}).message, HasSubstr("no PDF"));
    EXPECT_THAT(whenOffered({.body = ""}).message, HasSubstr("no PDF"));
    EXPECT_THAT(whenOffered({.body = std::string(1024, ' ') + pdfText("late")}).message, HasSubstr("no PDF"));
    EXPECT_EQ(whenOffered({.body = std::string(900, ' ') + pdfText("junk before")}).state, FindState::Found);
}

TEST_F(FindTrouble, aHugeFileIsLeftWhereItIs)
{
    const std::string piece = pdfText(std::string(100'000, 'x'));
    const SoughtFullText counted = whenOffered({.body = piece, .times = 20});
    EXPECT_EQ(counted.state, FindState::Failed);
    EXPECT_THAT(counted.message, HasSubstr("is larger than 1 MB"));
    const SoughtFullText endless = whenOffered({.body = piece, .times = 100'000, .hasLength = false});
    EXPECT_THAT(endless.message, HasSubstr("is larger than 1 MB"));
    EXPECT_FALSE(comesBack());
    EXPECT_EQ(whenOffered({.body = piece, .isGzipped = true}).state, FindState::Found);
}

TEST_F(FindTrouble, aFileThatIsCutIsAskedForAgainByALaterRun)
{
    const std::string whole = pdfText(std::string(10'000, 'x'));
    const SoughtFullText cut = whenOffered({.body = whole, .cutAfter = 5000});
    EXPECT_EQ(cut.state, FindState::Failed);
    EXPECT_THAT(cut.message, HasSubstr("broke off"));
    EXPECT_EQ(timesAsked("/files"), 1) << "not at once";
    const SoughtFullText uncounted = whenOffered({.body = whole.substr(0, 5000), .hasLength = false});
    EXPECT_THAT(uncounted.message, HasSubstr("broke off before its end"));
    EXPECT_TRUE(comesBack());
    EXPECT_EQ(whenOffered({.body = whole, .hasLength = false}).state, FindState::Found);
}

TEST_F(FindTrouble, aFileThatComesTooSlowlyIsGivenUp)
{
    const auto begin = std::chrono::steady_clock::now();
    const SoughtFullText slow =
        whenOffered({.body = pdfText(std::string(10'000, 'x')), .piece = 1, .pause = 20ms});
    EXPECT_EQ(slow.state, FindState::Failed);
    EXPECT_THAT(slow.message, HasSubstr("timed out"));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 20s);
    EXPECT_TRUE(comesBack());
}

TEST_F(FindTrouble, whoAsksToLogInOrPayIsNotGotAround)
{
    for (const int status : {401, 402, 403, 451}) {
        const int before = timesAsked("/files");
        const SoughtFullText result = whenOffered({.status = status, .body = "<html>no</html>"});
        EXPECT_EQ(result.state, FindState::Failed);
        EXPECT_THAT(result.message, HasSubstr("(HTTP " + std::to_string(status) + ")"));
        EXPECT_EQ(timesAsked("/files"), before + 1);
    }
    EXPECT_FALSE(comesBack());
}

TEST_F(FindTrouble, whatIsGoneIsNotAskedForAgainButWhatIsBusyIs)
{
    EXPECT_EQ(whenOffered({.status = 404}).state, FindState::Failed);
    EXPECT_FALSE(comesBack());
    EXPECT_EQ(whenOffered({.status = 503}).state, FindState::Failed);
    EXPECT_TRUE(comesBack());
    const SoughtFullText waited =
        whenOffered({.status = 429, .headers = {{"Retry-After", "86400"}}, .body = "later"});
    EXPECT_THAT(waited.message, HasSubstr("asks to wait"));
}

TEST_F(FindTrouble, aRedirectLeadsToTheFile)
{
    replay::ReplayServer other;
    other.answer("/real.pdf", Answer{.body = pdfText("one")});
    EXPECT_EQ(whenOffered(redirectTo(other.url("/real.pdf"))).state, FindState::Found);
}

TEST_F(FindTrouble, noRedirectLeadsIntoALocalNetwork)
{
    for (const char *const place : {"https://10.0.0.1/a.pdf",
                                    "https://192.168.0.1/a.pdf",
                                    "https://169.254.169.254/x",
                                    "https://printer.local/a.pdf",
                                    "file:///etc/passwd",
                                    "ftp://files.example.org/a"}) {
        const SoughtFullText result = whenOffered(redirectTo(place));
        EXPECT_EQ(result.state, FindState::Failed) << place;
    }
    EXPECT_FALSE(comesBack()) << "a local network will not be the internet tomorrow";
}

TEST_F(FindTrouble, noAddressLeadsIntoALocalNetwork)
{
    for (const std::string place :
         {"https://10.0.0.1/a.pdf", "http://192.168.0.1/a.pdf", "https://[fe80::1]/a"}) {
        unpaywallSays(1, {{place, "https://repo.example.edu/1"}});
        const SoughtFullText result = whenAsked();
        EXPECT_EQ(result.state, FindState::Failed) << place;
        EXPECT_THAT(result.message, HasSubstr("in a local network"));
    }
}

TEST_F(FindTrouble, fewOfManyFilesAreTriedAndEachOnce)
{
    constexpr int kCopies = 10;
    std::vector<FreeCopy> copies;
    copies.reserve(kCopies);
    for (int i = 0; i < kCopies; ++i) {
        copies.push_back(
            {url("/files/" + std::to_string(i)), "https://repo.example.edu/" + std::to_string(i)});
    }
    unpaywallSays(1, copies);
    openalexSays({{1, {{copies[0].pdf}, {copies[1].pdf}}}});
    const FullTextOutcome outcome = find();
    EXPECT_EQ(resultOf(outcome, 1).state, FindState::Failed);
    EXPECT_EQ(timesAsked("/files"), 3);
}

TEST_F(FindTrouble, theNextFileIsTriedWhereTheFirstIsNone)
{
    m_server.answer("/files/page", Answer{.body = "<html></html>"});
    m_server.answer("/files/good", Answer{.body = pdfText("good")});
    unpaywallSays(1, {{url("/files/page"), {}, "cc-by"}, {url("/files/good"), {}, "cc0"}});
    const SoughtFullText result = resultOf(find(), 1);
    EXPECT_EQ(result.state, FindState::Found);
    EXPECT_EQ(filesOf(1).front().origin.licence, "cc0");
}

TEST_F(FindTrouble, aPageElsewhereHelpsMoreThanAFileThatCannotBeHad)
{
    m_server.answer("/files/1", Answer{.status = 403});
    unpaywallSays(1, {{url("/files/1"), "https://doi.org/10.5555/r1"}});
    openalexSays({{1, {{{}, "https://repo.example.edu/1"}}}});
    const SoughtFullText result = resultOf(find(), 1);
    EXPECT_EQ(result.state, FindState::LandingPage);
    EXPECT_EQ(result.address, "https://repo.example.edu/1");
}

class FindAtManyReports : public Finding
{
protected:
    FindAtManyReports()
        : Finding(6)
    {}
};

TEST_F(FindAtManyReports, aSourceThatDoesNotAnswerIsSoonAskedNoMore)
{
    for (int i = 1; i <= 6; ++i) {
        m_server.answer("/unpaywall/v2/10.5555%2Fr" + std::to_string(i),
                        Answer{.status = 500, .body = "down"});
    }
    const FullTextOutcome outcome = find();
    ASSERT_THAT(outcome.notices, SizeIs(1));
    EXPECT_THAT(outcome.notices.front(), HasSubstr("Unpaywall was asked no more in this run"));
    EXPECT_EQ(timesAsked("/unpaywall/v2/10.5555%2Fr3"), 0);
    EXPECT_EQ(timesAsked("/openalex"), 1);
    EXPECT_EQ(resultOf(outcome, 1).state, FindState::Failed) << "one source may still have it";
    EXPECT_THAT(resultOf(outcome, 1).message, HasSubstr("Unpaywall"));
    EXPECT_EQ(resultOf(outcome, 1).version, "");
    EXPECT_EQ(resultOf(outcome, 6).state, FindState::NotFound);
    for (int i = 1; i <= 6; ++i) {
        unpaywallSays(i, {});
    }
    const FullTextOutcome later = find();
    EXPECT_EQ(timesAsked("/unpaywall/v2/10.5555%2Fr6"), 1);
    EXPECT_EQ(timesAsked("/openalex"), 1) << "has answered";
    EXPECT_EQ(resultOf(later, 1).state, FindState::NotFound);
}

TEST_F(FindAtManyReports, aSourceWhoseQuotaIsSpentIsAskedNoMore)
{
    m_server.answer("/unpaywall/v2/10.5555%2Fr1",
                    Answer{.status = 429, .headers = {{"Retry-After", "86400"}}, .body = "limit"});
    const FullTextOutcome outcome = find(only("unpaywall"));
    EXPECT_EQ(timesAsked("/unpaywall"), 1);
    EXPECT_THAT(outcome.notices, SizeIs(1));
}

TEST_F(FindAtManyReports, oneThatTheSourceDoesNotTakeKeepsNoneOfTheOthersBack)
{
    m_server.answer("/arxiv/api/query", Answer{.status = 400, .body = "bad"});
    openalexSays({});
    m_server.answer("/openalex/works",
                    {Answer{.status = 400, .body = R"({"error":"bad filter"})"},
                     Answer{.status = 400, .body = R"({"error":"bad filter"})"},
                     Answer{.body = R"({"meta":{"count":0},"results":[]})"}});
    const FullTextOutcome outcome = find(only("openalex"));
    EXPECT_EQ(timesAsked("/openalex"), 7) << "all at once, then one by one";
    EXPECT_EQ(resultOf(outcome, 1).state, FindState::Failed);
    EXPECT_EQ(resultOf(outcome, 6).state, FindState::NotFound);
}

} // namespace winnow::app::test
