#include "cli/attached_text.h"

#include "app/full_text_index.h"
#include "app/record_keys.h"
#include "cli/attached_file.h"
#include "cli/text.h"

#include <array>
#include <map>
#include <ostream>

namespace winnow::cli {

namespace {

using nlohmann::ordered_json;

/// Lines of what is wrong with a file, by its name.
void printFailures(const app::FileText &text, const Context &context)
{
    for (const app::PageFailure &failure : text.failures) {
        context.err << "Page " << failure.page + 1 << ": " << printable(failure.error.message) << '\n';
    }
}

ordered_json
toJson(const app::AttachedFile &file, const app::FileText &text, std::size_t from, std::size_t to)
{
    ordered_json pages = ordered_json::array();
    for (std::size_t page = from; page < to; ++page) {
        pages.push_back({{"page", page + 1}, {"text", text.pages[page]}});
    }
    ordered_json failures = ordered_json::array();
    for (const app::PageFailure &failure : text.failures) {
        failures.push_back({{"page", failure.page + 1}, {"message", failure.error.message}});
    }
    return {{"sha256", file.sha256},
            {"name", file.name},
            {"has_text", text.hasText()},
            {"pages", std::move(pages)},
            {"failures", std::move(failures)}};
}

int tellOne(app::Workspace &workspace, const TextOptions &options, const Context &context)
{
    const auto record = app::recordFromKey(workspace, options.key);
    if (!record) {
        return context.fail(record.error());
    }
    const auto files = app::attachmentsOf(workspace, *record);
    if (!files) {
        return context.fail(files.error());
    }
    const auto file = fileFor(*files, options.key, options.hash);
    if (!file) {
        return failOnFile(context, file.error());
    }
    const auto text = app::readText(*file, context.task);
    if (!text) {
        return failOnFile(context, text.error());
    }
    if (options.page > static_cast<std::int64_t>(text->pages.size())) {
        return context.fail({ErrorCode::NotFound,
                             printable(file->name) + " has " +
                                 counted(static_cast<std::int64_t>(text->pages.size()), "page") + " only.",
                             {},
                             {}});
    }
    const std::size_t from = options.page == 0 ? 0 : static_cast<std::size_t>(options.page) - 1;
    const std::size_t to = options.page == 0 ? text->pages.size() : from + 1;
    if (options.asJson) {
        printJson(context.out, toJson(*file, *text, from, to));
        return Done;
    }
    for (std::size_t page = from; page < to; ++page) {
        context.out << (page == from ? "" : "\f") << printable(text->pages[page]) << '\n';
    }
    printFailures(*text, context);
    if (!text->hasText() && text->failures.empty()) {
        context.err << printable(file->name) << ": no page has text; it was probably scanned.\n";
        return Refused;
    }
    return Done;
}

int tellAll(app::Workspace &workspace, const TextOptions &options, const Context &context)
{
    if (options.again) {
        app::forgetFullTexts(workspace);
    }
    const auto full = app::upToDateFullTexts(workspace, context.task);
    if (!full) {
        return context.fail(full.error());
    }
    constexpr std::array kStates{
        app::TextState::Whole, app::TextState::Partial, app::TextState::Scanned, app::TextState::Unreadable};
    const auto attached = app::attachments(workspace);
    if (!attached) {
        return context.fail(attached.error());
    }
    std::map<app::TextState, std::int64_t> counts;
    ordered_json wrong = ordered_json::array();
    std::map<std::string, bool> seen;
    for (const auto &[record, files] : *attached) {
        for (const app::AttachedFile &file : files) {
            if (!*full || !seen.emplace(file.sha256, true).second) {
                continue;
            }
            const auto outcome = (*full)->outcomes.find(file.sha256);
            if (outcome == (*full)->outcomes.end()) {
                continue;
            }
            ++counts[outcome->second.state];
            if (!outcome->second.message.empty()) {
                wrong.push_back({{"name", file.name},
                                 {"sha256", file.sha256},
                                 {"text", app::toString(outcome->second.state)},
                                 {"message", outcome->second.message}});
            }
        }
    }
    const auto notThere = static_cast<std::int64_t>(seen.size()) - counts[app::TextState::Whole] -
                          counts[app::TextState::Partial] - counts[app::TextState::Scanned] -
                          counts[app::TextState::Unreadable];
    if (options.asJson) {
        ordered_json json = ordered_json::object();
        for (const app::TextState state : kStates) {
            json[std::string(app::toString(state))] = counts[state];
        }
        json["not_there"] = notThere;
        json["wrong"] = std::move(wrong);
        printJson(context.out, json);
        return Done;
    }
    context.out << counted(static_cast<std::int64_t>(seen.size()), "PDF") << ": "
                << grouped(counts[app::TextState::Whole]) << " with text, "
                << grouped(counts[app::TextState::Partial]) << " in part, "
                << grouped(counts[app::TextState::Scanned]) << " without (scanned), "
                << grouped(counts[app::TextState::Unreadable]) << " unreadable";
    if (notThere > 0) {
        context.out << ", " << grouped(notThere) << " missing or changed";
    }
    context.out << ".\n";
    for (const ordered_json &one : wrong) {
        context.out << "  " << printable(one["name"].get<std::string>()) << ": "
                    << printable(one["message"].get<std::string>()) << '\n';
    }
    return Done;
}

} // namespace

int tellText(app::Workspace &workspace, const TextOptions &options, const Context &context)
{
    return options.key.empty() ? tellAll(workspace, options, context) : tellOne(workspace, options, context);
}

} // namespace winnow::cli
