#include "review_test.h"

namespace winnow::cli::test {

Output ReviewTest::run(const std::vector<std::string> &arguments)
{
    Output output = m_session.run(arguments);
    EXPECT_EQ(output.code, Done) << output.err;
    return output;
}

Output ReviewTest::refused(const std::vector<std::string> &arguments)
{
    Output output = m_session.run(arguments);
    EXPECT_EQ(output.code, Refused) << output.out;
    return output;
}

nlohmann::json ReviewTest::parsed(std::vector<std::string> arguments)
{
    arguments.emplace_back("--json");
    return nlohmann::json::parse(run(arguments).out);
}

void ReviewTest::decide(const std::string &reviewer, const std::string &key, const std::string &verdict)
{
    run({"decide",
         "@/r.winnow",
         key,
         "--stage",
         "title-abstract",
         "--verdict",
         verdict,
         "--reviewer",
         reviewer});
}

} // namespace winnow::cli::test
