#pragma once

#include <sys/resource.h>
#include <sys/types.h>

#include <cstdint>
#include <filesystem>

namespace winnow::crash {

/// While it lives, no file of this process may grow beyond a bound.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(std::uintmax_t bytes);
    ~FileSizeLimit();
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before{};
};

/// While it lives, this process has no more rights than any other user: what root has are put aside. Where it
/// is not root, nothing changes.
class Unprivileged
{
public:
    Unprivileged();
    ~Unprivileged();
    Unprivileged(const Unprivileged &) = delete;
    Unprivileged &operator=(const Unprivileged &) = delete;

    /// Whether files made before are still one's own.
    [[nodiscard]] bool isOwner() const { return !m_wasRoot; }

private:
    bool m_wasRoot;
};

/// A disk of a few bytes at a new folder; not mounted where this process may not.
class SmallDisk
{
public:
    SmallDisk(std::filesystem::path folder, std::uintmax_t bytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    [[nodiscard]] bool isMounted() const { return m_isMounted; }

    /// Leaves room for `rest` bytes beside `filler`.
    void fill(const std::filesystem::path &filler, std::uintmax_t rest) const;

    bool makeReadOnly();

private:
    std::filesystem::path m_folder;
    bool m_isMounted;
};

} // namespace winnow::crash
