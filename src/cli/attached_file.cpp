#include "cli/attached_file.h"

#include "cli/text.h"

#include <algorithm>
#include <iterator>

namespace winnow::cli {

int failOnFile(const Context &context, Error error)
{
    error.message = printable(error.message);
    return context.fail(error);
}

std::string shortHash(const app::AttachedFile &file)
{
    constexpr std::size_t kShown = 12;
    return file.sha256.substr(0, kShown);
}

Result<app::AttachedFile>
fileFor(const std::vector<app::AttachedFile> &files, const std::string &key, const std::string &hash)
{
    std::vector<app::AttachedFile> fitting;
    std::ranges::copy_if(files, std::back_inserter(fitting), [&](const app::AttachedFile &file) {
        return file.sha256.starts_with(hash);
    });
    if (fitting.size() == 1) {
        return std::move(fitting.front());
    }
    if (fitting.empty()) {
        return Error{ErrorCode::NotFound,
                     files.empty() ? "The report of " + key + " has no file."
                                   : "The report of " + key + " has no file whose hash begins with " + hash +
                                         "; 'winnow fulltext status' lists what it has.",
                     {},
                     {}};
    }
    std::string list;
    for (const app::AttachedFile &file : fitting) {
        list += (list.empty() ? "" : ", ") + shortHash(file) + " (" + file.name + ")";
    }
    return Error{ErrorCode::Ambiguous,
                 "The report of " + key + " has several files; say which with --file HASH: " + list + ".",
                 {},
                 {}};
}

} // namespace winnow::cli
