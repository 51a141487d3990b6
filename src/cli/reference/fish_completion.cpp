#include "cli/reference/reference.h"

#include <string_view>

namespace winnow::cli {

namespace {

constexpr std::string_view kHead =
    R"fish(# Completes the arguments of winnow in fish. Made from the commands of the program.

function __winnow_is --description 'Whether the line begins with this command'
    set -l words (commandline -opc)
    set -l last (math (count $argv) + 1)
    test (count $words) -ge $last; and test "$words[2..$last]" = "$argv"
end

function __winnow_ends --description 'Whether the line ends with this command'
    set -l words (commandline -opc)
    test "$words[2..]" = "$argv"
end

function __winnow_reviews --description 'Reviews and folders'
    __fish_complete_path (commandline -ct) | string match -r '^[^\t]*(?:\.winnow|/)(?:\t.*)?$'
end

complete -c winnow -f
complete -c winnow -n __winnow_ends -l help -d 'Explain Winnow'
complete -c winnow -n __winnow_ends -l version -d 'Print the version'
)fish";

std::string inQuotes(std::string_view text)
{
    std::string result = "'";
    for (const char c : text) {
        result += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    }
    return result + "'";
}

std::string actionOf(const Argument &argument)
{
    switch (argument.takes) {
    case Takes::Nothing:
        return "";
    case Takes::Text:
        return " -x";
    case Takes::File:
        return " -r -F";
    case Takes::Folder:
        return " -x -a '(__fish_complete_directories)'";
    case Takes::Review:
        return " -x -a '(__winnow_reviews)'";
    case Takes::Choice:
        break;
    }
    std::string words;
    for (const std::string &choice : argument.choices) {
        words += (words.empty() ? "" : " ") + choice;
    }
    return " -x -a " + inQuotes(words);
}

/// Arguments that go by their place are offered at any place.
std::string placeAction(const Argument &argument)
{
    const std::string action = actionOf(argument);
    return argument.takes == Takes::Text ? "" : action.starts_with(" -x") ? action.substr(3) : " -F";
}

std::string lineOf(const CommandNode &command, const Argument &argument)
{
    const std::string start = "complete -c winnow -n " + inQuotes("__winnow_is " + command.path);
    if (argument.isPositional()) {
        const std::string action = placeAction(argument);
        return action.empty() ? "" : start + action + "\n";
    }
    std::string names;
    for (const std::string &name : argument.names) {
        names += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    }
    return start + names + actionOf(argument) + " -d " + inQuotes(argument.description) + "\n";
}

} // namespace

std::string fishCompletion(const CommandNode &program)
{
    std::string text(kHead);
    for (const CommandNode *command : flattened(program)) {
        const std::string ends = command->path.empty() ? "__winnow_ends" : "__winnow_ends " + command->path;
        for (const CommandNode &step : command->steps) {
            text += "complete -c winnow -n " + inQuotes(ends) + " -a " + step.name() + " -d " +
                    inQuotes(step.summary) + "\n";
        }
        if (command->path.empty()) {
            continue;
        }
        for (const Argument &argument : command->arguments) {
            text += lineOf(*command, argument);
        }
    }
    return text;
}

} // namespace winnow::cli
