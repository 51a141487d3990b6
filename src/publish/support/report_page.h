#pragma once

#include "base/shipped_file.h"
#include "publish/document.h"
#include "publish/support/html_writer.h"

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace winnow::publish {

/// Style and script of pages: "style" and "script".
[[nodiscard]] std::span<const ShippedFile> reportFiles();

/// What a page has beside its text: names of its elements, and classes for colours and widths. They take the
/// place of style attributes, which the page's policy forbids.
class PageParts
{
public:
    /// A name for an element that no other has, as near as may be to the one wished for.
    [[nodiscard]] std::string id(std::string_view wished);

    /// The class that fills a cell, with black or white ink, whichever is read better.
    [[nodiscard]] std::string fill(std::uint32_t colour);

    /// The class of a column that takes so many hundredths of the width.
    [[nodiscard]] std::string width(long percent);

    /// The style of all classes handed out.
    [[nodiscard]] std::string style() const;

private:
    std::set<std::string, std::less<>> m_ids;
    std::map<std::string, std::string> m_rules; ///< by class
};

/// Names of the elements of reference entries by their keys; of keys that it has not: nothing.
using ReferenceIds = std::unordered_map<std::string, std::string>;

struct PageFrame
{
    std::string_view title;
    std::string_view language;
    bool hasScript = false;
};

/// The page around `body`: one file that asks for no other, with a policy that allows nothing but its own
/// style and script.
[[nodiscard]] std::string pageAround(std::string_view body, const PageParts &parts, const PageFrame &frame);

/// Runs in their styles; citations lead to the entries.
void writeRuns(HtmlWriter &html, std::span<const Run> runs, const ReferenceIds &references);

/// The table with caption and notes. `id` is a name from PageParts.
void writeHtmlTable(HtmlWriter &html,
                    const TableBlock &block,
                    const std::string &id,
                    const ReferenceIds &references,
                    std::string_view pageLanguage,
                    PageParts &parts);

} // namespace winnow::publish
