#include "faults.h"

#include <sys/mount.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <string>

namespace winnow::crash {

namespace {

constexpr uid_t kNobody = 65534;

} // namespace

FileSizeLimit::FileSizeLimit(std::uintmax_t bytes)
{
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &m_before);
    const rlimit limit{bytes, m_before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
}

FileSizeLimit::~FileSizeLimit()
{
    setrlimit(RLIMIT_FSIZE, &m_before);
}

Unprivileged::Unprivileged()
    : m_wasRoot(geteuid() == 0 && seteuid(kNobody) == 0)
{}

Unprivileged::~Unprivileged()
{
    if (m_wasRoot && seteuid(0) != 0) {
        std::abort();
    }
}

SmallDisk::SmallDisk(std::filesystem::path folder, std::uintmax_t bytes)
    : m_folder(std::move(folder))
{
    std::filesystem::create_directory(m_folder);
    const std::string options = "size=" + std::to_string(bytes);
    m_isMounted = mount("none", m_folder.c_str(), "tmpfs", 0, options.c_str()) == 0;
}

SmallDisk::~SmallDisk()
{
    if (m_isMounted) {
        umount2(m_folder.c_str(), MNT_DETACH);
    }
}

void SmallDisk::fill(const std::filesystem::path &filler, std::uintmax_t rest) const
{
    const auto free = std::filesystem::space(m_folder).available;
    std::ofstream(filler) << std::string(free > rest ? free - rest : 0, 'x');
}

bool SmallDisk::makeReadOnly()
{
    return mount("none", m_folder.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
}

} // namespace winnow::crash
