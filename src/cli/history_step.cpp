#include "cli/history_step.h"

#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

Action defineHistoryStep(CLI::App &parser,
                         std::function<Result<std::optional<std::string>>(app::Workspace &workspace)> step,
                         std::string_view word,
                         std::string_view nothing)
{
    struct Options
    {
        std::string review;
        std::string reviewer;
    };

    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser.add_option("--reviewer", options->reviewer, "Whose act")->type_name("NAME");
    return [options, step = std::move(step), word, nothing](const Context &context) -> int {
        const auto workspace = context.open(options->review, options->reviewer);
        if (!workspace) {
            return Refused;
        }
        auto done = step(*workspace);
        if (!done) {
            return context.fail(done.error());
        }
        const std::optional<std::string> &text = *done;
        if (!text) {
            context.err << "winnow: " << nothing << '\n';
            return Refused;
        }
        context.out << word << ": " << printable(*text) << ".\n";
        return Done;
    };
}

} // namespace winnow::cli
