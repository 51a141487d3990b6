#include "app/query_effects.h"
#include "app/query_seeds.h"
#include "cli/query/query_step.h"
#include "cli/query/seed_options.h"
#include "cli/text.h"

#include <algorithm>
#include <map>
#include <ostream>

namespace winnow::cli {

namespace {

using index::LineRole;
using nlohmann::ordered_json;

struct Options
{
    std::string review;
    QueryInput input;
    SeedOptions seeds;
    bool isJson = false;
};

constexpr std::size_t kNumberWidth = 9;
constexpr std::size_t kTextWidth = 72; ///< of the query in a line of the table

std::string_view nameOf(LineRole role)
{
    switch (role) {
    case LineRole::Whole:
        return "query";
    case LineRole::Operand:
        return "operand";
    case LineRole::Group:
        return "group";
    case LineRole::Excluded:
        break;
    }
    return "excluded";
}

bool isOperand(LineRole role)
{
    return role == LineRole::Operand;
}

bool isGroup(LineRole role)
{
    return role == LineRole::Group || role == LineRole::Excluded;
}

/// The operator before a line; none before the first of its group.
std::string_view operatorOf(const app::QueryEffects &effects, std::size_t line)
{
    const index::LineEffect &effect = effects.lines[line].effect;
    if (effect.role == LineRole::Excluded) {
        return "AND NOT ";
    }
    // The first of a group comes just behind it.
    if (line == 0 || effect.parent + 1 == line) {
        return "";
    }
    return isOperand(effect.role) ? "OR " : "AND ";
}

/// At most `width` characters, cut with dots.
std::string shortened(std::string_view text, std::size_t width)
{
    const auto isFirstByte = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    std::size_t characters = 0;
    std::size_t cut = text.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isFirstByte(text[i]) && ++characters == width - 2) {
            cut = i;
        }
    }
    return characters <= width ? std::string(text) : std::string(text.substr(0, cut)) + "...";
}

std::string rightAligned(const std::string &text)
{
    return std::string(kNumberWidth - std::min(text.size(), kNumberWidth - 1), ' ') + text;
}

std::string cell(std::int64_t number, bool isShown)
{
    return rightAligned(isShown ? grouped(number) : std::string());
}

void printSeeds(std::ostream &out, const app::QueryEffects &effects)
{
    const auto missed = static_cast<std::int64_t>(effects.missed.size());
    out << '\n' << grouped(effects.seeds - missed) << " of " << counted(effects.seeds, "seed") << " found\n";
    for (const app::LostSeed &seed : effects.missed) {
        out << "  missed " << printable(seed.key) << ": ";
        if (seed.line == 0) {
            out << "no line of the query finds it\n";
            continue;
        }
        const app::QueryLine &line = effects.lines[seed.line];
        out << (line.effect.role == LineRole::Excluded ? "excluded by line " : "lost by line ")
            << seed.line + 1 << ", " << printable(shortened(line.text, kTextWidth)) << '\n';
    }
}

void print(std::ostream &out, const app::QueryEffects &effects)
{
    out << rightAligned("line") << rightAligned("hits") << rightAligned("adds") << rightAligned("only")
        << rightAligned("loses") << "  query\n";
    for (std::size_t i = 0; i < effects.lines.size(); ++i) {
        const app::QueryLine &line = effects.lines[i];
        const index::LineEffect &effect = line.effect;
        out << cell(static_cast<std::int64_t>(i + 1), true) << cell(effect.hits, true)
            << cell(effect.adds, isOperand(effect.role)) << cell(effect.only, isOperand(effect.role))
            << cell(effect.loses, isGroup(effect.role)) << std::string(2 + 2 * effect.depth, ' ')
            << operatorOf(effects, i) << printable(shortened(line.text, kTextWidth)) << '\n';
    }
    out << "\nhits: records that the line finds by itself\n"
           "adds: those of them that no other line of its OR group finds\n"
           "only: records that would leave the answer without the line (under AND NOT: come into it)\n"
           "loses: records that would come into the answer without the line (under AND NOT: leave it)\n";
    if (effects.seeds > 0) {
        printSeeds(out, effects);
    }
}

ordered_json numberOr(std::int64_t number, bool isShown)
{
    return isShown ? ordered_json(number) : ordered_json();
}

ordered_json asJson(const app::QueryEffects &effects)
{
    std::map<RecordId, std::string> keys;
    ordered_json missed = ordered_json::array();
    for (const app::LostSeed &seed : effects.missed) {
        keys.emplace(seed.record, seed.key);
        missed.push_back({{"key", seed.key},
                          {"number", seed.record.value},
                          {"lost_by", seed.line == 0 ? ordered_json() : ordered_json(seed.line + 1)}});
    }
    ordered_json lines = ordered_json::array();
    for (std::size_t i = 0; i < effects.lines.size(); ++i) {
        const app::QueryLine &line = effects.lines[i];
        const index::LineEffect &effect = line.effect;
        ordered_json lost = ordered_json::array();
        for (const RecordId seed : effect.lostSeeds) {
            lost.push_back(keys.at(seed));
        }
        lines.push_back({{"line", i + 1},
                         {"parent", i == 0 ? ordered_json() : ordered_json(effect.parent + 1)},
                         {"depth", effect.depth},
                         {"role", nameOf(effect.role)},
                         {"from", effect.from},
                         {"to", effect.to},
                         {"text", line.text},
                         {"query", line.query},
                         {"hits", effect.hits},
                         {"adds", numberOr(effect.adds, isOperand(effect.role))},
                         {"only", numberOr(effect.only, isOperand(effect.role))},
                         {"loses", numberOr(effect.loses, isGroup(effect.role))},
                         {"lost_seeds", std::move(lost)}});
    }
    return {{"count", effects.matching},
            {"seeds",
             {{"given", effects.seeds},
              {"found", effects.seeds - static_cast<std::int64_t>(effects.missed.size())},
              {"missed", std::move(missed)}}},
            {"lines", std::move(lines)}};
}

int effect(const Options &options, const Context &context)
{
    auto text = textOf(options.input);
    if (!text) {
        return context.fail(text.error());
    }
    auto seeds = namesOf(options.seeds);
    if (!seeds) {
        return context.fail(seeds.error());
    }
    const auto workspace = context.open(options.review);
    if (!workspace) {
        return Refused;
    }
    const auto effects = app::queryEffects(
        *workspace, {*std::move(text), options.input.precedence, *std::move(seeds)}, context.task);
    if (!effects) {
        return context.fail(effects.error());
    }
    if (options.isJson) {
        printJson(context.out, asJson(*effects));
    } else {
        print(context.out, *effects);
    }
    return Done;
}

} // namespace

void addEffectStep(CLI::App &parser, const ChosenStep &chosen)
{
    const auto options = std::make_shared<Options>();
    CLI::App *step = parser.add_subcommand(
        "effect", "Say what each line of the query finds, adds and loses among the records of a review");
    step->add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    auto *source = step->add_option_group("query", "One of")->require_option(1);
    source->add_option("query", options->input.query, "Query in Scopus syntax")->type_name("QUERY");
    source->add_option("--query-file", options->input.file, "File that holds the query; - is standard input")
        ->type_name("FILE");
    addPrecedence(*step, options->input.precedence);
    addSeeds(*step, options->seeds);
    step->add_flag("--json", options->isJson, "As JSON");
    step->callback([options, chosen] {
        *chosen = [options](const Context &context) { return effect(*options, context); };
    });
}

} // namespace winnow::cli
