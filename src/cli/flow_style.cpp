#include "cli/flow_style.h"

#include <algorithm>
#include <array>
#include <utility>

namespace winnow::cli {

namespace {

using winnow::flow::Line;
using winnow::flow::ZeroLines;

constexpr std::array<std::pair<const char *, ZeroLines>, 3> kZeroLines{
    {{"keep", ZeroLines::Kept}, {"optional", ZeroLines::OptionalHidden}, {"hide", ZeroLines::Hidden}}};

std::vector<std::string> publisherIds()
{
    std::vector<std::string> ids;
    for (const winnow::flow::Publisher &publisher : winnow::flow::publishers()) {
        ids.emplace_back(publisher.id);
    }
    return ids;
}

Error unreadable(const std::string &what, const std::string &example)
{
    return {
        ErrorCode::InvalidArgument, "\"" + what + "\" cannot be read. Write it as " + example + ".", {}, {}};
}

/// "Personal communication=4".
std::optional<Line> lineFrom(std::string_view text)
{
    const std::size_t at = text.rfind('=');
    if (at == std::string_view::npos || at == 0) {
        return std::nullopt;
    }
    Line line{std::string(text.substr(0, at)), {}};
    std::int64_t value = 0;
    const std::string_view digits = text.substr(at + 1);
    if (digits.empty() || digits.size() > 12 || !std::ranges::all_of(digits, [&](char c) {
            value = 10 * value + (c - '0');
            return c >= '0' && c <= '9';
        })) {
        return std::nullopt;
    }
    line.number.value = value;
    return line;
}

Result<void> addLine(const std::string &argument, app::FlowStyle &style)
{
    const std::size_t at = argument.find(':');
    const auto line =
        at == std::string::npos ? std::nullopt : lineFrom(std::string_view(argument).substr(at + 1));
    if (!line) {
        return unreadable(argument, "box11:Personal communication=4");
    }
    style.options.extraLines.push_back({argument.substr(0, at), *line});
    return {};
}

Result<void> addRow(const std::string &argument, app::FlowStyle &style)
{
    const std::size_t at = argument.find(':');
    const std::size_t bar = argument.find('|');
    const std::string_view text(argument);
    const auto main = at == std::string::npos ? std::nullopt : lineFrom(text.substr(at + 1, bar - at - 1));
    const auto side = bar == std::string::npos ? Line{} : lineFrom(text.substr(bar + 1));
    if (!main || !side) {
        return unreadable(argument, "\"box8:Reports appraised=40|Low quality=12\"");
    }
    style.options.extraRows.push_back({argument.substr(0, at), *main, *side});
    return {};
}

} // namespace

void defineFlowStyle(CLI::App &parser, FlowStyleArguments &arguments)
{
    const std::string page = "Page";
    parser
        .add_option("--template",
                    arguments.variant,
                    "Which diagram: of a new or an updated review, with databases and registers only or with "
                    "other methods, or that of PRISMA 2009 (default: what the numbers ask for)")
        ->check(CLI::IsMember({"new-db", "new-other", "updated-db", "updated-other", "2009"}));
    parser
        .add_option(
            "--preset",
            arguments.publisher,
            "The width, type and resolution that a publisher asks for, with a warning where the diagram "
            "does not meet it")
        ->check(CLI::IsMember(publisherIds()))
        ->group(page);
    parser.add_option("--width", arguments.width, "Width of the diagram in millimetres (default: 174)")
        ->check(CLI::Range(60.0, 400.0))
        ->group(page);
    parser.add_option("--font-size", arguments.fontSize, "Type size in points (default: 8)")
        ->check(CLI::Range(5.0, 24.0))
        ->group(page);
    parser.add_option("--dpi", arguments.dpi, "Resolution of .png and .tif (default: 300)")
        ->check(CLI::Range(72.0, 2400.0))
        ->group(page);
    parser
        .add_option(
            "--colours,--colors", arguments.colours, "Colours of the official template, or grey, or bw")
        ->check(CLI::IsMember({"colour", "grey", "bw"}))
        ->group(page);
    const std::string words = "Texts";
    parser
        .add_option(
            "--texts",
            arguments.texts,
            "The words: en (of PRISMA), id (Indonesian), r-package (of the R package PRISMA2020), or a "
            "JSON file of your own")
        ->type_name("NAME|FILE")
        ->group(words);
    parser.add_option("--note", arguments.notes, "A footnote of your own; may be given several times")
        ->group(words);
    parser.add_flag("--no-notes", arguments.withoutOfficialNotes, "Without the asterisks of the template")
        ->group(words);
    parser
        .add_flag(
            "--no-remarks",
            arguments.withoutRemarks,
            "Without the marks of numbers from outside Winnow and what else the review says of its numbers")
        ->group(words);
    parser.add_flag("--no-attribution", arguments.withoutAttribution, "Without the line that cites PRISMA")
        ->group(words);
    const std::string rows = "Lines and boxes";
    parser
        .add_flag("--no-source-list", arguments.withoutSourceList, "Not each database and register by name")
        ->group(rows);
    parser
        .add_flag("--title-abstract-reasons",
                  arguments.withTitleAbstractReasons,
                  "The reasons of records excluded at title and abstract, too")
        ->group(rows);
    parser.add_flag("--totals", arguments.withTotals, "The sum at the head of each list of reasons")
        ->group(rows);
    parser.add_flag("--no-tool-split", arguments.withoutSplit, "Not how many people and tools excluded each")
        ->group(rows);
    parser.add_flag("--no-awaiting", arguments.withoutAwaiting, "Without reports that await classification")
        ->group(rows);
    parser
        .add_flag("--no-meta-analysis", arguments.withoutMetaAnalysis, "Without the box of the meta-analysis")
        ->group(rows);
    parser
        .add_option("--zero",
                    arguments.zeroLines,
                    "Lines with the number 0: keep all, hide those of registers, tools and other reasons "
                    "(optional), or hide all that may be left out")
        ->check(CLI::IsMember({"keep", "optional", "hide"}))
        ->group(rows);
    parser
        .add_option(
            "--hide",
            arguments.hidden,
            "A box (box7) or a line by the name of its number (total_reports) to leave out; may be given "
            "several times")
        ->group(rows);
    parser
        .add_option(
            "--add-line", arguments.extraLines, "A line more in a box: \"box11:Personal communication=4\"")
        ->type_name("BOX:WORDS=N")
        ->group(rows);
    parser
        .add_option("--add-row",
                    arguments.extraRows,
                    "A row more below a box: \"box8:Reports appraised=40|Low quality=12\"")
        ->type_name("BOX:WORDS=N[|WORDS=N]")
        ->group(rows);
}

Result<app::FlowStyle> flowStyle(const FlowStyleArguments &arguments)
{
    app::FlowStyle style;
    winnow::flow::DiagramOptions &options = style.options;
    auto texts = app::diagramTexts(arguments.texts);
    if (!texts) {
        return std::move(texts).error();
    }
    options.texts = *std::move(texts);
    style.variant = winnow::flow::variantFromString(arguments.variant);
    style.publisher = winnow::flow::publisherCalled(arguments.publisher);
    if (style.publisher != nullptr) {
        options.widthMm = style.publisher->wideMm;
        options.fontSizePt = std::max(options.fontSizePt, style.publisher->smallestTypePt);
        style.dpi = style.publisher->dpi;
    }
    options.widthMm = arguments.width.value_or(options.widthMm);
    options.fontSizePt = arguments.fontSize.value_or(options.fontSizePt);
    style.dpi = arguments.dpi.value_or(style.dpi);
    options.colours =
        winnow::flow::coloursFromString(arguments.colours).value_or(winnow::flow::Colours::Official);
    options.withAttribution = !arguments.withoutAttribution;
    options.withOfficialNotes = !arguments.withoutOfficialNotes;
    options.notes = arguments.notes;
    options.withRemarks = !arguments.withoutRemarks;
    options.listsSources = !arguments.withoutSourceList;
    options.listsTitleAbstractReasons = arguments.withTitleAbstractReasons;
    options.totalsReasons = arguments.withTotals;
    options.splitsTools = !arguments.withoutSplit;
    options.showsAwaiting = !arguments.withoutAwaiting;
    options.showsMetaAnalysis = !arguments.withoutMetaAnalysis;
    options.zeroLines = std::ranges::find(kZeroLines, arguments.zeroLines, [](const auto &entry) {
                            return std::string_view(entry.first);
                        })->second;
    options.hidden.insert(arguments.hidden.begin(), arguments.hidden.end());
    for (const std::string &argument : arguments.extraLines) {
        if (auto added = addLine(argument, style); !added) {
            return std::move(added).error();
        }
    }
    for (const std::string &argument : arguments.extraRows) {
        if (auto added = addRow(argument, style); !added) {
            return std::move(added).error();
        }
    }
    return style;
}

} // namespace winnow::cli
