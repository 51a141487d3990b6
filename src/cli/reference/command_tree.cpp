#include "cli/reference/command_tree.h"

#include <algorithm>
#include <string_view>

namespace winnow::cli {

namespace {

/// The words of "a|b" or, in braces, of "a,b".
std::vector<std::string> wordsOf(std::string_view list, char separator)
{
    std::vector<std::string> words;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(separator), list.size());
        words.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return words;
}

std::vector<const CLI::Validator *> validatorsOf(CLI::Option &option)
{
    std::vector<const CLI::Validator *> validators;
    try {
        for (int index = 0;; ++index) {
            validators.push_back(option.get_validator(index));
        }
    } catch (const CLI::OptionNotFound &) { // CLI11 tells their number in no other way
        return validators;
    }
}

/// IsMember describes itself as "{a,b}"; choiceOf() is named so.
std::vector<std::string> choicesOf(const std::vector<const CLI::Validator *> &validators)
{
    for (const CLI::Validator *validator : validators) {
        for (const std::string &text : {validator->get_name(), validator->get_description()}) {
            if (text.starts_with('{') && text.ends_with('}')) {
                return wordsOf(std::string_view(text).substr(1, text.size() - 2), ',');
            }
        }
    }
    return {};
}

/// "FILE" of an option whose type CLI11 gives as "FILE:POSITIVE".
std::string valueNameOf(const CLI::Option &option, const std::vector<const CLI::Validator *> &validators)
{
    std::string name = option.get_type_name();
    for (auto validator = validators.rbegin(); validator != validators.rend(); ++validator) {
        const std::string description = (*validator)->get_description();
        if (!description.empty() && name.ends_with(":" + description)) {
            name.erase(name.size() - description.size() - 1);
        }
    }
    return name;
}

Takes takenBy(const Argument &argument)
{
    const auto holds = [&](std::string_view word) {
        return argument.valueName.find(word) != std::string::npos;
    };
    if (!argument.choices.empty()) {
        return Takes::Choice;
    }
    if (holds("FILE") || argument.valueName.ends_with(".csv")) {
        return Takes::File;
    }
    if (holds("FOLDER")) {
        return Takes::Folder;
    }
    return argument.valueName == "REVIEW" ? Takes::Review : Takes::Text;
}

Argument argumentOf(CLI::Option &option)
{
    Argument argument;
    for (const std::string &name : option.get_snames()) {
        argument.names.push_back("-" + name);
    }
    for (const std::string &name : option.get_lnames()) {
        argument.names.push_back("--" + name);
    }
    argument.description = option.get_description();
    argument.isRequired = option.get_required();
    if (option.get_items_expected_max() == 0) {
        return argument;
    }
    const auto validators = validatorsOf(option);
    argument.valueName = valueNameOf(option, validators);
    argument.choices = choicesOf(validators);
    argument.takes = takenBy(argument);
    argument.isRepeated = option.get_items_expected_max() >= CLI::detail::expected_max_vector_size;
    return argument;
}

void addArguments(CLI::App &parser, std::vector<Argument> &arguments)
{
    for (CLI::Option *option : parser.get_options()) {
        if (option != parser.get_help_ptr() && !option->get_group().empty()) {
            arguments.push_back(argumentOf(*option));
        }
    }
}

CommandNode nodeOf(CLI::App &parser, const std::string &path)
{
    CommandNode node{path, parser.get_description(), parser.get_footer(), {}, {}};
    addArguments(parser, node.arguments);
    for (CLI::App *below : parser.get_subcommands([](CLI::App *) { return true; })) {
        if (below->get_name().empty()) { // a group of options
            addArguments(*below, node.arguments);
        } else {
            node.steps.push_back(
                nodeOf(*below, path.empty() ? below->get_name() : path + " " + below->get_name()));
        }
    }
    // What goes by its place comes first, as it is typed; groups of options may hold some of it.
    std::stable_partition(node.arguments.begin(), node.arguments.end(), [](const Argument &argument) {
        return argument.isPositional();
    });
    return node;
}

} // namespace

std::string CommandNode::name() const
{
    return path.substr(path.rfind(' ') + 1);
}

CommandNode commandTree(CLI::App &parser)
{
    return nodeOf(parser, "");
}

std::vector<const CommandNode *> flattened(const CommandNode &command)
{
    std::vector<const CommandNode *> all{&command};
    for (const CommandNode &step : command.steps) {
        const auto below = flattened(step);
        all.insert(all.end(), below.begin(), below.end());
    }
    return all;
}

} // namespace winnow::cli
