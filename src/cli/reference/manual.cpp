#include "app/online_sources.h"
#include "cli/reference/reference.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>

namespace winnow::cli {

namespace {

/// Text that mdoc prints as it is, hyphens included.
std::string plain(std::string_view text)
{
    std::string escaped;
    for (const char c : text) {
        switch (c) {
        case '\\':
            escaped += "\\e";
            break;
        case '-':
            escaped += "\\-";
            break;
        case '\'':
            escaped += "\\(aq";
            break;
        case '"':
            escaped += "\\(dq";
            break;
        default:
            escaped += c;
        }
    }
    return escaped.starts_with('.') ? "\\&" + escaped : escaped;
}

/// One argument of a macro; \& keeps mdoc from taking a word such as "Ar" for one.
std::string word(std::string_view text)
{
    return "\"\\&" + plain(text) + "\"";
}

/// Running text: each sentence begins a line.
std::string prose(std::string_view text)
{
    std::string lines;
    while (!text.empty()) {
        const std::size_t end = text.find(". ");
        lines += plain(text.substr(0, end == std::string_view::npos ? end : end + 1)) + "\n";
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
    }
    return lines;
}

std::string literal(std::string_view text)
{
    std::istringstream lines{std::string(text)};
    std::string block = ".Bd -literal -offset indent\n";
    for (std::string line; std::getline(lines, line);) {
        block +=
            plain(std::string_view(line).substr(std::min(line.find_first_not_of(' '), line.size()))) + "\n";
    }
    return block + ".Ed\n";
}

/// ".Fl o , Fl -output Ar FILE" without the leading dot.
std::string optionMacro(const Argument &argument)
{
    std::string macro;
    for (const std::string &name : argument.names) {
        macro += (macro.empty() ? "Fl " : " , Fl ") + plain(std::string_view(name).substr(1));
    }
    if (argument.takes != Takes::Nothing) {
        macro += (macro.empty() ? "Ar " : " Ar ") + word(argument.valueName);
    }
    return macro;
}

/// The words that an option takes, where neither its value nor its description names them all.
std::string choicesLine(const Argument &argument)
{
    const auto isNamed = [&](const std::string &choice) {
        return argument.valueName.find(choice) != std::string::npos ||
               argument.description.find(choice) != std::string::npos;
    };
    if (std::ranges::all_of(argument.choices, isNamed)) {
        return {};
    }
    std::string line;
    for (const std::string &choice : argument.choices) {
        line += (line.empty() ? "One of: " : ", ") + choice;
    }
    return line + ".";
}

std::string asSentence(std::string text)
{
    if (!text.empty() && std::string_view(".!?").find(text.back()) == std::string_view::npos) {
        text += '.';
    }
    return text;
}

std::string argumentList(const std::vector<Argument> &arguments)
{
    if (arguments.empty()) {
        return {};
    }
    std::string list = ".Bl -tag -width Ds\n";
    for (const Argument &argument : arguments) {
        list += ".It " + optionMacro(argument) + "\n" + prose(asSentence(argument.description)) +
                prose(choicesLine(argument));
    }
    return list + ".El\n";
}

/// How the command is typed: what must be given, and that there is more.
std::string synopsis(const CommandNode &command)
{
    std::string lines = ".Nm\n.Cm " + plain(command.path) + "\n";
    bool hasMore = false;
    for (const Argument &argument : command.arguments) {
        if (argument.isPositional()) {
            const std::string value = "Ar " + word(argument.valueName);
            lines += (argument.isRequired ? "." + value : ".Op " + value) + "\n";
        } else if (argument.isRequired) {
            lines += "." + optionMacro(argument) + "\n";
        } else {
            hasMore = true;
        }
    }
    if (!command.steps.empty()) {
        lines += ".Ar step ...\n";
    }
    return lines + (hasMore ? ".Op Ar option ...\n" : "");
}

std::string section(const CommandNode &command)
{
    std::string text = ".Ss " + plain(command.path) + "\n" + synopsis(command) + ".Pp\n" +
                       prose(asSentence(command.summary)) + argumentList(command.arguments);
    constexpr std::string_view kExample = "Example:\n";
    if (command.footer.starts_with(kExample)) {
        const std::string example = command.footer.substr(kExample.size());
        const bool isOne = std::ranges::count(example, '\n') == 0;
        text += std::string(".Pp\n") + (isOne ? "Example:\n" : "Examples:\n") + literal(example);
    }
    return text;
}

/// November 24, 2026 of 2026-11-24, as mdoc has dates.
std::string writtenDate(const std::string &date)
{
    constexpr std::array<std::string_view, 12> kMonths{"January",
                                                       "February",
                                                       "March",
                                                       "April",
                                                       "May",
                                                       "June",
                                                       "July",
                                                       "August",
                                                       "September",
                                                       "October",
                                                       "November",
                                                       "December"};
    const auto month = static_cast<std::size_t>(std::stoi(date.substr(5, 2)));
    return std::string(kMonths.at(month - 1)) + " " + std::to_string(std::stoi(date.substr(8))) + ", " +
           date.substr(0, 4);
}

std::string variable(std::string_view name, std::string_view what)
{
    return ".It Ev " + std::string(name) + "\n" + prose(what);
}

std::string environmentSection()
{
    std::string keys;
    for (const app::OnlineSourceInfo &source : app::onlineSources()) {
        if (!source.keyVariable.empty()) {
            keys += variable(source.keyVariable,
                             "The key to " + source.label +
                                 (source.needsKey ? ", which answers nobody without one." : "."));
        }
    }
    return ".Sh ENVIRONMENT\n.Bl -tag -width Ds\n" +
           variable("WINNOW_REVIEWER",
                    "Who decides where no --reviewer says so. Where it is not set, the login name.") +
           keys + variable("WINNOW_SCOPUS_TOKEN", "The token of an institution for Scopus.") +
           variable("WINNOW_EMAIL", "Told to the sources that ask who is calling.") +
           variable("WINNOW_TIMEOUT",
                    "For how many seconds a source may be silent; 60 where it is not set.") +
           ".El\n";
}

constexpr std::string_view kFiles =
    ".Sh FILES\n"
    ".Bl -tag -width Ds\n"
    ".It Pa NAME.winnow\n"
    "The review, an SQLite file with the searches, the records, the log and the tables.\n"
    ".It Pa NAME.index\n"
    "The search index beside it.\n"
    "It is made anew when it is missing or out of date.\n"
    ".It Pa NAME.backups\n"
    "Copies of the review, each a review of its own.\n"
    ".El\n";

constexpr std::string_view kExitStatus = ".Sh EXIT STATUS\n"
                                         ".Bl -tag -width Ds\n"
                                         ".It 0\n"
                                         "Done.\n"
                                         ".It 1\n"
                                         "Refused or failed; the reason is printed.\n"
                                         ".It 2\n"
                                         "Used wrongly.\n"
                                         ".El\n";

constexpr std::string_view kSeeAlso = ".Sh SEE ALSO\n"
                                      ".Xr pandoc 1 ,\n"
                                      ".Xr winnow\\-desktop 1\n";

} // namespace

std::string manualPage(const CommandNode &program, const std::string &date)
{
    std::string page =
        ".Dd " + writtenDate(date) +
        "\n.Dt WINNOW 1\n.Os Winnow " WINNOW_VERSION "\n"
        ".Sh NAME\n.Nm winnow\n.Nd systematic literature reviews from the command line\n"
        ".Sh SYNOPSIS\n.Nm\n.Ar command\n.Op Ar argument ...\n.Nm\n.Fl \\-help | Fl \\-version\n"
        ".Sh DESCRIPTION\n" +
        prose(program.summary) +
        ".Pp\n"
        "Each command explains itself with\n.Fl \\-help .\n"
        ".Sh COMMANDS\n";
    for (const CommandNode *command : flattened(program)) {
        if (!command->path.empty()) {
            page += section(*command);
        }
    }
    page += environmentSection();
    page += kFiles;
    page += kExitStatus;
    page += kSeeAlso;
    return page;
}

} // namespace winnow::cli
