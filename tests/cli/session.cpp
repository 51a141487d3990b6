#include "session.h"

#include "base/file.h"
#include "cli/run.h"

#include <gtest/gtest.h>

#include <sstream>

namespace winnow::cli::test {

namespace {

class FixedClock final : public Clock
{
public:
    [[nodiscard]] std::string nowUtc() const override { return "2026-11-24T09:00:00.000Z"; }
};

} // namespace

const std::string kThreeRecords =
    "TY  - JOUR\nID  - A2020\nTI  - Digital marketing of handicraft\nAU  - Hassan, H.\nPY  - 2020\n"
    "AB  - Social media help craftswomen to sell.\nDO  - 10.1000/a\nT2  - Journal of Craft\nER  - \n\n"
    "TY  - CONF\nID  - B2021\nTI  - Bamboo baskets and e-commerce\nAU  - Li, J.\nPY  - 2021\n"
    "AB  - A study of colour and behaviour.\nLA  - English\nER  - \n\n"
    "TY  - JOUR\nID  - C2022\nTI  - Digital Marketing of Handicraft.\nAU  - Hassan H\nPY  - 2022\n"
    "DO  - https://doi.org/10.1000/A\nER  - \n";

Session::Session() = default;

Output Session::run(std::vector<std::string> arguments)
{
    Task task;
    return run(std::move(arguments), task);
}

Output Session::run(std::vector<std::string> arguments, Task &task)
{
    for (std::string &argument : arguments) {
        if (argument.starts_with("@/")) {
            argument = path(argument.substr(2)).string();
        }
    }
    std::ostringstream out;
    std::ostringstream err;
    const FixedClock clock;
    RandomUuidSource uuids(++m_runs);
    const int code = cli::run(arguments, {out, err, clock, uuids, task});
    return {code, out.str(), err.str()};
}

void Session::makeReview(const std::string &name, const std::string &ris, const std::string &source)
{
    write(name + ".ris", ris);
    const Output made = run({"init", "@/" + name, "--title", "A review"});
    ASSERT_EQ(made.code, 0) << made.err;
    const Output imported = run({"import", "@/" + name, "@/" + name + ".ris", "--source", source});
    ASSERT_EQ(imported.code, 0) << imported.err;
}

std::string Session::read(const std::string &name) const
{
    auto bytes = readFile(path(name));
    return bytes ? *std::move(bytes) : std::string();
}

void Session::write(const std::string &name, const std::string &bytes) const
{
    ASSERT_TRUE(writeFile(path(name), bytes));
}

} // namespace winnow::cli::test
