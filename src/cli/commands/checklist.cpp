#include "app/reporting.h"
#include "cli/command.h"

#include <ostream>

namespace winnow::cli {

extern const Command checklist;

namespace {

struct Options
{
    std::string review;
    std::string name = "prisma-2020";
    std::vector<std::string> files;
};

int writeChecklist(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review);
    if (!workspace) {
        return Refused;
    }
    for (const std::string &file : options.files) {
        if (auto done = app::publishChecklist(*workspace, options.name, file); !done) {
            return context.fail(done.error());
        }
        context.out << "Wrote " << file << ".\n";
    }
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    std::vector<std::string> names;
    for (const ShippedFile &one : app::shippedChecklists()) {
        names.emplace_back(one.name);
    }
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser.add_option("--list", options->name, "Which checklist (default: prisma-2020)")
        ->check(CLI::IsMember(names));
    parser.add_option("-o,--output", options->files, "Where to write: .docx, .html or .md")
        ->required()
        ->type_name("FILE");
    return [options](const Context &context) { return writeChecklist(*options, context); };
}

} // namespace

const Command checklist{"checklist",
                        "Write a reporting checklist, filled in where the review knows the answer",
                        "  winnow checklist review.winnow -o prisma-checklist.docx",
                        define};

} // namespace winnow::cli
