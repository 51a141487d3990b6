#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace winnow::publish {

/// Writes HTML as text. What is given as text or as the value of an attribute is escaped; characters that
/// cannot be shown are dropped and ill-formed UTF-8 is replaced.
class HtmlWriter
{
public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    /// Attributes without a value are left out.
    void open(std::string_view tag, Attributes attributes = {});

    /// Ends the element that was opened last.
    void close();

    /// An element with nothing but text.
    void element(std::string_view tag, std::string_view text, Attributes attributes = {});

    void text(std::string_view text);

    /// A line end, where it is no content.
    void newLine() { m_html += '\n'; }

    /// Markup of our own.
    void raw(std::string_view markup) { m_html += markup; }

    /// All elements must have been closed.
    [[nodiscard]] std::string take();

private:
    void escape(std::string_view text, bool isAttribute);

    std::string m_html;
    std::vector<std::string_view> m_open; ///< of literals
};

} // namespace winnow::publish
