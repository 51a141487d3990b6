#pragma once

#include "fake_timing.h"
#include "net/session.h"
#include "replay/replay_server.h"

#include <gtest/gtest.h>

namespace winnow::net {

/// A session that waits for nothing, and a server for it to ask.
class SessionTest : public testing::Test
{
protected:
    SessionTest() { open({}); }

    /// Opens the session anew, with the time of the test.
    void open(SessionOptions options)
    {
        options.seed = 1;
        options.timing = &timing;
        auto opened = Session::open(options);
        ASSERT_TRUE(opened);
        session.emplace(std::move(*opened));
        pace({1000, 4});
    }

    void pace(HostPace given) { ASSERT_TRUE(session->setPace(server.url(), given)); }

    Result<Reply> get(const std::string &path) { return fetch({.url = server.url(path)}); }

    Result<Reply> fetch(const Request &request) { return session->fetch(request, task); }

    FakeTiming timing;
    replay::ReplayServer server;
    Task task;
    std::optional<Session> session;
};

/// All that an error says.
inline std::string textOf(const Error &error)
{
    return error.message + "|" + error.detail + "|" + error.where;
}

} // namespace winnow::net
