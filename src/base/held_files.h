#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <vector>

namespace winnow {

/// Files on which this process holds locks, as SQLite does on an open review and on what lies beside it.
/// POSIX gives locks to the process, not to the descriptor: closing any other descriptor of such a file drops
/// them all unseen, and another program then takes the review for closed and deletes its log. As long as this
/// lives, openForReading() and writeFile() leave the files alone.
class HeldFiles
{
public:
    /// Those of `paths` that are there now. The first is the one that the others belong to.
    explicit HeldFiles(const std::vector<std::filesystem::path> &paths);
    ~HeldFiles();
    HeldFiles(const HeldFiles &) = delete;
    HeldFiles &operator=(const HeldFiles &) = delete;

    /// Whether each of them is still what its name leads to.
    [[nodiscard]] bool areInPlace() const;

    [[nodiscard]] bool has(const struct stat &status) const;
    [[nodiscard]] bool beginsWith(const struct stat &status) const;

private:
    struct Held
    {
        std::filesystem::path path;
        dev_t device = 0;
        ino_t inode = 0;
    };

    std::vector<Held> m_files;
};

/// Whether this process holds the file, under whatever name.
[[nodiscard]] bool isHeld(const std::filesystem::path &path);

/// Whether this process holds the file together with others of which one was deleted, moved or replaced.
[[nodiscard]] bool hasLostWhatIsBeside(const std::filesystem::path &path);

} // namespace winnow
