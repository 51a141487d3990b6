#pragma once

#include "base/result.h"
#include "base/task.h"
#include "pdf/content.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace winnow::app {

/// A page in the order in which it is read.
struct PdfPageFacts
{
    std::string text;
    /// What is printed larger than most of the page, the largest first, each size in one text: the title of
    /// a paper is among them.
    std::vector<std::string> large{};
};

/// What a PDF says of the paper in it, as far as that tells which paper it is. All of it is anybody's text.
struct PdfFacts
{
    std::string name; ///< of the file
    std::string title{};
    std::string author{};
    std::string subject{};
    std::string keywords{};
    std::string identifiers{}; ///< of its XMP metadata
    std::size_t pageCount = 0;
    std::vector<PdfPageFacts> pages{}; ///< the first ones

    /// False where nothing but pictures was found: probably scanned.
    [[nodiscard]] bool hasText() const;
};

[[nodiscard]] PdfPageFacts pageFacts(const pdf::PageText &page);

/// Reads the first pages, in a process of its own. Fails as pdf::Document::open() does, with Denied where the
/// file has a password, and where none of these pages can be read.
[[nodiscard]] Result<PdfFacts> readPdfFacts(const std::filesystem::path &path, const Task &task);

} // namespace winnow::app
