#include "publish/support/html_writer.h"

#include "text/printable_text.h"

#include <algorithm>
#include <cassert>

namespace winnow::publish {

namespace {

bool isPlain(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return (c >= 0x20 && c <= 0x7E) || c == '\n'; });
}

} // namespace

void HtmlWriter::escape(std::string_view text, bool isAttribute)
{
    for (const char c : text) {
        switch (c) {
        case '&':
            m_html += "&amp;";
            break;
        case '<':
            m_html += "&lt;";
            break;
        case '>':
            m_html += "&gt;";
            break;
        case '"':
            m_html += isAttribute ? "&quot;" : "\"";
            break;
        case '\r': // a parser of HTML makes a line end of it
            m_html += "&#13;";
            break;
        default:
            m_html += c;
        }
    }
}

void HtmlWriter::text(std::string_view text)
{
    if (isPlain(text)) {
        escape(text, false);
    } else {
        std::string clean = text::printableText(text);
        std::erase(clean, '\r');
        escape(clean, false);
    }
}

void HtmlWriter::open(std::string_view tag, Attributes attributes)
{
    m_html += '<';
    m_html += tag;
    for (const auto &[name, value] : attributes) {
        if (value.empty()) {
            continue;
        }
        m_html += ' ';
        m_html += name;
        m_html += "=\"";
        escape(isPlain(value) ? std::string(value) : text::printableText(value), true);
        m_html += '"';
    }
    m_html += '>';
    m_open.push_back(tag);
}

void HtmlWriter::close()
{
    assert(!m_open.empty());
    m_html += "</";
    m_html += m_open.back();
    m_html += '>';
    m_open.pop_back();
}

void HtmlWriter::element(std::string_view tag, std::string_view text, Attributes attributes)
{
    open(tag, attributes);
    this->text(text);
    close();
}

std::string HtmlWriter::take()
{
    assert(m_open.empty());
    return std::move(m_html);
}

} // namespace winnow::publish
