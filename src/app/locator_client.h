#pragma once

#include "app/online_sources.h"
#include "base/task.h"
#include "net/session.h"
#include "sources/locators/locator.h"

#include <span>
#include <string>

namespace winnow::app {

/// Asks one source of full texts, at the pace that it allows.
class LocatorClient
{
public:
    /// Fails with Denied where it needs a key or an e-mail address and there is none.
    [[nodiscard]] static Result<LocatorClient>
    open(const locators::Locator &locator, const OnlineAccess &access, const net::SessionOptions &options);

    [[nodiscard]] const locators::Locator &locator() const { return *m_locator; }

    /// Whether the address of the source is one of this computer.
    [[nodiscard]] bool isOnLoopback() const;

    /// The copies of each record. All fit the question, and are no more than it takes at once.
    [[nodiscard]] Result<locators::Copies>
    ask(const locators::Question &question, std::span<const Record> records, const Task &task);

private:
    LocatorClient(const locators::Locator &locator, sources::Access access, net::Session session)
        : m_locator(&locator)
        , m_access(std::move(access))
        , m_session(std::move(session))
    {}

    const locators::Locator *m_locator;
    sources::Access m_access;
    net::Session m_session;
};

/// "Winnow/1.0", with the user's address where there is one, so that who is asked knows whom to write to.
[[nodiscard]] std::string userAgentOf(const OnlineAccess &access);

} // namespace winnow::app
