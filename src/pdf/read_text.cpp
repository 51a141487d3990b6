#include "pdf/read_text.h"

#include "pdf/document.h"

#include <algorithm>
#include <utility>

namespace winnow::pdf {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostFailures = 20; ///< then the rest is not tried either

Error enoughError(const std::filesystem::path &path, std::size_t page)
{
    return {ErrorCode::Unsupported,
            path.filename().string() + " was read only to page " + std::to_string(page) +
                "; the rest takes too long or is too much.",
            {},
            path.string()};
}

bool isEmpty(const FileText &text)
{
    return std::ranges::all_of(text.pages, &std::string::empty);
}

} // namespace

bool FileText::hasText() const
{
    return !isEmpty(*this);
}

Result<FileText> readText(const std::filesystem::path &path, Task &task, const Limits &limits)
{
    const auto end = Clock::now() + limits.file;
    auto document = Document::open(path, limits, task);
    if (!document) {
        return std::move(document).error();
    }
    if (document->about().isLocked) {
        return std::move(document->text(0, task)).error();
    }
    const std::size_t count = document->about().pages.size();
    FileText all{.pages = std::vector<std::string>(count)};
    std::size_t bytes = 0;
    for (std::size_t page = 0; page < count; ++page) {
        if (Clock::now() >= end || bytes >= limits.mostTextBytes || all.failures.size() >= kMostFailures) {
            all.failures.push_back({page, enoughError(path, page)});
            continue;
        }
        auto text = document->text(page, task);
        if (text) {
            all.pages[page] = plainText(*text);
            bytes += all.pages[page].size();
        } else if (text.error().code == ErrorCode::Cancelled) {
            return std::move(text).error();
        } else {
            all.failures.push_back({page, std::move(text).error()});
        }
        task.report({"pages", static_cast<std::int64_t>(page + 1), static_cast<std::int64_t>(count)});
    }
    if (!all.failures.empty() && isEmpty(all)) {
        return std::move(all.failures.front().error);
    }
    return all;
}

} // namespace winnow::pdf
