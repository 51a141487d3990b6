#include "pdf/document.h"
#include "pdf/helper_program.h"
#include "pdf/protocol.h"
#include "support/pdf_file.h"
#include "support/temp_folder.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstring>
#include <fstream>
#include <thread>

namespace winnow::pdf {

namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

std::string framed(const std::string &message)
{
    const auto length = static_cast<std::uint32_t>(message.size());
    std::string frame(sizeof(length), '\0');
    std::memcpy(frame.data(), &length, sizeof(length));
    return frame + message;
}

/// The name, the state and the parent of a process, as /proc has it; an empty state if there is none.
struct Process
{
    std::string name;
    char state = 0;
    int parent = 0;
};

Process processOf(const fs::path &folder)
{
    std::ifstream file(folder / "stat");
    std::string line;
    std::getline(file, line);
    const auto open = line.find('(');
    const auto close = line.rfind(')');
    if (open == std::string::npos || close == std::string::npos || close + 4 > line.size()) {
        return {};
    }
    return {line.substr(open + 1, close - open - 1), line[close + 2], std::atoi(line.c_str() + close + 4)};
}

/// The processes winnow-pdf that this one has started and that run.
std::vector<int> helpers()
{
    std::vector<int> found;
    for (const auto &entry : fs::directory_iterator("/proc")) {
        const int id = std::atoi(entry.path().filename().c_str());
        const Process process = id > 0 ? processOf(entry.path()) : Process{};
        if (process.parent == getpid() && process.name == "winnow-pdf" && process.state != 'Z') {
            found.push_back(id);
        }
    }
    return found;
}

class HelperTest : public testing::Test
{
protected:
    /// A program in place of winnow-pdf: a script of the shell. `answers` is in $answers.
    [[nodiscard]] Limits withHelper(const std::string &script, const std::string &answers = {}) const
    {
        const fs::path helper = m_folder.file(
            "helper",
            "#!/bin/sh\nanswers='" + m_folder.file("answers", answers).string() + "'\n" + script + "\n");
        fs::permissions(helper, fs::perms::owner_all);
        return {.request = 5s, .helper = helper};
    }

    static std::string anAbout() { return framed(encode(About{.pages = {{100, 100}}})); }

    test::TempFolder m_folder;
    const fs::path m_file =
        m_folder.file("file.pdf", test::makePdf({.pages = {{.content = test::pdfLine(72, 700, "a word")}}}));
};

TEST_F(HelperTest, isFoundFromTheProgramThatRuns)
{
    const auto helper = helperProgram();
    ASSERT_TRUE(helper) << helper.error().message;
    EXPECT_EQ(helper->filename(), "winnow-pdf");
    EXPECT_EQ(access(helper->c_str(), X_OK), 0);
}

TEST_F(HelperTest, endsWithTheDocument)
{
    {
        auto document = Document::open(m_file);
        ASSERT_TRUE(document) << document.error().message;
        EXPECT_EQ(helpers().size(), 1U);
    }
    EXPECT_TRUE(helpers().empty());
}

TEST_F(HelperTest, isReplacedWhenItWasKilledMeanwhile)
{
    auto document = Document::open(m_file);
    ASSERT_TRUE(document);
    for (int round = 0; round < 10; ++round) {
        for (const int id : helpers()) {
            kill(id, SIGKILL);
        }
        const auto text = document->text(0);
        ASSERT_TRUE(text) << text.error().message << text.error().detail;
        EXPECT_EQ(plainText(*text), "a word");
    }
}

TEST_F(HelperTest, thatIsMissingIsSaidToBeSo)
{
    const auto document = Document::open(m_file, {.helper = m_folder.path() / "none"});
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::NotFound);
}

TEST_F(HelperTest, thatHangsIsEnded)
{
    Limits limits = withHelper("exec sleep 600");
    limits.request = 100ms;
    const auto start = std::chrono::steady_clock::now();
    const auto document = Document::open(m_file, limits);
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::Busy);
    EXPECT_NE(document.error().message.find("file.pdf"), std::string::npos);
    EXPECT_LT(std::chrono::steady_clock::now() - start, 60s);
}

TEST_F(HelperTest, thatHangsAfterItsFirstAnswerIsEnded)
{
    Limits limits = withHelper("cat \"$answers\"; exec sleep 600", anAbout());
    limits.request = 3s;
    auto document = Document::open(m_file, limits);
    ASSERT_TRUE(document) << document.error().message;
    const auto text = document->text(0);
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().code, ErrorCode::Busy);
}

