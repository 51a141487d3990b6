#include "app/source_client.h"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace winnow::app {

void blot(std::string &text, const std::string &secret)
{
    constexpr std::string_view kBlot = "(hidden)";
    for (std::size_t at = 0; !secret.empty() && (at = text.find(secret, at)) != std::string::npos;) {
        text.replace(at, secret.size(), kBlot);
        at += kBlot.size();
    }
}

Result<std::chrono::milliseconds> stallTimeoutOf(const OnlineAccess &access)
{
    if (access.timeoutSeconds.empty()) {
        return net::SessionOptions().stallTimeout;
    }
    constexpr double kMostSeconds = 3600;
    double seconds = 0;
    const char *const end = access.timeoutSeconds.data() + access.timeoutSeconds.size();
    const auto [stop, failure] = std::from_chars(access.timeoutSeconds.data(), end, seconds);
    if (failure != std::errc() || stop != end || !(seconds >= 0.001) || seconds > kMostSeconds) {
        return Error{ErrorCode::InvalidArgument,
                     "WINNOW_TIMEOUT must be a number of seconds up to 3600, such as 60.",
                     {},
                     {}};
    }
    return std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
}

Result<const sources::Source *> sourceOf(std::string_view sourceId)
{
    if (const sources::Source *source = sources::findSource(sourceId)) {
        return source;
    }
    std::string known;
    for (const sources::Source *other : sources::allSources()) {
        known += (known.empty() ? "" : ", ") + std::string(other->id);
    }
    return Error{ErrorCode::NotFound,
                 "There is no source " + std::string(sourceId) + "; choose one of " + known + ".",
                 {},
                 {}};
}

Result<SourceClient> SourceClient::open(std::string_view sourceId, const OnlineAccess &access)
{
    const auto found = sourceOf(sourceId);
    if (!found) {
        return found.error();
    }
    const sources::Source *source = *found;
    const auto timeout = stallTimeoutOf(access);
    if (!timeout) {
        return timeout.error();
    }
    sources::Access own;
    own.email = access.email;
    if (const auto one = access.sources.find(sourceId); one != access.sources.end()) {
        own.baseUrl = one->second.baseUrl;
        own.key = one->second.key;
        own.token = one->second.token;
    }
    if (source->needsKey && own.key.empty()) {
        return Error{ErrorCode::Denied,
                     std::string(source->label) + " wants a key: give yours, on the command line as " +
                         std::string(source->keyVariable) + ".",
                     {},
                     {}};
    }
    const sources::Pace &pace = own.key.empty() ? source->pace : source->paceWithKey;
    const std::string url = own.baseUrl.empty() ? std::string(source->baseUrl) : own.baseUrl;
    net::SessionOptions sessionOptions;
    sessionOptions.stallTimeout = *timeout;
    auto session = net::Session::open(sessionOptions);
    if (!session) {
        return std::move(session).error();
    }
    if (auto set = session->setPace(url, {pace.perSecond, pace.atOnce}); !set) {
        return std::move(set).error();
    }
    return SourceClient(*source, std::move(own), *std::move(session));
}

Result<sources::Page> SourceClient::ask(Result<net::Request> request,
                                        const sources::Search &search,
                                        std::string_view at,
                                        Task &task)
{
    if (!request) {
        return std::move(request).error();
    }
    auto reply = m_session.fetch(*request, task);
    if (!reply) {
        return std::move(reply).error();
    }
    for (const std::string &secret : {m_access.key, m_access.token}) {
        blot(reply->body, secret);
    }
    return m_source->read(*reply, search, at);
}

Result<sources::Page> SourceClient::page(const sources::Search &search, std::string_view at, Task &task)
{
    return ask(m_source->request(m_access, search, at), search, at, task);
}

Result<sources::Page> SourceClient::count(const sources::Search &search, Task &task)
{
    if (m_source->countRequest == nullptr) {
        return page(search, {}, task);
    }
    return ask(m_source->countRequest(m_access, search), search, {}, task);
}

bool SourceClient::hasCursor(const sources::Search &search) const
{
    sources::Search with = search;
    sources::Search without = search;
    with.usesCursor = true;
    without.usesCursor = false;
    const auto one = m_source->request(m_access, with, {});
    const auto other = m_source->request(m_access, without, {});
    return one && other && one->url != other->url;
}

std::int64_t SourceClient::pageSize(const sources::Search &search) const
{
    const bool isSmaller = search.isComplete && m_source->completePageSize > 0;
    return std::max<std::int64_t>(isSmaller ? m_source->completePageSize : m_source->pageSize, 1);
}

Result<sources::Page> SourceClient::lookUp(std::span<const Record> records, Task &task)
{
    return ask(m_source->lookUp(m_access, records), {}, {}, task);
}

} // namespace winnow::app
