#pragma once

#include "base/task.h"
#include "net/session.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

namespace winnow::app {

struct DownloadLimits
{
    std::uint64_t bytes = std::uint64_t{200} << 20U;
    std::chrono::milliseconds longest{std::chrono::minutes(10)}; ///< of one download, however it moves
};

/// A file of ours, which goes away with this.
class DownloadedFile
{
public:
    explicit DownloadedFile(std::filesystem::path path)
        : m_path(std::move(path))
    {}

    DownloadedFile(DownloadedFile &&other) noexcept
        : m_path(std::exchange(other.m_path, {}))
    {}

    DownloadedFile &operator=(DownloadedFile &&other) noexcept;
    ~DownloadedFile();

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// Fetches PDFs from addresses that sources named: by HTTPS, as anybody with a browser could, from each
/// server one at a time and at most one a second. Shows no key and no password, and goes around no barrier:
/// what asks to log in, to pay or to prove that one is a person is an error.
class PdfDownloads
{
public:
    /// `options` without reach: that is given apart, see net::Reach.
    [[nodiscard]] static Result<PdfDownloads>
    open(net::SessionOptions options, net::Reach reach, DownloadLimits limits);

    /// The server of `url` has a pace of its own.
    [[nodiscard]] Result<void> setPace(std::string_view url, net::HostPace pace);

    /// Fails with Unreachable or Busy where trying again later may help; with Denied, NotFound, WrongFormat
    /// or InvalidArgument where not; with Unwritable where the file cannot be kept, and with Cancelled.
    [[nodiscard]] Result<DownloadedFile> fetch(const std::string &address, const Task &task);

private:
    PdfDownloads(net::Session session, DownloadLimits limits)
        : m_session(std::move(session))
        , m_limits(limits)
    {}

    net::Session m_session;
    DownloadLimits m_limits;
};

} // namespace winnow::app