TEST_F(HelperTest, thatIsBusyIsEndedWhenTheTaskIsStopped)
{
    Limits limits = withHelper("cat \"$answers\"; exec sleep 600", anAbout());
    limits.request = 300s;
    auto document = Document::open(m_file, limits);
    ASSERT_TRUE(document) << document.error().message;
    Task task;
    std::thread stopper([&] {
        std::this_thread::sleep_for(50ms);
        task.stop();
    });
    const auto text = document->text(0, task);
    stopper.join();
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().code, ErrorCode::Cancelled);
}

TEST_F(HelperTest, isNotStartedForATaskThatIsStopped)
{
    Task task;
    task.stop();
    const auto document = Document::open(m_file, {}, task);
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::Cancelled);
}

TEST_F(HelperTest, thatDiesIsTakenForTheFileBeingDamaged)
{
    for (const char *script : {"exit 0", "exit 3", "kill -SEGV $$", "kill -9 $$", "exec >&-; exit 1"}) {
        const auto document = Document::open(m_file, withHelper(script));
        ASSERT_FALSE(document) << script;
        EXPECT_EQ(document.error().code, ErrorCode::WrongFormat) << script;
        EXPECT_NE(document.error().detail.find("ended with"), std::string::npos);
    }
}

TEST_F(HelperTest, thatClosesItsOutputAndStaysIsEnded)
{
    const auto document = Document::open(m_file, withHelper("exec sleep 600 >&-"));
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::WrongFormat);
}

TEST_F(HelperTest, thatRanOutOfMemoryIsToldFromOthers)
{
    for (const char *script : {"exit 71", "echo 'Out of memory' >&2; kill -ABRT $$"}) {
        const auto document = Document::open(m_file, withHelper(script));
        ASSERT_FALSE(document) << script;
        EXPECT_EQ(document.error().code, ErrorCode::Unsupported) << script;
    }
}

TEST_F(HelperTest, thatTalksNonsenseIsNotListenedTo)
{
    const std::string zeros(100'000, '\0');
    const std::string huge("\xFF\xFF\xFF\xFF", 4);
    const std::string pages = encode(About{.pages = {{100, 100}}});
    for (const std::string &answer : {zeros,
                                      huge,
                                      std::string("hello there, how are you?"),
                                      framed(""),
                                      framed(pages + "x"),
                                      framed(pages.substr(0, pages.size() - 1)),
                                      framed(pages) + "x",
                                      framed(encode(About{.pages = {}})),
                                      framed(encode(PageText{.words = {{"word", {0, 0, 1, 1}}}}))}) {
        const auto document = Document::open(m_file, withHelper("cat \"$answers\"; exec sleep 600", answer));
        ASSERT_FALSE(document);
        EXPECT_EQ(document.error().code, ErrorCode::Inconsistent) << document.error().message;
    }
}

TEST_F(HelperTest, thatComplainsWithoutEndIsEnded)
{
    Limits limits = withHelper("while :; do echo a complaint >&2; done");
    limits.request = 300ms;
    const auto document = Document::open(m_file, limits);
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::Busy);
    EXPECT_LT(document.error().detail.size(), 100'000U);
}

TEST_F(HelperTest, thatShowsAPictureOfAnotherSizeIsNotListenedTo)
{
    const Picture picture{.width = 7, .height = 9, .pixels = std::vector<std::uint32_t>(63)};
    const std::string shown = m_folder.file("shown", framed(encode(picture))).string();
    const std::string size = std::to_string(framed(encode(Request{.ask = Ask::Picture})).size());
    const std::string wait = "head -c " + size + " >/dev/null; ";
    auto document = Document::open(
        m_file,
        withHelper(wait + "cat \"$answers\"; " + wait + "cat '" + shown + "'; exec sleep 600", anAbout()));
    ASSERT_TRUE(document) << document.error().message;
    const auto answer = document->picture(0, 1);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Inconsistent) << answer.error().message;
}

TEST_F(HelperTest, servesSeveralDocumentsAtOnce)
{
    std::vector<std::thread> threads;
    threads.reserve(4);
    std::atomic<int> right = 0;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int round = 0; round < 5; ++round) {
                auto document = Document::open(m_file);
                const auto text = document ? document->text(0) : Result<PageText>(PageText{});
                right += text && plainText(*text) == "a word" ? 1 : 0;
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    EXPECT_EQ(right, 20);
}

} // namespace

} // namespace winnow::pdf
