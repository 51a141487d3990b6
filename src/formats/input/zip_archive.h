#pragma once

#include "formats/input/byte_source.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace winnow::formats {

/// One file inside a zip archive.
struct ZipMember
{
    std::string name;           ///< with folders, as UTF-8
    std::int64_t sizeBytes = 0; ///< unpacked
};

/// A zip archive to read from. Nothing of it is written to the disk. Copies share the open file, which all
/// must use on one thread.
class ZipArchive
{
public:
    /// Whether a file begins as zip archives do.
    [[nodiscard]] static bool isZip(const std::filesystem::path &path);

    /// Fails with Unreadable on a damaged archive, and on one that would unpack to more than 4 GiB.
    [[nodiscard]] static Result<ZipArchive> open(const std::filesystem::path &path);

    /// Its files in order of their names, without folders and what systems add (__MACOSX, names that begin
    /// with a dot).
    [[nodiscard]] const std::vector<ZipMember> &members() const { return m_members; }

    [[nodiscard]] bool has(std::string_view name) const;

    /// The bytes of a member, unpacked as they are read. It keeps the archive open by itself.
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> source(const std::string &name) const;

    /// All bytes of a member; refuses more than `maxBytes`.
    [[nodiscard]] Result<std::string> bytes(const std::string &name, std::size_t maxBytes) const;

private:
    ZipArchive() = default;

    std::filesystem::path m_path;
    std::shared_ptr<zip> m_archive;
    std::vector<ZipMember> m_members;
};

} // namespace winnow::formats
