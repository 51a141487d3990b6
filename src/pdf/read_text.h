#pragma once

#include "base/result.h"
#include "base/task.h"
#include "pdf/limits.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace winnow::pdf {

/// A page that could not be read.
struct PageFailure
{
    std::size_t page = 0; ///< from 0
    Error error;
};

/// All words of a file, each page in one text with a space between each two words.
struct FileText
{
    std::vector<std::string> pages;
    std::vector<PageFailure> failures{}; ///< their pages are empty

    /// False of a file that was probably scanned: all pages were read, and none has a word.
    [[nodiscard]] bool hasText() const;
};

/// Reads all pages, each anew where the one before brought the process down. Fails as Document::open() does,
/// with Denied where the file has a password, with Cancelled when `task` is stopped, and where pages failed
/// and no other has text. When the time or the room of `limits` is over, the pages that are left have failed.
[[nodiscard]] Result<FileText>
readText(const std::filesystem::path &path, Task &task, const Limits &limits = {});

} // namespace winnow::pdf
