#include "cli/run.h"

#include "cli/parser.h"

#include <ostream>
#include <string>
#include <vector>

namespace winnow::cli {

int run(std::span<const std::string> arguments, const Environment &environment)
{
    Action chosen;
    const auto parser = makeParser(chosen);
    // CLI11 takes the arguments last one first.
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    try {
        parser->parse(reversed);
    } catch (const CLI::ParseError &mistake) {
        const int code = parser->exit(mistake, environment.out, environment.err);
        return code == 0 ? Done : UsedWrongly;
    }
    const Context context{
        environment.out, environment.err, environment.clock, environment.uuids, environment.task};
    return chosen(context);
}

} // namespace winnow::cli
