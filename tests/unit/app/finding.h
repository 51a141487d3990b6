#pragma once

#include "app/find_full_texts.h"
#include "replay/replay_server.h"
#include "team.h"
#include "unit/net/fake_timing.h"

#include <gmock/gmock.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace winnow::app::test {

/// What a copy is at a source; an empty address is not told.
struct FreeCopy
{
    std::string pdf;
    std::string page{};
    std::string licence{};
};

[[nodiscard]] std::string pdfText(const std::string &text);

/// A review of which all records passed title and abstract, each with the DOI 10.5555/rN, and all sources of
/// full texts on one server on loopback: Unpaywall at /unpaywall ... None of them knows anything at first,
/// and no time goes by but by waiting.
class Finding : public testing::Test
{
protected:
    explicit Finding(int records = 3);

    /// What Unpaywall says of a record from now on.
    void unpaywallSays(int record, const std::vector<FreeCopy> &copies);

    /// What OpenAlex says from now on, whatever it is asked for.
    void openalexSays(const std::map<int, std::vector<FreeCopy>> &copies);

    /// Offers something at Unpaywall as the PDF of a record.
    void offer(int record, replay::Answer file);

    /// Runs it; fails the test where it fails.
    FullTextOutcome find();
    FullTextOutcome find(const FullTextRequest &request);

    /// The error of a run that must fail.
    Error failure(const FullTextRequest &request);

    /// How the record came out.
    SoughtFullText resultOf(const FullTextOutcome &outcome, int record);

    /// How often a path was asked for that begins so.
    [[nodiscard]] int timesAsked(const std::string &path) const;

    [[nodiscard]] std::vector<AttachedFile> filesOf(int record) const;

    [[nodiscard]] std::string url(const std::string &path) const { return m_server.url(path); }

    /// A request for this source alone.
    [[nodiscard]] FullTextRequest only(const std::string &source);

    [[nodiscard]] FullTextRequest request();

    replay::ReplayServer m_server;
    net::FakeTiming m_timing;
    Team m_team;
    std::unique_ptr<Workspace> m_ann;
    OnlineAccess m_access;
    Task m_task;
};

} // namespace winnow::app::test
