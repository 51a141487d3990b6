#include "app/pdf_downloads.h"

#include "net/address.h"
#include "net/body_sink.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace winnow::app {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kHead = 1024; // readers look for the header there (PDF 1.7, annex H.3.4.1)
constexpr std::size_t kTail = 4096;
constexpr std::size_t kMostOfRefusal = std::size_t{1} << 20U;

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

/// Writes a body to a file as long as it may be a PDF.
class PdfSink final : public net::BodySink
{
public:
    enum class Trouble { None, NoPdf, WebPage, Unwritable };

    explicit PdfSink(int file)
        : m_file(file)
    {}

    void restart() override
    {
        m_head.clear();
        m_tail.clear();
        m_bytes = 0;
        m_status = 0;
        m_trouble = Trouble::None;
        if (ftruncate(m_file, 0) != 0 || lseek(m_file, 0, SEEK_SET) != 0) {
            fail(errno);
        }
    }

    bool take(int status, std::string_view bytes) override
    {
        m_status = status;
        m_bytes += bytes.size();
        if (!isSuccess(status)) {
            return m_bytes <= kMostOfRefusal; // nobody reads it
        }
        if (m_head.size() < kHead) {
            m_head.append(bytes.substr(0, kHead - m_head.size()));
            judge(m_head.size() == kHead);
        }
        m_tail.append(bytes);
        m_tail.erase(0, m_tail.size() - std::min(m_tail.size(), kTail));
        return m_trouble == Trouble::None && write(bytes);
    }

    /// Whether a PDF has come; what its server did not count is whole where its end has come.
    [[nodiscard]] bool isPdf() const { return m_head.find("%PDF-") != std::string::npos; }

    [[nodiscard]] bool hasEnd() const { return m_tail.rfind("%%EOF") != std::string::npos; }

    /// What came last was short and is judged as it is.
    void finish()
    {
        if (m_trouble == Trouble::None) {
            judge(true);
        }
    }

    [[nodiscard]] Trouble trouble() const { return m_trouble; }

    [[nodiscard]] int status() const { return m_status; }

    [[nodiscard]] int writeError() const { return m_writeError; }

private:
    void judge(bool isAll)
    {
        if (isPdf()) {
            return;
        }
        std::string lower = m_head;
        std::ranges::transform(lower, lower.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        });
        if (lower.find("<!doctype html") != std::string::npos || lower.find("<html") != std::string::npos) {
            m_trouble = Trouble::WebPage;
        } else if (isAll) {
            m_trouble = Trouble::NoPdf;
        }
    }

    bool write(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const ssize_t written = ::write(m_file, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) {
                fail(errno);
                return false;
            }
            bytes.remove_prefix(static_cast<std::size_t>(std::max(written, ssize_t{0})));
        }
        return true;
    }

    void fail(int code)
    {
        m_trouble = Trouble::Unwritable;
        m_writeError = code;
    }

    int m_file;
    std::uint64_t m_bytes = 0;
    std::string m_head;
    std::string m_tail;
    int m_status = 0;
    int m_writeError = 0;
    Trouble m_trouble = Trouble::None;
};

struct Refusal
{
    int status;
    ErrorCode code;
    std::string_view words; ///< behind the name of the server
};

constexpr std::array kRefusals{
    Refusal{401, ErrorCode::Denied, "asks to log in."},
    Refusal{402, ErrorCode::Denied, "asks to pay."},
    Refusal{403, ErrorCode::Denied, "does not give the file to programs, or not to everybody."},
    Refusal{404, ErrorCode::NotFound, "has no such file any more."},
    Refusal{410, ErrorCode::NotFound, "has no such file any more."},
    Refusal{429, ErrorCode::Busy, "asks to wait: it was asked too often."},
    Refusal{451, ErrorCode::Denied, "may not give the file to everybody."},
    Refusal{503, ErrorCode::Busy, "is too busy to answer."},
};

Error refusalOf(const std::string &server, int status)
{
    constexpr int kServerFails = 500;
    const auto *const found = std::ranges::find(kRefusals, status, &Refusal::status);
    const bool isKnown = found != kRefusals.end();
    const ErrorCode otherwise = status >= kServerFails ? ErrorCode::Unreachable : ErrorCode::WrongFormat;
    return {isKnown ? found->code : otherwise,
            server + ' ' + std::string(isKnown ? found->words : "did not answer as it should.") + " (HTTP " +
                std::to_string(status) + ')',
            {},
            {}};
}

