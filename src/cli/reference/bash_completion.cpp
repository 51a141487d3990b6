#include "cli/reference/reference.h"

#include <string_view>

namespace winnow::cli {

namespace {

constexpr std::string_view kHead =
    R"bash(# Completes the arguments of winnow in bash. Made from the commands of the program.

)bash";

/// The words before the cursor say which command it is, which option waits for its value and how many
/// arguments were given by place; the tables above it say what may come next.
constexpr std::string_view kFunction = R"bash(
_winnow()
{
    local word=${COMP_WORDS[COMP_CWORD]} command= option= given=0 steps= takes= options= index before
    COMPREPLY=()
    for ((index = 1; index < COMP_CWORD; ++index)); do
        before=${COMP_WORDS[index]}
        if [[ -n $option ]]; then
            [[ $before == = ]] || option=
        elif [[ $before == -?* ]]; then
            _winnow_value "$command $before"
            [[ -z $takes ]] || option=$before
        else
            _winnow_steps "$command"
            if [[ " $steps " == *" $before "* ]]; then
                command=${command:+$command }$before
                given=0
            else
                given=$((given + 1))
            fi
        fi
    done
    steps=
    if [[ -n $option ]]; then
        _winnow_value "$command $option"
        [[ $word != = ]] || word=
    elif [[ $word == -* ]]; then
        _winnow_options "$command"
        takes="words $options"
    else
        [[ $given != 0 ]] || _winnow_steps "$command"
        _winnow_place "$command" "$given"
    fi
    [[ $takes != @(file|folder|review) ]] || compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(
        compgen -W "$steps" -- "$word"
        case $takes in
        words\ *) compgen -W "${takes#words }" -- "$word" ;;
        file) compgen -f -- "$word" ;;
        folder) compgen -d -- "$word" ;;
        review)
            compgen -f -X '!*.winnow' -- "$word"
            compgen -d -- "$word"
            ;;
        esac
    )
}
complete -F _winnow winnow
)bash";

std::string takesOf(const Argument &argument)
{
    switch (argument.takes) {
    case Takes::Nothing:
        return "";
    case Takes::Text:
        return "text";
    case Takes::File:
        return "file";
    case Takes::Folder:
        return "folder";
    case Takes::Review:
        return "review";
    case Takes::Choice:
        break;
    }
    std::string words = "words";
    for (const std::string &choice : argument.choices) {
        words += " " + choice;
    }
    return words;
}

std::string stepsCase(const CommandNode &command)
{
    std::string words;
    for (const CommandNode &step : command.steps) {
        words += (words.empty() ? "" : " ") + step.name();
    }
    return words.empty() ? "" : "    '" + command.path + "') steps='" + words + "' ;;\n";
}

std::string optionsCase(const CommandNode &command)
{
    std::string words = "--help";
    for (const Argument &argument : command.arguments) {
        for (const std::string &name : argument.names) {
            words += " " + name;
        }
    }
    return "    '" + command.path + "') options='" + words + "' ;;\n";
}

std::string valueCases(const CommandNode &command)
{
    std::string cases;
    for (const Argument &argument : command.arguments) {
        if (argument.takes == Takes::Nothing || argument.isPositional()) {
            continue;
        }
        std::string patterns;
        for (const std::string &name : argument.names) {
            patterns += (patterns.empty() ? "'" : " | '") + command.path + " " + name + "'";
        }
        cases += "    " + patterns + ") takes='" + takesOf(argument) + "' ;;\n";
    }
    return cases;
}

std::string placeCases(const CommandNode &command)
{
    std::string cases;
    int place = 0;
    for (const Argument &argument : command.arguments) {
        if (argument.isPositional()) {
            const std::string pattern = argument.isRepeated ? "*" : std::to_string(place);
            cases += "    '" + command.path + "':" + pattern + ") takes='" + takesOf(argument) + "' ;;\n";
            ++place;
        }
    }
    return cases;
}

/// The shell function NAME, which sets VARIABLE by what its arguments are, or empties it.
std::string table(const CommandNode &program,
                  const std::string &name,
                  const std::string &variable,
                  const std::string &subject,
                  std::string (*casesOf)(const CommandNode &))
{
    std::string text = name + "()\n{\n    " + variable + "=\n    case " + subject + " in\n";
    for (const CommandNode *command : flattened(program)) {
        text += casesOf(*command);
    }
    return text + "    esac\n}\n";
}

} // namespace

std::string bashCompletion(const CommandNode &program)
{
    std::string text(kHead);
    text += table(program, "_winnow_steps", "steps", "$1", stepsCase);
    text += table(program, "_winnow_options", "options", "$1", optionsCase);
    text += table(program, "_winnow_value", "takes", "$1", valueCases);
    text += table(program, "_winnow_place", "takes", "$1:$2", placeCases);
    return text.append(kFunction);
}

} // namespace winnow::cli
