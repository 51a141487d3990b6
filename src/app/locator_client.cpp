#include "app/locator_client.h"

#include "app/source_client.h"
#include "net/address.h"

#include <algorithm>

namespace winnow::app {

namespace {

sources::Access accessOf(const locators::Locator &locator, const OnlineAccess &access)
{
    sources::Access own;
    own.email = access.email;
    if (const auto one = access.sources.find(locator.id); one != access.sources.end()) {
        own.baseUrl = one->second.baseUrl;
        own.key = one->second.key;
    }
    return own;
}

std::string urlOf(const locators::Locator &locator, const sources::Access &access)
{
    return access.baseUrl.empty() ? std::string(locator.baseUrl) : access.baseUrl;
}

} // namespace

Result<LocatorClient> LocatorClient::open(const locators::Locator &locator,
                                          const OnlineAccess &access,
                                          const net::SessionOptions &options)
{
    sources::Access own = accessOf(locator, access);
    if (locator.needsEmail && own.email.empty()) {
        return Error{ErrorCode::Denied,
                     std::string(locator.label) +
                         " asks who is calling: give an e-mail address, on the command line as WINNOW_EMAIL.",
                     {},
                     {}};
    }
    if (locator.needsKey && own.key.empty()) {
        return Error{ErrorCode::Denied,
                     std::string(locator.label) + " wants a key: give yours, on the command line as " +
                         std::string(locator.keyVariable) + ".",
                     {},
                     {}};
    }
    auto session = net::Session::open(options);
    if (!session) {
        return std::move(session).error();
    }
    const sources::Pace &pace = own.key.empty() ? locator.pace : locator.paceWithKey;
    if (auto set = session->setPace(urlOf(locator, own), {pace.perSecond, pace.atOnce}); !set) {
        return std::move(set).error();
    }
    return LocatorClient(locator, std::move(own), *std::move(session));
}

bool LocatorClient::isOnLoopback() const
{
    const auto address = net::addressOf(urlOf(*m_locator, m_access));
    return address && net::isLoopback(address->host);
}

Result<locators::Copies>
LocatorClient::ask(const locators::Question &question, std::span<const Record> records, const Task &task)
{
    auto request = question.request(m_access, records);
    if (!request) {
        return std::move(request).error();
    }
    auto reply = m_session.fetch(*request, task);
    if (!reply) {
        return std::move(reply).error();
    }
    blot(reply->body, m_access.key);
    return question.read(*reply, records);
}

std::string userAgentOf(const OnlineAccess &access)
{
    std::string agent = net::SessionOptions().userAgent;
    const bool isClean = std::ranges::all_of(
        access.email, [](char c) { return c > ' ' && c < 0x7F && c != '(' && c != ')' && c != '\\'; });
    return access.email.empty() || !isClean ? agent : agent + " (mailto:" + access.email + ")";
}

} // namespace winnow::app
