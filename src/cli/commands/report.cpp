#include "app/report.h"

#include "app/report_text.h"
#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command report;

namespace {

struct Options
{
    std::string review;
    std::vector<std::string> files;
    std::string text;
    bool printsText = false;
    std::string reviewer;
};

int takeText(app::Workspace &workspace, const Options &options, const Context &context)
{
    const auto text = app::loadReportText(workspace, options.text);
    if (!text) {
        return context.fail(text.error());
    }
    context.out << "Took the text of the report: ";
    const char *between = "";
    for (const app::ReportSection &section : text->sections) {
        context.out << between << (section.title.empty() ? "(without a heading)" : printable(section.title));
        between = ", ";
    }
    context.out << ".\n";
    return Done;
}

int act(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    if (options.printsText) {
        const auto text = app::reportText(*workspace);
        if (!text) {
            return context.fail(text.error());
        }
        context.out << text->markdown;
        return Done;
    }
    if (!options.text.empty()) {
        if (const int code = takeText(*workspace, options, context); code != Done) {
            return code;
        }
    }
    for (const std::string &file : options.files) {
        const auto notices = app::publishReport(*workspace, file, context.task);
        if (!notices) {
            return context.fail(notices.error());
        }
        context.out << "Wrote " << file << ".\n";
        if (&file == &options.files.front()) {
            for (const std::string &notice : *notices) {
                context.err << "winnow: " << notice << '\n';
            }
        }
    }
    if (options.files.empty() && options.text.empty()) {
        context.err << "winnow: Say where to write: -o report.html, .pdf, .docx, .odt or .md.\n";
        return UsedWrongly;
    }
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser
        .add_option("-o,--output",
                    options->files,
                    "Where to write; the name tells the kind: .html, .pdf, .docx, .odt, .tex, .md or .txt")
        ->type_name("FILE");
    auto *text =
        parser
            .add_option("--text",
                        options->text,
                        "Take key messages, background, limitations and other texts from a Markdown file")
            ->type_name("FILE.md");
    parser.add_flag("--print-text", options->printsText, "Print these texts, to change them")->excludes(text);
    parser.add_option("--reviewer", options->reviewer, "Who does it")->type_name("NAME");
    return [options](const Context &context) { return act(*options, context); };
}

} // namespace

const Command report{"report",
                     "Write the report: key messages, flow diagram, evidence tables, methods, references",
                     "  winnow report review.winnow -o report.html -o report.docx\n"
                     "  winnow report review.winnow --text messages.md -o report.pdf",
                     define};

} // namespace winnow::cli
