#pragma once

#include "app/page_text.h"
#include "pdf/document.h"

#include <deque>
#include <filesystem>
#include <map>
#include <optional>

namespace winnow::app {

/// The words of the pages of a file, read when they are asked for and kept within bounds. Belongs to one
/// thread.
class KeptTexts
{
public:
    /// The file is opened when something of it is asked for; `task` outlives this.
    KeptTexts(std::filesystem::path file, const pdf::Limits &limits, const Task &task);

    /// A page that could not be read is not tried again, and after many of them none is.
    [[nodiscard]] Result<SharedText> at(std::size_t page);

    [[nodiscard]] Result<pdf::Outline> outline();

    /// 0 where the file cannot be read, which failure() has.
    [[nodiscard]] std::size_t count();

    [[nodiscard]] std::optional<Error> failure() const { return m_failure; }

private:
    pdf::Document *document();
    void keep(std::size_t page, const SharedText &text);

    std::filesystem::path m_file;
    pdf::Limits m_limits;
    const Task &m_task;
    std::optional<pdf::Document> m_document;
    std::optional<Error> m_failure; ///< of the whole file
    std::map<std::size_t, SharedText> m_texts;
    std::map<std::size_t, Error> m_failures;
    std::deque<std::size_t> m_order; ///< in which texts were read
    std::size_t m_words = 0;         ///< of all texts that are kept
};

} // namespace winnow::app
