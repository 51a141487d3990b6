#include "pdf/child/confinement.h"
#include "support/temp_folder.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <vector>

namespace winnow::pdf {

namespace {

constexpr std::uint64_t kMemory = 1'500'000'000;

/// How a process ends that is confined and then does this: its exit code, or 128 and the signal.
int confined(const std::function<int()> &work, std::uint64_t memory = kMemory)
{
    const pid_t child = fork();
    if (child == 0) {
        confine(memory);
        _exit(work());
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

bool hasLandlock()
{
    return syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0;
}

TEST(Confinement, leavesReading)
{
    const test::TempFolder folder;
    const std::string file = folder.file("file", "some bytes").string();
    EXPECT_EQ(confined([&] {
                  char bytes[4];
                  const int opened = open(file.c_str(), O_RDONLY);
                  return read(opened, bytes, sizeof(bytes)) == 4 ? 0 : 1;
              }),
              0);
}

TEST(Confinement, leavesNoFileOpenButTheThreeStreams)
{
    const test::TempFolder folder;
    const int open = ::open(folder.file("file", "some bytes").c_str(), O_RDONLY);
    ASSERT_GE(open, 3);
    EXPECT_EQ(
        confined([&] { return fcntl(open, F_GETFD) == -1 && fcntl(STDOUT_FILENO, F_GETFD) != -1 ? 0 : 1; }),
        0);
    close(open);
}

TEST(Confinement, endsAProcessThatWantsMoreMemoryThanItMayHave)
{
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP() << "AddressSanitizer wants all addresses for itself";
#endif
    EXPECT_EQ(confined(
                  [] {
                      const std::vector<char> much(400'000'000, 'x');
                      return much.back() == 'x' ? 0 : 1;
                  },
                  300'000'000),
              71);
}

TEST(Confinement, endsAProcessThatTakesMoreTimeThanItMay)
{
    EXPECT_EQ(confined([] {
                  allowCpuSeconds(0);
                  while (true) {
                      asm volatile(""); // the end comes from outside
                  }
                  return 0;
              }),
              128 + SIGXCPU);
}

TEST(Confinement, givesNewTimeForEachRequest)
{
    EXPECT_EQ(confined([] {
                  allowCpuSeconds(0);
                  allowCpuSeconds(1000);
                  rlimit now{};
                  getrlimit(RLIMIT_CPU, &now);
                  return now.rlim_cur >= 1000 ? 0 : 1;
              }),
              0);
}

TEST(Confinement, writesNoByteToAFile)
{
    const test::TempFolder folder;
    const std::string file = folder.file("file", "").string();
    confined([&] {
        const int opened = open(file.c_str(), O_WRONLY);
        return write(opened, "x", 1) == 1 ? 0 : 1;
    });
    EXPECT_EQ(std::filesystem::file_size(file), 0U);
}

TEST(Confinement, changesNoFilesAndStartsNoPrograms)
{
    if (!hasLandlock()) {
        GTEST_SKIP() << "this kernel has no Landlock";
    }
    const test::TempFolder folder;
    const std::string file = folder.file("file", "some bytes").string();
    const std::string other = (folder.path() / "other").string();
    EXPECT_EQ(confined([&] { return unlink(file.c_str()) == -1 ? 0 : 1; }), 0);
    EXPECT_EQ(confined([&] { return rename(file.c_str(), other.c_str()) == -1 ? 0 : 1; }), 0);
    EXPECT_EQ(confined([&] { return mkdir(other.c_str(), 0700) == -1 ? 0 : 1; }), 0);
    EXPECT_EQ(confined([&] { return open(other.c_str(), O_WRONLY | O_CREAT, 0600) == -1 ? 0 : 1; }), 0);
    EXPECT_EQ(confined([&] { return execl("/bin/true", "true", nullptr) == -1 ? 0 : 1; }), 0);
    EXPECT_TRUE(std::filesystem::exists(file));
    EXPECT_FALSE(std::filesystem::exists(other));
}

TEST(Confinement, givesNoNewRightsAndEndsWithItsParent)
{
    EXPECT_EQ(confined([] {
                  int signal = 0;
                  prctl(PR_GET_PDEATHSIG, &signal);
                  return signal == SIGKILL && prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1 ? 0 : 1;
              }),
              0);
}

} // namespace

} // namespace winnow::pdf
