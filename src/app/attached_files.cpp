#include "app/attached_files.h"

#include "app/folder_beside.h"
#include "base/file.h"
#include "base/readable.h"
#include "base/sha256.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace winnow::app {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPiece = std::size_t{1} << 16U;

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kStates{{
    {"there", ""},
    {"missing",
     "PDFs lie beside the review, in NAME.files, and do not travel in it or in a bundle: copy that folder "
     "from who attached them, or attach them again."},
    {"changed",
     "In its place in NAME.files is something else than what was attached: put the original back or attach "
     "it "
     "again; to keep what is there now, attach that and detach the other."},
    {"unreadable", "It is in NAME.files, but may not be read: ask who owns it, or change its permissions."},
}};

Error wrongFile(const fs::path &file, std::string_view why)
{
    return {ErrorCode::WrongFormat,
            file.string() + " " + std::string(why) + " Nothing was attached.",
            {},
            file.string()};
}

Error tooLarge(const fs::path &file)
{
    return wrongFile(file, kIsTooLarge);
}

Error unstoredError(const fs::path &file, const fs::path &folder, int code)
{
    const std::string reason = std::generic_category().message(code);
    return {ErrorCode::Unwritable,
            file.string() + " could not be copied to " + folder.string() + ": " + reason +
                ". Nothing was attached; free some space or see to the folder's permissions.",
            reason,
            folder.string()};
}

/// A file under a name of its own in the folder, which goes away again unless it is kept.
class PartFile
{
public:
    explicit PartFile(const fs::path &folder)
        : m_path((folder / ".attaching-XXXXXX").string())
        , m_file(mkostemp(m_path.data(), O_CLOEXEC))
    {}

    ~PartFile()
    {
        if (m_file >= 0) {
            close(m_file);
            unlink(m_path.c_str());
        }
    }

    PartFile(const PartFile &) = delete;
    PartFile &operator=(const PartFile &) = delete;

    [[nodiscard]] bool isOpen() const { return m_file >= 0; }

    [[nodiscard]] bool write(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            const ssize_t written = ::write(m_file, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) {
                return false;
            }
            bytes.remove_prefix(static_cast<std::size_t>(std::max(written, ssize_t{0})));
        }
        return true;
    }

    /// Gives it its name, for good: what is recorded of it afterwards is true after a power cut too.
    [[nodiscard]] bool keepAs(const fs::path &path, const fs::path &review)
    {
        // Who may read the review may read its files.
        struct stat status = {};
        const mode_t readable = stat(review.c_str(), &status) == 0 ? status.st_mode & 0444U : 0U;
        static_cast<void>(fchmod(m_file, readable | 0600U));
        if (fsync(m_file) != 0 || rename(m_path.c_str(), path.c_str()) != 0) {
            return false;
        }
        close(std::exchange(m_file, -1));
        const int folder = open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (folder >= 0) {
            fsync(folder);
            close(folder);
        }
        return true;
    }

private:
    std::string m_path;
    int m_file;
};

/// Reads a file in pieces; the first one is long enough to tell what it is.
class PdfReader
{
public:
    /// Refuses what is no PDF.
    static Result<PdfReader> open(const fs::path &path)
    {
        std::error_code code;
        const auto type = fs::status(path, code).type();
        if (type == fs::file_type::fifo || type == fs::file_type::socket ||
            type == fs::file_type::character || type == fs::file_type::block) {
            return unreadableError(path, "it is a pipe or a device, not a file with content of its own");
        }
        auto file = openForReading(path);
        if (!file) {
            return std::move(file).error();
        }
        PdfReader reader(path, *std::move(file));
        const auto size = fs::file_size(path, code);
        if (!code && size > static_cast<std::uintmax_t>(kMostReportBytes)) {
            return tooLarge(path);
        }
        reader.m_total = code ? 0 : static_cast<std::int64_t>(size);
        if (auto read = reader.next(); !read) {
            return std::move(read).error();
        }
        if (reader.m_piece.empty()) {
            return wrongFile(path, "is empty.");
        }
        constexpr std::size_t kHead = 1024; // readers look for the header there (PDF 1.7, annex H.3.4.1)
        if (std::string_view(reader.m_piece).substr(0, kHead).find("%PDF-") == std::string_view::npos) {
            return wrongFile(path, "is no PDF: it does not begin with %PDF-.");
        }
        return reader;
    }

    [[nodiscard]] std::string_view piece() const { return m_piece; }

