#include "app/labels.h"
#include "app/record_keys.h"
#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command note;

namespace {

struct Options
{
    std::string review;
    std::string reviewer;
    std::string key;
    std::optional<std::string> text;
};

int writeOrShow(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    auto record = app::recordFromKey(*workspace, options.key);
    if (!record) {
        return context.fail(record.error());
    }
    if (options.text) {
        if (auto done = app::writeNote(*workspace, *record, *options.text); !done) {
            return context.fail(done.error());
        }
    }
    auto marks = app::marksOf(*workspace, *record);
    if (!marks) {
        return context.fail(marks.error());
    }
    for (const app::RecordNote &written : marks->notes) {
        context.out << printable(written.reviewer) << ": " << printable(written.text) << '\n';
    }
    if (marks->notes.empty()) {
        context.out << "No note on " << printable(options.key) << ".\n";
    }
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser.add_option("key", options->key, "Key or #number of the record")->required()->type_name("KEY");
    parser.add_option("text", options->text, "Your note; an empty one removes it; none shows what is there")
        ->type_name("TEXT");
    parser.add_option("--reviewer", options->reviewer, "Whose note")->type_name("NAME");
    return [options](const Context &context) { return writeOrShow(*options, context); };
}

} // namespace

const Command note{"note",
                   "Write a note on a record, or show those that you may see",
                   "  winnow note review.winnow Hassan2020 \"ask the authors for the tables\"\n"
                   "  winnow note review.winnow Hassan2020",
                   define};

} // namespace winnow::cli
