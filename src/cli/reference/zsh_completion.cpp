#include "cli/reference/reference.h"

#include <algorithm>
#include <string_view>

namespace winnow::cli {

namespace {

constexpr std::string_view kHead = R"zsh(#compdef winnow
# Completes the arguments of winnow in zsh. Made from the commands of the program.

_winnow_review() { _files -g '*.winnow' }

)zsh";

/// In single quotes, with a backslash before each of `special`, which _arguments would read.
std::string inQuotes(std::string_view text, std::string_view special)
{
    std::string result;
    for (const char c : text) {
        if (c == '\'') {
            result += "'\\'";
        } else if (special.find(c) != std::string_view::npos) {
            result += '\\';
        }
        result += c;
    }
    return result;
}

std::string actionOf(const Argument &argument)
{
    switch (argument.takes) {
    case Takes::Nothing:
        return "";
    case Takes::Text:
        return " ";
    case Takes::File:
        return "_files";
    case Takes::Folder:
        return "_files -/";
    case Takes::Review:
        return "_winnow_review";
    case Takes::Choice:
        break;
    }
    std::string words;
    for (const std::string &choice : argument.choices) {
        words += (words.empty() ? "(" : " ") + choice;
    }
    return words + ")";
}

/// What _arguments takes for the argument, once for each of its names.
std::string specifications(const Argument &argument)
{
    const std::string value = argument.takes == Takes::Nothing
                                  ? ""
                                  : ":" + inQuotes(argument.valueName, ":\\") + ":" + actionOf(argument);
    if (argument.isPositional()) {
        const std::string start = argument.isRepeated ? "*" : argument.isRequired ? "" : ":";
        return " \\\n        '" + start + value + "'";
    }
    std::string lines;
    for (const std::string &name : argument.names) {
        const std::string sign = value.empty() ? "" : name.starts_with("--") ? "=" : "+";
        lines += " \\\n        '*" + name + sign + "[" + inQuotes(argument.description, "[]:\\") + "]" +
                 value + "'";
    }
    return lines;
}

std::string functionName(const CommandNode &command)
{
    std::string name = "_winnow" + (command.path.empty() ? "" : "_" + command.path);
    std::ranges::replace(name, ' ', '_');
    return name;
}

/// Offers the steps as the first word and, once there is one, leaves the rest to it.
std::string stepsPart(const CommandNode &command)
{
    std::string offered = "    local -a steps=(\n";
    std::string chosen = "    if (( CURRENT > 2 )); then\n        case $words[2] in\n";
    for (const CommandNode &step : command.steps) {
        offered += "        '" + step.name() + ":" + inQuotes(step.summary, ":\\") + "'\n";
        chosen += "        " + step.name() + ") shift words; (( CURRENT-- )); " + functionName(step) +
                  "; return ;;\n";
    }
    return offered + "    )\n" + chosen +
           "        esac\n    else\n        _describe -t commands command steps\n    fi\n";
}

std::string functionOf(const CommandNode &command)
{
    std::string text = functionName(command) + "()\n{\n";
    if (!command.steps.empty()) {
        text += stepsPart(command);
    }
    text += "    _arguments '(- *)--help[Explain this command]'";
    for (const Argument &argument : command.arguments) {
        text += specifications(argument);
    }
    return text + "\n}\n\n";
}

} // namespace

std::string zshCompletion(const CommandNode &program)
{
    std::string text(kHead);
    for (const CommandNode *command : flattened(program)) {
        text += functionOf(*command);
    }
    return text + "_winnow \"$@\"\n";
}

} // namespace winnow::cli
