#include "app/backup.h"
#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

app::Services Context::services(const std::string &reviewer) const
{
    return {&clock, &uuids, reviewer.empty() ? app::defaultReviewer() : reviewer, app::defaultCacheFolder()};
}

std::unique_ptr<app::Workspace> Context::open(const std::string &review, const std::string &reviewer) const
{
    auto workspace = app::Workspace::open(review, services(reviewer));
    if (!workspace) {
        static_cast<void>(fail(workspace.error()));
        return nullptr;
    }
    if (auto kept = app::backUpWhenDue(**workspace); !kept) {
        // Work goes on without it.
        static_cast<void>(fail(kept.error()));
    }
    return *std::move(workspace);
}

int Context::fail(const Error &error) const
{
    err << "winnow: " << printable(error.message) << '\n';
    return Refused;
}

} // namespace winnow::cli
