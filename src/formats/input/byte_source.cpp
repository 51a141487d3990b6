#include "formats/input/byte_source.h"

#include "base/file.h"

#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <system_error>

namespace winnow::formats {

namespace {

constexpr unsigned kBufferBytes = 256U << 10U;

struct CloseGzip
{
    void operator()(gzFile file) const { gzclose(file); }
};

class GzipSource final : public ByteSource
{
public:
    GzipSource(std::filesystem::path path, gzFile file, std::int64_t total)
        : m_path(std::move(path))
        , m_file(file)
        , m_total(total)
    {
        gzbuffer(file, kBufferBytes);
    }

    Result<std::size_t> read(char *to, std::size_t size) override
    {
        const int count = gzread(m_file.get(), to, static_cast<unsigned>(size));
        int code = 0;
        const std::string reason = gzerror(m_file.get(), &code);
        if (count < 0) {
            return unreadableError(m_path,
                                   "it cannot be unpacked (" + reason + "); it is damaged or cut short");
        }
        if (count == 0 && code == Z_BUF_ERROR) {
            return unreadableError(m_path, "the packed file ends too early; copy or download it again");
        }
        return static_cast<std::size_t>(count);
    }

    [[nodiscard]] std::int64_t consumed() const override { return gzoffset(m_file.get()); }

    [[nodiscard]] std::int64_t total() const override { return m_total; }

private:
    std::filesystem::path m_path;
    std::unique_ptr<gzFile_s, CloseGzip> m_file;
    std::int64_t m_total;
};

class MemorySource final : public ByteSource
{
public:
    explicit MemorySource(std::string bytes)
        : m_bytes(std::move(bytes))
    {}

    Result<std::size_t> read(char *to, std::size_t size) override
    {
        const std::size_t count = std::min(size, m_bytes.size() - m_at);
        std::memcpy(to, m_bytes.data() + m_at, count);
        m_at += count;
        return count;
    }

    [[nodiscard]] std::size_t mostLeft() const override { return m_bytes.size() - m_at; }

    [[nodiscard]] std::int64_t consumed() const override { return static_cast<std::int64_t>(m_at); }

    [[nodiscard]] std::int64_t total() const override { return static_cast<std::int64_t>(m_bytes.size()); }

private:
    std::string m_bytes;
    std::size_t m_at = 0;
};

} // namespace

Result<std::unique_ptr<ByteSource>> fileBytes(const std::filesystem::path &path)
{
    if (auto file = openForReading(path); !file) {
        return std::move(file).error();
    }
    gzFile file = gzopen(path.c_str(), "rb");
    if (file == nullptr) {
        return unreadableError(path, "it cannot be opened");
    }
    std::error_code ignored;
    const auto total = static_cast<std::int64_t>(std::filesystem::file_size(path, ignored));
    return std::unique_ptr<ByteSource>(std::make_unique<GzipSource>(path, file, total));
}

std::unique_ptr<ByteSource> memoryBytes(std::string bytes)
{
    return std::make_unique<MemorySource>(std::move(bytes));
}

} // namespace winnow::formats
