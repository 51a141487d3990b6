#include "app/bundles.h"

#include "base/file.h"
#include "base/sha256.h"

#include <algorithm>
#include <system_error>

namespace winnow::app {

namespace {

namespace fs = std::filesystem;

constexpr const char *kExtension = ".winnow-bundle";

/// A file name for a reviewer: what of the name every file system takes, and enough of its hash to keep two
/// apart.
std::string fileNameOf(const std::string &reviewer)
{
    constexpr std::size_t kHashDigits = 8;
    std::string name;
    for (const char c : reviewer) {
        const bool isPlain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        name += isPlain ? c : '_';
    }
    return name + '-' + sha256(reviewer).substr(0, kHashDigits) + kExtension;
}

} // namespace

Result<std::int64_t> exportBundle(Workspace &workspace, std::string_view reviewer, const fs::path &file)
{
    auto bundle = workspace.bundles().write(reviewer);
    if (!bundle) {
        return std::move(bundle).error();
    }
    // Whoever watches the folder is not to be called for nothing.
    if (auto before = readFile(file); before && *before == *bundle) {
        return static_cast<std::int64_t>(bundle->size());
    }
    if (auto written = writeFile(file, *bundle); !written) {
        return std::move(written).error();
    }
    return static_cast<std::int64_t>(bundle->size());
}

Result<store::BundleOutcome> mergeBundle(Workspace &workspace, const fs::path &file)
{
    auto bundle = readFile(file);
    if (!bundle) {
        return std::move(bundle).error();
    }
    return workspace.bundles().merge(*bundle);
}

Result<std::vector<SyncedBundle>> syncFolder(Workspace &workspace, const fs::path &folder)
{
    const fs::path own = folder / fileNameOf(workspace.reviewer());
    std::error_code failure;
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        if (entry->path().extension() == kExtension) {
            files.push_back(entry->path());
        }
    }
    if (failure) {
        return Error{ErrorCode::Unreadable,
                     "The folder " + folder.string() + " cannot be read: " + failure.message() + ".",
                     {},
                     folder.string()};
    }
    std::ranges::sort(files);
    std::vector<SyncedBundle> synced;
    synced.reserve(files.size());
    for (const fs::path &file : files) {
        synced.push_back({file, mergeBundle(workspace, file)});
    }
    // Written last, so that what an own bundle from another machine brought goes out again.
    if (auto written = exportBundle(workspace, workspace.reviewer(), own); !written) {
        return std::move(written).error();
    }
    return synced;
}

} // namespace winnow::app