Error unkeptError(int code)
{
    const std::string reason = std::generic_category().message(code);
    return {ErrorCode::Unwritable,
            "A download could not be kept in the folder for temporary files: " + reason +
                ". Free some space, or let TMPDIR name another folder.",
            reason,
            {}};
}

std::string megabytes(std::uint64_t bytes)
{
    return std::to_string(std::max<std::uint64_t>(bytes >> 20U, 1)) + " MB";
}

/// Why there was no whole reply: who does not want more of it says why itself.
Error failureOf(const Error &error, const PdfSink &sink, const std::string &server, std::uint64_t most)
{
    if (error.code != ErrorCode::WrongFormat) {
        return error;
    }
    if (sink.status() != 0 && !isSuccess(sink.status())) {
        return refusalOf(server, sink.status());
    }
    return {
        ErrorCode::WrongFormat, "The file at " + server + " is larger than " + megabytes(most) + ".", {}, {}};
}

/// What is wrong with what came; nothing where it is a PDF, as far as its server tells.
std::optional<Error> wrongWith(const PdfSink &sink, const std::string &server)
{
    switch (sink.trouble()) {
    case PdfSink::Trouble::WebPage:
        return Error{ErrorCode::WrongFormat, server + " sent a web page instead of a PDF.", {}, {}};
    case PdfSink::Trouble::NoPdf:
        return Error{ErrorCode::WrongFormat, server + " sent something that is no PDF.", {}, {}};
    case PdfSink::Trouble::Unwritable:
        return unkeptError(sink.writeError());
    case PdfSink::Trouble::None:
        break;
    }
    return std::nullopt;
}

/// Whether the reply says where it ends.
bool isCounted(const net::Reply &reply)
{
    return !reply.header("Content-Length").empty() ||
           reply.header("Transfer-Encoding").find("chunked") != std::string_view::npos;
}

} // namespace

DownloadedFile &DownloadedFile::operator=(DownloadedFile &&other) noexcept
{
    std::swap(m_path, other.m_path);
    return *this;
}

DownloadedFile::~DownloadedFile()
{
    if (!m_path.empty()) {
        std::error_code ignored;
        fs::remove(m_path, ignored);
    }
}

Result<PdfDownloads> PdfDownloads::open(net::SessionOptions options, net::Reach reach, DownloadLimits limits)
{
    options.reach = reach;
    options.isWandering = true;
    options.mostTries = 2;
    options.longestWait = std::chrono::seconds(20);
    auto session = net::Session::open(options);
    if (!session) {
        return std::move(session).error();
    }
    return PdfDownloads(*std::move(session), limits);
}

Result<void> PdfDownloads::setPace(std::string_view url, net::HostPace pace)
{
    return m_session.setPace(url, pace);
}

Result<DownloadedFile> PdfDownloads::fetch(const std::string &address, const Task &task)
{
    std::error_code code;
    std::string path = (fs::temp_directory_path(code) / ".winnow-XXXXXX").string();
    const int file = code ? -1 : mkostemp(path.data(), O_CLOEXEC);
    if (file < 0) {
        return unkeptError(code ? code.value() : errno);
    }
    DownloadedFile downloaded(path);
    PdfSink sink(file);
    net::Request request;
    request.url = address;
    request.headers = {{"Accept", "application/pdf, */*;q=0.5", false}};
    request.maxBytes = static_cast<std::size_t>(m_limits.bytes);
    request.isRepeatable = false; // a long transfer is not begun again at once
    request.sink = &sink;
    request.longest = m_limits.longest;
    const auto reply = m_session.fetch(request, task);
    close(file);
    const auto parts = net::foreignAddress(address, net::Reach::Any);
    const std::string server = parts ? parts->server() : std::string("the server");
    if (!reply && reply.error().code == ErrorCode::Cancelled) {
        return reply.error();
    }
    if (auto wrong = wrongWith(sink, server)) {
        return *std::move(wrong);
    }
    if (!reply) {
        return failureOf(reply.error(), sink, server, m_limits.bytes);
    }
    if (!isSuccess(reply->status)) {
        return refusalOf(server, reply->status);
    }
    sink.finish();
    if (auto wrong = wrongWith(sink, server)) {
        return *std::move(wrong);
    }
    if (!isCounted(*reply) && !sink.hasEnd()) {
        return Error{ErrorCode::Unreachable, "The file at " + server + " broke off before its end.", {}, {}};
    }
    return downloaded;
}

} // namespace winnow::app
