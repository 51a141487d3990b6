#include "app/source_overlap.h"
#include "cli/command.h"
#include "cli/text.h"

#include <algorithm>
#include <iomanip>
#include <ostream>

namespace winnow::cli {

extern const Command overlap;

namespace {

using nlohmann::ordered_json;

struct Options
{
    std::string review;
    bool isJson = false;
};

ordered_json toJson(const app::SourceOverlap &overlap)
{
    ordered_json sources = ordered_json::array();
    for (const app::SourceShare &share : overlap.sources) {
        ordered_json shared = ordered_json::object();
        for (std::size_t i = 0; i < overlap.sources.size(); ++i) {
            if (overlap.sources[i].source != share.source) {
                shared[overlap.sources[i].source] = share.shared[i];
            }
        }
        sources.push_back({{"source", share.source},
                           {"records", share.records},
                           {"documents", share.documents},
                           {"only_here", share.onlyHere},
                           {"shared_with", std::move(shared)}});
    }
    return {{"documents", overlap.documents}, {"sources", std::move(sources)}};
}

void printTable(const Context &context, const app::SourceOverlap &overlap)
{
    std::size_t width = std::string_view("source").size();
    for (const app::SourceShare &share : overlap.sources) {
        width = std::max(width, printable(share.source).size());
    }
    const auto number = [&](std::int64_t value) { context.out << std::setw(11) << grouped(value); };
    context.out << std::left << std::setw(static_cast<int>(width)) << "source" << std::right << std::setw(11)
                << "records" << std::setw(11) << "documents" << std::setw(11) << "only here";
    for (std::size_t i = 0; i < overlap.sources.size(); ++i) {
        context.out << std::setw(11) << "also " + std::to_string(i + 1);
    }
    context.out << '\n';
    for (std::size_t row = 0; row < overlap.sources.size(); ++row) {
        const app::SourceShare &share = overlap.sources[row];
        context.out << std::left << std::setw(static_cast<int>(width)) << printable(share.source)
                    << std::right;
        number(share.records);
        number(share.documents);
        number(share.onlyHere);
        for (std::size_t i = 0; i < share.shared.size(); ++i) {
            if (i == row) {
                context.out << std::setw(11) << '-';
            } else {
                number(share.shared[i]);
            }
        }
        context.out << '\n';
    }
    context.out << grouped(overlap.documents)
                << " documents in all; \"also n\" counts those that the n-th source brought too.\n";
}

int showOverlap(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review);
    if (!workspace) {
        return Refused;
    }
    auto overlap = app::sourceOverlap(*workspace);
    if (!overlap) {
        return context.fail(overlap.error());
    }
    if (options.isJson) {
        printJson(context.out, toJson(*overlap));
    } else if (overlap->sources.empty()) {
        context.out << "There are no records yet; winnow import and winnow search bring them.\n";
    } else {
        printTable(context, *overlap);
    }
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser.add_flag("--json", options->isJson, "As JSON");
    return [options](const Context &context) { return showOverlap(*options, context); };
}

} // namespace

const Command overlap{"overlap",
                      "Say which source found what, and what only it found",
                      "  winnow overlap review.winnow",
                      define};

} // namespace winnow::cli
