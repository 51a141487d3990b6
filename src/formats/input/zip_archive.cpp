#include "formats/input/zip_archive.h"

#include "base/file.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace winnow::formats {

namespace {

constexpr std::int64_t kMaxUnpackedBytes = std::int64_t{4} << 30U;
constexpr zip_int64_t kMaxMembers = 100'000;

struct CloseArchive
{
    void operator()(zip_t *archive) const
    {
        if (archive != nullptr) {
            zip_discard(archive);
        }
    }
};

struct CloseMember
{
    void operator()(zip_file_t *member) const { zip_fclose(member); }
};

using Archive = std::shared_ptr<zip_t>;

Result<Archive> openArchive(const std::filesystem::path &path)
{
    if (auto file = openForReading(path); !file) {
        return std::move(file).error();
    }
    int code = 0;
    Archive archive(zip_open(path.c_str(), ZIP_RDONLY, &code), CloseArchive());
    if (!archive) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const std::string reason = zip_error_strerror(&error);
        zip_error_fini(&error);
        return unreadableError(path, "the zip archive cannot be opened (" + reason + ")");
    }
    return archive;
}

bool isWanted(std::string_view name)
{
    const std::string_view file = name.substr(name.rfind('/') + 1);
    return !file.empty() && !file.starts_with('.') && !name.starts_with("__MACOSX/");
}

class MemberSource final : public ByteSource
{
public:
    MemberSource(std::filesystem::path path, Archive archive, zip_file_t *member, std::int64_t total)
        : m_path(std::move(path))
        , m_archive(std::move(archive))
        , m_member(member)
        , m_total(total)
    {}

    Result<std::size_t> read(char *to, std::size_t size) override
    {
        const zip_int64_t count = zip_fread(m_member.get(), to, size);
        if (count < 0) {
            const std::string reason = zip_error_strerror(zip_file_get_error(m_member.get()));
            return unreadableError(m_path, "a part of the zip archive cannot be unpacked (" + reason + ")");
        }
        m_consumed += count;
        // The archive says how large it is; one that lies is not to fill the memory of who believes it.
        if (m_consumed > m_total) {
            return unreadableError(m_path, "a part of the zip archive is larger than it says");
        }
        return static_cast<std::size_t>(count);
    }

    [[nodiscard]] std::int64_t consumed() const override { return m_consumed; }

    [[nodiscard]] std::int64_t total() const override { return m_total; }

private:
    std::filesystem::path m_path;
    Archive m_archive; ///< outlives its member
    std::unique_ptr<zip_file_t, CloseMember> m_member;
    std::int64_t m_total;
    std::int64_t m_consumed = 0;
};

} // namespace

bool ZipArchive::isZip(const std::filesystem::path &path)
{
    const auto file = openForReading(path);
    std::array<char, 4> begin{};
    return file && std::fread(begin.data(), 1, begin.size(), file->get()) == begin.size() &&
           std::string_view(begin.data(), begin.size()) == "PK\x03\x04";
}

Result<ZipArchive> ZipArchive::open(const std::filesystem::path &path)
{
    auto archive = openArchive(path);
    if (!archive) {
        return std::move(archive).error();
    }
    const zip_int64_t count = zip_get_num_entries(archive->get(), 0);
    if (count > kMaxMembers) {
        return unreadableError(path, "the zip archive holds more than 100,000 files");
    }
    ZipArchive result;
    result.m_path = path;
    result.m_archive = *archive;
    std::int64_t total = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(archive->get(), static_cast<zip_uint64_t>(i), 0, &stat) != 0) {
            return unreadableError(path, "the list of files in the zip archive is damaged");
        }
        const auto size = static_cast<std::int64_t>(std::min<zip_uint64_t>(stat.size, INT64_MAX));
        total = size > kMaxUnpackedBytes - total ? kMaxUnpackedBytes + 1 : total + size;
        if (total > kMaxUnpackedBytes) {
            return unreadableError(path, "it would unpack to more than 4 GB; unpack it yourself first");
        }
        if (isWanted(stat.name)) {
            result.m_members.push_back({stat.name, size});
        }
    }
    std::ranges::sort(result.m_members, {}, &ZipMember::name);
    return result;
}

bool ZipArchive::has(std::string_view name) const
{
    return std::ranges::binary_search(m_members, name, {}, &ZipMember::name);
}

Result<std::unique_ptr<ByteSource>> ZipArchive::source(const std::string &name) const
{
    const auto found = std::ranges::lower_bound(m_members, name, {}, &ZipMember::name);
    const bool isThere = found != m_members.end() && found->name == name;
    zip_file_t *member = isThere ? zip_fopen(m_archive.get(), name.c_str(), ZIP_RDONLY) : nullptr;
    if (member == nullptr) {
        const std::string reason =
            isThere ? zip_error_strerror(zip_get_error(m_archive.get())) : "it is not there";
        return unreadableError(m_path, name + " in the zip archive cannot be opened (" + reason + ")");
    }
    return std::unique_ptr<ByteSource>(
        std::make_unique<MemberSource>(m_path, m_archive, member, found->sizeBytes));
}

Result<std::string> ZipArchive::bytes(const std::string &name, std::size_t maxBytes) const
{
    auto member = source(name);
    if (!member) {
        return std::move(member).error();
    }
    std::string all;
    std::array<char, 65536> buffer{};
    while (true) {
        auto count = (*member)->read(buffer.data(), buffer.size());
        if (!count) {
            return std::move(count).error();
        }
        if (*count == 0) {
            return all;
        }
        all.append(buffer.data(), *count);
        if (all.size() > maxBytes) {
            return unreadableError(m_path, name + " in it is too large");
        }
    }
}

} // namespace winnow::formats