    [[nodiscard]] std::int64_t read() const { return m_read; }

    [[nodiscard]] std::int64_t total() const { return m_total; }

    /// Goes on to the next piece, which is empty at the end.
    Result<void> next()
    {
        m_piece.resize(kPiece);
        m_piece.resize(std::fread(m_piece.data(), 1, kPiece, m_file.get()));
        m_read += static_cast<std::int64_t>(m_piece.size());
        if (std::ferror(m_file.get()) != 0) {
            return unreadableError(m_path, "reading failed part of the way");
        }
        return m_read > kMostReportBytes ? Result<void>(tooLarge(m_path)) : Result<void>();
    }

private:
    PdfReader(fs::path path, File file)
        : m_path(std::move(path))
        , m_file(std::move(file))
    {}

    fs::path m_path;
    File m_file;
    std::string m_piece;
    std::int64_t m_read = 0;
    std::int64_t m_total = 0;
};

} // namespace

fs::path filesFolder(const fs::path &review)
{
    fs::path folder = review;
    return folder.replace_extension(".files");
}

fs::path storedFile(const fs::path &review, std::string_view sha256)
{
    return filesFolder(review) / (std::string(sha256) + ".pdf");
}

Result<StoredFile> storePdf(const fs::path &review, const fs::path &file, Task &task)
{
    auto reader = PdfReader::open(file);
    if (!reader) {
        return std::move(reader).error();
    }
    const fs::path folder = filesFolder(review);
    if (const std::error_code code = makeFolderBeside(folder, review)) {
        return unstoredError(file, folder, code.value());
    }
    PartFile part(folder);
    if (!part.isOpen()) {
        return unstoredError(file, folder, errno);
    }
    Sha256 hasher;
    while (!reader->piece().empty()) {
        if (task.isStopped()) {
            return Task::stoppedError();
        }
        hasher.add(reader->piece());
        if (!part.write(reader->piece())) {
            return unstoredError(file, folder, errno);
        }
        task.report({"copying the file", reader->read(), reader->total()});
        if (auto read = reader->next(); !read) {
            return std::move(read).error();
        }
    }
    StoredFile stored{hasher.hex(), reader->read()};
    if (!part.keepAs(storedFile(review, stored.sha256), review)) {
        return unstoredError(file, folder, errno);
    }
    return stored;
}

Error byItsName(Error error, const fs::path &stored, std::string_view name)
{
    const std::string hashed = stored.filename().string();
    if (name.empty() || hashed.empty()) {
        return error;
    }
    for (std::size_t at = error.message.find(hashed); at != std::string::npos;
         at = error.message.find(hashed, at + name.size())) {
        error.message.replace(at, hashed.size(), name);
    }
    return error;
}

std::string_view toString(FileState state)
{
    return kStates.at(static_cast<std::size_t>(state)).first;
}

std::string_view adviceOn(FileState state)
{
    return kStates.at(static_cast<std::size_t>(state)).second;
}

FileState stateOf(const fs::path &file, std::int64_t bytes)
{
    std::error_code code;
    const fs::file_status status = fs::status(file, code);
    if (status.type() == fs::file_type::not_found) {
        return FileState::Missing;
    }
    if (status.type() == fs::file_type::none) {
        return FileState::Unreadable; // such as a folder that may not be entered
    }
    if (!fs::is_regular_file(status)) {
        return FileState::Changed;
    }
    const auto size = fs::file_size(file, code);
    if (code || !requireReadable(file)) {
        return FileState::Unreadable;
    }
    return size == static_cast<std::uintmax_t>(bytes) ? FileState::There : FileState::Changed;
}

FileState checkedStateOf(const fs::path &file, const StoredFile &wanted)
{
    const FileState state = stateOf(file, wanted.bytes);
    if (state != FileState::There) {
        return state;
    }
    const auto hash = sha256OfFile(file);
    return !hash ? FileState::Unreadable : *hash == wanted.sha256 ? FileState::There : FileState::Changed;
}

Result<std::vector<fs::path>> filesIn(const fs::path &folder)
{
    std::error_code code;
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(folder, code); !code && entry != fs::directory_iterator();
         entry.increment(code)) {
        files.push_back(entry->path());
    }
    if (code && code != std::errc::no_such_file_or_directory) {
        return unreadableError(folder, code.message());
    }
    std::ranges::sort(files);
    return files;
}

} // namespace winnow::app
