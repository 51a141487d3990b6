#include "base/held_files.h"

#include <sys/stat.h>

#include <algorithm>
#include <functional>
#include <mutex>

namespace winnow {

namespace fs = std::filesystem;

namespace {

/// One for the process, as the locks are.
struct Register
{
    std::mutex mutex;
    std::vector<const HeldFiles *> all;
};

Register &heldByThisProcess()
{
    static Register files;
    return files;
}

bool anyHeld(const fs::path &path, const std::function<bool(const HeldFiles &, const struct stat &)> &fits)
{
    struct stat status = {};
    if (stat(path.c_str(), &status) != 0) {
        return false;
    }
    Register &held = heldByThisProcess();
    const std::lock_guard lock(held.mutex);
    return std::ranges::any_of(held.all, [&](const HeldFiles *files) { return fits(*files, status); });
}

} // namespace

HeldFiles::HeldFiles(const std::vector<fs::path> &paths)
{
    for (const fs::path &path : paths) {
        struct stat status = {};
        if (stat(path.c_str(), &status) == 0) {
            m_files.push_back({path, status.st_dev, status.st_ino});
        }
    }
    Register &held = heldByThisProcess();
    const std::lock_guard lock(held.mutex);
    held.all.push_back(this);
}

HeldFiles::~HeldFiles()
{
    Register &held = heldByThisProcess();
    const std::lock_guard lock(held.mutex);
    std::erase(held.all, this);
}

bool HeldFiles::areInPlace() const
{
    return std::ranges::all_of(m_files, [](const Held &file) {
        struct stat status = {};
        return stat(file.path.c_str(), &status) == 0 && status.st_dev == file.device &&
               status.st_ino == file.inode;
    });
}

bool HeldFiles::has(const struct stat &status) const
{
    return std::ranges::any_of(m_files, [&](const Held &file) {
        return file.device == status.st_dev && file.inode == status.st_ino;
    });
}

bool HeldFiles::beginsWith(const struct stat &status) const
{
    return !m_files.empty() && m_files.front().device == status.st_dev &&
           m_files.front().inode == status.st_ino;
}

bool isHeld(const fs::path &path)
{
    return anyHeld(path, [](const HeldFiles &files, const struct stat &status) { return files.has(status); });
}

bool hasLostWhatIsBeside(const fs::path &path)
{
    return anyHeld(path, [](const HeldFiles &files, const struct stat &status) {
        return files.beginsWith(status) && !files.areInPlace();
    });
}

} // namespace winnow
