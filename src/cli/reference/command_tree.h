#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace winnow::cli {

/// What a person may give for an argument.
enum class Takes { Nothing, Text, Choice, File, Folder, Review };

/// An option or flag of a command or, without names, an argument that goes by its place.
struct Argument
{
    std::vector<std::string> names; ///< "-o", "--output"
    std::string valueName;          ///< "FILE"; empty for a flag
    std::string description;
    std::vector<std::string> choices; ///< the words that it takes, where it takes no others
    Takes takes = Takes::Nothing;
    bool isRequired = false;
    bool isRepeated = false; ///< takes any number of values

    [[nodiscard]] bool isPositional() const { return names.empty(); }
};

/// A command with what may follow it.
struct CommandNode
{
    std::string path; ///< "query check"; empty for the program itself
    std::string summary;
    std::string footer;
    std::vector<Argument>
        arguments; ///< those that go by their place first; without the option that asks for help
    std::vector<CommandNode> steps;

    [[nodiscard]] std::string name() const; ///< the last word of the path
};

/// The program and its commands as the parser knows them.
[[nodiscard]] CommandNode commandTree(CLI::App &parser);

/// The command and all steps below it, each before its own.
[[nodiscard]] std::vector<const CommandNode *> flattened(const CommandNode &command);

} // namespace winnow::cli
