#pragma once

#include "app/online_sources.h"
#include "base/task.h"
#include "net/session.h"
#include "sources/source.h"

#include <chrono>
#include <span>
#include <string>
#include <string_view>

namespace winnow::app {

/// By id. Fails with NotFound, with the ids that there are.
[[nodiscard]] Result<const sources::Source *> sourceOf(std::string_view sourceId);

/// How long a source may be silent. Fails with InvalidArgument where WINNOW_TIMEOUT is no such time.
[[nodiscard]] Result<std::chrono::milliseconds> stallTimeoutOf(const OnlineAccess &access);

/// Blots a secret out of what a server said: servers repeat the key that they refuse.
void blot(std::string &text, const std::string &secret);

/// Asks one source, at the pace that it allows.
class SourceClient
{
public:
    /// Fails with NotFound where there is no such source, and with Denied where it needs a key and there is
    /// none.
    [[nodiscard]] static Result<SourceClient> open(std::string_view sourceId, const OnlineAccess &access);

    [[nodiscard]] const sources::Source &source() const { return *m_source; }

    /// Whether the source is asked the query itself, so that what it sends needs no judging.
    [[nodiscard]] bool isAskedItself() const { return m_source->dialect == "scopus"; }

    [[nodiscard]] Result<sources::Page> page(const sources::Search &search, std::string_view at, Task &task);

    /// A page of which only the hits and the quota count.
    [[nodiscard]] Result<sources::Page> count(const sources::Search &search, Task &task);

    /// Whether the source pages in two ways, of which one is by cursor.
    [[nodiscard]] bool hasCursor(const sources::Search &search) const;

    /// Records that one page brings.
    [[nodiscard]] std::int64_t pageSize(const sources::Search &search) const;

    /// What the source knows of some records.
    [[nodiscard]] Result<sources::Page> lookUp(std::span<const Record> records, Task &task);

private:
    SourceClient(const sources::Source &source, sources::Access access, net::Session session)
        : m_source(&source)
        , m_access(std::move(access))
        , m_session(std::move(session))
    {}

    [[nodiscard]] Result<sources::Page>
    ask(Result<net::Request> request, const sources::Search &search, std::string_view at, Task &task);

    const sources::Source *m_source;
    sources::Access m_access;
    net::Session m_session;
};

} // namespace winnow::app
