#include "searching.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <thread>

namespace winnow::cli::test {

namespace {

using testing::HasSubstr;

/// Starts the real program without a shell and returns its process id; its output goes to a file.
pid_t start(const std::vector<std::string> &arguments, const std::filesystem::path &output)
{
    const pid_t child = fork();
    if (child == 0) {
        std::vector<char *> argv;
        std::string binary = WINNOW_BINARY;
        argv.push_back(binary.data());
        std::vector<std::string> copies = arguments;
        for (std::string &copy : copies) {
            argv.push_back(copy.data());
        }
        argv.push_back(nullptr);
        if (std::freopen(output.c_str(), "w", stdout) != nullptr &&
            std::freopen(output.c_str(), "a", stderr) != nullptr) {
            execv(argv.front(), argv.data());
        }
        _exit(127);
    }
    return child;
}

int waitFor(pid_t child)
{
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(Binary, tellsItsVersion)
{
    const Session session;
    EXPECT_EQ(waitFor(start({"--version"}, session.path("out"))), 0);
    EXPECT_THAT(session.read("out"), HasSubstr("winnow 0."));
}

TEST(Binary, importsAndFinds)
{
    const Session session;
    session.write("a.ris", kThreeRecords);
    const std::string review = session.path("r.winnow").string();
    EXPECT_EQ(waitFor(start({"init", review, "--title", "T"}, session.path("out"))), 0);
    EXPECT_EQ(waitFor(start({"import", review, session.path("a.ris").string()}, session.path("out"))), 0);
    EXPECT_THAT(session.read("out"), HasSubstr("3 records in the file = 3 stored + 0 rejected"));
    EXPECT_EQ(waitFor(start({"find", review, "TITLE(bamboo)", "--ids"}, session.path("out"))), 0);
    EXPECT_EQ(session.read("out"), "B2021\n");
}

TEST(Binary, answersWrongUseWithTwoAndARefusalWithOne)
{
    const Session session;
    EXPECT_EQ(waitFor(start({"dance"}, session.path("out"))), 2);
    EXPECT_EQ(waitFor(start({"log", session.path("none.winnow").string()}, session.path("out"))), 1);
    EXPECT_THAT(session.read("out"), HasSubstr("none.winnow"));
}

TEST(Binary, stopsCleanlyOnAnInterrupt)
{
    const Session session;
    std::string many;
    for (int i = 0; i < 400000; ++i) {
        many += "TY  - JOUR\nTI  - A title number " + std::to_string(i) +
                "\nAB  - Some words of an abstract.\nER  - \n";
    }
    session.write("many.ris", many);
    const std::string review = session.path("r.winnow").string();
    ASSERT_EQ(waitFor(start({"init", review, "--title", "T"}, session.path("out"))), 0);
    const pid_t child = start({"import", review, session.path("many.ris").string()}, session.path("out"));
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    kill(child, SIGINT);
    EXPECT_EQ(waitFor(child), 1) << session.read("out");
    EXPECT_THAT(session.read("out"), HasSubstr("Stopped"));
    EXPECT_EQ(waitFor(start({"verify", review}, session.path("out"))), 0);
    EXPECT_EQ(waitFor(start({"export", review, "-o", session.path("e.ris").string()}, session.path("out"))),
              0);
    EXPECT_THAT(session.read("out"), HasSubstr("0 records"));
}

TEST(Binary, goesOnWithASearchWhereItWasKilled)
{
    Searching searching;
    replay::Answer slow = scopusPage(6, 2, 4);
    slow.delay = std::chrono::seconds(60);
    searching.server.answer(
        kScopus, {scopusCount(6), scopusPage(6, 0, 2), slow, scopusPage(6, 2, 4), scopusPage(6, 4, 6)});
    const std::string review = searching.session.path("r.winnow").string();
    const pid_t child = start({"search", review, "--source", "scopus", "TITLE(handicraft)", "--no-abstracts"},
                              searching.session.path("out"));
    while (searching.server.asked().size() < 3) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    kill(child, SIGKILL);
    waitFor(child);
    const Output done = searching.search({"--resume", "--no-abstracts"});
    ASSERT_EQ(done.code, 0) << done.err;
    EXPECT_EQ(searching.found("TITLE(handicraft)"), "6");
    EXPECT_EQ(searching.server.asked().size(), 5U) << "only the page that was on its way comes again";
    EXPECT_EQ(searching.session.run({"verify", "@/r.winnow"}).code, 0);
}

} // namespace

} // namespace winnow::cli::test
