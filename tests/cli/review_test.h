#pragma once

#include "cli/command.h"
#include "session.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace winnow::cli::test {

/// A test that types one command after another.
class ReviewTest : public testing::Test
{
protected:
    /// What the command said; the test fails where it was not done.
    Output run(const std::vector<std::string> &arguments);

    /// The same of a command that must be refused.
    Output refused(const std::vector<std::string> &arguments);

    /// What the command says with --json.
    nlohmann::json parsed(std::vector<std::string> arguments);

    /// A decision at title and abstract.
    void decide(const std::string &reviewer, const std::string &key, const std::string &verdict);

    Session m_session;
};

} // namespace winnow::cli::test
