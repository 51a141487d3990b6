#pragma once

#include "base/result.h"
#include "base/task.h"
#include "pdf/content.h"
#include "pdf/limits.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace winnow::pdf {

/// A PDF file, read by a process of its own: whatever the file does there, this program goes on. A request
/// that fails says why; the next one begins a new process if need be. Belongs to one thread: the process ends
/// with the thread that began it. Pages count from 0.
///
/// All that fail do so with WrongFormat (not a PDF, damaged), Denied (needs a password), Unsupported (too
/// large, too much memory), Busy (took too long), Inconsistent (the process was led astray) or Cancelled, in
/// words that tell what to do.
class Document
{
public:
    /// Reads what the file says of itself. Fails too with the words of openForReading() where there is no
    /// such file. A file with a password opens, but has no pages.
    static Result<Document>
    open(const std::filesystem::path &path, const Limits &limits = {}, const Task &task = {});

    Document(Document &&) noexcept;
    Document &operator=(Document &&) noexcept;
    ~Document();

    [[nodiscard]] const About &about() const;

    /// Empty where the file has none. Which page a line leads to: OutlinePlaces.
    [[nodiscard]] Result<Outline> outline(const Task &task = {});

    /// The identifiers and addresses that XMP metadata give, with a space between each two; empty where the
    /// file has none.
    [[nodiscard]] Result<std::string> identifiers(const Task &task = {});

    [[nodiscard]] Result<PageText> text(std::size_t page, const Task &task = {});

    /// `scale` is in pixels for each point: 96.0 / 72 for a usual screen. The page is as wide and as high as
    /// its points times that, rounded up; of a region that goes beyond it, the part on the page is shown.
    [[nodiscard]] Result<Picture>
    picture(std::size_t page, double scale, std::optional<PixelRegion> region = {}, const Task &task = {});

private:
    struct Parts;
    explicit Document(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace winnow::pdf
