#pragma once

#include "app/attachments.h"
#include "cli/command.h"

#include <string>
#include <vector>

namespace winnow::cli {

/// Context::fail() for an error that names a file: names can hold anything, and none shall steer the
/// terminal.
[[nodiscard]] int failOnFile(const Context &context, Error error);

/// The hash as people are shown it.
[[nodiscard]] std::string shortHash(const app::AttachedFile &file);

/// The one file whose hash begins so; without a hash, the only file that there is. `key` is of the report.
[[nodiscard]] Result<app::AttachedFile>
fileFor(const std::vector<app::AttachedFile> &files, const std::string &key, const std::string &hash);

} // namespace winnow::cli
