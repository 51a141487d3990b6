#include "app/forms.h"

#include "base/file.h"
#include "extraction/shipped_forms.h"

#include <algorithm>
#include <system_error>

namespace winnow::app {

namespace {

/// Published forms of appraisal tools have a stage of their own.
constexpr const char *kStage = "extraction";
constexpr std::size_t kMostBytes = std::size_t{4} << 20U;

/// A file where the name looks like one or is one; otherwise a form that ships.
Result<extraction::Form> formNamed(const std::string &fileOrId)
{
    std::error_code failure;
    const std::filesystem::path file(fileOrId);
    if (!file.has_extension() && !file.has_parent_path() && !std::filesystem::exists(file, failure)) {
        return extraction::shippedForm(fileOrId);
    }
    auto bytes = readFile(file, kMostBytes);
    if (!bytes) {
        return std::move(bytes).error();
    }
    auto form = extraction::parseForm(*bytes);
    if (!form) {
        Error error = std::move(form).error();
        error.message = file.filename().string() + ": " + error.message;
        return error;
    }
    return form;
}

/// The same whatever its version.
bool isSame(extraction::Form one, extraction::Form other)
{
    one.version = other.version = 1;
    return toJson(one) == toJson(other);
}

} // namespace

Result<std::vector<PublishedForm>> formsOf(Workspace &workspace)
{
    auto events = workspace.log().live(EventKind::FormPublished);
    if (!events) {
        return std::move(events).error();
    }
    std::vector<PublishedForm> forms;
    for (Event &event : *events) {
        if (event.stage != kStage) {
            continue;
        }
        auto form = extraction::parseForm(event.detail);
        if (!form) {
            continue; // of a newer version; what was extracted with it stays
        }
        PublishedForm published{*std::move(form), event.atUtc, event.reviewer, std::move(event.detail)};
        const auto same =
            std::ranges::find(forms, published.form.id, [](const PublishedForm &one) { return one.form.id; });
        if (same == forms.end()) {
            forms.push_back(std::move(published));
        } else {
            *same = std::move(published);
        }
    }
    return forms;
}

Result<extraction::Form> formOf(Workspace &workspace, std::string_view id)
{
    auto forms = formsOf(workspace);
    if (!forms) {
        return std::move(forms).error();
    }
    std::string names;
    for (PublishedForm &published : *forms) {
        if (published.form.id == id) {
            return std::move(published.form);
        }
        names += (names.empty() ? "" : ", ") + published.form.id;
    }
    std::string shipped;
    for (const ShippedFile &file : extraction::shippedForms()) {
        shipped.append(shipped.empty() ? "" : ", ").append(file.name);
    }
    return Error{ErrorCode::NotFound,
                 "The review has no form \"" + std::string(id) + "\"" +
                     (names.empty() ? "" : "; it has " + names) +
                     ". 'winnow forms REVIEW --add FORM' takes one: " + shipped + ", or a file of your own.",
                 {},
                 {}};
}

Result<FormPublication> publishForm(Workspace &workspace, const std::string &fileOrId)
{
    auto form = formNamed(fileOrId);
    if (!form) {
        return std::move(form).error();
    }
    return publishForm(workspace, *std::move(form));
}

Result<FormPublication> publishForm(Workspace &workspace, extraction::Form form)
{
    FormPublication publication{std::move(form)};
    const auto done = workspace.file().transact([&]() -> Result<void> {
        auto forms = formsOf(workspace);
        if (!forms) {
            return std::move(forms).error();
        }
        const auto before = std::ranges::find(
            *forms, publication.form.id, [](const PublishedForm &one) { return one.form.id; });
        if (before != forms->end()) {
            if (isSame(before->form, publication.form)) {
                return Error{ErrorCode::AlreadyExists,
                             "The review has this form already, and nothing in it changed.",
                             {},
                             publication.form.id};
            }
            publication.isNew = false;
            publication.changes = extraction::changesBetween(before->form, publication.form);
            publication.form.version = before->form.version + 1;
        }
        store::EventDraft event;
        event.kind = EventKind::FormPublished;
        event.stage = kStage;
        event.subjectKind = "review";
        event.reason = publication.form.id;
        event.verdict = std::to_string(publication.form.version);
        event.detail = toJson(publication.form);
        return workspace.log().append(workspace.act(), std::span(&event, 1));
    });
    if (!done) {
        return done.error();
    }
    return publication;
}

Result<void> exportForm(Workspace &workspace, std::string_view id, const std::filesystem::path &file)
{
    auto form = formOf(workspace, id);
    if (!form) {
        auto shipped = extraction::shippedForm(id);
        if (!shipped) {
            return std::move(form).error();
        }
        form = std::move(shipped);
    }
    return writeFile(file, toJson(*form));
}

} // namespace winnow::app
