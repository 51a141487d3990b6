#include "cli/parser.h"
#include "cli/reference/reference.h"

#include <iostream>

/// usage: winnow_reference DATE man|bash|zsh|fish
/// Prints the manual page or the completion of a shell; run when Winnow is built.
int main(int argc, char **argv)
{
    using namespace winnow::cli;
    constexpr int kWords = 3;
    const std::string kind = argc == kWords ? argv[2] : "";
    Action chosen;
    const auto parser = makeParser(chosen);
    const CommandNode program = commandTree(*parser);
    if (kind == "man") {
        std::cout << manualPage(program, argv[1]);
    } else if (kind == "bash") {
        std::cout << bashCompletion(program);
    } else if (kind == "zsh") {
        std::cout << zshCompletion(program);
    } else if (kind == "fish") {
        std::cout << fishCompletion(program);
    } else {
        std::cerr << "usage: winnow_reference DATE man|bash|zsh|fish\n";
        return UsedWrongly;
    }
    return std::cout.flush() ? Done : Refused;
}
