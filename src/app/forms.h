#pragma once

#include "app/workspace.h"
#include "extraction/form.h"
#include "extraction/versions.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// The newest version of a form that a review uses.
struct PublishedForm
{
    extraction::Form form;
    std::string atUtc;
    std::string reviewer;
    std::string text; ///< its JSON
};

/// In order of their first publication.
[[nodiscard]] Result<std::vector<PublishedForm>> formsOf(Workspace &workspace);

/// NotFound names those that there are, and those that ship with Winnow.
[[nodiscard]] Result<extraction::Form> formOf(Workspace &workspace, std::string_view id);

/// What a publication did.
struct FormPublication
{
    extraction::Form form;
    bool isNew = true;
    std::vector<extraction::FormChange> changes{}; ///< since the version before
};

/// Takes a form into the review: a file, or the id of one that ships with Winnow. A form that the review has
/// already gets the next version; what was extracted under earlier ones stays (see extraction::fitted()).
/// AlreadyExists where nothing changed.
[[nodiscard]] Result<FormPublication> publishForm(Workspace &workspace, const std::string &fileOrId);

/// The same of a form in hand.
[[nodiscard]] Result<FormPublication> publishForm(Workspace &workspace, extraction::Form form);

/// A form of the review, or one that ships, as a file to be changed and published.
[[nodiscard]] Result<void>
exportForm(Workspace &workspace, std::string_view id, const std::filesystem::path &file);

} // namespace winnow::app
